//! Where a PyTorch file keeps its tensors' bytes, and how they become tensors.

use super::heap::{Heap, Id, Value};
use crate::import::array::{Array, Found, MOST_NUMBERS, Number, count, places};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::collections::HashMap;

/// Reads the storage of a key.
type Fetch<'a> = dyn Fn(&str) -> Found<Cow<'a, [u8]>> + 'a;

/// The bytes of every storage, by its key.
pub(super) struct Storages<'a> {
    bytes: RefCell<HashMap<String, Cow<'a, [u8]>>>,
    /// Reads a storage that is not read yet.
    fetch: Box<Fetch<'a>>,
    /// Numbers that may still be read.
    left: Cell<usize>,
}

impl<'a> Storages<'a> {
    pub fn new(fetch: impl Fn(&str) -> Found<Cow<'a, [u8]>> + 'a) -> Self {
        Self {
            bytes: RefCell::default(),
            fetch: Box::new(fetch),
            left: Cell::new(MOST_NUMBERS),
        }
    }

    /// The tensor that `id` is, if it is one.
    pub fn tensor(&self, heap: &Heap, id: Id) -> Option<Found<Array>> {
        let rebuilt = rebuilt(heap, id)?;
        Some(rebuilt.and_then(|rebuilt| self.read(&rebuilt)))
    }

    fn read(&self, tensor: &Rebuilt) -> Found<Array> {
        let numbers = count(&tensor.dims)?;
        if numbers == 0 {
            return Array::new(tensor.dims.clone(), Vec::new());
        }
        let left = self.left.get().checked_sub(numbers);
        self.left.set(left.ok_or_else(|| {
            format!("its tensors are more than {MOST_NUMBERS} numbers; pick a part with --key")
        })?);
        let mut all = self.bytes.borrow_mut();
        if !all.contains_key(&tensor.key) {
            all.insert(tensor.key.clone(), (self.fetch)(&tensor.key)?);
        }
        let bytes = &all[&tensor.key];
        let size = tensor.number.size();
        let last = tensor
            .dims
            .iter()
            .zip(&tensor.steps)
            .try_fold(tensor.offset, |place, (side, step)| {
                place.checked_add(side.checked_sub(1)?.checked_mul(*step)?)
            });
        let end = last.and_then(|last| last.checked_add(1)?.checked_mul(size));
        if numbers > 0 && end.is_none_or(|end| end > bytes.len()) {
            return Err(format!(
                "a tensor of {} lies beyond its storage “{}” of {} bytes",
                crate::import::array::written(&tensor.dims),
                tensor.key,
                bytes.len()
            ));
        }
        let values = if crate::import::array::strides(&tensor.dims) == tensor.steps {
            let start = tensor.offset * size;
            tensor.number.decode(&bytes[start..start + numbers * size])
        } else {
            let read = |place: usize| {
                let start = (tensor.offset + place) * size;
                tensor.number.decode(&bytes[start..start + size])[0]
            };
            places(&tensor.dims, &tensor.steps).map(read).collect()
        };
        Array::new(tensor.dims.clone(), values)
    }
}

/// Whether `id` is a tensor.
pub(super) fn is_tensor(heap: &Heap, id: Id) -> bool {
    rebuilt(heap, id).is_some()
}

/// What PyTorch's `_rebuild_tensor_v2` is given.
struct Rebuilt {
    number: Number,
    key: String,
    offset: usize,
    dims: Vec<usize>,
    steps: Vec<usize>,
}

fn rebuilt(heap: &Heap, mut id: Id) -> Option<Found<Rebuilt>> {
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
    let wrong = || "a tensor is not put together as PyTorch does it".to_owned();
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
        number: number(kind)?,
        key: heap.text(*key).ok_or_else(wrong)?.to_owned(),
        offset: size(offset).ok_or_else(wrong)?,
        dims,
        steps,
    })
}

pub(super) fn number(storage: &str) -> Found<Number> {
    Ok(match storage.rsplit('.').next().unwrap_or(storage) {
        "FloatStorage" | "float32" => Number::F32,
        "DoubleStorage" => Number::F64,
        "HalfStorage" => Number::F16,
        "BFloat16Storage" => Number::Bf16,
        "LongStorage" => Number::I64,
        "IntStorage" => Number::I32,
        "ShortStorage" => Number::I16,
        "CharStorage" => Number::I8,
        "ByteStorage" => Number::U8,
        "BoolStorage" => Number::Bool,
        other => {
            return Err(format!(
                "its numbers are of the type {other}, which is not read"
            ));
        }
    })
}
