//! The rectifier.

use super::no_fields::{NoFields, no_fields};
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;
use serde::{Deserialize, Serialize};

/// max(x, 0).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "NoFields")]
pub struct Relu {}

no_fields!(Relu);

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
