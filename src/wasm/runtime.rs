//! Drawing for JavaScript: a WebAssembly module of its own (feature `runtime`), small enough for a
//! page that only shows a generator. On the CPU, and at once: nothing here has to be waited for.

use super::shared::latent_space;
use crate::generator::{Generator as Core, Statistics, Styles, now};
use crate::wasm::grid::Grid;
use crate::wasm::latent::Directions;
use crate::weights::open_generator;
use wasm_bindgen::prelude::*;

/// A generator that draws.
#[wasm_bindgen]
pub struct Generator {
    core: Core,
}

#[wasm_bindgen]
impl Generator {
    /// Opens a generator's safetensors file. `name` is for errors.
    ///
    /// # Errors
    /// `WeightsError` for a file that is no generator or does not fit its own recipe, `SpecError`
    /// for one with a layer that would need too much memory.
    pub fn open(name: &str, file: &[u8]) -> Result<Generator, JsValue> {
        let file = open_generator(name, file)?;
        Ok(Self {
            core: Core::on_cpu(&file, Statistics::Running)?,
        })
    }

    /// Draws latents in `columns`. `classes` holds for each the weights of all classes; nothing
    /// for a generator without classes.
    ///
    /// # Errors
    /// `RecipeError` or `TrainingError`.
    pub fn draw(&self, latents: &[f32], classes: &[f32], columns: usize) -> Result<Grid, JsValue> {
        let values = now(self.core.mixed(latents, classes))?;
        Ok(Grid::of_values(self.core.header().image, &values, columns)?)
    }

    /// The same with mixed styles: for each image another latent, and how many layers go by its own.
    ///
    /// # Errors
    /// `RecipeError`, also for a generator without styles, or `TrainingError`.
    #[wasm_bindgen(js_name = drawStyled)]
    pub fn draw_styled(
        &self,
        latents: &[f32],
        classes: &[f32],
        others: &[f32],
        own_layers: &[usize],
        columns: usize,
    ) -> Result<Grid, JsValue> {
        let styles = Styles {
            latents: others,
            own_layers,
        };
        let values = now(self.core.styled(latents, classes, styles))?;
        Ok(Grid::of_values(self.core.header().image, &values, columns)?)
    }

    /// The directions of the latent space that matter first.
    ///
    /// # Errors
    /// `RecipeError` for a latent that is too large, `TrainingError` where there are none.
    pub fn directions(&self) -> Result<Directions, JsValue> {
        Ok(Directions(now(self.core.directions())?))
    }
}

latent_space!(Generator);
