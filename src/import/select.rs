//! Some of a value's channels, or all in another order.

use super::array::Array;
use super::draft::{Draft, Part, made};
use super::found::Found;
use super::steps::Place;
use crate::layers::{self, LayerSpec, Parametrisation};
use crate::spec::{Shape, Size};
use std::rc::Rc;

impl Draft {
    /// Goes on with some channels of the last value: channel `i` becomes what was channel `order[i]`. The
    /// layers that make them then make those alone, where that can be; else a layer picks them.
    pub fn select(&mut self, order: &[usize]) -> Found<()> {
        let base = self.place();
        let channels = self.shape().channels();
        if order.iter().copied().eq(0..channels) {
            return Ok(());
        }
        match self.maker() {
            Some(index) => self.make_only(index, order)?,
            None => self.pick(order)?,
        }
        if let Some(first) = order.first()
            && order.iter().copied().eq(*first..first + order.len())
        {
            self.selections.insert(self.place(), (base, *first));
        }
        Ok(())
    }

    /// Goes on from two values that are neighbouring channels of one as from those of that, and says
    /// whether they are.
    pub(super) fn rejoin(&mut self, ends: [Place; 2]) -> Found<bool> {
        let [Some((base, first)), Some((other, second))] =
            ends.map(|end| self.selections.get(&end).copied())
        else {
            return Ok(false);
        };
        let [one, more] = ends.map(|end| self.shape_at(end).channels());
        if base != other || first + one != second {
            return Ok(false);
        }
        self.go_to(base)?;
        let order: Vec<usize> = (first..second + more).collect();
        self.select(&order)?;
        Ok(true)
    }

    /// The last layer that mixes channels, if every layer behind it keeps them apart and goes nowhere else.
    fn maker(&self) -> Option<usize> {
        let mut place = self.place();
        for (index, part) in self.parts.iter().enumerate().rev() {
            if place != self.place() && self.steps.is_kept(place) {
                return None;
            }
            if mixes_all(&part.layer) {
                return Some(index);
            }
            if !keeps_apart(part) {
                return None;
            }
            place = self.steps.before(place);
        }
        None
    }

    fn make_only(&mut self, index: usize, order: &[usize]) -> Found<()> {
        for (part, _) in self.take_from(index) {
            let mut part = Rc::unwrap_or_clone(part);
            let out = Size::fixed(order.len());
            let axis = match &mut part.layer {
                LayerSpec::Conv(layer) => {
                    layer.out = out;
                    0
                }
                LayerSpec::ConvTranspose(layer) => {
                    layer.out = out;
                    1
                }
                LayerSpec::Linear(layer) => {
                    layer.out = out;
                    1
                }
                LayerSpec::Reshape(layer) => {
                    layer.to[0] = out;
                    0
                }
                _ => 0,
            };
            for weight in &mut part.weights {
                self.budget.steps(&[weight.array.values.len()])?;
                let axis = if weight.role == "weight" { axis } else { 0 };
                weight.array = weight.array.selected(axis, order);
                weight.source.clear();
            }
            self.push_as_is("", part.layer, part.weights)?;
        }
        Ok(())
    }

    /// A layer that does nothing but pick channels.
    fn pick(&mut self, order: &[usize]) -> Found<()> {
        let channels = self.shape().channels();
        self.budget
            .made(channels * order.len(), channels * order.len())?;
        let out = Size::fixed(order.len());
        let mut values = vec![0.0; channels * order.len()];
        let (layer, dims): (LayerSpec, _) = match self.shape() {
            Shape::Flat(_) => {
                let columns = order.iter().enumerate();
                columns.for_each(|(to, from)| values[from * order.len() + to] = 1.0);
                let layer = layers::Linear {
                    bias: false,
                    ..layers::Linear::new(out)
                };
                (layer.into(), vec![channels, order.len()])
            }
            Shape::Image(_) => {
                let rows = order.iter().enumerate();
                rows.for_each(|(to, from)| values[to * channels + from] = 1.0);
                let layer = layers::Conv {
                    bias: false,
                    ..layers::Conv::new(out, 1)
                };
                (layer.into(), vec![order.len(), channels, 1, 1])
            }
        };
        self.push_as_is("", layer, vec![made("weight", Array { dims, values })])
    }
}

/// Whether a layer makes each of its channels of all that come in.
fn mixes_all(layer: &LayerSpec) -> bool {
    match layer {
        LayerSpec::Linear(layer) => layer.parametrisation == Parametrisation::None,
        LayerSpec::Conv(layer) => {
            layer.groups == Size::fixed(1) && layer.parametrisation == Parametrisation::None
        }
        LayerSpec::ConvTranspose(layer) => {
            layer.groups == Size::fixed(1) && layer.parametrisation == Parametrisation::None
        }
        _ => false,
    }
}

/// Whether a layer makes each channel of that one alone.
fn keeps_apart(part: &Part) -> bool {
    match &part.layer {
        LayerSpec::Reshape(_) => matches!(part.output, Shape::Image([_, 1, 1])),
        LayerSpec::BatchNorm(_)
        | LayerSpec::InstanceNorm(_)
        | LayerSpec::Prelu(_)
        | LayerSpec::Relu(_)
        | LayerSpec::LeakyRelu(_)
        | LayerSpec::Elu(_)
        | LayerSpec::Selu(_)
        | LayerSpec::Silu(_)
        | LayerSpec::Gelu(_)
        | LayerSpec::Softplus(_)
        | LayerSpec::Tanh(_)
        | LayerSpec::Sigmoid(_)
        | LayerSpec::Dropout(_)
        | LayerSpec::Upsample(_)
        | LayerSpec::Resize(_)
        | LayerSpec::AvgPool(_)
        | LayerSpec::MaxPool(_)
        | LayerSpec::Pad(_) => true,
        _ => false,
    }
}
