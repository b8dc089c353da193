//! Convolutions and padding.

use super::graph::Walk;
use super::operators::{needed, optional};
use super::proto::Node;
use super::shapes::axes;
use super::value::{Main, Value};
use super::windows::{Window, small};
use crate::import::draft::made;
use crate::import::found::{Found, listed, written};
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::Size;

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
        let window = Window::of(node, &[down, across])?;
        let (kernel, stride) = (down, window.stride);
        let [_, height, width] = self.draft.shape().dims();
        let bias = optional(inputs, 2)?.map(|bias| bias.array());
        let is_transposed = node.operator == "ConvTranspose";
        // Only a convolution follows a padding.
        let before = std::mem::take(&mut self.pad);
        let out = if is_transposed { second } else { first };
        let has_bias = bias.is_some();
        let spec = if is_transposed {
            let (padding, output) = window.transposed(node, [height, width])?;
            LayerSpec::ConvTranspose(layers::ConvTranspose {
                stride: stride.into(),
                padding,
                output,
                bias: has_bias,
                ..layers::ConvTranspose::new(Size::fixed(out), kernel)
            })
        } else {
            LayerSpec::Conv(layers::Conv {
                stride: stride.into(),
                padding: window.convolution([height, width], before),
                bias: has_bias,
                ..layers::Conv::new(Size::fixed(out), kernel)
            })
        };
        let mut weights = vec![made("weight", weight)];
        weights.extend(bias.map(|bias| made("bias", bias)));
        self.draft.push(&node.name, spec, weights)?;
        self.label_gap = 0;
        Ok(self.image(main))
    }

    pub fn zeros(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let mode = node.word("mode").unwrap_or_else(|| "constant".to_owned());
        let value = optional(inputs, 2)?.map_or(0.0, |value| {
            value.array().values.first().copied().unwrap_or(0.0)
        });
        if mode != "constant" || value != 0.0 || node.real("value", 0.0) != 0.0 {
            return Err(sentence!(
                "it pads by {mode} {value}; only zeros are supported",
                mode,
                value
            ));
        }
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
        if sides.iter().all(|side| *side == [0; 2]) {
            return Ok(Value::Main(main.clone()));
        }
        self.settle(main)?;
        match sides[..] {
            // The draft's own image stays as it is: the convolution pads it.
            [[0, 0], [0, 0], [top, bottom], [left, right]] if !main.last => {
                self.pad = [top, bottom, left, right];
                Ok(self.made(main.dims.clone(), false))
            }
            _ => Err(sentence!("it pads by {list}", list = listed(&pads))),
        }
    }
}
