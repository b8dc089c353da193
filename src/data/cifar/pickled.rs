//! Batches for Python: a pickled dictionary with an array under `data` and a list under `labels` or
//! `fine_labels`.
//!
//! The pickle is walked through as a row of values, and nothing in it is run. The reader of
//! PyTorch's files knows objects, which are not needed here, and does not keep the bytes of arrays,
//! which are.

use super::{Batch, PIXELS, Version, refused};
use crate::error::Result;
use crate::sentence::sentence;

/// A value that stands in a pickle, as far as it is of use.
enum Value<'a> {
    Bytes(&'a [u8]),
    Integer(i64),
    Bool(bool),
    Other,
    End,
}

/// What the values that come are for.
#[derive(Clone, Copy, PartialEq)]
enum Key {
    Data,
    Labels,
    Other,
}

/// Whether it begins as pickles do, and not as records: those of CIFAR-10 begin with a label below 10.
pub(super) fn looks_like_a_pickle(file: &[u8]) -> bool {
    matches!(file, [0x80, 2..=5, ..])
}

/// Reads a batch.
pub(super) fn read<'a>(name: &str, file: &'a [u8]) -> Result<Batch<'a>> {
    let broken = || {
        refused(
            name,
            sentence!("a pickle that breaks off, or holds something else"),
        )
    };
    let mut rest = file;
    let (mut key, mut version) = (Key::Other, None);
    let mut data: Option<(&[u8], bool)> = None;
    let (mut labels, mut is_by_column) = (Vec::new(), false);
    loop {
        match next(&mut rest).ok_or_else(broken)? {
            Value::End => break,
            Value::Bytes(bytes) => match bytes {
                b"data" => key = Key::Data,
                b"labels" => (key, version) = (Key::Labels, Some(Version::Ten)),
                b"fine_labels" => (key, version) = (Key::Labels, Some(Version::Hundred)),
                b"coarse_labels" | b"filenames" | b"batch_label" => key = Key::Other,
                // The array's other texts, as the name of its type, are short.
                _ if key == Key::Data && bytes.len() >= PIXELS => {
                    data = Some((bytes, is_by_column));
                }
                _ => {}
            },
            Value::Integer(number) if key == Key::Labels => {
                labels.push(u8::try_from(number).map_err(|_| broken())?);
            }
            // Which order an array is in stands right before its bytes.
            Value::Bool(value) if key == Key::Data => is_by_column = value,
            _ => {}
        }
    }
    let (Some((bytes, is_by_column)), Some(version)) = (data, version) else {
        return Err(broken());
    };
    let fits = bytes.len() == labels.len() * PIXELS;
    let most = version.class_names().len();
    if !fits || labels.iter().any(|label| usize::from(*label) >= most) {
        return Err(broken());
    }
    Ok(Batch {
        version,
        images: if is_by_column {
            by_row(bytes, labels.len()).into()
        } else {
            bytes.into()
        },
        labels,
    })
}

fn by_row(bytes: &[u8], count: usize) -> Vec<u8> {
    let rows = (0..count).flat_map(|row| bytes.iter().skip(row).step_by(count));
    rows.copied().collect()
}

/// Takes the next operation of the pickle; none if it is cut off or no batch has it.
fn next<'a>(rest: &mut &'a [u8]) -> Option<Value<'a>> {
    let code = take(rest, 1)?[0];
    Some(match code {
        b'.' => Value::End,
        // Texts and bytes, with a length of one, four or eight bytes.
        b'U' | b'C' | 0x8c => Value::Bytes(sized(rest, 1)?),
        b'T' | b'B' | b'X' => Value::Bytes(sized(rest, 4)?),
        0x8d | 0x8e | 0x96 => Value::Bytes(sized(rest, 8)?),
        // Numbers.
        b'K' => Value::Integer(unsigned(rest, 1)?.into()),
        b'M' => Value::Integer(unsigned(rest, 2)?.into()),
        b'J' => Value::Integer((unsigned(rest, 4)? as i32).into()),
        0x88 => Value::Bool(true),
        0x89 => Value::Bool(false),
        // What is only passed over: its own bytes, then how values are put together.
        0x80 | b'q' | b'h' => skip(rest, 1)?,
        b'r' | b'j' => skip(rest, 4)?,
        0x95 => skip(rest, 8)?,
        b'c' => {
            line(rest)?;
            line(rest)?;
            Value::Other
        }
        b'('
        | b')'
        | b']'
        | b'}'
        | b'N'
        | b'R'
        | b'a'
        | b'b'
        | b'e'
        | b's'
        | b't'
        | b'u'
        | b'0'
        | b'2'
        | 0x81
        | 0x85..=0x87
        | 0x93
        | 0x94 => Value::Other,
        _ => return None,
    })
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

fn skip<'a>(rest: &mut &'a [u8], count: usize) -> Option<Value<'a>> {
    take(rest, count).map(|_| Value::Other)
}

fn unsigned(rest: &mut &[u8], width: usize) -> Option<u32> {
    let bytes = take(rest, width)?.iter().rev();
    Some(bytes.fold(0, |number, byte| number << 8 | u32::from(*byte)))
}

fn sized<'a>(rest: &mut &'a [u8], width: usize) -> Option<&'a [u8]> {
    let length = take(rest, width)?.iter().rev();
    let length = length.fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    take(rest, usize::try_from(length).ok()?)
}

fn line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = rest.iter().position(|byte| *byte == b'\n')?;
    take(rest, end + 1)
}
