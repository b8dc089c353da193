//! Every shader against the composition of burn's operations on the CPU, on shapes drawn at random.

use crate::kernels::{Activation, AdamStep, Bias, Geometry, Kernels, Normalisation, composed};
use crate::random::{Purpose, Random};
use burn::backend::Dispatch;
use burn::backend::tensor::FloatTensor;
use burn::tensor::{Device, Tensor, TensorData};
use std::sync::OnceLock;

type Dispatched = FloatTensor<Dispatch>;

/// The GPU, or None with a line that says why there is none.
fn gpu() -> Option<Device> {
    static GPU: OnceLock<Option<Device>> = OnceLock::new();
    let opened = GPU.get_or_init(|| match Device::wgpu_options().init() {
        Ok(device) => Some(device),
        Err(error) => {
            eprintln!("Skipped: no graphics adapter ({error}).");
            None
        }
    });
    opened.clone()
}

/// Numbers and shapes to test with.
struct Draw(Random);

impl Draw {
    fn new(seed: u64) -> Self {
        Self(Random::new(seed, Purpose::GeneratorWeights, 0))
    }

    /// A number of `least..=most`.
    fn size(&mut self, least: usize, most: usize) -> usize {
        least + self.0.below((most - least + 1) as u32) as usize
    }

    fn numbers<const D: usize>(&mut self, dims: [usize; D]) -> Numbers<D> {
        let values = (0..dims.iter().product())
            .map(|_| self.0.normal() as f32)
            .collect();
        Numbers { values, dims }
    }

    fn activation(&mut self) -> Activation {
        [
            Activation::Identity,
            Activation::Relu,
            Activation::LeakyRelu { slope: 0.2 },
            Activation::Tanh,
            Activation::Sigmoid,
        ][self.size(0, 4)]
    }

    fn geometry(&mut self) -> Geometry {
        let axes = [(); 2].map(|()| {
            let (kernel, stride) = (self.size(1, 5), self.size(1, 3));
            let (before, after) = (self.size(0, kernel - 1), self.size(0, kernel - 1));
            let big = self.size(kernel, 13);
            let small = (big + before + after - kernel) / stride + 1;
            [big, small, kernel, stride, before]
        });
        let of = |number: usize| axes.map(|axis| axis[number]);
        Geometry {
            big: of(0),
            small: of(1),
            kernel: of(2),
            stride: of(3),
            before: of(4),
        }
    }
}

#[derive(Clone)]
struct Numbers<const D: usize> {
    values: Vec<f32>,
    dims: [usize; D],
}

impl<const D: usize> Numbers<D> {
    fn on(&self, device: &Device) -> Dispatched {
        let data = TensorData::new(self.values.clone(), self.dims);
        Tensor::<D>::from_data(data, device).into_dispatch()
    }
}

fn values<const D: usize>(tensor: Dispatched) -> Vec<f32> {
    let data = Tensor::<D>::from_dispatch(tensor).into_data();
    data.to_vec().expect("f32")
}

/// Asserts that two tensors hold the same numbers but for rounding.
fn same<const D: usize>(what: &str, actual: Dispatched, expected: Dispatched) {
    let (actual, expected) = (values::<D>(actual), values::<D>(expected));
    assert_eq!(actual.len(), expected.len(), "{what}: the number of numbers");
    let largest = expected.iter().fold(1.0_f32, |most, x| most.max(x.abs()));
    for (place, (actual, expected)) in actual.iter().zip(&expected).enumerate() {
        let difference = (actual - expected).abs();
        assert!(
            difference <= 2e-5 * largest,
            "{what}: number {place} is {actual}, and {expected} composed"
        );
    }
}

fn bias(numbers: Option<&Numbers<1>>, device: &Device) -> Bias<Dispatch> {
    numbers.map_or(Bias::Absent, |numbers| {
        Bias::PerChannel(numbers.on(device))
    })
}

/// A convolution's shapes.
#[derive(Debug, Clone, Copy)]
struct Case {
    samples: usize,
    big: usize,
    small: usize,
    geometry: Geometry,
    activation: Activation,
    has_bias: bool,
}

impl Case {
    fn drawn(draw: &mut Draw) -> Self {
        let most = if draw.size(0, 2) == 0 { 70 } else { 9 };
        Self {
            samples: draw.size(1, 5),
            big: draw.size(1, most),
            small: draw.size(1, most),
            geometry: draw.geometry(),
            activation: draw.activation(),
            has_bias: draw.size(0, 1) == 1,
        }
    }

    fn plain(samples: usize, big: usize, small: usize, geometry: Geometry) -> Self {
        Self {
            samples,
            big,
            small,
            geometry,
            activation: Activation::Identity,
            has_bias: false,
        }
    }

    /// Both directions and the weight's gradient.
    fn check(self, draw: &mut Draw, gpu: &Device) {
        let Self {
            samples,
            geometry,
            activation,
            ..
        } = self;
        let cpu = Device::flex();
        let what = format!("{self:?}");
        let ([rows, columns], [h, w]) = (geometry.big, geometry.small);
        let big = draw.numbers([samples, self.big, rows, columns]);
        let small = draw.numbers([samples, self.small, h, w]);
        let weight = draw.numbers([self.small, self.big, geometry.kernel[0], geometry.kernel[1]]);
        let of_small = self.has_bias.then(|| draw.numbers([self.small]));
        let of_big = self.has_bias.then(|| draw.numbers([self.big]));

        let down = Dispatch::down(
            big.on(gpu),
            weight.on(gpu),
            bias(of_small.as_ref(), gpu),
            geometry,
            activation,
        );
        let composed_down = composed::down::<Dispatch>(
            big.on(&cpu),
            weight.on(&cpu),
            bias(of_small.as_ref(), &cpu),
            geometry,
            activation,
        );
        same::<4>(&format!("down, {what}"), down, composed_down);

        let up = Dispatch::up(
            small.on(gpu),
            weight.on(gpu),
            bias(of_big.as_ref(), gpu),
            geometry,
            activation,
        );
        let composed_up = composed::up::<Dispatch>(
            small.on(&cpu),
            weight.on(&cpu),
            bias(of_big.as_ref(), &cpu),
            geometry,
            activation,
        );
        same::<4>(&format!("up, {what}"), up, composed_up);

        let gradient = Dispatch::weight_gradient(big.on(gpu), small.on(gpu), geometry);
        let composed_gradient =
            composed::weight_gradient::<Dispatch>(big.on(&cpu), small.on(&cpu), geometry);
        same::<4>(&format!("weight gradient, {what}"), gradient, composed_gradient);
    }
}

#[test]
fn convolutions_are_what_burn_composes_on_random_shapes() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(1);
    for _ in 0..60 {
        Case::drawn(&mut draw).check(&mut draw, &gpu);
    }
}

#[test]
fn linear_layers_are_convolutions_of_one_pixel() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(2);
    for (samples, big, small) in [(1, 1, 1), (5, 3, 70), (33, 100, 67), (2, 700, 1), (3, 6, 400)] {
        Case::plain(samples, big, small, Geometry::LINEAR).check(&mut draw, &gpu);
    }
}

#[test]
fn one_kernel_over_the_whole_image_is_a_linear_layer() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(3);
    let geometry = Geometry {
        big: [4, 5],
        small: [1, 1],
        kernel: [4, 5],
        stride: [2, 1],
        before: [0, 0],
    };
    for has_bias in [false, true] {
        let case = Case {
            has_bias,
            ..Case::plain(7, 19, 5, geometry)
        };
        case.check(&mut draw, &gpu);
    }
}

#[test]
fn the_weight_gradient_of_many_pixels_is_summed_in_parts() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(4);
    let geometry = Geometry {
        big: [28, 28],
        small: [14, 14],
        kernel: [4, 4],
        stride: [2, 2],
        before: [1, 1],
    };
    for (big, small) in [(1, 8), (9, 70), (33, 40)] {
        Case::plain(24, big, small, geometry).check(&mut draw, &gpu);
    }
}

#[test]
fn activations_gradients_are_what_burn_composes() {
    let Some(gpu) = gpu() else { return };
    let cpu = Device::flex();
    let mut draw = Draw::new(5);
    for _ in 0..40 {
        let most = if draw.size(0, 1) == 0 { 30 } else { 1 };
        let dims = [
            draw.size(1, 70),
            draw.size(1, 40),
            draw.size(1, most),
            draw.size(1, most),
        ];
        let (y, gradient) = (draw.numbers(dims), draw.numbers(dims));
        let activation = draw.activation();
        let what = format!("{activation:?} of {dims:?}");
        let actual = Dispatch::activation_gradient(y.on(&gpu), gradient.on(&gpu), activation);
        let expected =
            composed::activation_gradient::<Dispatch>(y.on(&cpu), gradient.on(&cpu), activation);
        same::<4>(&what, actual.0, expected.0);
        same::<1>(&format!("the sums, {what}"), actual.1, expected.1);
    }
}

#[test]
fn batch_norm_and_its_gradient_are_what_burn_composes() {
    let Some(gpu) = gpu() else { return };
    let cpu = Device::flex();
    let mut draw = Draw::new(6);
    for _ in 0..40 {
        let how = Normalisation {
            groups: draw.size(1, 3),
            epsilon: 1e-3,
            activation: draw.activation(),
        };
        let most = if draw.size(0, 1) == 0 { 17 } else { 1 };
        let dims = [
            how.groups * draw.size(3, 20),
            draw.size(1, 40),
            draw.size(1, most),
            draw.size(1, most),
        ];
        let what = format!("{how:?} of {dims:?}");
        let (x, gradient) = (draw.numbers(dims), draw.numbers(dims));
        let (scale, shift) = (draw.numbers([dims[1]]), draw.numbers([dims[1]]));

        let (y, mean, variance) =
            Dispatch::normalise(x.on(&gpu), scale.on(&gpu), shift.on(&gpu), how);
        let expected =
            composed::normalise::<Dispatch>(x.on(&cpu), scale.on(&cpu), shift.on(&cpu), how);
        same::<4>(&what, y, expected.0);
        same::<1>(&format!("the means, {what}"), mean.clone(), expected.1.clone());
        same::<1>(&format!("the variances, {what}"), variance.clone(), expected.2.clone());

        let actual = Dispatch::normalise_gradient(
            x.on(&gpu),
            scale.on(&gpu),
            shift.on(&gpu),
            mean,
            variance,
            gradient.on(&gpu),
            how,
        );
        let expected = composed::normalise_gradient::<Dispatch>(
            x.on(&cpu),
            [scale.on(&cpu), shift.on(&cpu)],
            [expected.1, expected.2],
            gradient.on(&cpu),
            how,
        );
        // A rectifier at its kink may fall to either side by rounding: no draw here does.
        same::<4>(&format!("x's gradient, {what}"), actual.0, expected.0);
        same::<1>(&format!("the scale's gradient, {what}"), actual.1, expected.1);
        same::<1>(&format!("the shift's gradient, {what}"), actual.2, expected.2);
    }
}

#[test]
fn batch_norm_by_given_statistics_is_what_burn_composes() {
    let Some(gpu) = gpu() else { return };
    let cpu = Device::flex();
    let mut draw = Draw::new(7);
    for _ in 0..20 {
        let dims = [draw.size(1, 9), draw.size(1, 40), draw.size(1, 17), draw.size(1, 17)];
        let how = Normalisation {
            groups: 1,
            epsilon: 1e-3,
            activation: draw.activation(),
        };
        let x = draw.numbers(dims);
        let [scale, shift, mean, mut variance] = [(); 4].map(|()| draw.numbers([dims[1]]));
        variance.values.iter_mut().for_each(|value| *value = value.abs());
        let run = |device: &Device, composed: bool| {
            let x = x.on(device);
            let [scale, shift] = [&scale, &shift].map(|numbers| numbers.on(device));
            let [mean, variance] = [&mean, &variance].map(|numbers| numbers.on(device));
            if composed {
                let epsilon = f64::from(how.epsilon);
                let y = <Dispatch as burn::backend::ops::ModuleOps<Dispatch>>::batch_norm(
                    x, scale, shift, mean, variance, epsilon,
                );
                composed::activate::<Dispatch>(y, how.activation)
            } else {
                Dispatch::normalise_by(x, scale, shift, mean, variance, how)
            }
        };
        same::<4>(&format!("{how:?} of {dims:?}"), run(&gpu, false), run(&cpu, true));
    }
}

#[test]
fn an_update_by_adam_is_what_burn_composes() {
    let Some(gpu) = gpu() else { return };
    let cpu = Device::flex();
    let mut draw = Draw::new(8);
    for count in [1, 3, 256, 1000] {
        let step = AdamStep {
            keep_mean: 0.5,
            keep_square: 0.999,
            keep_weight: if count == 3 { 0.9 } else { 1.0 },
            rate: 0.02,
            root: 3.0,
            epsilon: 1e-3,
        };
        let [weight, gradient, mean, mut square] = [(); 4].map(|()| draw.numbers([count]));
        square.values.iter_mut().for_each(|value| *value = value.abs());
        let on = |device: &Device| {
            [&weight, &gradient, &mean, &square].map(|numbers| numbers.on(device))
        };
        let [w, g, m, s] = on(&gpu);
        let actual = Dispatch::adam(w, g, m, s, step);
        let [w, g, m, s] = on(&cpu);
        let expected = composed::adam::<Dispatch>(w, g, [m, s], step);
        same::<1>("the weight", actual.0, expected.0);
        same::<1>("the mean", actual.1, expected.1);
        same::<1>("the square", actual.2, expected.2);
    }
}

#[test]
fn a_blend_is_what_burn_composes() {
    let Some(gpu) = gpu() else { return };
    let cpu = Device::flex();
    let mut draw = Draw::new(9);
    for dims in [[1, 1], [7, 300], [1100, 1000]] {
        let (a, b) = (draw.numbers(dims), draw.numbers(dims));
        let actual = Dispatch::blend(a.on(&gpu), b.on(&gpu), 0.3);
        let expected = composed::blend::<Dispatch>(a.on(&cpu), b.on(&cpu), 0.3);
        same::<2>("the blend", actual, expected);
    }
}
