//! Images from a trained generator, without its training.

use crate::grid::Grid;
use crate::network::{Network, flatten, one_hot, read_all};
use crate::random::{Purpose, Random};
use crate::recipe::Recipe;
use crate::weights::GeneratorFile;
use crate::{Error, Result};
use burn::tensor::{Device, Tensor};

/// Most images of one call, so that a mistyped number does not take all memory.
pub const MOST_IMAGES: usize = 4096;

/// A generator that draws and no longer learns.
pub struct Generator {
    recipe: Recipe,
    network: Network,
    device: Device,
}

impl Generator {
    /// Builds the generator of a weight file on `device`.
    ///
    /// # Errors
    /// As [`GeneratorFile::network`].
    pub fn new(file: &GeneratorFile, device: &Device) -> Result<Self> {
        Ok(Self {
            recipe: file.header.recipe.clone(),
            network: file.network(device)?,
            device: device.clone(),
        })
    }

    /// Draws the first `count` images of `seed`, all at once. With the seed of the training they
    /// begin as its sample grid does; the classes of a conditional generator take turns.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless `count` is 1 to [`MOST_IMAGES`], [`Error::Training`] when an image
    /// is not finite, [`Error::Device`] when the device could not deliver.
    pub async fn images(&self, count: usize, seed: u64) -> Result<Grid> {
        if !(1..=MOST_IMAGES).contains(&count) {
            return Err(Error::Recipe(format!(
                "{count} images were asked for; it must be 1 to {MOST_IMAGES}."
            )));
        }
        let (latents, labels) = fixed_latents(&self.recipe, count, seed, &self.device);
        let images = self.network.infer(latents, labels.as_ref());
        let values = read_all(vec![flatten(images)]).await?;
        if values[0].iter().any(|value| !value.is_finite()) {
            return Err(Error::Training(
                "The generator draws images that are not finite.".to_owned(),
            ));
        }
        Ok(Grid::from_values(self.recipe.image, &values[0]))
    }
}

/// The latents of the sample grid of `seed`, `[count, dimension, 1, 1]`, and for a conditional
/// recipe their labels, `[count, classes, 1, 1]`, one-hot, in turns.
pub(crate) fn fixed_latents(
    recipe: &Recipe,
    count: usize,
    seed: u64,
    device: &Device,
) -> (Tensor<4>, Option<Tensor<4>>) {
    let mut random = Random::new(seed, Purpose::FixedLatents, 0);
    let latents = recipe.latent.draw(&mut random, count, device);
    let labels = recipe.classes.map(|classes| {
        let labels: Vec<u8> = (0..count).map(|index| (index % classes) as u8).collect();
        one_hot(&labels, classes, device)
    });
    (latents, labels)
}
