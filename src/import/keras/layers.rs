//! Translates Keras layers into Ganvas' layers, one after another.

use super::activations;
use super::configuration::Layer;
use super::numbers::Numbers;
use crate::import::array::Array;
use crate::import::draft::{Draft, Weight, made};
use crate::import::found::{Found, written};
use crate::import::join::Join;
use crate::import::parameters::channel_order;
use crate::import::prelu::prelu;
use crate::import::steps::Place;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::{Shape, Size};

/// A draft, and the differences between Keras' channels-last layout and Ganvas'.
pub(super) struct Building<'a> {
    pub draft: Draft,
    numbers: &'a Numbers,
    pub(super) channels_last: bool,
    /// Where ours and Keras' order differ in the features that come now: for each of ours, the
    /// place of Keras'.
    pub(super) order: Option<Vec<usize>>,
    /// Zeros that a padding layer puts around the image, as the next convolution may add them: top,
    /// bottom, left, right.
    pub(super) pad: [usize; 4],
}

/// A value that layers go on from.
#[derive(Debug, Clone)]
pub(super) struct Point {
    pub place: Place,
    order: Option<Vec<usize>>,
    pub pad: [usize; 4],
}

impl Point {
    /// Features, or an image with nothing around it.
    pub fn at(place: Place) -> Self {
        Self {
            place,
            order: None,
            pad: [0; 4],
        }
    }
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

    /// Where it is.
    pub fn point(&self) -> Point {
        Point {
            place: self.draft.place(),
            order: self.order.clone(),
            pad: self.pad,
        }
    }

    /// Goes on from another value.
    pub fn go_to(&mut self, point: &Point) -> Found<()> {
        self.draft.go_to(point.place)?;
        self.order.clone_from(&point.order);
        self.pad = point.pad;
        Ok(())
    }

    /// Goes on from a label's features, begun at `point`, and the image that they were reshaped to.
    pub fn label(&mut self, point: &Point, table: &Array, image: Option<[usize; 3]>) -> Found<()> {
        self.order = None;
        self.pad = [0; 4];
        let is_whole = |dims: &[usize; 3]| {
            let numbers = dims
                .iter()
                .try_fold(1_usize, |all, side| all.checked_mul(*side));
            numbers == Some(table.dims[1])
        };
        let Some(dims) = image.filter(is_whole) else {
            return self.draft.label_features(point.place, table);
        };
        let table = match self.channels_last {
            true => table.selected(1, &channel_order(dims)),
            false => table.clone(),
        };
        self.draft.label_features(point.place, &table)?;
        let to = dims.map(Size::fixed);
        self.draft.plain(LayerSpec::Reshape(layers::Reshape { to }))
    }

    /// Several values become one.
    pub fn join(&mut self, layer: &Layer, how: Join, points: &[&Point]) -> Found<()> {
        let mut places = Vec::with_capacity(points.len());
        for point in points {
            if point.order != points[0].order || (how == Join::Concat && point.order.is_some()) {
                return Err(sentence!(
                    "“{name}” joins images that were flattened, in another order than Ganvas flattens",
                    name = layer.name
                ));
            }
            self.go_to(point)?;
            if self.pad != [0; 4] {
                let sides = std::mem::take(&mut self.pad);
                self.surround(sides)?;
            }
            places.push(self.draft.place());
        }
        self.draft.join_all(how, &places, &layer.name)?;
        self.pad = [0; 4];
        Ok(())
    }

    /// The latent comes as an image.
    pub fn begin_with(&mut self, shape: [usize; 3]) -> Found<()> {
        self.reshape(&shape)
    }

    /// Adds a layer.
    pub fn layer(&mut self, layer: &Layer) -> Found<()> {
        let class = layer.class.rsplit('>').next().unwrap_or(&layer.class);
        let pads_itself = [
            "Conv2D",
            "Convolution2D",
            "DepthwiseConv2D",
            "SeparableConv2D",
            "ZeroPadding2D",
        ];
        if self.pad != [0; 4] && !pads_itself.contains(&class) {
            let sides = std::mem::take(&mut self.pad);
            self.surround(sides)?;
        }
        if self.clipped(layer, class)? {
            return Ok(());
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
            "DepthwiseConv2D" => self.depthwise(layer)?,
            "SeparableConv2D" => self.separable(layer)?,
            "AveragePooling2D" => return self.average_pool(layer),
            "MaxPooling2D" => return self.max_pool(layer),
            "GlobalAveragePooling2D" => return self.global_average(layer),
            "Cropping2D" => return self.crop(layer),
            "GroupNormalization" => return self.group_norm(layer),
            "Multiply" | "Add" | "Subtract" | "TrueDivide" | "Divide" | "TFOpLambda" => {
                return self.with_constant(layer, class);
            }
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
        match layer.word("activation") {
            Some("relu6") => return self.draft.clip(0.0, 6.0),
            Some("hard_sigmoid") => return self.hard_sigmoid(),
            _ => {}
        }
        match activations::setting(layer)? {
            Some(activation) => self.draft.plain(activation),
            None => Ok(()),
        }
    }

    /// A rectifier with an upper end, if the layer is one.
    fn clipped(&mut self, layer: &Layer, class: &str) -> Found<bool> {
        let zero = |name: &str| layer.number(name).is_none_or(|value| value == 0.0);
        let most = layer.number("max_value").filter(|_| class == "ReLU");
        let Some(most) = most.filter(|_| zero("negative_slope") && zero("threshold")) else {
            return Ok(false);
        };
        self.draft.clip(0.0, most as f32)?;
        Ok(true)
    }

    /// clip(x / 6 + 1 / 2, 0, 1), as Keras 3 has it.
    fn hard_sigmoid(&mut self) -> Found<()> {
        self.draft.scale_by(vec![1.0 / 6.0], vec![0.5])?;
        self.draft.clip(0.0, 1.0)
    }

    /// Arithmetic with a number.
    fn with_constant(&mut self, layer: &Layer, class: &str) -> Found<()> {
        let function = layer.word("function").unwrap_or(class);
        let [value] = layer.constants[..] else {
            return Err(layer.refused());
        };
        let value = value as f32;
        let operation = function
            .rsplit('.')
            .next()
            .unwrap_or(function)
            .to_ascii_lowercase();
        let (factor, summand) = match operation.as_str() {
            "multiply" => (value, 0.0),
            "add" | "addv2" => (1.0, value),
            "subtract" => (1.0, -value),
            "truediv" | "truedivide" | "divide" if value != 0.0 => (1.0 / value, 0.0),
            _ => return Err(layer.refused()),
        };
        self.draft.scale_by(vec![factor], vec![summand])
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
