//! What became of the files.

use crate::error::Error;
use crate::sentence::sentence;
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
            [] => sentence!("There are no images in “{name}”.", name),
            [only] if self.skipped == 1 => sentence!(
                "The only image of “{name}” cannot be used: {only}.",
                name,
                only = only.to_string()
            ),
            [first, ..] => sentence!(
                "None of the {count} images of “{name}” can be used; the first: {first}.",
                count = self.skipped,
                name,
                first = first.to_string()
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
fn printable(text: &str) -> String {
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
