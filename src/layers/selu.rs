//! The scaled exponential linear unit (Klambauer et al. 2017).

use super::{At, Elu, Layer, Run};
use crate::ops::Ops;
use serde::{Deserialize, Serialize};

/// λ·x, or λ·α·(e^x − 1) where x is negative.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Selu {}

const ALPHA: f64 = 1.673_263_242_354_377_2;
const LAMBDA: f64 = 1.050_700_987_355_480_5;

/// λ where x is above 0, else λ·α.
fn factor<T: Ops>(x: T) -> T {
    let above = x.is_positive().mul_scalar(LAMBDA * (1.0 - ALPHA));
    above.add_scalar(LAMBDA * ALPHA)
}

impl Layer for Selu {
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        factor(x.clone()).mul(x.elu())
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        Elu {}.vjp(x.clone(), gradient.mul(factor(x)), at)
    }
}
