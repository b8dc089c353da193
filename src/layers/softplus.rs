//! The smooth rectifier.

use super::no_fields::{NoFields, no_fields};
use super::{At, Layer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;
use serde::{Deserialize, Serialize};

/// ln(1 + e^x).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "NoFields")]
pub struct Softplus {}

no_fields!(Softplus);

impl Layer for Softplus {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.softplus()
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        gradient.mul(x.activate(Activation::Sigmoid))
    }
}
