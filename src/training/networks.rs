//! The two players and the average of one of them: how each takes an update.

use super::augment::augmented;
use super::batch::Batch;
use super::draws::{Chance, Update};
use super::losses::{self, DiscriminatorLoss};
use super::metrics::Verdict;
use super::optimiser::{Optimiser, clip_weights};
use super::penalty::{gradient_penalty, point_penalty};
use super::sizes::Squares;
use crate::network::{Network, Pass};
use crate::random::{Purpose, Random};
use crate::recipe::{DiscriminatorBatches, Fakes, Plan, Recipe, Schedule};
use crate::training::Objective;
use burn::module::Module;
use burn::tensor::{Device, Tensor};

/// The first steps, in each of which the averaged generator looks at its batch norms' statistics, and every
/// so many steps it does later.
const OBSERVED_FIRST: u64 = 32;
const OBSERVED_EVERY: u64 = 8;

/// Both networks with their optimisers, and the averaged generator.
pub(super) struct Networks {
    pub generator: Network,
    pub discriminator: Network,
    pub averaged: Network,
    pub generator_optimiser: Optimiser,
    pub discriminator_optimiser: Optimiser,
    /// The generator's optimiser as it moves the discriminator, where the schedule has it do so.
    pub stacked_optimiser: Option<Optimiser>,
}

impl Networks {
    /// Draws the initial weights by a seed on `device`, which is not an autodiff one; without a seed they
    /// are to be written.
    pub fn new(recipe: &Recipe, plan: &Plan, seed: Option<u64>, device: &Device) -> Self {
        let train = device.clone().autodiff();
        let network = |plan, purpose| match seed {
            Some(seed) => Network::new(plan, seed, purpose, &train),
            None => Network::blank(plan, &train),
        };
        let generator = network(&plan.generator, Purpose::GeneratorWeights);
        let stacked = recipe.schedule.discriminator_trainable;
        Self {
            averaged: generator.valid(),
            generator,
            discriminator: network(&plan.discriminator, Purpose::DiscriminatorWeights),
            generator_optimiser: Optimiser::new(recipe.generator_optimiser),
            discriminator_optimiser: Optimiser::new(recipe.discriminator_optimiser),
            stacked_optimiser: stacked.then(|| Optimiser::new(recipe.generator_optimiser)),
        }
    }

    /// The images of `z` for the discriminator.
    pub fn fakes(&mut self, recipe: &Recipe, update: &Update, dropout: &mut Random) -> Tensor<4> {
        let labels = update.real.labels.as_ref();
        match recipe.schedule.fakes {
            Fakes::Trained => self.generate(&update.z, labels, dropout),
            Fakes::Predicted => {
                let labels = labels.map(|labels| labels.clone().inner());
                let z = update.z.clone().inner();
                Tensor::from_inner(self.generator.valid().infer(z, labels.as_ref()))
            }
        }
    }

    /// The images of `z` in training.
    pub fn generate(
        &mut self,
        z: &Tensor<4>,
        labels: Option<&Tensor<4>>,
        random: &mut Random,
    ) -> Tensor<4> {
        let mut pass = Pass {
            labels,
            groups: 1,
            random,
        };
        self.generator.forward(z.clone(), &mut pass)
    }

    pub fn update_discriminator(
        &mut self,
        recipe: &Recipe,
        update: &Update,
        fake: Tensor<4>,
        chance: &mut Chance,
    ) -> Verdict {
        self.clip_discriminator(recipe.objective.weight_limit(true));
        let (real, fake) = seen(recipe, update, fake, chance);
        let outputs = self.judge(recipe, &real, fake.clone(), &mut chance.dropout);
        let DiscriminatorLoss {
            mut loss,
            parts,
            logits,
        } = losses::of_discriminator(recipe, outputs, real.labels.as_ref());
        let penalty = self.penalty(recipe.objective, update, &real, fake);
        if let Some(penalty) = &penalty {
            loss = loss + penalty.clone();
        }
        let mut gradients = loss.backward();
        let others = recipe.schedule.counted(&self.generator_optimiser);
        replace(&mut self.discriminator, |network| {
            let optimiser = &mut self.discriminator_optimiser;
            optimiser.update(network, &mut gradients, others)
        });
        self.clip_discriminator(recipe.objective.weight_limit(false));
        Verdict {
            losses: parts,
            penalty: penalty.map(Tensor::inner),
            logits: logits.inner(),
            objective: recipe.objective,
        }
    }

    /// What an update would find that nobody makes: no penalty, and no trace of it in the network.
    pub fn measure_discriminator(
        &mut self,
        recipe: &Recipe,
        update: &Update,
        fake: Tensor<4>,
        chance: &mut Chance,
    ) -> Verdict {
        let before = self.discriminator.clone();
        let (real, fake) = seen(recipe, update, fake, chance);
        let outputs = self.judge(recipe, &real, fake, &mut chance.dropout);
        self.discriminator = before;
        let found = losses::of_discriminator(recipe, outputs, real.labels.as_ref());
        Verdict {
            losses: found.parts,
            penalty: None,
            logits: found.logits.inner(),
            objective: recipe.objective,
        }
    }

    fn clip_discriminator(&mut self, limit: Option<f64>) {
        if let Some(limit) = limit {
            replace(&mut self.discriminator, |network| {
                clip_weights(network, limit)
            });
        }
    }

    /// What the discriminator pays for its gradient, `[1]`, if it does in this update.
    fn penalty(
        &self,
        objective: Objective,
        update: &Update,
        real: &Batch,
        fake: Tensor<4>,
    ) -> Option<Tensor<1>> {
        let (critic, labels) = (&self.discriminator, real.labels.as_ref());
        let real = &real.tensor;
        let on_path = match (objective, &update.mix) {
            (Objective::WassersteinGradientPenalty { weight }, Some(mix)) => {
                let (real, fake, mix) = (real.clone(), fake.clone(), mix.clone());
                Some(gradient_penalty(critic, real, fake, mix, labels) * weight)
            }
            _ => None,
        };
        let at_points = update.point_penalties.into_iter().zip([real, &fake]);
        let at_points = at_points.filter_map(|(weight, images)| {
            weight.map(|weight| point_penalty(critic, images.clone(), labels) * weight)
        });
        let terms = on_path.into_iter().chain(at_points);
        terms.reduce(|sum, term| sum + term)
    }

    /// The discriminator's logits of real and, behind them, of generated images.
    fn judge(
        &mut self,
        recipe: &Recipe,
        real: &Batch,
        fake: Tensor<4>,
        random: &mut Random,
    ) -> Tensor<4> {
        let labels = real.labels.as_ref();
        let groups = match recipe.schedule.discriminator_batches {
            DiscriminatorBatches::Joint => 1,
            // One pass as well, but each half with its own batch statistics, where nothing depends on
            // the number of passes.
            DiscriminatorBatches::Separate if !self.discriminator.is_by_pass() => 2,
            DiscriminatorBatches::Separate => {
                let halves = [real.tensor.clone(), fake].map(|images| {
                    let mut pass = Pass {
                        labels,
                        groups: 1,
                        random,
                    };
                    self.discriminator.forward(images, &mut pass)
                });
                return Tensor::cat(halves.to_vec(), 0);
            }
        };
        let twice = labels.map(|labels| Tensor::cat(vec![labels.clone(); 2], 0));
        let mut pass = Pass {
            labels: twice.as_ref(),
            groups,
            random,
        };
        let both = Tensor::cat(vec![real.tensor.clone(), fake], 0);
        self.discriminator.forward(both, &mut pass)
    }

    /// The generator's loss, `[1]`. `real` are images that a relativistic loss pairs with `fake`; their
    /// labels are those of `fake`, too.
    pub fn update_generator(
        &mut self,
        recipe: &Recipe,
        fake: Tensor<4>,
        real: &Batch,
        chance: &mut Chance,
    ) -> Tensor<1> {
        let loss = self.generator_loss(recipe, fake, real, chance);
        let mut gradients = loss.backward();
        let others = recipe.schedule.counted(&self.discriminator_optimiser);
        replace(&mut self.generator, |network| {
            self.generator_optimiser
                .update(network, &mut gradients, others)
        });
        if let Some(optimiser) = &mut self.stacked_optimiser {
            replace(&mut self.discriminator, |network| {
                optimiser.update(network, &mut gradients, others)
            });
        }
        loss.inner()
    }

    /// The same without an update, and without a trace in the discriminator.
    pub fn measure_generator(
        &mut self,
        recipe: &Recipe,
        fake: Tensor<4>,
        real: &Batch,
        chance: &mut Chance,
    ) -> Tensor<1> {
        let before = self.discriminator.clone();
        let loss = self.generator_loss(recipe, fake.detach(), real, chance);
        self.discriminator = before;
        loss.inner()
    }

    fn generator_loss(
        &mut self,
        recipe: &Recipe,
        fake: Tensor<4>,
        real: &Batch,
        chance: &mut Chance,
    ) -> Tensor<1> {
        let fake = augmented(recipe, fake, &mut chance.augmentation);
        let is_relativistic = recipe.objective.is_relativistic();
        let real = Batch {
            tensor: match is_relativistic {
                true => augmented(recipe, real.tensor.clone(), &mut chance.augmentation),
                false => real.tensor.clone(),
            },
            labels: real.labels.clone(),
        };
        // Its weights stand still here, unless they are to move: their gradient would be thrown away.
        let trained = self.stacked_optimiser.is_some();
        let kept = (!trained).then(|| self.discriminator.clone());
        if let Some(kept) = &kept {
            self.discriminator = kept.clone().no_grad();
        }
        let random = &mut chance.dropout;
        let outputs = match is_relativistic {
            true => self.judge(recipe, &real, fake, random),
            false => {
                let mut pass = Pass {
                    labels: real.labels.as_ref(),
                    groups: 1,
                    random,
                };
                self.discriminator.forward(fake, &mut pass)
            }
        };
        if let Some(mut kept) = kept {
            kept.take_statistics(&self.discriminator);
            self.discriminator = kept;
        }
        losses::of_generator(recipe, outputs, real.labels.as_ref())
    }

    /// Has the next updates of both optimisers leave how large their gradients are, or no longer.
    pub fn measure_gradients(&mut self, wanted: bool) {
        self.generator_optimiser.measure(wanted);
        self.discriminator_optimiser.measure(wanted);
    }

    /// How large weights are, and the gradients that were measured since this was last asked.
    pub fn squares(&mut self) -> Squares {
        Squares::taken([
            (&self.generator, &mut self.generator_optimiser),
            (&self.discriminator, &mut self.discriminator_optimiser),
        ])
    }

    /// Moves the average after step `step`: it keeps `keep` of itself. Early on it forgets faster,
    /// with a half-life of 5 % of the steps so far (`ema_rampup` of StyleGAN2-ADA): else it would
    /// show long what the generator no longer is.
    ///
    /// Running statistics are not averaged: those of other weights are not the average's. It draws the
    /// latents of a step now and then, and has them follow what it sees of itself (as the standing
    /// statistics of Brock et al. 2019, arXiv:1809.11096, appendix A).
    pub fn follow_average(&mut self, step: u64, keep: f64, latents: &Update) {
        let half_life = 0.05 * step as f64;
        let keep = keep.min(libm::exp2(-1.0 / half_life));
        let live = self.generator.valid();
        replace(&mut self.averaged, |average| average.average(&live, keep));
        let is_due = step <= OBSERVED_FIRST || step.is_multiple_of(OBSERVED_EVERY);
        if is_due && self.averaged.has_statistics() {
            let labels = latents
                .real
                .labels
                .as_ref()
                .map(|labels| labels.clone().inner());
            let z = latents.z.clone().inner();
            self.averaged.observe(z, labels.as_ref());
        }
    }
}

/// Real and generated images as the discriminator gets them in its own update.
fn seen(
    recipe: &Recipe,
    update: &Update,
    fake: Tensor<4>,
    chance: &mut Chance,
) -> (Batch, Tensor<4>) {
    let augmentation = &mut chance.augmentation;
    let real = Batch {
        tensor: augmented(recipe, update.real.tensor.clone(), augmentation),
        labels: update.real.labels.clone(),
    };
    (real, augmented(recipe, fake.detach(), augmentation))
}

impl Schedule {
    /// Updates of the other network's optimiser that count as an optimiser's own.
    fn counted(self, other: &Optimiser) -> u64 {
        if self.shared_iterations {
            other.updates()
        } else {
            0
        }
    }
}

/// Replaces a network by what `change` makes of it. burn's modules are cheap handles to shared
/// tensors, but an update in place needs the only one.
fn replace(network: &mut Network, change: impl FnOnce(Network) -> Network) {
    let hollow = network.hollow();
    let taken = std::mem::replace(network, hollow);
    *network = change(taken);
}
