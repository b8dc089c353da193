//! Keras' HDF5 files.
//!
//! Read with hdf5-pure: alive, from bytes, without C, and built for wasm32; hdf5-reader maps files
//! into memory and rust-hdf5 opens paths only.

use super::configuration::{self, Model};
use super::network;
use super::numbers::Numbers;
use crate::import::array::{Array, Number, count};
use crate::import::budget::Budget;
use crate::import::draft::Draft;
use crate::import::found::{Found, listed, written};
use crate::import::parameters::{self, Writer};
use crate::import::statement::Statement;
use crate::sentence::{Sentence, sentence};
use hdf5_pure::{AttrValue, Chunk, DType, Dataset, Datatype, File, Group};
use std::collections::HashMap;
use std::rc::Rc;

/// What looking at a group or a tensor costs, in steps of a budget.
const VISIT: usize = 1 << 13;
/// The attribute that describes the layers.
const DESCRIPTION: &str = "model_config";
/// How deep groups may lie in each other.
const DEEPEST: usize = 16;

/// Whether these are the first bytes of an HDF5 file.
pub(in crate::import) fn is_hdf5(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89HDF\r\n\x1a\n")
}

/// Reads a generator, and says what the file is.
pub(in crate::import) fn hdf5(
    bytes: &[u8],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, String)> {
    let file = open(bytes.to_vec())?;
    let attributes = file.root().attrs().map_err(broken)?;
    let group = weights(&file)?;
    let version =
        text(&attributes, "keras_version").or_else(|| text(&group.attrs().ok()?, "keras_version"));
    let format = format!("Keras {}, HDF5", version.unwrap_or_default()).replace(" ,", ",");
    match text(&attributes, DESCRIPTION) {
        Some(json) if stated.generator.is_none() => {
            let model = configuration::read(&json)?;
            let numbers = keras_numbers(&group, budget)?;
            Ok((network::draft(&model, &numbers, budget)?, format))
        }
        None if stated.generator.is_none() => Err(alone(&group)?),
        _ => {
            let numbers = keras_numbers(&group, budget)?;
            let mut draft = parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?;
            draft.assume(sentence!(
                "vectors become images with channels last, as Keras keeps them"
            ));
            Ok((draft, format!("{format}, weights only")))
        }
    }
}

/// What is said of weights without their layers: neither activations nor strides are known, so
/// that nothing can be inferred that would be right but by chance.
fn alone(group: &Group) -> Found<Sentence> {
    let mut layers = names(&group.attrs().map_err(broken)?, "layer_names");
    if layers.is_empty() {
        layers = match group.group("layers") {
            Ok(inner) => inner.groups().map_err(broken)?,
            Err(_) => group.groups().map_err(broken)?,
        };
    }
    Ok(sentence!(
        "it holds Keras' weights alone ({list}), not what the layers do with them: give the model's \
         JSON (model.to_json()) along, save the model whole (.keras), or state the layers in a \
         SPEC.json",
        list = listed(&layers)
    ))
}

/// Whether this file has weights, but no description of the layers.
pub(in crate::import) fn lacks_description(bytes: &[u8]) -> bool {
    let attributes = open(bytes.to_vec()).and_then(|file| file.root().attrs().map_err(broken));
    attributes.is_ok_and(|attributes| text(&attributes, DESCRIPTION).is_none())
}

/// The numbers of a file beside a description of the layers.
pub(super) fn beside(bytes: &[u8], model: &Model, budget: &Rc<Budget>) -> Found<Numbers> {
    let file = open(bytes.to_vec())?;
    let group = weights(&file)?;
    if has_group(&group, "layers")? {
        return super::archive::numbers(model, &file, budget);
    }
    keras_numbers(&group, budget)
}

/// The group that has the weights: of a whole model one of its own.
fn weights(file: &File) -> Found<Group> {
    let root = file.root();
    if has_group(&root, "model_weights")? {
        return file.group("model_weights").map_err(broken);
    }
    Ok(root)
}

fn has_group(group: &Group, name: &str) -> Found<bool> {
    let names = group.groups().map_err(broken)?;
    Ok(names.iter().any(|other| other == name))
}

pub(super) fn open(bytes: Vec<u8>) -> Found<File> {
    File::from_bytes(bytes).map_err(broken)
}

pub(super) fn broken(why: hdf5_pure::Error) -> Sentence {
    sentence!(
        "it is not an HDF5 file that can be read: {why}",
        why = format_args!("{why}")
    )
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
fn keras_numbers(group: &Group, budget: &Budget) -> Found<Numbers> {
    if has_group(group, "layers")? {
        return variables(group, budget);
    }
    let mut numbers = Numbers::default();
    let mut layers = names(&group.attrs().map_err(broken)?, "layer_names");
    if layers.is_empty() {
        layers = group.groups().map_err(broken)?;
    }
    for layer in &layers {
        budget.steps(&[VISIT])?;
        let own = group.group(layer).map_err(broken)?;
        let names = names(&own.attrs().map_err(broken)?, "weight_names");
        if names.is_empty() {
            for (name, dataset) in datasets(&own, budget)? {
                numbers.add(layer, &name, read(&name, &dataset, budget)?);
            }
        }
        for name in names {
            let dataset = own.dataset(&name).map_err(broken)?;
            numbers.add(layer, &name, read(&name, &dataset, budget)?);
        }
    }
    Ok(numbers)
}

/// The tensors of a file of Keras 3 that has weights alone: `layers/dense/vars/0`, and nothing of
/// what they are to their layer but their shapes.
fn variables(group: &Group, budget: &Budget) -> Found<Numbers> {
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

fn names(attributes: &HashMap<String, AttrValue>, name: &str) -> Vec<String> {
    if let Some(value) = attributes.get(name) {
        return texts(value).unwrap_or_default();
    }
    let parts = (0..).map_while(|index| attributes.get(&format!("{name}{index}")));
    parts.filter_map(texts).flatten().collect()
}

/// All tensors of a group and those inside it, with their paths.
pub(super) fn datasets(group: &Group, budget: &Budget) -> Found<Vec<(String, Dataset)>> {
    let mut found = Vec::new();
    visit(group, "", 0, budget, &mut found)?;
    Ok(found)
}

fn visit(
    group: &Group,
    path: &str,
    depth: usize,
    budget: &Budget,
    found: &mut Vec<(String, Dataset)>,
) -> Found<()> {
    if depth > DEEPEST {
        return Err(sentence!(
            "its groups lie more than {most} deep",
            most = DEEPEST
        ));
    }
    let below = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}/{name}")
        }
    };
    let (datasets, groups) = (group.datasets(), group.groups());
    let (datasets, groups) = (datasets.map_err(broken)?, groups.map_err(broken)?);
    // Groups may hold each other in a circle.
    budget.steps(&[VISIT, 1 + datasets.len() + groups.len()])?;
    for name in datasets {
        let dataset = group.dataset(&name).map_err(broken)?;
        found.push((below(&name), dataset));
    }
    for name in groups {
        let inner = group.group(&name).map_err(broken)?;
        visit(&inner, &below(&name), depth + 1, budget, found)?;
    }
    Ok(())
}

/// A tensor's numbers.
pub(super) fn read(name: &str, dataset: &Dataset, budget: &Budget) -> Found<Array> {
    let sized = |why: Sentence| sentence!("its tensor “{name}”: {why}", name, why);
    let dims: Option<Vec<usize>> = dataset
        .shape()
        .map_err(broken)?
        .into_iter()
        .map(|side| usize::try_from(side).ok())
        .collect();
    let dims = dims.ok_or_else(|| sized(sentence!("it is too large")))?;
    let all = count(&dims).map_err(sized)?;
    budget.numbers(all).map_err(sized)?;
    budget.steps(&[VISIT.max(all)]).map_err(sized)?;
    check_chunks(&dims, all, dataset, budget).map_err(sized)?;
    let is_half = |kind: &Datatype| matches!(kind, Datatype::FloatingPoint { size: 2, .. });
    let values = match dataset.dtype().map_err(broken)? {
        DType::F32 | DType::F64 | DType::I64 | DType::U64 | DType::I32 | DType::U32 => {
            dataset.read_f32().map_err(broken)?
        }
        DType::Other(kind) if is_half(&kind) => {
            Number::F16.decode(&dataset.read_raw().map_err(broken)?)
        }
        other => {
            return Err(sized(sentence!(
                "it has the type {dtype}, which is not read",
                dtype = format_args!("{other}")
            )));
        }
    };
    Array::new(dims, values).map_err(sized)
}

/// Refuses chunks beyond the tensor: every one of them is walked through whole.
fn check_chunks(dims: &[usize], all: usize, dataset: &Dataset, budget: &Budget) -> Found<()> {
    let Some(sides) = dataset.chunk_shape().map_err(broken)? else {
        return Ok(());
    };
    let sides = sides.into_iter().map(|side| usize::try_from(side).ok());
    let sides: Option<Vec<usize>> = sides.collect();
    let room = sides.and_then(|sides| count(&sides).ok());
    // A tensor that may grow has chunks of a mebibyte, larger than itself.
    let room = room.filter(|room| *room > 0 && *room <= all.max(1 << 20));
    let room = room.ok_or_else(|| {
        sentence!(
            "its chunks are larger than its {dims}: it may be damaged",
            dims = written(dims)
        )
    })?;
    let chunks = dataset.chunks().map_err(broken)?;
    let is_inside = |chunk: &Chunk| {
        let mut offsets = chunk.offset.iter().zip(dims);
        offsets.all(|(offset, side)| *offset < *side as u64)
    };
    if !chunks.iter().all(is_inside) {
        return Err(sentence!(
            "its chunks lie beyond its {dims}: it may be damaged",
            dims = written(dims)
        ));
    }
    budget.steps(&[2, chunks.len(), room])
}
