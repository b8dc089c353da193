//! A factor for all numbers.

use super::form::form;
use super::checks::{finite};
use super::{At, Layer, PlannedLayer, Run, TensorSpec};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale as NetworkScale, Shape};

/// All numbers times `factor`. Where it is learnt, that is what it begins with: from 0 on a branch grows
/// as training needs it, as in self-attention GANs.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// What all numbers are multiplied by.
    pub factor: f64,
    /// Whether training changes it.
    pub learnt: bool,
}

form!(Scale { factor, learnt = false });

impl Scale {
    fn scaled<T: Ops>(&self, x: T, at: &At<'_, T>) -> T {
        match self.learnt {
            true => x.mul(at.tensors[0].clone()),
            false => x.mul_scalar(self.factor),
        }
    }
}

impl Layer for Scale {
    fn shape(&self, input: Shape, _: &NetworkScale) -> Result<Shape, Sentence> {
        finite("factor", self.factor)?;
        Ok(input)
    }

    fn tensors(&self, _: &PlannedLayer) -> Vec<TensorSpec> {
        let factor = TensorSpec::constant("factor", vec![1], self.factor as f32);
        self.learnt.then_some(factor).into_iter().collect()
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        self.scaled(x, at)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        self.scaled(gradient, at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_multiplies() {
        for (learnt, factors) in [(false, &[] as &[&[f32]]), (true, &[&[-2.0]])] {
            Reference {
                layer: Scale {
                    factor: -2.0,
                    learnt,
                }
                .into(),
                input: [1, 1, 2],
                tensors: factors,
                x: &[1.0, 3.0],
                y: &[-2.0, -6.0],
                x_gradient: &[-2.0, -4.0],
                tensor_gradients: if learnt { &[&[7.0]] } else { &[] },
            }
            .check();
        }
    }
}
