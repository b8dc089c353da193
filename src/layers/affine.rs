//! What linear layers and convolutions have in common: a weight that inputs are multiplied by and summed, and
//! a bias.

use super::tensor_spec::Initial;
use super::{At, ChannelAffine, Parametrisation, PlannedLayer, Run, TensorSpec, parametrisation};
use crate::kernels::cpu::convolution::ConvShape;
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence, term};
use crate::spec::{Initialiser, Padding, PerAxis, Shape, Window};

/// Largest kernel, stride, or side of explicit padding: with it no side overflows 32 bits.
const LARGEST_WINDOW: usize = 64;

/// The sum of products of an affine layer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Affine {
    /// Where the kernel's places fall; a linear layer is a transposed convolution of one pixel. The
    /// kernel is as large as dilation makes it, the channels are those of all groups.
    pub geometry: Geometry,
    /// Channels of the large side, and of the small one.
    pub channels: [usize; 2],
    /// Whether it is a convolution, from the large side to the small one, and no transposed one.
    pub is_conv: bool,
    /// Pixels from one of the kernel's places to the next, along each axis.
    pub dilation: [usize; 2],
    /// Whether it adds a bias.
    pub bias: bool,
    pub parametrisation: Parametrisation,
}

impl Affine {
    /// That of a convolution, transposed or not, in so many groups.
    pub fn convolution(at: &PlannedLayer, is_conv: bool, groups: usize) -> Option<Self> {
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
            groups,
        };
        Some(Self {
            geometry,
            channels,
            is_conv,
            dilation: [1, 1],
            bias: false,
            parametrisation: Parametrisation::None,
        })
    }

    /// The axis of its weight that counts what comes out.
    pub fn output_axis(&self) -> usize {
        usize::from(!self.is_conv)
    }

    /// Channels that come out.
    pub fn outputs(&self) -> usize {
        self.channels[usize::from(self.is_conv)]
    }

    /// The kernel's places, without what dilation puts between them.
    fn places(&self) -> [usize; 2] {
        let (kernel, dilation) = (self.geometry.kernel, self.dilation);
        [0, 1].map(|axis| (kernel[axis] - 1) / dilation[axis] + 1)
    }

    /// The weight's dimensions.
    fn dims(&self) -> [usize; 4] {
        let ([large, small], [rows, columns]) = (self.channels, self.places());
        [small, large / self.geometry.groups, rows, columns]
    }

    /// Rows and columns of the weight as a matrix, a row for each index of what comes out.
    pub fn matrix(&self) -> [usize; 2] {
        let dims = self.dims();
        let rows = dims[self.output_axis()];
        [rows, dims.iter().product::<usize>() / rows]
    }

    /// Numbers that an output sums.
    pub fn fan_in(&self) -> usize {
        let inputs = self.channels[usize::from(!self.is_conv)];
        inputs / self.geometry.groups * self.places().iter().product::<usize>()
    }

    /// Numbers of working memory that the CPU takes, at most, however large the batch is.
    pub fn working_memory(&self) -> u64 {
        let channels = self
            .channels
            .map(|channels| channels / self.geometry.groups);
        ConvShape::new(1, channels, self.geometry).working_memory()
    }

    /// Multiplications for one sample: between the kernel's places there are zeros, which count.
    pub fn multiplications(&self) -> u64 {
        let Geometry { kernel, small, .. } = self.geometry;
        let factors = [self.channels, kernel, small].concat();
        let factors = factors.into_iter().map(|factor| factor as u64);
        factors.fold(1, u64::saturating_mul) / self.geometry.groups as u64
    }

    /// Weight and bias, and what the weight's parametrisation keeps.
    pub fn tensors(self, init: Initialiser, rank: usize) -> Vec<TensorSpec> {
        let dims = self.dims();
        let (outputs, places) = (self.outputs(), dims[2] * dims[3]);
        let weight = TensorSpec {
            role: "weight".into(),
            output_axis: self.output_axis(),
            dims: dims[..rank].to_vec(),
            initial: Initial::Weight {
                init,
                fan_in: self.fan_in(),
                fan_out: outputs / self.geometry.groups * places,
            },
            is_trained: true,
        };
        let bias = (self.bias).then(|| TensorSpec::constant("bias", vec![outputs], 0.0));
        let state = self.parametrisation.tensors(self.matrix());
        [weight].into_iter().chain(bias).chain(state).collect()
    }

    pub fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let weight = parametrisation::weight(self, at, Some(run));
        let bias = at.tensors.get(1).filter(|_| self.bias);
        self.convolve(x, weight, bias, at.epilogue, self.is_conv)
    }

    /// Each of the two convolutions is the gradient of the other, with the same weight.
    pub fn vjp<T: Ops>(&self, gradient: T, at: &At<'_, T>) -> T {
        let weight = parametrisation::weight(self, at, None);
        self.convolve(gradient, weight, None, Activation::Identity, !self.is_conv)
    }

    /// One of the two convolutions.
    fn convolve<T: Ops>(
        &self,
        x: T,
        weight: T,
        bias: Option<&T>,
        epilogue: Activation,
        is_conv: bool,
    ) -> T {
        let weight = self.dilated(weight);
        if self.is_linear_depthwise() {
            let y = pixelwise(x, weight, is_conv);
            let y = bias.map_or(y.clone(), |bias| y.add(bias.clone()));
            return y.activate(epilogue);
        }
        match is_conv {
            true => x.conv(&weight, bias, self.geometry, epilogue),
            false => x.conv_transpose(&weight, bias, self.geometry, epilogue),
        }
    }

    /// Whether each channel goes with one pixel by a kernel as large as its image.
    fn is_linear_depthwise(&self) -> bool {
        self.channels == [self.geometry.groups; 2] && self.geometry.is_linear()
    }

    /// The weight with zeros between the kernel's places: what a transposed convolution of one pixel
    /// with the dilation as its stride makes of them.
    fn dilated<T: Ops>(&self, weight: T) -> T {
        if self.dilation == [1, 1] {
            return weight;
        }
        let [small, large, rows, columns] = weight.dims();
        let [tall, wide] = self.geometry.kernel;
        let one = weight.beside(vec![1.0], [1, 1, 1, 1]);
        let spread = Geometry {
            large: self.geometry.kernel,
            small: [rows, columns],
            kernel: [1, 1],
            stride: self.dilation,
            padding: [0, 0],
            groups: 1,
        };
        weight
            .reshape([small * large, 1, rows, columns])
            .conv_transpose(&one, None, spread, Activation::Identity)
            .reshape([small, large, tall, wide])
    }

    /// Folds what comes behind into weight and bias. Behind a reshape, several outputs in a row are
    /// pixels of one channel.
    pub fn fold(&self, weight: &mut [f32], bias: &mut [f32], behind: &[ChannelAffine]) {
        let pixels = self.outputs() / behind.len();
        for (place, value) in weight.iter_mut().enumerate() {
            let scale = behind[self.output_of(place) / pixels].scale;
            *value = (f64::from(*value) * scale) as f32;
        }
        for (output, value) in bias.iter_mut().enumerate() {
            let ChannelAffine { mean, scale, shift } = behind[output / pixels];
            *value = (shift + (f64::from(*value) - mean) * scale) as f32;
        }
    }

    /// The output that a place of the weight adds to.
    fn output_of(&self, place: usize) -> usize {
        let [small, large, rows, columns] = self.dims();
        let (first, second) = (
            place / (rows * columns * large),
            place / (rows * columns) % large,
        );
        if self.is_conv {
            return first;
        }
        first / (small / self.geometry.groups) * large + second
    }
}

/// A linear depthwise convolution, or its transpose: products of numbers that lie at the same place.
fn pixelwise<T: Ops>(x: T, weight: T, is_conv: bool) -> T {
    let [channels, _, rows, columns] = weight.dims();
    let products = x.mul(weight.reshape([1, channels, rows, columns]));
    if !is_conv {
        return products;
    }
    let [batch, pixels] = [products.dims()[0], rows * columns];
    let sums = products.reshape([batch, channels, 1, pixels]).mean_rows();
    sums.mul_scalar(pixels as f64)
}

/// Checks a convolution's numbers.
pub(super) fn check_window(
    [kernel, stride, dilation]: [PerAxis; 3],
    padding: Padding,
) -> Result<(), Sentence> {
    for (what, value) in [
        ("kernel", kernel),
        ("stride", stride),
        ("dilation", dilation),
    ] {
        if !value
            .0
            .iter()
            .all(|side| (1..=LARGEST_WINDOW).contains(side))
        {
            return Err(sentence!(
                "a {what} of {value} is not 1 to {most}",
                what = term(what),
                value = value.to_string(),
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

/// Checks that channels come in so many equal parts.
pub(super) fn check_groups(groups: usize, channels: [usize; 2]) -> Result<(), Sentence> {
    let [inputs, outputs] = channels;
    if groups > 0 && inputs % groups == 0 && outputs % groups == 0 {
        return Ok(());
    }
    Err(sentence!(
        "{inputs} channels in and {outputs} out are not in {groups} equal groups",
        inputs,
        outputs,
        groups
    ))
}

/// The kernel with what dilation puts between its places.
pub(super) fn spread(kernel: PerAxis, dilation: PerAxis) -> [usize; 2] {
    [0, 1].map(|axis| (kernel.0[axis] - 1) * dilation.0[axis] + 1)
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
