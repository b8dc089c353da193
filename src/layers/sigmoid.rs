//! The logistic function.

use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;

/// 1 / (1 + e^−x).
#[derive(Debug, Clone, PartialEq)]
pub struct Sigmoid {}

form!(Sigmoid {});

impl Layer for Sigmoid {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.activate(Activation::Sigmoid)
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let y = x.activate(Activation::Sigmoid);
        let rest = y.clone().mul_scalar(-1.0).add_scalar(1.0);
        gradient.mul(y.mul(rest))
    }

    fn as_epilogue(&self) -> Option<Activation> {
        Some(Activation::Sigmoid)
    }
}
