//! A generator while it is being imported: layers with weights in Ganvas' layout, and what had to be
//! assumed.

use super::array::{Array, add_product, count};
use super::budget::Budget;
use super::found::{Found, written};
use crate::layers::sequence::check_size;
use crate::layers::{self, LayerSpec, PlannedLayer, TensorSpec};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Padding, Scale, Shape, Size};
use std::borrow::Cow;
use std::rc::Rc;

/// One tensor of a layer.
#[derive(Debug, Clone)]
pub(super) struct Weight {
    /// Its role in the layer, such as `weight`.
    pub role: Cow<'static, str>,
    /// Its name in the file; empty where it was computed.
    pub source: String,
    pub array: Array,
}

/// A layer with its weights.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub layer: LayerSpec,
    pub weights: Vec<Weight>,
    pub output: Shape,
}

/// A generator while it is being imported.
#[derive(Debug)]
pub(super) struct Draft {
    /// Dimensions of the latent, without labels.
    pub latent: usize,
    /// Number of classes, if it is conditional.
    pub classes: Option<usize>,
    pub parts: Vec<Part>,
    pub assumed: Vec<Sentence>,
    /// The label's embedding, `[classes, features]`, if the file has one. It is multiplied into the layer
    /// behind `concat-label`, which then takes one-hot labels.
    pub embedding: Option<Weight>,
    /// Whether the label's features come before the latent in the file's first layer.
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

    /// The same draft, counted against `budget`.
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

    /// The scale at which its spec is planned: sizes are plain numbers, so only the classes matter.
    pub fn scale(&self) -> Scale {
        Scale {
            width: 1,
            image: [1, 1, 1],
            classes: self.classes,
        }
    }

    pub fn assume(&mut self, what: Sentence) {
        if !self.assumed.contains(&what) {
            self.assumed.push(what);
        }
    }

    /// Adds a layer without weights.
    pub fn plain(&mut self, layer: LayerSpec) -> Found<()> {
        self.push("", layer, Vec::new())
    }

    /// Adds a layer with its weights, and before it a reshape or flatten where the layer needs one. `from`
    /// is the layer's name in the file.
    pub fn push(&mut self, from: &str, layer: LayerSpec, weights: Vec<Weight>) -> Found<()> {
        self.bridge(&layer)?;
        for weight in &weights {
            self.budget.numbers(weight.array.values.len())?;
        }
        let scale = self.scale();
        let number = self.parts.len() + 1;
        let place = || {
            let kind = layer.kind();
            match from {
                "" => sentence!("layer {number} ({kind})", number, kind),
                name => sentence!("layer {number} “{name}” ({kind})", number, name, kind),
            }
        };
        let planned = PlannedLayer::new(&layer, self.shape(), &scale)
            .and_then(|planned| {
                check_size(
                    planned.output,
                    self.parameters.saturating_add(planned.parameters),
                )?;
                Ok(planned)
            })
            .map_err(|why| {
                sentence!(
                    "{place} gets {shape}: {why}",
                    place = place(),
                    shape = self.shape(),
                    why
                )
            })?;
        let weights = self.absorb(&layer, weights)?;
        for TensorSpec { role, dims, .. } in planned.tensors() {
            let found = weights.iter().find(|weight| weight.role == role);
            let found =
                found.ok_or_else(|| sentence!("{place} has no {role}", place = place(), role))?;
            if found.array.dims != dims {
                return Err(sentence!(
                    "{place} has a {role} of {found}; expected {expected}",
                    place = place(),
                    role,
                    found = written(&found.array.dims),
                    expected = written(&dims)
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
                | LayerSpec::PixelShuffle(_)
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

    /// Multiplies the label's embedding into the first layer behind `concat-label`:
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

    /// Multiplies each channel by a factor and adds a summand; a single one holds for all channels.
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
            match &*weight.role {
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

    /// Permutes the features: feature `i` becomes what was feature `order[i]`. This permutes the weights of
    /// the layers before, back to the last linear layer.
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
                    return Err(sentence!(
                        "the order of features cannot be changed before a layer of kind {kind}",
                        kind = part.layer.kind()
                    ));
                }
            };
            for weight in &mut part.weights {
                self.budget.steps(&[weight.array.values.len()])?;
                let axis = weight.array.dims.len() - 1;
                weight.array = weight.array.selected(axis, order);
            }
            if mixes {
                return Ok(());
            }
        }
        Err(sentence!(
            "the latent itself becomes an image in an order that Ganvas does not support"
        ))
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

/// A tensor that the file does not have, or not in this form.
pub(super) fn made(role: &'static str, array: Array) -> Weight {
    Weight {
        role: role.into(),
        source: String::new(),
        array,
    }
}

/// The epsilon of a batch normalisation that only multiplies and adds: far below the last bit of
/// 1, so that the variance stays 1.
const AFFINE: f64 = 1e-20;

/// A factor and a summand for each channel, as a batch normalisation of mean 0 and variance 1.
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

/// Padding on four sides (top, bottom, left, right), in its shortest form.
pub(super) fn padding(sides: [usize; 4]) -> Padding {
    if sides.iter().all(|side| *side == sides[0]) {
        Padding::Even(sides[0])
    } else {
        Padding::Sides(sides)
    }
}
