//! The layers with weights: linear, convolution, transposed convolution.

use crate::kernels::{Activation, Geometry, conv, conv_transpose};
use crate::random::Random;
use crate::spec::{Initialiser, LayerSpec, PlannedLayer, Window};
use burn::module::{Module, Param};
use burn::tensor::{Device, Tensor, TensorData};

/// `y = x·W + b` on vectors.
#[derive(Module, Debug)]
pub(super) struct Linear {
    /// `[in, out]`.
    weight: Param<Tensor<2>>,
    /// `[out]`.
    bias: Option<Param<Tensor<1>>>,
}

impl Linear {
    pub fn new(planned: &PlannedLayer, random: &mut Random, device: &Device) -> Self {
        let (init, bias) = initialisation(&planned.spec);
        let [inputs, outputs] = [planned.input.size(), planned.output.size()];
        let weight = init.draw(random, inputs * outputs, inputs, outputs);
        Self {
            weight: parameter(weight, [inputs, outputs], device),
            bias: bias.then(|| parameter(vec![0.0; outputs], [outputs], device)),
        }
    }

    pub fn forward(&self, x: Tensor<4>, activation: Activation) -> Tensor<4> {
        let bias = self.bias.as_ref().map(Param::val);
        conv_transpose(x, self.weight(), bias, Geometry::LINEAR, activation)
    }

    /// The input gradient.
    pub fn pull_back(&self, gradient: Tensor<4>) -> Tensor<4> {
        let plain = Activation::Identity;
        conv(gradient, self.weight(), None, Geometry::LINEAR, plain)
    }

    /// That of a transposed convolution of single pixels.
    fn weight(&self) -> Tensor<4> {
        let [inputs, outputs] = self.weight.dims();
        self.weight.val().reshape([inputs, outputs, 1, 1])
    }
}

/// A convolution, plain or transposed.
#[derive(Module, Debug)]
pub(super) struct Convolution {
    /// `[out, in, height, width]`; transposed `[in, out, height, width]`.
    weight: Param<Tensor<4>>,
    /// `[out]`.
    bias: Option<Param<Tensor<1>>>,
    #[module(skip)]
    windows: [Window; 2],
    #[module(skip)]
    transposed: bool,
}

impl Convolution {
    pub fn new(planned: &PlannedLayer, random: &mut Random, device: &Device) -> Self {
        let (init, bias) = initialisation(&planned.spec);
        let transposed = matches!(planned.spec, LayerSpec::ConvTranspose { .. });
        let windows = planned.windows.expect("a planned convolution has windows");
        let [rows, columns] = windows.map(|window| window.kernel);
        let [inputs, outputs] = [planned.input.channels(), planned.output.channels()];
        let weight = init.draw(
            random,
            inputs * outputs * rows * columns,
            inputs * rows * columns,
            outputs * rows * columns,
        );
        let dims = if transposed {
            [inputs, outputs, rows, columns]
        } else {
            [outputs, inputs, rows, columns]
        };
        Self {
            weight: parameter(weight, dims, device),
            bias: bias.then(|| parameter(vec![0.0; outputs], [outputs], device)),
            windows,
            transposed,
        }
    }

    pub fn forward(&self, x: Tensor<4>, activation: Activation) -> Tensor<4> {
        let [_, _, rows, columns] = x.dims();
        let bias = self.bias.as_ref().map(Param::val);
        let geometry = self.geometry([rows, columns]);
        let run = if self.transposed {
            conv_transpose
        } else {
            conv
        };
        run(x, self.weight.val(), bias, geometry, activation)
    }

    /// The input gradient: each of the two convolutions is the other's, with the same weights.
    pub fn pull_back(&self, gradient: Tensor<4>, input: [usize; 4]) -> Tensor<4> {
        let [_, _, rows, columns] = input;
        let geometry = self.geometry([rows, columns]);
        let run = if self.transposed {
            conv
        } else {
            conv_transpose
        };
        let weight = self.weight.val();
        run(gradient, weight, None, geometry, Activation::Identity)
    }

    fn geometry(&self, input: [usize; 2]) -> Geometry {
        if self.transposed {
            Geometry::conv_transpose(input, self.windows)
        } else {
            Geometry::conv(input, self.windows)
        }
    }
}

fn initialisation(spec: &LayerSpec) -> (Initialiser, bool) {
    match spec {
        LayerSpec::Linear { init, bias, .. }
        | LayerSpec::Conv { init, bias, .. }
        | LayerSpec::ConvTranspose { init, bias, .. } => (*init, *bias),
        other => unreachable!("{} has no weights", other.kind()),
    }
}

/// A trainable tensor with these values.
pub(super) fn parameter<const D: usize>(
    values: Vec<f32>,
    dims: [usize; D],
    device: &Device,
) -> Param<Tensor<D>> {
    Param::from_tensor(Tensor::from_data(TensorData::new(values, dims), device))
}
