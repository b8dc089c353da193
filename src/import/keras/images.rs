//! Convolutions, pooling and padding of Keras.

use super::configuration::Layer;
use super::layers::Building;
use crate::import::array::Array;
use crate::import::draft::{Weight, made, padding};
use crate::import::found::{Found, written};
use crate::layers::{self, LayerSpec, PadMode, UpsampleMode};
use crate::sentence::sentence;
use crate::spec::{Padding, PerAxis, Shape, Size};

/// A kernel in our layout, the channels that come out of it, and the groups that it works in.
struct Kernel {
    array: Array,
    out: usize,
    groups: usize,
}

impl Building<'_> {
    pub(super) fn convolution(&mut self, layer: &Layer) -> Found<()> {
        let groups = layer.per_axis_or_one("groups")?[0];
        // Height, width, in, out; of a transposed one height, width, out, in.
        let array = self.kernel(layer, "kernel")?.permuted(&[3, 2, 0, 1]);
        let is_transposed = layer.class == "Conv2DTranspose";
        let out = array.dims[usize::from(is_transposed)];
        let kernel = Kernel { array, out, groups };
        if is_transposed {
            return self.transposed(layer, kernel);
        }
        let bias = self.bias(layer)?;
        self.convolve(layer, kernel, bias)
    }

    /// Each channel by itself.
    pub(super) fn depthwise(&mut self, layer: &Layer) -> Found<()> {
        let kernel = self.depthwise_kernel(layer)?;
        let bias = self.bias(layer)?;
        self.convolve(layer, kernel, bias)
    }

    /// Each channel by itself, then all of each pixel.
    pub(super) fn separable(&mut self, layer: &Layer) -> Found<()> {
        let kernel = self.depthwise_kernel(layer)?;
        self.convolve(layer, kernel, None)?;
        let array = self
            .kernel(layer, "pointwise_kernel")?
            .permuted(&[3, 2, 0, 1]);
        let out = Size::fixed(array.dims[0]);
        let bias = self.bias(layer)?;
        let spec = layers::Conv {
            bias: bias.is_some(),
            ..layers::Conv::new(out, 1)
        };
        let weights = [made("weight", array)].into_iter().chain(bias).collect();
        self.draft.push(&layer.name, spec.into(), weights)
    }

    fn kernel(&self, layer: &Layer, leaf: &str) -> Found<Array> {
        let kernel = self.tensor(layer, leaf)?;
        if kernel.dims.len() == 4 {
            return Ok(kernel);
        }
        Err(sentence!(
            "“{name}” has a kernel of {dims}",
            name = layer.name,
            dims = written(&kernel.dims)
        ))
    }

    fn depthwise_kernel(&self, layer: &Layer) -> Found<Kernel> {
        let kernel = self.kernel(layer, "depthwise_kernel");
        let kernel = kernel.or_else(|why| self.kernel(layer, "kernel").map_err(|_| why))?;
        // Height, width, in, out for each.
        let [down, across, groups, each] = kernel.dims[..] else {
            return Err(sentence!(
                "“{name}” has a kernel of {dims}",
                name = layer.name,
                dims = written(&kernel.dims)
            ));
        };
        let out = groups * each;
        let array = kernel
            .permuted(&[2, 3, 0, 1])
            .reshaped(&[out, 1, down, across])?;
        Ok(Kernel { array, out, groups })
    }

    fn bias(&self, layer: &Layer) -> Found<Option<Weight>> {
        let read = || Ok(made("bias", self.tensor(layer, "bias")?));
        layer.is("use_bias", true).then(read).transpose()
    }

    /// What a layer pads by, the zeros before it included.
    fn padding(&mut self, layer: &Layer) -> Found<Padding> {
        let before = std::mem::take(&mut self.pad);
        match layer.word("padding") {
            Some("same") if before == [0; 4] => Ok(Padding::SAME),
            Some("same") => {
                self.surround(before)?;
                Ok(Padding::SAME)
            }
            Some("valid") => Ok(padding(before)),
            Some(padding) => Err(sentence!(
                "“{name}” pads {padding}",
                name = layer.name,
                padding
            )),
            None => Err(layer.lacks("padding")),
        }
    }

    fn convolve(&mut self, layer: &Layer, kernel: Kernel, bias: Option<Weight>) -> Found<()> {
        let spec = layers::Conv {
            stride: PerAxis(layer.per_axis_or_one("strides")?),
            dilation: PerAxis(layer.per_axis_or_one("dilation_rate")?),
            groups: Size::fixed(kernel.groups),
            padding: self.padding(layer)?,
            bias: bias.is_some(),
            ..layers::Conv::new(Size::fixed(kernel.out), PerAxis(sides(&kernel.array)))
        };
        let weights = [made("weight", kernel.array)].into_iter().chain(bias);
        self.draft.push(&layer.name, spec.into(), weights.collect())
    }

    fn transposed(&mut self, layer: &Layer, kernel: Kernel) -> Found<()> {
        if !layer.settings["output_padding"].is_null() {
            return Err(sentence!(
                "“{name}” has an output_padding, which is not read",
                name = layer.name
            ));
        }
        let (side, stride) = (sides(&kernel.array), layer.per_axis_or_one("strides")?);
        let padding = self.padding(layer)?;
        if padding != Padding::SAME && (side[0] < stride[0] || side[1] < stride[1]) {
            return Err(sentence!(
                "“{name}” has a stride beyond its kernel",
                name = layer.name
            ));
        }
        let bias = self.bias(layer)?;
        let spec = layers::ConvTranspose {
            stride: PerAxis(stride),
            dilation: PerAxis(layer.per_axis_or_one("dilation_rate")?),
            padding,
            bias: bias.is_some(),
            ..layers::ConvTranspose::new(Size::fixed(kernel.out), PerAxis(side))
        };
        let weights = [made("weight", kernel.array)].into_iter().chain(bias);
        self.draft.push(&layer.name, spec.into(), weights.collect())
    }

    pub(super) fn average_pool(&mut self, layer: &Layer) -> Found<()> {
        let Shape::Image([_, height, width]) = self.draft.shape() else {
            return Err(layer.refused());
        };
        let kernel = layer.per_axis("pool_size")?;
        let stride = match layer.settings["strides"].is_null() {
            true => kernel,
            false => layer.per_axis("strides")?,
        };
        let is_even = stride == kernel
            && [height, width]
                .iter()
                .zip(kernel)
                .all(|(side, kernel)| kernel > 0 && side % kernel == 0);
        if layer.word("padding") == Some("same") && !is_even && kernel != [1, 1] {
            return Err(sentence!(
                "“{name}” ({class}) takes means over fewer pixels at the edge (same), which Ganvas does not \
                 support",
                name = layer.name,
                class = layer.class
            ));
        }
        self.draft.average_pool(kernel, stride, [0; 4])
    }

    pub(super) fn max_pool(&mut self, layer: &Layer) -> Found<()> {
        let Shape::Image(_) = self.draft.shape() else {
            return Err(layer.refused());
        };
        let kernel = layer.per_axis("pool_size")?;
        let stride = match layer.settings["strides"].is_null() {
            true => kernel,
            false => layer.per_axis("strides")?,
        };
        let padding = match layer.word("padding") {
            Some("same") => Padding::SAME,
            _ => Padding::Even(0),
        };
        self.draft.max_pool(kernel, stride, padding)
    }

    pub(super) fn global_average(&mut self, layer: &Layer) -> Found<()> {
        let Shape::Image(_) = self.draft.shape() else {
            return Err(layer.refused());
        };
        self.draft
            .plain(LayerSpec::AvgPool(layers::AvgPool { kernel: None }))?;
        if !layer.is("keepdims", false) {
            return Ok(());
        }
        let to = [self.draft.shape().channels(), 1, 1].map(Size::fixed);
        self.draft.plain(LayerSpec::Reshape(layers::Reshape { to }))
    }

    pub(super) fn upsample(&mut self, layer: &Layer) -> Found<()> {
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
        let [down, across] = layer.per_axis("size")?;
        if down == across {
            let factor = down;
            return self
                .draft
                .plain(LayerSpec::Upsample(layers::Upsample { factor, mode }));
        }
        let [_, height, width] = self.draft.shape().dims();
        let to = [height.saturating_mul(down), width.saturating_mul(across)].map(Size::fixed);
        self.draft
            .plain(LayerSpec::Resize(layers::Resize { to, mode }))
    }

    pub(super) fn zeros(&mut self, layer: &Layer) -> Found<()> {
        let own = four_sides(layer, "padding")?;
        let before = self.pad;
        self.pad = std::array::from_fn(|side| before[side] + own[side]);
        Ok(())
    }

    /// Puts zeros around the image.
    pub(super) fn surround(&mut self, sides: [usize; 4]) -> Found<()> {
        self.draft.plain(LayerSpec::Pad(layers::Pad {
            padding: padding(sides),
            mode: PadMode::Zeros,
        }))
    }

    pub(super) fn crop(&mut self, layer: &Layer) -> Found<()> {
        let [top, bottom, left, right] = four_sides(layer, "cropping")?;
        let Shape::Image([_, height, width]) = self.draft.shape() else {
            return Err(layer.refused());
        };
        let (rows, columns) = (top + bottom, left + right);
        if rows >= height || columns >= width {
            return Err(sentence!(
                "“{name}” cuts all of an image of {height}×{width} away",
                name = layer.name,
                height,
                width
            ));
        }
        self.draft
            .crop([top, height - rows, 1], [left, width - columns, 1])
    }
}

/// A kernel's height and width.
fn sides(kernel: &Array) -> [usize; 2] {
    [kernel.dims[2], kernel.dims[3]]
}

/// Pixels on each side: top, bottom, left, right.
fn four_sides(layer: &Layer, setting: &str) -> Found<[usize; 4]> {
    let number = |side: &serde_json::Value| side.as_u64().unwrap_or(0).min(1 << 16) as usize;
    let sides: Vec<usize> = match &layer.settings[setting] {
        serde_json::Value::Array(axes) => axes
            .iter()
            .flat_map(|axis| match axis.as_array() {
                Some(sides) => sides.iter().map(number).collect(),
                None => vec![number(axis); 2],
            })
            .collect(),
        side => vec![number(side); 4],
    };
    let sides = <[usize; 4]>::try_from(sides);
    sides.map_err(|_| sentence!("“{name}” has no four sides", name = layer.name))
}
