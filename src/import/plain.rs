//! Safetensors files of other programs: names, shapes and numbers.

use super::array::{Array, ElementType, count};
use super::budget::MOST_NUMBERS;
use super::choose::{Entry, check_count, part};
use super::draft::Draft;
use super::found::{Found, KEY};
use super::parameters::{self, Named, Writer, natural};
use super::statement::Statement;
use crate::printable::shortened;
use crate::sentence::{Sentence, sentence};
use safetensors::tensor::Dtype;
use safetensors::{SafeTensorError, SafeTensors};

/// Most bytes of safetensors' own header.
const LARGEST_HEADER: u64 = 16 << 20;

/// Whether these are the first bytes of a safetensors file.
pub(super) fn is_safetensors(bytes: &[u8]) -> bool {
    let claimed = bytes.first_chunk().map(|first| u64::from_le_bytes(*first));
    claimed.is_some_and(|claimed| (2..=LARGEST_HEADER).contains(&claimed))
        && bytes.get(8) == Some(&b'{')
}

pub(super) fn read(bytes: &[u8], key: Option<&str>, stated: &Statement) -> Found<Draft> {
    let (tensors, notes) = tensors(bytes, key)?;
    let mut draft = parameters::draft(tensors, stated, Writer::Safetensors)?;
    notes.into_iter().for_each(|note| draft.assume(note));
    Ok(draft)
}

/// A generator for each order of layers that the file leaves open, at most `most`.
pub(super) fn drafts(
    bytes: &[u8],
    key: Option<&str>,
    stated: &Statement,
    most: usize,
) -> Found<Vec<Draft>> {
    parameters::drafts(tensors(bytes, key)?.0, stated, most)
}

/// A first draft of a `SPEC.json`.
pub(super) fn outline(bytes: &[u8], key: Option<&str>) -> Found<Statement> {
    let (tensors, _) = tensors(bytes, key)?;
    parameters::outline(tensors, Writer::Safetensors)
}

/// The generator's tensors, in the order of their names, and what a person is told about the choice.
fn tensors(bytes: &[u8], key: Option<&str>) -> Found<(Vec<Named>, Vec<Sentence>)> {
    let broken = |why: SafeTensorError| {
        let why = shortened(&why.to_string(), 200);
        sentence!("it is not a whole safetensors file: {why}", why)
    };
    let (length, metadata) = SafeTensors::read_metadata(bytes).map_err(broken)?;
    let own = metadata.metadata().as_ref();
    if own.is_some_and(|entries| entries.contains_key("ganvas")) {
        return Err(sentence!(
            "it is a file of Ganvas already: open it as a model"
        ));
    }
    let infos = metadata.tensors();
    check_count(infos.len())?;
    let data = &bytes[8 + length..];
    let mut entries: Vec<Entry<(Dtype, &[u8])>> = Vec::with_capacity(infos.len());
    entries.extend(infos.into_iter().map(|(name, info)| Entry {
        name,
        dims: info.shape.clone(),
        source: (info.dtype, &data[info.data_offsets.0..info.data_offsets.1]),
    }));
    // PyTorch's library sorts tensors by alignment and name; numbers inside names bring their own
    // order back.
    entries.sort_by_cached_key(|entry| natural(&entry.name));
    let (entries, notes) = part(entries, key)?;
    let mut left = MOST_NUMBERS;
    let read = |Entry { name, dims, source }: Entry<(Dtype, &[u8])>| {
        let (dtype, bytes) = source;
        let number = element_type(dtype).ok_or_else(|| {
            sentence!(
                "its tensor “{name}” has the type {dtype}, which is not read",
                name,
                dtype = format_args!("{dtype:?}")
            )
        })?;
        left = left.checked_sub(count(&dims)?).ok_or_else(|| {
            sentence!(
                "its tensors are more than {most} numbers; pick a part with {key}",
                most = MOST_NUMBERS,
                key = KEY
            )
        })?;
        let array = Array::new(dims, number.decode(bytes))?;
        Ok(Named { name, array })
    };
    let tensors: Found<Vec<Named>> = entries.into_iter().map(read).collect();
    Ok((tensors?, notes))
}

fn element_type(dtype: Dtype) -> Option<ElementType> {
    Some(match dtype {
        Dtype::F16 => ElementType::F16,
        Dtype::BF16 => ElementType::Bf16,
        Dtype::F32 => ElementType::F32,
        Dtype::F64 => ElementType::F64,
        Dtype::I8 => ElementType::I8,
        Dtype::U8 => ElementType::U8,
        Dtype::I16 => ElementType::I16,
        Dtype::U16 => ElementType::U16,
        Dtype::I32 => ElementType::I32,
        Dtype::U32 => ElementType::U32,
        Dtype::I64 => ElementType::I64,
        Dtype::U64 => ElementType::U64,
        Dtype::BOOL => ElementType::Bool,
        _ => return None,
    })
}
