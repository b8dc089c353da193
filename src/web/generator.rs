//! A trained generator for JavaScript.

use super::backend::Backend;
use super::grid::Grid;
use super::seed;
use super::watch::Watch;
use crate::generation::Generator as Core;
use crate::weights::open_generator;
use wasm_bindgen::prelude::*;

/// A generator that draws and no longer learns.
#[wasm_bindgen]
pub struct Generator {
    core: Core,
    watch: Watch,
}

#[wasm_bindgen]
impl Generator {
    /// Opens a generator's safetensors file. `name` is for errors.
    ///
    /// # Errors
    /// `WeightsError` for a file that is no generator or does not fit its own recipe.
    pub fn open(
        backend: &Backend,
        name: &str,
        file: &[u8],
    ) -> std::result::Result<Generator, JsValue> {
        let file = open_generator(name, file)?;
        Ok(Self {
            core: Core::new(&file, &backend.device)?,
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
}
