//! One training step.

use super::draws::{Chance, Draws};
use super::metrics::Pending;
use super::session::Training;
use super::turn::{Held, Turn};
use crate::recipe::{Fakes, LatentReuse};

impl Training {
    pub(super) fn train_step(&mut self, turn: Turn) {
        let schedule = self.recipe.schedule;
        let is_due = |every: u64| every > 0 && (self.step + 1).is_multiple_of(every);
        let (wants_histograms, wants_sizes) =
            (is_due(self.histograms_every), is_due(self.sizes_every));
        let (recipe, networks) = (&self.recipe, &mut self.networks);
        networks.measure_gradients(wants_sizes);
        let held = Held::of(turn, networks);
        let mut chance = Chance::new(self.seed, self.step);
        let mut draws = Draws::new(&mut self.feed, recipe, self.seed, self.step);
        let mut verdict = None;
        // What the last update took, and its generated images with their graph.
        let mut last = None;
        let updates = schedule.discriminator_updates_in(self.step);
        for number in 1..=updates {
            let update = draws.update();
            // Where it only is measured, once is enough.
            if !turn.trains_discriminator() && number < updates {
                continue;
            }
            let fake = networks.fakes(recipe, &update, &mut chance.dropout);
            let images = fake.clone();
            verdict = Some(match turn.trains_discriminator() {
                true => networks.update_discriminator(recipe, &update, images, &mut chance),
                false => networks.measure_discriminator(recipe, &update, images, &mut chance),
            });
            last = Some((update, fake));
        }
        let (update, fake) = last.expect("a step has a discriminator update");
        let labels = update.real.labels.as_ref();
        let is_reusable =
            schedule.latents == LatentReuse::Shared && schedule.fakes == Fakes::Trained;
        let mut first = is_reusable.then_some(fake);
        let mut g_loss = None;
        let updates = match turn.trains_generator() {
            true => schedule.generator_updates,
            false => 1,
        };
        for _ in 0..updates {
            let fake = match (first.take(), schedule.latents) {
                (Some(fake), _) => fake,
                (None, LatentReuse::Shared) => {
                    networks.generate(&update.z, labels, &mut chance.dropout)
                }
                (None, LatentReuse::Fresh) => {
                    networks.generate(&draws.latents(), labels, &mut chance.dropout)
                }
            };
            g_loss = Some(match turn.trains_generator() {
                true => networks.update_generator(recipe, fake, &update.real, &mut chance),
                false => networks.measure_generator(recipe, fake, &update.real, &mut chance),
            });
        }
        held.put_back(networks);
        self.step += 1;
        if turn.trains_generator() {
            networks.follow_average(self.step, self.recipe.average, &update);
        }
        let sizes = wants_sizes.then(|| networks.squares());
        let pending = Pending::new(
            self.step,
            self.epoch(),
            verdict.expect("a step has a discriminator update"),
            g_loss.expect("a step has a generator update"),
            wants_histograms.then_some(update.z),
        );
        self.pending.push(pending.with_sizes(sizes));
    }
}
