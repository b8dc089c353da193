//! What a recipe's numbers must be, one by one and together.

use super::{Fit, ImageSpec, Latent, RealPenalty, Recipe};
use crate::data::DataSet;
use crate::layers::{Layer, LayerSpec};
use crate::sentence::{Sentence, sentence, term};
use crate::spec::Scale;
use crate::{Error, Result};

/// Most images in a batch.
const LARGEST_BATCH: usize = 4096;
/// Most pixels along a side.
const LARGEST_SIDE: usize = 1024;
/// Most epochs.
const MOST_EPOCHS: usize = 1_000_000;
/// Most classes: labels are bytes.
pub(crate) const MOST_CLASSES: usize = 256;
/// Most numbers of a latent.
pub(crate) const LARGEST_LATENT: usize = 1 << 16;

impl Recipe {
    /// Checks that the recipe can learn from this data set.
    ///
    /// # Errors
    /// [`Error::Data`], saying what the recipe needs and what the data set has.
    pub fn check_data(&self, data: &DataSet) -> Result<()> {
        let (has, needs) = (data.shape(), self.image);
        if !needs.takes(has) {
            let wanted = size(needs.height, needs.width, needs.channels);
            let wanted = match needs.fit {
                Fit::Pad => sentence!("up to {wanted}", wanted),
                _ => wanted,
            };
            let found = size(has.height, has.width, has.channels);
            let (name, data) = (&self.name, data.name());
            return Err(Error::Data(sentence!(
                "The recipe {name} needs images of {wanted}, but {data} has {found}.",
                name,
                wanted,
                data,
                found
            )));
        }
        match (self.classes, data.classes()) {
            (Some(_), None) => Err(Error::Data(sentence!(
                "The recipe {name} needs labels, but {data} has none: images have them by a folder for each \
                 class, IDX and NumPy files by a second file.",
                name = self.name,
                data = data.name()
            ))),
            (Some(takes), Some(has)) if has != takes => Err(Error::Data(sentence!(
                "The recipe {name} takes {takes} classes, but {data} has {has} ({names}): set the \
                 recipe's number of classes, “classes”, to theirs.",
                name = self.name,
                takes,
                data = data.name(),
                has,
                names = data.classes_in_words()
            ))),
            _ => Ok(()),
        }
    }

    pub(super) fn check_numbers(&self) -> Result<()> {
        within(&["batch"], "batch", self.batch, LARGEST_BATCH)?;
        self.schedule
            .check()
            .map_err(|error| error.in_field("schedule"))?;
        if !(0.0..1.0).contains(&self.average) {
            return Err(Error::recipe(sentence!(
                "The recipe's average is {average}; it must be at least 0 and below 1.",
                average = self.average
            ))
            .in_field("average"));
        }
        let epochs = usize::try_from(self.epochs).unwrap_or(usize::MAX);
        within(&["epochs"], "number of epochs", epochs, MOST_EPOCHS)?;
        self.objective.check(self.smoothing)?;
        for (field, penalty) in [
            ("real_penalty", self.real_penalty),
            ("fake_penalty", self.fake_penalty),
        ] {
            penalty
                .map_or(Ok(()), RealPenalty::check)
                .map_err(|error| error.in_field(field))?;
        }
        self.check_classifier()
            .map_err(|error| error.in_field("classifier"))?;
        self.generator_optimiser
            .check("generator")
            .map_err(|error| error.in_field("generator_optimiser"))?;
        self.discriminator_optimiser
            .check("discriminator")
            .map_err(|error| error.in_field("discriminator_optimiser"))
    }

    /// Whether the discriminator pays for its gradient anywhere.
    fn has_penalty(&self) -> bool {
        let anywhere = self.real_penalty.or(self.fake_penalty);
        self.objective.has_penalty() || anywhere.is_some()
    }

    fn check_classifier(&self) -> Result<()> {
        let Some(classifier) = self.classifier else {
            return Ok(());
        };
        classifier.check()?;
        if self.classes.is_none() {
            return Err(Error::recipe(sentence!(
                "The recipe has an auxiliary classifier and no number of classes: give it “classes”."
            )));
        }
        if self.has_penalty() {
            return Err(Error::recipe(sentence!(
                "The recipe has an auxiliary classifier and a gradient penalty, which is of one logit alone: \
                 leave one of the two out."
            )));
        }
        Ok(())
    }

    /// Checks that the objective can be computed with this discriminator.
    pub(super) fn check_critic(&self) -> Result<()> {
        let refused = |index: usize, layer: &LayerSpec, why: Sentence| {
            let (number, kind) = (index + 1, layer.kind());
            Err(Error::recipe(sentence!(
                "Layer {number} of the discriminator ({kind}) {why}.",
                number,
                kind,
                why
            ))
            .in_field(index)
            .in_field("discriminator"))
        };
        let last = self.discriminator.len() - 1;
        if let LayerSpec::Sigmoid(_) = self.discriminator[last] {
            let why =
                sentence!("is one too many: the losses take logits and have the sigmoid in them");
            return refused(last, &self.discriminator[last], why);
        }
        if !self.has_penalty() {
            return Ok(());
        }
        for (index, layer) in self.discriminator.iter().enumerate() {
            let why = layer.all().into_iter().find_map(Layer::why_no_vjp);
            if let Some(why) = why {
                return refused(index, layer, why);
            }
        }
        Ok(())
    }
}

/// Checks what a generator's sizes follow from.
pub(super) fn check_sizes(latent: Latent, image: ImageSpec, scale: &Scale) -> Result<()> {
    within(&["width"], "width", scale.width, 1024)?;
    within(
        &["latent", "dimension"],
        "latent dimension",
        latent.dimension,
        LARGEST_LATENT,
    )?;
    within(
        &["image", "height"],
        "image height",
        image.height,
        LARGEST_SIDE,
    )?;
    within(
        &["image", "width"],
        "image width",
        image.width,
        LARGEST_SIDE,
    )?;
    if let Some(classes) = scale.classes {
        within(&["classes"], "number of classes", classes, MOST_CLASSES)?;
    }
    if ![1, 3, 4].contains(&image.channels) {
        return Err(Error::recipe(sentence!(
            "The recipe's images have {channels} channels; 1 (grey), 3 (RGB) and 4 (RGBA) can be shown.",
            channels = image.channels
        ))
        .in_field("channels")
        .in_field("image"));
    }
    if !latent.distribution.is_valid() {
        return Err(Error::recipe(sentence!(
            "The recipe's latents cannot be drawn from {distribution}.",
            distribution = format!("{:?}", latent.distribution)
        ))
        .in_field("distribution")
        .in_field("latent"));
    }
    Ok(())
}

fn size(height: usize, width: usize, channels: usize) -> Sentence {
    sentence!(
        "{height}×{width} with {channels} channels",
        height,
        width,
        channels
    )
}

fn within(field: &[&'static str], what: &str, value: usize, most: usize) -> Result<()> {
    let least = 1_usize;
    if (least..=most).contains(&value) {
        return Ok(());
    }
    let error = Error::recipe(sentence!(
        "The recipe's {what} is {value}; it must be {least} to {most}.",
        what = term(what),
        value,
        least,
        most
    ));
    Err(field
        .iter()
        .rev()
        .fold(error, |error, key| error.in_field(*key)))
}
