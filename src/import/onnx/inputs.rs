//! A graph's inputs: a latent, and perhaps a label.

use super::proto::{Dimension, Graph, TensorType, ValueInfo, is_whole};
use super::value::Value;
use crate::import::found::{Found, listed, written};
use crate::import::label;
use crate::sentence::{Sentence, sentence};
use std::collections::HashSet;

/// A graph's inputs.
pub(super) struct Inputs<'a> {
    /// The latent, or the parts of it.
    pub latents: Vec<&'a ValueInfo>,
    pub label: Option<&'a ValueInfo>,
    /// What had to be assumed to tell them apart.
    pub assumed: Option<Sentence>,
}

/// The inputs that the operators `needed` take.
pub(super) fn inputs<'a>(graph: &'a Graph, needed: &HashSet<usize>) -> Found<Inputs<'a>> {
    // Before version 4 of the format constants were inputs, too.
    let constants: HashSet<&str> = graph.constants.iter().map(|t| t.name.as_str()).collect();
    let taken: HashSet<&str> = needed
        .iter()
        .flat_map(|index| &graph.nodes[*index].inputs)
        .map(String::as_str)
        .collect();
    let is_used = |input: &&ValueInfo| {
        let name = input.name.as_str();
        taken.contains(name) && !constants.contains(name)
    };
    let used: Vec<&ValueInfo> = graph.inputs.iter().filter(is_used).collect();
    let are_parts = |inputs: &[&ValueInfo]| inputs.iter().all(|input| speaks_of_latent(input));
    let (latents, label) = match used[..] {
        [latent] => (vec![latent], None),
        [first, second] if speaks_of_label(first) && speaks_of_label(second) => {
            return Err(sentence!(
                "its inputs “{first}” and “{second}” are both labels by their names or types: it \
                 has no latent",
                first = first.name,
                second = second.name
            ));
        }
        [first, second] if speaks_of_label(first) => (vec![second], Some(first)),
        [first, second] if !speaks_of_label(second) && are_parts(&used) => {
            (vec![first, second], None)
        }
        [first, second] => (vec![first], Some(second)),
        [_, _, ..] if are_parts(&used) => (used.clone(), None),
        [label, ref others @ ..] if speaks_of_label(label) && are_parts(others) => {
            (others.to_vec(), Some(label))
        }
        [ref others @ .., label] if speaks_of_label(label) && are_parts(others) => {
            (others.to_vec(), Some(label))
        }
        _ => {
            let names: Vec<&str> = used.iter().map(|input| input.name.as_str()).collect();
            return Err(sentence!(
                "its graph takes {count} inputs ({list}); a generator takes a latent and perhaps \
                 a label",
                count = used.len(),
                list = listed(&names)
            ));
        }
    };
    let assumed = label.map(assumption).transpose()?.flatten();
    Ok(Inputs {
        latents,
        label,
        assumed,
    })
}

/// What has to be assumed for an input to be a label, if anything.
fn assumption(input: &ValueInfo) -> Found<Option<Sentence>> {
    if is_number(input) {
        return Ok(None);
    }
    let numbers = dims(input)?.get(1).copied().unwrap_or(0);
    let name = &input.name;
    Ok(Some(if speaks_of_label(input) {
        sentence!(
            "the {numbers} numbers of “{name}” are a label, one-hot",
            numbers,
            name
        )
    } else {
        sentence!(
            "the {numbers} numbers of the second input “{name}” are a label, one-hot; a code that \
             takes other numbers cannot be given",
            numbers,
            name
        )
    }))
}

/// Whether an input is a part of the latent by its type and its name.
fn speaks_of_latent(input: &ValueInfo) -> bool {
    let name = input.name.to_ascii_lowercase();
    let words = ["z", "noise", "latent", "style", "eps", "random"];
    !speaks_of_label(input) && words.iter().any(|word| name.starts_with(word))
}

/// Whether an input is a label by its type or its name.
fn speaks_of_label(input: &ValueInfo) -> bool {
    is_number(input) || label::is_named(&input.name)
}

fn is_number(input: &ValueInfo) -> bool {
    tensor(input).is_some_and(|tensor| is_whole(tensor.element))
}

fn tensor(input: &ValueInfo) -> Option<&TensorType> {
    input.kind.as_ref()?.tensor.as_ref()
}

/// An input's dimensions; a batch that is open is 1.
pub(super) fn dims(input: &ValueInfo) -> Found<Vec<usize>> {
    let shape = tensor(input).and_then(|tensor| tensor.shape.as_ref());
    let shape =
        shape.ok_or_else(|| sentence!("its input “{name}” has no shape", name = input.name))?;
    let side = |(axis, side): (usize, &Dimension)| match side.value {
        value if value > 0 => usize::try_from(value).ok(),
        _ if axis == 0 => Some(1),
        _ => None,
    };
    let dims: Option<Vec<usize>> = shape.dims.iter().enumerate().map(side).collect();
    dims.filter(|dims| !dims.is_empty()).ok_or_else(|| {
        sentence!(
            "its input “{name}” leaves more open than the batch",
            name = input.name
        )
    })
}

/// The label as it comes in: its number, or one-hot.
pub(super) fn labelled(input: &ValueInfo) -> Found<Value> {
    let dims = dims(input)?;
    if is_number(input) {
        return Ok(Value::Label(dims));
    }
    match dims.get(1) {
        Some(&classes) if classes > 1 && dims[2..].iter().all(|side| *side == 1) => {
            Ok(Value::OneHot { classes, dims })
        }
        _ => Err(sentence!(
            "its second input “{name}” of {dims} is no label",
            name = input.name,
            dims = written(&dims)
        )),
    }
}
