//! The leaky rectifier (Maas et al. 2013).

use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// x, or `slope`·x where x is negative.
#[derive(Debug, Clone, PartialEq)]
pub struct LeakyRelu {
    /// Slope of the negative half.
    pub slope: f64,
}

form!(LeakyRelu { slope });

impl LeakyRelu {
    fn activation(&self) -> Activation {
        Activation::LeakyRelu {
            slope: self.slope as f32,
        }
    }
}

impl Layer for LeakyRelu {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        if !self.slope.is_finite() {
            let slope = self.slope;
            return Err(sentence!("a slope of {slope} is not finite", slope));
        }
        Ok(input)
    }

    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.activate(self.activation())
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let above = x.heaviside().mul_scalar(1.0 - self.slope);
        gradient.mul(above.add_scalar(self.slope))
    }

    /// The gradient of an epilogue goes by the sign of its output, which must be the input's.
    fn as_epilogue(&self) -> Option<Activation> {
        (self.slope > 0.0).then(|| self.activation())
    }
}
