//! Branches whose channels stand side by side, as in dense and Inception blocks and U-Nets.

use super::form::form;
use super::checks::{image};
use super::{At, Layer, NetworkSpec, PlannedLayer, Run, sequence};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::Shape;

/// The channels that each branch makes of the input, one behind the other. A branch without layers is
/// the input itself.
#[derive(Debug, Clone, PartialEq)]
pub struct Concat {
    /// The first channels.
    pub first: NetworkSpec,
    /// Those behind them.
    pub second: NetworkSpec,
}

form!(Concat { first, second });

impl Layer for Concat {
    fn join(&self, branches: &[Shape], _: &[Vec<PlannedLayer>]) -> Result<Shape, Sentence> {
        let [first, second] = branches else {
            unreachable!("it has two branches");
        };
        if let (Shape::Flat(first), Shape::Flat(second)) = (first, second) {
            return Ok(Shape::Flat(first.saturating_add(*second)));
        }
        let [[channels, height, width], other] = [image(*first)?, image(*second)?];
        if [height, width] != other[1..] {
            return Err(sentence!(
                "its first branch makes {first}, its second {second}, and their channels are to stand side \
                 by side: let both make images of one size",
                first,
                second
            ));
        }
        Ok(Shape::Image([channels.saturating_add(other[0]), height, width]))
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        T::cat(sequence::forward_branches(x, at, run))
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let mut start = 0;
        let gradients = at.layer.branches.iter().map(|layers| {
            let channels = sequence::output(layers, at.layer.input).channels();
            let own = gradient.clone().narrow(start, channels);
            start += channels;
            own
        });
        sequence::vjp_branches(sequence::trace_branches(x, at), gradients.collect(), at)
    }
}

#[cfg(test)]
mod tests {
    use crate::layers::reference::Reference;

    #[test]
    fn channels_stand_side_by_side() {
        // torch.cat([PReLU(x), x], 1)
        Reference {
            layer: serde_json::from_str(
                r#"{"layer":"concat","first":[{"layer":"prelu"}],"second":[]}"#,
            )
            .unwrap(),
            input: [1, 1, 2],
            tensors: &[&[0.25]],
            x: &[-2.0, 1.0],
            y: &[-0.5, 1.0, -2.0, 1.0],
            x_gradient: &[0.25 + 3.0, 2.0 + 4.0],
            tensor_gradients: &[&[-2.0]],
        }
        .check();
    }
}
