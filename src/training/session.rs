//! A training session: the caller pulls steps; not pulling is pausing.

use super::batch::{Batch, Feed};
use super::metrics::{self, Pending, Probe, StepReport, Verdict, diverged};
use super::optimiser::Optimiser;
#[cfg(doc)]
use crate::Error;
use crate::Result;
use crate::data::DataSet;
use crate::grid::Grid;
use crate::network::{NamedTensor, Network, Pass, flatten, one_hot, read_all};
use crate::random::{Purpose, Random};
use crate::recipe::{LatentReuse, Plan, Recipe};
use burn::module::Module;
use burn::tensor::{Device, Tensor};
use std::sync::Arc;

/// Images in the sample grid.
const SAMPLES: usize = 64;

/// Steps between two looks at the weights themselves.
const CHECK_EVERY: u64 = 16;

/// A GAN in training. Everything random comes from its seed and its step.
pub struct Training {
    recipe: Recipe,
    plan: Plan,
    seed: u64,
    feed: Feed,
    generator: Network,
    discriminator: Network,
    averaged: Network,
    generator_optimiser: Optimiser,
    discriminator_optimiser: Optimiser,
    step: u64,
    pending: Vec<Pending>,
    fixed: Batch,
}

impl Training {
    /// Builds both networks on `device` (its plain form, without autodiff).
    ///
    /// # Errors
    /// [`Error::Recipe`], [`Error::Spec`] or [`Error::Data`] where recipe and data do not fit
    /// together; nothing is allocated before that is known.
    pub fn new(recipe: Recipe, data: Arc<DataSet>, seed: u64, device: &Device) -> Result<Self> {
        let plan = recipe.plan()?;
        let feed = Feed::new(&recipe, data, seed, device.clone())?;
        let train = device.clone().autodiff();
        let generator = Network::new(&plan.generator, seed, Purpose::GeneratorWeights, &train);
        let discriminator = Network::new(
            &plan.discriminator,
            seed,
            Purpose::DiscriminatorWeights,
            &train,
        );
        let mut random = Random::new(seed, Purpose::FixedLatents, 0);
        let fixed = Batch {
            tensor: recipe.latent.draw(&mut random, SAMPLES, device),
            labels: recipe.classes.map(|classes| {
                let labels: Vec<u8> = (0..SAMPLES).map(|index| (index % classes) as u8).collect();
                one_hot(&labels, classes, device)
            }),
        };
        Ok(Self {
            averaged: generator.valid(),
            generator_optimiser: Optimiser::new(recipe.generator_optimiser),
            discriminator_optimiser: Optimiser::new(recipe.discriminator_optimiser),
            recipe,
            plan,
            seed,
            feed,
            generator,
            discriminator,
            step: 0,
            pending: Vec::new(),
            fixed,
        })
    }

    /// Runs `steps` training steps and reads what happened, in one transfer.
    ///
    /// # Errors
    /// [`Error::Training`] when a loss or a weight is no longer finite, [`Error::Device`] when the device
    /// could not deliver.
    pub async fn next(&mut self, steps: usize) -> Result<Vec<StepReport>> {
        self.advance(steps);
        self.reports().await
    }

    /// Runs `steps` training steps; what happened stays on the device.
    pub fn advance(&mut self, steps: usize) {
        for _ in 0..steps {
            self.train_step();
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
        let probe = is_due.then(|| Probe::new(&self.generator, &self.discriminator));
        metrics::read(pending, probe).await
    }

    fn train_step(&mut self) {
        let schedule = self.recipe.schedule;
        let mut latents = Random::new(self.seed, Purpose::Latents, self.step);
        let mut dropout = Random::new(self.seed, Purpose::Dropout, self.step);
        let mut verdict = None;
        // Batch, latents and generated images (with their graph) of the last update.
        let mut last = None;
        for update in 0..schedule.discriminator_updates as u64 {
            let number = self.step * schedule.discriminator_updates as u64 + update;
            let real = self.feed.batch(number);
            let z = self.latents(&mut latents);
            let fake = self.generate(&z, &real, &mut dropout);
            verdict = Some(self.update_discriminator(&real, fake.clone(), &mut dropout));
            last = Some((real, z, fake));
        }
        let (conditions, shared, fake) = last.expect("a step has a discriminator update");
        let mut first = (schedule.latents == LatentReuse::Shared).then_some(fake);
        let mut g_loss = None;
        for _ in 0..schedule.generator_updates {
            let fake = match (first.take(), schedule.latents) {
                (Some(fake), _) => fake,
                (None, LatentReuse::Shared) => self.generate(&shared, &conditions, &mut dropout),
                (None, LatentReuse::Fresh) => {
                    let z = self.latents(&mut latents);
                    self.generate(&z, &conditions, &mut dropout)
                }
            };
            g_loss = Some(self.update_generator(fake, &conditions, &mut dropout));
        }
        self.step += 1;
        self.follow_average();
        self.pending.push(Pending::new(
            self.step,
            self.epoch(),
            verdict.expect("a step has a discriminator update"),
            g_loss.expect("a step has a generator update"),
        ));
    }

    fn latents(&self, random: &mut Random) -> Tensor<4> {
        let device = self.feed.device();
        let z = self.recipe.latent.draw(random, self.recipe.batch, device);
        Tensor::from_inner(z)
    }

    fn generate(&mut self, z: &Tensor<4>, conditions: &Batch, dropout: &mut Random) -> Tensor<4> {
        let mut pass = Pass {
            labels: conditions.labels.as_ref(),
            random: dropout,
        };
        self.generator.forward(z.clone(), &mut pass)
    }

    fn update_discriminator(
        &mut self,
        real: &Batch,
        fake: Tensor<4>,
        dropout: &mut Random,
    ) -> Verdict {
        let mut pass = Pass {
            labels: real.labels.as_ref(),
            random: dropout,
        };
        let on_real = self.discriminator.forward(real.tensor.clone(), &mut pass);
        let on_fake = self.discriminator.forward(fake.detach(), &mut pass);
        let loss = self
            .recipe
            .objective
            .discriminator(on_real.clone(), on_fake.clone());
        let gradients = loss.backward();
        replace(&mut self.discriminator, |network| {
            self.discriminator_optimiser.update(network, gradients)
        });
        Verdict {
            loss: loss.inner(),
            real: on_real.inner(),
            fake: on_fake.inner(),
        }
    }

    fn update_generator(
        &mut self,
        fake: Tensor<4>,
        conditions: &Batch,
        dropout: &mut Random,
    ) -> Tensor<1> {
        let mut pass = Pass {
            labels: conditions.labels.as_ref(),
            random: dropout,
        };
        // Its weights stand still here: their gradient would be thrown away.
        let mut frozen = self.discriminator.clone().no_grad();
        let logits = frozen.forward(fake, &mut pass);
        self.discriminator.take_statistics(&frozen);
        let loss = self.recipe.objective.generator(logits);
        let gradients = loss.backward();
        replace(&mut self.generator, |network| {
            self.generator_optimiser.update(network, gradients)
        });
        loss.inner()
    }

    /// Early on the average forgets faster, with a half-life of 5 % of the steps so far
    /// (`ema_rampup` of StyleGAN2-ADA): else it would show long what the generator no longer is.
    fn follow_average(&mut self) {
        let half_life = 0.05 * self.step as f64;
        let keep = self.recipe.average.min(libm::exp2(-1.0 / half_life));
        let live = self.generator.valid();
        replace(&mut self.averaged, |average| average.average(&live, keep));
    }

    /// Draws the fixed latents through the averaged generator, or the live one.
    ///
    /// # Errors
    /// [`Error::Training`] when an image is no longer finite, [`Error::Device`] when the device
    /// could not deliver.
    pub async fn samples(&self, averaged: bool) -> Result<Grid> {
        let Batch { tensor, labels } = &self.fixed;
        let images = if averaged {
            self.averaged.infer(tensor.clone(), labels.as_ref())
        } else {
            self.generator
                .valid()
                .infer(tensor.clone(), labels.as_ref())
        };
        let values = read_all(vec![flatten(images)]).await?;
        if values[0].iter().any(|value| !value.is_finite()) {
            return Err(diverged(
                self.step,
                "the generated images are no longer finite",
            ));
        }
        Ok(Grid::from_values(self.recipe.image, &values[0]))
    }

    /// As many real images as the sample grid has.
    pub fn reals(&self) -> Grid {
        Grid::new(self.recipe.image, &self.feed.reals(SAMPLES))
    }

    /// Reads the generator's tensors, averaged or live.
    ///
    /// # Errors
    /// [`Error::Device`] when the device could not deliver.
    pub async fn generator(&self, averaged: bool) -> Result<Vec<NamedTensor>> {
        if averaged {
            self.averaged.read().await
        } else {
            self.generator.read().await
        }
    }

    /// New learning rates, from the next step on.
    ///
    /// # Errors
    /// [`Error::Recipe`] when a rate is out of its range; then both stay.
    pub fn set_rates(&mut self, generator: f64, discriminator: f64) -> Result<()> {
        let generator = self.recipe.generator_optimiser.with_rate(generator);
        let discriminator = self.recipe.discriminator_optimiser.with_rate(discriminator);
        generator.check("generator")?;
        discriminator.check("discriminator")?;
        self.recipe.generator_optimiser = generator;
        self.recipe.discriminator_optimiser = discriminator;
        self.generator_optimiser.spec = generator;
        self.discriminator_optimiser.spec = discriminator;
        Ok(())
    }

    /// Steps done.
    pub fn step(&self) -> u64 {
        self.step
    }

    /// Epochs done, with the part of the one under way.
    pub fn epoch(&self) -> f64 {
        self.step as f64 / self.steps_per_epoch()
    }

    /// Steps in an epoch.
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

    /// The data set's name.
    pub fn data_name(&self) -> &str {
        self.feed.name()
    }
}

/// Replaces a network by what `change` makes of it. burn's modules are cheap handles to shared
/// tensors, but an update in place needs the only one.
fn replace(network: &mut Network, change: impl FnOnce(Network) -> Network) {
    let taken = std::mem::replace(network, Network::empty());
    *network = change(taken);
}
