//! Epochs in steps, and steps in epochs.

use super::session::Training;

/// What an epoch may lack through rounding and still count as done.
const ROUNDING: f64 = 1e-9;

impl Training {
    /// Epochs done after this many steps, with the part of the one under way.
    pub fn epoch_after(&self, steps: u64) -> f64 {
        let batches = self.recipe.schedule.discriminator_updates_before(steps);
        batches as f64 / self.feed.batches_per_epoch() as f64
    }

    /// The first step after which so many epochs are done.
    pub fn step_of_epoch(&self, epochs: f64) -> u64 {
        let batches = (epochs - ROUNDING) * self.feed.batches_per_epoch() as f64;
        self.recipe.schedule.steps_for(batches)
    }

    /// The next step that completes another `epochs` epochs, counted from the very start.
    pub fn next_step_of(&self, epochs: f64) -> u64 {
        let periods = ((self.epoch() + ROUNDING) / epochs).floor();
        self.step_of_epoch((periods + 1.0) * epochs)
            .max(self.step() + 1)
    }
}

#[cfg(test)]
mod tests {
    use crate::data::DataSet;
    use crate::recipe::preset;
    use crate::training::Training;
    use burn::tensor::Device;
    use std::sync::Arc;

    #[test]
    fn an_epoch_is_done_with_the_step_that_completes_it() {
        for (images, batch, updates) in [(60, 4, 1), (60, 7, 3), (50, 1, 7), (9, 9, 5)] {
            let mut recipe = preset("mlp-gan").unwrap();
            (recipe.width, recipe.batch) = (1, batch);
            recipe.schedule.discriminator_updates = updates;
            let data = Arc::new(DataSet::drawn_digits(1).limited(images).unwrap());
            let training = Training::new(recipe, data, 1, &Device::flex()).unwrap();
            let batches = (images / batch) as u64;
            for epochs in 0..40 {
                let expected = (epochs * batches).div_ceil(updates as u64);
                assert_eq!(training.step_of_epoch(epochs as f64), expected);
            }
        }
    }
}
