//! Images from a trained generator, without its training.

use crate::grid::Grid;
use crate::network::{Network, flatten, one_hot, read_all};
use crate::random::{Purpose, Random};
use crate::recipe::Latent;
use crate::weights::{GeneratorFile, Header};
use crate::{Error, Result};
use burn::tensor::{Device, Tensor, TensorData};

/// Most images of one call, so that a mistyped number does not take all memory.
pub const MOST_IMAGES: usize = 4096;

/// A generator that draws and no longer learns.
pub struct Generator {
    header: Header,
    network: Network,
    device: Device,
}

impl Generator {
    /// Builds the generator of a weight file on `device`, its batch normalisations folded.
    ///
    /// # Errors
    /// As [`GeneratorFile::network`].
    pub fn new(file: &GeneratorFile, device: &Device) -> Result<Self> {
        Ok(Self {
            header: file.header.clone(),
            network: file.folded()?.network(device)?,
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
        self.check(latents, labels)?;
        let dims = [labels.len(), self.header.latent.dimension, 1, 1];
        let latents = Tensor::from_data(TensorData::new(latents.to_vec(), dims), &self.device);
        let classes = self.header.classes();
        let labels = classes.map(|classes| one_hot(labels, classes, &self.device));
        self.infer(latents, labels.as_ref()).await
    }

    /// The same with classes that are mixed: `classes` holds for each image the weight of every
    /// class, one after another; nothing for a generator without classes.
    ///
    /// # Errors
    /// As [`Generator::values`].
    pub async fn mixed(&self, latents: &[f32], classes: &[f32]) -> Result<Vec<f32>> {
        let dimension = self.header.latent.dimension;
        let count = latents.len() / dimension;
        self.check(latents, &vec![0; count])?;
        let known = self.header.classes().unwrap_or(0);
        if classes.len() != count * known || !classes.iter().all(|weight| weight.is_finite()) {
            return Err(Error::Recipe(format!(
                "{} numbers were given as weights of classes; expected {count} × {known}, all \
                 finite.",
                classes.len()
            )));
        }
        let tensor = |values: &[f32], width| {
            let data = TensorData::new(values.to_vec(), [count, width, 1, 1]);
            Tensor::from_data(data, &self.device)
        };
        let labels = (known > 0).then(|| tensor(classes, known));
        self.infer(tensor(latents, dimension), labels.as_ref())
            .await
    }

    /// Draws the first `count` images of `seed`, all at once. With the seed of the training they
    /// begin as its sample grid does; the classes of a conditional generator take turns.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless `count` is 1 to [`MOST_IMAGES`], [`Error::Training`] when an image
    /// is not finite, [`Error::Device`] when the device could not deliver.
    pub async fn images(&self, count: usize, seed: u64) -> Result<Grid> {
        check_count(count)?;
        let Header { latent, image, .. } = self.header;
        let classes = self.header.classes();
        let (latents, labels) = fixed_latents(latent, classes, count, seed, &self.device);
        let values = self.infer(latents, labels.as_ref()).await?;
        Ok(Grid::from_values(image, &values))
    }

    /// What each coordinate of the latent adds to the first layer with weights: `dimension` rows.
    pub(crate) async fn first_layer(&self) -> Result<Vec<f32>> {
        let dimension = self.header.latent.dimension;
        // The origin, then a step along each coordinate: what they differ in is the linear part.
        let mut latents = vec![0.0; (dimension + 1) * dimension];
        for coordinate in 0..dimension {
            latents[(coordinate + 1) * dimension + coordinate] = 1.0;
        }
        let dims = [dimension + 1, dimension, 1, 1];
        let latents = Tensor::from_data(TensorData::new(latents, dims), &self.device);
        let classes = self.header.classes();
        let labels = classes.map(|classes| one_hot(&vec![0; dimension + 1], classes, &self.device));
        let outputs = self.network.infer_first(latents, labels.as_ref());
        let values = read_all(vec![flatten(outputs)]).await?.remove(0);
        let (origin, rows) = values.split_at(values.len() / (dimension + 1));
        let rows = rows.chunks_exact(origin.len());
        Ok(rows
            .flat_map(|row| row.iter().zip(origin).map(|(moved, still)| moved - still))
            .collect())
    }

    async fn infer(&self, latents: Tensor<4>, labels: Option<&Tensor<4>>) -> Result<Vec<f32>> {
        let images = self.network.infer(latents, labels);
        let values = read_all(vec![flatten(images)]).await?.remove(0);
        if values.iter().any(|value| !value.is_finite()) {
            return Err(Error::Training(
                "The generator draws images that are not finite.".to_owned(),
            ));
        }
        Ok(values)
    }

    fn check(&self, latents: &[f32], labels: &[u8]) -> Result<()> {
        check_count(labels.len())?;
        let (count, dimension) = (labels.len(), self.header.latent.dimension);
        if latents.len() != count * dimension {
            return Err(Error::Recipe(format!(
                "{} numbers were given as latents; expected {count} × {dimension}.",
                latents.len()
            )));
        }
        if let Some(place) = latents.iter().position(|value| !value.is_finite()) {
            return Err(Error::Recipe(format!(
                "A latent holds {} at place {place}; expected a finite number.",
                latents[place]
            )));
        }
        let classes = self.header.classes().unwrap_or(usize::MAX);
        match labels.iter().find(|label| usize::from(**label) >= classes) {
            None => Ok(()),
            Some(label) => Err(Error::Recipe(format!(
                "Class {label} was asked for; the generator has the classes 0 to {}.",
                classes - 1
            ))),
        }
    }
}

fn check_count(count: usize) -> Result<()> {
    if (1..=MOST_IMAGES).contains(&count) {
        return Ok(());
    }
    Err(Error::Recipe(format!(
        "{count} images were asked for; it must be 1 to {MOST_IMAGES}."
    )))
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
    let mut random = Random::new(seed, Purpose::FixedLatents, 0);
    let latents = latent.draw(&mut random, count, device);
    let labels = classes.map(|classes| {
        let labels: Vec<u8> = (0..count).map(|index| (index % classes) as u8).collect();
        one_hot(&labels, classes, device)
    });
    (latents, labels)
}
