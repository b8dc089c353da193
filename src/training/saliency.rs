//! Where the discriminator looks: the gradient of its verdict on an image by the pixels.

use super::losses;
use super::session::Training;
use super::shown::Pick;
use crate::Result;
use crate::grid::Grid;
use crate::network::{flatten, read_all};
use burn::module::Module;
use burn::tensor::Tensor;

/// An image, and how the discriminator's verdict on it depends on its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Saliency {
    /// The image itself.
    pub image: Grid,
    /// As [`Training::verdicts`] has it.
    pub verdict: f32,
    /// The gradient of the verdict before the sigmoid, channel-first: along it, the image looks more real
    /// to the discriminator. What the image does to the others' verdicts through the statistics of their
    /// batch is no part of it.
    pub gradient: Vec<f32>,
}

impl Training {
    /// Looks at one image as the discriminator does. Nothing of the training moves.
    ///
    /// # Errors
    /// [`Error::Data`](crate::Error::Data) when there is no such image,
    /// [`Error::Device`](crate::Error::Device) when the device could not deliver.
    pub async fn saliency(&self, pick: Pick, averaged: bool) -> Result<Saliency> {
        let (shown, place) = self.shown_with(pick, averaged)?;
        let only = |tensor: Tensor<4>| flatten(tensor.narrow(0, place, 1));
        let image = only(shown.batch.tensor.clone());
        // Its weights need no gradient of their own.
        let discriminator = self.networks.discriminator.clone().no_grad();
        let pixels = Tensor::from_inner(shown.batch.tensor).require_grad();
        let labels = shown.batch.labels.map(Tensor::from_inner);
        let outputs = discriminator.infer_by_batch(pixels.clone(), labels.as_ref(), 1);
        let (logits, _) = losses::split(&self.recipe, outputs);
        let logit = only(logits);
        let gradients = logit.clone().sum().backward();
        let gradient = match pixels.grad(&gradients) {
            Some(gradient) => only(gradient),
            None => image.zeros_like(),
        };
        let read = read_all(vec![image, gradient, logit.inner()]).await?;
        let mut read = read.into_iter();
        let mut next = || read.next().unwrap_or_default();
        let image = Grid::from_values(self.recipe.image, &next());
        let gradient = next();
        let logit = next().first().copied().unwrap_or(f32::NAN);
        Ok(Saliency {
            image,
            verdict: self.recipe.objective.verdict(logit),
            gradient,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::DataSet;
    use crate::recipe::preset;
    use burn::tensor::{Device, TensorData};
    use pollster::block_on;
    use std::sync::Arc;

    #[test]
    fn the_gradient_is_that_of_finite_differences() {
        // With batch norm, with classes, and with spectral norm.
        for name in ["dcgan-mnist", "acgan-mnist", "sngan-32"] {
            let mut recipe = preset(name).unwrap();
            (recipe.width, recipe.batch) = (2, 8);
            let data = Arc::new(DataSet::drawn_digits(1));
            let mut training = Training::new(recipe, data, 3, &Device::flex()).unwrap();
            block_on(training.next(2)).unwrap();
            let discriminator = training.still_discriminator();
            for pick in [Pick::Real(9), Pick::Generated(20)] {
                let found = block_on(training.saliency(pick, true)).unwrap();
                let (shown, place) = training.shown_with(pick, true).unwrap();
                let norm = found.gradient.iter().map(|v| v * v).sum::<f32>().sqrt();
                let [_, channels, height, width] = shown.batch.tensor.dims();
                let slope = found.gradient.iter().map(|value| value / norm).collect();
                let slope = TensorData::new(slope, [1, channels, height, width]);
                let slope = Tensor::<4>::from_data(slope, &Device::flex());
                // Along its own direction a gradient grows by its norm.
                let along = |step: f32| {
                    let pixels = shown.batch.tensor.clone();
                    let moved = pixels.clone().narrow(0, place, 1) + slope.clone() * step;
                    let range = [place..place + 1, 0..channels, 0..height, 0..width];
                    let pixels = pixels.slice_assign(range, moved);
                    let labels = shown.batch.labels.as_ref();
                    let outputs = discriminator.infer_by_batch(pixels, labels, 1);
                    let (logits, _) = losses::split(&training.recipe, outputs);
                    f64::from(logits.narrow(0, place, 1).into_scalar::<f32>())
                };
                // Generated images are still so alike that batch norm bends sharply: it has to be small.
                let step = 2e-4;
                let difference = (along(step) - along(-step)) / f64::from(2.0 * step);
                let error = (difference - f64::from(norm)).abs() / f64::from(norm);
                assert!(error < 3e-2, "{name}, {pick:?}: {norm}, not {difference}");
            }
        }
    }
}
