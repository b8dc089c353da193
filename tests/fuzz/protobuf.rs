//! Changes to Protocol Buffers that keep their lengths right: a message is fields of a number, a kind and
//! a value, and may hold messages.

use super::{Source, bytes, words};

#[derive(Clone)]
struct Field {
    number: u64,
    value: Value,
}

#[derive(Clone)]
enum Value {
    Whole(u64),
    Eight([u8; 8]),
    Four([u8; 4]),
    Bytes(Vec<u8>),
}

/// Whether these bytes are one message to their end.
pub fn is_message(message: &[u8]) -> bool {
    fields(message).is_some_and(|fields| !fields.is_empty())
}

/// A message with a change, still one; or bytes with one, where it is none.
pub fn changed(message: &[u8], source: &mut Source) -> Vec<u8> {
    let Some(mut fields) = fields(message).filter(|fields| !fields.is_empty()) else {
        return bytes::changed(message, source);
    };
    let place = source.below(fields.len());
    match source.below(12) {
        0 => drop(fields.remove(place)),
        1 => fields.insert(place, fields[place].clone()),
        2 => {
            let other = source.below(fields.len());
            fields.swap(place, other);
        }
        3 => fields[place].number = 1 + source.below(30) as u64,
        4 => {
            let copied = fields[source.below(fields.len())].value.clone();
            fields[place].value = copied;
        }
        _ => change(&mut fields[place].value, source),
    }
    written(&fields)
}

fn change(value: &mut Value, source: &mut Source) {
    match value {
        Value::Whole(whole) => *whole = words::whole(source, *whole),
        Value::Eight(eight) => *eight = words::whole(source, 8).to_le_bytes(),
        Value::Four(four) => *four = (words::whole(source, 4) as u32).to_le_bytes(),
        Value::Bytes(inner) if is_message(inner) && !source.is_one_in(6) => {
            *inner = changed(inner, source);
        }
        Value::Bytes(inner) if source.is_one_in(2) => *inner = words::text(source).into_bytes(),
        Value::Bytes(inner) => *inner = bytes::changed(inner, source),
    }
}

fn fields(mut message: &[u8]) -> Option<Vec<Field>> {
    let mut fields = Vec::new();
    while !message.is_empty() {
        let key = whole(&mut message)?;
        let number = key >> 3;
        let value = match key & 7 {
            0 => Value::Whole(whole(&mut message)?),
            1 => Value::Eight(taken(&mut message, 8)?.try_into().ok()?),
            2 => {
                let length = usize::try_from(whole(&mut message)?).ok()?;
                Value::Bytes(taken(&mut message, length)?.to_vec())
            }
            5 => Value::Four(taken(&mut message, 4)?.try_into().ok()?),
            _ => return None,
        };
        if number == 0 {
            return None;
        }
        fields.push(Field { number, value });
    }
    Some(fields)
}

fn taken<'a>(message: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, rest) = message.split_at_checked(length)?;
    *message = rest;
    Some(taken)
}

fn whole(message: &mut &[u8]) -> Option<u64> {
    let mut whole = 0;
    for place in 0..10 {
        let byte = taken(message, 1)?[0];
        whole |= u64::from(byte & 0x7f) << (7 * place);
        if byte < 0x80 {
            return Some(whole);
        }
    }
    None
}

fn written(fields: &[Field]) -> Vec<u8> {
    let mut message = Vec::new();
    for Field { number, value } in fields {
        let mut put = |kind, content: &[u8]| {
            put_whole(&mut message, number << 3 | kind);
            if kind == 2 {
                put_whole(&mut message, content.len() as u64);
            }
            message.extend(content);
        };
        match value {
            Value::Eight(eight) => put(1, eight),
            Value::Bytes(bytes) => put(2, bytes),
            Value::Four(four) => put(5, four),
            Value::Whole(whole) => {
                put(0, &[]);
                put_whole(&mut message, *whole);
            }
        }
    }
    message
}

fn put_whole(message: &mut Vec<u8>, mut whole: u64) {
    while whole >= 0x80 {
        message.push(whole as u8 | 0x80);
        whole >>= 7;
    }
    message.push(whole as u8);
}
