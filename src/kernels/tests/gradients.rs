//! The kernels' gradients against central differences.

use crate::kernels::{self, Activation, BatchNormOptions, Geometry, RunningStatisticsUpdate};
use crate::random::{Purpose, Random};
use burn::tensor::{Device, Tensor, TensorData};

#[test]
fn gradients_are_central_differences() {
    let device = Device::flex().autodiff();
    let dims = [4, 3, 6, 5];
    let noise = |counter, dims: &[usize]| {
        let mut random = Random::new(2, Purpose::Latents, counter);
        let values: Vec<f32> = (0..dims.iter().product())
            .map(|_| random.normal())
            .collect();
        TensorData::new(values, dims.to_vec())
    };
    let geometry = Geometry {
        large: [6, 5],
        small: [3, 3],
        kernel: [4, 3],
        stride: [2, 2],
        padding: [1, 1],
        groups: 1,
    };
    let options = BatchNormOptions {
        groups: 2,
        epsilon: 1e-3,
        activation: Activation::Tanh,
    };
    let update = RunningStatisticsUpdate {
        decay: 0.9,
        momentum: 0.1,
        correction: 1.0,
    };
    let factors = Tensor::<4>::from_data(noise(9, &[4, 3, 6, 5]), &device);
    // A convolution, a transposed one and batch norm in a row: every parent of each has a gradient.
    let run = |given: &[Tensor<4>; 7]| {
        let flat = |tensor: &Tensor<4>| tensor.clone().flatten::<1>(0, 3);
        let [
            x,
            conv_weight,
            transpose_weight,
            conv_bias,
            transpose_bias,
            scale,
            shift,
        ] = given;
        let small = kernels::conv(
            x.clone(),
            conv_weight.clone(),
            Some(flat(conv_bias)),
            geometry,
            Activation::LeakyRelu { slope: 0.3 },
        );
        let bias = Some(flat(transpose_bias));
        let large = kernels::conv_transpose(
            small,
            transpose_weight.clone(),
            bias,
            geometry,
            Activation::Sigmoid,
        );
        let [mean, variance] = [flat(scale), flat(shift)].map(Tensor::without_autodiff);
        let weights = [flat(scale), flat(shift)];
        let (y, _) =
            kernels::batch_norm_training(large, weights, [mean, variance], options, update);
        (y * factors.clone()).sum()
    };
    let shapes = [
        dims,
        [5, 3, 4, 3],
        [5, 3, 4, 3],
        [5, 1, 1, 1],
        [3, 1, 1, 1],
        [3, 1, 1, 1],
        [3, 1, 1, 1],
    ];
    let start: Vec<TensorData> = (0..7)
        .map(|index| noise(index, &shapes[index as usize]))
        .collect();
    let tensors = |data: &[TensorData]| -> [Tensor<4>; 7] {
        std::array::from_fn(|index| Tensor::from_data(data[index].clone(), &device).require_grad())
    };
    let given = tensors(&start);
    let gradients = run(&given).backward();
    for (index, tensor) in given.iter().enumerate() {
        let gradient: Vec<f32> = tensor
            .grad(&gradients)
            .unwrap()
            .into_data()
            .try_into_vec()
            .unwrap();
        let norm = gradient.iter().map(|x| x * x).sum::<f32>().sqrt();
        let along = |step: f32| {
            let mut moved = start.clone();
            let values: Vec<f32> = moved[index].clone().try_into_vec().unwrap();
            let values: Vec<f32> = values
                .iter()
                .zip(&gradient)
                .map(|(x, g)| x + step * g / norm)
                .collect();
            moved[index] = TensorData::new(values, shapes[index]);
            run(&tensors(&moved)).into_scalar::<f32>()
        };
        let difference = (along(1e-2) - along(-1e-2)) / 2e-2;
        assert!(
            (difference - norm).abs() < 2e-2 * norm,
            "{index}: {norm}, not {difference}"
        );
    }
}
