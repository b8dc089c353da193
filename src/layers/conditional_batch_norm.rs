//! Batch normalisation whose scales and shifts depend on the class (Dumoulin et al. 2017).

use super::form::form;
use super::batch_norm::{check_momentum, normalise};
use super::label_projection::classes;
use super::checks::{positive_epsilon};
use super::tensor_spec::{Initial};
use super::{At, BatchNorm, Layer, PlannedLayer, Run, TensorSpec};
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape};

/// Batch normalisation with a scale and a shift for each class and channel.
#[derive(Debug, Clone, PartialEq)]
pub struct ConditionalBatchNorm {
    /// What the running statistics keep of themselves a step, as in [`BatchNorm`].
    pub momentum: f64,
    /// Added to the variance.
    pub epsilon: f64,
}

form!(ConditionalBatchNorm { momentum = 0.9, epsilon = 1e-5 });

impl Layer for ConditionalBatchNorm {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        classes(scale)?;
        check_momentum(self.momentum)?;
        positive_epsilon(self.epsilon)?;
        Ok(input)
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        let (classes, channels) = (at.scale.classes.unwrap_or(1), at.input.channels());
        let table = |role, value| TensorSpec {
            output_axis: 1,
            initial: Initial::Constant(value),
            ..TensorSpec::constant(role, vec![classes, channels], value)
        };
        let statistic = |role, value| TensorSpec {
            is_trained: false,
            ..TensorSpec::constant(role, vec![channels], value)
        };
        vec![
            table("scale", 1.0),
            table("shift", 0.0),
            statistic("mean", 0.0),
            statistic("variance", 1.0),
        ]
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let labels = at
            .around
            .labels
            .expect("a conditional network is run with labels");
        let of_class = |table: &T| {
            let labels = labels.clone();
            labels.conv_transpose(table, None, Geometry::LINEAR, Activation::Identity)
        };
        let [scale, shift] = [0, 1].map(|role| of_class(&at.tensors[role]));
        let channels = x.dims()[1];
        let [one, none] = [1.0, 0.0].map(|value| at.tensors[2].beside(vec![value; channels], [1, channels, 1, 1]));
        let (momentum, epsilon) = (self.momentum, self.epsilon);
        let plain = BatchNorm {
            momentum,
            epsilon,
            scale_deviation: 0.0,
        };
        let normal = normalise(
            &plain,
            x,
            [&one, &none],
            [&at.tensors[2], &at.tensors[3]],
            Activation::Identity,
            run,
        );
        normal.mul(scale).add(shift)
    }

    /// None that could be of use, as in [`BatchNorm`].
    fn vjp<T: Ops>(&self, _: T, gradient: T, _: &At<'_, T>) -> T {
        gradient
    }

    fn why_no_vjp(&self) -> Option<Sentence> {
        let (momentum, epsilon) = (self.momentum, self.epsilon);
        let plain = BatchNorm {
            momentum,
            epsilon,
            scale_deviation: 0.0,
        };
        plain.why_no_vjp()
    }
}
