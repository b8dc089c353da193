//! What the discriminator sees, and steps of one network, for JavaScript.

use super::training::Training;
use crate::training::{Pick, Saliency as Core, Turn};
use crate::wasm::grid::Grid;
use crate::wasm::json;
use wasm_bindgen::prelude::*;

/// An image, and how the discriminator's verdict on it depends on its pixels.
#[wasm_bindgen]
pub struct Saliency {
    core: Core,
}

#[wasm_bindgen]
impl Saliency {
    /// The image itself, as a grid of one.
    pub fn image(&self) -> Grid {
        self.core.image.clone().into()
    }

    /// What the discriminator says of it.
    #[wasm_bindgen(getter)]
    pub fn verdict(&self) -> f32 {
        self.core.verdict
    }

    /// The gradient of its verdict by the pixels, channel-first.
    pub fn gradient(&self) -> js_sys::Float32Array {
        js_sys::Float32Array::from(self.core.gradient.as_slice())
    }
}

fn pick(is_real: bool, index: usize) -> Pick {
    match is_real {
        true => Pick::Real(index),
        false => Pick::Generated(index),
    }
}

#[wasm_bindgen]
impl Training {
    /// Runs steps of the networks whose turn it is (`both`, `discriminator`, `generator`), and tells what
    /// happened, as `next` does.
    ///
    /// # Errors
    /// `TrainingError`, `DeviceError` or `DeviceLost`.
    #[wasm_bindgen(js_name = nextOf)]
    pub async fn next_of(
        &mut self,
        turn: &str,
        steps: usize,
    ) -> std::result::Result<String, JsValue> {
        let reports = self.core.next_of(Turn::named(turn)?, steps).await;
        Ok(json(&self.watch.trusted(reports).await?))
    }

    /// Has every step whose number this divides report how large weights and gradients are; 0 for none.
    #[wasm_bindgen(js_name = sizesEvery)]
    pub fn sizes_every(&mut self, steps: u32) {
        self.core.sizes_every(u64::from(steps));
    }

    /// The discriminator's verdict on every image of both grids, as JSON; the generated ones are those of
    /// the averaged generator or of the live one.
    ///
    /// # Errors
    /// `DeviceError` or `DeviceLost`.
    pub async fn verdicts(&self, averaged: bool) -> std::result::Result<String, JsValue> {
        let verdicts = self.core.verdicts(averaged).await;
        Ok(json(&self.watch.trusted(verdicts).await?))
    }

    /// Where the discriminator looks at an image of the grid of real images or of generated ones, counted
    /// from 0.
    ///
    /// # Errors
    /// `DataError` when there is no such image, `DeviceError` or `DeviceLost`.
    pub async fn saliency(
        &self,
        is_real: bool,
        index: usize,
        averaged: bool,
    ) -> std::result::Result<Saliency, JsValue> {
        let found = self.core.saliency(pick(is_real, index), averaged).await;
        let core = self.watch.trusted(found).await?;
        Ok(Saliency { core })
    }

    /// The random numbers that a generated image of the grid, counted from 0, is drawn from.
    pub fn latent(&self, index: usize) -> js_sys::Float32Array {
        js_sys::Float32Array::from(self.core.latent(index).as_slice())
    }

    /// The discriminator's layers that have maps, as JSON.
    #[wasm_bindgen(js_name = mapLayers)]
    pub fn map_layers(&self) -> String {
        json(&self.core.map_layers())
    }

    /// What a layer of the discriminator, counted from 1, makes of an image: its channels as grey images,
    /// each by its own range.
    ///
    /// # Errors
    /// `DataError` when there is no such image, `RecipeError` when the layer has no maps, `DeviceError` or
    /// `DeviceLost`.
    pub async fn maps(
        &self,
        is_real: bool,
        index: usize,
        averaged: bool,
        layer: usize,
    ) -> std::result::Result<Grid, JsValue> {
        let maps = self.core.maps(pick(is_real, index), averaged, layer).await;
        Ok(self.watch.trusted(maps).await?.into())
    }
}
