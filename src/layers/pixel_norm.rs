//! Normalisation of each pixel over its channels.

use super::form::form;
use super::checks::{positive_epsilon};
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};

/// Each pixel's channels, or a vector's features, over the root of their mean square (Karras et al. 2018).
#[derive(Debug, Clone, PartialEq)]
pub struct PixelNorm {
    /// Added to the mean square.
    pub epsilon: f64,
}

form!(PixelNorm { epsilon = 1e-8 });

/// The mean over the channels.
fn mean<T: Ops>(x: &T) -> T {
    let last = x.clone().permute([0, 2, 3, 1]);
    last.mean_rows().permute([0, 3, 1, 2])
}

impl PixelNorm {
    fn root<T: Ops>(&self, x: &T) -> T {
        mean(&x.clone().mul(x.clone()))
            .add_scalar(self.epsilon)
            .sqrt()
    }
}

impl Layer for PixelNorm {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        positive_epsilon(self.epsilon)?;
        Ok(input)
    }

    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let root = self.root(&x);
        x.div(root)
    }

    /// (g − x̂ · mean(g · x̂)) / root.
    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let root = self.root(&x);
        let normal = x.div(root.clone());
        let along = mean(&gradient.clone().mul(normal.clone()));
        gradient.sub(normal.mul(along)).div(root)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // x * torch.rsqrt(x.square().mean(1, keepdim=True) + 1e-8)
        Reference {
            layer: PixelNorm { epsilon: 1e-8 }.into(),
            input: [2, 1, 2],
            tensors: &[],
            x: &[1.0, -2.0, 3.0, 0.5],
            y: &NORM_Y,
            x_gradient: &NORM_X,
            tensor_gradients: &[],
        }
        .check();
    }

    const NORM_Y: [f32; 4] = [0.4472136, -1.3719887, 1.3416408, 0.3429972];
    const NORM_X: [f32; 4] = [0.0, 0.726347, 0.0, 2.9053879];
}
