//! The smooth rectifier.

use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;

/// ln(1 + e^x).
#[derive(Debug, Clone, PartialEq)]
pub struct Softplus {}

form!(Softplus {});

impl Layer for Softplus {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.softplus()
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        gradient.mul(x.activate(Activation::Sigmoid))
    }
}
