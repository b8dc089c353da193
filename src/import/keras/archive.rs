//! Keras 3's `.keras`: a ZIP archive of the model's description and its numbers as HDF5.

use super::configuration::{self, Model};
use super::hdf5::{datasets, open, read};
use super::network;
use super::numbers::Numbers;
use crate::import::array::{Found, MOST_NUMBERS};
use crate::import::draft::Draft;
use crate::import::parameters::{self, Writer};
use crate::import::pytorch::entry;
use crate::import::statement::Statement;
use std::collections::HashMap;
use std::io::Cursor;
use zip::ZipArchive;

const DESCRIPTION: &str = "config.json";
const WEIGHTS: &str = "model.weights.h5";
const LARGEST_DESCRIPTION: u64 = 16 << 20;
const LARGEST_WEIGHTS: u64 = 4 * MOST_NUMBERS as u64;

/// Whether this is a ZIP archive as Keras writes it.
pub(in crate::import) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| archive.index_for_name(WEIGHTS).is_some())
}

/// Reads a generator, and says what the file is.
pub(in crate::import) fn archive(bytes: &[u8], stated: &Statement) -> Found<(Draft, String)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes))
        .map_err(|why| format!("it is not a whole ZIP archive: {why}"))?;
    let description = entry(&mut archive, DESCRIPTION, LARGEST_DESCRIPTION)?;
    let weights = entry(&mut archive, WEIGHTS, LARGEST_WEIGHTS)?;
    let description = String::from_utf8_lossy(&description);
    let model = configuration::read(&description)?;
    let numbers = numbers(&model, &weights)?;
    let format = "Keras 3 archive".to_owned();
    if stated.generator.is_some() {
        return Ok((
            parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?,
            format,
        ));
    }
    Ok((network::draft(&model, &numbers)?, format))
}

/// The tensors, which lie under the layers' classes, counted, as `layers/dense_1/vars/0`, or, in
/// newer files, under the layers' names.
fn numbers(model: &Model, bytes: &[u8]) -> Found<Numbers> {
    let file = open(bytes)?;
    let mut found = Vec::new();
    datasets(&file.root(), "", 0, &mut found)?;
    let mut left = MOST_NUMBERS;
    let mut by_place = HashMap::new();
    for (name, dataset) in found {
        // An optimiser's state has tensors, too.
        let Some((place, index)) = name.rsplit_once("/vars/") else {
            continue;
        };
        if place.starts_with("optimizer") {
            continue;
        }
        let key = (place.to_owned(), index.to_owned());
        by_place.insert(key, read(&name, &dataset, &mut left)?);
    }
    let mut numbers = Numbers::default();
    for layer in &model.layers {
        let (folder, _) = layer.place.rsplit_once('/').unwrap_or_default();
        let named = format!("{folder}/{}", layer.name);
        let is_there = by_place.contains_key(&(layer.place.clone(), "0".to_owned()));
        let place = if is_there { &layer.place } else { &named };
        for (index, leaf) in variables(layer).into_iter().enumerate() {
            if let Some(array) = by_place.get(&(place.clone(), index.to_string())) {
                numbers.add(
                    &layer.name,
                    &format!("{}/{leaf}", layer.name),
                    array.clone(),
                );
            }
        }
    }
    Ok(numbers)
}

/// What a layer's variables are, in the order in which Keras makes them.
fn variables(layer: &configuration::Layer) -> Vec<&'static str> {
    let scaled = [
        ("gamma", layer.is("scale", true)),
        ("beta", layer.is("center", true)),
    ];
    let scaled = scaled
        .into_iter()
        .filter(|(_, is)| *is)
        .map(|(name, _)| name);
    match layer.class.as_str() {
        "BatchNormalization" => scaled.chain(["moving_mean", "moving_variance"]).collect(),
        "LayerNormalization" | "InstanceNormalization" => scaled.collect(),
        "Embedding" => vec!["embeddings"],
        "PReLU" => vec!["alpha"],
        _ => vec!["kernel", "bias"],
    }
}
