//! Putting numbers into a network.

use super::Network;
use crate::Result;
use crate::spec::{NamedTensor, check_shapes, check_values};
use burn::module::{Module, ModuleMapper, Param};
use burn::tensor::{Tensor, TensorData};
use std::collections::HashMap;

/// How errors speak of what is written here.
const SOURCE: &str = "The weights given";

impl Network {
    /// Replaces every tensor, running statistics included, by those given (as [`Network::read`]
    /// gives them, in any order). What learns goes on learning, also inside a training.
    ///
    /// # Errors
    /// [`Error::Weights`](crate::Error::Weights) when a tensor is missing, has another shape, is
    /// not the network's, or holds numbers that are not finite; then nothing has changed.
    pub fn write(&mut self, tensors: &[NamedTensor]) -> Result<()> {
        let wanted = self.shapes();
        let shapes = tensors
            .iter()
            .map(|tensor| (tensor.name.as_str(), tensor.dims.as_slice()));
        check_shapes(SOURCE, &wanted, shapes)?;
        for tensor in tensors {
            check_values(SOURCE, tensor)?;
        }
        let by_name: HashMap<&str, &[f32]> = tensors
            .iter()
            .map(|tensor| (tensor.name.as_str(), tensor.values.as_slice()))
            .collect();
        let values = wanted.iter().map(|shape| by_name[shape.name.as_str()]);
        let taken = std::mem::replace(self, Self::empty());
        *self = taken.map(&mut Writer { values });
        Ok(())
    }
}

struct Writer<I> {
    values: I,
}

impl<'a, I: Iterator<Item = &'a [f32]>> ModuleMapper for Writer<I> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let values = self.values.next().expect("one for every tensor, checked");
        param.map(|own| {
            let data = TensorData::new(values.to_vec(), own.dims());
            let new = Tensor::from_data(data, &own.device());
            // Statistics never learn, and what stands still for now goes on standing still.
            if own.is_require_grad() {
                new.require_grad()
            } else {
                new
            }
        })
    }
}
