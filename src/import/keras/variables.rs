//! The variables of Keras 3's layers, which are numbered, as `layers/dense_1/vars/0`.

use super::configuration::{Layer, Model};
use super::datasets::{datasets, read};
use super::numbers::Numbers;
use crate::import::array::Array;
use crate::import::budget::Budget;
use crate::import::found::Found;
use hdf5_pure::{File, Group};
use std::collections::HashMap;

/// The tensors of `model`: under the layers' classes with a count, as `layers/dense_1/vars/0`, or, in
/// newer files, under the layers' names.
pub(super) fn of_model(model: &Model, file: &File, budget: &Budget) -> Found<Numbers> {
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
        for (index, leaf) in names_of(layer).into_iter().enumerate() {
            if let Some(array) = by_place.remove(&(place.clone(), index.to_string())) {
                numbers.add(&layer.name, &format!("{}/{leaf}", layer.name), array);
            }
        }
    }
    Ok(numbers)
}

/// The tensors of a Keras 3 file of weights alone. What each is in its layer is told by their shapes.
pub(super) fn without_model(group: &Group, budget: &Budget) -> Found<Numbers> {
    let mut layers = Vec::<(String, Vec<Array>)>::new();
    for (name, dataset) in datasets(group, budget)? {
        let Some((layer, _)) = name.split_once("/vars/") else {
            continue;
        };
        if layer.starts_with("optimizer") {
            continue;
        }
        let layer = layer.rsplit('/').next().unwrap_or(layer).to_owned();
        let array = read(&name, &dataset, budget)?;
        match layers.iter_mut().find(|(other, _)| *other == layer) {
            Some((_, arrays)) => arrays.push(array),
            None => layers.push((layer, vec![array])),
        }
    }
    let mut numbers = Numbers::default();
    for (layer, arrays) in layers {
        let is_matrix = arrays[0].dims.len() > 1;
        let leaves: &[&str] = match arrays.len() {
            _ if is_matrix && layer.contains("embedding") => &["embeddings"],
            _ if is_matrix => &["kernel", "bias"],
            2 => &["gamma", "beta"],
            3 => &["beta", "moving_mean", "moving_variance"],
            _ => &["gamma", "beta", "moving_mean", "moving_variance"],
        };
        for (leaf, array) in leaves.iter().zip(arrays) {
            numbers.add(&layer, &format!("{layer}/{leaf}"), array);
        }
    }
    Ok(numbers)
}

/// The names of a layer's variables, in the order in which Keras creates them.
pub(super) fn names_of(layer: &Layer) -> Vec<&'static str> {
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
        "LayerNormalization" | "InstanceNormalization" | "GroupNormalization" => scaled.collect(),
        "SeparableConv2D" => vec!["depthwise_kernel", "pointwise_kernel", "bias"],
        "Embedding" => vec!["embeddings"],
        "PReLU" => vec!["alpha"],
        _ => vec!["kernel", "bias"],
    }
}
