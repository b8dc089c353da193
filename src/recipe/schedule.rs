//! Who is updated when, on what.

use crate::data::batches::Order;
use crate::sentence::{sentence, term};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// Most updates of one network in a step.
const MOST_UPDATES: usize = 100;

/// More steps than any training takes; the updates in so many can still be counted.
const MOST_STEPS: u64 = 1 << 52;

/// One training step: so many updates of the discriminator, then so many of the generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Schedule {
    /// Discriminator updates, each on its own batch.
    pub discriminator_updates: usize,
    /// Steps that have more of them, if some do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub warmup: Option<Warmup>,
    /// Generator updates.
    pub generator_updates: usize,
    /// Which latents the generator's updates take.
    pub latents: LatentReuse,
    /// The order in which the data set's images come.
    #[serde(default, skip_serializing_if = "is_default")]
    pub order: Order,
    /// How the discriminator sees real and generated images.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discriminator_batches: DiscriminatorBatches,
    /// How the generator makes the images for the discriminator's updates.
    #[serde(default, skip_serializing_if = "is_default")]
    pub fakes: Fakes,
    /// Whether the generator's update moves the discriminator, too, along the same loss: Keras's
    /// stacked model without `discriminator.trainable = False`. It does so by the generator's
    /// optimiser, which remembers the discriminator's weights apart.
    #[serde(default, skip_serializing_if = "is_default")]
    pub discriminator_trainable: bool,
    /// Whether each optimiser counts the other's updates, too: one Keras optimiser compiled into
    /// both models has one counter, `iterations`.
    #[serde(default, skip_serializing_if = "is_default")]
    pub shared_iterations: bool,
}

/// More discriminator updates in the first steps, and again every so many, which keep a critic
/// near its optimum (the program of Arjovsky et al. 2017 does so).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Warmup {
    /// Discriminator updates in such a step.
    pub discriminator_updates: usize,
    /// The first so many steps are such.
    pub steps: u64,
    /// And every step whose number, from 0, this divides.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<u64>,
}

/// Which latents the generator's updates take.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LatentReuse {
    /// Those of the step's last discriminator update.
    Shared,
    /// Their own.
    Fresh,
}

/// How the discriminator sees real and generated images.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DiscriminatorBatches {
    /// In two passes, each with its own batch statistics; the losses are added (DCGAN).
    #[default]
    Separate,
    /// In one pass over both; the loss is the mean over all, half the sum (usual in Keras).
    Joint,
}

/// How the generator makes the images for the discriminator's updates.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fakes {
    /// In training: batch statistics, which the running ones follow, and dropout.
    #[default]
    Trained,
    /// In inference: running statistics, no dropout (Keras's `predict`).
    Predicted,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(feature = "engine")]
impl DiscriminatorBatches {
    /// What each half's loss counts: in one pass over both the mean over all is half the sum of
    /// their means.
    pub(crate) fn share(self) -> f64 {
        match self {
            Self::Separate => 1.0,
            Self::Joint => 0.5,
        }
    }

    /// Parts of a pass over both halves that have batch statistics of their own.
    pub(crate) fn groups(self) -> usize {
        match self {
            Self::Separate => 2,
            Self::Joint => 1,
        }
    }
}

impl Schedule {
    /// Discriminator updates in a step, counted from 0.
    pub fn discriminator_updates_in(self, step: u64) -> usize {
        match self.warmup {
            Some(warmup) if warmup.has(step) => warmup.discriminator_updates,
            _ => self.discriminator_updates,
        }
    }

    /// Discriminator updates, and so batches, in all steps before this one.
    pub fn discriminator_updates_before(self, step: u64) -> u64 {
        let usual = self.discriminator_updates as u64;
        match self.warmup {
            None => step * usual,
            Some(warmup) => {
                let steps = warmup.steps_before(step);
                steps * warmup.discriminator_updates as u64 + (step - steps) * usual
            }
        }
    }

    /// Steps after which so many batches have been learned.
    pub fn steps_for(self, batches: f64) -> u64 {
        let least = self.discriminator_updates;
        let least = self
            .warmup
            .map_or(least, |warmup| warmup.discriminator_updates.min(least));
        let most = (batches / least as f64).ceil() as u64;
        let (mut low, mut high) = (0, most.min(MOST_STEPS));
        while low < high {
            let middle = low + (high - low) / 2;
            if self.discriminator_updates_before(middle) as f64 >= batches {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }

    /// Checks the numbers.
    pub(crate) fn check(self) -> Result<()> {
        let updates = |what: &str, value| {
            if (1..=MOST_UPDATES).contains(&value) {
                return Ok(());
            }
            Err(Error::recipe(sentence!(
                "The recipe's number of {what} updates is {value}; it must be 1 to {most}.",
                what = term(what),
                value,
                most = MOST_UPDATES
            )))
        };
        updates("discriminator", self.discriminator_updates)
            .map_err(|error| error.in_field("discriminator_updates"))?;
        updates("generator", self.generator_updates)
            .map_err(|error| error.in_field("generator_updates"))?;
        let Some(warmup) = self.warmup else {
            return Ok(());
        };
        updates("warm-up discriminator", warmup.discriminator_updates)
            .map_err(|error| error.in_field("discriminator_updates").in_field("warmup"))?;
        if warmup.every == Some(0) {
            return Err(Error::recipe(sentence!(
                "The recipe's warm-up repeats every 0 steps; that number must be 1 or more, or left out."
            ))
            .in_field("every")
            .in_field("warmup"));
        }
        Ok(())
    }
}

impl Warmup {
    fn has(self, step: u64) -> bool {
        step < self.steps || self.every.is_some_and(|every| step.is_multiple_of(every))
    }

    /// Such steps before this one.
    fn steps_before(self, step: u64) -> u64 {
        let first = step.min(self.steps);
        // Multiples of `every` from the last of the first steps on.
        let again = self
            .every
            .map_or(0, |every| step.div_ceil(every) - first.div_ceil(every));
        first + again
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schedule(warmup: Option<Warmup>) -> Schedule {
        Schedule {
            discriminator_updates: 5,
            warmup,
            generator_updates: 1,
            latents: LatentReuse::Fresh,
            order: Order::Shuffled,
            discriminator_batches: DiscriminatorBatches::Separate,
            fakes: Fakes::Trained,
            discriminator_trainable: false,
            shared_iterations: false,
        }
    }

    fn warmup(updates: usize, steps: u64, every: Option<u64>) -> Option<Warmup> {
        Some(Warmup {
            discriminator_updates: updates,
            steps,
            every,
        })
    }

    #[test]
    fn updates_before_a_step_are_the_sum_of_those_in_each() {
        for warmup in [
            None,
            warmup(25, 25, Some(500)),
            warmup(7, 3, None),
            warmup(1, 0, Some(4)),
            warmup(9, 6, Some(4)),
        ] {
            let schedule = schedule(warmup);
            let mut sum = 0;
            for step in 0..1100 {
                assert_eq!(schedule.discriminator_updates_before(step), sum, "{step}");
                assert_eq!(schedule.steps_for(sum as f64), step, "{step}");
                assert_eq!(schedule.steps_for(sum as f64 + 0.5), step + 1, "{step}");
                sum += schedule.discriminator_updates_in(step) as u64;
            }
        }
        let wgan = schedule(warmup(25, 25, Some(500)));
        let of = |step| wgan.discriminator_updates_in(step);
        assert_eq!(
            [0, 24, 25, 499, 500, 501, 1000].map(of),
            [25, 25, 5, 5, 25, 5, 25]
        );
    }

    #[test]
    fn impossible_numbers_are_refused() {
        assert!(schedule(warmup(25, 25, Some(500))).check().is_ok());
        for (updates, every, word) in [
            (0, None, "warm-up"),
            (101, None, "101"),
            (1, Some(0), "every 0"),
        ] {
            let error = schedule(warmup(updates, 1, every))
                .check()
                .unwrap_err()
                .to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}
