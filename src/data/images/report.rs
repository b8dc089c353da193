//! What became of the files.

use super::OtherKind;
use super::kinds::listed;
use crate::error::Error;
use serde::Serialize;
use std::fmt;

/// How many of the skipped files a report names.
pub const NAMED: usize = 20;

/// Longest name or reason in a report, in characters.
const LONGEST: usize = 200;

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
    pub unlabelled: Option<String>,
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
    pub why: String,
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

    pub(super) fn skip(&mut self, path: &str, why: &str) {
        self.skipped += 1;
        if self.first_skipped.len() < NAMED {
            self.first_skipped.push(Skipped {
                path: printable(path),
                why: printable(why),
            });
        }
    }

    pub(super) fn nothing_kept(&self) -> Error {
        let name = &self.name;
        Error::Data(match &self.first_skipped[..] {
            [] if !self.other_kinds.is_empty() => format!(
                "There are no images in “{name}” (JPEG, PNG, WebP, GIF or BMP), but files of other \
                 kinds: {}.",
                listed(&self.other_kinds)
            ),
            [] => format!("There are no images in “{name}”."),
            [only] if self.skipped == 1 => {
                format!("The only image of “{name}” cannot be used: {only}.")
            }
            [first, ..] => format!(
                "None of the {} images of “{name}” can be used; the first: {first}.",
                self.skipped
            ),
        })
    }
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.why)
    }
}

/// Names come from strangers: no control characters reach a terminal, and no endless lines.
pub(super) fn printable(text: &str) -> String {
    let replaced = |character: char| match character {
        character if character.is_control() => '\u{FFFD}',
        character => character,
    };
    let mut short: String = text.chars().take(LONGEST).map(replaced).collect();
    if text.chars().nth(LONGEST).is_some() {
        short.push('…');
    }
    short
}
