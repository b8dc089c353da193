//! Translates ONNX operators into layers, one after another.

use super::constant::Constant;
use super::graph::Walk;
use super::proto::{Node, is_whole};
use super::shapes::axis;
use super::value::{Main, Value};
use crate::import::affine::{batch_norm, batch_norm_spec};
use crate::import::array::{Array, count, plainly};
use crate::import::draft::{Weight, made};
use crate::import::found::{Found, written};
use crate::import::prelu::prelu;
use crate::layers::{self, LayerSpec};
use crate::sentence::{Sentence, sentence};
use crate::spec::Size;
use std::rc::Rc;

impl<'a> Walk<'a> {
    /// The output of `node`.
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
            return main.cloned().ok_or_else(|| sentence!("it has no input"));
        }
        if let Some((layer, source)) = self.patterns.ends.get(&index).cloned() {
            let Some(Value::Main(main)) = self.values.get(source).cloned() else {
                return Err(sentence!("it works on something other than an image"));
            };
            return self.activated(&main, layer);
        }
        if let Some(value) = self.attention(node, inputs)? {
            return Ok(value);
        }
        let inputs = &self.surrounded(node, inputs)?[..];
        if let Some(value) = self.renamed(node, inputs)? {
            return Ok(value);
        }
        if let Some(label) = self.label(node, inputs)? {
            return Ok(label);
        }
        let inputs = &self.as_values(node, inputs)?[..];
        let inputs = &self.begun(inputs)?[..];
        let mains = inputs.iter().flatten().filter_map(|value| match value {
            Value::Main(main) => Some(main.clone()),
            _ => None,
        });
        let mains: Vec<Main> = mains.collect();
        let [main] = &mains[..] else {
            return self.joined(node, inputs, &mains);
        };
        let main = main.clone();
        match node.operator.as_str() {
            "Transpose" => return self.transposed(node, &main),
            "Identity" => return Ok(Value::Main(main)),
            // What is joined with nothing, or added to nothing.
            "Concat" | "Sum" if inputs.len() == 1 => return Ok(Value::Main(main)),
            "Cast" if is_whole(node.element_type() as i32) => {
                return Err(sentence!("it rounds the network's numbers to integers"));
            }
            "Cast" => return Ok(Value::Main(main)),
            "Dropout" => {
                let is_training = optional(inputs, 2)?.map(|is| is.integers());
                if is_training.is_some_and(|is| is.iter().any(|is| *is != 0)) {
                    return Err(sentence!(
                        "it drops features at random: export the model in its \
                                evaluation mode"
                    ));
                }
                return Ok(Value::Main(main));
            }
            _ => {}
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
            "Pad" => self.pad(node, inputs, main),
            "Concat" => self.concat(node, inputs, main),
            "Add" | "Sub" | "Mul" | "Div" | "Neg" => self.arithmetic(node, inputs, main),
            "PRelu" => self.prelu(node, inputs, main),
            "HardSwish" => self.hard_swish(main),
            "Mish" => self.mish(main),
            "Pow" => self.power(inputs, main),
            "GroupNormalization" => self.group_norm(node, inputs, main),
            "DepthToSpace" => self.depth_to_space(node, main),
            "SpaceToDepth" => self.space_to_depth(node, main),
            "AveragePool" | "MaxPool" => self.pool(node, main),
            "GlobalAveragePool" | "ReduceMean" => self.mean(node, inputs, main),
            "Slice" | "Gather" => self.sliced(node, inputs, main),
            "Clip" | "Min" | "Max" | "HardSigmoid" => self.clip(node, inputs, main),
            _ => {
                let layer = activation(node)?;
                self.activated(main, layer)
            }
        }
    }

    fn activated(&mut self, main: &Main, layer: LayerSpec) -> Found<Value> {
        self.draft.go_to(main.place)?;
        if matches!(layer, LayerSpec::InstanceNorm(_) | LayerSpec::PixelNorm(_)) {
            self.settle(main)?;
        }
        if let LayerSpec::InstanceNorm(_) = layer {
            let channels = self.draft.shape().channels();
            let weights = vec![
                made("scale", Array::full(channels, 1.0)),
                made("shift", Array::full(channels, 0.0)),
            ];
            self.draft.push("", layer, weights)?;
            return Ok(self.made(main.dims.clone(), main.last));
        }
        self.draft.plain(layer)?;
        Ok(self.made(main.dims.clone(), main.last))
    }

    fn linear(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let [Some(Value::Main(_)), Some(Value::Constant(weight)), ..] = inputs else {
            return Err(sentence!(
                "it multiplies something other than a vector by a constant"
            ));
        };
        let rank = main.dims.len();
        let features = count(main.dims.get(1..).unwrap_or_default())?;
        if rank < 2 || features != main.dims[rank - 1] {
            return Err(sentence!(
                "it multiplies {dims} by a matrix",
                dims = written(&main.dims)
            ));
        }
        let flat = Main {
            dims: vec![main.dims[0], features],
            ..main.clone()
        };
        self.settle(&flat)?;
        let (weight, bias) = matrix(node, weight, inputs.get(2))?;
        let out = weight.dims[1];
        let spec = LayerSpec::Linear(layers::Linear {
            bias: bias.is_some(),
            ..layers::Linear::new(Size::fixed(out))
        });
        let mut weights = vec![made("weight", weight)];
        weights.extend(bias.map(|bias| made("bias", bias)));
        self.draft.push(&node.name, spec, weights)?;
        let mut dims = main.dims.clone();
        dims[rank - 1] = out;
        Ok(self.made(dims, false))
    }

    /// The graph's dimensions of an image that the draft now ends with.
    pub fn image(&mut self, main: &Main) -> Value {
        let [channels, height, width] = self.draft.shape().dims();
        let dims = if main.last {
            vec![main.dims[0], height, width, channels]
        } else {
            vec![main.dims[0], channels, height, width]
        };
        self.made(dims, main.last)
    }

    fn prelu(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let slopes = needed(inputs, 1, "slope")?.array();
        let layer = prelu(&slopes.values);
        if !matches!(layer, LayerSpec::Prelu(_)) {
            return self.activated(main, layer);
        }
        if main.last {
            return Err(sentence!(
                "it has a slope for each channel of an image with its channels last"
            ));
        }
        self.settle(main)?;
        let channels = self.draft.shape().channels();
        let slopes = made("slope", per_channel(slopes, channels)?);
        self.draft.push(&node.name, layer, vec![slopes])?;
        Ok(self.made(main.dims.clone(), false))
    }

    fn batch_norm(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.last {
            return Err(sentence!("it normalises an image with its channels last"));
        }
        // Before operators 14 only the number of its results tells training.
        let results = node.outputs.iter().filter(|output| !output.is_empty());
        if node.whole("training_mode", 0) != 0 || (self.opset < 14 && results.count() > 1) {
            return Err(sentence!(
                "it normalises by the batch at hand: export the model in its evaluation mode"
            ));
        }
        if node.whole("spatial", 1) == 0 && main.dims.len() > 2 {
            return Err(sentence!(
                "it has numbers for every pixel (spatial=0), not for channels"
            ));
        }
        self.settle(main)?;
        let weight =
            |index, role| Ok::<Weight, Sentence>(made(role, needed(inputs, index, role)?.array()));
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
            return Err(sentence!("it normalises an image with its channels last"));
        }
        self.settle(main)?;
        let epsilon = plainly(node.real("epsilon", 1e-5));
        let channels = self.draft.shape().channels();
        let is_layer = node.operator == "LayerNormalization";
        let axis = axis(node.whole("axis", -1), main.dims.len())?;
        if is_layer && axis != 1 {
            return Err(sentence!("it normalises along axis {axis} and on", axis));
        }
        let spec = if is_layer {
            LayerSpec::LayerNorm(layers::LayerNorm { epsilon })
        } else {
            LayerSpec::InstanceNorm(layers::InstanceNorm { epsilon })
        };
        let scale = needed(inputs, 1, "scale")?.array();
        let shift = optional(inputs, 2)?.map_or(Array::full(channels, 0.0), |shift| shift.array());
        let weights = vec![
            made("scale", per_channel(scale, channels)?),
            made("shift", per_channel(shift, channels)?),
        ];
        self.draft.push(&node.name, spec, weights)?;
        Ok(self.made(main.dims.clone(), false))
    }
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
        _ => Err(sentence!(
            "its input {index} is not known beforehand",
            index
        )),
    }
}

pub(super) fn needed(inputs: &[Option<Value>], index: usize, role: &str) -> Found<Rc<Constant>> {
    optional(inputs, index)?.ok_or_else(|| sentence!("it has no {role}", role))
}

/// A matrix as `[in, out]`, and what is added to each of its columns; both with their factors.
pub(super) fn matrix(
    node: &Node,
    weight: &Constant,
    bias: Option<&Option<Value>>,
) -> Found<(Array, Option<Array>)> {
    if weight.dims.len() != 2 {
        return Err(sentence!(
            "it multiplies by {dims}",
            dims = written(&weight.dims)
        ));
    }
    let is_gemm = node.operator == "Gemm";
    if is_gemm && node.whole("transA", 0) != 0 {
        return Err(sentence!("it transposes the features (transA)"));
    }
    let mut array = weight.array();
    if is_gemm && node.whole("transB", 0) != 0 {
        array = array.permuted(&[1, 0]);
    }
    let mut bias = match bias {
        Some(Some(Value::Constant(bias))) => Some(across(bias.array(), array.dims[1])?),
        None | Some(None) => None,
        _ => return Err(sentence!("it adds something other than a constant")),
    };
    if is_gemm {
        scale(&mut array.values, node.real("alpha", 1.0));
        if let Some(bias) = &mut bias {
            scale(&mut bias.values, node.real("beta", 1.0));
        }
    }
    Ok((array, bias))
}

/// What is added to a row of `out`, spread over it where it is one number.
fn across(bias: Array, out: usize) -> Found<Array> {
    match bias.values[..] {
        [value] => Ok(Array::full(out, value)),
        _ if bias.dims.last() == Some(&out) => bias.reshaped(&[out]),
        _ => Err(sentence!(
            "it adds {dims} to {out} numbers",
            dims = written(&bias.dims),
            out
        )),
    }
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
        return Err(sentence!("its scale is not one number a channel"));
    }
    Ok(Array::vector(planes.map(|plane| plane[0]).collect()))
}

/// The activation that `node` is.
pub(super) fn activation(node: &Node) -> Found<LayerSpec> {
    let only = |name: &str, usual: f32, wanted: f32| {
        let found = node.real(name, usual);
        if found == wanted {
            Ok(())
        } else {
            Err(sentence!(
                "its {setting} is {found}, which Ganvas does not support",
                setting = name,
                found
            ))
        }
    };
    Ok(match node.operator.as_str() {
        "Relu" => LayerSpec::Relu(layers::Relu {}),
        "LeakyRelu" => LayerSpec::LeakyRelu(layers::LeakyRelu {
            slope: plainly(node.real("alpha", 0.01)),
        }),
        "Elu" => {
            only("alpha", 1.0, 1.0)?;
            LayerSpec::Elu(layers::Elu {})
        }
        "Tanh" => LayerSpec::Tanh(layers::Tanh {}),
        "Sigmoid" => LayerSpec::Sigmoid(layers::Sigmoid {}),
        "Softplus" => LayerSpec::Softplus(layers::Softplus {}),
        "Gelu" if node.word("approximate").is_none_or(|word| word == "none") => {
            LayerSpec::Gelu(layers::Gelu {})
        }
        "Swish" => {
            only("alpha", 1.0, 1.0)?;
            LayerSpec::Silu(layers::Silu {})
        }
        "Selu" => {
            // What the operator's text writes is not to the last digit what all programs write.
            let is_usual = |name: &str, usual: f32| (node.real(name, usual) - usual).abs() < 1e-4;
            if !is_usual("alpha", 1.673_263_2) || !is_usual("gamma", 1.050_701) {
                return Err(sentence!(
                    "its alpha or gamma is not that of a self-normalising network"
                ));
            }
            LayerSpec::Selu(layers::Selu {})
        }
        "Gelu" => {
            return Err(sentence!(
                "its GELU is an approximation; only the exact one is supported"
            ));
        }
        _ => return Err(sentence!("Ganvas does not support this operator")),
    })
}
