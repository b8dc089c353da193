//! What a file really is, told by its first bytes and not by its name: a file that was expected to
//! be another is refused with it.

mod signatures;
mod text;

use crate::sentence::{Sentence, sentence, term};

/// How many bytes of a file's start tell its kind as well as the whole file does.
pub const START: usize = 4096;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// What people call it, with its article, as “a ZIP archive”: it stands behind “found”.
    pub name: &'static str,
    /// What it is good for.
    pub family: Family,
}

/// Kinds of which the same is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    /// No bytes.
    Empty,
    /// Git LFS' text in place of the file.
    Pointer,
    /// A page of a web site, or a server's message, in place of the file.
    WebPage,
    /// What macOS lays beside a file.
    Companion,
    /// Files packed together or compressed.
    Archive,
    /// An image that is read.
    Image,
    /// An image that no browser, or not every one, draws.
    OtherImage,
    /// A film, or sound.
    Film,
    /// A model that can be imported.
    Model,
    /// A model of TensorFlow's or another program's own kind.
    OtherModel,
    /// Numbers that are no model, as data sets.
    Data,
    /// IDX: a data set as MNIST is.
    Idx,
    /// Text, or anything else.
    Other,
}

impl Kind {
    const fn new(name: &'static str, family: Family) -> Self {
        Self { name, family }
    }

    /// What a person who has this file should do, as a clause; nothing where that depends on what
    /// the file was meant to be.
    pub fn hint(self) -> Option<Sentence> {
        Some(match self.family {
            Family::Empty => sentence!("get the file again"),
            Family::Pointer => sentence!("get the file itself, as by “git lfs pull”"),
            Family::WebPage => sentence!("download the file itself, not the page about it"),
            Family::Companion => sentence!("take the file of the same name without “._”"),
            Family::Archive => sentence!("unpack it first"),
            Family::Image | Family::Idx => sentence!("it can be trained on"),
            Family::OtherImage => sentence!("save it as PNG or JPEG to train on it"),
            Family::Film => sentence!("save its frames as PNG or JPEG to train on them"),
            Family::Model => sentence!("it is to be imported, as another program's generator"),
            Family::OtherModel => sentence!("save it as ONNX or Keras (.h5, .keras) to import it"),
            Family::Data => sentence!("save its images as PNG files, or as IDX, to train on them"),
            Family::Other => return None,
        })
    }
}

/// What Ganvas' own files are, and others' weights.
pub const SAFETENSORS: Kind = Kind::new("a safetensors file", Family::Model);

/// What `file` is: its bytes, or the first [`START`] of them. Nothing where they are of no kind
/// that is known.
pub fn of(file: &[u8]) -> Option<Kind> {
    if file.is_empty() {
        return Some(Kind::new("nothing at all", Family::Empty));
    }
    signatures::of(file).or_else(|| text::of(&file[..file.len().min(START)]))
}

/// What `file` is, to stand behind “found”: its kind, or its first bytes.
pub fn described(file: &[u8]) -> Sentence {
    match of(file) {
        Some(kind) => term(kind.name),
        None => {
            let start = file.iter().take(4);
            let hex: Vec<String> = start.map(|byte| format!("{byte:02X}")).collect();
            hex.join(" ").into()
        }
    }
}

/// The same with what to do about it: “a Git LFS pointer: get the file itself, …”.
pub fn advised(file: &[u8]) -> Sentence {
    let kind = described(file);
    match of(file).and_then(Kind::hint) {
        Some(hint) => sentence!("{kind}: {hint}", kind, hint),
        None => kind,
    }
}

#[cfg(test)]
mod tests;
