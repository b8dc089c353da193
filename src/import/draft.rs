//! A generator in the making: layers with their numbers, in our layout, and what had to be
//! assumed of them.

use super::array::{Array, Found, add_product, count, written};
use super::budget::Budget;
use crate::layers::{self, LayerSpec, PlannedLayer, TensorSpec};
use crate::network::check_size;
use crate::spec::{Padding, Scale, Shape, Size};
use std::rc::Rc;

/// Numbers for one tensor of a layer.
#[derive(Debug, Clone)]
pub(super) struct Weight {
    /// What it is to its layer, as `weight`.
    pub role: &'static str,
    /// What the file calls it; empty where it is made of several.
    pub source: String,
    pub array: Array,
}

/// A layer with its numbers.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub layer: LayerSpec,
    pub weights: Vec<Weight>,
    pub output: Shape,
}

/// A generator in the making.
#[derive(Debug)]
pub(super) struct Draft {
    /// Dimensions of the latent, without labels.
    pub latent: usize,
    /// Number of classes, if it is conditional.
    pub classes: Option<usize>,
    pub parts: Vec<Part>,
    pub assumed: Vec<String>,
    /// What each class becomes, `[classes, features]`, where the file looks labels up in a table.
    /// The table is multiplied into the layer behind `concat-label`, which then takes labels one-hot.
    pub embedding: Option<Weight>,
    /// Whether labels come before the latent in the file's layer.
    pub label_first: bool,
    /// What the import may still cost.
    pub budget: Rc<Budget>,
    /// Trainable numbers so far.
    parameters: u64,
}

impl Draft {
    pub fn new(latent: usize) -> Self {
        Self {
            latent,
            classes: None,
            parts: Vec::new(),
            assumed: Vec::new(),
            embedding: None,
            label_first: false,
            budget: Rc::default(),
            parameters: 0,
        }
    }

    /// The same within what the import may cost.
    pub fn within(self, budget: &Rc<Budget>) -> Self {
        Self {
            budget: budget.clone(),
            ..self
        }
    }

    /// What comes out of the last layer so far.
    pub fn shape(&self) -> Shape {
        let last = self.parts.last();
        last.map_or(Shape::Flat(self.latent), |part| part.output)
    }

    /// The sizes of an imported spec are plain numbers; only the classes count.
    pub fn scale(&self) -> Scale {
        Scale {
            width: 1,
            image: [1, 1, 1],
            classes: self.classes,
        }
    }

    pub fn assume(&mut self, what: impl Into<String>) {
        let what = what.into();
        if !self.assumed.contains(&what) {
            self.assumed.push(what);
        }
    }

    /// Adds a layer without numbers.
    pub fn plain(&mut self, layer: LayerSpec) -> Found<()> {
        self.push("", layer, Vec::new())
    }

    /// Adds a layer with its numbers. A vector becomes an image of one pixel, or an image a
    /// vector, where the layer needs it. `from` is what the file calls the layer.
    pub fn push(&mut self, from: &str, layer: LayerSpec, weights: Vec<Weight>) -> Found<()> {
        self.bridge(&layer)?;
        for weight in &weights {
            self.budget.numbers(weight.array.values.len())?;
        }
        let scale = self.scale();
        let number = self.parts.len() + 1;
        let place = || {
            let name = if from.is_empty() {
                String::new()
            } else {
                format!(" “{from}”")
            };
            format!("layer {number}{name} ({})", layer.kind())
        };
        let planned = PlannedLayer::new(&layer, self.shape(), &scale)
            .and_then(|planned| {
                check_size(
                    planned.output,
                    self.parameters.saturating_add(planned.parameters),
                )?;
                Ok(planned)
            })
            .map_err(|why| format!("{} gets {}: {why}", place(), self.shape()))?;
        let weights = self.absorb(&layer, weights)?;
        for TensorSpec { role, dims, .. } in planned.tensors() {
            let found = weights.iter().find(|weight| weight.role == role);
            let found = found.ok_or_else(|| format!("{} has no {role}", place()))?;
            if found.array.dims != dims {
                return Err(format!(
                    "{} has a {role} of {}; expected {}",
                    place(),
                    written(&found.array.dims),
                    written(&dims)
                ));
            }
        }
        self.parameters = self.parameters.saturating_add(planned.parameters);
        self.parts.push(Part {
            layer,
            weights,
            output: planned.output,
        });
        Ok(())
    }

    fn bridge(&mut self, layer: &LayerSpec) -> Found<()> {
        match (layer, self.shape()) {
            (
                LayerSpec::Conv(_)
                | LayerSpec::ConvTranspose(_)
                | LayerSpec::Upsample(_)
                | LayerSpec::Resize(_)
                | LayerSpec::InstanceNorm(_),
                Shape::Flat(features),
            ) => self.plain(LayerSpec::Reshape(layers::Reshape {
                to: [features, 1, 1].map(Size::fixed),
            })),
            (LayerSpec::Linear(_), Shape::Image(_)) => {
                self.plain(LayerSpec::Flatten(layers::Flatten {}))
            }
            _ => Ok(()),
        }
    }

    /// Multiplies the label's table into the first layer behind `concat-label`:
    /// `W·[z; E[y]] = W_z·z + (W_e·E)·onehot(y)`.
    fn absorb(&mut self, layer: &LayerSpec, mut weights: Vec<Weight>) -> Found<Vec<Weight>> {
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
            format!("{inputs} inputs are too few for {features} features of a label")
        })?;
        let label: Vec<usize> = (0..inputs).collect();
        let (first, second) = label.split_at(if self.label_first { features } else { own });
        let (latent, label) = if self.label_first {
            (second, first)
        } else {
            (first, second)
        };
        let latent = weight.array.picked(axis, latent);
        let mut label = weight.array.picked(axis, label);
        if let Some(table) = &self.embedding {
            label = combined(&table.array, &label, axis, &self.budget)?;
        }
        weight.array = joined(&latent, &label, axis);
        Ok(weights)
    }

    /// Multiplies each channel by a factor and adds a summand; one of each is for all channels.
    pub fn scale_by(&mut self, factors: Vec<f32>, summands: Vec<f32>) -> Found<()> {
        let channels = self.shape().channels();
        let wide = |values: Vec<f32>| match values[..] {
            [value] => vec![value; channels],
            _ => values,
        };
        let (factors, summands) = (wide(factors), wide(summands));
        let last = self.parts.last_mut();
        let norm = last.filter(|part| matches!(part.layer, LayerSpec::BatchNorm(_)));
        let Some(part) = norm.filter(|_| factors.len() == channels) else {
            let (layer, weights) = affine(factors, summands);
            return self.push("", layer, weights);
        };
        for weight in &mut part.weights {
            let values = weight.array.values.iter_mut().zip(&factors).zip(&summands);
            match weight.role {
                "scale" => values.for_each(|((value, factor), _)| *value *= factor),
                "shift" => {
                    values
                        .for_each(|((value, factor), summand)| *value = *value * factor + summand);
                }
                _ => continue,
            }
            weight.source.clear();
        }
        Ok(())
    }

    /// Turns the features that come in now: feature `i` becomes what was feature `order[i]`. Done
    /// to the numbers of the layers that make them, back to the last that mixes features.
    pub fn reorder(&mut self, order: &[usize]) -> Found<()> {
        if order.iter().enumerate().all(|(new, old)| new == *old) {
            return Ok(());
        }
        for part in self.parts.iter_mut().rev() {
            let mixes = match part.layer {
                LayerSpec::Linear(_) => true,
                LayerSpec::BatchNorm(_) | LayerSpec::LayerNorm(_) => false,
                LayerSpec::Relu(layers::Relu {})
                | LayerSpec::LeakyRelu(_)
                | LayerSpec::Elu(layers::Elu {})
                | LayerSpec::Silu(layers::Silu {})
                | LayerSpec::Gelu(layers::Gelu {})
                | LayerSpec::Softplus(layers::Softplus {})
                | LayerSpec::Tanh(layers::Tanh {})
                | LayerSpec::Sigmoid(layers::Sigmoid {})
                | LayerSpec::Dropout(_) => continue,
                _ => {
                    return Err(format!(
                        "the order of features cannot be changed before a layer of kind {}",
                        part.layer.kind()
                    ));
                }
            };
            for weight in &mut part.weights {
                self.budget.steps(&[weight.array.values.len()])?;
                let axis = weight.array.dims.len() - 1;
                weight.array = weight.array.picked(axis, order);
            }
            if mixes {
                return Ok(());
            }
        }
        Err("the latent itself becomes an image in an order that is not ours".to_owned())
    }
}

/// `table · rows`: the rows of a label's features, along `axis`, become one a class.
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

/// A batch normalisation's numbers; scale and shift are 1 and 0 where the file has none.
pub(super) fn batch_norm(
    scale: Option<Weight>,
    shift: Option<Weight>,
    mean: Weight,
    variance: Weight,
) -> Vec<Weight> {
    let channels = mean.array.values.len();
    let or = |weight: Option<Weight>, role, value| {
        weight.unwrap_or_else(|| made(role, Array::full(channels, value)))
    };
    vec![
        or(scale, "scale", 1.0),
        or(shift, "shift", 0.0),
        mean,
        variance,
    ]
}

/// Numbers that the file does not have, or not as they are.
pub(super) fn made(role: &'static str, array: Array) -> Weight {
    Weight {
        role,
        source: String::new(),
        array,
    }
}

/// The epsilon of a batch normalisation that only multiplies and adds: far below the last bit of
/// 1, so that the variance stays 1.
const AFFINE: f64 = 1e-20;

/// A factor and a summand a channel, as a batch normalisation that normalises by 0 and 1.
fn affine(factors: Vec<f32>, summands: Vec<f32>) -> (LayerSpec, Vec<Weight>) {
    let channels = factors.len();
    let weights = batch_norm(
        Some(made("scale", Array::vector(factors))),
        Some(made("shift", Array::vector(summands))),
        made("mean", Array::full(channels, 0.0)),
        made("variance", Array::full(channels, 1.0)),
    );
    (batch_norm_spec(AFFINE), weights)
}

pub(super) fn batch_norm_spec(epsilon: f64) -> LayerSpec {
    LayerSpec::BatchNorm(layers::BatchNorm {
        momentum: 0.9,
        epsilon,
        scale_deviation: 0.0,
    })
}

/// Zeros on four sides (top, bottom, left, right), written as short as it can be.
pub(super) fn padding(sides: [usize; 4]) -> Padding {
    if sides.iter().all(|side| *side == sides[0]) {
        Padding::Even(sides[0])
    } else {
        Padding::Sides(sides)
    }
}
