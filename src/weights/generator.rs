//! A generator's file: what a training leaves, and what makes images again.

use super::encoding::{Encoded, Encoding, whole};
use super::file::{GENERATOR, TensorFile, serialise};
use super::header::{self, Header, VERSION};
#[cfg(doc)]
use crate::Error;
use crate::Result;
#[cfg(feature = "engine")]
use crate::network::Network;
use crate::network::{NamedTensor, NetworkPlan, check_values, in_order};
#[cfg(feature = "engine")]
use burn::tensor::Device;

/// Most bytes of a generator's file: the largest network that a recipe may have (256 MiB), its
/// running statistics and the header.
pub const LARGEST_GENERATOR: usize = 320 << 20;

/// A generator's file, read and checked: its spec holds together, and the tensors are exactly
/// those of the spec, all finite.
#[derive(Debug, Clone, PartialEq)]
pub struct GeneratorFile {
    /// What the file says of itself.
    pub header: Header,
    /// The generator's tensors, in the order of its layers.
    pub tensors: Vec<NamedTensor>,
}

/// Reads a generator's file. `name` is for people: every error names it.
///
/// # Errors
/// [`Error::Weights`] when the file is larger than [`LARGEST_GENERATOR`], damaged, or does not fit
/// its own spec: then the sentence names the tensor, what was expected and what was found.
pub fn open_generator(name: &str, bytes: &[u8]) -> Result<GeneratorFile> {
    let file = TensorFile::open(name, bytes, LARGEST_GENERATOR)?;
    let header = file.header(VERSION, GENERATOR, header::read)?;
    let plan = file.planned(header.plan())?;
    let tensors = file.tensors(&plan.layout())?;
    Ok(GeneratorFile { header, tensors })
}

impl GeneratorFile {
    /// The file's bytes. Small encodings have their batch normalisations folded: what is rounded
    /// is then what the images are made with.
    ///
    /// # Errors
    /// [`Error::Weights`] when the file cannot be written, or a number is not finite: then it would
    /// not be read again; those of [`Header::plan`] when its spec does not hold together.
    pub fn encode(&self, encoding: Encoding) -> Result<Vec<u8>> {
        let name = &self.header.name;
        self.check(name)?;
        if encoding == Encoding::F32 {
            let tensors: Vec<Encoded> = self.tensors.iter().map(whole).collect();
            return serialise(&tensors, &self.header);
        }
        let folded = self.folded()?;
        let plan = folded.check(name)?;
        serialise(&encoding.encode_all(&plan, &folded.tensors), &folded.header)
    }

    /// Builds the generator on `device`.
    ///
    /// # Errors
    /// None for a file as [`open_generator`] gives it; after a change to its fields, those of
    /// [`Header::plan`] and [`Network::write`].
    #[cfg(feature = "engine")]
    pub fn network(&self, device: &Device) -> Result<Network> {
        let mut network = Network::blank(&self.header.plan()?, device);
        network.write(&self.tensors)?;
        Ok(network)
    }

    /// Checks a file that was put together rather than read, as [`open_generator`] checks one that
    /// is read. `name` is for people.
    ///
    /// # Errors
    /// As [`open_generator`].
    pub(crate) fn check(&self, name: &str) -> Result<NetworkPlan> {
        let (source, plan) = (format!("The weights of “{name}”"), self.header.plan()?);
        in_order(&source, &plan.layout(), &self.tensors)?;
        let mut tensors = self.tensors.iter();
        tensors.try_for_each(|tensor| check_values(&source, tensor))?;
        Ok(plan)
    }

    /// Its tensors, layer by layer.
    ///
    /// # Errors
    /// [`Error::Weights`] unless they are exactly those of the plan.
    pub(crate) fn in_order(&self, plan: &NetworkPlan) -> Result<Vec<&NamedTensor>> {
        let source = format!("The weights of “{}”", self.header.name);
        in_order(&source, &plan.layout(), &self.tensors)
    }
}
