//! Layers held to numbers of PyTorch, by plain buffers and by burn's tensors.

use super::{Around, At, Layer, LayerSpec, PlannedLayer, Run};
use crate::kernels::Activation;
use crate::ops::{Buffer, rank_4};
use crate::spec::{Scale, Shape};

/// What PyTorch makes of one sample.
pub struct Reference<'a> {
    pub layer: LayerSpec,
    pub input: [usize; 3],
    pub tensors: &'a [&'a [f32]],
    pub x: &'a [f32],
    pub y: &'a [f32],
    /// The gradient by x of Σ (i + 1) · yᵢ.
    pub x_gradient: &'a [f32],
    /// Those by the tensors.
    pub tensor_gradients: &'a [&'a [f32]],
}

impl Reference<'_> {
    pub fn check(&self) {
        let scale = Scale {
            width: 1,
            image: self.input,
            classes: None,
        };
        let planned = PlannedLayer::new(&self.layer, Shape::Image(self.input), &scale).unwrap();
        let specs = planned.tensors();
        let pairs = self.tensors.iter().zip(&specs);
        let buffers: Vec<Buffer> = pairs
            .map(|(values, spec)| Buffer::new(values.to_vec(), rank_4(&spec.dims)))
            .collect();
        let [input, output] = [planned.input, planned.output].map(|shape| {
            let [channels, height, width] = shape.dims();
            [1, channels, height, width]
        });
        let weights: Vec<f32> = (0..self.y.len()).map(|place| (place + 1) as f32).collect();
        let at = at(&planned, &buffers);
        let x = Buffer::new(self.x.to_vec(), input);
        let y = self.layer.forward(x.clone(), &at, &mut Run::inference());
        close(&y.into_values(), self.y);
        let gradient = Buffer::new(weights.clone(), output);
        let gradient = self.layer.vjp(x, gradient, &at);
        close(&gradient.into_values(), self.x_gradient);
        #[cfg(feature = "cpu")]
        self.check_tensors(&planned, input, weights, output);
    }

    #[cfg(feature = "cpu")]
    fn check_tensors(
        &self,
        planned: &PlannedLayer,
        input: [usize; 4],
        weights: Vec<f32>,
        output: [usize; 4],
    ) {
        use burn::tensor::{Device, Tensor, TensorData};
        type Values = Tensor<4>;
        let device = Device::flex().autodiff();
        let tensor = |values: &[f32], dims| {
            Values::from_data(TensorData::new(values.to_vec(), dims), &device)
        };
        let read = |tensor: Values| -> Vec<f32> {
            tensor
                .without_autodiff()
                .into_data()
                .try_into_vec()
                .unwrap()
        };
        let specs = planned.tensors();
        let pairs = self.tensors.iter().zip(&specs);
        let tensors: Vec<Values> = pairs
            .map(|(values, spec)| tensor(values, rank_4(&spec.dims)).require_grad())
            .collect();
        let x = tensor(self.x, input).require_grad();
        let at = at(planned, &tensors);
        let y = self.layer.forward(x.clone(), &at, &mut Run::inference());
        close(&read(y.clone()), self.y);
        let gradient = tensor(&weights, output);
        let written = self.layer.vjp(x.clone(), gradient.clone(), &at);
        close(&read(written), self.x_gradient);
        let gradients = (y * gradient).sum().backward();
        let by = |tensor: &Values| read(tensor.grad(&gradients).unwrap());
        close(&by(&x), self.x_gradient);
        for (tensor, expected) in tensors.iter().zip(self.tensor_gradients) {
            close(&by(tensor), expected);
        }
    }
}

fn at<'a, T>(layer: &'a PlannedLayer, tensors: &'a [T]) -> At<'a, T> {
    At {
        layer,
        tensors,
        epilogue: Activation::Identity,
        around: Around::labels(None),
    }
}

fn close(found: &[f32], expected: &[f32]) {
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.iter().zip(expected) {
        let apart = (found - expected).abs();
        assert!(
            apart <= 1e-5 * expected.abs().max(1.0),
            "{found}, not {expected}"
        );
    }
}
