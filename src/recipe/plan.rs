//! Checking a recipe as a whole.

use super::{Fit, ImageSpec, Latent, Recipe};
use crate::data::DataSet;
use crate::layers::{Layer, LayerSpec};
use crate::network::NetworkPlan;
use crate::sentence::{Sentence, sentence, term};
use crate::spec::{Scale, Shape};
use crate::{Error, Result};

/// Most images in a batch.
const LARGEST_BATCH: usize = 4096;
/// Most numbers that one pass of a batch through both networks may make (1 GiB of f32).
const MOST_ACTIVATIONS: u64 = 1 << 28;
/// Most multiplications of one pass of a batch through both networks: minutes of a processor core.
const MOST_WORK: u64 = 1 << 42;
/// Most pixels along a side.
const LARGEST_SIDE: usize = 1024;
/// Most epochs.
const MOST_EPOCHS: usize = 1_000_000;
/// Most classes: labels are bytes.
pub(crate) const MOST_CLASSES: usize = 256;
/// Most numbers of a latent.
pub(crate) const LARGEST_LATENT: usize = 1 << 16;

/// Both networks of a recipe, their shapes worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// From latent to image.
    pub generator: NetworkPlan,
    /// From image to one logit.
    pub discriminator: NetworkPlan,
}

impl Recipe {
    /// Reads a recipe from JSON.
    ///
    /// # Errors
    /// [`Error::Recipe`], naming the field and the place.
    pub fn from_json(json: &str) -> Result<Self> {
        serde_json::from_str(json)
            .map_err(|error| Error::Recipe(sentence!("The recipe cannot be read: {error}.", error)))
    }

    /// The recipe as JSON.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a recipe has no maps with other keys than text")
    }

    /// Checks every number and works out every shape, before anything is allocated.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a number out of its range, [`Error::Spec`] for a layer that does not fit.
    pub fn plan(&self) -> Result<Plan> {
        self.check_numbers()?;
        let scale = Scale {
            width: self.width,
            image: [self.image.channels, self.image.height, self.image.width],
            classes: self.classes,
        };
        let generator = plan_generator(&self.generator, self.latent, self.image, &scale)?;
        let image = Shape::Image(scale.image);
        let discriminator = NetworkPlan::new("discriminator", &self.discriminator, image, &scale)?;
        let logits = self.classifier.map_or(1, |_| 1 + self.classes.unwrap_or(0));
        check_output("discriminator", &discriminator, Shape::Flat(logits))?;
        discriminator.check_work("discriminator")?;
        self.check_critic()?;
        let activations = generator.activations() + discriminator.activations();
        if activations * self.batch as u64 > MOST_ACTIVATIONS {
            return Err(Error::Recipe(sentence!(
                "The recipe's networks compute {activations} numbers for each sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.",
                activations,
                batch = self.batch,
                most = MOST_ACTIVATIONS
            )));
        }
        let work = generator.multiplications() + discriminator.multiplications();
        if work * self.batch as u64 > MOST_WORK {
            return Err(Error::Recipe(sentence!(
                "The recipe's networks take {work} multiplications for one sample; in batches of {batch} \
                 that is more than {most}: take smaller batches or a smaller width.",
                work,
                batch = self.batch,
                most = MOST_WORK
            )));
        }
        Ok(Plan {
            generator,
            discriminator,
        })
    }

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

    fn check_numbers(&self) -> Result<()> {
        within("batch", self.batch, 1, LARGEST_BATCH)?;
        self.schedule.check()?;
        if !(0.0..1.0).contains(&self.average) {
            return Err(Error::Recipe(sentence!(
                "The recipe's average is {average}; it must be at least 0 and below 1.",
                average = self.average
            )));
        }
        let epochs = usize::try_from(self.epochs).unwrap_or(usize::MAX);
        within("number of epochs", epochs, 1, MOST_EPOCHS)?;
        self.objective.check(self.smoothing)?;
        for penalty in [self.real_penalty, self.fake_penalty].into_iter().flatten() {
            penalty.check()?;
        }
        self.check_classifier()?;
        self.generator_optimiser.check("generator")?;
        self.discriminator_optimiser.check("discriminator")
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
            return Err(Error::Recipe(sentence!(
                "The recipe has an auxiliary classifier and no number of classes: give it “classes”."
            )));
        }
        if self.has_penalty() {
            return Err(Error::Recipe(sentence!(
                "The recipe has an auxiliary classifier and a gradient penalty, which is of one logit alone: \
                 leave one of the two out."
            )));
        }
        Ok(())
    }

    /// Checks that the objective can be computed with this discriminator.
    fn check_critic(&self) -> Result<()> {
        let refused = |index: usize, layer: &LayerSpec, why: Sentence| {
            let (number, kind) = (index + 1, layer.kind());
            Err(Error::Recipe(sentence!(
                "Layer {number} of the discriminator ({kind}) {why}.",
                number,
                kind,
                why
            )))
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

/// Checks the numbers of a generator and works out its shapes, without its training.
///
/// # Errors
/// [`Error::Recipe`] for a number out of its range, [`Error::Spec`] for a layer that does not fit.
pub(crate) fn plan_generator(
    spec: &[LayerSpec],
    latent: Latent,
    image: ImageSpec,
    scale: &Scale,
) -> Result<NetworkPlan> {
    within("width", scale.width, 1, 1024)?;
    within("latent dimension", latent.dimension, 1, LARGEST_LATENT)?;
    within("image height", image.height, 1, LARGEST_SIDE)?;
    within("image width", image.width, 1, LARGEST_SIDE)?;
    if let Some(classes) = scale.classes {
        within("number of classes", classes, 1, MOST_CLASSES)?;
    }
    if ![1, 3, 4].contains(&image.channels) {
        return Err(Error::Recipe(sentence!(
            "The recipe's images have {channels} channels; 1 (grey), 3 (RGB) and 4 (RGBA) can be shown.",
            channels = image.channels
        )));
    }
    if !latent.distribution.is_valid() {
        return Err(Error::Recipe(sentence!(
            "The recipe's latents cannot be drawn from {distribution}.",
            distribution = format!("{:?}", latent.distribution)
        )));
    }
    let plan = NetworkPlan::new("generator", spec, Shape::Flat(latent.dimension), scale)?;
    check_output("generator", &plan, Shape::Image(scale.image))?;
    plan.check_work("generator")?;
    Ok(plan)
}

/// Checks that two networks meet: what comes out of one is what the other takes.
fn check_output(name: &str, plan: &NetworkPlan, wanted: Shape) -> Result<()> {
    if plan.output.dims() == wanted.dims() {
        return Ok(());
    }
    let last = plan.layers.last().map_or("", |layer| layer.spec.kind());
    Err(Error::Spec(sentence!(
        "The {name} ends (layer {layers}, {last}) with {output}, but the recipe needs {wanted}.",
        name = term(name),
        layers = plan.layers.len(),
        last,
        output = plan.output,
        wanted
    )))
}

fn size(height: usize, width: usize, channels: usize) -> Sentence {
    sentence!(
        "{height}×{width} with {channels} channels",
        height,
        width,
        channels
    )
}

fn within(what: &str, value: usize, least: usize, most: usize) -> Result<()> {
    if (least..=most).contains(&value) {
        return Ok(());
    }
    Err(Error::Recipe(sentence!(
        "The recipe's {what} is {value}; it must be {least} to {most}.",
        what = term(what),
        value,
        least,
        most
    )))
}
