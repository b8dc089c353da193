//! A trained generator on a device, for JavaScript.

use super::backend::Backend;
use super::watch::Watch;
use crate::generator::{Generator as Core, Statistics, Styles};
use crate::wasm::grid::Grid;
use crate::wasm::latent::{Directions, seed};
use crate::wasm::shared::latent_space;
use crate::weights::open_generator;
use wasm_bindgen::prelude::*;

/// A generator that draws and no longer learns.
#[wasm_bindgen]
pub struct DeviceGenerator {
    core: Core,
    watch: Watch,
}

#[wasm_bindgen]
impl DeviceGenerator {
    /// Opens a generator's safetensors file. `name` is for errors.
    ///
    /// # Errors
    /// `WeightsError` for a file that is no generator or does not fit its own recipe.
    pub fn open(
        backend: &Backend,
        name: &str,
        file: &[u8],
    ) -> std::result::Result<DeviceGenerator, JsValue> {
        let file = open_generator(name, file)?;
        Ok(Self {
            core: Core::on(&backend.device, &file, Statistics::Running)?,
            watch: backend.watch.clone(),
        })
    }

    /// Draws the first `count` images of a seed: with the training's seed, its sample grid.
    ///
    /// # Errors
    /// `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
    pub async fn images(
        &self,
        count: usize,
        seed_number: f64,
    ) -> std::result::Result<Grid, JsValue> {
        let grid = self.core.images(count, seed(seed_number)?).await;
        Ok(self.watch.trusted(grid).await?.into())
    }

    /// Draws latents in `columns`. `classes` holds for each the weights of all classes; nothing
    /// for a generator without classes.
    ///
    /// # Errors
    /// `RecipeError`, `TrainingError`, `DeviceError` or `DeviceLost`.
    pub async fn draw(
        &self,
        latents: Vec<f32>,
        classes: Vec<f32>,
        columns: usize,
    ) -> std::result::Result<Grid, JsValue> {
        let values = self.core.mixed(&latents, &classes).await;
        let values = self.watch.trusted(values).await?;
        Ok(Grid::of_values(self.core.header().image, &values, columns)?)
    }

    /// The same with mixed styles: for each image another latent, and how many layers go by its own.
    ///
    /// # Errors
    /// `RecipeError`, also for a generator without styles, `TrainingError`, `DeviceError` or `DeviceLost`.
    #[wasm_bindgen(js_name = drawStyled)]
    pub async fn draw_styled(
        &self,
        latents: Vec<f32>,
        classes: Vec<f32>,
        others: Vec<f32>,
        own_layers: Vec<usize>,
        columns: usize,
    ) -> std::result::Result<Grid, JsValue> {
        let styles = Styles {
            latents: &others,
            own_layers: &own_layers,
        };
        let values = self.core.styled(&latents, &classes, styles).await;
        let values = self.watch.trusted(values).await?;
        Ok(Grid::of_values(self.core.header().image, &values, columns)?)
    }

    /// The directions of the latent space that matter first.
    ///
    /// # Errors
    /// `RecipeError` for a latent that is too large, `TrainingError`, `DeviceError` or
    /// `DeviceLost`.
    pub async fn directions(&self) -> std::result::Result<Directions, JsValue> {
        let found = self.core.directions().await;
        Ok(Directions(self.watch.trusted(found).await?))
    }
}

latent_space!(DeviceGenerator);
