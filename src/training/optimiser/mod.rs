//! Optimisers: how weights follow their gradient.

mod algorithm;
mod gradients;

use crate::network::{NamedTensor, Network, read_all};
use crate::recipe::OptimiserSpec;
use crate::sentence::sentence;
use crate::{Error, Result};
use algorithm::Update;
use burn::module::ParamId;
use burn::tensor::{Device, Gradients, Tensor, TensorData};
use gradients::GradientSet;
use std::collections::HashMap;

/// An optimiser at work on one network.
pub(super) struct Optimiser {
    pub spec: OptimiserSpec,
    updates: u64,
    slots: HashMap<ParamId, Vec<Tensor<1>>>,
    /// The gradients of one update, where somebody asked for them.
    kept: Kept,
    /// Whether updates leave the sums of squares of their gradients, and those of the last.
    measures: bool,
    squares: HashMap<ParamId, Tensor<1>>,
}

/// Cuts every weight to ± `limit`.
pub(super) fn clip_weights(network: Network, limit: f64) -> Network {
    let trainable: Vec<ParamId> = network
        .trainable()
        .into_iter()
        .map(|(_, id, _)| id)
        .collect();
    network.change(
        |id| trainable.contains(&id),
        |taken| {
            let weights = taken.into_iter().map(|(_, weight)| weight);
            weights.map(|weight| weight.clamp(-limit, limit)).collect()
        },
    )
}

enum Kept {
    Unwanted,
    Awaited,
    Gradients(GradientSet),
}

impl Optimiser {
    pub fn new(spec: OptimiserSpec) -> Self {
        Self {
            spec,
            updates: 0,
            slots: HashMap::new(),
            kept: Kept::Unwanted,
            measures: false,
            squares: HashMap::new(),
        }
    }

    /// Moves the network's weights along its own of `gradients`. `others` are updates of another
    /// optimiser that count as this one's.
    pub fn update(&mut self, network: Network, gradients: &mut Gradients, others: u64) -> Network {
        let gradients = GradientSet::new(&network, gradients);
        if let Kept::Awaited = self.kept {
            self.kept = Kept::Gradients(gradients.clone());
        }
        if self.measures {
            self.squares = gradients.squares();
        }
        let before = self.updates + others;
        let update = Update {
            algorithm: self.spec.algorithm,
            rate: self.spec.rate_at(before),
            number: before + 1,
        };
        self.updates += 1;
        let ids: Vec<ParamId> = gradients.ids().collect();
        network.change(
            |id| ids.contains(&id),
            |taken| {
                let (ids, weights): (Vec<_>, Vec<_>) = taken.into_iter().unzip();
                let slots = ids
                    .iter()
                    .map(|id| self.slots.remove(id).unwrap_or_default());
                let mut slots = slots.collect();
                let gradients = gradients.clipped(self.spec.clip_gradient).into_tensors();
                let weights = update.apply(weights, gradients, &mut slots);
                self.slots.extend(ids.into_iter().zip(slots));
                weights
            },
        )
    }

    /// Keeps the gradients of the next update, before they are cut.
    pub fn keep_gradients(&mut self) {
        self.kept = Kept::Awaited;
    }

    /// The gradients that were kept, named as the network's tensors.
    pub async fn gradients(&self, network: &Network) -> Result<Vec<NamedTensor>> {
        match &self.kept {
            Kept::Gradients(kept) => kept.read(network).await,
            _ => Ok(Vec::new()),
        }
    }

    /// Has the next updates leave the sums of squares of their gradients, before they are cut.
    pub fn measure(&mut self, wanted: bool) {
        self.measures = wanted;
    }

    /// Those of the last update, `[1]` each; nothing unless there was one since they were taken.
    pub fn take_squares(&mut self) -> HashMap<ParamId, Tensor<1>> {
        std::mem::take(&mut self.squares)
    }

    /// Updates done.
    pub fn updates(&self) -> u64 {
        self.updates
    }

    /// Reads what it remembers of each tensor: `0.layers.3.weight` is the first of its numbers
    /// for that weight.
    pub async fn read(&self, network: &Network) -> Result<Vec<NamedTensor>> {
        let (mut named, mut flat) = (Vec::new(), Vec::new());
        for (name, id) in network.names() {
            for (index, slot) in self.slots.get(&id).into_iter().flatten().enumerate() {
                named.push((format!("{index}.{name}"), slot.dims().to_vec()));
                flat.push(slot.clone());
            }
        }
        let values = read_all(flat).await?;
        let named = named.into_iter().zip(values);
        Ok(named
            .map(|((name, dims), values)| NamedTensor { name, dims, values })
            .collect())
    }

    /// Puts back what [`Optimiser::read`] gave after so many updates.
    ///
    /// # Errors
    /// [`Error::Weights`] when a tensor is missing, misplaced or of another length.
    pub fn write(
        &mut self,
        network: &Network,
        updates: u64,
        tensors: Vec<NamedTensor>,
        device: &Device,
    ) -> Result<()> {
        let mut given: HashMap<String, NamedTensor> = tensors
            .into_iter()
            .map(|tensor| (tensor.name.clone(), tensor))
            .collect();
        let wanted = if updates == 0 {
            0
        } else {
            self.spec.algorithm.slots()
        };
        let mut slots = HashMap::new();
        for (name, id, length) in network.trainable() {
            let mut own = Vec::with_capacity(wanted);
            for index in 0..wanted {
                let name = format!("{index}.{name}");
                let tensor = given.remove(&name).ok_or_else(|| {
                    Error::Weights(sentence!("The optimiser's tensor {name} is missing.", name))
                })?;
                if tensor.values.len() != length {
                    return Err(Error::Weights(sentence!(
                        "The optimiser's tensor {name} has {values} numbers; its weight has {length}.",
                        name,
                        values = tensor.values.len(),
                        length
                    )));
                }
                own.push(Tensor::from_data(
                    TensorData::new(tensor.values, [length]),
                    device,
                ));
            }
            slots.insert(id, own);
        }
        if let Some(name) = given.keys().min() {
            return Err(Error::Weights(sentence!(
                "The optimiser's tensor {name} belongs to no weight.",
                name
            )));
        }
        (self.slots, self.updates) = (slots, updates);
        Ok(())
    }
}
