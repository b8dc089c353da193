//! The grid of samples of a training: the same latents whenever it is drawn.

use super::batch::Batch;
use super::fixed::FixedSamples;
use super::metrics::diverged;
use super::session::Training;
use crate::grid::Grid;
use crate::latent::{MOST_IMAGES, sample};
use crate::layers::Statistics;
use crate::network::{flatten, read_all};
use crate::sentence::sentence;
use crate::{Error, Result};
use burn::module::Module;

/// Which generator draws, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// The averaged generator, or the live one: that of the last step.
    pub averaged: bool,
    /// What its batch normalisations go by.
    pub statistics: Statistics,
}

impl Training {
    /// How many images the sample grid has across and down, 8 and 8 until this is called. The first
    /// ones stay what they were.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless there are 1 to [`MOST_IMAGES`].
    pub fn set_grid(&mut self, columns: usize, rows: usize) -> Result<()> {
        let count = columns.checked_mul(rows);
        if !count.is_some_and(|count| (1..=MOST_IMAGES).contains(&count)) {
            return Err(Error::recipe(sentence!(
                "A sample grid of {columns}×{rows} images was asked for; it must have 1 to \
                 {most}.",
                columns,
                rows,
                most = MOST_IMAGES
            )));
        }
        let device = self.feed.device();
        self.fixed = FixedSamples::of_size(&self.recipe, self.seed, device, [columns, rows]);
        Ok(())
    }

    /// The latent that image number `index` of the sample grid is drawn from, the last one's for those
    /// beyond.
    pub fn latent(&self, index: usize) -> Vec<f32> {
        sample(
            self.recipe.latent,
            self.seed,
            index.min(self.fixed.count() - 1),
        )
    }

    /// Draws the fixed latents through the averaged generator, or the live one.
    ///
    /// # Errors
    /// [`Error::Training`] when an image is no longer finite, [`Error::Device`] when the device
    /// could not deliver.
    pub async fn samples(&self, averaged: bool) -> Result<Grid> {
        let statistics = Statistics::Running;
        self.draw(Drawing {
            averaged,
            statistics,
        })
        .await
    }

    /// Draws the sample grid in any way there is.
    ///
    /// # Errors
    /// As [`Training::samples`].
    pub async fn draw(&self, drawing: Drawing) -> Result<Grid> {
        let values = self.images(&self.fixed.latents, drawing).await?;
        if values.iter().any(|value| !value.is_finite()) {
            return Err(diverged(
                self.step,
                &sentence!("the generated images are no longer finite"),
            ));
        }
        let columns = self.fixed.columns;
        Ok(Grid::values_in_columns(self.recipe.image, &values, columns))
    }

    /// The numbers of the images of these latents, finite or not.
    pub(super) async fn images(&self, latents: &Batch, drawing: Drawing) -> Result<Vec<f32>> {
        let Batch { tensor, labels } = latents;
        let live;
        let generator = if drawing.averaged {
            &self.networks.averaged
        } else {
            live = self.networks.generator.valid();
            &live
        };
        let images = generator.draw(tensor.clone(), labels.as_ref(), drawing.statistics);
        Ok(read_all(vec![flatten(images)]).await?.remove(0))
    }

    /// As many real images as the sample grid has.
    pub fn reals(&self) -> Grid {
        let (count, columns) = (self.fixed.count(), self.fixed.columns);
        let (image, bytes) = (self.recipe.image, self.feed.reals(count));
        if bytes.len() < count * image.shape().bytes() {
            return Grid::new(image, &bytes);
        }
        Grid::with_columns(image, &bytes, columns)
    }
}
