//! A training session: the caller pulls steps; not pulling is pausing.

use super::batch::Feed;
use super::fixed::FixedSamples;
use super::judge_state::JudgeState;
use super::metrics::{self, Pending, Probe, StepReport};
use super::networks::Networks;
use super::turn::Turn;
#[cfg(doc)]
use crate::Error;
use crate::Result;
use crate::data::DataSet;
use crate::network::NamedTensor;
use crate::recipe::{Plan, Recipe};
use burn::tensor::Device;
use std::sync::Arc;

/// Steps between two looks at the weights themselves.
const CHECK_EVERY: u64 = 16;

/// A GAN in training. Everything random comes from its seed and its step.
pub struct Training {
    pub(super) recipe: Recipe,
    plan: Plan,
    pub(super) seed: u64,
    pub(super) feed: Feed,
    pub(super) networks: Networks,
    pub(super) step: u64,
    pub(super) pending: Vec<Pending>,
    pub(super) fixed: FixedSamples,
    pub(super) histograms_every: u64,
    pub(super) sizes_every: u64,
    pub(super) judge_state: JudgeState,
}

impl Training {
    /// Builds both networks on `device` (its plain form, without autodiff). A recipe that adapts
    /// takes the size of the data's images.
    ///
    /// # Errors
    /// [`Error::Recipe`], [`Error::Spec`] or [`Error::Data`] where recipe and data do not fit
    /// together; nothing is allocated before that is known.
    pub fn new(recipe: Recipe, data: Arc<DataSet>, seed: u64, device: &Device) -> Result<Self> {
        Self::built(recipe, data, seed, Some(seed), device)
    }

    /// The same without drawing weights, for [`Training::restore`].
    pub(super) fn blank(
        recipe: Recipe,
        data: Arc<DataSet>,
        seed: u64,
        device: &Device,
    ) -> Result<Self> {
        Self::built(recipe, data, seed, None, device)
    }

    fn built(
        recipe: Recipe,
        data: Arc<DataSet>,
        seed: u64,
        weights: Option<u64>,
        device: &Device,
    ) -> Result<Self> {
        let recipe = recipe.fitted(data.shape());
        let plan = recipe.plan()?;
        let feed = Feed::new(&recipe, data, seed, device.clone())?;
        let fixed = FixedSamples::new(&recipe, seed, device);
        Ok(Self {
            networks: Networks::new(&recipe, &plan, weights, device),
            recipe,
            plan,
            seed,
            feed,
            step: 0,
            pending: Vec::new(),
            fixed,
            histograms_every: 0,
            sizes_every: 0,
            judge_state: JudgeState::default(),
        })
    }

    /// Has every step whose number this divides report histograms; 0 for none.
    pub fn histograms_every(&mut self, steps: u64) {
        self.histograms_every = steps;
    }

    /// Has every step whose number this divides report how large weights and gradients are; 0 for none.
    pub fn sizes_every(&mut self, steps: u64) {
        self.sizes_every = steps;
    }

    /// Runs `steps` training steps and reads what happened, in one transfer.
    ///
    /// # Errors
    /// [`Error::Training`] when a loss or a weight is no longer finite, [`Error::Device`] when the device
    /// could not deliver.
    pub async fn next(&mut self, steps: usize) -> Result<Vec<StepReport>> {
        self.next_of(Turn::Both, steps).await
    }

    /// The same of the networks whose turn it is.
    ///
    /// # Errors
    /// As [`Training::next`].
    pub async fn next_of(&mut self, turn: Turn, steps: usize) -> Result<Vec<StepReport>> {
        self.advance_of(turn, steps);
        self.reports().await
    }

    /// Runs `steps` training steps; what happened stays on the device.
    pub fn advance(&mut self, steps: usize) {
        self.advance_of(Turn::Both, steps);
    }

    /// The same of the networks whose turn it is.
    pub fn advance_of(&mut self, turn: Turn, steps: usize) {
        for _ in 0..steps {
            self.train_step(turn);
        }
    }

    /// Reads what happened since the last reading.
    ///
    /// # Errors
    /// As [`Training::next`].
    pub async fn reports(&mut self) -> Result<Vec<StepReport>> {
        let pending = std::mem::take(&mut self.pending);
        if pending.is_empty() {
            return Ok(Vec::new());
        }
        let is_due = pending.iter().any(|one| one.step % CHECK_EVERY == 1);
        let probe =
            is_due.then(|| Probe::new(&self.networks.generator, &self.networks.discriminator));
        metrics::read(pending, probe).await
    }

    /// Reads the generator's tensors, averaged or live.
    ///
    /// # Errors
    /// [`Error::Device`] when the device could not deliver.
    pub async fn generator(&self, averaged: bool) -> Result<Vec<NamedTensor>> {
        if averaged {
            self.networks.averaged.read().await
        } else {
            self.networks.generator.read().await
        }
    }

    /// Reads the discriminator's tensors.
    ///
    /// # Errors
    /// [`Error::Device`] when the device could not deliver.
    pub async fn discriminator(&self) -> Result<Vec<NamedTensor>> {
        self.networks.discriminator.read().await
    }

    /// New learning rates, from the next step on.
    ///
    /// # Errors
    /// [`Error::Recipe`] when a rate is out of its range; then both stay.
    pub fn set_rates(&mut self, generator: f64, discriminator: f64) -> Result<()> {
        let mut specs = [
            self.recipe.generator_optimiser,
            self.recipe.discriminator_optimiser,
        ];
        specs[0].rate = generator;
        specs[1].rate = discriminator;
        specs[0]
            .check("generator")
            .map_err(|error| error.in_field("generator_optimiser"))?;
        specs[1]
            .check("discriminator")
            .map_err(|error| error.in_field("discriminator_optimiser"))?;
        [
            self.recipe.generator_optimiser,
            self.recipe.discriminator_optimiser,
        ] = specs;
        self.networks.generator_optimiser.spec = specs[0];
        self.networks.discriminator_optimiser.spec = specs[1];
        if let Some(stacked) = &mut self.networks.stacked_optimiser {
            stacked.spec = specs[0];
        }
        Ok(())
    }

    /// Steps done.
    pub fn step(&self) -> u64 {
        self.step
    }

    /// Epochs done, with the part of the one under way.
    pub fn epoch(&self) -> f64 {
        self.epoch_after(self.step)
    }

    /// Steps in an epoch, but for those of a warm-up, which learn more batches.
    pub fn steps_per_epoch(&self) -> f64 {
        let batches = self.recipe.schedule.discriminator_updates as f64;
        self.feed.batches_per_epoch() as f64 / batches
    }

    /// The recipe, with the learning rates as they now are.
    pub fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// The networks' shapes and sizes.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The seed.
    pub fn seed(&self) -> u64 {
        self.seed
    }

    /// What tells the data set from another.
    pub fn data_fingerprint(&self) -> String {
        self.feed.data_fingerprint()
    }

    /// Of all its images, where they are stored ([`DataSet::checksum`]).
    pub fn data_checksum(&self) -> Option<u32> {
        self.feed.data_checksum()
    }

    /// What the data set's classes are called; empty without labels.
    pub fn class_names(&self) -> &[String] {
        self.feed.class_names()
    }

    /// Images in an epoch.
    pub fn data_len(&self) -> usize {
        self.feed.data_len()
    }

    /// The data set's name.
    pub fn data_name(&self) -> &str {
        self.feed.name()
    }
}
