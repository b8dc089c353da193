//! A generator's file: what a training leaves, and what makes images again.

use super::encoding::{Encoded, Encoding, whole};
use super::file::{GENERATOR, TensorFile, serialise};
use super::header::{self, Header, Trained, VERSION, numbered};
#[cfg(doc)]
use crate::Error;
use crate::Result;
use crate::network::{NamedTensor, Network, layout};
use crate::random::Purpose;
use crate::spec::LayerSpec;
use crate::training::Training;
use burn::tensor::Device;

/// Most bytes of a generator's file: the largest network that a recipe may have (256 MiB), its
/// running statistics and the header.
pub const LARGEST_GENERATOR: usize = 320 << 20;

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
    let classes = trained.recipe.classes.unwrap_or(0);
    let mut labels = training.class_names().to_vec();
    labels.truncate(classes);
    labels.extend(numbered(labels.len()..classes));
    let header = Header::of(trained, labels);
    GeneratorFile { header, tensors }.encode(encoding)
}

/// A generator's file, read and checked: its spec holds together, and the tensors are exactly
/// those of the spec, all finite.
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
/// its own spec: then the sentence names the tensor, what was expected and what was found.
pub fn open_generator(name: &str, bytes: &[u8]) -> Result<GeneratorFile> {
    let file = TensorFile::open(name, bytes, LARGEST_GENERATOR)?;
    let header = file.header(VERSION, GENERATOR, header::read)?;
    let plan = file.planned(header.plan())?;
    let tensors = file.tensors(&layout(&plan))?;
    Ok(GeneratorFile { header, tensors })
}

impl GeneratorFile {
    /// The file's bytes. Small encodings have their batch normalisations folded: what is rounded
    /// is then what the images are made with.
    ///
    /// # Errors
    /// [`Error::Weights`] when the file cannot be written; those of [`Header::plan`] when its
    /// spec does not hold together.
    pub fn encode(&self, encoding: Encoding) -> Result<Vec<u8>> {
        if encoding == Encoding::F32 {
            let tensors: Vec<Encoded> = self.tensors.iter().map(whole).collect();
            return serialise(&tensors, &self.header);
        }
        let folded = self.folded()?;
        let tensors: Vec<Encoded> = folded
            .tensors
            .iter()
            .flat_map(|tensor| encoding.encode(tensor, output_axis(&folded.header, tensor)))
            .collect();
        serialise(&tensors, &folded.header)
    }

    /// Builds the generator on `device`.
    ///
    /// # Errors
    /// None for a file as [`open_generator`] gives it; after a change to its fields, those of
    /// [`Header::plan`] and [`Network::write`].
    pub fn network(&self, device: &Device) -> Result<Network> {
        let plan = self.header.plan()?;
        let mut network = Network::new(&plan, 0, Purpose::GeneratorWeights, device);
        network.write(&self.tensors)?;
        Ok(network)
    }
}

/// The axis of a weight that counts what comes out of its layer.
fn output_axis(header: &Header, tensor: &NamedTensor) -> usize {
    let layer = tensor
        .name
        .split('.')
        .nth(1)
        .and_then(|index| index.parse().ok());
    let layer = layer.and_then(|index: usize| header.generator.get(index));
    usize::from(!matches!(layer, Some(LayerSpec::Conv { .. })))
}
