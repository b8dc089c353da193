//! Keras' HDF5 files: models, and weights alone.

use super::configuration::{self, Model};
use super::datasets::{VISIT, broken, datasets, has_group, names, open, read, text};
use super::network;
use super::numbers::Numbers;
use super::variables;
use crate::import::budget::Budget;
use crate::import::draft::Draft;
use crate::import::found::{Found, SPEC, listed};
use crate::import::parameters::{self, Writer};
use crate::import::statement::Statement;
use crate::sentence::{Sentence, sentence};
use hdf5_pure::{File, Group};
use std::rc::Rc;

/// The attribute that describes the layers.
const DESCRIPTION: &str = "model_config";

/// Whether these are the first bytes of an HDF5 file.
pub(in crate::import) fn is_hdf5(bytes: &[u8]) -> bool {
    bytes.starts_with(b"\x89HDF\r\n\x1a\n")
}

/// Reads a generator, and says what the file is.
pub(in crate::import) fn hdf5(
    bytes: &[u8],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, Sentence)> {
    let file = open(bytes.to_vec())?;
    let attributes = file.root().attrs().map_err(broken)?;
    let group = weights(&file)?;
    let version =
        text(&attributes, "keras_version").or_else(|| text(&group.attrs().ok()?, "keras_version"));
    let format = match version {
        Some(version) => sentence!("Keras {version}, HDF5", version),
        None => sentence!("Keras, HDF5"),
    };
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
            Ok((draft, sentence!("{format}, weights only", format)))
        }
    }
}

/// Refuses weights without a description: neither activations nor strides are known, so anything
/// inferred would be right only by chance.
fn alone(group: &Group) -> Found<Sentence> {
    let mut layers = names(&group.attrs().map_err(broken)?, "layer_names");
    if layers.is_empty() {
        layers = match group.group("layers") {
            Ok(inner) => inner.groups().map_err(broken)?,
            Err(_) => group.groups().map_err(broken)?,
        };
    }
    Ok(sentence!(
        "it holds Keras' weights alone ({list}), not what the layers do with them: give the \
         model's JSON (model.to_json()) along, save the model whole (.keras), or state the layers \
         in a {spec}",
        list = listed(&layers),
        spec = SPEC
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
        return variables::of_model(model, &file, budget);
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

/// The tensors of `model_weights`, which every layer's attribute `weight_names` lists; where there
/// is none, all there are.
fn keras_numbers(group: &Group, budget: &Budget) -> Found<Numbers> {
    if has_group(group, "layers")? {
        return variables::without_model(group, budget);
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
