//! Translates Keras layers into Ganvas' layers, one after another.

use super::activations;
use super::configuration::Layer;
use super::numbers::Numbers;
use crate::import::array::Array;
use crate::import::draft::{Draft, Weight, made, padding};
use crate::import::found::{Found, written};
use crate::import::parameters::channel_order;
use crate::import::prelu::prelu;
use crate::layers::{self, LayerSpec, UpsampleMode};
use crate::sentence::sentence;
use crate::spec::{Padding, Shape, Size};

/// A draft, and the differences between Keras' channels-last layout and Ganvas'.
pub(super) struct Building<'a> {
    pub draft: Draft,
    numbers: &'a Numbers,
    pub(super) channels_last: bool,
    /// Where ours and Keras' order differ in the features that come now: for each of ours, the
    /// place of Keras'.
    pub(super) order: Option<Vec<usize>>,
    /// Zeros that a padding layer puts around the next convolution's image.
    pad: [usize; 4],
}

impl<'a> Building<'a> {
    pub fn new(draft: Draft, numbers: &'a Numbers, channels_last: bool) -> Self {
        Self {
            draft,
            numbers,
            channels_last,
            order: None,
            pad: [0; 4],
        }
    }

    /// Layers so far, those between them counted.
    pub fn length(&self) -> usize {
        self.draft.parts.len()
    }

    /// The latent comes as an image.
    pub fn begin_with(&mut self, shape: [usize; 3]) -> Found<()> {
        self.reshape(&shape)
    }

    /// Adds a layer.
    pub fn layer(&mut self, layer: &Layer) -> Found<()> {
        let class = layer.class.rsplit('>').next().unwrap_or(&layer.class);
        if self.pad != [0; 4] && class != "Conv2D" {
            return Err(sentence!(
                "“{name}” ({class}) follows a padding; only a convolution can",
                name = layer.name,
                class
            ));
        }
        if let Some(activation) = activations::of(layer)? {
            return self.draft.plain(activation);
        }
        match class {
            "Dense" => self.dense(layer)?,
            "Reshape" => {
                let sides = layer.sizes("target_shape")?;
                let sides = self.resolved(layer, &sides)?;
                return self.reshape(&sides);
            }
            "Flatten" => return self.flatten(),
            "Conv2D" | "Conv2DTranspose" | "Convolution2D" => self.convolution(layer)?,
            "BatchNormalization" => return self.batch_norm(layer),
            "LayerNormalization" | "InstanceNormalization" => return self.sample_norm(layer),
            "UpSampling2D" => return self.upsample(layer),
            "ZeroPadding2D" => return self.zeros(layer),
            "PReLU" => return self.slope(layer),
            "Rescaling" => return self.rescale(layer),
            "Activation" => {}
            "Dropout"
            | "SpatialDropout2D"
            | "GaussianNoise"
            | "GaussianDropout"
            | "Identity"
            | "ActivityRegularization"
            | "InputLayer" => return Ok(()),
            _ => return Err(layer.refused()),
        }
        match activations::setting(layer)? {
            Some(activation) => self.draft.plain(activation),
            None => Ok(()),
        }
    }

    pub(super) fn tensor(&self, layer: &Layer, leaf: &str) -> Found<Array> {
        let found = self.numbers.get(&layer.name, leaf);
        found.cloned().ok_or_else(|| {
            sentence!(
                "“{name}” ({class}) has no {leaf}",
                name = layer.name,
                class = layer.class,
                leaf
            )
        })
    }

    fn weights(&self, layer: &Layer, kernel: Array) -> Found<Vec<Weight>> {
        let mut weights = vec![made("weight", kernel)];
        if layer.is("use_bias", true) {
            weights.push(made("bias", self.tensor(layer, "bias")?));
        }
        Ok(weights)
    }

    fn dense(&mut self, layer: &Layer) -> Found<()> {
        if let Shape::Image([_, height, width]) = self.draft.shape()
            && height * width > 1
        {
            return Err(sentence!(
                "“{name}” (Dense) works on an image's channels",
                name = layer.name
            ));
        }
        let mut kernel = self.tensor(layer, "kernel")?;
        let [inputs, out] = kernel.dims[..] else {
            return Err(sentence!(
                "“{name}” has a kernel of {dims}",
                name = layer.name,
                dims = written(&kernel.dims)
            ));
        };
        if let Some(order) = self.order.take() {
            if order.len() != inputs {
                return Err(sentence!(
                    "“{name}” takes {inputs} features, not {found}",
                    name = layer.name,
                    inputs,
                    found = order.len()
                ));
            }
            kernel = kernel.selected(0, &order);
        }
        let bias = layer.is("use_bias", true);
        let spec = LayerSpec::Linear(layers::Linear {
            bias,
            ..layers::Linear::new(Size::fixed(out))
        });
        let weights = self.weights(layer, kernel)?;
        self.draft.push(&layer.name, spec, weights)
    }

    fn resolved(&self, layer: &Layer, sides: &[i64]) -> Found<Vec<usize>> {
        let all = self.draft.shape().size();
        let wrong = || {
            sentence!(
                "“{name}” (Reshape) cannot make {sides} of {all} numbers",
                name = layer.name,
                sides = format_args!("{sides:?}"),
                all
            )
        };
        let mut known = sides.iter().filter(|side| **side > 0);
        let known = known.try_fold(1_i64, |product, side| product.checked_mul(*side));
        let known = known
            .and_then(|known| usize::try_from(known).ok())
            .ok_or_else(wrong)?;
        let side = |side: &i64| match side {
            -1 => Some(all / known),
            side => usize::try_from(*side).ok().filter(|side| *side > 0),
        };
        let resolved: Option<Vec<usize>> = sides.iter().map(side).collect();
        let product = |sides: &[usize]| {
            sides
                .iter()
                .try_fold(1_usize, |product, side| product.checked_mul(*side))
        };
        resolved
            .filter(|sides| product(sides) == Some(all))
            .ok_or_else(wrong)
    }

    fn reshape(&mut self, sides: &[usize]) -> Found<()> {
        let dims = match *sides {
            [_] => return self.flatten(),
            [height, width, channels] if self.channels_last => [channels, height, width],
            [channels, height, width] => [channels, height, width],
            _ => {
                return Err(sentence!(
                    "a shape of {dims} is no image",
                    dims = written(sides)
                ));
            }
        };
        if let Shape::Image(own) = self.draft.shape() {
            if own == dims {
                return Ok(());
            }
            self.flatten()?;
        }
        if self.channels_last && dims.iter().product::<usize>() == self.draft.shape().size() {
            let wanted = channel_order(dims);
            match self.order.take() {
                None => self.draft.reorder(&wanted)?,
                Some(order) if order == wanted => {}
                Some(_) => {
                    return Err(sentence!(
                        "an image changes its shape with its pixels mixed"
                    ));
                }
            }
        }
        self.draft.plain(LayerSpec::Reshape(layers::Reshape {
            to: dims.map(Size::fixed),
        }))
    }

    fn flatten(&mut self) -> Found<()> {
        let Shape::Image(dims) = self.draft.shape() else {
            return Ok(());
        };
        let is_vector = dims[1] * dims[2] == 1;
        self.order = (self.channels_last && !is_vector).then(|| channel_order(dims));
        self.draft.plain(LayerSpec::Flatten(layers::Flatten {}))
    }

    fn convolution(&mut self, layer: &Layer) -> Found<()> {
        layer.only_one("dilation_rate")?;
        layer.only_one("groups")?;
        let kernel = self.tensor(layer, "kernel")?;
        if kernel.dims.len() != 4 {
            return Err(sentence!(
                "“{name}” has a kernel of {dims}",
                name = layer.name,
                dims = written(&kernel.dims)
            ));
        }
        // Height, width, in, out; of a transposed one height, width, out, in.
        let kernel = kernel.permuted(&[3, 2, 0, 1]);
        let is_transposed = layer.class == "Conv2DTranspose";
        let (side, stride) = (layer.square("kernel_size")?, layer.square("strides")?);
        let bias = layer.is("use_bias", true);
        let before = std::mem::take(&mut self.pad);
        let padding = match layer.word("padding") {
            Some("same") if before == [0; 4] => Padding::SAME,
            Some("valid") => padding(before),
            Some(padding) => {
                return Err(sentence!(
                    "“{name}” pads {padding}",
                    name = layer.name,
                    padding
                ));
            }
            None => return Err(layer.lacks("padding")),
        };
        let out = Size::fixed(kernel.dims[usize::from(is_transposed)]);
        let spec = if is_transposed {
            if !layer.settings["output_padding"].is_null() {
                return Err(sentence!(
                    "“{name}” has an output_padding, which is not read",
                    name = layer.name
                ));
            }
            if padding != Padding::SAME && side < stride {
                return Err(sentence!(
                    "“{name}” has a stride beyond its kernel",
                    name = layer.name
                ));
            }
            LayerSpec::ConvTranspose(layers::ConvTranspose {
                stride: stride.into(),
                padding,
                bias,
                ..layers::ConvTranspose::new(out, side)
            })
        } else {
            LayerSpec::Conv(layers::Conv {
                stride: stride.into(),
                padding,
                bias,
                ..layers::Conv::new(out, side)
            })
        };
        let weights = self.weights(layer, kernel)?;
        self.draft.push(&layer.name, spec, weights)
    }

    fn upsample(&mut self, layer: &Layer) -> Found<()> {
        let mode = match layer.word("interpolation").unwrap_or("nearest") {
            "nearest" => UpsampleMode::Nearest,
            "bilinear" => UpsampleMode::Bilinear,
            other => {
                return Err(sentence!(
                    "“{name}” enlarges by {mode}, which Ganvas does not support",
                    name = layer.name,
                    mode = other
                ));
            }
        };
        let factor = layer.square("size")?;
        self.draft
            .plain(LayerSpec::Upsample(layers::Upsample { factor, mode }))
    }

    fn zeros(&mut self, layer: &Layer) -> Found<()> {
        let sides: Vec<u64> = match &layer.settings["padding"] {
            serde_json::Value::Array(axes) => axes
                .iter()
                .flat_map(|axis| match axis.as_array() {
                    Some(sides) => sides.iter().filter_map(serde_json::Value::as_u64).collect(),
                    None => vec![axis.as_u64().unwrap_or(0); 2],
                })
                .collect(),
            side => vec![side.as_u64().unwrap_or(0); 4],
        };
        let sides: Vec<usize> = sides
            .into_iter()
            .map(|side| side.min(1 << 16) as usize)
            .collect();
        self.pad = sides
            .try_into()
            .map_err(|_| sentence!("“{name}” has no four sides", name = layer.name))?;
        Ok(())
    }

    fn slope(&mut self, layer: &Layer) -> Found<()> {
        let slopes = self.tensor(layer, "alpha")?;
        match prelu(&slopes.values) {
            LayerSpec::Prelu(_) if slopes.values.len() != self.draft.shape().channels() => {
                Err(sentence!(
                    "“{name}” (PReLU) has slopes of {dims}; supported are one, and one a channel",
                    name = layer.name,
                    dims = written(&slopes.dims)
                ))
            }
            spec @ LayerSpec::Prelu(_) => {
                let slopes = made("slope", Array::vector(slopes.values));
                self.draft.push(&layer.name, spec, vec![slopes])
            }
            spec => self.draft.plain(spec),
        }
    }

    fn rescale(&mut self, layer: &Layer) -> Found<()> {
        let (factor, summand) = (layer.number("scale"), layer.number("offset"));
        let (factor, summand) = (factor.unwrap_or(1.0), summand.unwrap_or(0.0));
        self.draft
            .scale_by(vec![factor as f32], vec![summand as f32])
    }
}
