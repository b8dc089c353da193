//! Batches of real images, on the device.

use crate::Result;
use crate::data::DataSet;
use crate::data::batches::Batches;
use crate::network::one_hot;
use crate::recipe::Recipe;
use burn::tensor::{Device, Tensor, TensorData};
use std::sync::Arc;

/// Images, or latents, with their labels if the networks take labels.
pub(super) struct Batch {
    /// `[batch, channels, height, width]`.
    pub tensor: Tensor<4>,
    /// One-hot, `[batch, classes, 1, 1]`.
    pub labels: Option<Tensor<4>>,
}

/// Draws batches from a data set and brings them to the device.
pub(super) struct Feed {
    data: Arc<DataSet>,
    batches: Batches,
    device: Device,
    recipe: Recipe,
}

impl Feed {
    /// Checks that the recipe can learn from the data.
    pub fn new(recipe: &Recipe, data: Arc<DataSet>, seed: u64, device: Device) -> Result<Self> {
        recipe.check_data(&data)?;
        Ok(Self {
            batches: Batches::new(seed, data.len(), recipe.batch)?,
            data,
            device,
            recipe: recipe.clone(),
        })
    }

    /// The batch of this number, counted from 0 over all epochs.
    pub fn batch(&mut self, number: u64) -> Batch {
        let indices = self.batches.indices(number);
        let (bytes, labels) = self.images(indices.iter().copied());
        let range = self.recipe.image.range;
        let values: Vec<f32> = bytes.into_iter().map(|byte| range.encode(byte)).collect();
        let image = self.recipe.image;
        let dims = [indices.len(), image.channels, image.height, image.width];
        let tensor = Tensor::from_data(TensorData::new(values, dims), &self.device);
        Batch {
            tensor: Tensor::from_inner(tensor),
            labels: self
                .recipe
                .classes
                .map(|classes| Tensor::from_inner(one_hot(&labels, classes, &self.device))),
        }
    }

    /// The first `count` images of the data set.
    pub fn reals(&self, count: usize) -> Vec<u8> {
        self.images(0..count.min(self.data.len()) as u64).0
    }

    fn images(&self, indices: impl Iterator<Item = u64>) -> (Vec<u8>, Vec<u8>) {
        let image = self.recipe.image;
        let size = image.channels * image.height * image.width;
        let (mut bytes, mut labels) = (Vec::new(), Vec::new());
        for index in indices {
            let start = bytes.len();
            bytes.resize(start + size, 0);
            labels.extend(self.data.image(index, &mut bytes[start..]));
        }
        (bytes, labels)
    }

    pub fn batches_per_epoch(&self) -> u64 {
        self.batches.steps_per_epoch()
    }

    pub fn device(&self) -> &Device {
        &self.device
    }

    pub fn name(&self) -> &str {
        self.data.name()
    }
}
