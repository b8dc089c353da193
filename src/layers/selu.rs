//! The scaled exponential linear unit (Klambauer et al. 2017).

use super::form::form;
use super::{At, Elu, Layer, Run};
use crate::ops::Ops;

/// λ·x, or λ·α·(e^x − 1) where x is negative.
#[derive(Debug, Clone, PartialEq)]
pub struct Selu {}

form!(Selu {});

const ALPHA: f64 = 1.673_263_242_354_377_2;
const LAMBDA: f64 = 1.050_700_987_355_480_5;

/// λ where x is above 0, else λ·α.
fn factor<T: Ops>(x: T) -> T {
    let above = x.heaviside().mul_scalar(LAMBDA * (1.0 - ALPHA));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // torch.nn.SELU(), with its derivative at 0
        Reference {
            layer: Selu {}.into(),
            input: [2, 2, 2],
            tensors: &[],
            x: &[-2.0, -0.5, 0.0, 0.25, 1.5, -1.0, 3.0, -0.125],
            y: &[
                -1.520_166_5,
                -0.691_758_16,
                0.0,
                0.262_675_26,
                1.576_051_5,
                -1.111_330_7,
                3.152_103,
                -0.206_582_11,
            ],
            x_gradient: &[
                0.237_932_86,
                2.132_682_3,
                5.274_297_7,
                4.202_805,
                5.253_505,
                3.880_611_4,
                7.354_907,
                12.412_137,
            ],
            tensor_gradients: &[],
        }
        .check();
    }
}
