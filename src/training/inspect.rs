//! Looking into a run: for references in other frameworks, which repeat it number by number.

use super::draws::Draws;
use super::session::Training;
use crate::Result;
use crate::network::{NamedTensor, flatten, read_all};
use crate::recipe::LatentReuse;
use burn::tensor::Tensor;

impl Training {
    /// Everything that chance and the data decide in a step (counted from 0): of the
    /// discriminator's update 0 the real images `real.0`, one-hot `labels.0`, latents `z.0` and
    /// the gradient penalty's `mix.0`; of the generator's `generator.z.0` and `generator.labels.0`.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device) when the device could not deliver.
    #[doc(hidden)]
    pub async fn inputs(&mut self, step: u64) -> Result<Vec<NamedTensor>> {
        let schedule = self.recipe.schedule;
        let mut draws = Draws::new(&mut self.feed, &self.recipe, self.seed, step);
        let mut named: Vec<(String, Tensor<4>)> = Vec::new();
        let mut last = None;
        for number in 0..schedule.discriminator_updates_in(step) {
            let update = draws.update();
            named.push((format!("real.{number}"), update.real.tensor));
            let labels = update.real.labels.clone();
            named.extend(labels.map(|labels| (format!("labels.{number}"), labels)));
            let mix = update.mix;
            named.extend(mix.map(|mix| (format!("mix.{number}"), mix)));
            named.push((format!("z.{number}"), update.z.clone()));
            last = Some((update.z, update.real.labels));
        }
        for number in 0..schedule.generator_updates {
            let z = match (schedule.latents, &last) {
                (LatentReuse::Shared, Some((z, _))) => z.clone(),
                _ => draws.latents(),
            };
            named.push((format!("generator.z.{number}"), z));
            let labels = last.as_ref().and_then(|(_, labels)| labels.clone());
            named.extend(labels.map(|labels| (format!("generator.labels.{number}"), labels)));
        }
        let dims: Vec<Vec<usize>> = named.iter().map(|(_, t)| t.dims().to_vec()).collect();
        let (names, tensors): (Vec<_>, Vec<_>) = named.into_iter().unzip();
        let flat = tensors.into_iter().map(|t| flatten(t.without_autodiff()));
        let values = read_all(flat.collect()).await?;
        let all = names.into_iter().zip(dims).zip(values);
        Ok(all
            .map(|((name, dims), values)| NamedTensor { name, dims, values })
            .collect())
    }

    /// Has both optimisers keep the gradients of their next update, before they are cut.
    #[doc(hidden)]
    pub fn keep_gradients(&mut self) {
        self.networks.generator_optimiser.keep_gradients();
        self.networks.discriminator_optimiser.keep_gradients();
    }

    /// The gradients that were kept, flat, as `generator.layers.3.weight`.
    ///
    /// # Errors
    /// [`Error::Device`](crate::Error::Device) when the device could not deliver.
    #[doc(hidden)]
    pub async fn gradients(&self) -> Result<Vec<NamedTensor>> {
        let networks = &self.networks;
        let generator = networks.generator_optimiser.gradients(&networks.generator);
        let mut all = prefixed("generator", generator.await?);
        let discriminator = &networks.discriminator;
        let gradients = networks.discriminator_optimiser.gradients(discriminator);
        all.extend(prefixed("discriminator", gradients.await?));
        Ok(all)
    }
}

/// The tensors with the name of what they belong to before their own.
pub(super) fn prefixed(of: &str, tensors: Vec<NamedTensor>) -> Vec<NamedTensor> {
    let rename = |tensor: NamedTensor| NamedTensor {
        name: format!("{of}.{}", tensor.name),
        ..tensor
    };
    tensors.into_iter().map(rename).collect()
}
