//! One operator after another, as layers of ours.

use super::constant::Constant;
use super::graph::{Main, Value, Walk};
use super::proto::Node;
use crate::import::array::{Array, Found, plainly, written};
use crate::import::draft::{Weight, batch_norm, batch_norm_spec, made, padding};
use crate::spec::{Initialiser, LayerSpec, Padding, Size, UpsampleMode};
use std::rc::Rc;

impl<'a> Walk<'a> {
    /// What `node` gives.
    pub fn operator(
        &mut self,
        index: usize,
        node: &'a Node,
        inputs: &[Option<Value>],
    ) -> Found<Value> {
        if self.patterns.inner.contains(&index) {
            // A part of an activation that is put in at its end.
            let main = inputs
                .iter()
                .flatten()
                .find(|value| matches!(value, Value::Main(_)));
            return main.cloned().ok_or_else(|| "it has no input".to_owned());
        }
        if let Some((layer, source)) = self.patterns.ends.get(&index).cloned() {
            let Some(Value::Main(main)) = self.values.get(source).cloned() else {
                return Err("it works on what is no image".to_owned());
            };
            return self.activated(&main, layer);
        }
        if let Some(value) = self.renamed(node, inputs)? {
            return Ok(value);
        }
        if let Some(label) = self.label(node, inputs)? {
            return Ok(label);
        }
        let mut mains = inputs.iter().flatten().filter_map(|value| match value {
            Value::Main(main) => Some(main.clone()),
            _ => None,
        });
        let (Some(main), None) = (mains.next(), mains.next()) else {
            return Err("it joins branches, which ours cannot say".to_owned());
        };
        if node.operator == "Transpose" {
            return self.transposed(node, &main);
        }
        if matches!(node.operator.as_str(), "Identity" | "Dropout" | "Cast") {
            return Ok(Value::Main(main));
        }
        self.newest(&main)?;
        if self.pad != [0; 4] && node.operator != "Conv" {
            return Err("it follows a padding; only a convolution can".to_owned());
        }
        self.layer(node, inputs, &main)
    }

    fn layer(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        match node.operator.as_str() {
            "Gemm" | "MatMul" => self.linear(node, inputs, main),
            "Conv" | "ConvTranspose" => self.convolution(node, inputs, main),
            "BatchNormalization" => self.batch_norm(node, inputs, main),
            "InstanceNormalization" | "LayerNormalization" => self.sample_norm(node, inputs, main),
            "Resize" | "Upsample" => self.resize(node, inputs, main),
            "Pad" => self.zeros(node, inputs, main),
            "Concat" => self.concat(node, inputs, main),
            "Add" | "Sub" | "Mul" | "Div" | "Neg" => self.arithmetic(node, inputs, main),
            _ => {
                let layer = activation(node, inputs)?;
                self.activated(main, layer)
            }
        }
    }

    fn activated(&mut self, main: &Main, layer: LayerSpec) -> Found<Value> {
        self.newest(main)?;
        self.draft.plain(layer)?;
        Ok(self.made(main.dims.clone(), main.last))
    }

    fn linear(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let [Some(Value::Main(_)), Some(Value::Constant(weight)), ..] = inputs else {
            return Err("it multiplies what is no vector by what is no constant".to_owned());
        };
        let rank = main.dims.len();
        if rank != 2 && main.dims[1..].iter().product::<usize>() != main.dims[rank - 1] {
            return Err(format!("it multiplies {} by a matrix", written(&main.dims)));
        }
        let flat = Main {
            dims: vec![main.dims[0], main.dims[1..].iter().product()],
            ..main.clone()
        };
        self.settle(&flat)?;
        let (mut weight, bias) = matrix(node, weight, inputs.get(2))?;
        scale(&mut weight.values, node.real("alpha", 1.0));
        let out = weight.dims[1];
        let spec = LayerSpec::Linear {
            out: Size::fixed(out),
            bias: bias.is_some(),
            init: Initialiser::default(),
        };
        let mut weights = vec![made("weight", weight)];
        if let Some(mut bias) = bias {
            scale(&mut bias.values, node.real("beta", 1.0));
            if bias.values.len() == 1 {
                bias = Array::full(out, bias.values[0]);
            }
            weights.push(made("bias", bias.reshaped(&[out])?));
        }
        self.draft.push(&node.name, spec, weights)?;
        self.label_gap = 0;
        let mut dims = main.dims.clone();
        dims[rank - 1] = out;
        Ok(self.made(dims, false))
    }

    /// The graph's dimensions of an image that the draft now ends with.
    fn image(&mut self, main: &Main) -> Value {
        let [channels, height, width] = self.draft.shape().dims();
        let dims = if main.last {
            vec![main.dims[0], height, width, channels]
        } else {
            vec![main.dims[0], channels, height, width]
        };
        self.made(dims, main.last)
    }

    fn convolution(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.last || main.dims.len() != 4 {
            return Err(format!("it works on {}", written(&main.dims)));
        }
        self.settle(main)?;
        let weight = needed(inputs, 1, "a kernel")?.array();
        let [first, second, kernel, other] = weight.dims[..] else {
            return Err(format!("its kernel is {}", written(&weight.dims)));
        };
        if kernel != other {
            return Err(format!("its kernel is {kernel}×{other}; ours are square"));
        }
        if node.whole("group", 1) != 1 {
            return Err(format!("it works in {} groups", node.whole("group", 1)));
        }
        let dilations = node.wholes("dilations").unwrap_or_default();
        if dilations.iter().any(|dilation| *dilation != 1) {
            return Err(format!("its kernel is dilated by {dilations:?}"));
        }
        let strides = node.wholes("strides").unwrap_or(&[1, 1]);
        let stride = match strides {
            [down, across] if down == across && (1..=65_536).contains(down) => *down as usize,
            _ => {
                return Err(format!(
                    "its strides are {strides:?}; ours are the same both ways"
                ));
            }
        };
        let bias = optional(inputs, 2)?.map(|bias| bias.array());
        let is_transposed = node.operator == "ConvTranspose";
        let pads = self.pads(node, is_transposed)?;
        let out = if is_transposed { second } else { first };
        let (has_bias, init) = (bias.is_some(), Initialiser::default());
        let spec = if is_transposed {
            let output = self.output(node, kernel, stride, pads)?;
            LayerSpec::ConvTranspose {
                out: Size::fixed(out),
                kernel,
                stride,
                padding: pads,
                output,
                bias: has_bias,
                init,
            }
        } else {
            LayerSpec::Conv {
                out: Size::fixed(out),
                kernel,
                stride,
                padding: pads,
                bias: has_bias,
                init,
            }
        };
        let mut weights = vec![made("weight", weight)];
        weights.extend(bias.map(|bias| made("bias", bias)));
        self.draft.push(&node.name, spec, weights)?;
        self.label_gap = 0;
        Ok(self.image(main))
    }

    fn pads(&mut self, node: &Node, is_transposed: bool) -> Found<Padding> {
        let before = std::mem::take(&mut self.pad);
        match node.word("auto_pad").as_deref() {
            None | Some("NOTSET" | "") => {}
            Some("VALID") => return Ok(padding(before)),
            Some("SAME_UPPER") if before == [0; 4] => return Ok(Padding::SAME),
            Some(other) => return Err(format!("its padding is {other}")),
        }
        // Top, left, bottom, right.
        let pads = node.wholes("pads").unwrap_or(&[0; 4]);
        let sides: Option<Vec<usize>> = pads.iter().map(small).collect();
        let Some([top, left, bottom, right]) = sides.as_deref() else {
            return Err(format!("its padding is {pads:?}"));
        };
        let own = [*top, *bottom, *left, *right];
        if is_transposed {
            return Ok(padding(own));
        }
        Ok(padding(std::array::from_fn(|side| {
            own[side] + before[side]
        })))
    }

    /// The output's sides, where they are more than stride and padding give.
    fn output(
        &self,
        node: &Node,
        kernel: usize,
        stride: usize,
        pads: Padding,
    ) -> Found<Option<[Size; 2]>> {
        let [_, height, width] = self.draft.shape().dims();
        if let Some(shape) = node.wholes("output_shape") {
            let sides = shape
                .iter()
                .rev()
                .take(2)
                .rev()
                .map(|side| usize::try_from(*side).ok());
            let sides: Option<Vec<usize>> = sides.collect();
            return match sides.as_deref() {
                Some([down, across]) => Ok(Some([*down, *across].map(Size::fixed))),
                _ => Err(format!("its output_shape is {shape:?}")),
            };
        }
        let more = node.wholes("output_padding").unwrap_or(&[0, 0]);
        if more.iter().all(|more| *more == 0) {
            return Ok(None);
        }
        let [top, bottom, left, right] = match pads {
            Padding::Even(side) => [side; 4],
            Padding::Sides(sides) => sides,
            Padding::Named(_) => return Err("it has output_padding beside auto_pad".to_owned()),
        };
        let side = |side: usize, more: i64, cut: usize| {
            let full = (side - 1) * stride + kernel;
            full.checked_add(small(&more)?)?.checked_sub(cut)
        };
        let at = |axis: usize| more.get(axis).copied().unwrap_or(0);
        match (
            side(height, at(0), top + bottom),
            side(width, at(1), left + right),
        ) {
            (Some(down), Some(across)) => Ok(Some([down, across].map(Size::fixed))),
            _ => Err(format!("its output_padding is {more:?}")),
        }
    }

    fn batch_norm(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.last {
            return Err("it normalises an image with its channels last".to_owned());
        }
        self.settle(main)?;
        let weight =
            |index, role| Ok::<Weight, String>(made(role, needed(inputs, index, role)?.array()));
        let weights = batch_norm(
            Some(weight(1, "scale")?),
            Some(weight(2, "shift")?),
            weight(3, "mean")?,
            weight(4, "variance")?,
        );
        let spec = batch_norm_spec(plainly(node.real("epsilon", 1e-5)));
        self.draft.push(&node.name, spec, weights)?;
        Ok(self.made(main.dims.clone(), false))
    }

    fn sample_norm(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.last {
            return Err("it normalises an image with its channels last".to_owned());
        }
        self.settle(main)?;
        let epsilon = plainly(node.real("epsilon", 1e-5));
        let channels = self.draft.shape().channels();
        let is_layer = node.operator == "LayerNormalization";
        let axis = node.whole("axis", -1);
        if is_layer && axis != 1 && (main.dims.len() != 2 || axis != -1) {
            return Err(format!("it normalises along axis {axis} and on"));
        }
        let spec = if is_layer {
            LayerSpec::LayerNorm { epsilon }
        } else {
            LayerSpec::InstanceNorm { epsilon }
        };
        let scale = needed(inputs, 1, "a scale")?.array();
        let shift = optional(inputs, 2)?.map_or(Array::full(channels, 0.0), |shift| shift.array());
        let weights = vec![
            made("scale", per_channel(scale, channels)?),
            made("shift", per_channel(shift, channels)?),
        ];
        self.draft.push(&node.name, spec, weights)?;
        Ok(self.made(main.dims.clone(), false))
    }

    fn resize(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.dims.len() != 4 {
            return Err(format!("it enlarges {}", written(&main.dims)));
        }
        self.settle(main)?;
        let to = enlarged(node, inputs, main)?;
        let [_, height, width] = self.draft.shape().dims();
        let is_whole = to[0] % height == 0 && to[1] % width == 0 && to[0] / height == to[1] / width;
        let word = |name: &str, usual: &str| node.word(name).unwrap_or_else(|| usual.to_owned());
        let place = word("coordinate_transformation_mode", "half_pixel");
        let mode = match word("mode", "nearest").as_str() {
            "nearest" => {
                let round = word("nearest_mode", "round_prefer_floor");
                let repeats = match place.as_str() {
                    _ if node.operator == "Upsample" => true,
                    "asymmetric" => round == "floor",
                    // By whole factors, rules that round towards the pixel before repeat pixels.
                    "half_pixel" | "pytorch_half_pixel" => round.starts_with("round") && is_whole,
                    _ => false,
                };
                if !repeats {
                    return Err(format!("it enlarges by {place} and {round}"));
                }
                UpsampleMode::Nearest
            }
            "linear" | "bilinear" if node.operator == "Resize" && place.ends_with("half_pixel") => {
                UpsampleMode::Bilinear
            }
            mode => return Err(format!("it enlarges by {mode} with {place}")),
        };
        self.draft.plain(if is_whole && to[0] / height <= 16 {
            LayerSpec::Upsample {
                factor: to[0] / height,
                mode,
            }
        } else {
            LayerSpec::Resize {
                to: to.map(Size::fixed),
                mode,
            }
        })?;
        Ok(self.image(main))
    }

    fn zeros(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let mode = node.word("mode").unwrap_or_else(|| "constant".to_owned());
        let value = optional(inputs, 2)?.map_or(0.0, |value| {
            value.array().values.first().copied().unwrap_or(0.0)
        });
        if mode != "constant" || value != 0.0 || node.real("value", 0.0) != 0.0 {
            return Err(format!("it pads by {mode} {value}; only zeros can be said"));
        }
        let given = optional(inputs, 1)?.map(|pads| pads.integers());
        let pads = given
            .or_else(|| node.wholes("pads").map(<[i64]>::to_vec))
            .unwrap_or_default();
        let sides: Option<Vec<usize>> = pads.iter().map(small).collect();
        self.settle(main)?;
        match sides.as_deref() {
            Some([0, 0, top, left, 0, 0, bottom, right]) if !main.last && main.dims.len() == 4 => {
                self.pad = [*top, *bottom, *left, *right];
                let mut dims = main.dims.clone();
                dims[2] += top + bottom;
                dims[3] += left + right;
                // The draft's own image stays as it is: the convolution pads it.
                let [_, height, width] = self.draft.shape().dims();
                dims[2] = height;
                dims[3] = width;
                Ok(self.made(dims, false))
            }
            _ => Err(format!("it pads by {pads:?}")),
        }
    }
}

/// A number of pixels that makes sense.
fn small(size: &i64) -> Option<usize> {
    usize::try_from(*size).ok().filter(|size| *size <= 1 << 16)
}

fn scale(values: &mut [f32], factor: f32) {
    if factor != 1.0 {
        values.iter_mut().for_each(|value| *value *= factor);
    }
}

/// The constant at `index`, if there is one.
pub(super) fn optional(inputs: &[Option<Value>], index: usize) -> Found<Option<Rc<Constant>>> {
    match inputs.get(index) {
        None | Some(None) => Ok(None),
        Some(Some(Value::Constant(constant))) => Ok(Some(constant.clone())),
        _ => Err(format!("its input {index} is not known beforehand")),
    }
}

fn needed(inputs: &[Option<Value>], index: usize, what: &str) -> Found<Rc<Constant>> {
    optional(inputs, index)?.ok_or_else(|| format!("it has no {what}"))
}

/// A matrix as `[in, out]`, and what is added.
pub(super) fn matrix(
    node: &Node,
    weight: &Constant,
    bias: Option<&Option<Value>>,
) -> Found<(Array, Option<Array>)> {
    if weight.dims.len() != 2 || node.whole("transA", 0) != 0 {
        return Err(format!("it multiplies by {}", written(&weight.dims)));
    }
    let mut array = weight.array();
    if node.operator == "Gemm" && node.whole("transB", 0) != 0 {
        array = array.turned(&[1, 0]);
    }
    let bias = match bias {
        Some(Some(Value::Constant(bias))) => Some(bias.array()),
        None | Some(None) => None,
        _ => return Err("it adds what is no constant".to_owned()),
    };
    Ok((array, bias))
}

/// A normalisation's numbers, one a channel; those of exports with one a pixel must be alike.
fn per_channel(array: Array, channels: usize) -> Found<Array> {
    let pixels = array.values.len() / channels.max(1);
    if array.values.len() == channels {
        return array.reshaped(&[channels]);
    }
    let planes = array.values.chunks_exact(pixels.max(1));
    let alike = planes
        .clone()
        .all(|plane| plane.iter().all(|value| *value == plane[0]));
    if pixels * channels != array.values.len() || !alike {
        return Err("its scale is not one number a channel".to_owned());
    }
    Ok(Array::vector(planes.map(|plane| plane[0]).collect()))
}

/// The height and width that an image is enlarged to.
fn enlarged(node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<[usize; 2]> {
    let [_, height, width] = match (&main.dims[1..], main.last) {
        ([height, width, channels], true) | ([channels, height, width], false) => {
            [*channels, *height, *width]
        }
        _ => return Err("it has no image".to_owned()),
    };
    let pick = |four: &[f32]| {
        if main.last {
            [four[1], four[2]]
        } else {
            [four[2], four[3]]
        }
    };
    // Upsample and the first Resize have scales second; later ones a region first, sizes last.
    let place = if inputs.len() <= 2 { 1 } else { 2 };
    let scales = optional(inputs, place)?.filter(|scales| scales.len() == 4);
    let scales = scales.map(|scales| scales.array().values);
    let scales = scales.or_else(|| node.reals("scales").map(<[f32]>::to_vec));
    let sizes = optional(inputs, 3)?.map(|sizes| sizes.array().values);
    let [down, across] = match (scales.as_deref(), sizes.as_deref()) {
        (Some(scales @ [_, _, _, _]), _) => {
            let [down, across] = pick(scales);
            [
                (height as f32 * down).floor(),
                (width as f32 * across).floor(),
            ]
        }
        (_, Some(sizes @ [_, _, _, _])) => pick(sizes),
        _ => return Err("it does not say by how much it enlarges".to_owned()),
    };
    // The rule for pixels takes the sides' quotient; a scale that is another is another rule.
    if let Some(scales @ [_, _, _, _]) = scales.as_deref() {
        let own = pick(scales);
        if own != [down / height as f32, across / width as f32] {
            return Err(format!(
                "it enlarges {height}×{width} by {own:?}, which is not whole"
            ));
        }
    }
    if !(1.0..=4096.0).contains(&down) || !(1.0..=4096.0).contains(&across) {
        return Err(format!("it enlarges {height}×{width} to {down}×{across}"));
    }
    Ok([down as usize, across as usize])
}

fn activation(node: &Node, inputs: &[Option<Value>]) -> Found<LayerSpec> {
    let only = |name: &str, usual: f32, wanted: f32| {
        let found = node.real(name, usual);
        if found == wanted {
            Ok(())
        } else {
            Err(format!("its {name} is {found}"))
        }
    };
    Ok(match node.operator.as_str() {
        "Relu" => LayerSpec::Relu,
        "LeakyRelu" => LayerSpec::LeakyRelu {
            slope: plainly(node.real("alpha", 0.01)),
        },
        "Elu" => {
            only("alpha", 1.0, 1.0)?;
            LayerSpec::Elu
        }
        "Tanh" => LayerSpec::Tanh,
        "Sigmoid" => LayerSpec::Sigmoid,
        "Softplus" => LayerSpec::Softplus,
        "Gelu" if node.word("approximate").is_none_or(|word| word == "none") => LayerSpec::Gelu,
        "Swish" => {
            only("alpha", 1.0, 1.0)?;
            LayerSpec::Silu
        }
        "PRelu" => {
            let slopes = needed(inputs, 1, "a slope")?.array().values;
            match slopes.split_first() {
                Some((slope, rest)) if rest.iter().all(|other| other == slope) => {
                    LayerSpec::LeakyRelu {
                        slope: plainly(*slope),
                    }
                }
                _ => return Err("it has a slope for every channel".to_owned()),
            }
        }
        "Clip"
            if optional(inputs, 1)?.is_some_and(|low| low.array().values == [0.0])
                && optional(inputs, 2)?.is_none() =>
        {
            LayerSpec::Relu
        }
        _ => return Err("it is none of the operators that are read".to_owned()),
    })
}
