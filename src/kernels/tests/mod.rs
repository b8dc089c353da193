//! Every kernel of a backend against the reference, on shapes that are multiples of nothing.

mod gradients;

use super::reference;
use super::{
    Activation, AdamStep, BatchNormOptions, Bias, Geometry, Kernels, RunningStatisticsUpdate,
    TensorList,
};
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
            geometry.large[axis] = reach - after + if after == 0 { unreached } else { 0 };
            geometry.small[axis] = small;
            geometry.kernel[axis] = kernel;
            geometry.stride[axis] = stride;
            geometry.padding[axis] = before;
        }
        geometry
    }
}

/// A geometry whose small side is one pixel under the whole kernel.
fn whole_image(kernel: usize) -> Geometry {
    Geometry {
        large: [kernel, kernel],
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
            1 | 2 => whole_image(2 + counter as usize),
            3 => Geometry {
                large: [5, 7],
                small: [3, 4],
                kernel: [5, 5],
                stride: [2, 2],
                padding: [2, 2],
                groups: 1,
            },
            _ => draws.geometry(),
        };
        let batch = draws.between(1, 19);
        let [large_channels, small_channels] = match counter {
            // More weights, and more channels, than are worked on at once.
            3 => [draws.between(43, 50), draws.between(250, 260)],
            10..16 => LINEAR[counter as usize - 10],
            _ => [draws.between(1, 20), draws.between(1, 37)],
        };
        let [[rows, columns], [small_rows, small_columns]] = [geometry.large, geometry.small];
        let [kernel_rows, kernel_columns] = geometry.kernel;
        let large = draws.tensor::<B, 4>([batch, large_channels, rows, columns], device);
        let small =
            draws.tensor::<B, 4>([batch, small_channels, small_rows, small_columns], device);
        let weight = draws.tensor::<B, 4>(
            [small_channels, large_channels, kernel_rows, kernel_columns],
            device,
        );
        let activation = match counter {
            // A thousand terms have tanh at its ends, where it says nothing.
            3 => Activation::Identity,
            _ => ACTIVATIONS[counter as usize % 5],
        };
        let what = format!("{batch} × {large_channels} → {small_channels}, {geometry:?}");
        for has_bias in [false, true] {
            let mut bias = |channels| match has_bias {
                true => Some(draws.tensor::<B, 1>([channels], device)),
                false => None,
            };
            let given = |bias: &Option<FloatTensor<B>>| match bias {
                Some(bias) => Bias::PerChannel(bias.clone()),
                None => Bias::Absent,
            };
            let [down, up] = [bias(small_channels), bias(large_channels)];
            let (x, w) = (large.clone(), weight.clone());
            assert_equal::<B>(
                B::conv(x.clone(), w.clone(), given(&down), geometry, activation),
                reference::conv::<B>(x, w, given(&down), geometry, activation),
                &format!("conv {what}"),
            );
            let (x, w) = (small.clone(), weight.clone());
            assert_equal::<B>(
                B::conv_transpose(x.clone(), w.clone(), given(&up), geometry, activation),
                reference::conv_transpose::<B>(x, w, given(&up), geometry, activation),
                &format!("conv_transpose {what}"),
            );
        }
        assert_equal::<B>(
            B::weight_gradient(large.clone(), small.clone(), geometry),
            reference::weight_gradient::<B>(large, small, geometry),
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
        let expected = reference::activation_gradient::<B>(y, gradient, activation);
        assert_equal::<B>(found.0, expected.0, &format!("{activation:?}"));
        assert_equal::<B>(found.1, expected.1, &format!("{activation:?}, sums"));
    }
}

pub fn normalisations_agree<B: Kernels>(device: &B::Device) {
    for counter in 0..20 {
        let draws = &mut Draws::new(counter);
        let options = BatchNormOptions {
            groups: 1 + counter as usize % 3,
            epsilon: 1e-3,
            activation: ACTIVATIONS[counter as usize % 5],
        };
        let channels = draws.between(1, 40);
        let dims = [
            options.groups * draws.between(2, 9),
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
        let what = format!("{dims:?}, {options:?}");
        let update = RunningStatisticsUpdate {
            decay: 0.9,
            momentum: 0.1,
            correction: 1.25,
        };
        let found = B::batch_norm_training(
            x.clone(),
            scale.clone(),
            shift.clone(),
            scale.clone(),
            shift.clone(),
            options,
            update,
        );
        let weights = [scale.clone(), shift.clone()];
        let running = weights.clone();
        let expected =
            reference::batch_norm_training::<B>(x.clone(), weights, running, options, update);
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
        let found = B::batch_norm_gradient(
            x.clone(),
            scale.clone(),
            shift.clone(),
            mean.clone(),
            variance.clone(),
            gradient.clone(),
            options,
        );
        let statistics = [mean, variance];
        let expected = reference::batch_norm_gradient::<B>(
            x.clone(),
            [scale.clone(), shift.clone()],
            statistics,
            gradient,
            options,
        );
        assert_equal::<B>(found.0, expected.0, &format!("gradient {what}"));
        assert_equal::<B>(found.1, expected.1, &format!("scale's gradient {what}"));
        assert_equal::<B>(found.2, expected.2, &format!("shift's gradient {what}"));
        let mean = draws.tensor::<B, 1>([channels], device);
        let variance = draws.tensor::<B, 1>([channels], device);
        // Not too small: some graphics drivers know no hyperbolic tangent of large numbers.
        let variance = B::float_mul(variance.clone(), variance);
        let variance = B::float_add_scalar(variance, burn::backend::Scalar::Float(0.1));
        let epsilon = f64::from(options.epsilon);
        let expected = B::batch_norm(
            x.clone(),
            scale.clone(),
            shift.clone(),
            mean.clone(),
            variance.clone(),
            epsilon,
        );
        assert_equal::<B>(
            B::batch_norm_inference(x, scale, shift, mean, variance, options),
            reference::activate::<B>(expected, options.activation),
            &format!("by given statistics {what}"),
        );
    }
}

pub fn updates_agree<B: Kernels>(device: &B::Device) {
    let step = AdamStep {
        beta1: 0.5,
        one_minus_beta1: 0.5,
        beta2: 0.99,
        one_minus_beta2: 0.01,
        decay_factor: 0.9,
        step_size: 0.2,
        inverse_sqrt_correction2: 1.5,
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
            let expected =
                reference::lerp::<B>(TensorList(average.clone()), TensorList(live.clone()), share);
            average = B::lerp(TensorList(average), TensorList(live), share).0;
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
    let [weights, means, squares] = state.map(TensorList);
    let again = |many: &TensorList<B>| TensorList::<B>(many.0.clone());
    // They may be written to in place: what somebody else holds must stay.
    let kept = again(&weights);
    let expected = reference::adam::<B>(
        again(&weights),
        TensorList(gradients.clone()),
        [again(&means), again(&squares)],
        step,
    );
    let found = B::adam(weights, TensorList(gradients), means, squares, step);
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
fn the_cpu_kernels_agree_with_the_reference() {
    let device = burn::backend::FlexDevice;
    convolutions_agree::<Flex>(&device);
    activation_gradients_agree::<Flex>(&device);
    normalisations_agree::<Flex>(&device);
    updates_agree::<Flex>(&device);
}
