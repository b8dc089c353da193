//! The layers with weights: linear, convolution, transposed convolution.

use crate::random::Random;
use crate::spec::{Initialiser, LayerSpec, PlannedLayer, Window};
use burn::module::{Module, Param};
use burn::tensor::ops::{ConvOptions, ConvTransposeOptions};
use burn::tensor::{Device, Tensor, TensorData, module};

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

    pub fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let [inputs, outputs] = self.weight.dims();
        let batch = x.dims()[0];
        let y = x.reshape([batch, inputs]).matmul(self.weight.val());
        let y = match &self.bias {
            Some(bias) => y + bias.val().reshape([1, outputs]),
            None => y,
        };
        y.reshape([batch, outputs, 1, 1])
    }

    /// The input gradient.
    pub fn pull_back(&self, gradient: Tensor<4>) -> Tensor<4> {
        let [inputs, outputs] = self.weight.dims();
        let batch = gradient.dims()[0];
        let rows = gradient.reshape([batch, outputs]);
        rows.matmul(self.weight.val().transpose())
            .reshape([batch, inputs, 1, 1])
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

    pub fn forward(&self, x: Tensor<4>) -> Tensor<4> {
        let bias = self.bias.as_ref().map(Param::val);
        if self.transposed {
            upward(x, self.weight.val(), bias, self.windows)
        } else {
            downward(x, self.weight.val(), bias, self.windows)
        }
    }

    /// The input gradient: each of the two convolutions is the other's, with the same weights.
    pub fn pull_back(&self, gradient: Tensor<4>, input: [usize; 4]) -> Tensor<4> {
        let [_, _, rows, columns] = input;
        let [row, column] = self.windows;
        let mirrored = [
            row.mirrored(rows, self.transposed),
            column.mirrored(columns, self.transposed),
        ];
        if self.transposed {
            downward(gradient, self.weight.val(), None, mirrored)
        } else {
            upward(gradient, self.weight.val(), None, mirrored)
        }
    }
}

/// A convolution. A negative padding at the end leaves pixels out.
fn downward(
    x: Tensor<4>,
    weight: Tensor<4>,
    bias: Option<Tensor<1>>,
    windows: [Window; 2],
) -> Tensor<4> {
    let [batch, channels, height, width] = x.dims();
    let unused = windows.map(|window| (-window.after).max(0) as usize);
    let x = if unused == [0, 0] {
        x
    } else {
        x.slice([
            0..batch,
            0..channels,
            0..height - unused[0],
            0..width - unused[1],
        ])
    };
    let options = ConvOptions::new_with_padding(
        windows.map(|window| window.stride),
        windows.map(|window| (window.before, window.after.max(0) as usize)),
        [1, 1],
        1,
    );
    module::conv2d(x, weight, bias, options)
}

/// A transposed convolution. burn cuts the same number of pixels on both sides; where SAME cuts
/// one more at the end, the rest is sliced off, and where it adds zeros, burn's output padding
/// does it.
fn upward(
    x: Tensor<4>,
    weight: Tensor<4>,
    bias: Option<Tensor<1>>,
    windows: [Window; 2],
) -> Tensor<4> {
    let options = ConvTransposeOptions::new(
        windows.map(|window| window.stride),
        windows.map(|window| window.before),
        windows.map(|window| (window.before as isize - window.after).max(0) as usize),
        [1, 1],
        1,
    );
    let y = module::conv_transpose2d(x, weight, bias, options);
    let [batch, channels, height, width] = y.dims();
    let [rows, columns] = windows.map(|window| window.output);
    if [height, width] == [rows, columns] {
        y
    } else {
        y.slice([0..batch, 0..channels, 0..rows, 0..columns])
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
