//! A training session for JavaScript.

use super::backend::Backend;
use super::data::DataSet;
use super::nearest::NearestSearch;
use super::watch::Watch;
use crate::judge::Classifier;
use crate::recipe::Recipe;
use crate::training::{self, Training as Core};
use crate::wasm::grid::Grid;
use crate::wasm::json;
use crate::wasm::latent::seed;
use crate::weights::Encoding;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// A GAN in training. One call at a time: wait for its promise before the next.
#[wasm_bindgen]
pub struct Training {
    pub(super) core: Core,
    pub(super) watch: Watch,
}

#[wasm_bindgen]
impl Training {
    /// Builds a session; nothing runs yet.
    ///
    /// # Errors
    /// `RecipeError`, `SpecError` or `DataError`, before anything is allocated.
    pub fn create(
        backend: &Backend,
        recipe: &str,
        data: &DataSet,
        seed_number: f64,
    ) -> std::result::Result<Training, JsValue> {
        let recipe = Recipe::from_json(recipe)?;
        let core = Core::new(
            recipe,
            data.core.clone(),
            seed(seed_number)?,
            &backend.device,
        )?;
        Ok(Self {
            core,
            watch: backend.watch.clone(),
        })
    }

    /// Goes on from a checkpoint, with the data that it was made with. `name` is for errors.
    ///
    /// # Errors
    /// `WeightsError` for a file that is no checkpoint, `DataError` for other data.
    pub fn resume(
        backend: &Backend,
        name: &str,
        checkpoint: &[u8],
        data: &DataSet,
    ) -> std::result::Result<Training, JsValue> {
        let checkpoint = training::open_checkpoint(name, checkpoint)?;
        let core = checkpoint.resume(data.core.clone(), &backend.device)?;
        Ok(Self {
            core,
            watch: backend.watch.clone(),
        })
    }

    /// Everything that the training needs to go on, as a safetensors file.
    ///
    /// # Errors
    /// `DeviceError`, `DeviceLost` or `WeightsError`.
    pub async fn checkpoint(&self) -> std::result::Result<Vec<u8>, JsValue> {
        let file = training::checkpoint_file(&self.core).await;
        Ok(self.watch.trusted(file).await?)
    }

    /// The recipe as it runs, as JSON: fitted to the data, with the learning rates of the moment.
    pub fn recipe(&self) -> String {
        self.core.recipe().to_json()
    }

    /// Sizes of both networks and steps in an epoch, as JSON.
    pub fn describe(&self) -> String {
        let plan = self.core.plan();
        json(&serde_json::json!({
            "generatorParameters": plan.generator.parameters,
            "discriminatorParameters": plan.discriminator.parameters,
            "stepsPerEpoch": self.core.steps_per_epoch(),
            "step": self.core.step(),
            "epoch": self.core.epoch(),
            "seed": self.core.seed(),
            "hasProbabilities": self.core.recipe().objective.has_probabilities(),
        }))
    }

    /// Runs steps and tells what happened: a JSON array, one report a step.
    ///
    /// # Errors
    /// `TrainingError`, `DeviceError` or `DeviceLost`.
    pub async fn next(&mut self, steps: usize) -> std::result::Result<String, JsValue> {
        let reports = self.core.next(steps).await;
        Ok(json(&self.watch.trusted(reports).await?))
    }

    /// Has every step whose number this divides report histograms of z, D(x) and D(G(z)); 0 for none.
    #[wasm_bindgen(js_name = histogramsEvery)]
    pub fn histograms_every(&mut self, steps: u32) {
        self.core.histograms_every(u64::from(steps));
    }

    /// New learning rates, from the next step on.
    ///
    /// # Errors
    /// `RecipeError` when one is out of its range.
    #[wasm_bindgen(js_name = setRates)]
    pub fn set_rates(
        &mut self,
        generator: f64,
        discriminator: f64,
    ) -> std::result::Result<(), JsValue> {
        Ok(self.core.set_rates(generator, discriminator)?)
    }

    /// Draws the fixed latents, through the averaged generator or the live one.
    ///
    /// # Errors
    /// `DeviceError` or `DeviceLost`.
    pub async fn samples(&self, averaged: bool) -> std::result::Result<Grid, JsValue> {
        let grid = self.core.samples(averaged).await;
        Ok(self.watch.trusted(grid).await?.into())
    }

    /// Whether the data may be digits, which a classifier judges that has not been handed over.
    #[wasm_bindgen(js_name = wantsClassifier)]
    pub fn wants_classifier(&self) -> bool {
        self.core.wants_classifier()
    }

    /// Hands over the classifier of digits, once, where `wantsClassifier` says so.
    ///
    /// # Errors
    /// `WeightsError` for another file.
    #[wasm_bindgen(js_name = giveClassifier)]
    pub fn give_classifier(&mut self, bytes: &[u8]) -> std::result::Result<(), JsValue> {
        let classifier = Classifier::open("judge-digits.safetensors", bytes)?;
        self.core.give_classifier(Arc::new(classifier));
        Ok(())
    }

    /// Judges the averaged generator on so many samples; as JSON.
    ///
    /// # Errors
    /// `RecipeError` for too few or too many samples, `DeviceError` or `DeviceLost`.
    pub async fn judge(&mut self, samples: usize) -> std::result::Result<String, JsValue> {
        let quality = self.core.judge(samples).await;
        Ok(json(&self.watch.trusted(quality).await?))
    }

    /// As many real images.
    pub fn reals(&self) -> Grid {
        self.core.reals().into()
    }

    /// Begins to search for the `count` training images that are nearest to an image of the sample grid,
    /// given as the grid has it.
    ///
    /// # Errors
    /// `TrainingError` if these are not the pixels of such an image.
    #[wasm_bindgen(js_name = searchNearest)]
    pub fn search_nearest(
        &self,
        rgba: &[u8],
        count: usize,
    ) -> std::result::Result<NearestSearch, JsValue> {
        Ok(self.core.search_nearest(rgba, count)?.into())
    }

    /// Looks at the next `count` images in such a search; says how much of it is done, 0 to 1.
    #[wasm_bindgen(js_name = searchOn)]
    pub fn search_on(&self, search: &mut NearestSearch, count: usize) -> f64 {
        if self.core.search_on(search.core(), count) {
            return 1.0;
        }
        search.core().seen() as f64 / self.core.searched() as f64
    }

    /// The images that a search found.
    pub fn nearest(&self, search: &mut NearestSearch) -> Grid {
        self.core.nearest(search.core()).0.into()
    }

    /// How far they are, and how far real images are from each other, as JSON.
    #[wasm_bindgen(js_name = nearestReport)]
    pub fn nearest_report(&self, search: &mut NearestSearch) -> String {
        json(&self.core.nearest(search.core()).1)
    }

    /// The generator as a safetensors file, its weights as `f32`, `f16` or `i8`.
    ///
    /// # Errors
    /// `DeviceError`, `DeviceLost` or `WeightsError`.
    #[wasm_bindgen(js_name = generatorFile)]
    pub async fn generator_file(
        &self,
        averaged: bool,
        encoding: &str,
    ) -> std::result::Result<Vec<u8>, JsValue> {
        let encoding = Encoding::named(encoding)?;
        let file = training::generator_file(&self.core, averaged, encoding).await;
        Ok(self.watch.trusted(file).await?)
    }
}
