//! The rectifier.

use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;

/// max(x, 0).
#[derive(Debug, Clone, PartialEq)]
pub struct Relu {}

form!(Relu {});

impl Layer for Relu {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.activate(Activation::Relu)
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        gradient.mul(x.heaviside())
    }

    fn as_epilogue(&self) -> Option<Activation> {
        Some(Activation::Relu)
    }
}
