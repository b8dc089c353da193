//! Batches of real images, on the device.

use crate::Result;
use crate::data::batches::Batches;
use crate::data::{DataSet, ImageShape};
use crate::network::one_hot;
use crate::parallel;
use crate::random::{Purpose, Random};
use crate::recipe::Recipe;
use burn::tensor::{Device, Tensor, TensorData};
use std::ops::Range;
use std::sync::{Arc, OnceLock};

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
    seed: u64,
    device: Device,
    recipe: Recipe,
    /// Of the data, once it was asked for: it takes a while.
    checksum: OnceLock<Option<u32>>,
    /// How far some real images are from their nearest others, once that was asked for.
    pub real_distances: OnceLock<Vec<f64>>,
}

impl Feed {
    /// Checks that the recipe can learn from the data.
    pub fn new(recipe: &Recipe, data: Arc<DataSet>, seed: u64, device: Device) -> Result<Self> {
        recipe.check_data(&data)?;
        Ok(Self {
            batches: Batches::new(seed, data.len(), recipe.batch, recipe.schedule.order)?,
            data,
            seed,
            device,
            recipe: recipe.clone(),
            checksum: OnceLock::new(),
            real_distances: OnceLock::new(),
        })
    }

    /// The batch of this number, counted from 0 over all epochs.
    pub fn batch(&mut self, number: u64) -> Batch {
        let indices = self.batches.indices(number);
        let (mut bytes, labels) = self.images(&self.data, &indices);
        if self.recipe.mirror {
            self.mirror(number, &mut bytes);
        }
        let Batch { tensor, labels } = self.encoded(&bytes, &labels);
        Batch {
            tensor: Tensor::from_inner(tensor),
            labels: labels.map(Tensor::from_inner),
        }
    }

    /// `count` images from all over the data set, or as many as it has.
    pub fn reals(&self, count: usize) -> Vec<u8> {
        self.images(&self.data, &self.spread(count)).0
    }

    /// Some of `count` images from all over the data set, as a network takes them, off the autodiff graph.
    pub fn shown(&self, count: usize, some: Range<usize>) -> Batch {
        let (bytes, labels) = self.images(&self.data, &self.spread(count)[some]);
        self.encoded(&bytes, &labels)
    }

    /// The images at these places, as the networks take them but for mirroring.
    pub fn at(&self, places: &[u64]) -> Vec<u8> {
        self.images(&self.data, places).0
    }

    /// What the images at these places are called, if the data has labels.
    pub fn classes_of(&self, places: &[u64]) -> Vec<String> {
        let mut image = vec![0; self.data.shape().bytes()];
        let labels = places
            .iter()
            .map(|place| self.data.image(*place, &mut image));
        let names = self.data.class_names();
        let named = labels.map(|label| names.get(usize::from(label?)).cloned());
        named.collect::<Option<_>>().unwrap_or_default()
    }

    /// Whether the images are drawn when asked for.
    pub fn is_drawn(&self) -> bool {
        self.data.is_drawn()
    }

    /// The places of as many images from all over the data set.
    pub fn spread(&self, count: usize) -> Vec<u64> {
        self.data.spread(count, self.seed)
    }

    /// The images at these places as they are learnt, mirrored by chance, and what they are called.
    pub fn learnt(&self, places: &[u64]) -> (Vec<u8>, Vec<&str>) {
        let (mut bytes, labels) = self.images(&self.data, places);
        if self.recipe.mirror {
            self.mirror(0, &mut bytes);
        }
        let names = self.data.class_names();
        let labels = labels.iter().map(|label| &*names[usize::from(*label)]);
        (bytes, labels.collect())
    }

    /// The same of another set, or of the own one, for networks that do not learn from it.
    pub fn examples(&self, data: Option<&DataSet>, count: usize) -> Batch {
        let (bytes, labels) = self.first(data.unwrap_or(&self.data), count);
        self.encoded(&bytes, &labels)
    }

    fn first(&self, data: &DataSet, count: usize) -> (Vec<u8>, Vec<u8>) {
        let first: Vec<u64> = (0..count.min(data.len()) as u64).collect();
        self.images(data, &first)
    }

    /// Images and labels as a network takes them, off the autodiff graph.
    fn encoded(&self, bytes: &[u8], labels: &[u8]) -> Batch {
        let image = self.recipe.image;
        let values: Vec<f32> = bytes.iter().map(|byte| image.range.encode(*byte)).collect();
        let count = bytes.len() / image.shape().bytes();
        let dims = [count, image.channels, image.height, image.width];
        Batch {
            tensor: Tensor::from_data(TensorData::new(values, dims), &self.device),
            labels: self
                .recipe
                .classes
                .map(|classes| one_hot(labels, classes, &self.device)),
        }
    }

    /// The images one behind the other, and their labels. Drawing is work for all cores.
    fn images(&self, data: &DataSet, indices: &[u64]) -> (Vec<u8>, Vec<u8>) {
        let (has, wants) = (data.shape(), self.recipe.image.shape());
        let drawn = parallel::map(indices.len(), |at| {
            let mut image = vec![0; wants.bytes()];
            let label = if has == wants {
                data.image(indices[at], &mut image)
            } else {
                let mut own = vec![0; has.bytes()];
                let label = data.image(indices[at], &mut own);
                pad(&own, has, &mut image, wants);
                label
            };
            (image, label)
        });
        let (images, labels): (Vec<_>, Vec<_>) = drawn.into_iter().unzip();
        (images.concat(), labels.into_iter().flatten().collect())
    }

    /// Turns about half of a batch's images left to right; its number says which.
    fn mirror(&self, number: u64, bytes: &mut [u8]) {
        let mut random = Random::new(self.seed, Purpose::Mirrors, number);
        let shape = self.recipe.image.shape();
        for image in bytes.chunks_exact_mut(shape.bytes()) {
            if random.below(2) == 1 {
                image
                    .chunks_exact_mut(shape.width)
                    .for_each(<[u8]>::reverse);
            }
        }
    }

    pub fn batches_per_epoch(&self) -> u64 {
        self.batches.steps_per_epoch()
    }

    pub fn device(&self) -> &Device {
        &self.device
    }

    pub fn data_len(&self) -> usize {
        self.data.len()
    }

    pub fn data_fingerprint(&self) -> String {
        self.data.fingerprint()
    }

    pub fn data_checksum(&self) -> Option<u32> {
        *self.checksum.get_or_init(|| self.data.checksum())
    }

    pub fn name(&self) -> &str {
        self.data.name()
    }

    pub fn class_names(&self) -> &[String] {
        self.data.class_names()
    }
}

/// Copies an image into the middle of a larger, black one; an odd row or column goes to the end.
fn pad(image: &[u8], from: ImageShape, out: &mut [u8], to: ImageShape) {
    let (top, left) = ((to.height - from.height) / 2, (to.width - from.width) / 2);
    for (number, row) in image.chunks_exact(from.width).enumerate() {
        let (channel, line) = (number / from.height, number % from.height);
        let start = (channel * to.height + top + line) * to.width + left;
        out[start..start + from.width].copy_from_slice(row);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::preset;

    #[test]
    fn about_half_of_the_images_are_mirrored_and_a_seed_says_which() {
        let plain = preset("dcgan-mnist").unwrap();
        let mirrored = Recipe {
            mirror: true,
            ..plain.clone()
        };
        let batch = |recipe: &Recipe, seed| {
            let data = Arc::new(DataSet::drawn_digits(1));
            let mut feed = Feed::new(recipe, data, seed, Device::flex()).unwrap();
            let data = feed.batch(3).tensor.into_data();
            data.convert::<f32>().try_into_vec::<f32>().unwrap()
        };
        let (straight, turned) = (batch(&plain, 1), batch(&mirrored, 1));
        assert_eq!(turned, batch(&mirrored, 1));
        let mut count = 0;
        for (straight, turned) in straight.chunks(784).zip(turned.chunks(784)) {
            let mut reversed = straight.to_vec();
            reversed.chunks_mut(28).for_each(<[f32]>::reverse);
            assert!(turned == straight || turned == reversed);
            count += usize::from(turned == reversed);
        }
        assert!(
            count * 4 > plain.batch && count * 4 < 3 * plain.batch,
            "{count}"
        );
    }

    #[test]
    fn a_smaller_image_is_put_into_the_middle() {
        let shape = |channels, height, width| ImageShape {
            channels,
            height,
            width,
        };
        let mut out = [0; 2 * 3 * 4];
        pad(&[1, 2, 3, 4], shape(2, 1, 2), &mut out, shape(2, 3, 4));
        let blank = [0; 4];
        assert_eq!(
            out.chunks(4).collect::<Vec<_>>(),
            [&blank, &[0, 1, 2, 0], &blank, &blank, &[0, 3, 4, 0], &blank]
        );
    }
}
