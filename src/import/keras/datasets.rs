//! Groups, attributes and tensors of HDF5 files.
//!
//! Read with hdf5-pure, which is maintained, reads from bytes, needs no C and builds for wasm32;
//! hdf5-reader maps files into memory, and rust-hdf5 opens paths only.

use crate::import::array::{Array, ElementType, count};
use crate::import::budget::Budget;
use crate::import::found::{Found, written};
use crate::sentence::{Sentence, sentence};
use hdf5_pure::{AttrValue, Chunk, DType, Dataset, Datatype, File, Group};
use std::collections::HashMap;

/// What looking at a group or a tensor costs, in steps of a budget.
pub(super) const VISIT: usize = 1 << 13;
/// How deep groups may be nested.
const DEEPEST: usize = 16;

pub(super) fn has_group(group: &Group, name: &str) -> Found<bool> {
    let names = group.groups().map_err(broken)?;
    Ok(names.iter().any(|other| other == name))
}

pub(super) fn open(bytes: Vec<u8>) -> Found<File> {
    File::from_bytes(bytes).map_err(broken)
}

pub(super) fn broken(why: hdf5_pure::Error) -> Sentence {
    sentence!(
        "it is not an HDF5 file that can be read: {why}",
        why = format_args!("{why}")
    )
}

/// An attribute that is a text, or one that was split because it is long: `model_config0` and on.
pub(super) fn text(attributes: &HashMap<String, AttrValue>, name: &str) -> Option<String> {
    if let Some(value) = attributes.get(name) {
        return texts(value).map(|texts| texts.concat());
    }
    let parts = (0..).map_while(|index| attributes.get(&format!("{name}{index}")));
    let parts: Vec<String> = parts
        .filter_map(texts)
        .map(|texts| texts.concat())
        .collect();
    (!parts.is_empty()).then(|| parts.concat())
}

fn texts(value: &AttrValue) -> Option<Vec<String>> {
    let one = value.as_str().map(|text| vec![text.to_owned()]);
    one.or_else(|| value.as_strings().map(<[String]>::to_vec))
}

pub(super) fn names(attributes: &HashMap<String, AttrValue>, name: &str) -> Vec<String> {
    if let Some(value) = attributes.get(name) {
        return texts(value).unwrap_or_default();
    }
    let parts = (0..).map_while(|index| attributes.get(&format!("{name}{index}")));
    parts.filter_map(texts).flatten().collect()
}

/// All tensors of a group and those inside it, with their paths.
pub(super) fn datasets(group: &Group, budget: &Budget) -> Found<Vec<(String, Dataset)>> {
    let mut found = Vec::new();
    visit(group, "", 0, budget, &mut found)?;
    Ok(found)
}

fn visit(
    group: &Group,
    path: &str,
    depth: usize,
    budget: &Budget,
    found: &mut Vec<(String, Dataset)>,
) -> Found<()> {
    if depth > DEEPEST {
        return Err(sentence!(
            "its groups lie more than {most} deep",
            most = DEEPEST
        ));
    }
    let below = |name: &str| {
        if path.is_empty() {
            name.to_owned()
        } else {
            format!("{path}/{name}")
        }
    };
    let (datasets, groups) = (group.datasets(), group.groups());
    let (datasets, groups) = (datasets.map_err(broken)?, groups.map_err(broken)?);
    // Groups may hold each other in a circle.
    budget.steps(&[VISIT, 1 + datasets.len() + groups.len()])?;
    for name in datasets {
        let dataset = group.dataset(&name).map_err(broken)?;
        found.push((below(&name), dataset));
    }
    for name in groups {
        let inner = group.group(&name).map_err(broken)?;
        visit(&inner, &below(&name), depth + 1, budget, found)?;
    }
    Ok(())
}

/// A tensor's numbers.
pub(super) fn read(name: &str, dataset: &Dataset, budget: &Budget) -> Found<Array> {
    let sized = |why: Sentence| sentence!("its tensor “{name}”: {why}", name, why);
    let dims: Option<Vec<usize>> = dataset
        .shape()
        .map_err(broken)?
        .into_iter()
        .map(|side| usize::try_from(side).ok())
        .collect();
    let dims = dims.ok_or_else(|| sized(sentence!("it is too large")))?;
    let all = count(&dims).map_err(sized)?;
    budget.numbers(all).map_err(sized)?;
    budget.steps(&[VISIT.max(all)]).map_err(sized)?;
    check_chunks(&dims, all, dataset, budget).map_err(sized)?;
    let is_half = |kind: &Datatype| matches!(kind, Datatype::FloatingPoint { size: 2, .. });
    let values = match dataset.dtype().map_err(broken)? {
        DType::F32 | DType::F64 | DType::I64 | DType::U64 | DType::I32 | DType::U32 => {
            dataset.read_f32().map_err(broken)?
        }
        DType::Other(kind) if is_half(&kind) => {
            ElementType::F16.decode(&dataset.read_raw().map_err(broken)?)
        }
        other => {
            return Err(sized(sentence!(
                "it has the type {dtype}, which is not read",
                dtype = format_args!("{other}")
            )));
        }
    };
    Array::new(dims, values).map_err(sized)
}

/// Refuses chunks beyond the tensor: every one of them is walked through whole.
fn check_chunks(dims: &[usize], all: usize, dataset: &Dataset, budget: &Budget) -> Found<()> {
    let Some(sides) = dataset.chunk_shape().map_err(broken)? else {
        return Ok(());
    };
    let sides = sides.into_iter().map(|side| usize::try_from(side).ok());
    let sides: Option<Vec<usize>> = sides.collect();
    let room = sides.and_then(|sides| count(&sides).ok());
    // A tensor that may grow has chunks of a mebibyte, larger than itself.
    let room = room.filter(|room| *room > 0 && *room <= all.max(1 << 20));
    let room = room.ok_or_else(|| {
        sentence!(
            "its chunks are larger than its {dims}: it may be damaged",
            dims = written(dims)
        )
    })?;
    let chunks = dataset.chunks().map_err(broken)?;
    let is_inside = |chunk: &Chunk| {
        let mut offsets = chunk.offset.iter().zip(dims);
        offsets.all(|(offset, side)| *offset < *side as u64)
    };
    if !chunks.iter().all(is_inside) {
        return Err(sentence!(
            "its chunks lie beyond its {dims}: it may be damaged",
            dims = written(dims)
        ));
    }
    budget.steps(&[2, chunks.len(), room])
}
