//! Keras 3's `.keras`: a ZIP archive of the model's description and its numbers as HDF5.

use super::configuration::{self, Model};
use super::hdf5::{datasets, open, read};
use super::network;
use super::numbers::Numbers;
use crate::import::budget::Budget;
use crate::import::budget::MOST_NUMBERS;
use crate::import::draft::Draft;
use crate::import::found::Found;
use crate::import::parameters::{self, Writer};
use crate::import::pytorch::{entry, opened};
use crate::import::statement::Statement;
use hdf5_pure::File;
use std::collections::HashMap;
use std::io::Cursor;
use std::rc::Rc;
use zip::ZipArchive;

const DESCRIPTION: &str = "config.json";
const WEIGHTS: &str = "model.weights.h5";
const LARGEST_DESCRIPTION: u64 = 16 << 20;
const LARGEST_WEIGHTS: u64 = 4 * MOST_NUMBERS as u64;
const EXTRA_WEIGHTS: u64 = 128 << 20;

/// Whether this is a ZIP archive as Keras writes it.
pub(in crate::import) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| archive.index_for_name(WEIGHTS).is_some())
}

/// Reads a generator, and says what the file is.
pub(in crate::import) fn archive(
    bytes: &[u8],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, String)> {
    let mut archive = opened(bytes)?;
    let description = entry(&mut archive, DESCRIPTION, LARGEST_DESCRIPTION)?;
    // What is packed small may be large, but not as large as can be said.
    let most = LARGEST_WEIGHTS.min(4 * bytes.len() as u64 + EXTRA_WEIGHTS);
    let weights = entry(&mut archive, WEIGHTS, most)?;
    let description = String::from_utf8_lossy(&description);
    let model = configuration::read(&description)?;
    let numbers = numbers(&model, &open(weights)?, budget)?;
    let format = "Keras 3 archive".to_owned();
    if stated.generator.is_some() {
        return Ok((
            parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?,
            format,
        ));
    }
    Ok((network::draft(&model, &numbers, budget)?, format))
}

/// The tensors, which lie under the layers' classes, counted, as `layers/dense_1/vars/0`, or, in
/// newer files, under the layers' names.
pub(super) fn numbers(model: &Model, file: &File, budget: &Budget) -> Found<Numbers> {
    let mut by_place = HashMap::new();
    for (name, dataset) in datasets(&file.root(), budget)? {
        // An optimiser's state has tensors, too.
        let Some((place, index)) = name.rsplit_once("/vars/") else {
            continue;
        };
        if place.starts_with("optimizer") {
            continue;
        }
        let key = (place.to_owned(), index.to_owned());
        by_place.insert(key, read(&name, &dataset, budget)?);
    }
    let mut numbers = Numbers::default();
    for layer in &model.layers {
        let (folder, _) = layer.place.rsplit_once('/').unwrap_or_default();
        let named = format!("{folder}/{}", layer.name);
        let is_there = by_place.contains_key(&(layer.place.clone(), "0".to_owned()));
        let place = if is_there { &layer.place } else { &named };
        for (index, leaf) in variables(layer).into_iter().enumerate() {
            if let Some(array) = by_place.remove(&(place.clone(), index.to_string())) {
                numbers.add(&layer.name, &format!("{}/{leaf}", layer.name), array);
            }
        }
    }
    Ok(numbers)
}

/// What a layer's variables are, in the order in which Keras makes them.
pub(super) fn variables(layer: &configuration::Layer) -> Vec<&'static str> {
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
