//! Files that were left out because they are called like no image that is read, counted by kind.

use crate::sentence::{Fill, Filling, Sentence, enumerated, sentence};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// How many kinds are named.
const NAMED: usize = 8;

/// Files of a kind that is not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherKind {
    /// Its extension, as “.tif”; in words where it has none, or where it is several kinds.
    pub name: Filling,
    /// How many there are.
    pub files: usize,
}

/// Counts files of kinds that are not read.
#[derive(Debug, Default)]
pub struct OtherKinds(BTreeMap<String, usize>);

impl OtherKinds {
    /// Counts a file by its path.
    pub fn count(&mut self, path: &str) {
        *self.0.entry(kind(path)).or_default() += 1;
    }

    /// The most frequent ones first; what is behind them comes together as “others”.
    pub fn finish(self) -> Vec<OtherKind> {
        let mut kinds: Vec<OtherKind> = self
            .0
            .into_iter()
            .map(|(extension, files)| OtherKind {
                name: match extension.as_str() {
                    "" => sentence!("without extension").filling(),
                    extension => extension.filling(),
                },
                files,
            })
            .collect();
        kinds.sort_by_key(|kind| Reverse(kind.files));
        let rest = kinds.split_off(kinds.len().min(NAMED));
        if !rest.is_empty() {
            kinds.push(OtherKind {
                name: sentence!("others").filling(),
                files: rest.iter().map(|kind| kind.files).sum(),
            });
        }
        kinds
    }
}

/// The kinds for a sentence, as “.tif 30, .heic 10”.
pub fn listed(kinds: &[OtherKind]) -> Sentence {
    let counted =
        |kind: &OtherKind| sentence!("{kind} {count}", kind = kind.name, count = kind.files);
    enumerated(kinds.iter().map(counted).collect())
}

/// The extension of a file, in lower case, or nothing; what is too long for one is part of the name.
fn kind(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    match name.rsplit_once('.') {
        Some((_, extension))
            if (1..=8).contains(&extension.len())
                && extension
                    .chars()
                    .all(|letter| letter.is_ascii_alphanumeric()) =>
        {
            format!(".{}", extension.to_ascii_lowercase())
        }
        _ => String::new(),
    }
}
