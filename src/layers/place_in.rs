//! Where in a layer that does not fit the mistake is.

use super::{LayerSpec, PlannedLayer};
use crate::place::Key;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};

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
    let fields = LayerSpec::fields_of(spec.kind()).unwrap_or_default();
    let quoted = fields.iter().find(|field| why.is_about(field.name));
    quoted.map(|field| field.name.into()).into_iter().collect()
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
