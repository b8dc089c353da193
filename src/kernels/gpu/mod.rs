//! The kernels on a GPU: shaders in WGSL, launched through cubecl between burn's own. They keep to
//! WebGPU's default limits: 256 invocations and 16 KiB a workgroup, eight storage buffers.

mod channels;
mod launch;
mod objective;
mod pieces;
mod product;
#[cfg(all(test, not(target_family = "wasm")))]
mod tests;

use super::{
    Activation, AdamStep, Bias, Geometry, Kernels, Many, Memory, Normalisation, Normalised, Targets,
};
use burn_cubecl::CubeBackend;
use burn_cubecl::tensor::CubeTensor;
use launch::contiguous;

fn added(bias: Bias<CubeBackend>) -> Option<CubeTensor> {
    match bias {
        Bias::PerChannel(bias) => Some(contiguous(bias)),
        Bias::Absent => None,
    }
}

fn all_contiguous(many: Many<CubeBackend>) -> Vec<CubeTensor> {
    many.0.into_iter().map(contiguous).collect()
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
        running_mean: CubeTensor,
        running_variance: CubeTensor,
        how: Normalisation,
        memory: Memory,
    ) -> Normalised<Self> {
        let x = contiguous(x);
        let weights = [scale, shift].map(contiguous);
        let running = [running_mean, running_variance].map(contiguous);
        channels::normalise(&x, weights.each_ref(), running.each_ref(), how, memory)
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

    fn cross_entropy(logits: CubeTensor, targets: Targets) -> (CubeTensor, CubeTensor, CubeTensor) {
        let [sum, each, gradient] = objective::cross_entropy(&contiguous(logits), targets);
        (sum, each, gradient)
    }

    fn adam(
        weights: Many<Self>,
        gradients: Many<Self>,
        means: Many<Self>,
        squares: Many<Self>,
        step: AdamStep,
    ) -> (Many<Self>, Many<Self>, Many<Self>) {
        let [weights, gradients] = [weights, gradients].map(all_contiguous);
        let [means, squares] = [means, squares].map(all_contiguous);
        let [weights, means, squares] =
            pieces::adam(&weights, &gradients, [&means, &squares], step);
        (Many(weights), Many(means), Many(squares))
    }

    fn blend(a: Many<Self>, b: Many<Self>, share: f32) -> Many<Self> {
        let [a, b] = [a, b].map(all_contiguous);
        Many(pieces::blend(&a, &b, share))
    }
}
