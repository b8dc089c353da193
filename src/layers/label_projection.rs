//! The class's part of a projection discriminator (Miyato and Koyama 2018).

use super::form::form;
use super::checks::{vector};
use super::{Affine, At, Layer, Parametrisation, PlannedLayer, Run, TensorSpec, parametrisation};
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Initialiser, Scale, Shape};

/// How the features go with the label: their inner product with a vector that is learnt for each class.
/// One number comes out.
#[derive(Debug, Clone, PartialEq)]
pub struct LabelProjection {
    /// Initial vectors.
    pub init: Initialiser,
    /// How they follow from what is learnt.
    pub parametrisation: Parametrisation,
}

form!(LabelProjection { init = Initialiser::default(), parametrisation = Parametrisation::None });

impl LabelProjection {
    /// From a one-hot label to its class's vector.
    fn embedding(&self, classes: usize, features: usize) -> Affine {
        Affine {
            geometry: Geometry::LINEAR,
            channels: [features, classes],
            is_conv: false,
            dilation: [1, 1],
            bias: false,
            parametrisation: self.parametrisation,
        }
    }

    fn vectors<T: Ops>(&self, at: &At<'_, T>, run: Option<&mut Run<'_, T>>) -> T {
        let labels = at
            .around
            .labels
            .expect("a conditional network is run with labels");
        let embedding = self.embedding(labels.dims()[1], at.layer.input.channels());
        let weight = parametrisation::weight(&embedding, at, run);
        let labels = labels.clone();
        labels.conv_transpose(&weight, None, Geometry::LINEAR, Activation::Identity)
    }
}

impl Layer for LabelProjection {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        vector(input)?;
        self.init.check()?;
        classes(scale)?;
        Ok(Shape::Flat(1))
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        let classes = at.scale.classes.unwrap_or(1);
        self.embedding(classes, at.input.channels())
            .tensors(self.init, 2)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let [batch, features, _, _] = x.dims();
        let products = self.vectors(at, Some(run)).mul(x);
        let products = products.reshape([batch, 1, 1, features]);
        products.mean_rows().mul_scalar(features as f64)
    }

    fn is_by_pass(&self) -> bool {
        self.parametrisation.is_by_pass()
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, at: &At<'_, T>) -> T {
        self.vectors(at, None).mul(gradient)
    }
}

/// The recipe's number of classes.
pub(super) fn classes(scale: &Scale) -> Result<usize, Sentence> {
    scale
        .classes
        .ok_or_else(|| sentence!("the recipe says no number of classes"))
}
