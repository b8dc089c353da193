//! Changes to bytes, whatever they mean.

use super::{Source, words};

/// Operations of pickles, which no chance would put together.
const OPERATIONS: [&[u8]; 26] = [
    b"(",
    b")",
    b"]",
    b"}",
    b"t",
    b"R",
    b"N",
    b"a",
    b"e",
    b"u",
    b"s",
    b"b",
    b"0",
    b"2",
    b"1",
    b"Q",
    b".",
    b"h\x00",
    b"q\x00",
    b"\x85\x86\x87",
    b"\x94",
    b"\x93",
    b"J\xff\xff\xff\xff",
    b"\x8a\x08\xff\xff\xff\xff\xff\xff\xff\x7f",
    b"X\xff\xff\xff\xff",
    b"ctorch._utils\n_rebuild_tensor_v2\n",
];

/// Bytes with a change.
pub fn changed(bytes: &[u8], source: &mut Source) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    if bytes.is_empty() {
        return source.other().to_vec();
    }
    let at = source.below(bytes.len());
    match source.below(12) {
        0 => {
            for _ in 0..1 + source.below(6) {
                let at = source.below(bytes.len());
                bytes[at] = match source.below(4) {
                    0 => 0,
                    1 => 0xff,
                    2 => bytes[at] ^ (1 << source.below(8)),
                    _ => source.byte(),
                };
            }
        }
        1..=3 => put_number(&mut bytes, at, source),
        4 => bytes.truncate(at),
        5 => {
            let end = at + source.below(bytes.len() - at).min(64);
            bytes.drain(at..end);
        }
        6 => {
            let length = 1 + source.below(16);
            let made: Vec<u8> = (0..length).map(|_| source.byte()).collect();
            bytes.splice(at..at, made);
        }
        7 => {
            let end = at + source.below(bytes.len() - at).min(256);
            let copied = bytes[at..end].to_vec();
            let to = source.below(bytes.len());
            bytes.splice(to..to, copied);
        }
        8 => {
            let other = source.other();
            bytes.truncate(at);
            bytes.extend(&other[at.min(other.len())..]);
        }
        9 => {
            let other = source.other();
            if !other.is_empty() {
                let from = source.below(other.len());
                let length = source.below(other.len() - from).min(512);
                let end = (at + length).min(bytes.len());
                bytes.splice(at..end, other[from..from + length].iter().copied());
            }
        }
        10 => {
            let operation = source.pick(&OPERATIONS).iter().copied();
            bytes.splice(at..at, operation);
        }
        _ => put_digits(&mut bytes, at, source),
    }
    bytes
}

/// Writes a number over one of 1, 2, 4 or 8 bytes, mostly where numbers are aligned.
fn put_number(bytes: &mut [u8], at: usize, source: &mut Source) {
    let width = 1 << source.below(4);
    let at = if source.is_one_in(4) {
        at
    } else {
        at / width * width
    };
    let Some(place) = bytes.get_mut(at..at + width) else {
        return;
    };
    let mut little = [0; 8];
    little[..width].copy_from_slice(place);
    let near = if source.is_one_in(2) {
        u64::from_le_bytes(little)
    } else {
        place
            .iter()
            .fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let number = words::whole(source, near).to_le_bytes();
    place.copy_from_slice(&number[..width]);
    if source.is_one_in(2) {
        place.reverse();
    }
}

/// Puts another number in place of the next digits, or another word where there are none.
fn put_digits(bytes: &mut Vec<u8>, at: usize, source: &mut Source) {
    let is_digit = |byte: &u8| byte.is_ascii_digit();
    let Some(start) = bytes[at..].iter().position(is_digit).map(|skip| at + skip) else {
        let word = words::text(source);
        bytes.splice(at..at, word.into_bytes());
        return;
    };
    let length = bytes[start..]
        .iter()
        .take_while(|byte| is_digit(byte))
        .count();
    let number = words::number(source).bytes();
    bytes.splice(start..start + length, number);
}
