//! Modulated convolutions (Karras et al. 2020).

use super::form::form;
use super::affine::{check_window, spread, windows};
use super::checks::{at, image};
use super::tensor_spec::{Initial};
use super::{At, Layer, PlannedLayer, Run, TensorSpec};
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Initialiser, Padding, PerAxis, Scale, Shape, Size, Window};

/// A convolution whose weight is multiplied, for each sample, by what a linear layer makes of the style: a
/// factor for each channel that comes in. Then each channel that comes out is brought back to the
/// deviation that it would have. All weights are at an equalised rate.
#[derive(Debug, Clone, PartialEq)]
pub struct ModulatedConv {
    /// Channels that come out.
    pub out: Size,
    /// Height and width of the kernel.
    pub kernel: usize,
    /// Numbers of the style.
    pub style: Size,
    /// Whether what comes out is brought back to its deviation.
    pub demodulate: bool,
}

form!(ModulatedConv { out, kernel, style, demodulate = true });

/// Added to the sum of squares that is divided by.
const TINY: f64 = 1e-8;

impl ModulatedConv {
    fn geometry(&self, at: &PlannedLayer) -> Geometry {
        let windows = at.windows.expect("a planned convolution has windows");
        let [_, height, width] = at.input.dims();
        Geometry {
            large: [height, width],
            small: windows.map(|window| window.output),
            kernel: windows.map(|window| window.kernel),
            stride: [1, 1],
            padding: windows.map(|window| window.before),
            groups: 1,
        }
    }
}

impl Layer for ModulatedConv {
    fn shape(&self, input: Shape, scale: &Scale) -> Result<Shape, Sentence> {
        let [_, height, width] = image(input)?;
        self.windows(input, scale)?;
        at(self.style, scale)?;
        Ok(Shape::Image([at(self.out, scale)?, height, width]))
    }

    fn windows(&self, input: Shape, _: &Scale) -> Result<Option<[Window; 2]>, Sentence> {
        let [kernel, one] = [self.kernel.into(), PerAxis::ONE];
        check_window([kernel, one, one], Padding::SAME)?;
        let [size, _] = spread(kernel, one);
        windows(input, |axis, pixels| {
            Window::convolution(pixels, size, 1, Padding::SAME, axis)
        })
    }

    fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
        let [inputs, outputs] = [at.input, at.output].map(Shape::channels);
        let style = self.style.at(&at.scale).unwrap_or(1);
        let normal = |role, dims: Vec<usize>, output_axis| TensorSpec {
            initial: Initial::Weight {
                init: Initialiser::Normal { deviation: 1.0 },
                fan_in: 1,
                fan_out: 1,
            },
            output_axis,
            ..TensorSpec::constant(role, dims, 0.0)
        };
        vec![
            normal("weight", vec![outputs, inputs, self.kernel, self.kernel], 0),
            TensorSpec::constant("bias", vec![outputs], 0.0),
            normal("style_weight", vec![style, inputs], 1),
            TensorSpec::constant("style_bias", vec![inputs], 1.0),
        ]
    }

    fn multiplications(&self, at: &PlannedLayer) -> u64 {
        let [inputs, outputs] = [at.input, at.output].map(|shape| shape.channels() as u64);
        let pixels = (at.output.size() as u64) / outputs.max(1);
        (inputs * outputs * (self.kernel * self.kernel) as u64).saturating_mul(pixels)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let [weight, bias, style_weight, style_bias] = [0, 1, 2, 3].map(|role| &at.tensors[role]);
        let style = at.around.style.expect("a modulated convolution has a style");
        let [outputs, inputs, rows, columns] = weight.dims();
        let equalised =
            |weight: &T, fan_in: usize| weight.clone().mul_scalar(1.0 / (fan_in as f64).sqrt());
        let (linear, plain) = (Geometry::LINEAR, Activation::Identity);
        let style_weight = equalised(style_weight, style.dims()[1]);
        let style = match &mut run.mixing {
            Some(mixing) => mixing.next(style),
            None => style.clone(),
        };
        let factors = style.conv_transpose(&style_weight, Some(style_bias), linear, plain);
        let weight = equalised(weight, inputs * rows * columns);
        let y = x.mul(factors.clone());
        let y = y.conv(&weight, None, self.geometry(at.layer), plain);
        if !self.demodulate {
            return y.add(bias.clone());
        }
        let places = rows * columns;
        let squares = weight
            .clone()
            .mul(weight)
            .reshape([1, outputs * inputs, 1, places])
            .mean_rows()
            .mul_scalar(places as f64)
            .reshape([outputs, inputs, 1, 1]);
        let sums = factors.clone().mul(factors).conv(&squares, None, linear, plain);
        y.div(sums.add_scalar(TINY).sqrt()).add(bias.clone())
    }

    /// None that could be of use: see [`Layer::why_no_vjp`].
    fn vjp<T: Ops>(&self, x: T, _: T, _: &At<'_, T>) -> T {
        x
    }

    fn why_no_vjp(&self) -> Option<Sentence> {
        Some(sentence!(
            "goes by a style, and a gradient penalty cannot be taken through it"
        ))
    }
}
