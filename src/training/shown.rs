//! The images of both grids, in the batches in which the discriminator judges them.

use super::batch::Batch;
use super::session::Training;
use crate::layers::Statistics;
use crate::network::Network;
use crate::recipe::DiscriminatorBatches;
use crate::sentence::sentence;
use crate::{Error, Result};
use burn::module::Module;
use burn::tensor::Tensor;

/// An image of one of the two grids, counted from 0, row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pick {
    /// Of the real images.
    Real(usize),
    /// Of the generated ones.
    Generated(usize),
}

/// Images that are judged together.
///
/// Where the discriminator has batch norm or a minibatch standard deviation, its verdict on an image
/// depends on what it sees with it. They come in batches as large as the recipe's, or a little smaller
/// so that all are alike: real and generated ones each by themselves or together, as in training.
pub(super) struct ShownBatch {
    pub batch: Batch,
    pub picks: Vec<Pick>,
}

impl Training {
    /// All of them, real images before generated ones.
    pub(super) fn shown(&self, averaged: bool) -> Vec<ShownBatch> {
        let counts = self.shown_counts();
        let pieces = counts.map(|count| self.pieces(count));
        (0..pieces[0].max(pieces[1]))
            .flat_map(|piece| self.shown_piece(piece, averaged))
            .collect()
    }

    /// The batch that an image is judged in, and its place there.
    ///
    /// # Errors
    /// [`Error::Data`] when there is no such image.
    pub(super) fn shown_with(&self, pick: Pick, averaged: bool) -> Result<(ShownBatch, usize)> {
        let [reals, generated] = self.shown_counts();
        let (index, count) = match pick {
            Pick::Real(index) => (index, reals),
            Pick::Generated(index) => (index, generated),
        };
        if index >= count {
            let number = index + 1;
            return Err(Error::Data(match pick {
                Pick::Real(_) => sentence!(
                    "Real image {number} was asked for; {count} are shown.",
                    number,
                    count
                ),
                Pick::Generated(_) => sentence!(
                    "Generated image {number} was asked for; {count} are shown.",
                    number,
                    count
                ),
            }));
        }
        let piece = index / count.div_ceil(self.pieces(count));
        let found = self.shown_piece(piece, averaged).into_iter();
        let mut found = found.filter_map(|shown| {
            let place = shown.picks.iter().position(|own| *own == pick)?;
            Some((shown, place))
        });
        Ok(found.next().expect("every image lies in a batch"))
    }

    /// Real and generated images.
    fn shown_counts(&self) -> [usize; 2] {
        let generated = self.fixed.count();
        [generated.min(self.feed.data_len()), generated]
    }

    fn pieces(&self, count: usize) -> usize {
        count.div_ceil(self.recipe.batch)
    }

    /// Real and generated images of this number, together if the discriminator sees them so.
    fn shown_piece(&self, piece: usize, averaged: bool) -> Vec<ShownBatch> {
        let [reals, generated] = self.shown_counts();
        let range = |count: usize| {
            let size = count.div_ceil(self.pieces(count));
            (piece * size).min(count)..((piece + 1) * size).min(count)
        };
        let (reals, generated) = (range(reals), range(generated));
        let mut halves = Vec::new();
        if !reals.is_empty() {
            halves.push(ShownBatch {
                batch: self.feed.shown(self.fixed.count(), reals.clone()),
                picks: reals.map(Pick::Real).collect(),
            });
        }
        if !generated.is_empty() {
            let narrow = |all: &Tensor<4>| all.clone().narrow(0, generated.start, generated.len());
            let latents = &self.fixed.latents;
            let (z, labels) = (narrow(&latents.tensor), latents.labels.as_ref().map(narrow));
            let live;
            let generator = match averaged {
                true => &self.networks.averaged,
                false => {
                    live = self.networks.generator.valid();
                    &live
                }
            };
            let tensor = generator.draw(z, labels.as_ref(), Statistics::Running);
            halves.push(ShownBatch {
                batch: Batch { tensor, labels },
                picks: generated.map(Pick::Generated).collect(),
            });
        }
        match self.recipe.schedule.discriminator_batches {
            DiscriminatorBatches::Separate => halves,
            DiscriminatorBatches::Joint => {
                halves.into_iter().reduce(together).into_iter().collect()
            }
        }
    }

    /// The discriminator as it is, off the autodiff graph.
    pub(super) fn still_discriminator(&self) -> Network {
        self.networks.discriminator.valid()
    }
}

fn together(mut one: ShownBatch, other: ShownBatch) -> ShownBatch {
    one.picks.extend(other.picks);
    let labels = one.batch.labels.into_iter().zip(other.batch.labels);
    let labels = labels.map(|(one, other)| Tensor::cat(vec![one, other], 0));
    one.batch = Batch {
        labels: labels.last(),
        tensor: Tensor::cat(vec![one.batch.tensor, other.batch.tensor], 0),
    };
    one
}
