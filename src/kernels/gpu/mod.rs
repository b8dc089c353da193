//! The kernels on a GPU: shaders in WGSL, launched through cubecl between burn's own. They keep to
//! WebGPU's default limits: 256 invocations and 16 KiB a workgroup, eight storage buffers.

mod channels;
mod launch;
mod pointwise;
mod product;
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;

use super::{Activation, AdamStep, Bias, Geometry, Kernels, Memory, Normalisation, Targets};
use burn_cubecl::CubeBackend;
use burn_cubecl::tensor::CubeTensor;
use launch::contiguous;

fn added(bias: Bias<CubeBackend>) -> Option<CubeTensor> {
    match bias {
        Bias::PerChannel(bias) => Some(contiguous(bias)),
        Bias::Absent => None,
    }
}

impl Kernels for CubeBackend {
    fn down(
        x: CubeTensor,
        weight: CubeTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> CubeTensor {
        let ([x, weight], bias) = ([x, weight].map(contiguous), added(bias));
        product::down(&x, &weight, bias.as_ref(), geometry, activation)
    }

    fn up(
        x: CubeTensor,
        weight: CubeTensor,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> CubeTensor {
        let ([x, weight], bias) = ([x, weight].map(contiguous), added(bias));
        product::up(&x, &weight, bias.as_ref(), geometry, activation)
    }

    fn weight_gradient(big: CubeTensor, small: CubeTensor, geometry: Geometry) -> CubeTensor {
        let [big, small] = [big, small].map(contiguous);
        product::weight_gradient(&big, &small, geometry)
    }

    fn activation_gradient(
        y: CubeTensor,
        gradient: CubeTensor,
        activation: Activation,
    ) -> (CubeTensor, CubeTensor) {
        let [y, gradient] = [y, gradient].map(contiguous);
        channels::activation_gradient(&y, &gradient, activation)
    }

    fn normalise(
        x: CubeTensor,
        scale: CubeTensor,
        shift: CubeTensor,
        how: Normalisation,
    ) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [x, scale, shift] = [x, scale, shift].map(contiguous);
        channels::normalise(&x, [&scale, &shift], how)
    }

    fn normalise_gradient(
        x: CubeTensor,
        scale: CubeTensor,
        shift: CubeTensor,
        mean: CubeTensor,
        variance: CubeTensor,
        gradient: CubeTensor,
        how: Normalisation,
    ) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [x, gradient] = [x, gradient].map(contiguous);
        let weights = [scale, shift].map(contiguous);
        let statistics = [mean, variance].map(contiguous);
        channels::normalise_gradient(
            &x,
            weights.each_ref(),
            statistics.each_ref(),
            &gradient,
            how,
        )
    }

    fn normalise_by(
        x: CubeTensor,
        scale: CubeTensor,
        shift: CubeTensor,
        mean: CubeTensor,
        variance: CubeTensor,
        how: Normalisation,
    ) -> CubeTensor {
        let x = contiguous(x);
        let weights = [scale, shift].map(contiguous);
        let statistics = [mean, variance].map(contiguous);
        channels::normalise_by(&x, weights.each_ref(), statistics.each_ref(), how)
    }

    fn remember(
        running_mean: CubeTensor,
        running_variance: CubeTensor,
        mean: CubeTensor,
        variance: CubeTensor,
        memory: Memory,
    ) -> (CubeTensor, CubeTensor) {
        let running = [running_mean, running_variance].map(contiguous);
        let statistics = [mean, variance].map(contiguous);
        let [mean, variance] =
            pointwise::remember(running.each_ref(), statistics.each_ref(), memory);
        (mean, variance)
    }

    fn cross_entropy(logits: CubeTensor, targets: Targets) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [sum, each, gradient] = pointwise::cross_entropy(&contiguous(logits), targets);
        (sum, each, gradient)
    }

    fn adam(
        weight: CubeTensor,
        gradient: CubeTensor,
        mean: CubeTensor,
        square: CubeTensor,
        step: AdamStep,
    ) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [weight, gradient, mean, square] = [weight, gradient, mean, square].map(contiguous);
        let [weight, mean, square] = pointwise::adam(&weight, &gradient, [&mean, &square], step);
        (weight, mean, square)
    }

    fn blend(a: CubeTensor, b: CubeTensor, share: f32) -> CubeTensor {
        let [a, b] = [a, b].map(contiguous);
        pointwise::blend(&a, &b, share)
    }
}
