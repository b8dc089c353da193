//! What a training leaves: checkpoints, with everything that it needs to go on, and its generator.

use super::state::state_layout;
use super::{Counters, Training};
use crate::data::DataSet;
use crate::network::{NamedTensor, check_values};
use crate::recipe::Recipe;
use crate::sentence::sentence;
use crate::weights::{
    Encoding, GeneratorFile, Header, LARGEST_GENERATOR, TensorFile, Trained, numbered, serialise,
    whole,
};
use crate::{Error, Result};
use burn::tensor::Device;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The version of the header that is written and read.
const VERSION: u32 = 1;
/// How the header tells a checkpoint from a generator.
const KIND: &str = "checkpoint";

/// The seed by which the page draws its data sets.
const PAGE_SEED: u64 = 0;
/// Most steps, and updates of a network, that a training may have behind it: a streams' counter, of
/// which each step takes up to a hundred, stays far from its end.
const MOST_STEPS: u64 = 1 << 40;

/// Most bytes of a checkpoint: both networks at their largest, the average and two numbers of an
/// optimiser for each weight.
pub const LARGEST_CHECKPOINT: usize = if usize::BITS < 64 {
    1 << 30
} else {
    (2 * 3 + 1) * LARGEST_GENERATOR
};

/// What a checkpoint says of itself, as JSON in its header.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CheckpointHeader {
    /// Version of this header: 1.
    pub version: u32,
    /// `"checkpoint"`.
    pub kind: String,
    /// The recipe, with the learning rates of the moment.
    pub recipe: Recipe,
    /// Seed of the training.
    pub seed: u64,
    /// How far it is.
    pub counters: Counters,
    /// Name of the data set.
    pub data: String,
    /// How many images it has; absent from files of earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub images: Option<usize>,
    /// What tells it from another ([`DataSet::fingerprint`]).
    pub fingerprint: String,
    /// Of all its images ([`DataSet::checksum`]); absent where they are drawn, and from files of
    /// earlier versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub checksum: Option<u32>,
}

/// A checkpoint, read and checked.
#[derive(Debug, Clone)]
pub struct Checkpoint {
    /// What the file says of itself.
    pub header: CheckpointHeader,
    state: Vec<NamedTensor>,
}

/// The training as a `.safetensors` file: both networks, the average, both optimisers, and a
/// [`CheckpointHeader`] in the metadata entry `ganvas`.
///
/// # Errors
/// [`Error::Device`] when the device could not deliver, [`Error::Weights`] when the file cannot
/// be written, or a number is not finite: then it would not be read again.
pub async fn checkpoint_file(training: &Training) -> Result<Vec<u8>> {
    let header = CheckpointHeader {
        version: VERSION,
        kind: KIND.to_owned(),
        recipe: training.recipe().clone(),
        seed: training.seed(),
        counters: training.counters(),
        data: training.data_name().to_owned(),
        images: Some(training.data_len()),
        fingerprint: training.data_fingerprint(),
        checksum: training.data_checksum(),
    };
    let state = training.state().await?;
    for tensor in &state {
        check_values("The training cannot be saved any more: its weights", tensor)?;
    }
    serialise(&state.iter().map(whole).collect::<Vec<_>>(), &header)
}

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

/// Reads what [`checkpoint_file`] made. `name` is for people: every error names it.
///
/// # Errors
/// [`Error::Weights`] when the file is larger than [`LARGEST_CHECKPOINT`], damaged, or does not
/// fit its own recipe.
pub fn open_checkpoint(name: &str, bytes: &[u8]) -> Result<Checkpoint> {
    let file = TensorFile::open(name, bytes, LARGEST_CHECKPOINT)?;
    let read = |_, json: &str| serde_json::from_str::<CheckpointHeader>(json);
    let header = file.header(VERSION, KIND, read)?;
    header.check(name)?;
    let plan = file.planned(header.recipe.plan())?;
    let state = file.tensors(&state_layout(&header.recipe, &plan, header.counters))?;
    Ok(Checkpoint { header, state })
}

impl CheckpointHeader {
    /// What the training saw of a data set: all of it, its first images, or, where images are drawn,
    /// those of another seed. Nothing when it saw another.
    pub fn seen_of(&self, data: &Arc<DataSet>) -> Option<Arc<DataSet>> {
        if self.is_of(data) {
            return Some(data.clone());
        }
        // The command line draws by the training's seed, the page by its own.
        let redrawn = [self.seed, PAGE_SEED].into_iter();
        let drawn = redrawn.filter_map(|seed| data.redrawn(seed));
        let first = |data: &DataSet| data.limited(self.images?).ok();
        let parts = first(data).into_iter().chain(drawn.flat_map(|data| {
            let first = first(&data);
            [Some(data), first].into_iter().flatten()
        }));
        let mut seen = parts.filter(|data| self.is_of(data));
        seen.next().map(|data| Arc::new(data.named(&self.data)))
    }

    /// Checks that this is the very data set that the training saw, not one that it is a part of.
    ///
    /// # Errors
    /// [`Error::Data`] when it is another.
    pub fn check_data(&self, data: &DataSet) -> Result<()> {
        self.is_of(data)
            .then_some(())
            .ok_or_else(|| self.saw_another(data))
    }

    /// Whether these are the very images.
    fn is_of(&self, data: &DataSet) -> bool {
        data.fingerprint() == self.fingerprint
            && (self.checksum.is_none() || data.checksum() == self.checksum)
    }

    fn saw_another(&self, data: &DataSet) -> Error {
        Error::Data(sentence!(
            "The checkpoint was made with {data}; these {count} images of {other} are not the same.",
            data = self.data,
            count = data.len(),
            other = data.name()
        ))
    }

    /// Checks that the training can go on counting.
    fn check(&self, name: &str) -> Result<()> {
        let Counters {
            step,
            generator_updates,
            discriminator_updates,
        } = self.counters;
        match [step, generator_updates, discriminator_updates]
            .into_iter()
            .max()
        {
            Some(most) if most > MOST_STEPS => Err(Error::Weights(sentence!(
                "“{name}” is a checkpoint of {most} steps or updates; the most is {limit}.",
                name,
                most,
                limit = MOST_STEPS
            ))),
            _ => Ok(()),
        }
    }
}

impl Checkpoint {
    /// The generator, averaged or live; its classes are numbered.
    pub fn generator(&self, averaged: bool) -> GeneratorFile {
        let part = if averaged { "averaged." } else { "generator." };
        let header = &self.header;
        let trained = Trained {
            recipe: header.recipe.clone(),
            step: header.counters.step,
            seed: header.seed,
            data: header.data.clone(),
            averaged,
        };
        let labels = numbered(0..trained.recipe.classes.unwrap_or(0));
        let tensors = self.state.iter().filter_map(|tensor| {
            let name = tensor.name.strip_prefix(part)?.to_owned();
            let tensor = tensor.clone();
            Some(NamedTensor { name, ..tensor })
        });
        GeneratorFile {
            header: Header::of(trained, labels),
            tensors: tensors.collect(),
        }
    }

    /// The training, on `device`, as it was: with the same data it goes on as if it had never
    /// stopped. Of a larger data set it takes as many first images as it saw.
    ///
    /// # Errors
    /// [`Error::Data`] when the data set is not the one that the training saw.
    pub fn resume(self, data: Arc<DataSet>, device: &Device) -> Result<Training> {
        let Self { header, state } = self;
        let data = header
            .seen_of(&data)
            .ok_or_else(|| header.saw_another(&data))?;
        let mut training = Training::blank(header.recipe, data, header.seed, device)?;
        training.restore(header.counters, state)?;
        Ok(training)
    }
}
