//! A label's embedding, multiplied into the layer that takes it.

use super::array::{Array, add_product, count};
use super::budget::Budget;
use super::draft::{Draft, Weight};
use super::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;

impl Draft {
    /// Multiplies the label's embedding into the first layer behind `concat-label`:
    /// `W·[z; E[y]] = W_z·z + (W_e·E)·onehot(y)`.
    pub(super) fn absorb(
        &mut self,
        layer: &LayerSpec,
        mut weights: Vec<Weight>,
    ) -> Found<Vec<Weight>> {
        let axis = match layer {
            LayerSpec::Linear(_) | LayerSpec::ConvTranspose(_) => 0,
            LayerSpec::Conv(_) => 1,
            _ => return Ok(weights),
        };
        let mut before = self.parts.iter().rev().map(|part| &part.layer);
        let behind_label = before
            .find(|layer| {
                !matches!(
                    layer,
                    LayerSpec::Reshape(_) | LayerSpec::Flatten(layers::Flatten {})
                )
            })
            .is_some_and(|layer| *layer == LayerSpec::ConcatLabel(layers::ConcatLabel {}));
        let weight = weights.iter_mut().find(|weight| weight.role == "weight");
        let (true, Some(weight), Some(classes)) = (behind_label, weight, self.classes) else {
            return Ok(weights);
        };
        let features = match &self.embedding {
            Some(table) => table.array.dims[1],
            None => classes,
        };
        let inputs = weight.array.dims[axis];
        let own = inputs.checked_sub(features).ok_or_else(|| {
            sentence!(
                "{inputs} inputs are too few for {features} features of a label",
                inputs,
                features
            )
        })?;
        let label: Vec<usize> = (0..inputs).collect();
        let (first, second) = label.split_at(if self.label_first { features } else { own });
        let (latent, label) = if self.label_first {
            (second, first)
        } else {
            (first, second)
        };
        let latent = weight.array.selected(axis, latent);
        let mut label = weight.array.selected(axis, label);
        if let Some(table) = &self.embedding {
            label = combined(&table.array, &label, axis, &self.budget)?;
        }
        weight.array = joined(&latent, &label, axis);
        Ok(weights)
    }
}

/// `table · rows`: rows along `axis`, one for each of the label's features, become one for each class.
fn combined(table: &Array, rows: &Array, axis: usize, budget: &Budget) -> Found<Array> {
    let (classes, features) = (table.dims[0], table.dims[1]);
    let inner: usize = rows.dims[axis + 1..].iter().product();
    let outer: usize = rows.dims[..axis].iter().product();
    budget.steps(&[outer, classes, features, inner])?;
    budget.numbers(count(&[outer, classes, inner])?)?;
    let mut values = Vec::with_capacity(outer * classes * inner);
    let mut sums = vec![0.0; inner];
    for block in 0..outer {
        for class in 0..classes {
            let own = &table.values[class * features..][..features];
            add_product(&mut sums, own, &rows.values[block * features * inner..]);
            values.extend(sums.iter().map(|sum| *sum as f32));
            sums.fill(0.0);
        }
    }
    let mut dims = rows.dims.clone();
    dims[axis] = classes;
    Ok(Array { dims, values })
}

fn joined(first: &Array, second: &Array, axis: usize) -> Array {
    let inner: usize = first.dims[axis + 1..].iter().product();
    let outer: usize = first.dims[..axis].iter().product();
    let mut dims = first.dims.clone();
    dims[axis] += second.dims[axis];
    let mut values = Vec::with_capacity(first.values.len() + second.values.len());
    for block in 0..outer {
        for array in [first, second] {
            let length = array.dims[axis] * inner;
            values.extend_from_slice(&array.values[block * length..(block + 1) * length]);
        }
    }
    Array { dims, values }
}
