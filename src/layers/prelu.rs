//! The parametric rectifier (He et al. 2015).

use super::form::form;
use super::{At, Layer, Run, PlannedLayer, TensorSpec};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// x, or slope·x where x is negative, with a slope for each channel that is learnt.
#[derive(Debug, Clone, PartialEq)]
pub struct Prelu {
    /// The slopes at first.
    pub slope: f32,
}

form!(Prelu { slope = 0.25 });

/// 1 where x is above 0, else the channel's slope.
fn factor<T: Ops>(x: T, at: &At<'_, T>) -> T {
    let above = x.heaviside();
    let below = above.clone().mul_scalar(-1.0).add_scalar(1.0);
    below.mul(at.tensors[0].clone()).add(above)
}

impl Layer for Prelu {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let slope = self.slope;
        if !slope.is_finite() {
            return Err(sentence!("a slope of {slope} is not finite", slope));
        }
        Ok(input)
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        let channels = at.input.channels();
        vec![TensorSpec::constant("slope", vec![channels], self.slope)]
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        factor(x.clone(), at).mul(x)
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        gradient.mul(factor(x, at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // torch.nn.PReLU(2), with its derivative at 0
        Reference {
            layer: Prelu { slope: 0.25 }.into(),
            input: [2, 2, 2],
            tensors: &[&[0.25, -0.5]],
            x: &[-2.0, -0.5, 0.0, 0.25, 1.5, -1.0, 3.0, -0.125],
            y: &[-0.5, -0.125, 0.0, 0.25, 1.5, 0.5, 3.0, 0.0625],
            x_gradient: &[0.25, 0.5, 0.75, 4.0, 5.0, -3.0, 7.0, -4.0],
            tensor_gradients: &[&[-3.0, -7.0]],
        }
        .check();
    }
}
