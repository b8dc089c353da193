//! Layers that are being written: each is read by itself, so that a mistake in one leaves the others.

use super::form::KIND;
use super::forms::{FieldForm, FieldKind};
use super::{LayerSpec, NetworkSpec};
use crate::place::Key;
use crate::sentence::{Sentence, sentence};
use serde_json::{Map, Value};

/// What cannot be read, and where.
#[derive(Debug, PartialEq)]
pub(crate) struct Fault {
    /// The keys that lead to it.
    pub path: Vec<Key>,
    pub why: Sentence,
}

/// The layers of a list up to the first that cannot be read; `at` leads to the list.
pub(crate) fn read_list(value: &Value, at: &[Key], faults: &mut Vec<Fault>) -> NetworkSpec {
    let Value::Array(list) = value else {
        let found = value.to_string();
        let expected = FieldKind::Layers.expected();
        let why = sentence!("It is {found}; it must be {expected}.", found, expected);
        faults.push(Fault {
            path: at.to_vec(),
            why,
        });
        return Vec::new();
    };
    let layers: Vec<Option<LayerSpec>> = list
        .iter()
        .enumerate()
        .map(|(index, value)| read(value, &with(at, index), faults))
        .collect();
    layers.into_iter().map_while(|layer| layer).collect()
}

/// One layer; nothing if it, or one inside it, cannot be read.
fn read(value: &Value, at: &[Key], faults: &mut Vec<Fault>) -> Option<LayerSpec> {
    let before = faults.len();
    let mut fault = |path: Vec<Key>, why| faults.push(Fault { path, why });
    let Value::Object(object) = value else {
        let found = value.to_string();
        fault(
            at.to_vec(),
            sentence!("A layer is an object, not {found}.", found),
        );
        return None;
    };
    let Some(kind) = object.get(KIND).and_then(Value::as_str) else {
        let why = sentence!("It has no field “layer”, which says what kind of layer it is.");
        fault(with(at, KIND), why);
        return None;
    };
    let Some(fields) = LayerSpec::fields_of(kind) else {
        let why = sentence!("There is no kind of layer called {kind}.", kind);
        fault(with(at, KIND), why);
        return None;
    };
    let is_known = |name: &str| name == KIND || fields.iter().any(|field| field.name == name);
    if let Some(name) = object.keys().find(|name| !is_known(name)) {
        let why = sentence!("A {kind} has no field called {name}.", kind, name);
        fault(at.to_vec(), why);
    }
    for field in fields {
        read_field(object, field, at, faults);
    }
    if faults.len() > before {
        return None;
    }
    // By way of the text, as recipes are read: readers of values would be as much code again.
    serde_json::from_str(&value.to_string()).ok()
}

/// Checks a field of a layer.
fn read_field(object: &Map<String, Value>, field: FieldForm, at: &[Key], faults: &mut Vec<Fault>) {
    let (name, expected) = (field.name, || field.kind.expected());
    let why = match object.get(name) {
        None if field.required => {
            sentence!(
                "The field {name} is missing; it must be {expected}.",
                name,
                expected = expected()
            )
        }
        None => return,
        Some(value @ Value::Array(_)) if field.kind == FieldKind::Layers => {
            read_list(value, &with(at, name), faults);
            return;
        }
        Some(value) if field.reads(value) => return,
        Some(value) => sentence!(
            "The field {name} is {found}; it must be {expected}.",
            name,
            found = value.to_string(),
            expected = expected()
        ),
    };
    faults.push(Fault {
        path: with(at, name),
        why,
    });
}

fn with(path: &[Key], key: impl Into<Key>) -> Vec<Key> {
    [path, &[key.into()]].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Key::{Index, Name};
    use serde_json::json;

    #[test]
    fn every_mistake_is_found_where_it_is() {
        let mut faults = Vec::new();
        let layers = json!([
            { "layer": "linear", "out": "w" },
            { "layer": "conv", "out": "2x" },
            { "layer": "residual", "body": [{ "layer": "leaky-relu", "slope": "a" }] },
            { "layer": "relu", "slope": 0.2 },
            { "layer": "cnov" },
            7,
        ]);
        let read = read_list(&layers, &[Name("generator")], &mut faults);
        assert_eq!(read.len(), 1);
        let found: Vec<(Vec<Key>, String)> = faults
            .into_iter()
            .map(|fault| (fault.path, fault.why.to_string()))
            .collect();
        let at = |keys: &[Key]| [&[Name("generator")], keys].concat();
        let expected = [
            (
                at(&[Index(1), Name("out")]),
                "The field out is \"2x\"; it must be a size, as 64, w, 2w or 8w*height/16.",
            ),
            (
                at(&[Index(1), Name("kernel")]),
                "The field kernel is missing; it must be a whole number, or two: rows and columns.",
            ),
            (
                at(&[Index(2), Name("body"), Index(0), Name("slope")]),
                "The field slope is \"a\"; it must be a number.",
            ),
            (at(&[Index(3)]), "A relu has no field called slope."),
            (
                at(&[Index(4), Name("layer")]),
                "There is no kind of layer called cnov.",
            ),
            (at(&[Index(5)]), "A layer is an object, not 7."),
        ];
        let expected = expected.map(|(path, why)| (path, why.to_owned()));
        assert_eq!(found, expected);
    }
}
