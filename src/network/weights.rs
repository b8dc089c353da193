//! A network's numbers: reading them out, putting them in, averaging them.

use super::Network;
use crate::sentence::sentence;
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
        let live = live.collect().flat;
        self.change(
            |_| true,
            |own| {
                let own = own.into_iter().map(|(_, tensor)| tensor).collect();
                kernels::lerp(own, live, (1.0 - keep) as f32)
            },
        )
    }

    /// Replaces all tensors that `wants` picks at once, by what `change` makes of them: it gets them
    /// in the order in which a module is visited, as vectors off the autodiff graph, and has the only
    /// handles to them, so that it may update them in place.
    pub(crate) fn change(
        self,
        wants: impl Fn(ParamId) -> bool,
        change: impl FnOnce(Vec<(ParamId, Tensor<1>)>) -> Vec<Tensor<1>>,
    ) -> Self {
        let mut taker = Taker {
            wants,
            taken: Vec::new(),
            dims: Vec::new(),
        };
        let without = self.map(&mut taker);
        let Taker {
            wants, taken, dims, ..
        } = taker;
        let tensors = dims.into_iter().zip(change(taken));
        without.map(&mut Giver { wants, tensors })
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
    data.try_into_vec().map_err(|error| {
        Error::Device(sentence!(
            "The device delivered other than f32: {error}.",
            error = format!("{error:?}")
        ))
    })
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

/// Takes tensors out of a module and leaves something in their place.
struct Taker<W> {
    wants: W,
    taken: Vec<(ParamId, Tensor<1>)>,
    dims: Vec<Vec<usize>>,
}

impl<W: Fn(ParamId) -> bool> ModuleMapper for Taker<W> {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, tensor, mapper) = param.consume();
        if !(self.wants)(id) {
            return Param::from_mapped_value(id, tensor, mapper);
        }
        let is_learning = tensor.is_require_grad();
        self.dims.push(tensor.dims().to_vec());
        let nothing = Tensor::empty([1; D], &tensor.device()).set_require_grad(is_learning);
        self.taken.push((id, flatten(tensor.without_autodiff())));
        Param::from_mapped_value(id, nothing, mapper)
    }
}

/// Puts tensors in where a [`Taker`] took some out.
struct Giver<W, I> {
    wants: W,
    tensors: I,
}

impl<W, I> ModuleMapper for Giver<W, I>
where
    W: Fn(ParamId) -> bool,
    I: Iterator<Item = (Vec<usize>, Tensor<1>)>,
{
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let (id, own, mapper) = param.consume();
        if !(self.wants)(id) {
            return Param::from_mapped_value(id, own, mapper);
        }
        let (dims, given) = self.tensors.next().expect("one for every tensor taken");
        let dims: [usize; D] = dims.try_into().expect("those of the tensor taken");
        let given = given.reshape(dims);
        let given = match own.is_require_grad() {
            true => Tensor::from_inner(given).require_grad(),
            false => given,
        };
        Param::from_mapped_value(id, given, mapper)
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
