//! Operators that multiply a value by what they make of it.

use super::graph::Walk;
use super::operators::needed;
use super::proto::Node;
use super::value::{Main, Value};
use crate::import::array::plainly;
use crate::import::found::Found;
use crate::import::join::Join;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;

impl Walk<'_> {
    /// x · clip(x / 6 + 1 / 2, 0, 1).
    pub fn hard_swish(&mut self, main: &Main) -> Found<Value> {
        self.settle(main)?;
        let start = self.draft.place();
        self.draft.keep(start);
        self.draft.scale_by(vec![1.0 / 6.0], vec![0.5])?;
        self.draft.clip(0.0, 1.0)?;
        let gate = self.draft.place();
        self.draft.join(Join::Product, [start, gate], "")?;
        Ok(self.made(main.dims.clone(), main.last))
    }

    /// x · tanh(softplus(x)).
    pub fn mish(&mut self, main: &Main) -> Found<Value> {
        self.settle(main)?;
        let start = self.draft.place();
        self.draft.plain(LayerSpec::Softplus(layers::Softplus {}))?;
        self.draft.plain(LayerSpec::Tanh(layers::Tanh {}))?;
        let gate = self.draft.place();
        self.draft.join(Join::Product, [start, gate], "")?;
        Ok(self.made(main.dims.clone(), main.last))
    }

    /// A square, as the product of a value with itself.
    pub fn power(&mut self, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let exponent = needed(inputs, 1, "exponent")?.array().values;
        self.settle(main)?;
        match exponent[..] {
            [1.0] => {}
            [2.0] => {
                let place = self.draft.place();
                self.draft.join(Join::Product, [place, place], "")?;
            }
            _ => return Err(sentence!("it raises to another power than 2")),
        }
        Ok(self.made(main.dims.clone(), main.last))
    }

    pub fn group_norm(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
        main: &Main,
    ) -> Found<Value> {
        self.settle(main)?;
        let groups = usize::try_from(node.whole("num_groups", 1)).unwrap_or(0);
        let epsilon = plainly(node.real("epsilon", 1e-5));
        let scale = needed(inputs, 1, "scale")?.array().values;
        let shift = needed(inputs, 2, "bias")?.array().values;
        self.draft.group_norm(groups, epsilon)?;
        // Up to operators 20 one number is for a whole group.
        let each = self.draft.shape().channels() / scale.len().max(1);
        let wide = |values: Vec<f32>| {
            let values = values.into_iter();
            values
                .flat_map(|value| std::iter::repeat_n(value, each))
                .collect()
        };
        self.draft.scale_by(wide(scale), wide(shift))?;
        Ok(self.made(main.dims.clone(), main.last))
    }
}
