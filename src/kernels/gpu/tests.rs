//! The shaders against the reference, on a GPU where there is one.

use crate::data::DataSet;
use crate::kernels::{
    Activation, Bias, Geometry, Kernels, Targets, grouped, reference, tests as agreement,
};
use crate::random::{Purpose, Random};
use crate::recipe::{Recipe, preset};
use crate::training::Training;
use burn::backend::Dispatch;
use burn::backend::tensor::FloatTensor;
use burn::tensor::{Device, Tensor, TensorData};
use burn_cubecl::CubeBackend;
use cubecl::logging::{LaunchObservation, LaunchObserver};
use pollster::block_on;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};
use std::thread::{self, ThreadId};

type Dispatched = FloatTensor<Dispatch>;
type Convolution = fn(Dispatched, Dispatched, Bias<Dispatch>, Geometry, Activation) -> Dispatched;
type WeightGradient = fn(Dispatched, Dispatched, Geometry) -> Dispatched;

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

    fn numbers<const D: usize>(&mut self, dims: [usize; D]) -> Numbers<D> {
        let values = (0..dims.iter().product())
            .map(|_| self.0.normal() as f32)
            .collect();
        Numbers { values, dims }
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
    data.try_into_vec().expect("f32")
}

/// Asserts that two tensors are the same but for rounding.
fn same<const D: usize>(what: &str, actual: Dispatched, expected: Dispatched) {
    let (actual, expected) = (values::<D>(actual), values::<D>(expected));
    assert_eq!(
        actual.len(),
        expected.len(),
        "{what}: the number of elements"
    );
    let largest = expected.iter().fold(1.0_f32, |most, x| most.max(x.abs()));
    for (place, (actual, expected)) in actual.iter().zip(&expected).enumerate() {
        let difference = (actual - expected).abs();
        assert!(
            difference <= 2e-5 * largest,
            "{what}: element {place} is {actual}, not {expected}"
        );
    }
}

fn bias(numbers: Option<&Numbers<1>>, device: &Device) -> Bias<Dispatch> {
    numbers.map_or(Bias::Absent, |numbers| Bias::PerChannel(numbers.on(device)))
}

/// A convolution's shapes.
#[derive(Debug, Clone, Copy)]
struct Case {
    samples: usize,
    large: usize,
    small: usize,
    geometry: Geometry,
    activation: Activation,
    has_bias: bool,
}

impl Case {
    fn plain(samples: usize, large: usize, small: usize, geometry: Geometry) -> Self {
        Self {
            samples,
            large,
            small,
            geometry,
            activation: Activation::Identity,
            has_bias: false,
        }
    }

    /// Both directions and the weight's gradient; in groups against the composition of single ones.
    fn check(self, draw: &mut Draw, gpu: &Device) {
        let Self {
            samples,
            geometry,
            activation,
            ..
        } = self;
        let cpu = Device::flex();
        let what = format!("{self:?}");
        let ([rows, columns], [h, w]) = (geometry.large, geometry.small);
        let large = draw.numbers([samples, self.large, rows, columns]);
        let small = draw.numbers([samples, self.small, h, w]);
        let weight = draw.numbers([
            self.small,
            self.large / geometry.groups,
            geometry.kernel[0],
            geometry.kernel[1],
        ]);
        let of_small = self.has_bias.then(|| draw.numbers([self.small]));
        let of_large = self.has_bias.then(|| draw.numbers([self.large]));

        let down = Dispatch::conv(
            large.on(gpu),
            weight.on(gpu),
            bias(of_small.as_ref(), gpu),
            geometry,
            activation,
        );
        let (conv, conv_transpose, weight_gradient) = match geometry.groups {
            1 => (
                reference::conv::<Dispatch> as Convolution,
                reference::conv_transpose::<Dispatch> as Convolution,
                reference::weight_gradient::<Dispatch> as WeightGradient,
            ),
            _ => (
                grouped::conv::<Dispatch> as Convolution,
                grouped::conv_transpose::<Dispatch> as Convolution,
                grouped::weight_gradient::<Dispatch> as WeightGradient,
            ),
        };
        let expected_conv = conv(
            large.on(&cpu),
            weight.on(&cpu),
            bias(of_small.as_ref(), &cpu),
            geometry,
            activation,
        );
        same::<4>(&format!("conv, {what}"), down, expected_conv);

        let up = Dispatch::conv_transpose(
            small.on(gpu),
            weight.on(gpu),
            bias(of_large.as_ref(), gpu),
            geometry,
            activation,
        );
        let expected_conv_transpose = conv_transpose(
            small.on(&cpu),
            weight.on(&cpu),
            bias(of_large.as_ref(), &cpu),
            geometry,
            activation,
        );
        same::<4>(
            &format!("conv_transpose, {what}"),
            up,
            expected_conv_transpose,
        );

        let gradient = Dispatch::weight_gradient(large.on(gpu), small.on(gpu), geometry);
        let expected_gradient = weight_gradient(large.on(&cpu), small.on(&cpu), geometry);
        same::<4>(
            &format!("weight gradient, {what}"),
            gradient,
            expected_gradient,
        );
    }
}

#[test]
fn the_gpu_kernels_agree_with_the_reference() {
    if gpu().is_none() {
        return;
    }
    let device = burn_cubecl::CubeDevice::from(cubecl::wgpu::WgpuDevice::default());
    agreement::convolutions_agree::<CubeBackend>(&device);
    agreement::activation_gradients_agree::<CubeBackend>(&device);
    agreement::normalisations_agree::<CubeBackend>(&device);
    agreement::updates_agree::<CubeBackend>(&device);
}

#[test]
fn linear_layers_are_convolutions_of_one_pixel() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(2);
    for (samples, large, small) in [
        (1, 1, 1),
        (5, 3, 70),
        (33, 100, 67),
        (2, 700, 1),
        (3, 6, 400),
    ] {
        Case::plain(samples, large, small, Geometry::LINEAR).check(&mut draw, &gpu);
    }
}

#[test]
fn one_kernel_over_the_whole_image_is_a_linear_layer() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(3);
    let geometry = Geometry {
        large: [4, 5],
        small: [1, 1],
        kernel: [4, 5],
        stride: [2, 1],
        padding: [0, 0],
        groups: 1,
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
fn the_weight_gradient_of_many_pixels_is_split_along_k() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(4);
    let geometry = Geometry {
        large: [28, 28],
        small: [14, 14],
        kernel: [4, 4],
        stride: [2, 2],
        padding: [1, 1],
        groups: 1,
    };
    for (large, small) in [(1, 8), (9, 70), (33, 40)] {
        Case::plain(24, large, small, geometry).check(&mut draw, &gpu);
    }
}

#[test]
fn groups_are_convolutions_of_their_own() {
    let Some(gpu) = gpu() else { return };
    let mut draw = Draw::new(5);
    let half = Geometry {
        large: [9, 12],
        small: [5, 6],
        kernel: [3, 4],
        stride: [2, 2],
        padding: [1, 1],
        groups: 1,
    };
    let same = Geometry::square([8, 8], 3, 1, 1);
    let whole = Geometry::square([4, 1], 4, 1, 0);
    for (samples, [large, small], geometry, groups) in [
        // Depthwise, and with several results for each channel.
        (3, [21, 21], same, 21),
        (2, [5, 10], half, 5),
        // R3GAN's: sixteen channels a group, and its first and last layer.
        (4, [128, 128], same, 8),
        (6, [64, 64], whole, 64),
        // Few and many channels a group, one side more than the other.
        (5, [6, 4], half, 2),
        (2, [4, 120], half, 2),
        (2, [150, 3], half, 3),
        // Products of matrices are linear layers in groups.
        (40, [9 * 70, 9 * 33], Geometry::LINEAR, 9),
        (1, [300, 600], Geometry::LINEAR, 300),
        // Long sums, which are split.
        (30, [8, 40], Geometry::square([16, 16], 3, 1, 1), 2),
        (30, [2, 2], Geometry::square([16, 16], 3, 1, 1), 2),
    ] {
        for (activation, has_bias) in [
            (Activation::Identity, false),
            (Activation::LeakyRelu { slope: 0.2 }, true),
            (Activation::Tanh, true),
        ] {
            let case = Case {
                activation,
                has_bias,
                ..Case::plain(samples, large, small, Geometry { groups, ..geometry })
            };
            case.check(&mut draw, &gpu);
        }
    }
}

#[test]
fn cross_entropy_agrees_with_the_reference() {
    let Some(gpu) = gpu() else { return };
    let cpu = Device::flex();
    let mut draw = Draw::new(6);
    for (parts, batch) in [(1, 1), (2, 2), (1, 77), (2, 300)] {
        let mut logits = draw.numbers([batch, 1, 1, 1]);
        logits.values.iter_mut().for_each(|value| *value *= 20.0);
        let targets = Targets {
            parts,
            targets: [0.9, 0.0],
            share: 0.5,
        };
        let actual = Dispatch::bce_with_logits(logits.on(&gpu), targets);
        let expected = reference::bce_with_logits::<Dispatch>(logits.on(&cpu), targets);
        same::<1>("the sum", actual.0, expected.0);
        same::<1>("each", actual.1, expected.1);
        same::<4>("the gradient", actual.2, expected.2);
    }
}

/// Counts what one thread launches.
struct Launches {
    thread: ThreadId,
    counts: Mutex<BTreeMap<&'static str, usize>>,
}

impl LaunchObserver for Launches {
    fn launched(&self, kernel: &'static str) {
        if thread::current().id() == self.thread {
            *self.counts.lock().unwrap().entry(kernel).or_default() += 1;
        }
    }
}

/// The launches of a training step, whose losses are those of the CPU.
fn launches(recipe: Recipe, data: DataSet, gpu: Device) -> usize {
    let data = Arc::new(data);
    let [mut on_gpu, mut on_cpu] = [gpu, Device::flex()]
        .map(|device| Training::new(recipe.clone(), data.clone(), 1, &device).unwrap());
    let mut reports = block_on(on_gpu.next(2)).unwrap();
    let launches = Arc::new(Launches {
        thread: thread::current().id(),
        counts: Mutex::default(),
    });
    let watching = LaunchObservation::new(launches.clone());
    reports.extend(block_on(on_gpu.next(1)).unwrap());
    drop(watching);
    let counts = launches.counts.lock().unwrap();
    let sum: usize = counts.values().sum();
    println!("{sum} launches in a step: {counts:#?}");
    for (found, expected) in reports.iter().zip(block_on(on_cpu.next(3)).unwrap()) {
        for (found, expected) in [
            (found.d_loss, expected.d_loss),
            (found.g_loss, expected.g_loss),
        ] {
            assert!((found - expected).abs() < 1e-3, "{found}, not {expected}");
        }
    }
    sum
}

#[test]
fn a_step_takes_at_most_fifty_launches_and_has_the_losses_of_the_cpu() {
    let Some(gpu) = gpu() else { return };
    let mut recipe = preset("dcgan-mnist").unwrap();
    (recipe.width, recipe.batch) = (4, 8);
    let sum = launches(recipe, DataSet::drawn_digits(1), gpu);
    assert!((1..=50).contains(&sum), "{sum} launches");
}

#[test]
fn a_step_in_groups_takes_no_launch_for_each() {
    let Some(gpu) = gpu() else { return };
    let mut recipe = preset("r3gan-32").unwrap();
    recipe.batch = 4;
    let sum = launches(recipe, DataSet::drawn_digits(1), gpu);
    assert!((1..=800).contains(&sum), "{sum} launches");
}
