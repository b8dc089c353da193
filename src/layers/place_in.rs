//! Where in a layer that does not fit the mistake is.

use super::{LayerSpec, PlannedLayer};
use crate::place::Key;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};
use serde_json::Value;

/// The keys from a layer, inside of `depth` others, that is refused with `why` to what is wrong: a layer
/// inside it, and the field that the sentence quotes.
pub(crate) fn place_in(
    spec: &LayerSpec,
    input: Shape,
    scale: &Scale,
    why: &Sentence,
    depth: usize,
) -> Vec<Key> {
    for (branch, list) in spec.branches() {
        let mut shape = input;
        for (index, layer) in list.iter().enumerate() {
            match PlannedLayer::at_depth(layer, shape, scale, depth + 1) {
                Ok(planned) => shape = planned.output,
                Err(why) => {
                    let inside = place_in(layer, shape, scale, &why, depth + 1);
                    return [vec![branch.into(), index.into()], inside].concat();
                }
            }
        }
    }
    let quoted = field_of(spec, why);
    quoted.map(Key::from).into_iter().collect()
}

/// The field that a sentence quotes by its name, or by its value where that is a size.
fn field_of(spec: &LayerSpec, why: &Sentence) -> Option<&'static str> {
    let fields = LayerSpec::fields_of(spec.kind())?;
    if let Some(field) = fields.iter().find(|field| why.is_about(field.name)) {
        return Some(field.name);
    }
    let size = why.text_of("size")?;
    let is_it = |value: &Value| {
        let is_number = || value.as_u64().map(Ok) == Some(size.parse());
        value.as_str() == Some(size) || is_number()
    };
    let written = serde_json::to_value(spec).ok()?;
    let field = fields.iter().find(|field| match written.get(field.name) {
        Some(Value::Array(sizes)) => sizes.iter().any(is_it),
        Some(value) => is_it(value),
        None => false,
    });
    field.map(|field| field.name)
}

/// The layers of a list that fit, each with its place after `before`: up to the first that does not, and
/// of that one the layers inside it that do.
pub(crate) fn fitting(
    list: &[LayerSpec],
    input: Shape,
    scale: &Scale,
    before: &str,
    depth: usize,
) -> Vec<(String, PlannedLayer)> {
    let mut found = Vec::new();
    let mut shape = input;
    for (index, layer) in list.iter().enumerate() {
        let place = format!("{before}{}", index + 1);
        let planned = PlannedLayer::at_depth(layer, shape, scale, depth);
        let Some(planned) = planned.ok().filter(PlannedLayer::has_a_size) else {
            for (branch, inner) in layer.branches() {
                let before = format!("{place}.{branch}.");
                found.extend(fitting(inner, shape, scale, &before, depth + 1));
            }
            break;
        };
        shape = planned.output;
        let outline = planned.outline(place).into_iter();
        found.extend(outline.map(|(place, layer)| (place, layer.clone())));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_field_is_the_one_that_the_sentence_quotes() {
        let scale = Scale {
            width: 8,
            image: [1, 28, 28],
            classes: None,
        };
        let field = |json: &str| {
            let spec: LayerSpec = serde_json::from_str(json).unwrap();
            let input = Shape::Image([4, 28, 28]);
            let why = PlannedLayer::new(&spec, input, &scale).unwrap_err();
            place_in(&spec, input, &scale, &why, 0)
        };
        for (json, name) in [
            (r#"{"layer":"conv","out":0,"kernel":3}"#, "out"),
            (r#"{"layer":"conv","out":8,"kernel":0}"#, "kernel"),
            (
                r#"{"layer":"conv","out":8,"kernel":3,"stride":0}"#,
                "stride",
            ),
            (r#"{"layer":"dropout","rate":1}"#, "rate"),
            (r#"{"layer":"resize","to":[0,"height"]}"#, "to"),
            (r#"{"layer":"batch-norm","epsilon":0}"#, "epsilon"),
        ] {
            assert_eq!(field(json), [Key::Name(name)], "{json}");
        }
        assert_eq!(field(r#"{"layer":"linear","out":8}"#), []);
    }
}
