//! Counts a file's protobuf messages before they are decoded, since a message can take a hundred times
//! its bytes in memory.

use crate::import::found::Found;
use crate::sentence::sentence;

/// Most parts of a graph: its operators, their names and attributes, and its tensors.
const MOST_PARTS: usize = 1 << 19;

/// The messages that hold others.
#[derive(Clone, Copy)]
enum Message {
    Model,
    Graph,
    Node,
    Attribute,
    Tensor,
}

impl Message {
    /// The message in the field `tag`, if it is one of these.
    fn inside(self, tag: u64) -> Option<Self> {
        Some(match (self, tag) {
            (Self::Model, 7) => Self::Graph,
            (Self::Graph, 1) => Self::Node,
            (Self::Graph | Self::Attribute, 5) => Self::Tensor,
            (Self::Node, 5) => Self::Attribute,
            _ => return None,
        })
    }
}

/// Refuses a file with more parts than a graph that is followed can have. What breaks off is left
/// to the decoder, which says so.
pub(super) fn check(bytes: &[u8]) -> Found<()> {
    let mut left = MOST_PARTS;
    count(bytes, Message::Model, &mut left)
        .ok_or_else(|| sentence!("its graph has more than {most} parts", most = MOST_PARTS))
}

/// Takes every part from what is `left`; nothing when that is too little.
fn count(bytes: &[u8], message: Message, left: &mut usize) -> Option<()> {
    let mut rest = bytes;
    while let Some((key, behind)) = varint(rest) {
        let length = match key & 7 {
            0 => varint(behind).map(|(_, end)| behind.len() - end.len()),
            1 => Some(8),
            2 => varint(behind).and_then(|(length, inner)| {
                usize::try_from(length)
                    .ok()?
                    .checked_add(behind.len() - inner.len())
            }),
            5 => Some(4),
            _ => None,
        };
        let Some((own, next)) = length.and_then(|length| behind.split_at_checked(length)) else {
            return Some(());
        };
        if key & 7 == 2 {
            *left = left.checked_sub(1)?;
            if let (Some(inner), Some((_, content))) = (message.inside(key >> 3), varint(own)) {
                count(content, inner, left)?;
            }
        }
        rest = next;
    }
    Some(())
}

/// A number of 7 bits a byte, and what comes behind it.
fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut value = 0;
    for (place, byte) in bytes.iter().enumerate().take(10) {
        value |= u64::from(byte & 0x7F) << (7 * place as u32).min(63);
        if *byte < 0x80 {
            return Some((value, &bytes[place + 1..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn graphs_of_very_many_parts_are_refused() {
        // Empty tensors: two bytes each in the file.
        let tensors = [0x2a, 0].repeat(MOST_PARTS);
        let mut file = vec![0x3a, 0x80, 0x80, 0x40];
        assert_eq!(varint(&file[1..]).unwrap().0, tensors.len() as u64);
        file.extend(&tensors);
        assert!(check(&file).is_err());
        assert!(check(&file[..file.len() / 2]).is_ok(), "breaks off");
        let half = [0x2a, 0].repeat(MOST_PARTS / 2);
        let mut file = vec![0x3a, 0x80, 0x80, 0x20];
        file.extend(&half);
        assert!(check(&file).is_ok());
        assert!(check(&[0xff; 64]).is_ok());
        assert!(check(&[0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01]).is_ok());
    }
}
