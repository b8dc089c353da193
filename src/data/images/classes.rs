//! Labels from folders: `cats/1.jpg` and `dogs/1.jpg` are two classes.

use std::collections::BTreeMap;

/// Most classes: labels are bytes.
const MOST: usize = 256;

/// A label for each image.
pub(super) struct Labels {
    /// The folders' names, sorted; a label is a place in here.
    pub names: Vec<String>,
    pub of_each: Vec<u8>,
}

/// Labels by the first folder in which the paths differ, if each image lies in one of at least
/// two and at most 256.
pub(super) fn of(paths: &[String]) -> Option<Labels> {
    let folders: Vec<Vec<&str>> = paths
        .iter()
        .map(|path| {
            let mut parts: Vec<&str> = path.split('/').collect();
            parts.pop();
            parts
        })
        .collect();
    let depth = common(&folders);
    let mut numbers = BTreeMap::new();
    for folder in &folders {
        numbers.insert(*folder.get(depth)?, 0);
    }
    if !(2..=MOST).contains(&numbers.len()) {
        return None;
    }
    for (number, label) in numbers.values_mut().zip(0..) {
        *number = label;
    }
    Some(Labels {
        of_each: folders
            .iter()
            .map(|folder| numbers[folder[depth]])
            .collect(),
        names: numbers.into_keys().map(str::to_owned).collect(),
    })
}

/// How many folders all paths begin with.
fn common(folders: &[Vec<&str>]) -> usize {
    let Some((first, others)) = folders.split_first() else {
        return 0;
    };
    let shared = |other: &Vec<&str>| first.iter().zip(other).take_while(|(a, b)| a == b).count();
    others.iter().map(shared).min().unwrap_or(first.len())
}
