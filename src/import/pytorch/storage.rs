//! Storages, which hold the tensors' bytes, and the tensors in them.

use super::heap::{Heap, Id, Value};
use crate::import::array::{Array, ElementType, count, places, strides};
use crate::import::budget::MOST_NUMBERS;
use crate::import::found::{Found, KEY, short, written};
use crate::import::parameters::Named;
use crate::sentence::{Sentence, sentence};
use std::borrow::Cow;
use std::collections::HashMap;

/// Most bytes that are read of all storages together: what the largest numbers take.
const MOST_BYTES: usize = 8 * MOST_NUMBERS;

/// Reads the first bytes of the storage of a key: as many as are asked for, or all there are.
type Fetch<'a> = dyn Fn(&str, usize) -> Found<Cow<'a, [u8]>> + 'a;

/// The bytes of every storage, by its key.
pub(super) struct Storages<'a>(Box<Fetch<'a>>);

impl<'a> Storages<'a> {
    pub fn new(fetch: impl Fn(&str, usize) -> Found<Cow<'a, [u8]>> + 'a) -> Self {
        Self(Box::new(fetch))
    }

    /// Reads tensors: every storage once and no further than they need it, one storage at a time.
    pub fn read(&self, tensors: Vec<(String, Rebuilt)>) -> Found<Vec<Named>> {
        let mut numbers: usize = 0;
        // For each storage where it is needed to, and the tensors that are in it.
        let mut places = HashMap::new();
        let mut storages: Vec<(&str, usize, Vec<usize>)> = Vec::new();
        for (index, (name, tensor)) in tensors.iter().enumerate() {
            let own = |why: Sentence| sentence!("its tensor “{name}”: {why}", name, why);
            numbers = numbers.saturating_add(count(&tensor.dims).map_err(own)?);
            let end = tensor.end().map_err(own)?;
            let place = *places.entry(tensor.key.as_str()).or_insert(storages.len());
            if place == storages.len() {
                storages.push((&tensor.key, 0, Vec::new()));
            }
            let (_, needed, own) = &mut storages[place];
            *needed = end.max(*needed);
            own.push(index);
        }
        if numbers > MOST_NUMBERS {
            return Err(sentence!(
                "its tensors are more than {most} numbers; pick a part with {key}",
                most = MOST_NUMBERS,
                key = KEY
            ));
        }
        let bytes = storages
            .iter()
            .fold(0, |sum: usize, (_, needed, _)| sum.saturating_add(*needed));
        if bytes > MOST_BYTES {
            return Err(sentence!(
                "its tensors lie in more than {most} bytes; pick a part with {key}",
                most = MOST_BYTES,
                key = KEY
            ));
        }
        let mut arrays: Vec<Option<Array>> = vec![None; tensors.len()];
        for (key, needed, own) in storages {
            let bytes = (self.0)(key, needed)?;
            for index in own {
                let (name, tensor) = &tensors[index];
                let array = tensor.read(&bytes);
                arrays[index] =
                    Some(array.map_err(|why| sentence!("its tensor “{name}”: {why}", name, why))?);
            }
        }
        let named = tensors.into_iter().zip(arrays);
        Ok(named
            .filter_map(|((name, _), array)| {
                Some(Named {
                    name,
                    array: array?,
                })
            })
            .collect())
    }
}

impl Rebuilt {
    /// The byte behind the last that it needs.
    fn end(&self) -> Found<usize> {
        if self.dims.contains(&0) {
            return Ok(0);
        }
        let last = self
            .dims
            .iter()
            .zip(&self.steps)
            .try_fold(self.offset, |place, (side, step)| {
                place.checked_add(side.checked_sub(1)?.checked_mul(*step)?)
            });
        let end = last.and_then(|last| last.checked_add(1)?.checked_mul(self.number.size()));
        end.ok_or_else(|| {
            sentence!(
                "its shape {dims} does not fit its storage",
                dims = written(&self.dims)
            )
        })
    }

    fn read(&self, bytes: &[u8]) -> Found<Array> {
        let numbers = count(&self.dims)?;
        let size = self.number.size();
        if self.end()? > bytes.len() {
            return Err(sentence!(
                "a tensor of {dims} lies beyond its storage “{name}” of {bytes} bytes",
                dims = written(&self.dims),
                name = short(&self.key),
                bytes = bytes.len()
            ));
        }
        let values = if numbers == 0 {
            Vec::new()
        } else if strides(&self.dims) == self.steps {
            let start = self.offset * size;
            self.number.decode(&bytes[start..start + numbers * size])
        } else {
            let mut own = Vec::with_capacity(numbers * size);
            for place in places(&self.dims, &self.steps) {
                let start = (self.offset + place) * size;
                own.extend_from_slice(&bytes[start..start + size]);
            }
            self.number.decode(&own)
        };
        Array::new(self.dims.clone(), values)
    }
}

/// Whether `id` is a tensor.
pub(super) fn is_tensor(heap: &Heap, id: Id) -> bool {
    rebuilt(heap, id).is_some()
}

/// What PyTorch's `_rebuild_tensor_v2` is given.
#[derive(Debug)]
pub(super) struct Rebuilt {
    number: ElementType,
    key: String,
    offset: usize,
    pub dims: Vec<usize>,
    steps: Vec<usize>,
}

/// The tensor that `id` is, if it is one.
pub(super) fn rebuilt(heap: &Heap, mut id: Id) -> Option<Found<Rebuilt>> {
    // A parameter is a tensor in one argument; a few wrappers may lie around it.
    for _ in 0..4 {
        let Value::Object {
            class, arguments, ..
        } = heap.get(id)
        else {
            return None;
        };
        let (Value::Global(class), Value::Tuple(arguments)) =
            (heap.get(*class), heap.get(*arguments))
        else {
            return None;
        };
        match class.as_str() {
            "torch._utils._rebuild_tensor_v2" | "torch._utils._rebuild_tensor" => {
                return Some(tensor(heap, arguments));
            }
            "torch._utils._rebuild_parameter"
            | "torch._utils._rebuild_parameter_with_state"
            | "torch.nn.parameter.Parameter"
            | "torch._tensor._rebuild_from_type_v2" => {
                let place = usize::from(class.ends_with("type_v2")) * 2;
                let inner = *arguments.get(place)?;
                if class.ends_with("type_v2") {
                    let Value::Tuple(arguments) = heap.get(inner) else {
                        return None;
                    };
                    return Some(tensor(heap, arguments));
                }
                id = inner;
            }
            _ => return None,
        }
    }
    None
}

fn tensor(heap: &Heap, arguments: &[Id]) -> Found<Rebuilt> {
    let wrong = || sentence!("a tensor is not built as PyTorch builds it");
    let [storage, offset, dims, steps, ..] = arguments else {
        return Err(wrong());
    };
    let Value::Persistent(storage) = heap.get(*storage) else {
        return Err(wrong());
    };
    let [_, kind, key, ..] = heap.sequence(*storage).ok_or_else(wrong)? else {
        return Err(wrong());
    };
    let Value::Global(kind) = heap.get(*kind) else {
        return Err(wrong());
    };
    let size = |id: &Id| {
        heap.whole(*id)
            .and_then(|value| usize::try_from(value).ok())
    };
    let sizes = |id: Id| {
        heap.sequence(id)?
            .iter()
            .map(size)
            .collect::<Option<Vec<_>>>()
    };
    let (dims, steps) = (
        sizes(*dims).ok_or_else(wrong)?,
        sizes(*steps).ok_or_else(wrong)?,
    );
    if dims.len() != steps.len() || dims.len() > 8 {
        return Err(wrong());
    }
    Ok(Rebuilt {
        number: element_type(kind)?,
        key: heap.text(*key).ok_or_else(wrong)?.to_owned(),
        offset: size(offset).ok_or_else(wrong)?,
        dims,
        steps,
    })
}

pub(super) fn element_type(storage: &str) -> Found<ElementType> {
    Ok(match storage.rsplit('.').next().unwrap_or(storage) {
        "FloatStorage" | "float32" => ElementType::F32,
        "DoubleStorage" => ElementType::F64,
        "HalfStorage" => ElementType::F16,
        "BFloat16Storage" => ElementType::Bf16,
        "LongStorage" => ElementType::I64,
        "IntStorage" => ElementType::I32,
        "ShortStorage" => ElementType::I16,
        "CharStorage" => ElementType::I8,
        "ByteStorage" => ElementType::U8,
        "BoolStorage" => ElementType::Bool,
        other => {
            return Err(sentence!(
                "its numbers are of the type {dtype}, which is not read",
                dtype = short(other)
            ));
        }
    })
}
