//! Keras' HDF5 files.
//!
//! Read with hdf5-pure: alive, from bytes, without C, and built for wasm32; hdf5-reader maps files
//! into memory and rust-hdf5 opens paths only.

use super::configuration;
use super::network;
use super::numbers::Numbers;
use crate::import::array::{Array, Found, MOST_NUMBERS, count};
use crate::import::draft::Draft;
use crate::import::parameters::{self, Writer};
use crate::import::statement::Statement;
use hdf5_pure::{AttrValue, DType, Dataset, File, Group};
use std::collections::HashMap;

/// Most groups and tensors that are looked at.
const MOST_VISITS: usize = 1 << 14;
/// How deep groups may lie in each other.
const DEEPEST: usize = 16;

/// Whether these are the first bytes of an HDF5 file.
pub(in crate::import) fn is_hdf5(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89HDF\r\n\x1a\n")
}

/// Reads a generator, and says what the file is.
pub(in crate::import) fn hdf5(bytes: &[u8], stated: &Statement) -> Found<(Draft, String)> {
    let file = open(bytes)?;
    let root = file.root();
    let attributes = root.attrs().map_err(broken)?;
    let configuration = text(&attributes, "model_config");
    let group = if root
        .groups()
        .map_err(broken)?
        .iter()
        .any(|name| name == "model_weights")
    {
        file.group("model_weights").map_err(broken)?
    } else {
        root
    };
    let numbers = keras_numbers(&group)?;
    let version =
        text(&attributes, "keras_version").or_else(|| text(&group.attrs().ok()?, "keras_version"));
    let format = format!("Keras {}, HDF5", version.unwrap_or_default()).replace(" ,", ",");
    match configuration {
        Some(json) if stated.generator.is_none() => {
            let model = configuration::read(&json)?;
            Ok((network::draft(&model, &numbers)?, format))
        }
        _ => {
            let mut draft = parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?;
            draft.assume("vectors become images with channels last, as Keras keeps them");
            Ok((draft, format!("{format}, weights only")))
        }
    }
}

pub(super) fn open(bytes: &[u8]) -> Found<File> {
    File::from_bytes(bytes.to_vec()).map_err(broken)
}

pub(super) fn broken(why: hdf5_pure::Error) -> String {
    format!("it is not an HDF5 file that can be read: {why}")
}

/// An attribute that is a text, or one that was split because it is long: `model_config0` and on.
pub(super) fn text(attributes: &HashMap<String, AttrValue>, name: &str) -> Option<String> {
    if let Some(value) = attributes.get(name) {
        return texts(value).map(|texts| texts.concat());
    }
    let parts = (0..).map_while(|index| attributes.get(&format!("{name}{index}")));
    let parts: Vec<String> = parts
        .filter_map(texts)
        .map(|texts| texts.concat())
        .collect();
    (!parts.is_empty()).then(|| parts.concat())
}

fn texts(value: &AttrValue) -> Option<Vec<String>> {
    let one = value.as_str().map(|text| vec![text.to_owned()]);
    one.or_else(|| value.as_strings().map(<[String]>::to_vec))
}

/// The tensors of `model_weights`, which every layer's attribute `weight_names` lists; where there
/// is none, all there are.
fn keras_numbers(group: &Group) -> Found<Numbers> {
    let mut numbers = Numbers::default();
    let mut left = MOST_NUMBERS;
    let listed = group.attrs().map_err(broken)?;
    if group
        .groups()
        .map_err(broken)?
        .iter()
        .any(|name| name == "layers")
    {
        return variables(group);
    }
    let mut layers = names(&listed, "layer_names");
    if layers.is_empty() {
        layers = group.groups().map_err(broken)?;
    }
    for layer in layers.iter().take(MOST_VISITS) {
        let own = group.group(layer).map_err(broken)?;
        let names = names(&own.attrs().map_err(broken)?, "weight_names");
        if names.is_empty() {
            let mut found = Vec::new();
            datasets(&own, "", 0, &mut found)?;
            for (name, dataset) in found {
                numbers.add(layer, &name, read(&name, &dataset, &mut left)?);
            }
        }
        for name in names {
            let dataset = own.dataset(&name).map_err(broken)?;
            numbers.add(layer, &name, read(&name, &dataset, &mut left)?);
        }
    }
    Ok(numbers)
}

/// The tensors of a file of Keras 3 that has weights alone: `layers/dense/vars/0`, and nothing of
/// what they are to their layer but their shapes.
fn variables(group: &Group) -> Found<Numbers> {
    let mut found = Vec::new();
    datasets(group, "", 0, &mut found)?;
    let (mut left, mut layers) = (MOST_NUMBERS, Vec::<(String, Vec<Array>)>::new());
    for (name, dataset) in found {
        let Some((layer, _)) = name.split_once("/vars/") else {
            continue;
        };
        if layer.starts_with("optimizer") {
            continue;
        }
        let layer = layer.rsplit('/').next().unwrap_or(layer).to_owned();
        let array = read(&name, &dataset, &mut left)?;
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

fn names(attributes: &HashMap<String, AttrValue>, name: &str) -> Vec<String> {
    if let Some(value) = attributes.get(name) {
        return texts(value).unwrap_or_default();
    }
    let parts = (0..).map_while(|index| attributes.get(&format!("{name}{index}")));
    parts.filter_map(texts).flatten().collect()
}

/// All tensors of a group and those inside it, with their paths.
pub(super) fn datasets(
    group: &Group,
    path: &str,
    depth: usize,
    found: &mut Vec<(String, Dataset)>,
) -> Found<()> {
    if depth > DEEPEST || found.len() > MOST_VISITS {
        return Err(format!(
            "its groups lie more than {DEEPEST} deep, or are too many"
        ));
    }
    let below = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}/{name}")
        }
    };
    for name in group.datasets().map_err(broken)? {
        let dataset = group.dataset(&name).map_err(broken)?;
        found.push((below(&name), dataset));
    }
    for name in group.groups().map_err(broken)? {
        datasets(
            &group.group(&name).map_err(broken)?,
            &below(&name),
            depth + 1,
            found,
        )?;
    }
    Ok(())
}

/// A tensor's numbers, no more than are `left`.
pub(super) fn read(name: &str, dataset: &Dataset, left: &mut usize) -> Found<Array> {
    let dims: Option<Vec<usize>> = dataset
        .shape()
        .map_err(broken)?
        .into_iter()
        .map(|side| usize::try_from(side).ok())
        .collect();
    let dims = dims.ok_or_else(|| format!("its tensor “{name}” is too large"))?;
    *left = left
        .checked_sub(count(&dims)?)
        .ok_or_else(|| format!("its tensors are more than {MOST_NUMBERS} numbers"))?;
    let values = match dataset.dtype().map_err(broken)? {
        DType::F64 => dataset
            .read_f64()
            .map_err(broken)?
            .into_iter()
            .map(|v| v as f32)
            .collect(),
        DType::F32 => dataset.read_f32().map_err(broken)?,
        DType::I64 | DType::U64 | DType::I32 | DType::U32 => dataset
            .read_f64()
            .map_err(broken)?
            .into_iter()
            .map(|v| v as f32)
            .collect(),
        _ if dataset.element_size().map_err(broken)? == 2 => {
            crate::import::array::Number::F16.decode(&dataset.read_raw().map_err(broken)?)
        }
        other => {
            return Err(format!(
                "its tensor “{name}” has the type {other}, which is not read"
            ));
        }
    };
    Array::new(dims, values).map_err(|why| format!("its tensor “{name}”: {why}"))
}
