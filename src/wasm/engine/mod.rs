//! The web boundary: what a worker's JavaScript can call. Opaque handles, typed arrays, JSON for
//! what is data, and a real `Error` with a stable `name` for every failure.

mod animation;
mod backend;
mod data;
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

use crate::network::NetworkPlan;
use crate::recipe::{self, Recipe};
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
        generator: NetworkDescription::of(&plan.generator),
        discriminator: NetworkDescription::of(&plan.discriminator),
        recipe,
    }))
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
    fn of(plan: &NetworkPlan) -> Self {
        let layers = plan.outline().into_iter().map(|(place, layer)| {
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
            parameters: plan.parameters,
        }
    }
}
