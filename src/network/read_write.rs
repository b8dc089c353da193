//! A network's numbers: reading them out, putting them in, averaging them.

use super::{NamedTensor, Network, check_values, flatten, in_order, read_all};
use crate::ops::rank_4;
use crate::{Result, kernels};
use burn::module::{Param, ParamId};
use burn::tensor::{Tensor, TensorData};
use std::collections::HashSet;

/// How errors speak of what is written here.
const SOURCE: &str = "The weights given";

impl Network {
    /// Reads every tensor, running statistics included, in one transfer.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device) when the device could not deliver.
    pub async fn read(&self) -> Result<Vec<NamedTensor>> {
        let values = read_all(self.flat()).await?;
        let named = self.built.shapes.iter().zip(values);
        Ok(named
            .map(|(shape, values)| NamedTensor {
                name: shape.name.clone(),
                dims: shape.dims.clone(),
                values,
            })
            .collect())
    }

    /// Replaces every tensor, running statistics included, by those given (as [`Network::read`]
    /// gives them, in any order). What learns goes on learning, also inside a training.
    ///
    /// # Errors
    /// [`Error::Weights`](crate::Error::Weights) when a tensor is missing, has another shape, is
    /// not the network's, or holds numbers that are not finite; then nothing has changed.
    pub fn write(&mut self, tensors: &[NamedTensor]) -> Result<()> {
        let ordered = in_order(SOURCE, &self.built.shapes, tensors)?;
        for tensor in tensors {
            check_values(SOURCE, tensor)?;
        }
        let taken = std::mem::take(&mut self.tensors).into_iter();
        let given = taken.zip(ordered).map(|(own, tensor)| {
            let data = TensorData::new(tensor.values.clone(), rank_4(&tensor.dims));
            own.map(|own| {
                let new = Tensor::from_data(data, &own.device());
                // Statistics never learn, and what stands still for now goes on standing still.
                if own.is_require_grad() {
                    new.require_grad()
                } else {
                    new
                }
            })
        });
        self.tensors = given.collect();
        Ok(())
    }

    /// Every tensor's name and sum, `[1]`: finite only if the whole tensor is.
    pub(crate) fn sums(&self) -> (Vec<String>, Vec<Tensor<1>>) {
        let names = self.built.shapes.iter().map(|shape| shape.name.clone());
        (
            names.collect(),
            self.flat().into_iter().map(Tensor::sum).collect(),
        )
    }

    /// The sums of the squares of all weights that training changes, `[1]` each, and how many
    /// weights those are.
    pub(crate) fn squares(&self) -> (Vec<Tensor<1>>, usize) {
        let pairs = self.flat().into_iter().zip(&self.built.is_trained);
        let trained = pairs.filter(|(_, is_trained)| **is_trained);
        let trained: Vec<Tensor<1>> = trained.map(|(tensor, _)| tensor).collect();
        let count = trained.iter().map(|tensor| tensor.dims()[0]).sum();
        let squares = trained.into_iter().map(|tensor| tensor.square().sum());
        (squares.collect(), count)
    }

    /// Moves every tensor but running statistics towards `live`: `keep` of its own value stays. Both
    /// networks have the same spec; this one is not on an autodiff device.
    pub fn average(self, live: &Self, keep: f64) -> Self {
        let live = live.flat().into_iter().zip(&self.built.is_statistic);
        let live = live.filter(|(_, is_statistic)| !**is_statistic);
        let live = live.map(|(tensor, _)| tensor).collect();
        let own = self.tensors.iter().zip(&self.built.is_statistic);
        let statistics = own.filter(|(_, is_statistic)| **is_statistic);
        let statistics: HashSet<ParamId> = statistics.map(|(own, _)| own.id).collect();
        self.change(
            |id| !statistics.contains(&id),
            |own| {
                let own = own.into_iter().map(|(_, tensor)| tensor).collect();
                kernels::lerp(own, live, (1.0 - keep) as f32)
            },
        )
    }

    /// Replaces all tensors that `wants` picks at once, by what `change` makes of them: it gets them
    /// in the order of files, as vectors off the autodiff graph, and has the only handles to them, so that
    /// it may update them in place.
    pub(crate) fn change(
        mut self,
        wants: impl Fn(ParamId) -> bool,
        change: impl FnOnce(Vec<(ParamId, Tensor<1>)>) -> Vec<Tensor<1>>,
    ) -> Self {
        let (mut taken, mut left) = (Vec::new(), Vec::new());
        for own in std::mem::take(&mut self.tensors) {
            if !wants(own.id) {
                left.push(Left::Kept(own));
                continue;
            }
            let (id, tensor, mapper) = own.consume();
            let (dims, is_learning) = (tensor.dims(), tensor.is_require_grad());
            taken.push((id, flatten(tensor.without_autodiff())));
            left.push(Left::Taken(move |given: Tensor<1>| {
                let given = given.reshape(dims);
                let given = match is_learning {
                    true => Tensor::from_inner(given).require_grad(),
                    false => given,
                };
                Param::from_mapped_value(id, given, mapper)
            }));
        }
        let mut changed = change(taken).into_iter();
        let tensors = left.into_iter().map(|left| match left {
            Left::Kept(own) => own,
            Left::Taken(put_back) => put_back(changed.next().expect("one for every tensor taken")),
        });
        self.tensors = tensors.collect();
        self
    }

    /// Every tensor's name and identity.
    pub(crate) fn names(&self) -> Vec<(String, ParamId)> {
        let ids = self.tensors.iter().map(|own| own.id);
        let names = self.built.shapes.iter().map(|shape| shape.name.clone());
        names.zip(ids).collect()
    }

    /// Name, identity and length of every tensor that training changes.
    pub(crate) fn trainable(&self) -> Vec<(String, ParamId, usize)> {
        let all = self.names().into_iter().zip(&self.built.shapes);
        all.zip(&self.built.is_trained)
            .filter(|(_, is_trained)| **is_trained)
            .map(|(((name, id), shape), _)| (name, id, shape.dims.iter().product()))
            .collect()
    }

    /// Every tensor's identity and itself, for its gradient.
    pub(crate) fn parameters(&self) -> impl Iterator<Item = &Param<Tensor<4>>> {
        self.tensors.iter()
    }

    fn flat(&self) -> Vec<Tensor<1>> {
        let values = self.tensors.iter().map(Param::val);
        values
            .map(|tensor| flatten(tensor.without_autodiff()))
            .collect()
    }
}

/// A place of the list of tensors while some of them are changed.
enum Left<P> {
    Kept(Param<Tensor<4>>),
    Taken(P),
}
