//! Pixelwise feature normalisation (Karras et al. 2017).

use super::layer::positive_epsilon;
use super::{At, Layer, Run};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};
use serde::{Deserialize, Serialize};

/// The channels of each pixel, divided by the root of their mean square.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PixelNorm {
    /// Added to the mean square.
    #[serde(default = "usual", skip_serializing_if = "is_usual")]
    pub epsilon: f64,
}

fn usual() -> f64 {
    1e-8
}

fn is_usual(epsilon: &f64) -> bool {
    *epsilon == usual()
}

/// The channels of each pixel in a row, each row divided by its size, and those sizes.
fn normal<T: Ops>(x: T, epsilon: f64) -> (T, T) {
    let rows = rows(x);
    let square = rows.clone().mul(rows.clone()).mean_rows();
    let size = square.add_scalar(epsilon).sqrt();
    (rows.div(size.clone()), size)
}

fn rows<T: Ops>(x: T) -> T {
    let [batch, channels, height, width] = x.dims();
    x.permute([0, 2, 3, 1])
        .reshape([batch * height * width, 1, 1, channels])
}

fn images<T: Ops>(rows: T, [batch, channels, height, width]: [usize; 4]) -> T {
    rows.reshape([batch, height, width, channels])
        .permute([0, 3, 1, 2])
}

impl Layer for PixelNorm {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        positive_epsilon(self.epsilon)?;
        Ok(input)
    }

    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let dims = x.dims();
        images(normal(x, self.epsilon).0, dims)
    }

    /// (g − y · mean(g · y)) / size.
    fn vjp<T: Ops>(&self, x: T, gradient: T, _: &At<'_, T>) -> T {
        let dims = x.dims();
        let (y, size) = normal(x, self.epsilon);
        let gradient = rows(gradient);
        let along = gradient.clone().mul(y.clone()).mean_rows();
        images(gradient.sub(y.mul(along)).div(size), dims)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // x / (x.pow(2).mean(1, keepdim=True) + 1e-8).sqrt()
        Reference {
            layer: PixelNorm { epsilon: 1e-8 }.into(),
            input: [2, 1, 2],
            tensors: &[],
            x: &[3.0, 1.0, 4.0, -1.0],
            y: &[0.848_528_1, 1.0, 1.131_370_9, -1.0],
            x_gradient: &[-0.226_274_16, 3.0, 0.169_705_63, 3.0],
            tensor_gradients: &[],
        }
        .check();
    }
}
