//! What linear layers and convolutions have in common: a weight that inputs are multiplied by and summed, and
//! a bias.

use super::layer::{Initial, PlannedLayer, TensorSpec};
use super::{At, ChannelAffine};
use crate::kernels::cpu::convolution::ConvShape;
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence, term};
use crate::spec::{Initialiser, Padding, Shape, Window};

/// Largest kernel, stride, or side of explicit padding: with it no side overflows 32 bits.
const LARGEST_WINDOW: usize = 64;

/// The sum of products of an affine layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Affine {
    /// Where the kernel's places fall; a linear layer is a transposed convolution of one pixel.
    pub geometry: Geometry,
    /// Channels of the large side, and of the small one.
    pub channels: [usize; 2],
    /// Whether it is a convolution, from the large side to the small one, and no transposed one.
    pub is_conv: bool,
}

impl Affine {
    /// That of a convolution, transposed or not.
    pub fn convolution(at: &PlannedLayer, is_conv: bool) -> Option<Self> {
        let windows = at.windows?;
        let [inputs, rows, columns] = at.input.dims();
        let outputs = at.output.channels();
        let (outer, inner) = ([rows, columns], windows.map(|window| window.output));
        let (large, small, channels) = if is_conv {
            (outer, inner, [inputs, outputs])
        } else {
            (inner, outer, [outputs, inputs])
        };
        let geometry = Geometry {
            large,
            small,
            kernel: windows.map(|window| window.kernel),
            stride: windows.map(|window| window.stride),
            padding: windows.map(|window| window.before),
        };
        Some(Self {
            geometry,
            channels,
            is_conv,
        })
    }

    /// The axis of its weight that counts what comes out.
    pub fn output_axis(&self) -> usize {
        usize::from(!self.is_conv)
    }

    /// Numbers of working memory that the CPU takes, at most, however large the batch is.
    pub fn working_memory(&self) -> u64 {
        ConvShape::new(1, self.channels, self.geometry).working_memory()
    }

    /// Multiplications for one sample.
    pub fn multiplications(&self) -> u64 {
        let Geometry { kernel, small, .. } = self.geometry;
        let factors = [self.channels, kernel, small].concat();
        let factors = factors.into_iter().map(|factor| factor as u64);
        factors.fold(1, u64::saturating_mul)
    }

    /// Weight and bias.
    pub fn tensors(self, init: Initialiser, bias: bool, rank: usize) -> Vec<TensorSpec> {
        let [large, small] = self.channels;
        let kernel = self.geometry.kernel;
        let [rows, columns] = kernel;
        let (inputs, outputs) = if self.is_conv {
            (large, small)
        } else {
            (small, large)
        };
        let weight = TensorSpec {
            role: "weight".into(),
            output_axis: self.output_axis(),
            dims: [small, large, rows, columns][..rank].to_vec(),
            initial: Initial::Weight {
                init,
                fan_in: inputs * rows * columns,
                fan_out: outputs * rows * columns,
            },
            is_trained: true,
        };
        let bias = bias.then(|| TensorSpec::constant("bias", vec![outputs], 0.0));
        [weight].into_iter().chain(bias).collect()
    }

    pub fn forward<T: Ops>(&self, x: T, at: &At<'_, T>) -> T {
        let (weight, bias) = (&at.tensors[0], at.tensors.get(1));
        if self.is_conv {
            x.conv(weight, bias, self.geometry, at.epilogue)
        } else {
            x.conv_transpose(weight, bias, self.geometry, at.epilogue)
        }
    }

    /// Each of the two convolutions is the gradient of the other, with the same weight.
    pub fn vjp<T: Ops>(&self, gradient: T, at: &At<'_, T>) -> T {
        let weight = &at.tensors[0];
        if self.is_conv {
            gradient.conv_transpose(weight, None, self.geometry, Activation::Identity)
        } else {
            gradient.conv(weight, None, self.geometry, Activation::Identity)
        }
    }
}

/// Checks a convolution's numbers.
pub(super) fn check_window(kernel: usize, stride: usize, padding: Padding) -> Result<(), Sentence> {
    for (what, value) in [("kernel", kernel), ("stride", stride)] {
        if !(1..=LARGEST_WINDOW).contains(&value) {
            return Err(sentence!(
                "a {what} of {value} is not 1 to {most}",
                what = term(what),
                value,
                most = LARGEST_WINDOW
            ));
        }
    }
    match padding {
        Padding::Even(side) if side > LARGEST_WINDOW => Err(sentence!(
            "padding of {side} is more than {most}",
            side,
            most = LARGEST_WINDOW
        )),
        Padding::Sides(sides) if sides.iter().any(|side| *side > LARGEST_WINDOW) => Err(sentence!(
            "padding of {sides} is more than {most}",
            sides = format!("{sides:?}"),
            most = LARGEST_WINDOW
        )),
        _ => Ok(()),
    }
}

/// The windows of both axes.
pub(super) fn windows(
    input: Shape,
    window: impl Fn(usize, usize) -> Result<Window, Sentence>,
) -> Result<Option<[Window; 2]>, Sentence> {
    let [_, rows, columns] = input.dims();
    Ok(Some([window(0, rows)?, window(1, columns)?]))
}

/// The images that windows make.
pub(super) fn shape(channels: usize, windows: Option<[Window; 2]>) -> Shape {
    let [height, width] = windows.map_or([1, 1], |windows| windows.map(|window| window.output));
    Shape::Image([channels, height, width])
}

/// Folds what comes behind into weight and bias: `axis` of the weight's `dims` counts what comes out.
/// Behind a reshape, several outputs in a row are pixels of one channel.
pub(crate) fn fold(
    weight: &mut [f32],
    dims: &[usize],
    axis: usize,
    bias: &mut [f32],
    behind: &[ChannelAffine],
) {
    let outputs = dims[axis];
    let pixels = outputs / behind.len();
    let inner: usize = dims[axis + 1..].iter().product();
    for (place, value) in weight.iter_mut().enumerate() {
        let output = place / inner % outputs;
        *value = (f64::from(*value) * behind[output / pixels].scale) as f32;
    }
    for (output, value) in bias.iter_mut().enumerate() {
        let ChannelAffine { mean, scale, shift } = behind[output / pixels];
        *value = (shift + (f64::from(*value) - mean) * scale) as f32;
    }
}
