//! Which statistics batch norm goes by where nothing is learnt.

use super::Network;
use burn::tensor::Tensor;

/// What batch norm normalises by when images are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Statistics {
    /// The running statistics of training: an image is the same whatever it is drawn with.
    #[default]
    Running,
    /// Those of the images that are drawn together, as in training: an image then depends on the
    /// rest of its batch.
    Batch,
}

impl Network {
    /// Runs the network for its output alone, by these statistics, without dropout.
    pub(crate) fn draw(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
        statistics: Statistics,
    ) -> Tensor<4> {
        match statistics {
            Statistics::Running => self.infer(input, labels),
            Statistics::Batch => self.infer_by_batch(input, labels, 1),
        }
    }

    /// Runs the network for its output alone: statistics of the batch, or of each of its `groups`
    /// equal parts, which nothing remembers, and no dropout.
    pub(crate) fn infer_by_batch(
        &self,
        input: Tensor<4>,
        labels: Option<&Tensor<4>>,
        groups: usize,
    ) -> Tensor<4> {
        self.through(input, |layer, x, activation| {
            layer.infer_by_batch(x, groups, activation, labels)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Pass;
    use crate::random::{Purpose, Random};
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
}
