//! A network's numbers: reading them out, putting them in, averaging them.

use super::Network;
use crate::spec::{NamedTensor, TensorShape};
use crate::{Error, Result, kernels};
use burn::module::{Module, ModuleMapper, ModuleVisitor, Param, ParamId};
use burn::tensor::{Tensor, TensorData, Transaction};

impl Network {
    /// Reads every tensor, running statistics included, in one transfer.
    ///
    /// # Errors
    /// [`Error::Device`] when the device could not deliver.
    pub async fn read(&self) -> Result<Vec<NamedTensor>> {
        let Collector {
            names, dims, flat, ..
        } = self.collect();
        let values = read_all(flat).await?;
        let named = names.into_iter().zip(dims).zip(values);
        Ok(named
            .map(|((name, dims), values)| NamedTensor { name, dims, values })
            .collect())
    }

    /// Every tensor's name and dimensions, in the order in which a module is visited.
    pub(super) fn shapes(&self) -> Vec<TensorShape> {
        let Collector { names, dims, .. } = self.collect();
        let named = names.into_iter().zip(dims);
        named
            .map(|(name, dims)| TensorShape { name, dims })
            .collect()
    }

    /// Every tensor's name and sum, `[1]`: finite only if the whole tensor is.
    pub(crate) fn sums(&self) -> (Vec<String>, Vec<Tensor<1>>) {
        let Collector { names, flat, .. } = self.collect();
        (names, flat.into_iter().map(Tensor::sum).collect())
    }

    /// Moves every tensor towards `live`: `keep` of its own value stays. Both networks have the
    /// same spec; this one is not on an autodiff device.
    pub fn average(self, live: &Self, keep: f64) -> Self {
        let flat = live.collect().flat.into_iter();
        self.map(&mut Averager { live: flat, keep })
    }

    /// Every tensor's name and identity.
    pub(crate) fn names(&self) -> Vec<(String, ParamId)> {
        let Collector { names, ids, .. } = self.collect();
        names.into_iter().zip(ids).collect()
    }

    /// Name, identity and length of every tensor that training changes.
    pub(crate) fn trainable(&self) -> Vec<(String, ParamId, usize)> {
        let Collector {
            names,
            ids,
            flat,
            is_trained,
            ..
        } = self.collect();
        let all = names.into_iter().zip(ids).zip(flat).zip(is_trained);
        all.filter(|(_, is_trained)| *is_trained)
            .map(|(((name, id), tensor), _)| (name, id, tensor.dims()[0]))
            .collect()
    }

    fn collect(&self) -> Collector {
        let mut collector = Collector::default();
        self.visit(&mut collector);
        collector
    }
}

/// Reads tensors in one transfer.
pub(crate) async fn read_all(tensors: Vec<Tensor<1>>) -> Result<Vec<Vec<f32>>> {
    let transaction = tensors
        .into_iter()
        .fold(Transaction::default(), Transaction::register);
    let data = transaction.execute_async().await?;
    data.into_iter().map(floats).collect()
}

fn floats(data: TensorData) -> Result<Vec<f32>> {
    data.try_into_vec()
        .map_err(|error| Error::Device(format!("The device delivered other than f32: {error:?}.")))
}

fn is_enum(container: &str) -> bool {
    container.starts_with("Enum:")
}

#[derive(Default)]
struct Collector {
    path: Vec<String>,
    names: Vec<String>,
    dims: Vec<Vec<usize>>,
    flat: Vec<Tensor<1>>,
    ids: Vec<ParamId>,
    is_trained: Vec<bool>,
}

impl ModuleVisitor for Collector {
    // The kind of a layer follows from the spec and does not belong into the name.
    fn enter_module(&mut self, name: &str, container: &str) {
        if !is_enum(container) {
            self.path.push(name.to_owned());
        }
    }

    fn exit_module(&mut self, _name: &str, container: &str) {
        if !is_enum(container) {
            self.path.pop();
        }
    }

    fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
        self.ids.push(param.id);
        self.is_trained.push(param.is_require_grad());
        let tensor = param.val().without_autodiff();
        self.names.push(self.path.join("."));
        self.dims.push(tensor.dims().to_vec());
        self.flat.push(flatten(tensor));
    }
}

struct Averager<I> {
    live: I,
    keep: f64,
}

impl<I: Iterator<Item = Tensor<1>>> ModuleMapper for Averager<I> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let keep = self.keep;
        let live = self.live.next().expect("both networks have the same spec");
        param.map(|own| {
            let dims = own.dims();
            kernels::blend(own, live.reshape(dims), (1.0 - keep) as f32)
        })
    }
}

/// The tensor as a vector; moves no data.
pub(crate) fn flatten<const D: usize>(tensor: Tensor<D>) -> Tensor<1> {
    let count = tensor.dims().iter().product::<usize>();
    tensor.reshape([count])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Purpose;
    use crate::recipe::presets;
    use crate::spec::{LayerSpec, NetworkPlan, Scale, Shape, layout};
    use burn::tensor::Device;

    fn agrees(plan: &NetworkPlan) {
        let network = Network::new(plan, 1, Purpose::GeneratorWeights, &Device::flex());
        let read = pollster::block_on(network.read()).unwrap();
        let found: Vec<TensorShape> = read
            .into_iter()
            .map(|NamedTensor { name, dims, .. }| TensorShape { name, dims })
            .collect();
        assert_eq!(layout(plan), found);
    }

    #[test]
    fn the_layout_is_what_the_network_then_has() {
        for mut recipe in presets() {
            recipe.width = 2;
            let plan = recipe.plan().unwrap();
            agrees(&plan.generator);
            agrees(&plan.discriminator);
        }
        let every_kind = r#"[
            {"layer":"conv","out":3,"kernel":3},{"layer":"layer-norm"},
            {"layer":"conv-transpose","out":2,"kernel":5,"stride":2,"bias":false},
            {"layer":"instance-norm"},{"layer":"batch-norm"},{"layer":"flatten"},
            {"layer":"linear","out":5},{"layer":"batch-norm"},{"layer":"tanh"}]"#;
        let spec: Vec<LayerSpec> = serde_json::from_str(every_kind).unwrap();
        let input = Shape::Image([1, 6, 4]);
        let scale = Scale {
            width: 1,
            image: [1, 6, 4],
            classes: None,
        };
        agrees(&NetworkPlan::new("generator", &spec, input, &scale).unwrap());
    }
}
