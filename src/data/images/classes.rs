//! Labels from folders: `cats/1.jpg` and `dogs/1.jpg` are two classes.

use crate::printable::printable;
use crate::sentence::{Sentence, sentence};
use std::collections::{BTreeMap, BTreeSet};

/// Most classes: labels are bytes.
const MOST: usize = 256;

/// What the parts of a data set are called that is split: no classes of it.
const PARTS: [&str; 9] = [
    "train",
    "training",
    "test",
    "testing",
    "val",
    "valid",
    "validation",
    "dev",
    "eval",
];

/// What the folders of the images say.
#[derive(Debug, PartialEq)]
pub(super) enum Folders {
    /// Each image lies in one of at least two classes, but for those outside, which are fewer.
    Classes(Labels),
    /// They are no classes; why, as “300 folders are more than 256 classes”, if they look like some.
    None(Option<Sentence>),
}

/// A label for each image.
#[derive(Debug, PartialEq)]
pub(super) struct Labels {
    /// The folders' names, sorted; a label is a place in here.
    pub names: Vec<String>,
    /// Nothing for an image that lies in no class.
    pub of_each: Vec<Option<u8>>,
}

/// Labels by the first folder in which the paths differ; the parts of a split set are looked
/// through.
pub(super) fn of(paths: &[String]) -> Folders {
    let folders: Vec<Vec<&str>> = paths.iter().map(|path| folders(path)).collect();
    let mut depth = 0;
    let names = loop {
        let names: BTreeSet<&str> = at(&folders, depth).collect();
        match names.len() {
            0 => return Folders::None(None),
            1 => depth += 1,
            _ if are_parts(&folders, depth, &names) => depth += 1,
            _ => break names,
        }
    };
    if names.len() > MOST {
        return Folders::None(Some(sentence!(
            "{count} folders are more than {most} classes",
            count = names.len(),
            most = MOST
        )));
    }
    let inside = at(&folders, depth).count();
    let outside = folders.iter().position(|folder| folder.len() <= depth);
    if let Some(first) = outside
        && inside * 2 <= folders.len()
    {
        return Folders::None(Some(sentence!(
            "{outside} of {count} images lie outside of the {folders} folders, the first “{first}”",
            outside = folders.len() - inside,
            count = folders.len(),
            folders = names.len(),
            first = printable(&paths[first])
        )));
    }
    let numbers: BTreeMap<&str, u8> = names.into_iter().zip(0..=u8::MAX).collect();
    Folders::Classes(Labels {
        of_each: folders
            .iter()
            .map(|folder| folder.get(depth).map(|name| numbers[name]))
            .collect(),
        names: numbers.into_keys().map(str::to_owned).collect(),
    })
}

/// The folders that a file lies in, outermost first.
fn folders(path: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    parts
}

/// The folders at this depth, one for each image that lies so deep.
fn at<'a>(folders: &'a [Vec<&'a str>], depth: usize) -> impl Iterator<Item = &'a str> {
    folders
        .iter()
        .filter_map(move |folder| folder.get(depth))
        .copied()
}

/// Whether these are the parts of a split set: called so all of them, or at least two, and then
/// with the same folders in each.
fn are_parts(folders: &[Vec<&str>], depth: usize, names: &BTreeSet<&str>) -> bool {
    let is_part = |name: &&&str| PARTS.contains(&name.to_lowercase().as_str());
    match names.iter().filter(is_part).count() {
        all if all == names.len() => true,
        2.. => has_the_same_in_each(folders, depth),
        _ => false,
    }
}

/// Whether the folders of each are among those of the one that has the most.
fn has_the_same_in_each(folders: &[Vec<&str>], depth: usize) -> bool {
    let mut inside: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for folder in folders {
        if let Some(name) = folder.get(depth) {
            inside
                .entry(name)
                .or_default()
                .extend(folder.get(depth + 1));
        }
    }
    let most = inside.values().max_by_key(|names| names.len());
    most.is_some_and(|most| {
        let mut each = inside.values();
        each.all(|names| !names.is_empty() && names.is_subset(most))
    })
}
