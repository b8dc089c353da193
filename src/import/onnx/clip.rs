//! Operators that clip values to a range.

use super::graph::Walk;
use super::operators::optional;
use super::proto::Node;
use super::value::{Main, Value};
use crate::import::found::{Found, written};
use crate::sentence::sentence;

impl Walk<'_> {
    pub fn clip(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        self.settle(main)?;
        let before = self.draft.parts.len();
        let mut is_changed = false;
        let (low, high) = match node.operator.as_str() {
            "HardSigmoid" => {
                let (factor, summand) = (node.real("alpha", 0.2), node.real("beta", 0.5));
                self.draft.scale_by(vec![factor], vec![summand])?;
                is_changed = true;
                (Some(0.0), Some(1.0))
            }
            "Max" => (Some(other(inputs)?), None),
            "Min" => (None, Some(other(inputs)?)),
            // Up to operators 10 the ends are attributes.
            _ if self.opset < 11 => {
                let end = |name: &str| node.has(name).then(|| node.real(name, 0.0));
                (end("min"), end("max"))
            }
            _ => (number(inputs, 1)?, number(inputs, 2)?),
        };
        let (low, high) = (low.unwrap_or(f32::MIN), high.unwrap_or(f32::MAX));
        self.draft.clip(low, high)?;
        if !is_changed && self.draft.parts.len() == before {
            return Ok(Value::Main(main.clone()));
        }
        Ok(self.made(main.dims.clone(), main.last))
    }
}

/// The only number of a constant input.
fn number(inputs: &[Option<Value>], index: usize) -> Found<Option<f32>> {
    let Some(constant) = optional(inputs, index)? else {
        return Ok(None);
    };
    if constant.len() != 1 {
        return Err(sentence!(
            "its end is {dims}, not one number",
            dims = written(&constant.dims)
        ));
    }
    Ok(constant.array().values.first().copied())
}

/// The number that the network's own is compared with.
fn other(inputs: &[Option<Value>]) -> Found<f32> {
    let constant = match inputs {
        [Some(Value::Main(_)), Some(Value::Constant(_))] => number(inputs, 1)?,
        [Some(Value::Constant(_)), Some(Value::Main(_))] => number(inputs, 0)?,
        _ => None,
    };
    constant.ok_or_else(|| sentence!("it compares the network with more than one number"))
}
