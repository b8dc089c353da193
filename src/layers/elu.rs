//! The exponential linear unit (Clevert et al. 2015).

use super::form::form;
use super::{At, Layer, Run};

use crate::ops::Ops;

/// x, or e^x − 1 where x is negative.
#[derive(Debug, Clone, PartialEq)]
pub struct Elu {}

form!(Elu {});

impl Layer for Elu {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.elu()
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let above = x.clone().heaviside();
        let below = above.clone().mul_scalar(-1.0).add_scalar(1.0);
        gradient.mul(x.clamp_max(0.0).exp().mul(below).add(above))
    }
}
