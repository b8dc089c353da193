//! Branches that are multiplied: gates, as of squeeze-and-excitation blocks and gated linear units.

use super::form::form;
use super::{At, Layer, NetworkSpec, PlannedLayer, Run, sequence};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::Shape;

/// What each branch makes of the input, number by number multiplied. A branch without layers is the input
/// itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// The one factor.
    pub first: NetworkSpec,
    /// The other.
    pub second: NetworkSpec,
}

form!(Product { first, second });

impl Layer for Product {
    fn join(&self, branches: &[Shape], _: &[Vec<PlannedLayer>]) -> Result<Shape, Sentence> {
        let [first, second] = branches else {
            unreachable!("it has two branches");
        };
        if first != second {
            return Err(sentence!(
                "its first branch makes {first}, its second {second}, and the two are to be multiplied: let \
                 both make the same",
                first,
                second
            ));
        }
        Ok(*first)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let factors = sequence::forward_branches(x, at, run).into_iter();
        factors.reduce(T::mul).expect("it has two branches")
    }

    /// Each factor's gradient is multiplied by the other factor.
    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let traces = sequence::trace_branches(x, at);
        let others = traces.iter().rev().map(|trace| trace.output.clone());
        let gradients = others.map(|other| gradient.clone().mul(other)).collect();
        sequence::vjp_branches(traces, gradients, at)
    }
}

#[cfg(test)]
mod tests {
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // x * torch.nn.PReLU()(x)
        Reference {
            layer: serde_json::from_str(
                r#"{"layer":"product","first":[],"second":[{"layer":"prelu"}]}"#,
            )
            .unwrap(),
            input: [1, 1, 3],
            tensors: &[&[0.25]],
            x: &[-2.0, 1.0, 3.0],
            y: &[1.0, 1.0, 9.0],
            x_gradient: &[-1.0, 4.0, 18.0],
            tensor_gradients: &[&[4.0]],
        }
        .check();
    }
}
