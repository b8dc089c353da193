//! Convolutions and padding.

use super::graph::Walk;
use super::operators::{needed, optional};
use super::proto::Node;
use super::shapes::axes;
use super::value::{Main, Value};
use super::windows::{Window, small};
use crate::import::draft::{made, padding};
use crate::import::found::{Found, listed, written};
use crate::layers::{self, LayerSpec, PadMode};
use crate::sentence::sentence;
use crate::spec::{PerAxis, Size};

impl<'a> Walk<'a> {
    pub fn convolution(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
        main: &Main,
    ) -> Found<Value> {
        if main.last || main.dims.len() != 4 {
            return Err(sentence!("it works on {dims}", dims = written(&main.dims)));
        }
        self.settle(main)?;
        let weight = needed(inputs, 1, "kernel")?.array();
        let [first, second, down, across] = weight.dims[..] else {
            return Err(sentence!(
                "its kernel is {dims}",
                dims = written(&weight.dims)
            ));
        };
        let window = Window::of(node, [down, across])?;
        let [_, height, width] = self.draft.shape().dims();
        let bias = optional(inputs, 2)?.map(|bias| bias.array());
        let is_transposed = node.operator == "ConvTranspose";
        let groups = window.groups;
        let out = if is_transposed {
            second.saturating_mul(groups)
        } else {
            first
        };
        let (out, has_bias) = (Size::fixed(out), bias.is_some());
        let spec = if is_transposed {
            let (padding, output) = window.transposed(node, [height, width])?;
            LayerSpec::ConvTranspose(layers::ConvTranspose {
                stride: PerAxis(window.stride),
                dilation: PerAxis(window.dilation),
                groups: Size::fixed(groups),
                padding,
                output,
                bias: has_bias,
                ..layers::ConvTranspose::new(out, PerAxis([down, across]))
            })
        } else {
            LayerSpec::Conv(layers::Conv {
                stride: PerAxis(window.stride),
                dilation: PerAxis(window.dilation),
                groups: Size::fixed(groups),
                padding: window.convolution([height, width], main.pad),
                bias: has_bias,
                ..layers::Conv::new(out, PerAxis([down, across]))
            })
        };
        let mut weights = vec![made("weight", weight)];
        weights.extend(bias.map(|bias| made("bias", bias)));
        self.draft.push(&node.name, spec, weights)?;
        Ok(self.image(main))
    }

    /// Pixels around an image: zeros wait for the next layer, which may be a convolution that pads itself.
    pub fn pad(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let value = optional(inputs, 2)?.map_or(0.0, |value| {
            value.array().values.first().copied().unwrap_or(0.0)
        });
        let word = node.word("mode").unwrap_or_else(|| "constant".to_owned());
        let mode = match word.as_str() {
            "constant" if value == 0.0 && node.real("value", 0.0) == 0.0 => PadMode::Zeros,
            "reflect" => PadMode::Reflect,
            "edge" => PadMode::Replicate,
            _ => {
                return Err(sentence!(
                    "it pads by {mode} {value}; zeros, and the modes reflect and edge are supported",
                    mode = word,
                    value
                ));
            }
        };
        let [top, bottom, left, right] = pads(node, inputs, main)?;
        let [channels, height, width] = match main.dims[1..] {
            [channels, height, width] if !main.last => [channels, height, width],
            [height, width, channels] if main.last => [channels, height, width],
            _ => return Err(sentence!("it pads {dims}", dims = written(&main.dims))),
        };
        if [top, bottom, left, right] == [0; 4] {
            return Ok(Value::Main(main.clone()));
        }
        let (height, width) = (height + top + bottom, width + left + right);
        if mode == PadMode::Zeros && !main.last {
            let own = main.pad;
            let more = [top, bottom, left, right];
            return Ok(Value::Main(Main {
                dims: vec![main.dims[0], channels, height, width],
                pad: std::array::from_fn(|side| own[side] + more[side]),
                ..main.clone()
            }));
        }
        self.settle(main)?;
        self.draft.plain(LayerSpec::Pad(layers::Pad {
            padding: padding([top, bottom, left, right]),
            mode,
        }))?;
        Ok(self.image(main))
    }

    /// The same inputs, with the zeros around them put in that wait for a convolution, unless that comes
    /// now, or more of them.
    pub fn surrounded(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
    ) -> Found<Vec<Option<Value>>> {
        let mut inputs = inputs.to_vec();
        let is_zeros =
            node.operator == "Pad" && node.word("mode").is_none_or(|mode| mode == "constant");
        if node.operator == "Conv" || is_zeros {
            return Ok(inputs);
        }
        for input in inputs.iter_mut().flatten() {
            let Value::Main(main) = input else { continue };
            if main.pad == [0; 4] {
                continue;
            }
            self.settle(main)?;
            self.draft.plain(LayerSpec::Pad(layers::Pad {
                padding: padding(main.pad),
                mode: PadMode::Zeros,
            }))?;
            *input = self.made(main.dims.clone(), false);
        }
        Ok(inputs)
    }
}

/// By how much it pads: top, bottom, left, right.
fn pads(node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<[usize; 4]> {
    let given = optional(inputs, 1)?.map(|pads| pads.integers());
    // Up to operators 10 an attribute, which the first called otherwise.
    let attribute = |name: &str| node.wholes(name).map(<[i64]>::to_vec);
    let pads = given
        .or_else(|| attribute("pads"))
        .or_else(|| attribute("paddings"))
        .ok_or_else(|| sentence!("it does not say by how much it pads"))?;
    let rank = main.dims.len();
    let padded: Vec<usize> = match optional(inputs, 3)? {
        Some(named) => axes(&named.integers(), rank)?,
        None => (0..rank).collect(),
    };
    if pads.len() != 2 * padded.len() {
        return Err(sentence!(
            "it pads {count} axes by {list}",
            count = padded.len(),
            list = listed(&pads)
        ));
    }
    // Before and behind every axis.
    let mut sides = vec![[0; 2]; rank];
    for (place, axis) in padded.into_iter().enumerate() {
        let own = [pads[place], pads[place + pads.len() / 2]].map(|side| small(&side));
        let [Some(before), Some(behind)] = own else {
            return Err(sentence!("it pads by {list}", list = listed(&pads)));
        };
        sides[axis] = [before, behind];
    }
    let [first, second, third, fourth] = sides[..] else {
        return Err(sentence!("it pads by {list}", list = listed(&pads)));
    };
    let (channels, rows, columns) = match main.last {
        true => (fourth, second, third),
        false => (second, third, fourth),
    };
    if [first, channels] != [[0; 2]; 2] {
        return Err(sentence!("it pads by {list}", list = listed(&pads)));
    }
    Ok([rows[0], rows[1], columns[0], columns[1]])
}
