//! The web boundary: what a worker's JavaScript can call. Opaque handles, typed arrays, JSON for
//! what is data, and a real `Error` with a stable `name` for every failure.

mod animation;
mod backend;
mod data;
mod eyes;
mod generator;
#[cfg(feature = "cpu")]
mod helpers;
mod images;
mod nearest;
#[cfg(relaxed)]
mod relaxed;
mod timer;
mod training;
mod watch;
#[cfg(feature = "webgpu")]
mod webgpu;

use crate::error::Error;
use crate::layers::PlannedLayer;
use crate::place::{Key, Place};
use crate::recipe::{self, Draft, Recipe};
use crate::sentence::Sentence;
use crate::wasm::json;
use wasm_bindgen::prelude::*;

/// Every recipe offered by name, as a JSON array.
#[wasm_bindgen]
pub fn presets() -> String {
    json(&recipe::presets())
}

/// The networks of a recipe, layer by layer, as JSON: what a person sees of it before it runs.
///
/// # Errors
/// `RecipeError` or `SpecError` when it cannot be read or does not hold together.
#[wasm_bindgen(js_name = describeRecipe)]
pub fn describe_recipe(json_text: &str) -> Result<String, JsValue> {
    let recipe = Recipe::from_json(json_text)?;
    let plan = recipe.plan()?;
    Ok(json(&Description {
        generator: NetworkDescription::of(plan.generator.outline()),
        discriminator: NetworkDescription::of(plan.discriminator.outline()),
        recipe,
    }))
}

/// The kinds of layers with their fields, and the menus of a recipe, as JSON.
#[wasm_bindgen(js_name = recipeForms)]
pub fn recipe_forms() -> String {
    recipe::recipe_forms()
}

/// As `describeRecipe`, of a recipe that is being written: what holds together of its networks, and all
/// that is wrong with it, each with its place.
#[wasm_bindgen(js_name = draftRecipe)]
pub fn draft_recipe(json_text: &str) -> String {
    let Draft {
        recipe,
        generator,
        discriminator,
        faults,
    } = Draft::read(json_text);
    let network = |layers: &[(String, PlannedLayer)]| {
        let layers = layers.iter();
        NetworkDescription::of(layers.map(|(place, layer)| (place.clone(), layer)))
    };
    json(&DraftDescription {
        recipe,
        generator: network(&generator),
        discriminator: network(&discriminator),
        faults: faults.iter().map(FaultDescription::of).collect(),
    })
}

#[derive(serde::Serialize)]
struct DraftDescription<'a> {
    recipe: Option<Recipe>,
    generator: NetworkDescription,
    discriminator: NetworkDescription,
    faults: Vec<FaultDescription<'a>>,
}

/// An error that is told and not thrown.
#[derive(serde::Serialize)]
struct FaultDescription<'a> {
    name: &'static str,
    message: String,
    sentence: &'a Sentence,
    field: Option<&'a [Key]>,
    /// Line and column.
    position: Option<[usize; 2]>,
}

impl<'a> FaultDescription<'a> {
    fn of(error: &'a Error) -> Self {
        let (field, position) = match error.place() {
            Some(Place::Field(keys)) => (Some(&**keys), None),
            Some(&Place::Position { line, column }) => (None, Some([line, column])),
            None => (None, None),
        };
        Self {
            name: error.name(),
            message: error.to_string(),
            sentence: error.sentence(),
            field,
            position,
        }
    }
}

/// The recipe in full, as it was understood, and its networks.
#[derive(serde::Serialize)]
struct Description {
    recipe: Recipe,
    generator: NetworkDescription,
    discriminator: NetworkDescription,
}

#[derive(serde::Serialize)]
struct NetworkDescription {
    layers: Vec<LayerDescription>,
    parameters: u64,
}

#[derive(serde::Serialize)]
struct LayerDescription {
    /// As `3`, or `3.body.1` inside the third.
    place: String,
    kind: &'static str,
    /// Height, width and channels.
    output: [usize; 3],
    parameters: u64,
}

impl NetworkDescription {
    fn of<'a>(outline: impl IntoIterator<Item = (String, &'a PlannedLayer)>) -> Self {
        let mut parameters = 0;
        let layers = outline.into_iter().map(|(place, layer)| {
            // A layer's parameters are those of the layers inside it as well.
            let is_inside = place.contains('.');
            parameters += if is_inside { 0 } else { layer.parameters };
            let [channels, height, width] = layer.output.dims();
            LayerDescription {
                place,
                kind: layer.spec.kind(),
                output: [height, width, channels],
                parameters: layer.parameters,
            }
        });
        Self {
            layers: layers.collect(),
            parameters,
        }
    }
}
