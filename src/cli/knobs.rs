//! The recipe's numbers as flags.

use super::Failure;
use clap::Args;
use ganvas::Error;
use ganvas::data::DataSet;
use ganvas::recipe::Recipe;
use ganvas::training::{Algorithm, OptimiserSpec};
use serde_json::Value;

/// What is changed in the recipe.
#[derive(Args)]
#[command(next_help_heading = "The recipe's numbers [default: the recipe's own]")]
pub struct Knobs {
    /// Images in a batch
    #[arg(long, value_name = "IMAGES")]
    batch: Option<usize>,
    /// Base number of channels
    #[arg(long, value_name = "CHANNELS")]
    width: Option<usize>,
    /// Learning rate of the generator
    #[arg(long, value_name = "RATE")]
    lr_g: Option<f64>,
    /// Learning rate of the discriminator
    #[arg(long, value_name = "RATE")]
    lr_d: Option<f64>,
    /// What Adam's mean of the gradients keeps of itself an update, in both networks, 0 to 1
    #[arg(long, value_name = "PART")]
    beta1: Option<f64>,
    /// Discriminator updates in a step
    #[arg(long, value_name = "UPDATES")]
    d_updates: Option<usize>,
    /// Generator updates in a step
    #[arg(long, value_name = "UPDATES")]
    g_updates: Option<usize>,
    /// What the discriminator is told of real images (label smoothing), 0 to 1
    #[arg(long, value_name = "TARGET")]
    real_label: Option<f64>,
    /// What the averaged generator keeps of itself a step, 0 up to, but without, 1
    #[arg(long, value_name = "PART")]
    average: Option<f64>,
    /// How many classes a recipe with labels has: as it says itself, or as many as the data set
    #[arg(long, value_enum, default_value_t = Classes::Recipe, value_name = "WHOSE")]
    classes: Classes,
    /// Any other field of the recipe's JSON, as latent.dimension=64 or objective=hinge; may be
    /// given several times
    #[arg(long, value_name = "FIELD=VALUE")]
    set: Vec<String>,
}

/// Who says how many classes there are.
#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Classes {
    Recipe,
    Data,
}

impl Knobs {
    /// New learning rates of generator and discriminator, which a training may take at any time.
    pub fn rates(&self) -> [Option<f64>; 2] {
        [self.lr_g, self.lr_d]
    }

    /// Whether any other of them is set.
    pub fn more_than_rates(&self) -> bool {
        self.batch.is_some()
            || self.width.is_some()
            || self.beta1.is_some()
            || self.d_updates.is_some()
            || self.g_updates.is_some()
            || self.real_label.is_some()
            || self.average.is_some()
            || self.classes != Classes::Recipe
            || !self.set.is_empty()
    }

    /// The recipe with these numbers in it.
    pub fn turn(&self, mut recipe: Recipe) -> Result<Recipe, Failure> {
        put(&mut recipe.batch, self.batch);
        put(&mut recipe.width, self.width);
        put(&mut recipe.generator_optimiser.rate, self.lr_g);
        put(&mut recipe.discriminator_optimiser.rate, self.lr_d);
        put(&mut recipe.schedule.discriminator_updates, self.d_updates);
        put(&mut recipe.schedule.generator_updates, self.g_updates);
        put(&mut recipe.smoothing.real, self.real_label);
        put(&mut recipe.average, self.average);
        if let Some(beta1) = self.beta1 {
            set_beta1(&mut recipe.generator_optimiser, beta1)?;
            set_beta1(&mut recipe.discriminator_optimiser, beta1)?;
        }
        self.set.iter().try_fold(recipe, set)
    }

    /// The recipe with as many classes as the data set has, if that is wanted.
    pub fn with_classes_of(&self, data: &DataSet, mut recipe: Recipe) -> Result<Recipe, Failure> {
        match (self.classes, recipe.classes, data.classes()) {
            (Classes::Data, None, _) => {
                return Err(Failure::File(format!(
                    "--classes data is for recipes that take labels, and {} takes none.",
                    recipe.name
                )));
            }
            (Classes::Data, Some(_), Some(has)) => recipe.classes = Some(has),
            (Classes::Recipe, Some(takes), Some(has)) if takes != has => {
                // What else does not fit comes first: other classes would not help.
                recipe.classes = Some(has);
                recipe.check_data(data)?;
                return Err(Failure::File(format!(
                    "The recipe {} takes {takes} classes, but {} has {has} ({}): --classes data \
                     trains with those.",
                    recipe.name,
                    data.name(),
                    data.classes_in_words()
                )));
            }
            _ => {}
        }
        Ok(recipe)
    }
}

fn put<T: Copy>(field: &mut T, value: Option<T>) {
    if let Some(value) = value {
        *field = value;
    }
}

fn set_beta1(optimiser: &mut OptimiserSpec, value: f64) -> Result<(), Failure> {
    match &mut optimiser.algorithm {
        Algorithm::Adam { beta1, .. } | Algorithm::Adamw { beta1, .. } => {
            *beta1 = value;
            Ok(())
        }
        _ => Err(Failure::File(
            "--beta1 is for Adam and AdamW, and this recipe has another optimiser.".to_owned(),
        )),
    }
}

/// Sets one field, named by its way through the JSON.
pub fn set(recipe: Recipe, assignment: &String) -> Result<Recipe, Failure> {
    let refused = |why: String| Failure::File(format!("--set {assignment}: {why}."));
    let Some((path, text)) = assignment.split_once('=') else {
        return Err(refused("expected FIELD=VALUE".to_owned()));
    };
    let value = serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()));
    let mut json = serde_json::to_value(&recipe).expect("a recipe is always JSON");
    let names: Vec<&str> = path.split('.').collect();
    let (last, ways) = names.split_last().expect("a split has at least one part");
    let mut place = &mut json;
    for name in ways {
        place = match place {
            Value::Array(items) => name.parse::<usize>().ok().and_then(|i| items.get_mut(i)),
            other => other.get_mut(*name),
        }
        .ok_or_else(|| refused(format!("the recipe has no field {name:?} there")))?;
    }
    match place {
        Value::Object(fields) => {
            // A field that is left out where it has its usual value is put in here.
            fields.insert((*last).to_owned(), value);
        }
        Value::Array(items) => match last.parse::<usize>().ok().and_then(|i| items.get_mut(i)) {
            Some(item) => *item = value,
            None => return Err(refused(format!("there is no item {last:?}"))),
        },
        _ => return Err(refused(format!("there is no field {last:?}"))),
    }
    Recipe::from_json(&json.to_string()).map_err(|error| match error {
        Error::Recipe(why) => refused(why.sentence.to_string().trim_end_matches('.').to_owned()),
        other => other.into(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ganvas::recipe::preset;

    fn with(assignment: &str) -> Result<Recipe, Failure> {
        set(preset("dcgan-mnist").unwrap(), &assignment.to_owned())
    }

    #[test]
    fn any_field_can_be_set() {
        assert_eq!(with("latent.dimension=64").unwrap().latent.dimension, 64);
        let hinge = with("objective=hinge").unwrap().objective;
        assert_eq!(hinge, ganvas::training::Objective::Hinge);
        let clip = with(r#"objective={"wasserstein":{"clip":0.1}}"#).unwrap();
        assert_eq!(
            clip.objective.to_owned(),
            ganvas::training::Objective::Wasserstein {
                clip: 0.1,
                clip_before_update: false
            }
        );
        let slope = with("discriminator.1.slope=0.1").unwrap();
        assert_ne!(slope, preset("dcgan-mnist").unwrap());
        assert_eq!(
            with("generator_optimiser.decay=0.5")
                .unwrap()
                .generator_optimiser
                .decay,
            0.5
        );
    }

    #[test]
    fn what_cannot_be_set_is_named() {
        for (assignment, word) in [
            ("width", "FIELD=VALUE"),
            ("width=wide", "width"),
            ("latnet.dimension=3", "latnet"),
            ("discriminator.99.slope=1", "99"),
            ("colour=1", "colour"),
        ] {
            let error = with(assignment).unwrap_err().to_string();
            assert!(error.contains(word), "{error}");
        }
    }
}
