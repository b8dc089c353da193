//! The state of a training: everything that it needs to go on as if it had never stopped. Random
//! numbers need no state of their own: seed and step fix them.

use super::inspect::prefixed;
use super::session::Training;
use crate::network::{NamedTensor, NetworkPlan, TensorShape};
use crate::recipe::Algorithm;
use crate::recipe::{Plan, Recipe};
use crate::sentence::sentence;
use crate::{Error, Result};

/// What the parts of a state are called; their tensors' names begin with it.
const GENERATOR: &str = "generator";
const DISCRIMINATOR: &str = "discriminator";
const AVERAGED: &str = "averaged";
const GENERATOR_OPTIMISER: &str = "generator_optimiser";
const DISCRIMINATOR_OPTIMISER: &str = "discriminator_optimiser";
const STACKED_OPTIMISER: &str = "stacked_optimiser";

/// How far a training is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counters {
    /// Steps done.
    pub step: u64,
    /// Updates of the generator.
    pub generator_updates: u64,
    /// Updates of the discriminator.
    pub discriminator_updates: u64,
}

impl Training {
    /// Its counters.
    pub fn counters(&self) -> Counters {
        Counters {
            step: self.step,
            generator_updates: self.networks.generator_optimiser.updates(),
            discriminator_updates: self.networks.discriminator_optimiser.updates(),
        }
    }

    /// Reads both networks, the average and what both optimisers remember, as
    /// `generator.layers.3.weight`, `averaged.layers.3.weight`,
    /// `discriminator_optimiser.1.layers.0.weight`.
    ///
    /// # Errors
    /// [`Error::Device`] when the device could not deliver.
    pub async fn state(&self) -> Result<Vec<NamedTensor>> {
        let networks = &self.networks;
        let mut all = Vec::new();
        for (name, network) in [
            (GENERATOR, &networks.generator),
            (DISCRIMINATOR, &networks.discriminator),
            (AVERAGED, &networks.averaged),
        ] {
            all.extend(prefixed(name, network.read().await?));
        }
        let of_generator = networks.generator_optimiser.read(&networks.generator);
        all.extend(prefixed(GENERATOR_OPTIMISER, of_generator.await?));
        let discriminator = &networks.discriminator;
        let of_discriminator = networks.discriminator_optimiser.read(discriminator);
        all.extend(prefixed(DISCRIMINATOR_OPTIMISER, of_discriminator.await?));
        if let Some(stacked) = &networks.stacked_optimiser {
            let remembered = stacked.read(discriminator).await?;
            all.extend(prefixed(STACKED_OPTIMISER, remembered));
        }
        Ok(all)
    }

    /// Begins with these tensors of a generator, live and averaged, in place of random ones.
    ///
    /// # Errors
    /// [`Error::Weights`] when they are not those of the recipe's generator; then nothing has changed.
    pub fn begin_with(&mut self, generator: &[NamedTensor]) -> Result<()> {
        self.networks.generator.write(generator)?;
        self.networks.averaged.write(generator)
    }

    /// Puts back what [`Training::state`] gave.
    ///
    /// # Errors
    /// [`Error::Weights`] when a tensor is missing, left over or of another shape; the training is
    /// then of no use.
    pub fn restore(&mut self, counters: Counters, state: Vec<NamedTensor>) -> Result<()> {
        let mut parts = Parts(state);
        let networks = &mut self.networks;
        networks.generator.write(&parts.take(GENERATOR))?;
        networks.discriminator.write(&parts.take(DISCRIMINATOR))?;
        networks.averaged.write(&parts.take(AVERAGED))?;
        let device = self.feed.device();
        networks.generator_optimiser.write(
            &networks.generator,
            counters.generator_updates,
            parts.take(GENERATOR_OPTIMISER),
            device,
        )?;
        networks.discriminator_optimiser.write(
            &networks.discriminator,
            counters.discriminator_updates,
            parts.take(DISCRIMINATOR_OPTIMISER),
            device,
        )?;
        if let Some(stacked) = &mut networks.stacked_optimiser {
            let remembered = parts.take(STACKED_OPTIMISER);
            let updates = counters.generator_updates;
            stacked.write(&networks.discriminator, updates, remembered, device)?;
        }
        if let Some(stray) = parts.0.first() {
            let name = &stray.name;
            return Err(Error::Weights(sentence!(
                "The tensor {name} is no part of a training.",
                name
            )));
        }
        self.step = counters.step;
        Ok(())
    }
}

/// A state's tensors that are not yet put back.
struct Parts(Vec<NamedTensor>);

impl Parts {
    /// Those of one part, under their own names.
    fn take(&mut self, part: &str) -> Vec<NamedTensor> {
        let prefix = format!("{part}.");
        let all = std::mem::take(&mut self.0);
        let (own, others) = all
            .into_iter()
            .partition(|tensor: &NamedTensor| tensor.name.starts_with(&prefix));
        self.0 = others;
        let rename = |tensor: NamedTensor| NamedTensor {
            name: tensor.name[prefix.len()..].to_owned(),
            ..tensor
        };
        let own: Vec<NamedTensor> = own;
        own.into_iter().map(rename).collect()
    }
}

/// The tensors of a state, known from the recipe and its plan alone.
pub(super) fn state_layout(recipe: &Recipe, plan: &Plan, counters: Counters) -> Vec<TensorShape> {
    let mut all = Vec::new();
    for (name, plan) in [
        (GENERATOR, &plan.generator),
        (DISCRIMINATOR, &plan.discriminator),
        (AVERAGED, &plan.generator),
    ] {
        all.extend(plan.tensors().map(|(shape, _)| TensorShape {
            name: format!("{name}.{}", shape.name),
            ..shape
        }));
    }
    let mut slots = |name, plan: &NetworkPlan, algorithm: Algorithm, updates| {
        let count = if updates == 0 { 0 } else { algorithm.slots() };
        for (shape, _) in plan.tensors().filter(|(_, spec)| spec.is_trained) {
            all.extend((0..count).map(|index| TensorShape {
                name: format!("{name}.{index}.{}", shape.name),
                dims: vec![shape.dims.iter().product()],
            }));
        }
    };
    slots(
        GENERATOR_OPTIMISER,
        &plan.generator,
        recipe.generator_optimiser.algorithm,
        counters.generator_updates,
    );
    slots(
        DISCRIMINATOR_OPTIMISER,
        &plan.discriminator,
        recipe.discriminator_optimiser.algorithm,
        counters.discriminator_updates,
    );
    if recipe.schedule.discriminator_trainable {
        slots(
            STACKED_OPTIMISER,
            &plan.discriminator,
            recipe.generator_optimiser.algorithm,
            counters.generator_updates,
        );
    }
    all
}
