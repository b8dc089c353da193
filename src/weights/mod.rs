//! Weight files: safetensors whose header carries the recipe.

use crate::network::NamedTensor;
use crate::training::Training;
use crate::{Error, Result};
use safetensors::tensor::{Dtype, TensorView};
use std::collections::HashMap;

/// The generator as a `.safetensors` file: f32 tensors named as `layers.3.weight`, and in the
/// header's metadata the recipe (JSON), step, seed and data set.
///
/// # Errors
/// [`Error::Device`] when the device could not deliver, [`Error::Weights`] when the file cannot
/// be written.
pub async fn generator_file(training: &Training, averaged: bool) -> Result<Vec<u8>> {
    let tensors = training.generator(averaged).await?;
    let metadata = [
        ("format", "ganvas-generator-1".to_owned()),
        ("recipe", training.recipe().to_json()),
        ("step", training.step().to_string()),
        ("seed", training.seed().to_string()),
        ("data", training.data_name().to_owned()),
        ("averaged", averaged.to_string()),
    ];
    let metadata = metadata.map(|(key, value)| (key.to_owned(), value));
    serialise(&tensors, HashMap::from(metadata))
}

fn serialise(tensors: &[NamedTensor], metadata: HashMap<String, String>) -> Result<Vec<u8>> {
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
    safetensors::serialize(views, Some(metadata)).map_err(failed)
}
