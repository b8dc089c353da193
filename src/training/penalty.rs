//! Penalties on the gradient of the discriminator by its input.

use crate::network::Network;
use burn::tensor::Tensor;

/// Half the mean of ‖∇C(x)‖₂², `[1]`, at these images.
pub(super) fn point_penalty(
    discriminator: &Network,
    images: Tensor<4>,
    labels: Option<&Tensor<4>>,
) -> Tensor<1> {
    let batch = images.dims()[0] as f64;
    let (_, gradient) = discriminator.with_input_gradient(images, labels);
    gradient.square().sum() * (0.5 / batch)
}

/// Added to the squared norm: the root of zero has no gradient. An untrained critic has norms of
/// 1e-5, whose squares this must not reach.
const TINY: f64 = 1e-24;

/// The mean of (‖∇C(x̂)‖₂ − 1)², `[1]`, with x̂ = `mix` · real + (1 − `mix`) · fake and the norm
/// over the whole image (Gulrajani et al. 2017, algorithm 1).
pub(super) fn gradient_penalty(
    critic: &Network,
    real: Tensor<4>,
    fake: Tensor<4>,
    mix: Tensor<4>,
    labels: Option<&Tensor<4>>,
) -> Tensor<1> {
    let between = fake.clone() + (real - fake) * mix;
    let (_, gradient) = critic.with_input_gradient(between, labels);
    let [batch, channels, height, width] = gradient.dims();
    let square = gradient
        .reshape([batch, channels * height * width])
        .square()
        .sum_dim(1);
    ((square + TINY).sqrt() - 1.0).square().mean()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layers::LayerSpec;
    use crate::network::NamedTensor;
    use crate::network::NetworkPlan;
    use crate::random::{Purpose, Random};
    use crate::recipe::{Algorithm, OptimiserSpec};
    use crate::spec::{Scale, Shape};
    use crate::training::optimiser::Optimiser;
    use burn::tensor::{Device, TensorData};
    use pollster::block_on;

    const IMAGE: [usize; 3] = [2, 5, 6];
    const BATCH: usize = 3;

    fn critic(json: &str) -> Network {
        let spec: Vec<LayerSpec> = serde_json::from_str(json).unwrap();
        let scale = Scale {
            width: 3,
            image: IMAGE,
            classes: Some(2),
        };
        let plan = NetworkPlan::new("critic", &spec, Shape::Image(IMAGE), &scale).unwrap();
        Network::new(&plan, 5, Purpose::DiscriminatorWeights, &device())
    }

    fn device() -> Device {
        Device::flex().autodiff()
    }

    fn noise(counter: u64, dims: [usize; 4]) -> Tensor<4> {
        let mut random = Random::new(9, Purpose::Latents, counter);
        let count = dims.iter().product();
        let values: Vec<f32> = (0..count).map(|_| random.normal()).collect();
        Tensor::from_data(TensorData::new(values, dims), &device())
    }

    fn penalty(critic: &Network) -> Tensor<1> {
        let [channels, height, width] = IMAGE;
        let [real, fake] = [1, 2].map(|counter| noise(counter, [BATCH, channels, height, width]));
        let mix = Tensor::<1>::from_data([0.2, 0.5, 0.9], &device()).reshape([BATCH, 1, 1, 1]);
        let labels = noise(3, [BATCH, 2, 1, 1]);
        gradient_penalty(critic, real, fake, mix, Some(&labels))
    }

    fn at_real(critic: &Network) -> Tensor<1> {
        let [channels, height, width] = IMAGE;
        let real = noise(1, [BATCH, channels, height, width]);
        point_penalty(critic, real, Some(&noise(3, [BATCH, 2, 1, 1])))
    }

    type Penalty = fn(&Network) -> Tensor<1>;

    /// The penalty's gradient by every weight of the critic.
    fn gradients(critic: Network, penalty: Penalty) -> Vec<NamedTensor> {
        let spec = OptimiserSpec {
            algorithm: Algorithm::Sgd {
                momentum: 0.0,
                nesterov: false,
            },
            rate: 0.0,
            decay: 0.0,
            clip_gradient: None,
        };
        let mut optimiser = Optimiser::new(spec);
        optimiser.keep_gradients();
        let mut slopes = penalty(&critic).backward();
        let critic = optimiser.update(critic, &mut slopes, 0);
        block_on(optimiser.gradients(&critic)).unwrap()
    }

    /// Every kind of layer that a critic may have, in several small critics.
    const CRITICS: [&str; 11] = [
        r#"[{"layer":"conv","out":"w","kernel":4,"stride":2,"init":"he-normal"},
            {"layer":"leaky-relu","slope":0.2},{"layer":"layer-norm"},
            {"layer":"conv","out":2,"kernel":3},{"layer":"elu"},{"layer":"flatten"},
            {"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"concat-label"},{"layer":"conv","out":"w","kernel":5,"stride":2,"padding":[1,2,2,1]},
            {"layer":"instance-norm"},{"layer":"silu"},{"layer":"upsample","factor":2},
            {"layer":"conv-transpose","out":2,"kernel":3,"stride":2,"output":[7,11]},
            {"layer":"gelu"},{"layer":"flatten"},{"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"upsample","factor":2,"mode":"bilinear"},
            {"layer":"conv","out":"w","kernel":3,"stride":3,"padding":1},{"layer":"tanh"},
            {"layer":"flatten"},{"layer":"linear","out":4},{"layer":"softplus"},
            {"layer":"linear","out":4},{"layer":"sigmoid"},
            {"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"conv-transpose","out":2,"kernel":1,"stride":2},{"layer":"relu"},
            {"layer":"conv","out":2,"kernel":2,"stride":3,"padding":0,"init":"he-normal"},
            {"layer":"flatten"},{"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"conv","out":4,"kernel":3},{"layer":"pixel-shuffle","factor":2},
            {"layer":"resize","to":[4,5],"mode":"bilinear"},
            {"layer":"conv","out":2,"kernel":3,"stride":2},{"layer":"prelu"},{"layer":"flatten"},
            {"layer":"linear","out":3,"init":"he-normal"},{"layer":"selu"},
            {"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"residual","gain":0.5,"body":[{"layer":"leaky-relu","slope":0.2},
                {"layer":"conv","out":"w","kernel":3},
                {"layer":"residual","body":[{"layer":"tanh"}]},
                {"layer":"conv","out":"w","kernel":2,"stride":[1,2],"padding":[1,0,0,0]}],
             "shortcut":[{"layer":"conv","out":"w","kernel":1},{"layer":"resize","to":[5,3]}]},
            {"layer":"concat","first":[{"layer":"softplus"}],"second":[]},
            {"layer":"avg-pool"},{"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"conv","out":"w","kernel":3,"stride":2,"parametrisation":"spectral-norm"},
            {"layer":"leaky-relu","slope":0.2},
            {"layer":"conv-transpose","out":2,"kernel":3,"parametrisation":"equalised-rate"},
            {"layer":"tanh"},{"layer":"conv-transpose","out":2,"kernel":2,"parametrisation":"spectral-norm"},
            {"layer":"flatten"},{"layer":"linear","out":3,"parametrisation":"spectral-norm"},
            {"layer":"softplus"},{"layer":"linear","out":1,"parametrisation":"equalised-rate"}]"#,
        r#"[{"layer":"conv","out":4,"kernel":3},
            {"layer":"residual","body":[
                {"layer":"attention","scale":0.5,"query":[{"layer":"conv","out":3,"kernel":1}],
                 "key":[{"layer":"conv","out":3,"kernel":1}],
                 "value":[{"layer":"conv","out":2,"kernel":1,"parametrisation":"spectral-norm"}]},
                {"layer":"conv","out":4,"kernel":1},{"layer":"scale","factor":0.7,"learnt":true}]},
            {"layer":"resize","to":[4,6]},{"layer":"pixel-unshuffle","factor":2},{"layer":"tanh"},
            {"layer":"flatten"},{"layer":"scale","factor":0.5},
            {"layer":"residual","body":[{"layer":"label-projection","init":"he-normal"}],
             "shortcut":[{"layer":"linear","out":1,"init":"he-normal"}]}]"#,
        r#"[{"layer":"blur-pool"},{"layer":"conv","out":3,"kernel":[3,3],"padding":0,"bias":false,"init":"he-normal"},
            {"layer":"tanh"},{"layer":"conv-transpose","out":3,"kernel":2,"padding":0,"groups":3,"init":"he-normal"},
            {"layer":"softplus"},{"layer":"conv","out":3,"kernel":2,"padding":0,"groups":3,"init":"he-normal"},
            {"layer":"flatten"},{"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"conv","out":4,"kernel":[1,3],"dilation":[1,2],"groups":2},{"layer":"elu"},
            {"layer":"conv","out":6,"kernel":3,"dilation":2,"groups":2,"padding":2},
            {"layer":"conv-transpose","out":4,"kernel":[2,3],"stride":[1,2],"groups":2},
            {"layer":"conv","out":4,"kernel":[1,3],"groups":4},
            {"layer":"resize","to":[4,6]},{"layer":"avg-pool","kernel":2},{"layer":"flatten"},
            {"layer":"linear","out":1,"init":"he-normal"}]"#,
        r#"[{"layer":"conv","out":4,"kernel":3},{"layer":"tanh"},{"layer":"minibatch-std","features":2},
            {"layer":"conv","out":2,"kernel":3,"init":"he-normal"},{"layer":"max-pool","kernel":2,"padding":[0,1,0,0]},{"layer":"softplus"},
            {"layer":"flatten"},{"layer":"minibatch-std","group":3},
            {"layer":"linear","out":1,"init":"he-normal"}]"#,
    ];

    #[test]
    fn their_gradients_are_those_of_finite_differences() {
        let penalties: [Penalty; 2] = [penalty, at_real];
        for (json, penalty) in CRITICS
            .into_iter()
            .flat_map(|json| penalties.map(|p| (json, p)))
        {
            let mut critic = critic(json);
            let weights = block_on(critic.read()).unwrap();
            for gradient in gradients(critic.clone(), penalty) {
                let place = weights
                    .iter()
                    .position(|w| w.name == gradient.name)
                    .unwrap();
                let norm = gradient.values.iter().map(|v| v * v).sum::<f32>().sqrt();
                // Along its own direction a gradient grows by its norm.
                let mut along = |step: f32| {
                    let mut moved = weights.clone();
                    for (weight, slope) in moved[place].values.iter_mut().zip(&gradient.values) {
                        *weight += step * slope / norm;
                    }
                    critic.write(&moved).unwrap();
                    f64::from(penalty(&critic).into_scalar::<f32>())
                };
                if norm < 1e-6 {
                    continue;
                }
                // Small enough to stay between the corners of the piecewise linear layers.
                let step = 2e-4;
                let difference = (along(step) - along(-step)) / f64::from(2.0 * step);
                let error = (difference - f64::from(norm)).abs() / f64::from(norm);
                let name = &gradient.name;
                assert!(error < 1e-2, "{json}, {name}: {norm} not {difference}");
            }
        }
    }

    #[test]
    fn the_input_gradient_is_autodiffs() {
        for json in CRITICS {
            let critic = critic(json);
            let labels = noise(3, [BATCH, 2, 1, 1]);
            let [channels, height, width] = IMAGE;
            let x = noise(4, [BATCH, channels, height, width]).require_grad();
            let (scores, written) = critic.with_input_gradient(x.clone(), Some(&labels));
            let expected = x.grad(&scores.sum().backward()).unwrap();
            let largest = (written.inner() - expected)
                .abs()
                .max()
                .into_scalar::<f32>();
            assert!(largest < 1e-5, "{json}: off by {largest}");
        }
    }
}
