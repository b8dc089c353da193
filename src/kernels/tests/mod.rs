//! Every kernel of a backend against burn's operations, on shapes that are no multiple of anything.

mod gradients;

use super::composed;
use super::{Activation, AdamStep, Bias, Geometry, Kernels, Many, Memory, Normalisation};
use crate::random::{Purpose, Random};
use burn::backend::tensor::FloatTensor;
use burn::backend::{Backend, Flex};
use burn::tensor::TensorData;
use pollster::block_on;

const ACTIVATIONS: [Activation; 5] = [
    Activation::Identity,
    Activation::Relu,
    Activation::LeakyRelu { slope: 0.2 },
    Activation::Tanh,
    Activation::Sigmoid,
];

/// Draws sizes and numbers.
pub struct Draws(Random);

impl Draws {
    pub fn new(counter: u64) -> Self {
        Self(Random::new(1, Purpose::Latents, counter))
    }

    fn between(&mut self, low: usize, high: usize) -> usize {
        low + (self.0.uniform() * (high + 1 - low) as f32) as usize
    }

    fn tensor<B: Backend, const D: usize>(
        &mut self,
        dims: [usize; D],
        device: &B::Device,
    ) -> FloatTensor<B> {
        let values: Vec<f32> = (0..dims.iter().product())
            .map(|_| self.0.normal())
            .collect();
        B::float_from_data(TensorData::new(values, dims), device)
    }

    /// Vectors.
    fn tensors<B: Backend>(
        &mut self,
        lengths: &[usize],
        device: &B::Device,
    ) -> Vec<FloatTensor<B>> {
        let lengths = lengths.iter();
        let vectors = lengths.map(|length| self.tensor::<B, 1>([*length], device));
        vectors.collect()
    }

    /// Anything, from a single pixel to a kernel that reaches far over the edge, and images with
    /// pixels that no kernel reaches.
    fn geometry(&mut self) -> Geometry {
        let mut geometry = Geometry::LINEAR;
        for axis in 0..2 {
            let (small, kernel) = (self.between(1, 9), self.between(1, 5));
            let (stride, before) = (self.between(1, 3), self.between(0, kernel - 1));
            let reach = (small - 1) * stride + kernel - before;
            let after = self.between(0, kernel - 1).min(reach - 1);
            let unreached = self.between(0, 2) / 2;
            geometry.big[axis] = reach - after + if after == 0 { unreached } else { 0 };
            geometry.small[axis] = small;
            geometry.kernel[axis] = kernel;
            geometry.stride[axis] = stride;
            geometry.before[axis] = before;
        }
        geometry
    }
}

/// A geometry whose small side is one pixel under the whole kernel.
fn product(kernel: usize) -> Geometry {
    Geometry {
        big: [kernel, kernel],
        kernel: [kernel, kernel],
        ..Geometry::LINEAR
    }
}

fn values<B: Backend>(tensor: FloatTensor<B>) -> Vec<f32> {
    let data = block_on(B::float_into_data(tensor)).unwrap();
    data.try_into_vec().unwrap()
}

/// Within `1e-4` of the largest number.
fn assert_equal<B: Backend>(found: FloatTensor<B>, expected: FloatTensor<B>, what: &str) {
    let (found, expected) = (values::<B>(found), values::<B>(expected));
    assert_eq!(found.len(), expected.len(), "{what}");
    let largest = expected.iter().fold(1e-3_f32, |most, x| most.max(x.abs()));
    for (index, (found, expected)) in found.iter().zip(&expected).enumerate() {
        assert!(
            (found - expected).abs() <= 1e-4 * largest,
            "{what}, number {index}: {found}, not {expected}"
        );
    }
}

pub fn convolutions_agree<B: Kernels>(device: &B::Device) {
    // Few and many of either, whole vectors and not, and more than are summed at a time.
    const LINEAR: [[usize; 2]; 6] = [[1, 1], [100, 3], [1, 100], [3, 100], [130, 70], [64, 9]];
    for counter in 0..60 {
        let draws = &mut Draws::new(counter);
        let geometry = match counter {
            0 | 10..16 => Geometry::LINEAR,
            1 | 2 => product(2 + counter as usize),
            3 => Geometry {
                big: [5, 7],
                small: [3, 4],
                kernel: [5, 5],
                stride: [2, 2],
                before: [2, 2],
            },
            _ => draws.geometry(),
        };
        let batch = draws.between(1, 19);
        let [big_channels, small_channels] = match counter {
            // More weights, and more channels, than are worked on at once.
            3 => [draws.between(43, 50), draws.between(250, 260)],
            10..16 => LINEAR[counter as usize - 10],
            _ => [draws.between(1, 20), draws.between(1, 37)],
        };
        let [[rows, columns], [small_rows, small_columns]] = [geometry.big, geometry.small];
        let [kernel_rows, kernel_columns] = geometry.kernel;
        let big = draws.tensor::<B, 4>([batch, big_channels, rows, columns], device);
        let small =
            draws.tensor::<B, 4>([batch, small_channels, small_rows, small_columns], device);
        let weight = draws.tensor::<B, 4>(
            [small_channels, big_channels, kernel_rows, kernel_columns],
            device,
        );
        let activation = match counter {
            // A thousand terms have tanh at its ends, where it says nothing.
            3 => Activation::Identity,
            _ => ACTIVATIONS[counter as usize % 5],
        };
        let what = format!("{batch} × {big_channels} → {small_channels}, {geometry:?}");
        for has_bias in [false, true] {
            let mut bias = |channels| match has_bias {
                true => Some(draws.tensor::<B, 1>([channels], device)),
                false => None,
            };
            let given = |bias: &Option<FloatTensor<B>>| match bias {
                Some(bias) => Bias::PerChannel(bias.clone()),
                None => Bias::Absent,
            };
            let [down, up] = [bias(small_channels), bias(big_channels)];
            let (x, w) = (big.clone(), weight.clone());
            assert_equal::<B>(
                B::down(x.clone(), w.clone(), given(&down), geometry, activation),
                composed::down::<B>(x, w, given(&down), geometry, activation),
                &format!("down {what}"),
            );
            let (x, w) = (small.clone(), weight.clone());
            assert_equal::<B>(
                B::up(x.clone(), w.clone(), given(&up), geometry, activation),
                composed::up::<B>(x, w, given(&up), geometry, activation),
                &format!("up {what}"),
            );
        }
        assert_equal::<B>(
            B::weight_gradient(big.clone(), small.clone(), geometry),
            composed::weight_gradient::<B>(big, small, geometry),
            &format!("weight gradient {what}"),
        );
    }
}

pub fn activation_gradients_agree<B: Kernels>(device: &B::Device) {
    for (counter, activation) in ACTIVATIONS.into_iter().enumerate() {
        let draws = &mut Draws::new(counter as u64);
        let dims = [draws.between(1, 9), draws.between(1, 40), 5, 7];
        let [y, gradient] = [
            draws.tensor::<B, 4>(dims, device),
            draws.tensor::<B, 4>(dims, device),
        ];
        let found = B::activation_gradient(y.clone(), gradient.clone(), activation);
        let expected = composed::activation_gradient::<B>(y, gradient, activation);
        assert_equal::<B>(found.0, expected.0, &format!("{activation:?}"));
        assert_equal::<B>(found.1, expected.1, &format!("{activation:?}, sums"));
    }
}

pub fn normalisations_agree<B: Kernels>(device: &B::Device) {
    for counter in 0..20 {
        let draws = &mut Draws::new(counter);
        let how = Normalisation {
            groups: 1 + counter as usize % 3,
            epsilon: 1e-3,
            activation: ACTIVATIONS[counter as usize % 5],
        };
        let channels = draws.between(1, 40);
        let dims = [
            how.groups * draws.between(2, 9),
            channels,
            draws.between(1, 9),
            draws.between(1, 9),
        ];
        let [x, gradient] = [
            draws.tensor::<B, 4>(dims, device),
            draws.tensor::<B, 4>(dims, device),
        ];
        let [scale, shift] = [
            draws.tensor::<B, 1>([channels], device),
            draws.tensor::<B, 1>([channels], device),
        ];
        let what = format!("{dims:?}, {how:?}");
        let memory = Memory {
            keep: 0.9,
            take: 0.1,
            correction: 1.25,
        };
        let found = B::normalise(
            x.clone(),
            scale.clone(),
            shift.clone(),
            scale.clone(),
            shift.clone(),
            how,
            memory,
        );
        let weights = [scale.clone(), shift.clone()];
        let running = weights.clone();
        let expected = composed::normalise::<B>(x.clone(), weights, running, how, memory);
        let (mean, variance) = (expected.mean, expected.variance);
        for (found, expected, which) in [
            (found.y, expected.y, "batch norm"),
            (found.mean, mean.clone(), "means"),
            (found.variance, variance.clone(), "variances"),
            (found.running_mean, expected.running_mean, "running mean"),
            (
                found.running_variance,
                expected.running_variance,
                "running variance",
            ),
        ] {
            assert_equal::<B>(found, expected, &format!("{which} {what}"));
        }
        let found = B::normalise_gradient(
            x.clone(),
            scale.clone(),
            shift.clone(),
            mean.clone(),
            variance.clone(),
            gradient.clone(),
            how,
        );
        let statistics = [mean, variance];
        let expected = composed::normalise_gradient::<B>(
            x.clone(),
            [scale.clone(), shift.clone()],
            statistics,
            gradient,
            how,
        );
        assert_equal::<B>(found.0, expected.0, &format!("gradient {what}"));
        assert_equal::<B>(found.1, expected.1, &format!("scale's gradient {what}"));
        assert_equal::<B>(found.2, expected.2, &format!("shift's gradient {what}"));
        let mean = draws.tensor::<B, 1>([channels], device);
        let variance = draws.tensor::<B, 1>([channels], device);
        // Not too small: some graphics drivers know no hyperbolic tangent of large numbers.
        let variance = B::float_mul(variance.clone(), variance);
        let variance = B::float_add_scalar(variance, burn::backend::Scalar::Float(0.1));
        let epsilon = f64::from(how.epsilon);
        let expected = B::batch_norm(
            x.clone(),
            scale.clone(),
            shift.clone(),
            mean.clone(),
            variance.clone(),
            epsilon,
        );
        assert_equal::<B>(
            B::normalise_by(x, scale, shift, mean, variance, how),
            composed::activate::<B>(expected, how.activation),
            &format!("by given statistics {what}"),
        );
    }
}

pub fn updates_agree<B: Kernels>(device: &B::Device) {
    let step = AdamStep {
        keep_mean: 0.5,
        take_mean: 0.5,
        keep_square: 0.99,
        take_square: 0.01,
        keep_weight: 0.9,
        rate: 0.2,
        root: 1.5,
        epsilon: 1e-3,
    };
    for (counter, count) in [1, 5, 12, 60].into_iter().enumerate() {
        let draws = &mut Draws::new(counter as u64);
        let mut lengths: Vec<usize> = (0..count).map(|_| draws.between(1, 3000)).collect();
        lengths[count / 2] = 70_001;
        let mut state = [(); 3].map(|()| draws.tensors::<B>(&lengths, device));
        for square in &mut state[2] {
            *square = B::float_mul(square.clone(), square.clone());
        }
        // One after the other, as in training; and the last one with a weight from elsewhere.
        for update in 0..3 {
            let gradients = draws.tensors::<B>(&lengths, device);
            if update == 2 {
                state[0][count / 2] = draws.tensor::<B, 1>([70_001], device);
            }
            state = update_agrees::<B>(state, gradients, step);
        }
        // Shares of a buffer and tensors by themselves.
        let [weights, means, _] = state;
        let mut average = draws.tensors::<B>(&lengths, device);
        for share in [0.3, 0.001] {
            let mut live = weights.clone();
            live[0] = means[0].clone();
            let expected = composed::blend::<B>(Many(average.clone()), Many(live.clone()), share);
            average = B::blend(Many(average), Many(live), share).0;
            all_equal::<B>(&average, &expected.0, "average");
        }
    }
}

/// One update of weights, means and squares, which it gives back.
fn update_agrees<B: Kernels>(
    state: [Vec<FloatTensor<B>>; 3],
    gradients: Vec<FloatTensor<B>>,
    step: AdamStep,
) -> [Vec<FloatTensor<B>>; 3] {
    let before: Vec<_> = state[0].iter().cloned().map(values::<B>).collect();
    let [weights, means, squares] = state.map(Many);
    let again = |many: &Many<B>| Many::<B>(many.0.clone());
    // They may be written to in place: what somebody else holds must stay.
    let kept = again(&weights);
    let expected = composed::adam::<B>(
        again(&weights),
        Many(gradients.clone()),
        [again(&means), again(&squares)],
        step,
    );
    let found = B::adam(weights, Many(gradients), means, squares, step);
    let found = [found.0.0, found.1.0, found.2.0];
    let expected = [expected.0.0, expected.1.0, expected.2.0];
    for (found, expected) in found.iter().zip(&expected) {
        all_equal::<B>(found, expected, "weights, means or squares");
    }
    let kept: Vec<_> = kept.0.into_iter().map(values::<B>).collect();
    assert_eq!(kept, before);
    found
}

fn all_equal<B: Backend>(found: &[FloatTensor<B>], expected: &[FloatTensor<B>], what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
        let what = format!("{what}, tensor {index}");
        assert_equal::<B>(found.clone(), expected.clone(), &what);
    }
}

#[test]
fn the_processors_kernels_are_burns_operations() {
    let device = burn::backend::FlexDevice;
    convolutions_agree::<Flex>(&device);
    activation_gradients_agree::<Flex>(&device);
    normalisations_agree::<Flex>(&device);
    updates_agree::<Flex>(&device);
}
