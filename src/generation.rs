//! Images from a trained generator, without its training.

use crate::grid::Grid;
use crate::inference::{check_finite, check_images};
pub use crate::latent::MOST_IMAGES;
use crate::latent::{Direction, Space, directions, samples};
pub use crate::network::Statistics;
use crate::network::{Network, flatten, read_all, vectors};
use crate::recipe::Latent;
use crate::sentence::sentence;
use crate::spec::{LayerSpec, NetworkSpec};
use crate::weights::{GeneratorFile, Header};
use crate::{Error, Result};
use burn::tensor::{Device, Tensor};

/// A generator that draws and no longer learns.
pub struct Generator {
    header: Header,
    network: Network,
    statistics: Statistics,
    device: Device,
}

impl Generator {
    /// Loads a generator to draw by these statistics: by those of the batch, the images of one call,
    /// its batch normalisations stay as they are.
    ///
    /// # Errors
    /// As [`Generator::new`]; for statistics of the batch also when the file has no batch
    /// normalisation, or some of them are folded.
    pub fn open(file: &GeneratorFile, device: &Device, statistics: Statistics) -> Result<Self> {
        match statistics {
            Statistics::Running => Self::new(file, device),
            Statistics::Batch => Self::by_batch(file, device),
        }
    }

    /// Builds the generator of a weight file on `device`, its batch normalisations folded.
    ///
    /// # Errors
    /// As [`GeneratorFile::network`].
    pub fn new(file: &GeneratorFile, device: &Device) -> Result<Self> {
        Ok(Self {
            header: file.header.clone(),
            network: file.folded()?.network(device)?,
            statistics: Statistics::Running,
            device: device.clone(),
        })
    }

    fn by_batch(file: &GeneratorFile, device: &Device) -> Result<Self> {
        let header = &file.header;
        let has = batch_norms(&header.generator);
        let trained = header.training.as_ref();
        let had = trained.map_or(has, |trained| batch_norms(&trained.recipe.generator));
        if has == 0 || has < had {
            let name = &header.name;
            return Err(Error::Weights(if has < had {
                sentence!(
                    "The generator {name} has batch normalisations folded into other layers: to draw by the batch's statistics, open the file that training wrote.",
                    name
                )
            } else {
                sentence!(
                    "The generator {name} has no batch normalisation, so there are no statistics of \
                     the batch to draw by.",
                    name
                )
            }));
        }
        Ok(Self {
            header: header.clone(),
            network: file.network(device)?,
            statistics: Statistics::Batch,
            device: device.clone(),
        })
    }

    /// What its file says of it.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The numbers of the images of these latents: `labels.len()` images one after another,
    /// channel-first, in the range of the header's image. `latents` holds the latents one after
    /// another; `labels` the class of each, which only a conditional generator looks at.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless there are 1 to [`MOST_IMAGES`] labels, as many latents, all
    /// finite, and the labels are classes; [`Error::Training`] when an image is not finite,
    /// [`Error::Device`] when the device could not deliver.
    pub async fn values(&self, latents: &[f32], labels: &[u8]) -> Result<Vec<f32>> {
        let classes = self.header.space().one_hot(labels)?;
        self.infer(labels.len(), latents, &classes).await
    }

    /// The same with classes that are mixed: `classes` holds for each image the weight of every
    /// class, one after another; nothing for a generator without classes.
    ///
    /// # Errors
    /// As [`Generator::values`].
    pub async fn mixed(&self, latents: &[f32], classes: &[f32]) -> Result<Vec<f32>> {
        let count = latents.len().div_ceil(self.header.latent.dimension);
        check_images(count, self.header.image)?;
        self.infer(count, latents, classes).await
    }

    /// Draws the first `count` images of `seed`, all at once. With the seed of the training they
    /// begin as its sample grid does; the classes of a conditional generator take turns.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless `count` is 1 to [`MOST_IMAGES`], [`Error::Training`] when an image
    /// is not finite, [`Error::Device`] when the device could not deliver.
    pub async fn images(&self, count: usize, seed: u64) -> Result<Grid> {
        let space = self.header.space();
        check_images(count, self.header.image)?;
        let (latents, classes) = (space.samples(count, seed)?, space.turns(count));
        let values = self.infer(count, &latents, &classes).await?;
        Ok(Grid::from_values(self.header.image, &values))
    }

    /// The directions of the latent space that matter first.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a latent of more than [`MOST_DIMENSIONS`](crate::latent::MOST_DIMENSIONS);
    /// else as [`Generator::values`].
    pub async fn directions(&self) -> Result<Vec<Direction>> {
        let space = self.header.space();
        let (dimension, probes) = (space.latent.dimension, space.probes()?);
        let classes = space.one_hot(&vec![0; dimension + 1])?;
        let (latents, labels) = self.inputs(dimension + 1, &probes, &classes);
        let outputs = self.network.infer_first(latents, labels.as_ref());
        let values = read_all(vec![flatten(outputs)]).await?.remove(0);
        directions(dimension, &values)
    }

    async fn infer(&self, count: usize, latents: &[f32], classes: &[f32]) -> Result<Vec<f32>> {
        self.header.space().check(count, latents, classes)?;
        if self.statistics == Statistics::Batch && count < 2 {
            return Err(Error::Recipe(sentence!(
                "Drawing by the batch's statistics takes at least 2 images."
            )));
        }
        let (latents, labels) = self.inputs(count, latents, classes);
        let images = self.network.draw(latents, labels.as_ref(), self.statistics);
        let values = read_all(vec![flatten(images)]).await?.remove(0);
        check_finite(&values)?;
        Ok(values)
    }

    /// Latents, and the weights of their classes where there are any, as tensors.
    fn inputs(
        &self,
        count: usize,
        latents: &[f32],
        classes: &[f32],
    ) -> (Tensor<4>, Option<Tensor<4>>) {
        let tensor = |values: &[f32]| vectors(values.to_vec(), count, &self.device);
        let labels = (!classes.is_empty()).then(|| tensor(classes));
        (tensor(latents), labels)
    }
}

fn batch_norms(spec: &NetworkSpec) -> usize {
    let is_batch_norm = |layer: &&LayerSpec| matches!(layer, LayerSpec::BatchNorm { .. });
    spec.iter().filter(is_batch_norm).count()
}

/// The latents of the sample grid of `seed`, `[count, dimension, 1, 1]`, and for a conditional
/// generator their labels, `[count, classes, 1, 1]`, one-hot, in turns.
pub(crate) fn fixed_latents(
    latent: Latent,
    classes: Option<usize>,
    count: usize,
    seed: u64,
    device: &Device,
) -> (Tensor<4>, Option<Tensor<4>>) {
    let latents = vectors(samples(latent, seed, count), count, device);
    let turns = Space { latent, classes }.turns(count);
    let labels = (!turns.is_empty()).then(|| vectors(turns, count, device));
    (latents, labels)
}
