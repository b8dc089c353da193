//! From a training to a generator's file, and from there to a network.

use super::encoding::Encoding;
use super::generator::GeneratorFile;
use super::header::{Header, Trained};
#[cfg(doc)]
use crate::Error;
use crate::Result;
use crate::network::Network;
use crate::random::Purpose;
use crate::training::Training;
use burn::tensor::Device;

/// The generator as a `.safetensors` file: tensors named as `layers.3.weight`, and a [`Header`] in
/// the metadata entry `ganvas`.
///
/// # Errors
/// [`Error::Device`] when the device could not deliver, [`Error::Weights`] when the file cannot
/// be written.
pub async fn generator_file(
    training: &Training,
    averaged: bool,
    encoding: Encoding,
) -> Result<Vec<u8>> {
    let tensors = training.generator(averaged).await?;
    let trained = Trained {
        recipe: training.recipe().clone(),
        step: training.step(),
        seed: training.seed(),
        data: training.data_name().to_owned(),
        averaged,
    };
    // The data has as many classes as the recipe; a recipe without labels has none.
    let labels = match trained.recipe.classes {
        Some(_) => training.class_names().to_vec(),
        None => Vec::new(),
    };
    let header = Header::of(trained, labels);
    GeneratorFile { header, tensors }.encode(encoding)
}

impl GeneratorFile {
    /// Builds the generator on `device`.
    ///
    /// # Errors
    /// None for a file as [`super::open_generator`] gives it; after a change to its fields, those of
    /// [`Header::plan`] and [`Network::write`].
    pub fn network(&self, device: &Device) -> Result<Network> {
        let plan = self.header.plan()?;
        let mut network = Network::new(&plan, 0, Purpose::GeneratorWeights, device);
        network.write(&self.tensors)?;
        Ok(network)
    }
}
