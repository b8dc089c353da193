//! The kernels on a GPU: WGSL shaders, launched through cubecl. They keep to WebGPU's default limits:
//! 256 invocations and 16 KiB a workgroup, eight storage buffers.

mod channelwise;
mod conv;
mod gemm;
mod launch;
mod loss;
mod multi_tensor;
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;

use super::{
    Activation, AdamStep, BatchNormOptions, BatchNormOutput, Bias, Geometry, Kernels,
    RunningStatisticsUpdate, Targets, TensorList, grouped,
};
use burn_cubecl::CubeBackend;
use burn_cubecl::tensor::CubeTensor;
use gemm::MAX_GROUPS;
use launch::contiguous;

fn contiguous_bias(bias: Bias<CubeBackend>) -> Option<CubeTensor> {
    match bias {
        Bias::PerChannel(bias) => Some(contiguous(bias)),
        Bias::Absent => None,
    }
}

fn contiguous_list(list: TensorList<CubeBackend>) -> Vec<CubeTensor> {
    list.0.into_iter().map(contiguous).collect()
}

impl Kernels for CubeBackend {
    fn conv(
        x: CubeTensor,
        weight: CubeTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> CubeTensor {
        if geometry.groups > MAX_GROUPS {
            return grouped::conv::<Self>(x, weight, bias, geometry, activation);
        }
        let ([x, weight], bias) = ([x, weight].map(contiguous), contiguous_bias(bias));
        conv::conv(&x, &weight, bias.as_ref(), geometry, activation)
    }

    fn conv_transpose(
        x: CubeTensor,
        weight: CubeTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> CubeTensor {
        if geometry.groups > MAX_GROUPS {
            return grouped::conv_transpose::<Self>(x, weight, bias, geometry, activation);
        }
        let ([x, weight], bias) = ([x, weight].map(contiguous), contiguous_bias(bias));
        conv::conv_transpose(&x, &weight, bias.as_ref(), geometry, activation)
    }

    fn weight_gradient(large: CubeTensor, small: CubeTensor, geometry: Geometry) -> CubeTensor {
        if geometry.groups > MAX_GROUPS {
            return grouped::weight_gradient::<Self>(large, small, geometry);
        }
        let [large, small] = [large, small].map(contiguous);
        conv::weight_gradient(&large, &small, geometry)
    }

    fn activation_gradient(
        y: CubeTensor,
        gradient: CubeTensor,
        activation: Activation,
    ) -> (CubeTensor, CubeTensor) {
        let [y, gradient] = [y, gradient].map(contiguous);
        channelwise::activation_gradient(&y, &gradient, activation)
    }

    fn batch_norm_training(
        x: CubeTensor,
        scale: CubeTensor,
        shift: CubeTensor,
        running_mean: CubeTensor,
        running_variance: CubeTensor,
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> BatchNormOutput<Self> {
        let x = contiguous(x);
        let weights = [scale, shift].map(contiguous);
        let running = [running_mean, running_variance].map(contiguous);
        channelwise::batch_norm_training(
            &x,
            weights.each_ref(),
            running.each_ref(),
            options,
            update,
        )
    }

    fn batch_norm_gradient(
        x: CubeTensor,
        scale: CubeTensor,
        shift: CubeTensor,
        mean: CubeTensor,
        variance: CubeTensor,
        gradient: CubeTensor,
        options: BatchNormOptions,
    ) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [x, gradient] = [x, gradient].map(contiguous);
        let weights = [scale, shift].map(contiguous);
        let statistics = [mean, variance].map(contiguous);
        channelwise::batch_norm_gradient(
            &x,
            weights.each_ref(),
            statistics.each_ref(),
            &gradient,
            options,
        )
    }

    fn batch_norm_inference(
        x: CubeTensor,
        scale: CubeTensor,
        shift: CubeTensor,
        mean: CubeTensor,
        variance: CubeTensor,
        options: BatchNormOptions,
    ) -> CubeTensor {
        let x = contiguous(x);
        let weights = [scale, shift].map(contiguous);
        let statistics = [mean, variance].map(contiguous);
        channelwise::batch_norm_inference(&x, weights.each_ref(), statistics.each_ref(), options)
    }

    fn bce_with_logits(
        logits: CubeTensor,
        targets: Targets,
    ) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [sum, each, gradient] = loss::bce_with_logits(&contiguous(logits), targets);
        (sum, each, gradient)
    }

    fn adam(
        weights: TensorList<Self>,
        gradients: TensorList<Self>,
        first_moments: TensorList<Self>,
        second_moments: TensorList<Self>,
        step: AdamStep,
    ) -> (TensorList<Self>, TensorList<Self>, TensorList<Self>) {
        let [weights, gradients] = [weights, gradients].map(contiguous_list);
        let [first_moments, second_moments] = [first_moments, second_moments].map(contiguous_list);
        let [weights, first_moments, second_moments] = multi_tensor::adam(
            &weights,
            &gradients,
            [&first_moments, &second_moments],
            step,
        );
        (
            TensorList(weights),
            TensorList(first_moments),
            TensorList(second_moments),
        )
    }

    fn lerp(a: TensorList<Self>, b: TensorList<Self>, share: f32) -> TensorList<Self> {
        let [a, b] = [a, b].map(contiguous_list);
        TensorList(multi_tensor::lerp(&a, &b, share))
    }
}
