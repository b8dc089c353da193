//! Checking a recipe as a whole.

use super::groups::check_generator;
use super::{Fit, ImageSpec, Latent, RealPenalty, Recipe};
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
        serde_json::from_str(json).map_err(|error| {
            let (line, column) = (error.line(), error.column());
            Error::recipe(sentence!("The recipe cannot be read: {error}.", error))
                .at_position(line, column)
        })
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
        let logits = self.classifier.map_or(1, |_| 1 + self.classes.unwrap_or(0));
        let discriminator = plan_network(
            "discriminator",
            &self.discriminator,
            [image, Shape::Flat(logits)],
            &scale,
        )?;
        self.check_critic()?;
        self.check_groups()?;
        let activations = generator.activations() + discriminator.activations();
        if activations * self.batch as u64 > MOST_ACTIVATIONS {
            return Err(Error::recipe(sentence!(
                "The recipe's networks compute {activations} numbers for each sample; in batches of {batch} that is more than {most}: take smaller batches or a smaller width.",
                activations,
                batch = self.batch,
                most = MOST_ACTIVATIONS
            ))
            .in_field("batch"));
        }
        let work = generator.multiplications() + discriminator.multiplications();
        if work * self.batch as u64 > MOST_WORK {
            return Err(Error::recipe(sentence!(
                "The recipe's networks take {work} multiplications for one sample; in batches of {batch} \
                 that is more than {most}: take smaller batches or a smaller width.",
                work,
                batch = self.batch,
                most = MOST_WORK
            ))
            .in_field("batch"));
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
    fn check_critic(&self) -> Result<()> {
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
    check_sizes(latent, image, scale)?;
    check_generator(spec)?;
    plan_network(
        "generator",
        spec,
        [Shape::Flat(latent.dimension), Shape::Image(scale.image)],
        scale,
    )
}

/// Checks what a generator's sizes follow from.
fn check_sizes(latent: Latent, image: ImageSpec, scale: &Scale) -> Result<()> {
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

/// Works out the shapes of the network that is called so, from the one shape to the other.
fn plan_network(
    name: &'static str,
    spec: &[LayerSpec],
    [input, output]: [Shape; 2],
    scale: &Scale,
) -> Result<NetworkPlan> {
    NetworkPlan::new(name, spec, input, scale)
        .and_then(|plan| {
            check_output(name, &plan, output)?;
            plan.check_work(name)?;
            Ok(plan)
        })
        .map_err(|error| error.in_field(name))
}

/// Checks that two networks meet: what comes out of one is what the other takes.
fn check_output(name: &str, plan: &NetworkPlan, wanted: Shape) -> Result<()> {
    if plan.output.dims() == wanted.dims() {
        return Ok(());
    }
    let last = plan.layers.last().map_or("", |layer| layer.spec.kind());
    Err(Error::spec(sentence!(
        "The {name} ends (layer {layers}, {last}) with {output}, but the recipe needs {wanted}.",
        name = term(name),
        layers = plan.layers.len(),
        last,
        output = plan.output,
        wanted
    ))
    .in_field(plan.layers.len() - 1))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Key::{Index, Name};
    use crate::place::{Key, Place};
    use crate::recipe::preset;
    use serde_json::{Value, json};

    /// Where the refusal of this recipe is, once the field at `pointer` is `value`.
    fn place(pointer: &str, value: Value) -> Option<Place> {
        let mut recipe: Value = serde_json::to_value(preset("wgan-gp-32").unwrap()).unwrap();
        *recipe.pointer_mut(pointer).expect(pointer) = value;
        let recipe = Recipe::from_json(&recipe.to_string()).unwrap();
        recipe.plan().unwrap_err().place().cloned()
    }

    #[test]
    fn a_refusal_leads_to_its_field() {
        let cases: [(&str, Value, &[Key]); 10] = [
            ("/batch", json!(0), &[Name("batch")]),
            ("/width", json!(2000), &[Name("width")]),
            (
                "/latent/dimension",
                json!(0),
                &[Name("latent"), Name("dimension")],
            ),
            (
                "/image/channels",
                json!(2),
                &[Name("image"), Name("channels")],
            ),
            (
                "/schedule/discriminator_updates",
                json!(0),
                &[Name("schedule"), Name("discriminator_updates")],
            ),
            (
                "/generator_optimiser/rate",
                json!(2),
                &[Name("generator_optimiser"), Name("rate")],
            ),
            (
                "/discriminator_optimiser/algorithm/adam/beta1",
                json!(1),
                &[
                    Name("discriminator_optimiser"),
                    Name("algorithm"),
                    Name("adam"),
                    Name("beta1"),
                ],
            ),
            (
                "/objective/wasserstein-gradient-penalty/weight",
                json!(-1),
                &[
                    Name("objective"),
                    Name("wasserstein-gradient-penalty"),
                    Name("weight"),
                ],
            ),
            (
                "/generator/0",
                json!({ "layer": "reshape", "to": [3, 1, 1] }),
                &[Name("generator"), Index(0)],
            ),
            (
                "/discriminator/1",
                json!({ "layer": "dropout", "rate": 0.5 }),
                &[Name("discriminator"), Index(1)],
            ),
        ];
        for (pointer, value, keys) in cases {
            let found = place(pointer, value);
            assert_eq!(found, Some(Place::Field(keys.to_vec())), "{pointer}");
        }
    }

    #[test]
    fn a_text_that_cannot_be_read_leads_to_its_line() {
        let json = preset("mlp-gan").unwrap().to_json();
        let broken = json.replace("\"batch\": ", "\"batch\": x");
        let line = json
            .lines()
            .position(|line| line.contains("\"batch\""))
            .unwrap()
            + 1;
        let error = Recipe::from_json(&broken).unwrap_err();
        match error.place() {
            Some(&Place::Position { line: found, .. }) => assert_eq!(found, line),
            other => panic!("{other:?}"),
        }
    }
}
