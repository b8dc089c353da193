//! What every weight file is: safetensors, with JSON about it in one metadata entry.

use super::encoding::{Encoded, STEP, dequantised, from_halves};
use crate::kind::{self, Family, Kind};
use crate::network::{NamedTensor, TensorShape, check_shapes, check_values};
use crate::printable::shortened;
use crate::sentence::{sentence, term};
use crate::{Error, Result};
use adler2::Adler32;
use safetensors::tensor::{Dtype, SafeTensorError, SafeTensors, TensorView};
use serde::Serialize;
use std::collections::HashMap;

/// Name of the metadata entry about the file.
const ENTRY: &str = "ganvas";
/// Name of the metadata entry with the checksum, which files of before do not have.
const CHECKSUM: &str = "checksum";
/// What a safetensors file begins with, behind its header's length, if it has metadata.
const BEGINNING: &[u8] = b"{\"__metadata__\":{";

/// The kind of file that says no kind.
pub(super) const GENERATOR: &str = "generator";

/// Most bytes of safetensors' own header: names, shapes and the metadata.
const LARGEST_HEADER: u64 = 16 << 20;

/// Writes tensors, `header` as JSON in the metadata entry `ganvas`, and a checksum of both.
///
/// # Errors
/// [`Error::Weights`] when the file cannot be written.
pub(crate) fn serialise(tensors: &[Encoded], header: &impl Serialize) -> Result<Vec<u8>> {
    let failed = |error: SafeTensorError| {
        Error::Weights(sentence!(
            "The weights could not be written: {error}.",
            error = error.to_string()
        ))
    };
    let views = tensors
        .iter()
        .map(|tensor| {
            let view = TensorView::new(tensor.dtype, tensor.dims.clone(), &tensor.bytes);
            Ok((&tensor.name, view.map_err(failed)?))
        })
        .collect::<Result<Vec<_>>>()?;
    let header = serde_json::to_string(header).map_err(|error| {
        Error::Weights(sentence!(
            "The header could not be written: {error}.",
            error
        ))
    })?;
    let metadata = HashMap::from([(ENTRY.to_owned(), header.clone())]);
    let bytes = safetensors::serialize(views, Some(metadata)).map_err(failed)?;
    Ok(with_checksum(bytes, &header))
}

/// Puts the checksum into a file's metadata as the first of two entries: safetensors writes several
/// in no fixed order, and the same run is to give the same file.
fn with_checksum(mut bytes: Vec<u8>, header: &str) -> Vec<u8> {
    let Some((length, rest)) = bytes
        .split_first_chunk()
        .map(|(n, rest)| (u64::from_le_bytes(*n), rest))
    else {
        return bytes;
    };
    let data = rest.get(length as usize..).unwrap_or_default();
    let entry = format!("\"{CHECKSUM}\":\"{}\",", checksum(header, data));
    // Spaces keep the numbers where they can be read in place.
    let entry = format!("{entry:<width$}", width = entry.len().next_multiple_of(8));
    if rest.starts_with(BEGINNING) {
        let place = 8 + BEGINNING.len();
        bytes[..8].copy_from_slice(&(length + entry.len() as u64).to_le_bytes());
        bytes.splice(place..place, entry.into_bytes());
    }
    bytes
}

/// Adler-32 of the header's JSON and the numbers: a file that was cut or changed has another.
fn checksum(header: &str, data: &[u8]) -> String {
    let mut sum = Adler32::new();
    sum.write_slice(header.as_bytes());
    sum.write_slice(data);
    format!("adler32:{:08x}", sum.checksum())
}

/// A weight file whose frame is sound; its tensors are not looked at yet.
pub(crate) struct TensorFile<'a> {
    name: &'a str,
    content: SafeTensors<'a>,
    json: String,
}

impl<'a> TensorFile<'a> {
    /// Opens the file `name` of at most `limit` bytes.
    ///
    /// # Errors
    /// [`Error::Weights`] when it is too large, not a safetensors file, or has no entry `ganvas`.
    pub fn open(name: &'a str, bytes: &'a [u8], limit: usize) -> Result<Self> {
        if bytes.len() > limit {
            return Err(Error::Weights(sentence!(
                "“{name}” is too large: expected at most {limit} bytes, found {bytes}.",
                name,
                limit,
                bytes = bytes.len()
            )));
        }
        let is_other = |kind: &Kind| *kind != kind::SAFETENSORS && kind.family != Family::Empty;
        if kind::of(bytes).filter(is_other).is_some() {
            return Err(Error::Weights(sentence!(
                "“{name}” is not a safetensors file: expected one that Ganvas wrote, found {found}.",
                name,
                found = kind::advised(bytes)
            )));
        }
        let claimed = bytes.first_chunk().map(|first| u64::from_le_bytes(*first));
        if claimed.is_some_and(|claimed| claimed > LARGEST_HEADER) {
            return Err(Error::Weights(sentence!(
                "“{name}” is not a safetensors file: expected a header of at most {most} bytes, found \
                 a claim of {claimed}.",
                name,
                most = LARGEST_HEADER,
                claimed = claimed.unwrap_or_default()
            )));
        }
        let broken = |error: SafeTensorError| {
            let error = shortened(&error.to_string(), 200);
            Error::Weights(sentence!(
                "“{name}” is not a whole safetensors file: {error}.",
                name,
                error
            ))
        };
        let (length, metadata) = SafeTensors::read_metadata(bytes).map_err(broken)?;
        let entries = metadata.metadata().as_ref();
        let json = entries.and_then(|entries| entries.get(ENTRY)).cloned();
        let json = json.ok_or_else(|| {
            Error::Weights(sentence!(
                "“{name}” was not written by Ganvas: expected the metadata entry “{entry}”, \
                 found none.",
                name,
                entry = ENTRY
            ))
        })?;
        let claimed = entries.and_then(|entries| entries.get(CHECKSUM));
        let found = || checksum(&json, &bytes[8 + length..]);
        if claimed.is_some_and(|claimed| *claimed != found()) {
            return Err(Error::Weights(sentence!(
                "“{name}” is damaged: its numbers or its header are not what was written, as its \
                 checksum tells. Take another copy; if a program changed it on purpose, have it \
                 leave out the metadata entry “{entry}”.",
                name,
                entry = CHECKSUM
            )));
        }
        let content = SafeTensors::deserialize(bytes).map_err(broken)?;
        Ok(Self {
            name,
            content,
            json,
        })
    }

    /// Reads the header, whose field `kind` must be this, and `version` 1 up to this; without a
    /// kind it is a generator's.
    ///
    /// # Errors
    /// [`Error::Weights`] for another version or kind, or naming the field and the place.
    pub fn header<H>(
        &self,
        version: u32,
        kind: &str,
        read: impl FnOnce(u64, &str) -> serde_json::Result<H>,
    ) -> Result<H> {
        /// The fields that headers of all versions have.
        #[derive(serde::Deserialize)]
        struct Versioned {
            version: u64,
            kind: Option<String>,
        }
        let name = self.name;
        let unreadable = |error: serde_json::Error| {
            let error = shortened(&error.to_string(), 300);
            Error::Weights(sentence!(
                "The header of “{name}” cannot be read: {error}.",
                name,
                error
            ))
        };
        let Versioned {
            version: found,
            kind: found_kind,
        } = serde_json::from_str(&self.json).map_err(unreadable)?;
        let found_kind = found_kind.as_deref().unwrap_or(GENERATOR);
        if found_kind != kind {
            return Err(Error::Weights(sentence!(
                "“{name}” is a {found_kind}; expected a {kind}.",
                name,
                found_kind = term(found_kind),
                kind = term(kind)
            )));
        }
        if !(1..=u64::from(version)).contains(&found) {
            return Err(Error::Weights(sentence!(
                "The header of “{name}” has version {found}; this Ganvas reads up to {version}.",
                name,
                found,
                version
            )));
        }
        read(found, &self.json).map_err(unreadable)
    }

    /// A plan of what is in the header, or [`Error::Weights`], saying why it does not hold
    /// together.
    pub fn planned<P>(&self, plan: Result<P>) -> Result<P> {
        plan.map_err(|why| {
            Error::Weights(sentence!(
                "The networks in the header of “{name}” are not valid. {why}",
                name = self.name,
                why
            ))
        })
    }

    /// Reads exactly the tensors `wanted`, in that order, from f32, f16, or 8-bit numbers with
    /// their steps. Types and shapes are checked before any number is read.
    ///
    /// # Errors
    /// [`Error::Weights`], naming the file, the tensor, what was expected and what was found.
    pub fn tensors(&self, wanted: &[TensorShape]) -> Result<Vec<NamedTensor>> {
        let source = format!("The weights of “{}”", self.name);
        let views: HashMap<&str, TensorView<'_>> = self.content.iter().collect();
        let is_step = |name: &str| {
            let of = name.strip_suffix(STEP).and_then(|of| views.get(of));
            of.is_some_and(|of| of.dtype() == Dtype::I8)
        };
        let shapes = views.iter().map(|(name, view)| (*name, view.shape()));
        check_shapes(&source, wanted, shapes.filter(|(name, _)| !is_step(name)))?;
        for shape in wanted {
            let found = &views[shape.name.as_str()];
            let why = match found.dtype() {
                Dtype::F32 | Dtype::F16 => continue,
                Dtype::I8 => match wrong_steps(found, views.get(&*step_name(shape))) {
                    Some(why) => why,
                    None => continue,
                },
                _ => "expected F32, F16, or I8 with steps",
            };
            let (name, dtype) = (&shape.name, found.dtype());
            return Err(Error::Weights(sentence!(
                "{source} hold {name} as {dtype}; {why}.",
                source,
                name,
                dtype = format!("{dtype:?}"),
                why
            )));
        }
        let read = |shape: &TensorShape| {
            let view = &views[shape.name.as_str()];
            let tensor = NamedTensor {
                name: shape.name.clone(),
                dims: shape.dims.clone(),
                values: match view.dtype() {
                    Dtype::F16 => from_halves(view.data()),
                    Dtype::I8 => {
                        let steps = &views[&*step_name(shape)];
                        let numbers = floats(steps.data());
                        dequantised(view.data(), &shape.dims, steps.shape(), &numbers)
                    }
                    _ => floats(view.data()),
                },
            };
            check_values(&source, &tensor)?;
            Ok(tensor)
        };
        wanted.iter().map(read).collect()
    }
}

fn step_name(shape: &TensorShape) -> String {
    format!("{}{STEP}", shape.name)
}

/// What is wrong with the steps of 8-bit numbers, if anything.
fn wrong_steps(view: &TensorView<'_>, steps: Option<&TensorView<'_>>) -> Option<&'static str> {
    let Some(steps) = steps.filter(|steps| steps.dtype() == Dtype::F32) else {
        return Some("expected a tensor of F32 steps beside it");
    };
    let (dims, sides) = (view.shape(), steps.shape());
    let fits = |(side, whole): (&usize, &usize)| *side == 1 || side == whole;
    let channels = sides.iter().filter(|side| **side != 1).count();
    if sides.len() != dims.len() || channels > 1 || !sides.iter().zip(dims).all(fits) {
        return Some("expected steps along one of its axes");
    }
    None
}

fn floats(bytes: &[u8]) -> Vec<f32> {
    let (chunks, _) = bytes.as_chunks();
    chunks
        .iter()
        .map(|chunk| f32::from_le_bytes(*chunk))
        .collect()
}
