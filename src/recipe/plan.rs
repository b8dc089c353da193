//! Checking a recipe as a whole.

use super::checks::check_sizes;
use super::groups::check_generator;
use super::{ImageSpec, Latent, Recipe};
use crate::layers::LayerSpec;
use crate::network::NetworkPlan;
use crate::sentence::{sentence, term};
use crate::spec::{Scale, Shape};
use crate::{Error, Result};

/// Most numbers that one pass of a batch through both networks may make (1 GiB of f32).
const MOST_ACTIVATIONS: u64 = 1 << 28;
/// Most multiplications of one pass of a batch through both networks: minutes of a processor core.
const MOST_WORK: u64 = 1 << 42;
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
