//! A trained generator for JavaScript.

use super::backend::Backend;
use super::grid::Grid;
use super::latent::{Directions, ReadCode};
use super::seed;
use super::watch::Watch;
use crate::generation::{Generator as Core, MOST_IMAGES};
use crate::grid::Grid as CoreGrid;
use crate::javascript::json;
use crate::latent::{self, Code, Walk, neighbours};
use crate::random::{Purpose, Random};
use crate::weights::open_generator;
use crate::{Error, Result};
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

    /// What its file says of it, as JSON.
    pub fn header(&self) -> String {
        json(self.core.header())
    }

    /// The first `count` latents of a seed, those of [`Generator::images`].
    ///
    /// # Errors
    /// `RecipeError` when there are too many, or the seed is none.
    pub fn latents(
        &self,
        count: usize,
        seed_number: f64,
    ) -> std::result::Result<Vec<f32>, JsValue> {
        bounded(count)?;
        let mut random = Random::new(seed(seed_number)?, Purpose::FixedLatents, 0);
        Ok(self.core.header().latent.numbers(&mut random, count))
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
        let image = self.core.header().image;
        Ok(CoreGrid::values_in_columns(image, &values, columns.max(1)).into())
    }

    /// Where a walk is at each of these times; `start` is where it is at time 0.
    ///
    /// # Errors
    /// `RecipeError` for a start of another space, or a seed that is none.
    pub fn walk(
        &self,
        seed_number: f64,
        start: Option<Vec<f32>>,
        truncation: f32,
        times: &[f64],
    ) -> std::result::Result<Vec<f32>, JsValue> {
        bounded(times.len())?;
        if let Some(start) = &start {
            self.fitting(start)?;
        }
        let walk = Walk {
            latent: self.core.header().latent,
            seed: seed(seed_number)?,
            start: start.as_deref(),
            truncation,
        };
        Ok(times.iter().flat_map(|time| walk.at(*time)).collect())
    }

    /// `side` × `side` latents around one, up to `radius` of a latent's length away.
    ///
    /// # Errors
    /// `RecipeError` for a latent of another space, too many neighbours, or a seed that is none.
    pub fn neighbours(
        &self,
        centre: &[f32],
        side: usize,
        radius: f32,
        seed_number: f64,
    ) -> std::result::Result<Vec<f32>, JsValue> {
        bounded(side.saturating_mul(side))?;
        self.fitting(centre)?;
        let latent = self.core.header().latent;
        Ok(neighbours(latent, centre, side, radius, seed(seed_number)?))
    }

    /// Latents nearer to the mean: at 1 they stay, at 0 they are the mean.
    ///
    /// # Errors
    /// `RecipeError` for latents of another space.
    pub fn truncated(
        &self,
        mut latents: Vec<f32>,
        truncation: f32,
    ) -> std::result::Result<Vec<f32>, JsValue> {
        self.fitting(&latents)?;
        let distribution = self.core.header().latent.distribution;
        latent::truncate(&mut latents, truncation, distribution);
        Ok(latents)
    }

    /// The mean of `a`, and after it `a` − `b` + `c`, each the mean of latents.
    ///
    /// # Errors
    /// `RecipeError` for latents of another space, or none.
    pub fn arithmetic(
        &self,
        a: &[f32],
        b: &[f32],
        c: &[f32],
    ) -> std::result::Result<Vec<f32>, JsValue> {
        let [a, b, c] = [self.mean(a)?, self.mean(b)?, self.mean(c)?];
        let result = latent::arithmetic(&a, &b, &c);
        Ok([a, result].concat())
    }

    /// The directions of the latent space that matter first.
    ///
    /// # Errors
    /// `RecipeError` for a latent that is too large, `TrainingError`, `DeviceError` or
    /// `DeviceLost`.
    pub async fn directions(&self) -> std::result::Result<Directions, JsValue> {
        let found = latent::directions(&self.core).await;
        Ok(Directions(self.watch.trusted(found).await?))
    }

    /// A latent, and its class if it has one, as a short text.
    ///
    /// # Errors
    /// `RecipeError` for a latent of another space.
    #[wasm_bindgen(js_name = writeCode)]
    pub fn write_code(
        &self,
        latent: &[f32],
        label: Option<u8>,
    ) -> std::result::Result<String, JsValue> {
        self.fitting(latent)?;
        Ok(Code::of_numbers(latent, label).to_string())
    }

    /// The latent that a text stands for.
    ///
    /// # Errors
    /// `RecipeError` for a text that is none, or one of another space.
    #[wasm_bindgen(js_name = readCode)]
    pub fn read_code(&self, text: &str) -> std::result::Result<ReadCode, JsValue> {
        let code = Code::read(text)?;
        let latent = code.latent(self.core.header().latent)?;
        let label = code.label;
        Ok(ReadCode { latent, label })
    }
}

impl Generator {
    fn mean(&self, latents: &[f32]) -> Result<Vec<f32>> {
        self.fitting(latents)?;
        let dimension = self.core.header().latent.dimension;
        let latents: Vec<Vec<f32>> = latents.chunks(dimension).map(<[f32]>::to_vec).collect();
        Ok(latent::mean(&latents))
    }

    /// Checks that there are whole latents.
    fn fitting(&self, latents: &[f32]) -> Result<()> {
        let dimension = self.core.header().latent.dimension;
        if latents.len().is_multiple_of(dimension) && !latents.is_empty() {
            return Ok(());
        }
        Err(Error::Recipe(format!(
            "A latent of this generator has {dimension} numbers; found {}.",
            latents.len()
        )))
    }
}

/// Checks a number of images.
pub(super) fn bounded(count: usize) -> Result<()> {
    if count <= MOST_IMAGES {
        return Ok(());
    }
    Err(Error::Recipe(format!(
        "{count} images were asked for; it must be at most {MOST_IMAGES}."
    )))
}
