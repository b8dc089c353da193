//! A network that trains: a burn module that runs any spec.

use super::{NetworkPlan, Stack, TensorShape};
use crate::layers::{Run, Statistics};
use crate::ops::rank_4;
use crate::random::{Purpose, Random};
use burn::module::{Module, Param, ParamId};
use burn::tensor::{Device, Tensor, TensorData};
use std::sync::Arc;

/// A network built from a plan. Samples travel as `[batch, channels, height, width]`; a vector is
/// an image of one pixel.
#[derive(Module, Debug)]
pub struct Network {
    /// Those of all layers, of rank 4, in the order of files.
    pub(super) tensors: Vec<Param<Tensor<4>>>,
    #[module(skip)]
    pub(super) built: Arc<Built>,
}

/// What of a network never changes.
#[derive(Debug)]
pub(super) struct Built {
    stack: Stack,
    /// Names and dimensions, as they are in files.
    pub shapes: Vec<TensorShape>,
    /// Which of them training changes by their gradient.
    pub is_trained: Vec<bool>,
    /// Which of them are batch norm's running statistics.
    pub is_statistic: Vec<bool>,
}

/// A training pass: labels, and the stream that dropout masks are drawn from.
pub struct Pass<'a> {
    /// One-hot labels `[batch, classes, 1, 1]`, for a conditional network.
    pub labels: Option<&'a Tensor<4>>,
    /// Equal parts of the batch, one behind the other, that batch norm keeps apart.
    pub groups: usize,
    /// Dropout masks come from here, in the order of the layers.
    pub random: &'a mut Random,
}

impl Network {
    /// Builds the network on `device` with weights drawn from `seed`: the same weights on every
    /// device. `purpose` tells the two networks of a GAN apart.
    pub fn new(plan: &NetworkPlan, seed: u64, purpose: Purpose, device: &Device) -> Self {
        let mut tensors = Vec::new();
        for (index, layer) in plan.layers.iter().enumerate() {
            let mut random = Random::new(seed, purpose, index as u64);
            let own = layer.tensors().into_iter();
            tensors.extend(own.map(|spec| {
                let data = TensorData::new(spec.draw(&mut random), rank_4(&spec.dims));
                parameter(data, spec.is_trained, device)
            }));
        }
        Self::of(plan, tensors)
    }

    /// The same with nothing but zeros, to be written to.
    pub(crate) fn blank(plan: &NetworkPlan, device: &Device) -> Self {
        let tensors = plan.tensors().map(|(_, spec)| {
            let data = TensorData::zeros::<f32, _>(rank_4(&spec.dims));
            parameter(data, spec.is_trained, device)
        });
        Self::of(plan, tensors.collect())
    }

    fn of(plan: &NetworkPlan, tensors: Vec<Param<Tensor<4>>>) -> Self {
        let (shapes, specs): (Vec<TensorShape>, Vec<_>) = plan.tensors().unzip();
        let is_statistic = |role: &str| role.ends_with("mean") || role.ends_with("variance");
        Self {
            tensors,
            built: Arc::new(Built {
                stack: Stack::new(&plan.layers),
                shapes,
                is_trained: specs.iter().map(|spec| spec.is_trained).collect(),
                is_statistic: specs
                    .iter()
                    .map(|spec| !spec.is_trained && is_statistic(&spec.role))
                    .collect(),
            }),
        }
    }

    /// The same network without its tensors, for swapping.
    pub(crate) fn hollow(&self) -> Self {
        Self {
            tensors: Vec::new(),
            built: self.built.clone(),
        }
    }

    /// Takes over the running statistics of a network with the same spec.
    pub(crate) fn take_statistics(&mut self, other: &Self) {
        let pairs = self.tensors.iter_mut().zip(&other.tensors);
        for ((own, other), is_trained) in pairs.zip(&self.built.is_trained) {
            if !is_trained {
                *own = other.clone();
            }
        }
    }

    /// Runs the network in training: batch statistics, which the running ones follow, and dropout.
    /// `input` is `[batch, channels, height, width]`.
    pub fn forward(&mut self, input: Tensor<4>, pass: &mut Pass<'_>) -> Tensor<4> {
        let (tensors, built) = (self.values(), self.built.clone());
        let mut run = Run {
            groups: Some(pass.groups),
            random: Some(pass.random),
            running: Vec::new(),
            mixing: None,
        };
        let count = built.stack.len();
        let stack = &built.stack;
        let output = stack.forward(&tensors, input, pass.labels, count, &mut run);
        for (place, value) in run.running {
            self.tensors[place] = changed(&self.tensors[place], value);
        }
        output
    }

    /// Whether it has batch norms, and so running statistics.
    pub(crate) fn has_statistics(&self) -> bool {
        self.built.is_statistic.contains(&true)
    }

    /// Has the running statistics follow those of a batch, as in training; nothing else changes, and there
    /// is no dropout.
    pub(crate) fn observe(&mut self, input: Tensor<4>, labels: Option<&Tensor<4>>) {
        let mut run = Run {
            groups: Some(1),
            ..Run::inference()
        };
        let stack = &self.built.stack;
        stack.forward(&self.values(), input, labels, stack.len(), &mut run);
        let is_statistic = &self.built.is_statistic;
        let running = run.running.into_iter();
        for (place, value) in running.filter(|(place, _)| is_statistic[*place]) {
            self.tensors[place] = changed(&self.tensors[place], value);
        }
    }

    /// Whether a pass in training depends on those before it, as those of dropout and spectral norm do.
    pub(crate) fn is_by_pass(&self) -> bool {
        self.built.stack.is_by_pass()
    }

    /// Runs the network for its output alone: running statistics, no dropout. `labels` is
    /// `[batch, classes, 1, 1]`, one-hot, for a conditional network.
    pub fn infer(&self, input: Tensor<4>, labels: Option<&Tensor<4>>) -> Tensor<4> {
        self.without_trace(input, labels, Run::inference())
    }

    /// Runs the network for its output alone, by these statistics, without dropout.
    pub(crate) fn draw(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
        statistics: Statistics,
    ) -> Tensor<4> {
        let run = Run {
            groups: statistics.groups(),
            ..Run::inference()
        };
        self.without_trace(input, labels, run)
    }

    /// Runs the network for its output alone: statistics of the batch, or of each of its `groups`
    /// equal parts, which nothing remembers, and no dropout.
    pub(crate) fn infer_by_batch(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
        groups: usize,
    ) -> Tensor<4> {
        let run = Run {
            groups: Some(groups),
            ..Run::inference()
        };
        self.without_trace(input, labels, run)
    }

    /// What the first `layers` layers make of it, run in the same way with the batch as one part.
    pub(crate) fn infer_layers(
        &self,
        layers: usize,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
    ) -> Tensor<4> {
        let mut run = Run {
            groups: Some(1),
            ..Run::inference()
        };
        let stack = &self.built.stack;
        stack.forward(&self.values(), input, labels, layers, &mut run)
    }

    fn without_trace(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
        mut run: Run<'_, Tensor<4>>,
    ) -> Tensor<4> {
        let stack = &self.built.stack;
        stack.forward(&self.values(), input, labels, stack.len(), &mut run)
    }

    /// The output and its gradient by the input, as operations that autodiff can differentiate once more.
    /// `input` is on an autodiff device. Batch norm and dropout have no place in such a network.
    pub fn with_input_gradient(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
    ) -> (Tensor<4>, Tensor<4>) {
        let stack = &self.built.stack;
        stack.with_input_gradient(&self.values(), input, labels, Tensor::ones_like)
    }

    fn values(&self) -> Vec<Tensor<4>> {
        self.tensors.iter().map(Param::val).collect()
    }
}

/// A tensor that nothing differentiates, with other numbers.
fn changed(own: &Param<Tensor<4>>, value: Tensor<4>) -> Param<Tensor<4>> {
    Param::initialized(own.id, value).set_require_grad(false)
}

/// Statistics are kept off the autodiff device: nothing differentiates them.
fn parameter(data: TensorData, is_trained: bool, device: &Device) -> Param<Tensor<4>> {
    if is_trained {
        return Param::from_tensor(Tensor::from_data(data, device));
    }
    let tensor = Tensor::from_data(data, &device.clone().without_autodiff());
    Param::initialized(ParamId::new(), tensor).set_require_grad(false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::preset;
    use burn::module::Module;
    use burn::tensor::Device;

    fn numbers(tensor: Tensor<4>) -> Vec<f32> {
        let data = tensor.without_autodiff().into_data();
        data.try_into_vec().unwrap()
    }

    #[test]
    fn drawing_by_batch_is_a_training_pass_that_leaves_no_trace() {
        let plan = preset("dcgan-32").unwrap().plan().unwrap();
        let device = Device::flex().autodiff();
        let mut network = Network::new(&plan.generator, 3, Purpose::GeneratorWeights, &device);
        let mut random = Random::new(3, Purpose::FixedLatents, 0);
        let z: Vec<f32> = (0..6 * 128).map(|_| random.normal()).collect();
        let plain = Device::flex();
        let z = crate::network::vectors(z, 6, &plain);
        let still = network.valid();
        let [by_batch, by_halves] =
            [1, 2].map(|groups| numbers(still.infer_by_batch(z.clone(), None, groups)));
        let running = numbers(still.draw(z.clone(), None, Statistics::Running));
        for (groups, found) in [(1, &by_batch), (2, &by_halves)] {
            let mut pass = Pass {
                labels: None,
                groups,
                random: &mut Random::new(0, Purpose::Dropout, 0),
            };
            let trained = numbers(network.forward(Tensor::from_inner(z.clone()), &mut pass));
            assert_eq!(&trained, found, "{groups} groups");
            assert_ne!(trained, running);
        }
        assert_ne!(by_batch, by_halves);
        assert_eq!(
            numbers(still.draw(z.clone(), None, Statistics::Batch)),
            by_batch
        );
        // The passes above have moved the running statistics of the one that learns.
        assert_eq!(numbers(still.infer(z.clone(), None)), running);
        assert_ne!(numbers(network.valid().infer(z, None)), running);
    }

    #[test]
    fn an_average_sees_its_own_statistics() {
        let plan = preset("dcgan-mnist").unwrap().plan().unwrap();
        let device = Device::flex();
        let new = |seed| Network::new(&plan.generator, seed, Purpose::GeneratorWeights, &device);
        let (own, mut live) = (new(3), new(4));
        let mut random = Random::new(3, Purpose::FixedLatents, 0);
        let z: Vec<f32> = (0..8 * 100).map(|_| random.normal()).collect();
        let z = crate::network::vectors(z, 8, &device);
        live.observe(z.clone(), None);
        // Half of each: these statistics are neither's, and averaging leaves them as they were.
        let mut average = own.average(&live, 0.5);
        let distance = |network: &Network| {
            let drawn = [
                network.infer(z.clone(), None),
                network.infer_by_batch(z.clone(), None, 1),
            ];
            let [running, by_batch] = drawn.map(numbers);
            let differences = running.iter().zip(&by_batch).map(|(a, b)| (a - b).abs());
            differences.sum::<f32>() / running.len() as f32
        };
        let before = distance(&average);
        for _ in 0..100 {
            average.observe(z.clone(), None);
        }
        let after = distance(&average);
        assert!(after < 0.2 * before, "{before} to {after}");
    }
}
