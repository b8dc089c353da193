//! How good the averaged generator is: judged beside the training, of which nothing moves.

use super::batch::Batch;
use super::judge_state::JudgeState;
use super::samples::Drawing;
use super::session::Training;
use crate::judge::{Classifier, Gathered, Judge, Quality, Sizes, finite, may_be_digits};
use crate::latent::Space;
use crate::layers::Statistics;
use crate::network::{Network, read_all, vectors};
use crate::random::{Purpose, Random};
use crate::sentence::sentence;
use crate::{Error, Result};
use burn::tensor::Tensor;
use std::sync::Arc;

/// Images of the data that samples are held against: of digits, and of what takes longer to draw.
const DIGITS: usize = 5000;
const OTHERS: usize = 2000;
/// Images that are drawn and looked at together.
const TOGETHER: usize = 100;
/// How many samples may be judged.
const SAMPLES: std::ops::RangeInclusive<usize> = 2..=5000;

impl Training {
    /// Whether the images may be digits, and the classifier that would judge them is not there yet.
    pub fn wants_classifier(&self) -> bool {
        self.judge_state.classifier.is_none() && may_be_digits(self.recipe.image.shape())
    }

    /// Hands over the classifier of digits.
    pub fn give_classifier(&mut self, classifier: Arc<Classifier>) {
        self.judge_state = JudgeState::with_classifier(classifier);
    }

    /// Judges the averaged generator by `count` samples, whose latents are the same at every step and no
    /// others of the training. Digits are judged by the classifier, where it was handed over.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless there are 2 to 5,000 samples, [`Error::Device`] when the device
    /// could not deliver. Numbers that are not finite are no error, but missing.
    pub async fn judge(&mut self, count: usize) -> Result<Quality> {
        if !SAMPLES.contains(&count) {
            return Err(Error::recipe(sentence!(
                "{count} samples were to be judged; expected {least} to {most}.",
                count,
                least = SAMPLES.start(),
                most = SAMPLES.end()
            )));
        }
        let judge = match self.judge_state.judge.take() {
            Some(judge) => judge,
            None => Judge::new(self.data_seen()),
        };
        let quality = self.judged_by(&judge, count).await;
        self.judge_state.judge = Some(judge);
        quality
    }

    async fn judged_by(&self, judge: &Judge, count: usize) -> Result<Quality> {
        let shape = self.recipe.image.shape();
        let samples = Gathered::new(shape, judge.classifier());
        let samples = self.samples_seen(samples, count).await?;
        let sizes = self.sizes().await?;
        Ok(judge.quality(self.step, count, samples.as_ref(), sizes))
    }

    /// The data as a judge sees it.
    fn data_seen(&self) -> Gathered {
        let shape = self.recipe.image.shape();
        let mut seen = Gathered::new(shape, self.judge_state.classifier.clone());
        let places = self.feed.spread(DIGITS);
        for places in places.chunks(TOGETHER) {
            if seen.count() >= OTHERS && !seen.are_digits() {
                break;
            }
            let (images, labels) = self.feed.learnt(places);
            seen.add(&images, &labels);
            seen.decide();
        }
        seen
    }

    /// Samples as a judge sees them; nothing where one of them is not finite.
    async fn samples_seen(&self, mut seen: Gathered, count: usize) -> Result<Option<Gathered>> {
        let (latent, classes) = (self.recipe.latent, self.recipe.classes);
        let mut random = Random::new(self.seed, Purpose::JudgedLatents, 0);
        let device = self.feed.device();
        let turns = Space { latent, classes }.turns(count);
        let drawing = Drawing {
            averaged: true,
            statistics: Statistics::Running,
        };
        for first in (0..count).step_by(TOGETHER) {
            let some = TOGETHER.min(count - first);
            let labels = classes.map(|classes| {
                let weights = &turns[first * classes..][..some * classes];
                vectors(weights.to_vec(), some, device)
            });
            let latents = Batch {
                tensor: latent.draw(&mut random, some, device),
                labels,
            };
            let values = self.images(&latents, drawing).await?;
            if values.iter().any(|value| !value.is_finite()) {
                return Ok(None);
            }
            let range = self.recipe.image.range;
            let bytes: Vec<u8> = values.iter().map(|value| range.decode(*value)).collect();
            seen.add(&bytes, &[]);
        }
        Ok(Some(seen))
    }

    /// How large the weights of both networks are.
    async fn sizes(&self) -> Result<Sizes> {
        let networks = [&self.networks.generator, &self.networks.discriminator];
        let squares = networks.map(Network::squares);
        let counts = squares.each_ref().map(|(_, count)| *count);
        let firsts = squares[0].0.len();
        let tensors: Vec<Tensor<1>> = squares.into_iter().flat_map(|(sums, _)| sums).collect();
        let sums = read_all(tensors).await?;
        let (generator, discriminator) = sums.split_at(firsts);
        let size = |sums: &[Vec<f32>], count: usize| {
            let sum: f64 = sums.iter().flatten().map(|sum| f64::from(*sum)).sum();
            finite((sum / count as f64).sqrt())
        };
        Ok(Sizes {
            generator: size(generator, counts[0]),
            discriminator: size(discriminator, counts[1]),
        })
    }
}
