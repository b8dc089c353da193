//! A recipe that is being written: what holds together of it, and all that does not yet.

use super::checks::check_sizes;
use super::{ImageSpec, Latent, Recipe};
use crate::Error;
use crate::layers::{NetworkSpec, PlannedLayer, read_list};
use crate::network::NetworkPlan;
use crate::spec::{Scale, Shape};
use serde_json::Value;

/// A recipe that may be wrong in several places.
#[derive(Debug, Default)]
pub struct Draft {
    /// The recipe, where nothing is wrong.
    pub recipe: Option<Recipe>,
    /// The generator's layers as far as they fit, each with its place, as `3.body.1`.
    pub generator: Vec<(String, PlannedLayer)>,
    /// The discriminator's.
    pub discriminator: Vec<(String, PlannedLayer)>,
    /// What is wrong, each with its place.
    pub faults: Vec<Error>,
}

impl Draft {
    /// Reads a recipe from JSON as far as it goes.
    pub fn read(json: &str) -> Self {
        let mut draft = Self::default();
        let value: Value = match serde_json::from_str(json) {
            Ok(value) => value,
            Err(_) => {
                draft.check(json);
                return draft;
            }
        };
        let generator = draft.layers(&value, "generator");
        let discriminator = draft.layers(&value, "discriminator");
        if let Some((latent, scale)) = numbers(&value) {
            let image = Shape::Image(scale.image);
            let latent = Shape::Flat(latent.dimension);
            draft.generator = draft.planned("generator", &generator, latent, &scale);
            draft.discriminator = draft.planned("discriminator", &discriminator, image, &scale);
        }
        if draft.faults.is_empty() {
            draft.check(json);
        }
        draft
    }

    /// Takes the recipe, or what is wrong with it as a whole.
    fn check(&mut self, json: &str) {
        let read = Recipe::from_json(json);
        match read.and_then(|recipe| recipe.plan().map(|_| recipe)) {
            Ok(recipe) => self.recipe = Some(recipe),
            Err(error) => self.faults.push(error),
        }
    }

    /// The layers of the network that is called so, up to the first that cannot be read.
    fn layers(&mut self, recipe: &Value, name: &'static str) -> NetworkSpec {
        let Some(list) = recipe.get(name) else {
            return Vec::new();
        };
        let mut faults = Vec::new();
        let layers = read_list(list, &[name.into()], &mut faults);
        self.faults.extend(faults.into_iter().map(|fault| {
            let keys = fault.path.into_iter().rev();
            keys.fold(Error::spec(fault.why), Error::in_field)
        }));
        layers
    }

    /// Its layers as far as they fit; of one that does not fit it is noted why.
    fn planned(
        &mut self,
        name: &'static str,
        spec: &NetworkSpec,
        input: Shape,
        scale: &Scale,
    ) -> Vec<(String, PlannedLayer)> {
        if !spec.is_empty()
            && let Err(error) = NetworkPlan::new(name, spec, input, scale)
        {
            self.faults.push(error.in_field(name));
        }
        NetworkPlan::outline_of(spec, input, scale)
    }
}

/// The numbers that sizes follow from, if they can be read and are within their bounds.
fn numbers(recipe: &Value) -> Option<(Latent, Scale)> {
    // By way of the text, as recipes are read: readers of values would be as much code again.
    let text = |name| recipe.get(name).map(Value::to_string);
    let latent: Latent = serde_json::from_str(&text("latent")?).ok()?;
    let image: ImageSpec = serde_json::from_str(&text("image")?).ok()?;
    let count = |value: &Value| usize::try_from(value.as_u64()?).ok();
    let scale = Scale {
        width: count(recipe.get("width")?)?,
        image: [image.channels, image.height, image.width],
        classes: match recipe.get("classes") {
            None | Some(Value::Null) => None,
            Some(classes) => Some(count(classes)?),
        },
    };
    check_sizes(latent, image, &scale).ok()?;
    Some((latent, scale))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::Key::{Index, Name};
    use crate::place::Place;
    use crate::recipe::preset;
    use serde_json::json;

    fn value(name: &str) -> Value {
        serde_json::to_value(preset(name).unwrap()).unwrap()
    }

    fn places(draft: &Draft) -> Vec<Option<&Place>> {
        draft.faults.iter().map(Error::place).collect()
    }

    #[test]
    fn a_recipe_that_holds_together_is_read_whole() {
        let recipe = preset("stylegan2-64").unwrap();
        let draft = Draft::read(&recipe.to_json());
        let plan = recipe.plan().unwrap();
        let outlined = |draft: &[(String, PlannedLayer)]| -> Vec<(String, Shape)> {
            let layers = draft.iter();
            layers
                .map(|(at, layer)| (at.clone(), layer.output))
                .collect()
        };
        let planned = |plan: &NetworkPlan| -> Vec<(String, Shape)> {
            let layers = plan.outline().into_iter();
            layers.map(|(at, layer)| (at, layer.output)).collect()
        };
        assert_eq!(draft.recipe, Some(recipe));
        assert!(draft.faults.is_empty());
        assert_eq!(outlined(&draft.generator), planned(&plan.generator));
        assert_eq!(outlined(&draft.discriminator), planned(&plan.discriminator));
    }

    #[test]
    fn both_networks_are_wrong_at_once() {
        let mut recipe = value("dcgan-mnist");
        recipe["generator"][0]["out"] = json!("");
        recipe["discriminator"][1] = json!({ "layer": "residual", "body": [
            { "layer": "relu" }, { "layer": "dropout", "rate": 2 }
        ] });
        let draft = Draft::read(&recipe.to_string());
        let places = places(&draft);
        let keys: [&[_]; 2] = [
            &[Name("generator"), Index(0), Name("out")],
            &[
                Name("discriminator"),
                Index(1),
                Name("body"),
                Index(1),
                Name("rate"),
            ],
        ];
        let keys = keys.map(|keys| Place::Field(keys.to_vec()));
        assert_eq!(places, [Some(&keys[0]), Some(&keys[1])]);
        assert!(draft.recipe.is_none() && draft.generator.is_empty());
        let shown: Vec<&str> = draft.discriminator.iter().map(|(at, _)| &**at).collect();
        assert_eq!(shown, ["1", "2.body.1"]);
    }

    #[test]
    fn what_is_no_layer_is_found_last() {
        let mut recipe = value("dcgan-mnist");
        recipe["batch"] = json!(0);
        let draft = Draft::read(&recipe.to_string());
        assert_eq!(places(&draft), [Some(&Place::Field(vec![Name("batch")]))]);
        assert_eq!(
            draft.discriminator.len(),
            recipe["discriminator"].as_array().unwrap().len()
        );
        for text in ["", "[]", "{", "{}", r#"{"generator": 3}"#] {
            assert!(!Draft::read(text).faults.is_empty(), "{text}");
        }
    }
}
