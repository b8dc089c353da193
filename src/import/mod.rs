//! Imports generators that other programs wrote: bytes in, a Ganvas generator out.
//!
//! Five formats are read, and nothing in them is ever run: PyTorch's `.pt` and `.pth`, safetensors,
//! ONNX, Keras' `.h5` and `.keras`, and TensorFlow.js' layers models. ONNX, Keras and TensorFlow.js
//! files contain the whole architecture. So does a PyTorch module that was saved whole, except for what
//! its `forward` does between the layers. A state dict contains only names and shapes: the rest is
//! inferred and reported ([`Import::assumed`]), and a person corrects it with a [`Statement`].

mod absorb;
mod affine;
mod array;
mod beside;
mod budget;
mod chainer;
mod choose;
mod draft;
mod finish;
mod fixed;
mod found;
mod given;
mod independent;
mod join;
mod keras;
mod label;
mod onnx;
mod parameters;
mod partner;
mod plain;
mod prelu;
mod proposals;
mod pytorch;
mod range;
mod reorder;
mod roles;
mod select;
mod square;
mod statement;
mod steps;
#[cfg(test)]
mod tests;
mod zipped;

pub use finish::Import;
pub use given::Given;
pub use partner::{Partner, partner};
pub use proposals::{MOST_PROPOSALS, PROPOSED_IMAGES, Proposal, proposals};
pub use statement::{LabelEmbedding, Statement};

use crate::kind;
use crate::printable::shortened;
use crate::sentence::{Sentence, sentence};
use crate::weights::LARGEST_GENERATOR;
use crate::{Error, Result};
use budget::Budget;
use finish::finish;
use found::Found;
use std::rc::Rc;

/// Most bytes of a file to import: a checkpoint holds a generator and much else.
pub const LARGEST_IMPORT: usize = 4 * LARGEST_GENERATOR;

/// Imports a generator. `files` is one file, or those that belong together: a TensorFlow.js model's
/// `model.json` and its shards, Keras' JSON and its weights, an ONNX graph and its data; `key` picks
/// from a nested checkpoint, as `"models.generator"`.
///
/// # Errors
/// [`Error::Weights`], naming the file and what in it cannot be read, or is not supported.
pub fn import(files: &[Given<'_>], key: Option<&str>, stated: &Statement) -> Result<Import> {
    let Some(main) = main_file(files) else {
        return Err(Error::Weights(sentence!("No file was given to import.")));
    };
    let name = shortened(main.name, 100);
    let sentence =
        |why: Sentence| Error::Weights(sentence!("“{name}” cannot be imported: {why}.", name, why));
    let bytes = files.iter().map(|file| file.bytes.len()).sum();
    if bytes > LARGEST_IMPORT {
        return Err(sentence(sentence!(
            "expected at most {most} bytes, found {bytes}",
            most = LARGEST_IMPORT,
            bytes
        )));
    }
    let budget = Rc::new(Budget::of(bytes));
    let mut imported = read(main, files, key, stated, &budget).map_err(sentence)?;
    let plan = imported.model.header.plan();
    plan.map_err(|why| Error::Weights(sentence!("“{name}” cannot be imported: {why}", name, why)))?;
    imported.model.check(main.name)?;
    imported.assumed.extend(left_aside(main, files));
    Ok(imported)
}

/// A first draft of a `SPEC.json` for a file that contains no architecture, whether or not it can be
/// imported without one: its layers and tensors, as far as they are known, for a person to correct.
///
/// # Errors
/// [`Error::Weights`] for a file that cannot be read, or that says all of this itself.
pub fn outline(file: Given<'_>, key: Option<&str>) -> Result<Statement> {
    let Given { name, bytes } = file;
    let sentence =
        |why: Sentence| Error::Weights(sentence!("“{name}” has no outline: {why}.", name, why));
    if bytes.len() > LARGEST_IMPORT {
        return Err(sentence(sentence!(
            "it has more than {most} bytes",
            most = LARGEST_IMPORT
        )));
    }
    let found = if plain::is_safetensors(bytes) {
        plain::outline(bytes, key)
    } else if chainer::is_arrays(bytes) {
        chainer::outline(bytes)
    } else if pytorch::is_pytorch(bytes) && !keras::is_archive(bytes) {
        pytorch::outline(bytes, key)
    } else {
        Err(sentence!(
            "expected PyTorch or safetensors; other files say their layers"
        ))
    };
    found.map_err(sentence)
}

/// The paths, relative to its folder, of the files that this one refers to: a TensorFlow.js model's
/// shards, an ONNX graph's external data.
pub fn shards(bytes: &[u8]) -> Vec<String> {
    let named = if keras::is_tensorflow_js(bytes) {
        keras::shards(bytes)
    } else if onnx::is_onnx(bytes) {
        onnx::parts(bytes)
    } else {
        Vec::new()
    };
    named
        .iter()
        .filter_map(|path| beside::inside(path))
        .collect()
}

/// The file to start from: a description, else a graph that refers to other files, else the first.
fn main_file<'a>(files: &[Given<'a>]) -> Option<Given<'a>> {
    let is_description = |file: &&Given<'_>| {
        keras::is_tensorflow_js(file.bytes) || keras::is_description(file.bytes)
    };
    let is_graph = |file: &&Given<'_>| !shards(file.bytes).is_empty();
    let several = || files.iter().filter(|_| files.len() > 1);
    files
        .iter()
        .find(is_description)
        .or_else(|| several().find(is_graph))
        .or_else(|| files.first())
        .copied()
}

/// Tells of files that were given but are not part of the generator.
fn left_aside(main: Given<'_>, files: &[Given<'_>]) -> Option<Sentence> {
    let named = shards(main.bytes);
    let last = |path: &str| path.rsplit(['/', '\\']).next().map(str::to_owned);
    let is_used = |file: &&Given<'_>| {
        file.name == main.name
            || named.iter().any(|name| last(name) == last(file.name))
            || (keras::is_description(main.bytes) && keras::is_hdf5(file.bytes))
    };
    let others = files.iter().filter(|file| !is_used(file));
    let names: Vec<&str> = others.map(|file| file.name).collect();
    let list = found::named(names.iter().copied());
    match names.len() {
        0 => None,
        1 => Some(sentence!("{list} is left aside", list)),
        _ => Some(sentence!("{list} are left aside", list)),
    }
}

fn read(
    file: Given<'_>,
    files: &[Given<'_>],
    key: Option<&str>,
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<Import> {
    let bytes = file.bytes;
    let done = |(draft, format)| finish(draft, file.name, format, stated);
    if keras::is_hdf5(bytes) {
        done(keras::hdf5(bytes, stated, budget)?)
    } else if keras::is_archive(bytes) {
        done(keras::archive(bytes, stated, budget)?)
    } else if keras::is_tensorflow_js(bytes) {
        done(keras::tensorflow_js(file, files, stated, budget)?)
    } else if keras::is_description(bytes) {
        done(keras::description(file, files, stated, budget)?)
    } else if plain::is_safetensors(bytes) {
        done((
            plain::read(bytes, key, stated)?,
            "safetensors".to_owned().into(),
        ))
    } else if chainer::is_arrays(bytes) {
        let format = sentence!("NumPy arrays of Chainer");
        done((chainer::read(bytes, stated)?, format))
    } else if pytorch::is_pytorch(bytes) {
        done(pytorch::read(bytes, key, stated)?)
    } else if onnx::is_onnx(bytes) {
        done(onnx::read(bytes, files, stated, budget)?)
    } else {
        Err(sentence!(
            "expected PyTorch (.pt, .pth), safetensors, ONNX, Keras (.h5, .keras) or \
             TensorFlow.js (model.json), found {found}",
            found = kind::advised(bytes)
        ))
    }
}
