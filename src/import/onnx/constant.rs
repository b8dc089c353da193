//! A graph's constants: initializers, `Constant` nodes, and what is computed from them.

use super::proto::{Node, Tensor, is_whole};
use crate::import::array::{Array, ElementType, count};
use crate::import::found::Found;
use crate::sentence::sentence;

/// A tensor that is known before the graph runs.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Constant {
    pub dims: Vec<usize>,
    pub numbers: Numbers,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Numbers {
    Real(Vec<f32>),
    Whole(Vec<i64>),
}

impl Constant {
    pub fn wholes(values: Vec<i64>) -> Self {
        Self {
            dims: vec![values.len()],
            numbers: Numbers::Whole(values),
        }
    }

    pub fn of(tensor: &Tensor) -> Found<Self> {
        let wrong = || {
            sentence!(
                "its constant “{name}” has no valid shape",
                name = tensor.name
            )
        };
        let dims = tensor.dims.iter().map(|side| usize::try_from(*side).ok());
        let dims: Vec<usize> = dims.collect::<Option<_>>().ok_or_else(wrong)?;
        let expected = count(&dims)?;
        let numbers = if is_whole(tensor.kind) {
            Numbers::Whole(wholes(tensor)?)
        } else {
            Numbers::Real(reals(tensor)?)
        };
        let constant = Self { dims, numbers };
        if constant.len() != expected {
            return Err(sentence!(
                "its constant “{name}” has {count} numbers; its shape wants {expected}",
                name = tensor.name,
                count = constant.len(),
                expected
            ));
        }
        Ok(constant)
    }

    /// What the operator `Constant` gives, in each of the forms that it may have.
    pub fn given(node: &Node) -> Found<Self> {
        if let Some(tensor) = node.tensor("value") {
            return Self::of(tensor);
        }
        let one = |numbers| Self {
            dims: Vec::new(),
            numbers,
        };
        if node.has("value_int") {
            return Ok(one(Numbers::Whole(vec![node.whole("value_int", 0)])));
        }
        if node.has("value_float") {
            return Ok(one(Numbers::Real(vec![node.real("value_float", 0.0)])));
        }
        if let Some(values) = node.wholes("value_ints") {
            return Ok(Self::wholes(values.to_vec()));
        }
        let values = node
            .reals("value_floats")
            .ok_or_else(|| sentence!("it has no value that is read"))?;
        Ok(Self {
            dims: vec![values.len()],
            numbers: Numbers::Real(values.to_vec()),
        })
    }

    pub fn len(&self) -> usize {
        match &self.numbers {
            Numbers::Real(values) => values.len(),
            Numbers::Whole(values) => values.len(),
        }
    }

    /// Its numbers as f32.
    pub fn array(&self) -> Array {
        let values = match &self.numbers {
            Numbers::Real(values) => values.clone(),
            Numbers::Whole(values) => values.iter().map(|value| *value as f32).collect(),
        };
        Array {
            dims: self.dims.clone(),
            values,
        }
    }

    /// Its numbers as integers.
    pub fn integers(&self) -> Vec<i64> {
        match &self.numbers {
            Numbers::Real(values) => values.iter().map(|value| *value as i64).collect(),
            Numbers::Whole(values) => values.clone(),
        }
    }

    /// The numbers at these places.
    pub fn gathered(&self, dims: Vec<usize>, places: impl Iterator<Item = usize>) -> Self {
        let numbers = match &self.numbers {
            Numbers::Real(values) => Numbers::Real(places.map(|place| values[place]).collect()),
            Numbers::Whole(values) => Numbers::Whole(places.map(|place| values[place]).collect()),
        };
        Self { dims, numbers }
    }
}

pub(super) fn element_type(kind: i32) -> Option<ElementType> {
    Some(match kind {
        1 => ElementType::F32,
        2 => ElementType::U8,
        3 => ElementType::I8,
        4 => ElementType::U16,
        5 => ElementType::I16,
        6 => ElementType::I32,
        7 => ElementType::I64,
        9 => ElementType::Bool,
        10 => ElementType::F16,
        11 => ElementType::F64,
        12 => ElementType::U32,
        13 => ElementType::U64,
        16 => ElementType::Bf16,
        _ => return None,
    })
}

fn reals(tensor: &Tensor) -> Found<Vec<f32>> {
    let number = element_type(tensor.kind).ok_or_else(|| {
        sentence!(
            "its constant “{name}” has the type {dtype}, which is not read",
            name = tensor.name,
            dtype = tensor.kind
        )
    })?;
    Ok(if !tensor.raw.is_empty() {
        number.decode(&tensor.raw)
    } else if !tensor.floats.is_empty() {
        tensor.floats.clone()
    } else if !tensor.doubles.is_empty() {
        tensor.doubles.iter().map(|value| *value as f32).collect()
    } else {
        // Half floats lie in the low bytes of ints.
        let halves: Vec<u8> = tensor
            .ints
            .iter()
            .flat_map(|i| (*i as u16).to_le_bytes())
            .collect();
        number.decode(&halves)
    })
}

fn wholes(tensor: &Tensor) -> Found<Vec<i64>> {
    if tensor.raw.is_empty() {
        let ints = tensor.ints.iter().map(|value| i64::from(*value));
        return Ok(if tensor.longs.is_empty() {
            ints.collect()
        } else {
            tensor.longs.clone()
        });
    }
    let raw = &tensor.raw;
    Ok(match tensor.kind {
        6 => each(raw, |bytes| i64::from(i32::from_le_bytes(bytes))),
        7 => each(raw, i64::from_le_bytes),
        12 => each(raw, |bytes| i64::from(u32::from_le_bytes(bytes))),
        13 => each(raw, |bytes| {
            i64::try_from(u64::from_le_bytes(bytes)).unwrap_or(i64::MAX)
        }),
        _ => reals(tensor)?
            .into_iter()
            .map(|value| value as i64)
            .collect(),
    })
}

fn each<const N: usize>(bytes: &[u8], read: impl Fn([u8; N]) -> i64) -> Vec<i64> {
    let (chunks, _) = bytes.as_chunks();
    chunks.iter().map(|chunk| read(*chunk)).collect()
}
