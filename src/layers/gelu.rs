//! The Gaussian error linear unit (Hendrycks and Gimpel 2016).

use super::form::form;
use super::{At, Layer, Run};

use crate::ops::Ops;

/// x·Φ(x).
#[derive(Debug, Clone, PartialEq)]
pub struct Gelu {}

form!(Gelu {});

impl Layer for Gelu {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        x.gelu()
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let density = x.clone().mul(x.clone()).mul_scalar(-0.5).exp();
        let density = density.mul_scalar(1.0 / libm::sqrt(std::f64::consts::TAU));
        let cumulative = x.clone().mul_scalar(std::f64::consts::FRAC_1_SQRT_2).erf();
        let cumulative = cumulative.add_scalar(1.0).mul_scalar(0.5);
        gradient.mul(cumulative.add(x.mul(density)))
    }
}
