//! The hyperbolic tangent.

use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;

/// tanh(x).
#[derive(Debug, Clone, PartialEq)]
pub struct Tanh {}

form!(Tanh {});

impl Layer for Tanh {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.activate(Activation::Tanh)
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let y = x.activate(Activation::Tanh);
        gradient.mul(y.clone().mul(y).mul_scalar(-1.0).add_scalar(1.0))
    }

    fn as_epilogue(&self) -> Option<Activation> {
        Some(Activation::Tanh)
    }
}
