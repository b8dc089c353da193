//! A generator's file: what a training leaves, and what makes images again.

use super::file::{GENERATOR, TensorFile, serialise};
#[cfg(doc)]
use crate::Error;
use crate::Result;
use crate::network::{NamedTensor, Network, layout};
use crate::random::Purpose;
use crate::recipe::Recipe;
use crate::training::Training;
use burn::tensor::Device;
use serde::{Deserialize, Serialize};

/// The version of the header that is written and read.
const VERSION: u32 = 1;

/// Most bytes of a generator's file: the largest network that a recipe may have (256 MiB), its
/// running statistics and the header.
pub const LARGEST_GENERATOR: usize = 320 << 20;

/// What a weight file says of itself, as JSON in its header.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Header {
    /// Version of this header: 1.
    pub version: u32,
    /// The recipe, whose generator's weights these are.
    pub recipe: Recipe,
    /// Training steps.
    pub step: u64,
    /// Seed of the training.
    pub seed: u64,
    /// Name of the data set.
    pub data: String,
    /// Whether these are the averaged weights, or those of the last step.
    pub averaged: bool,
}

/// The generator as a `.safetensors` file: f32 tensors named as `layers.3.weight`, and a
/// [`Header`] in the metadata entry `ganvas`.
///
/// # Errors
/// [`Error::Device`] when the device could not deliver, [`Error::Weights`] when the file cannot
/// be written.
pub async fn generator_file(training: &Training, averaged: bool) -> Result<Vec<u8>> {
    let tensors = training.generator(averaged).await?;
    let header = Header {
        version: VERSION,
        recipe: training.recipe().clone(),
        step: training.step(),
        seed: training.seed(),
        data: training.data_name().to_owned(),
        averaged,
    };
    serialise(&tensors, &header)
}

/// A generator's file, read and checked: its recipe holds together, and the tensors are exactly
/// those of the recipe's generator, all finite.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneratorFile {
    /// What the file says of itself.
    pub header: Header,
    /// The generator's tensors, in the order of its layers.
    pub tensors: Vec<NamedTensor>,
}

/// Reads what [`generator_file`] made. `name` is for people: every error names it.
///
/// # Errors
/// [`Error::Weights`] when the file is larger than [`LARGEST_GENERATOR`], damaged, or does not fit
/// its own recipe: then the sentence names the tensor, what was expected and what was found.
pub fn open_generator(name: &str, bytes: &[u8]) -> Result<GeneratorFile> {
    let file = TensorFile::open(name, bytes, LARGEST_GENERATOR)?;
    let header: Header = file.header(VERSION, GENERATOR)?;
    let plan = file.plan(&header.recipe)?;
    let tensors = file.tensors(&layout(&plan.generator))?;
    Ok(GeneratorFile { header, tensors })
}

impl GeneratorFile {
    /// Builds the generator on `device`.
    ///
    /// # Errors
    /// None for a file as [`open_generator`] gives it; after a change to its fields, those of
    /// [`Recipe::plan`] and [`Network::write`].
    pub fn network(&self, device: &Device) -> Result<Network> {
        let plan = self.header.recipe.plan()?.generator;
        let mut network = Network::new(&plan, 0, Purpose::GeneratorWeights, device);
        network.write(&self.tensors)?;
        Ok(network)
    }
}
