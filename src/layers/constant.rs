//! An image that is learnt, the same for every sample: what a style-based generator begins with.

use super::form::form;
use super::checks::{at};
use super::tensor_spec::{Initial};
use super::{At, Layer, PlannedLayer, Run, TensorSpec};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Initialiser, Scale, Shape, Size};

/// A learnt image, whatever comes in (Karras et al. 2019).
#[derive(Debug, Clone, PartialEq)]
pub struct Constant {
    /// Channels, height and width.
    pub to: [Size; 3],
}

form!(Constant { to });

impl Layer for Constant {
    fn shape(&self, _: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let [channels, height, width] = self.to;
        Ok(Shape::Image([
            at(channels, scale)?,
            at(height, scale)?,
            at(width, scale)?,
        ]))
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        let [channels, height, width] = at.output.dims();
        vec![TensorSpec {
            initial: Initial::Weight {
                init: Initialiser::Normal { deviation: 1.0 },
                fan_in: 1,
                fan_out: 1,
            },
            output_axis: 1,
            ..TensorSpec::constant("image", vec![1, channels, height, width], 0.0)
        }]
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, _: &mut Run<'_, T>) -> T {
        let [_, channels, height, width] = at.tensors[0].dims();
        let batch = x.dims()[0];
        at.tensors[0]
            .clone()
            .expand([batch, channels, height, width])
    }

    fn vjp<T: Ops>(&self, x: T, _: T, _: &At<'_, T>) -> T {
        x.mul_scalar(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernels::Activation;
    use crate::layers::Around;
    use crate::ops::Buffer;

    #[test]
    fn it_is_the_same_whatever_comes_in() {
        let scale = Scale {
            width: 1,
            image: [1, 1, 2],
            classes: None,
        };
        let layer = Constant {
            to: [1, 1, 2].map(Size::fixed),
        };
        let planned =
            PlannedLayer::new(&layer.clone().into(), Shape::Flat(3), &scale).unwrap();
        let at = At {
            layer: &planned,
            tensors: &[Buffer::new(vec![3.0, -1.0], [1, 1, 1, 2])],
            epilogue: Activation::Identity,
            around: Around::labels(None),
        };
        let latents = Buffer::new(vec![5.0; 6], [2, 3, 1, 1]);
        let images = layer.forward(latents, &at, &mut Run::inference());
        assert_eq!(images.dims(), [2, 1, 1, 2]);
        assert_eq!(images.into_values(), [3.0, -1.0, 3.0, -1.0]);
    }
}
