//! Weight files: safetensors whose header carries the recipe.

use crate::network::NamedTensor;
use crate::recipe::Recipe;
use crate::training::Training;
use crate::{Error, Result};
use safetensors::tensor::{Dtype, TensorView};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Name of the header's only metadata entry. One, because safetensors writes them in no fixed
/// order, and the same run is to give the same file.
const HEADER: &str = "ganvas";

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
        version: 1,
        recipe: training.recipe().clone(),
        step: training.step(),
        seed: training.seed(),
        data: training.data_name().to_owned(),
        averaged,
    };
    serialise(&tensors, &header)
}

fn serialise(tensors: &[NamedTensor], header: &Header) -> Result<Vec<u8>> {
    let failed = |error| Error::Weights(format!("The weights could not be written: {error}."));
    let bytes: Vec<Vec<u8>> = tensors
        .iter()
        .map(|tensor| tensor.values.iter().flat_map(|v| v.to_le_bytes()).collect())
        .collect();
    let views = tensors
        .iter()
        .zip(&bytes)
        .map(|(tensor, bytes)| {
            let view = TensorView::new(Dtype::F32, tensor.dims.clone(), bytes).map_err(failed)?;
            Ok((tensor.name.clone(), view))
        })
        .collect::<Result<Vec<_>>>()?;
    let header = serde_json::to_string(header)
        .map_err(|error| Error::Weights(format!("The header could not be written: {error}.")))?;
    let metadata = HashMap::from([(HEADER.to_owned(), header)]);
    safetensors::serialize(views, Some(metadata)).map_err(failed)
}
