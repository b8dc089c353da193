//! Generators that other programs wrote: bytes in, a generator's file out.
//!
//! Five kinds of file are read, none of them by running what it holds: PyTorch's `.pt` and `.pth`,
//! safetensors, ONNX, Keras' `.h5` and `.keras`, and TensorFlow.js' layers model. ONNX, Keras and
//! TensorFlow.js say the whole architecture; so does a PyTorch module that was saved whole, but for
//! what its `forward` does between its layers. A state dict says names and shapes: the rest is
//! inferred, and said ([`Import::assumed`]), and a person corrects it with a [`Statement`].

mod array;
mod choose;
mod draft;
mod finish;
mod keras;
mod onnx;
mod parameters;
mod plain;
mod pytorch;
mod statement;

pub use statement::{LabelEmbedding, Statement};

use crate::sentence::sentence;
use crate::weights::{GeneratorFile, LARGEST_GENERATOR};
use crate::{Error, Result};
use array::Found;
use finish::finish;

/// Most bytes of a foreign file: a checkpoint holds a generator beside much else.
pub const LARGEST_IMPORT: usize = 4 * LARGEST_GENERATOR;

/// A file as it was given.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Its name, for errors and, in TensorFlow.js' manifest, to be found.
    pub name: &'a str,
    /// What it holds.
    pub bytes: &'a [u8],
}

/// A generator that was imported.
#[derive(Debug, Clone)]
pub struct Import {
    /// The generator, as a file of ours would hold it.
    pub model: GeneratorFile,
    /// What was read, as "PyTorch state dict".
    pub format: String,
    /// What the file does not say and was assumed, a clause each.
    pub assumed: Vec<String>,
    /// All of this as a person would state it, to be corrected and handed back.
    pub statement: Statement,
}

/// Imports a generator. `files` is one file, or a TensorFlow.js model's `model.json` and its
/// shards; `key` picks from a nested checkpoint, as `"models.generator"`.
///
/// # Errors
/// [`Error::Weights`], naming the file and what in it cannot be read, or cannot be said in layers
/// of ours.
pub fn import(files: &[Given<'_>], key: Option<&str>, stated: &Statement) -> Result<Import> {
    let Some(main) = main_file(files) else {
        return Err(Error::Weights(sentence!("No file was given to import.")));
    };
    let name = main.name;
    let sentence =
        |why: String| Error::Weights(sentence!("“{name}” cannot be imported: {why}.", name, why));
    if main.bytes.len() > LARGEST_IMPORT {
        return Err(sentence(format!(
            "expected at most {LARGEST_IMPORT} bytes, found {}",
            main.bytes.len()
        )));
    }
    let imported = read(main, files, key, stated).map_err(sentence)?;
    imported.model.check(name)?;
    Ok(imported)
}

/// The names of the files that belong to this one: a TensorFlow.js model's shards; else none.
pub fn shards(bytes: &[u8]) -> Vec<String> {
    if keras::is_tensorflow_js(bytes) {
        keras::shards(bytes)
    } else {
        Vec::new()
    }
}

/// The file that says what the others are.
fn main_file<'a>(files: &[Given<'a>]) -> Option<Given<'a>> {
    let is_json = |file: &&Given<'_>| keras::is_tensorflow_js(file.bytes);
    files
        .iter()
        .find(is_json)
        .or_else(|| files.first())
        .copied()
}

fn read(
    file: Given<'_>,
    files: &[Given<'_>],
    key: Option<&str>,
    stated: &Statement,
) -> Found<Import> {
    let bytes = file.bytes;
    let done = |draft, format: &str| finish(draft, file.name, format, stated);
    if keras::is_hdf5(bytes) {
        let (draft, format) = keras::hdf5(bytes, stated)?;
        done(draft, &format)
    } else if keras::is_archive(bytes) {
        let (draft, format) = keras::archive(bytes, stated)?;
        done(draft, &format)
    } else if keras::is_tensorflow_js(bytes) {
        let (draft, format) = keras::tensorflow_js(file, files, stated)?;
        done(draft, &format)
    } else if plain::is_safetensors(bytes) {
        done(plain::read(bytes, key, stated)?, "safetensors")
    } else if pytorch::is_pytorch(bytes) {
        let (draft, format) = pytorch::read(bytes, key, stated)?;
        done(draft, &format)
    } else if onnx::is_onnx(bytes) {
        let (draft, format) = onnx::read(bytes, stated)?;
        done(draft, &format)
    } else {
        Err(
            "expected PyTorch (.pt, .pth), safetensors, ONNX, Keras (.h5, .keras) or \
             TensorFlow.js (model.json), found none of them"
                .to_owned(),
        )
    }
}
