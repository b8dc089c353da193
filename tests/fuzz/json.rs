//! Changes to JSON: values of other kinds, extreme numbers, fields that are missing or too many.

use super::{Source, bytes, words};
use serde_json::{Map, Number, Value};

/// JSON with a change, still JSON; or bytes with one, where it is none.
pub fn changed(json: &[u8], source: &mut Source) -> Vec<u8> {
    let Ok(mut value) = serde_json::from_slice::<Value>(json) else {
        return bytes::changed(json, source);
    };
    change(&mut value, source);
    value.to_string().into_bytes()
}

/// Changes one of all values.
pub fn change(value: &mut Value, source: &mut Source) {
    let mut left = source.below(count(value));
    let donor = value.clone();
    if let Some(place) = at(value, &mut left) {
        change_here(place, &donor, source);
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum::<usize>(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

fn at<'a>(value: &'a mut Value, left: &mut usize) -> Option<&'a mut Value> {
    if *left == 0 {
        return Some(value);
    }
    *left -= 1;
    match value {
        Value::Array(items) => items.iter_mut().find_map(|item| at(item, left)),
        Value::Object(fields) => fields.values_mut().find_map(|field| at(field, left)),
        _ => None,
    }
}

fn change_here(value: &mut Value, whole: &Value, source: &mut Source) {
    if source.is_one_in(6) {
        *value = other(whole, source);
        return;
    }
    match value {
        Value::Number(number) => *value = extreme(number, source),
        Value::String(text) => change_text(text, source),
        Value::Array(items) => change_items(items, whole, source),
        Value::Object(fields) => change_fields(fields, whole, source),
        Value::Bool(is) => *is = !*is,
        Value::Null => *value = other(whole, source),
    }
}

fn change_text(text: &mut String, source: &mut Source) {
    // A header is JSON inside of JSON.
    match serde_json::from_str::<Value>(text) {
        Ok(mut inner @ (Value::Object(_) | Value::Array(_))) if !source.is_one_in(8) => {
            change(&mut inner, source);
            *text = inner.to_string();
        }
        _ => *text = words::text(source),
    }
}

fn change_items(items: &mut Vec<Value>, whole: &Value, source: &mut Source) {
    if items.is_empty() {
        items.push(other(whole, source));
        return;
    }
    let place = source.below(items.len());
    match source.below(6) {
        0 => drop(items.remove(place)),
        1 => items.insert(place, items[place].clone()),
        2 => items.insert(place, other(whole, source)),
        3 => items.swap(0, place),
        4 => items.clear(),
        _ => {
            let item = items[place].clone();
            items.extend(std::iter::repeat_n(item, 1 + source.below(300)));
        }
    }
}

fn change_fields(fields: &mut Map<String, Value>, whole: &Value, source: &mut Source) {
    let names: Vec<String> = fields.keys().cloned().collect();
    if names.is_empty() || source.is_one_in(4) {
        fields.insert(words::text(source), other(whole, source));
        return;
    }
    let name = source.pick(&names);
    let value = fields.remove(name);
    match (source.below(3), value) {
        (0, Some(value)) => drop(fields.insert(words::text(source), value)),
        (1, Some(value)) => {
            let to = source.pick(&names).clone();
            fields.insert(to, value);
        }
        _ => {}
    }
}

/// A value of any kind, or one that stands elsewhere.
fn other(whole: &Value, source: &mut Source) -> Value {
    match source.below(9) {
        0 => Value::Null,
        1 => Value::Bool(true),
        2 => Value::Array(Vec::new()),
        3 => Value::Object(Map::new()),
        4 => Value::String(words::text(source)),
        5 => (0..source.below(200)).fold(Value::Null, |inner, _| Value::Array(vec![inner])),
        6 | 7 => {
            let mut left = source.below(count(whole));
            let mut whole = whole.clone();
            at(&mut whole, &mut left).map_or(Value::Null, |value| value.clone())
        }
        _ => extreme(&Number::from(1), source),
    }
}

fn extreme(number: &Number, source: &mut Source) -> Value {
    if let Some(whole) = number.as_u64().filter(|_| source.is_one_in(3)) {
        return words::whole(source, whole).into();
    }
    serde_json::from_str(words::number(source)).unwrap_or(Value::Null)
}
