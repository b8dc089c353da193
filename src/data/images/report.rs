//! What became of the files.

use super::OtherKind;
use super::kinds::listed;
use crate::error::Error;
use crate::printable::printable;
use crate::sentence::{Sentence, sentence};
use serde::Serialize;
use std::fmt;

/// How many of the skipped files a report names.
pub const NAMED: usize = 20;

/// How many files made it into a set, and which did not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ImageReport {
    /// The set's name.
    pub name: String,
    /// Images in the set.
    pub kept: usize,
    /// Files that could not be used.
    pub skipped: usize,
    /// The first [`NAMED`] of them.
    pub first_skipped: Vec<Skipped>,
    /// What each class is called, if the images lie in a folder for each.
    pub classes: Vec<String>,
    /// Why folders gave no labels, as “300 folders are more than 256 classes”; nothing where there
    /// are labels, or no folders.
    pub unlabelled: Option<Sentence>,
    /// Files that were left out because images are called otherwise, by kind.
    pub other_kinds: Vec<OtherKind>,
    /// How many of the images in the set have colours.
    pub coloured: usize,
    /// Width and height of the largest image, before it was cut or resized.
    pub largest: [u32; 2],
}

/// A file that could not be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Skipped {
    /// Its path in the set.
    pub path: String,
    /// Why, as “it is empty”.
    pub why: Sentence,
}

impl ImageReport {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            kept: 0,
            skipped: 0,
            first_skipped: Vec::new(),
            classes: Vec::new(),
            unlabelled: None,
            other_kinds: Vec::new(),
            coloured: 0,
            largest: [0; 2],
        }
    }

    /// Counts an image that made it into the set.
    pub(super) fn keep(&mut self, size: [u32; 2]) {
        let pixels = |[width, height]: [u32; 2]| u64::from(width) * u64::from(height);
        self.kept += 1;
        if pixels(size) > pixels(self.largest) {
            self.largest = size;
        }
    }

    pub(super) fn skip(&mut self, path: &str, why: Sentence) {
        self.skipped += 1;
        if self.first_skipped.len() < NAMED {
            self.first_skipped.push(Skipped {
                path: printable(path),
                why,
            });
        }
    }

    pub(super) fn nothing_kept(&self) -> Error {
        let name = &self.name;
        Error::Data(match &self.first_skipped[..] {
            [] if !self.other_kinds.is_empty() => sentence!(
                "There are no images in “{name}” (JPEG, PNG, WebP, GIF or BMP), but files of other \
                 kinds: {kinds}.",
                name,
                kinds = listed(&self.other_kinds)
            ),
            [] => sentence!("There are no images in “{name}”.", name),
            [only] if self.skipped == 1 => sentence!(
                "The only image of “{name}” cannot be used: {only}.",
                name,
                only = only.sentence()
            ),
            [first, ..] => sentence!(
                "None of the {count} images of “{name}” can be used; the first: {first}.",
                count = self.skipped,
                name,
                first = first.sentence()
            ),
        })
    }
}

impl Skipped {
    /// The file and why it could not be used, as “a.jpg: it is empty”.
    pub fn sentence(&self) -> Sentence {
        sentence!("{path}: {why}", path = self.path, why = self.why)
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.sentence().fmt(f)
    }
}
