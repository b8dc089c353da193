//! Batch, layer and instance normalisation.

use super::configuration::Layer;
use super::layers::Building;
use crate::import::affine::{batch_norm, batch_norm_spec};
use crate::import::array::Array;
use crate::import::draft::{Weight, made};
use crate::import::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::{Sentence, sentence};
use crate::spec::Shape;

impl Building<'_> {
    /// A vector of a normalisation, in our order.
    fn per_channel(&self, layer: &Layer, leaf: &str) -> Found<Array> {
        let array = self.tensor(layer, leaf)?;
        Ok(match &self.order {
            Some(order) if order.len() == array.values.len() => array.selected(0, order),
            _ => array,
        })
    }

    fn check_axis(&self, layer: &Layer) -> Found<()> {
        let Ok(axes) = layer.sizes("axis") else {
            return Ok(());
        };
        let channel = match self.draft.shape() {
            Shape::Flat(_) => [1, -1],
            Shape::Image(_) if self.channels_last => [3, -1],
            Shape::Image(_) => [1, -3],
        };
        if axes.len() == 1 && channel.contains(&axes[0]) {
            return Ok(());
        }
        Err(sentence!(
            "“{name}” normalises along the axes {axes}, not along channels",
            name = layer.name,
            axes = format_args!("{axes:?}")
        ))
    }

    pub(super) fn batch_norm(&mut self, layer: &Layer) -> Found<()> {
        self.check_axis(layer)?;
        let optional = |is: bool, leaf: &str, role| {
            let read = || Ok::<_, Sentence>(made(role, self.per_channel(layer, leaf)?));
            is.then(read).transpose()
        };
        let scale: Option<Weight> = optional(layer.is("scale", true), "gamma", "scale")?;
        let shift: Option<Weight> = optional(layer.is("center", true), "beta", "shift")?;
        let mean = made("mean", self.per_channel(layer, "moving_mean")?);
        let variance = made("variance", self.per_channel(layer, "moving_variance")?);
        let epsilon = layer.number("epsilon").unwrap_or(1e-3);
        let weights = batch_norm(scale, shift, mean, variance);
        self.draft
            .push(&layer.name, batch_norm_spec(epsilon), weights)
    }

    pub(super) fn group_norm(&mut self, layer: &Layer) -> Found<()> {
        self.check_axis(layer)?;
        let epsilon = layer.number("epsilon").unwrap_or(1e-3);
        let channels = self.draft.shape().channels();
        let groups = match layer.number("groups") {
            Some(groups) if groups < 0.0 => channels,
            groups => groups.unwrap_or(32.0) as usize,
        };
        self.draft.group_norm(groups, epsilon)?;
        let or = |is: bool, leaf: &str, value| match is {
            true => Ok(self.per_channel(layer, leaf)?.values),
            false => Ok::<_, Sentence>(vec![value; channels]),
        };
        let scale = or(layer.is("scale", true), "gamma", 1.0)?;
        let shift = or(layer.is("center", true), "beta", 0.0)?;
        self.draft.scale_by(scale, shift)
    }

    pub(super) fn sample_norm(&mut self, layer: &Layer) -> Found<()> {
        self.check_axis(layer)?;
        let is_image = matches!(self.draft.shape(), Shape::Image(_));
        let epsilon = layer.number("epsilon").unwrap_or(1e-3);
        let spec = match (layer.class.ends_with("LayerNormalization"), is_image) {
            (true, true) => {
                return Err(sentence!(
                    "“{name}” normalises every pixel by itself, which Ganvas does not support",
                    name = layer.name
                ));
            }
            (true, false) => LayerSpec::LayerNorm(layers::LayerNorm { epsilon }),
            _ => LayerSpec::InstanceNorm(layers::InstanceNorm { epsilon }),
        };
        let channels = self.draft.shape().channels();
        let or = |is: bool, leaf: &str, role, value| {
            if is {
                Ok(made(role, self.per_channel(layer, leaf)?))
            } else {
                Ok::<_, Sentence>(made(role, Array::full(channels, value)))
            }
        };
        let scale = or(layer.is("scale", true), "gamma", "scale", 1.0)?;
        let shift = or(layer.is("center", true), "beta", "shift", 0.0)?;
        self.draft.push(&layer.name, spec, vec![scale, shift])
    }
}
