//! Safetensors that Ganvas did not write: names, shapes and numbers.

use super::array::{Array, Found, MOST_NUMBERS, Number, count};
use super::choose::part;
use super::draft::Draft;
use super::parameters::{self, Named};
use super::statement::Statement;
use safetensors::SafeTensors;
use safetensors::tensor::Dtype;

/// Most bytes of safetensors' own header.
const LARGEST_HEADER: u64 = 16 << 20;

/// Whether these are the first bytes of a safetensors file.
pub(super) fn is_safetensors(bytes: &[u8]) -> bool {
    let claimed = bytes.first_chunk().map(|first| u64::from_le_bytes(*first));
    claimed.is_some_and(|claimed| (2..=LARGEST_HEADER).contains(&claimed))
        && bytes.get(8) == Some(&b'{')
}

pub(super) fn read(bytes: &[u8], key: Option<&str>, stated: &Statement) -> Found<Draft> {
    let broken = |why| format!("it is not a whole safetensors file: {why}");
    let (_, metadata) = SafeTensors::read_metadata(bytes).map_err(broken)?;
    let own = metadata.metadata().as_ref();
    if own.is_some_and(|entries| entries.contains_key("ganvas")) {
        return Err("it is a file of Ganvas already: open it as a model".to_owned());
    }
    let file = SafeTensors::deserialize(bytes).map_err(broken)?;
    let mut views: Vec<_> = file.iter().collect();
    // The order of the bytes is that of the state dict in files that PyTorch's library wrote,
    // sorted by alignment and name; numbers inside names bring it back.
    views.sort_by_key(|(name, _)| natural(name));
    let mut left = MOST_NUMBERS;
    let mut tensors = Vec::with_capacity(views.len());
    for (name, view) in views {
        let number = number(view.dtype()).ok_or_else(|| {
            format!(
                "its tensor “{name}” has the type {:?}, which is not read",
                view.dtype()
            )
        })?;
        left = left
            .checked_sub(count(view.shape())?)
            .ok_or_else(|| format!("its tensors are more than {MOST_NUMBERS} numbers"))?;
        tensors.push(Named {
            name: name.to_owned(),
            array: Array::new(view.shape().to_vec(), number.decode(view.data()))?,
        });
    }
    let (tensors, note) = part(tensors, key)?;
    let mut draft = parameters::draft(tensors, stated, false)?;
    if stated.tensors.is_empty() {
        draft.assume("layers come in the order of their names: safetensors keeps no other");
    }
    note.into_iter().for_each(|note| draft.assume(note));
    Ok(draft)
}

/// A name's parts, numbers as numbers: `conv_blocks.10` comes behind `conv_blocks.9`.
fn natural(name: &str) -> Vec<(u8, u64, String)> {
    name.split('.')
        .map(|part| match part.parse() {
            Ok(number) => (0, number, String::new()),
            Err(_) => {
                let digits = part.len() - part.trim_end_matches(|c: char| c.is_ascii_digit()).len();
                let (word, number) = part.split_at(part.len() - digits);
                (1, number.parse().unwrap_or(0), word.to_owned())
            }
        })
        .map(|(kind, number, word)| (rank(&word, kind), number, word))
        .collect()
}

/// What usually comes first in a network comes first.
fn rank(word: &str, kind: u8) -> u8 {
    const FIRST: [&str; 7] = ["label", "emb", "embedding", "l", "fc", "linear", "project"];
    if kind == 0 || FIRST.iter().any(|first| word.starts_with(first)) {
        kind.min(1)
    } else {
        2
    }
}

fn number(dtype: Dtype) -> Option<Number> {
    Some(match dtype {
        Dtype::F16 => Number::F16,
        Dtype::BF16 => Number::Bf16,
        Dtype::F32 => Number::F32,
        Dtype::F64 => Number::F64,
        Dtype::I8 => Number::I8,
        Dtype::U8 => Number::U8,
        Dtype::I16 => Number::I16,
        Dtype::U16 => Number::U16,
        Dtype::I32 => Number::I32,
        Dtype::U32 => Number::U32,
        Dtype::I64 => Number::I64,
        Dtype::U64 => Number::U64,
        Dtype::BOOL => Number::Bool,
        _ => return None,
    })
}
