//! Which images go into which batch: an order that the seed fixes.

use crate::error::{Error, Result};
use crate::random::{Purpose, Random};
use crate::sentence::sentence;
use serde::{Deserialize, Serialize};

/// The order in which the data set's images come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Shuffled anew every epoch.
    #[default]
    Shuffled,
    /// Shuffled once: every epoch has the same batches.
    ShuffledOnce,
    /// Each image drawn from all of them: an epoch may have one twice and another not at all.
    WithReplacement,
}

/// Cuts epochs of positions, shuffled or drawn, into batches.
///
/// Every batch follows from the seed and its number alone, so that a run can be taken up at any
/// step. Where the batch size does not divide the epoch, what is left over at its end is dropped.
#[derive(Debug, Clone)]
pub struct Batches {
    seed: u64,
    len: u32,
    batch: u32,
    kind: Order,
    /// The epoch that `order` belongs to; none before the first batch.
    epoch: Option<u64>,
    order: Vec<u32>,
}

impl Batches {
    /// Batches of `batch` images out of epochs of `len` images, in an order of this kind.
    ///
    /// # Errors
    /// [`Error::Data`] if `batch` is 0, if an epoch does not fill one batch, or if `len` does not
    /// fit 32 bits.
    pub fn new(seed: u64, len: usize, batch: usize, kind: Order) -> Result<Self> {
        if batch == 0 || len < batch {
            return Err(Error::Data(sentence!(
                "A batch of {batch} cannot be taken from {len} images: set the batch to as many \
                 at most, or take more images.",
                batch,
                len
            )));
        }
        let Ok(len) = u32::try_from(len) else {
            return Err(Error::Data(sentence!(
                "{len} images in batches of {batch} are too many: the limit is {most}.",
                len,
                batch,
                most = u32::MAX
            )));
        };
        Ok(Self {
            seed,
            len,
            batch: batch as u32, // no more than len
            kind,
            epoch: None,
            order: Vec::new(),
        })
    }

    /// Full batches in an epoch, at least 1.
    pub fn steps_per_epoch(&self) -> u64 {
        u64::from(self.len / self.batch)
    }

    /// The global positions (epoch × images an epoch + place) of batch number `step`, which
    /// counts from 0 through all epochs and stays below 2^32.
    ///
    /// Batches of the same epoch are cheap; the first of another costs its order.
    pub fn indices(&mut self, step: u64) -> Vec<u64> {
        let epoch = step / self.steps_per_epoch();
        let first = (step % self.steps_per_epoch()) as usize * self.batch as usize;
        if self.epoch != Some(epoch) {
            self.order = self.order_of(epoch);
            self.epoch = Some(epoch);
        }
        let start = epoch * u64::from(self.len);
        self.order[first..first + self.batch as usize]
            .iter()
            .map(|&place| start + u64::from(place))
            .collect()
    }

    /// The places of an epoch, from the start and not from the last epoch's order: that would tie
    /// it to the past.
    fn order_of(&self, epoch: u64) -> Vec<u32> {
        let shuffled = |number| {
            let mut order: Vec<u32> = (0..self.len).collect();
            Random::new(self.seed, Purpose::Shuffle, number).shuffle(&mut order);
            order
        };
        match self.kind {
            Order::Shuffled => shuffled(epoch),
            Order::ShuffledOnce => shuffled(0),
            Order::WithReplacement => {
                let mut random = Random::new(self.seed, Purpose::Replacement, epoch);
                (0..self.len).map(|_| random.below(self.len)).collect()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shuffled(seed: u64, len: usize, batch: usize) -> Result<Batches> {
        Batches::new(seed, len, batch, Order::Shuffled)
    }

    #[test]
    fn an_epoch_holds_every_image_once() {
        let mut batches = shuffled(3, 60, 12).unwrap();
        assert_eq!(batches.steps_per_epoch(), 5);
        for epoch in 0..3 {
            let mut seen: Vec<u64> = (epoch * 5..(epoch + 1) * 5)
                .flat_map(|step| batches.indices(step))
                .collect();
            seen.sort_unstable();
            assert!(seen.into_iter().eq(epoch * 60..(epoch + 1) * 60));
        }
    }

    #[test]
    fn the_rest_of_an_epoch_is_dropped() {
        let mut batches = shuffled(3, 10, 4).unwrap();
        assert_eq!(batches.steps_per_epoch(), 2);
        let mut seen = [batches.indices(0), batches.indices(1)].concat();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 8);
        assert!(
            batches
                .indices(2)
                .iter()
                .all(|index| (10..20).contains(index))
        );
    }

    #[test]
    fn any_step_can_be_asked_for_in_any_order() {
        let mut batches = shuffled(9, 100, 7).unwrap();
        let one_by_one: Vec<_> = (0..60).map(|step| batches.indices(step)).collect();
        for step in [59, 0, 30, 31, 29, 1] {
            assert_eq!(batches.indices(step), one_by_one[step as usize]);
            let mut fresh = shuffled(9, 100, 7).unwrap();
            assert_eq!(fresh.indices(step), one_by_one[step as usize]);
        }
    }

    #[test]
    fn the_order_differs_by_seed_and_by_epoch() {
        let order = |seed, step| -> Vec<u64> {
            let indices = shuffled(seed, 100, 100).unwrap().indices(step);
            indices.into_iter().map(|index| index % 100).collect()
        };
        assert_ne!(order(1, 0), order(2, 0));
        assert_ne!(order(1, 0), order(1, 1));
    }

    #[test]
    fn an_impossible_batch_is_refused_with_both_numbers() {
        for (len, batch) in [(5, 6), (5, 0), (0, 0), (0, 1)] {
            let error = shuffled(1, len, batch).unwrap_err();
            assert_eq!(error.name(), "DataError");
            let text = error.to_string();
            assert!(text.contains(&format!("batch of {batch} ")), "{text}");
            assert!(text.contains(&format!(" {len} images")), "{text}");
        }
        assert!(shuffled(1, 5, 5).is_ok());
    }

    #[test]
    fn an_epoch_may_repeat_the_first_or_draw_with_replacement() {
        let epochs = |kind| {
            [0, 1].map(|epoch| {
                let mut batches = Batches::new(3, 100, 100, kind).unwrap();
                let all = batches.indices(epoch).into_iter();
                all.map(|index| index - epoch * 100).collect::<Vec<_>>()
            })
        };
        let [first, second] = epochs(Order::ShuffledOnce);
        assert_eq!(first, second);
        assert_eq!(first, epochs(Order::Shuffled)[0]);
        let [first, second] = epochs(Order::WithReplacement);
        assert_ne!(first, second);
        for mut drawn in [first, second] {
            assert!(drawn.iter().all(|place| *place < 100));
            drawn.sort_unstable();
            drawn.dedup();
            // A share of 1 - 1/e is to be expected.
            assert!((50..75).contains(&drawn.len()), "{}", drawn.len());
        }
    }
}
