//! Losses on images and latents that stay apart from training's own.

use super::accuracy::Accuracy;
use super::batch::Batch;
use super::losses;
use super::metrics::{self, Pending, Verdict};
use super::session::Training;
use crate::Result;
use crate::data::DataSet;
use crate::layers::Statistics;
use crate::random::{Purpose, Random};
use crate::recipe::Fakes;
use burn::module::Module;
use burn::tensor::Tensor;
use serde::Serialize;

/// What the networks are held against.
#[derive(Debug, Clone, Copy)]
pub enum Examples<'a> {
    /// The latents of the sample grid, and the data set's first images: the same every time.
    Fixed,
    /// These images, and as many latents that are new at every step.
    HeldOut(&'a DataSet),
}

/// What both networks lose on examples, as a training step would compute it but for dropout and a
/// gradient penalty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Evaluation {
    /// Pairs of a real and a generated image.
    pub images: usize,
    /// The discriminator's loss: the sum of the next two.
    pub d_loss: f32,
    /// Its part of real images.
    pub d_loss_real: f32,
    /// Its part of generated images.
    pub d_loss_fake: f32,
    /// The generator's loss.
    pub g_loss: f32,
    /// Mean D(x): 0 to 1, or the critic's mean score.
    pub d_real: f32,
    /// Mean D(G(z)).
    pub d_fake: f32,
    /// How often the discriminator is right; none for a critic, whose scores have no bound between
    /// real and generated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accuracy: Option<Accuracy>,
}

impl Training {
    /// Evaluates the networks as they are: no gradient, and nothing of the training moves, neither
    /// random numbers nor running statistics.
    ///
    /// # Errors
    /// [`Error::Data`](crate::Error::Data) when the recipe cannot take the images,
    /// [`Error::Training`](crate::Error::Training) when a loss is not finite,
    /// [`Error::Device`](crate::Error::Device) when the device could not deliver.
    pub async fn evaluate(&self, examples: Examples<'_>) -> Result<Evaluation> {
        let (real, z) = self.examples(examples)?;
        let labels = real.labels.as_ref();
        let generator = self.networks.generator.valid();
        let discriminator = self.networks.discriminator.valid();
        let fake = generator.infer_by_batch(z.clone(), labels, 1);
        let for_discriminator = match self.recipe.schedule.fakes {
            Fakes::Trained => fake.clone(),
            Fakes::Predicted => generator.draw(z, labels, Statistics::Running),
        };
        let images = real.tensor.dims()[0];
        let both = Tensor::cat(vec![real.tensor, for_discriminator], 0);
        let twice = labels.map(|labels| Tensor::cat(vec![labels.clone(); 2], 0));
        let recipe = &self.recipe;
        let groups = recipe.schedule.discriminator_batches.groups();
        let outputs = discriminator.infer_by_batch(both.clone(), twice.as_ref(), groups);
        let of_discriminator = losses::of_discriminator(recipe, outputs, labels);
        let for_generator = match recipe.objective.is_relativistic() {
            true => discriminator.infer_by_batch(both, twice.as_ref(), groups),
            false => discriminator.infer_by_batch(fake, labels, 1),
        };
        let g_loss = losses::of_generator(recipe, for_generator, labels);
        let verdict = Verdict {
            losses: of_discriminator.parts,
            penalty: None,
            logits: of_discriminator.logits,
            objective: recipe.objective,
        };
        let pending = Pending::new(self.step, self.epoch(), verdict, g_loss, None);
        let report = metrics::read(vec![pending], None).await?.remove(0);
        Ok(Evaluation {
            images,
            d_loss: report.d_loss,
            d_loss_real: report.d_loss_real,
            d_loss_fake: report.d_loss_fake,
            g_loss: report.g_loss,
            d_real: report.d_real,
            d_fake: report.d_fake,
            accuracy: report.accuracy,
        })
    }

    /// Real images, and as many latents: the first, where the discriminator needs whole groups of them.
    fn examples(&self, examples: Examples<'_>) -> Result<(Batch, Tensor<4>)> {
        let (real, z) = self.all_examples(examples)?;
        let all = z.dims()[0];
        let whole = self.recipe.in_whole_groups(all);
        if whole == all {
            return Ok((real, z));
        }
        let first = |tensor: Tensor<4>| tensor.narrow(0, 0, whole);
        let real = Batch {
            tensor: first(real.tensor),
            labels: real.labels.map(first),
        };
        Ok((real, first(z)))
    }

    fn all_examples(&self, examples: Examples<'_>) -> Result<(Batch, Tensor<4>)> {
        Ok(match examples {
            Examples::Fixed => {
                let real = self.feed.examples(None, self.fixed.count());
                let count = real.tensor.dims()[0];
                let z = self.fixed.latents.tensor.clone();
                (real, z.narrow(0, 0, count))
            }
            Examples::HeldOut(data) => {
                self.recipe.check_data(data)?;
                let real = self.feed.examples(Some(data), data.len());
                let mut random = Random::new(self.seed, Purpose::HeldOutLatents, self.step);
                let latent = self.recipe.latent;
                (
                    real,
                    latent.draw(&mut random, data.len(), self.feed.device()),
                )
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::network::Pass;
    use crate::recipe::preset;
    use burn::tensor::Device;
    use pollster::block_on;
    use std::sync::Arc;

    #[test]
    fn losses_are_those_of_a_training_pass() {
        for name in ["dcgan-mnist", "mnist-28-labels"] {
            let mut recipe = preset(name).unwrap();
            (recipe.width, recipe.batch) = (2, 4);
            let data = Arc::new(DataSet::drawn_digits(1));
            let mut training = Training::new(recipe, data, 3, &Device::flex()).unwrap();
            block_on(training.next(3)).unwrap();
            let found = block_on(training.evaluate(Examples::Fixed)).unwrap();

            let (real, z) = training.examples(Examples::Fixed).unwrap();
            let [real, z] = [real.tensor, z].map(Tensor::from_inner);
            let labels = training.examples(Examples::Fixed).unwrap().0.labels;
            let labels = labels.map(Tensor::from_inner);
            let twice = labels.clone().map(|labels| Tensor::cat(vec![labels; 2], 0));
            let random = &mut Random::new(0, Purpose::Dropout, 0);
            let networks = &mut training.networks;
            let mut pass = Pass {
                labels: labels.as_ref(),
                groups: 1,
                random,
            };
            let fake = networks.generator.forward(z, &mut pass);
            pass.labels = twice.as_ref();
            pass.groups = 2;
            let both = Tensor::cat(vec![real, fake], 0);
            let logits = networks.discriminator.forward(both, &mut pass);
            let logits = logits.without_autodiff().into_data();
            let logits: Vec<f32> = logits.try_into_vec().unwrap();

            // −ln D(x) and −ln(1 − D(G(z))), and for G −ln D(G(z)).
            let soft = |logit: f32| f64::from(logit).exp().ln_1p();
            let mean = |terms: Vec<f64>| terms.iter().sum::<f64>() / terms.len() as f64;
            let (of_real, of_fake) = logits.split_at(64);
            let expected = [
                mean(of_real.iter().map(|logit| soft(-logit)).collect()),
                mean(of_fake.iter().map(|logit| soft(*logit)).collect()),
                mean(of_fake.iter().map(|logit| soft(-logit)).collect()),
            ];
            let losses = [found.d_loss_real, found.d_loss_fake, found.g_loss];
            for (found, expected) in losses.map(f64::from).into_iter().zip(expected) {
                assert!(
                    (found - expected).abs() < 1e-5,
                    "{name}: {found} {expected}"
                );
            }
        }
    }
}
