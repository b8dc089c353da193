//! The sigmoid linear unit, or swish (Ramachandran et al. 2017).

use super::form::form;
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;

/// x·sigmoid(x).
#[derive(Debug, Clone, PartialEq)]
pub struct Silu {}

form!(Silu {});

impl Layer for Silu {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.silu()
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let gate = x.clone().activate(Activation::Sigmoid);
        let rest = gate.clone().mul_scalar(-1.0).add_scalar(1.0);
        gradient.mul(gate.mul(x.mul(rest).add_scalar(1.0)))
    }
}
