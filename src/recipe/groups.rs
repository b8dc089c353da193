//! The groups of images that a discriminator judges together.

use super::{DiscriminatorBatches, Recipe};
use crate::layers::{LayerSpec, MinibatchStd};
use crate::sentence::sentence;
use crate::{Error, Result};

impl Recipe {
    /// Checks that only the discriminator has them, and that its batches consist of whole ones.
    pub(super) fn check_groups(&self) -> Result<()> {
        let together = match self.schedule.discriminator_batches {
            DiscriminatorBatches::Separate => self.batch,
            DiscriminatorBatches::Joint => 2 * self.batch,
        };
        for (index, layer) in self.grouping() {
            if layer.divides(self.batch) && layer.divides(together) {
                continue;
            }
            let why = sentence!(
                "takes images in groups of {group}, and a batch of {batch} does not consist of whole ones: change \
                 the batch or the layer's “group”",
                group = layer.group,
                batch = self.batch
            );
            return Err(Error::recipe(sentence!(
                "Layer {number} of the discriminator ({kind}) {why}.",
                number = index + 1,
                kind = self.discriminator[index].kind(),
                why
            ))
            .in_field("batch"));
        }
        Ok(())
    }

    /// The most of so many images that consist of whole groups.
    #[cfg(feature = "engine")]
    pub(crate) fn in_whole_groups(&self, images: usize) -> usize {
        let is_whole = |count: &usize| self.grouping().all(|(_, layer)| layer.divides(*count));
        (1..=images).rev().find(is_whole).unwrap_or(images)
    }

    /// The discriminator's layers that group a batch, each with the place of the layer that it is in.
    fn grouping(&self) -> impl Iterator<Item = (usize, &MinibatchStd)> {
        let layers = self.discriminator.iter().enumerate();
        layers.flat_map(|(index, layer)| {
            let all = layer.all().into_iter();
            all.filter_map(move |layer| match layer {
                LayerSpec::MinibatchStd(layer) => Some((index, layer)),
                _ => None,
            })
        })
    }
}

/// Checks that no image of a generator depends on the others that are drawn with it.
pub(super) fn check_generator(spec: &[LayerSpec]) -> Result<()> {
    for (index, layer) in spec.iter().enumerate() {
        let all = layer.all();
        if all
            .iter()
            .any(|layer| matches!(layer, LayerSpec::MinibatchStd(_)))
        {
            let why = sentence!(
                "makes an image depend on the others that are drawn with it: only a discriminator may have it"
            );
            return Err(Error::spec(sentence!(
                "Layer {number} of the generator ({kind}) {why}.",
                number = index + 1,
                kind = layer.kind(),
                why
            ))
            .in_field(index)
            .in_field("generator"));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::preset;

    fn with_std(group: usize) -> Recipe {
        let mut recipe = preset("dcgan-mnist").unwrap();
        recipe
            .discriminator
            .insert(0, MinibatchStd { group, features: 1 }.into());
        recipe
    }

    #[test]
    fn a_batch_consists_of_whole_groups() {
        let refusal = |batch, group| {
            let mut recipe = with_std(group);
            recipe.batch = batch;
            recipe.plan().err().map(|error| error.to_string())
        };
        assert_eq!(refusal(8, 4), None);
        assert_eq!(refusal(3, 4), None);
        assert_eq!(
            refusal(10, 4).as_deref(),
            Some(
                "Layer 1 of the discriminator (minibatch-std) takes images in groups of 4, and a batch of 10 \
                 does not consist of whole ones: change the batch or the layer's “group”."
            )
        );
    }

    #[test]
    fn a_batch_of_both_halves_does_too() {
        let mut recipe = with_std(4);
        recipe.schedule.discriminator_batches = DiscriminatorBatches::Joint;
        recipe.batch = 3;
        assert!(
            recipe
                .plan()
                .unwrap_err()
                .to_string()
                .contains("groups of 4")
        );
    }

    #[cfg(feature = "engine")]
    #[test]
    fn held_out_images_are_judged_in_whole_groups() {
        let recipe = with_std(4);
        let whole = [64, 63, 5, 4, 3, 1].map(|images| recipe.in_whole_groups(images));
        assert_eq!(whole, [64, 60, 4, 4, 3, 1]);
        assert_eq!(preset("dcgan-mnist").unwrap().in_whole_groups(63), 63);
    }

    #[test]
    fn no_generator_may_have_it() {
        let mut recipe = preset("dcgan-mnist").unwrap();
        let last = recipe.generator.len();
        recipe.generator.insert(
            last,
            MinibatchStd {
                group: 4,
                features: 1,
            }
            .into(),
        );
        let refusal = recipe.plan().unwrap_err().to_string();
        assert!(
            refusal.ends_with("only a discriminator may have it."),
            "{refusal}"
        );
    }
}
