//! Networks against plain loops and finite differences, on the CPU backend.

use burn::tensor::{Device, Tensor, TensorData};
use ganvas::layers::LayerSpec;
use ganvas::network::NetworkPlan;
use ganvas::network::{Network, Pass, one_hot};
use ganvas::random::{Purpose, Random};
use ganvas::spec::{Scale, Shape};

fn plan(json: &str, input: Shape) -> NetworkPlan {
    let spec: Vec<LayerSpec> = serde_json::from_str(json).unwrap();
    let scale = Scale {
        width: 4,
        image: [1, 28, 28],
        classes: Some(3),
    };
    NetworkPlan::new("network", &spec, input, &scale).unwrap()
}

fn noise(count: usize, counter: u64) -> Vec<f32> {
    let mut random = Random::new(1, Purpose::Latents, counter);
    (0..count).map(|_| random.normal()).collect()
}

fn tensor(values: &[f32], dims: [usize; 4], device: &Device) -> Tensor<4> {
    Tensor::from_data(TensorData::new(values.to_vec(), dims), device)
}

fn values<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_into_vec().unwrap()
}

fn assert_close(found: &[f32], expected: &[f32], tolerance: f32, what: &str) {
    assert_eq!(found.len(), expected.len(), "{what}");
    for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
        let apart = (found - expected).abs();
        let allowed = tolerance * expected.abs().max(1.0);
        assert!(
            apart <= allowed,
            "{what}, number {index}: {found}, not {expected}"
        );
    }
}

/// Every pair of pixels that a convolution connects: (large pixel, kernel pixel, small pixel).
fn taps(plan: &NetworkPlan, transposed: bool) -> Vec<(usize, usize, usize)> {
    let layer = &plan.layers[0];
    let [small, large] = if transposed {
        [layer.input.dims(), layer.output.dims()]
    } else {
        [layer.output.dims(), layer.input.dims()]
    };
    let [rows, columns] = layer.windows.unwrap();
    let mut taps = Vec::new();
    for y in 0..small[1] {
        for x in 0..small[2] {
            for ky in 0..rows.kernel {
                for kx in 0..columns.kernel {
                    let at_y = (y * rows.stride + ky).checked_sub(rows.before);
                    let at_x = (x * columns.stride + kx).checked_sub(columns.before);
                    if let (Some(at_y), Some(at_x)) = (at_y, at_x)
                        && at_y < large[1]
                        && at_x < large[2]
                    {
                        taps.push((
                            at_y * large[2] + at_x,
                            ky * columns.kernel + kx,
                            y * small[2] + x,
                        ));
                    }
                }
            }
        }
    }
    taps
}

fn check_convolution(json: &str, input: [usize; 3], transposed: bool) {
    let device = Device::flex();
    let plan = plan(json, Shape::Image(input));
    let network = Network::new(&plan, 3, Purpose::GeneratorWeights, &device);
    let weights = pollster::block_on(network.read()).unwrap();
    assert_eq!(weights[0].name, "layers.0.weight");
    let [inputs, height, width] = input;
    let outputs = plan.output.dims();
    let kernel = weights[0].dims[2] * weights[0].dims[3];
    let pixels = outputs[1] * outputs[2];

    let x = noise(2 * inputs * height * width, 0);
    let found = network.infer(tensor(&x, [2, inputs, height, width], &device), None);
    let mut expected = vec![0.0_f32; 2 * outputs[0] * pixels];
    for (large, tap, small) in taps(&plan, transposed) {
        let (from, to) = if transposed {
            (small, large)
        } else {
            (large, small)
        };
        for sample in 0..2 {
            for into in 0..outputs[0] {
                for out_of in 0..inputs {
                    let pair = if transposed {
                        out_of * outputs[0] + into
                    } else {
                        into * inputs + out_of
                    };
                    expected[(sample * outputs[0] + into) * pixels + to] += weights[0].values
                        [pair * kernel + tap]
                        * x[(sample * inputs + out_of) * height * width + from];
                }
            }
        }
    }
    assert_eq!(
        found.dims(),
        [2, outputs[0], outputs[1], outputs[2]],
        "{json}"
    );
    assert_close(&values(found), &expected, 1e-4, json);
}

#[test]
fn convolutions_are_their_sums() {
    for (rest, input) in [
        (r#""kernel":4,"stride":2"#, [3, 28, 28]),
        (r#""kernel":5,"stride":2"#, [1, 7, 9]),
        (r#""kernel":3"#, [5, 6, 5]),
        (r#""kernel":4,"padding":0"#, [2, 7, 5]),
        (r#""kernel":3,"stride":3,"padding":[0,2,1,0]"#, [2, 8, 7]),
        (r#""kernel":1,"stride":2"#, [2, 5, 5]),
    ] {
        let json = format!(r#"[{{"layer":"conv","out":3,"bias":false,{rest}}}]"#);
        check_convolution(&json, input, false);
    }
}

#[test]
fn transposed_convolutions_are_their_sums() {
    for (rest, input) in [
        (r#""kernel":4,"stride":2"#, [3, 7, 7]),
        (r#""kernel":5,"stride":2"#, [2, 4, 3]),
        (r#""kernel":5,"stride":2,"output":[7,5]"#, [2, 4, 3]),
        (r#""kernel":1,"stride":2"#, [2, 3, 3]),
        (r#""kernel":8"#, [1, 8, 8]),
        (r#""kernel":4,"stride":2,"padding":1"#, [2, 5, 4]),
        (
            r#""kernel":3,"stride":2,"padding":1,"output":[6,8]"#,
            [2, 3, 4],
        ),
        (r#""kernel":3,"stride":2,"padding":[0,1,1,0]"#, [2, 3, 4]),
    ] {
        let json = format!(r#"[{{"layer":"conv-transpose","out":3,"bias":false,{rest}}}]"#);
        check_convolution(&json, input, true);
    }
}

/// Σ r·network(x), and its gradient by x.
fn objective(plan: &NetworkPlan, x: &[f32], dims: [usize; 4]) -> (f32, Vec<f32>) {
    let device = Device::flex().autodiff();
    let mut network = Network::new(plan, 5, Purpose::GeneratorWeights, &device);
    let labels = one_hot(&[0, 2, 1], 3, &device);
    let x = tensor(x, dims, &device).require_grad();
    let mut pass = Pass {
        labels: Some(&labels),
        groups: 1,
        random: &mut Random::new(5, Purpose::Dropout, 0),
    };
    let y = network.forward(x.clone(), &mut pass);
    let weight = tensor(&noise(y.dims().iter().product(), 9), y.dims(), &device);
    let sum = (y * weight).sum();
    let gradients = sum.backward();
    let gradient = x.grad(&gradients).unwrap();
    (sum.into_scalar::<f32>(), values(gradient))
}

#[test]
fn gradients_are_those_of_finite_differences() {
    let image = Shape::Image([2, 3, 4]);
    for (json, input) in [
        (
            r#"[{"layer":"linear","out":5},{"layer":"tanh"}]"#,
            Shape::Flat(6),
        ),
        (
            r#"[{"layer":"conv","out":3,"kernel":3,"stride":2},{"layer":"sigmoid"}]"#,
            image,
        ),
        (
            r#"[{"layer":"conv-transpose","out":3,"kernel":5,"stride":2},{"layer":"silu"}]"#,
            image,
        ),
        (r#"[{"layer":"batch-norm"},{"layer":"gelu"}]"#, image),
        (r#"[{"layer":"layer-norm"},{"layer":"softplus"}]"#, image),
        (r#"[{"layer":"instance-norm"},{"layer":"elu"}]"#, image),
        (
            r#"[{"layer":"upsample","factor":2},{"layer":"conv","out":1,"kernel":3}]"#,
            image,
        ),
        (
            r#"[{"layer":"upsample","factor":3,"mode":"bilinear"},{"layer":"conv","out":1,"kernel":3}]"#,
            image,
        ),
        (
            r#"[{"layer":"concat-label"},{"layer":"conv","out":2,"kernel":2}]"#,
            image,
        ),
        (
            r#"[{"layer":"dropout","rate":0.4},{"layer":"flatten"},{"layer":"linear","out":3}]"#,
            image,
        ),
        (
            r#"[{"layer":"leaky-relu","slope":0.2},{"layer":"flatten"},{"layer":"relu"}]"#,
            image,
        ),
        (
            r#"[{"layer":"reshape","to":[2,1,3]},{"layer":"conv","out":2,"kernel":2}]"#,
            Shape::Flat(6),
        ),
    ] {
        let plan = plan(json, input);
        let [channels, height, width] = input.dims();
        let dims = [3, channels, height, width];
        let x = noise(dims.iter().product(), 2);
        let (_, gradient) = objective(&plan, &x, dims);
        let step = 1e-2;
        for index in (0..x.len()).step_by(5) {
            let moved = |by: f32| {
                let mut x = x.clone();
                x[index] += by;
                objective(&plan, &x, dims).0
            };
            let difference = (moved(step) - moved(-step)) / (2.0 * step);
            let close = (gradient[index] - difference).abs() <= 1e-2 * difference.abs().max(1.0);
            assert!(
                close,
                "{json}, {index}: {} not {difference}",
                gradient[index]
            );
        }
    }
}

#[test]
fn batch_norm_normalises_and_its_statistics_follow() {
    let device = Device::flex().autodiff();
    let plan = plan(
        r#"[{"layer":"batch-norm","momentum":0.75}]"#,
        Shape::Flat(1),
    );
    let mut network = Network::new(&plan, 1, Purpose::GeneratorWeights, &device);
    let x = tensor(&[1.0, 3.0], [2, 1, 1, 1], &device);
    let mut random = Random::new(1, Purpose::Dropout, 0);
    let mut pass = Pass {
        labels: None,
        groups: 1,
        random: &mut random,
    };
    let y = network.forward(x.clone(), &mut pass);
    assert_close(&values(y), &[-1.0, 1.0], 1e-4, "normalised");
    let read = pollster::block_on(network.read()).unwrap();
    let statistics: Vec<_> = read
        .iter()
        .map(|tensor| (tensor.name.as_str(), tensor.values[0]))
        .collect();
    // A mean of 2 and an unbiased variance of 2 come in with a quarter of the weight.
    assert_eq!(
        statistics,
        [
            ("layers.0.scale", 1.0),
            ("layers.0.shift", 0.0),
            ("layers.0.mean", 0.5),
            ("layers.0.variance", 1.25)
        ]
    );
    let y = network.infer(x, None);
    // (1 − 0.5) / √1.25 and (3 − 0.5) / √1.25.
    assert_close(
        &values(y),
        &[0.447214, 2.236068],
        1e-4,
        "by running statistics",
    );
}

#[test]
fn dropout_is_for_training_alone_and_keeps_the_mean() {
    let device = Device::flex().autodiff();
    let plan = plan(r#"[{"layer":"dropout","rate":0.25}]"#, Shape::Flat(10_000));
    let mut network = Network::new(&plan, 1, Purpose::GeneratorWeights, &device);
    let x = Tensor::ones([1, 10_000, 1, 1], &device);
    let mut random = Random::new(1, Purpose::Dropout, 0);
    let mut pass = Pass {
        labels: None,
        groups: 1,
        random: &mut random,
    };
    let dropped = values(network.forward(x.clone(), &mut pass));
    let kept = 4.0_f32 / 3.0;
    assert!(
        dropped
            .iter()
            .all(|v| *v == 0.0 || (*v - kept).abs() < 1e-6)
    );
    let mean = dropped.iter().sum::<f32>() / 1e4;
    assert!((mean - 1.0).abs() < 0.03, "{mean}");
    assert!(values(network.infer(x, None)).iter().all(|v| *v == 1.0));
}

#[test]
fn initial_weights_depend_on_the_seed_alone() {
    let plan = plan(
        r#"[{"layer":"linear","out":"4w"},{"layer":"batch-norm"}]"#,
        Shape::Flat(100),
    );
    let weights = |seed, purpose| {
        let network = Network::new(&plan, seed, purpose, &Device::flex());
        pollster::block_on(network.read()).unwrap()[0]
            .values
            .clone()
    };
    let first = weights(1, Purpose::GeneratorWeights);
    assert_eq!(first, weights(1, Purpose::GeneratorWeights));
    assert_ne!(first, weights(2, Purpose::GeneratorWeights));
    assert_ne!(first, weights(1, Purpose::DiscriminatorWeights));
    // Glorot's limit for 100 in and 16 out.
    let limit = (6.0_f32 / 116.0).sqrt();
    let largest = first.iter().fold(0.0_f32, |most, v| most.max(v.abs()));
    assert!(
        largest <= limit && largest > 0.95 * limit,
        "{largest} {limit}"
    );
}
