//! PyTorch's file formats: ZIP archives since 1.6, and before that a sequence of pickles followed by the
//! storages.

use super::heap::{Heap, Id, Value};
use super::pickle;
use super::storage::Storages;
use crate::import::found::{Found, short};
use crate::import::zipped::{beginning, entry, opened};
use crate::sentence::{Sentence, sentence};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;

/// Most bytes of a pickle: names, shapes and modules, but no numbers.
const LARGEST_PICKLE: u64 = 64 << 20;

/// The magic number of the old container, as its first pickle begins.
const OLD: &[u8] = &[
    0x80, 0x02, 0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19,
];

/// Whether these are the first bytes of a file that PyTorch writes.
pub(in crate::import) fn is_pytorch(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0x80]) || bytes.starts_with(b"ustar")
}

/// A file's values, the one that was saved, and its storages.
pub(super) struct Opened<'a> {
    pub heap: Heap,
    pub root: Id,
    pub storages: Storages<'a>,
}

pub(super) fn open(bytes: &[u8]) -> Found<Opened<'_>> {
    if bytes.starts_with(b"PK") {
        zipped(bytes)
    } else if bytes.starts_with(OLD) {
        old(bytes)
    } else {
        bare(bytes)
    }
}

fn zipped(bytes: &[u8]) -> Found<Opened<'_>> {
    let mut archive = opened(bytes)?;
    let names = archive.file_names().filter_map(Result::ok);
    let names: Vec<String> = names.map(|name| name.into_owned()).collect();
    let pickle = names
        .iter()
        .find(|name| *name == "data.pkl" || name.ends_with("/data.pkl"));
    let pickle = pickle
        .ok_or_else(|| sentence!("it is a ZIP archive without PyTorch's data.pkl"))?
        .clone();
    let folder = pickle.trim_end_matches("data.pkl").to_owned();
    if names.contains(&format!("{folder}byteorder")) {
        let order = entry(&mut archive, &format!("{folder}byteorder"), 16)?;
        if order != b"little" {
            return Err(sentence!("its numbers are big-endian, which is not read"));
        }
    }
    let content = entry(&mut archive, &pickle, LARGEST_PICKLE)?;
    let mut heap = Heap::default();
    let (root, _) = pickle::read(&mut heap, &content)?;
    let archive = RefCell::new(archive);
    let storages = Storages::new(move |key: &str, needed: usize| {
        let name = format!("{folder}data/{key}");
        beginning(&mut archive.borrow_mut(), &name, needed).map(Cow::Owned)
    });
    Ok(Opened {
        heap,
        root,
        storages,
    })
}

/// Magic number, protocol, system, the value, the storages' keys; then every storage: its length
/// in numbers, and the numbers.
fn old(bytes: &[u8]) -> Found<Opened<'_>> {
    let mut heap = Heap::default();
    let mut place = 0;
    let mut values = [0; 5];
    for value in &mut values {
        let (id, length) = pickle::read(&mut heap, &bytes[place..])?;
        (*value, place) = (id, place + length);
    }
    let [_, _, _, root, keys] = values;
    let sizes = storage_sizes(&heap);
    let mut found = HashMap::new();
    for key in heap.sequence(keys).unwrap_or_default() {
        let key = heap
            .text(*key)
            .ok_or_else(|| sentence!("the list of its storages is no list of names"))?;
        let early = || {
            sentence!(
                "it ends before its storage “{name}” does",
                name = short(key)
            )
        };
        let count = bytes.get(place..place + 8).ok_or_else(early)?;
        let count = u64::from_le_bytes(count.try_into().map_err(|_| early())?);
        let size = sizes.get(key).copied().unwrap_or(4);
        let length = usize::try_from(count)
            .ok()
            .and_then(|count| count.checked_mul(size));
        let end = length.and_then(|length| (place + 8).checked_add(length));
        let own = end
            .and_then(|end| bytes.get(place + 8..end))
            .ok_or_else(early)?;
        place += 8 + own.len();
        found.insert(key.to_owned(), own);
    }
    let storages = Storages::new(move |key: &str, needed: usize| {
        let own = found.get(key).map(|own| &own[..needed.min(own.len())]);
        own.map(Cow::Borrowed).ok_or_else(|| lacks(key))
    });
    Ok(Opened {
        heap,
        root,
        storages,
    })
}

fn lacks(key: &str) -> Sentence {
    sentence!("it lacks the storage “{name}”", name = short(key))
}

/// Bytes of a number in every storage that the pickle mentions.
fn storage_sizes(heap: &Heap) -> HashMap<String, usize> {
    let mut sizes = HashMap::new();
    for value in heap.values() {
        let Value::Persistent(id) = value else {
            continue;
        };
        let Some([_, kind, key, ..]) = heap.sequence(*id) else {
            continue;
        };
        let (Value::Global(kind), Some(key)) = (heap.get(*kind), heap.text(*key)) else {
            continue;
        };
        if let Ok(number) = super::storage::element_type(kind) {
            sizes.insert(key.to_owned(), number.size());
        }
    }
    sizes
}

/// A pickle alone, which has no storages.
fn bare(bytes: &[u8]) -> Found<Opened<'_>> {
    let mut heap = Heap::default();
    let (root, _) = pickle::read(&mut heap, bytes)?;
    let storages = Storages::new(|key: &str, _| Err(lacks(key)));
    Ok(Opened {
        heap,
        root,
        storages,
    })
}
