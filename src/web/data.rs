//! Data sets for JavaScript.

use crate::data::DataSet as Core;
use crate::javascript::json;
use crate::javascript::latent::seed;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// A data set.
#[wasm_bindgen]
pub struct DataSet {
    pub(super) core: Arc<Core>,
}

#[wasm_bindgen]
impl DataSet {
    /// Images and labels from IDX files, plain or gzip. `name` is for errors.
    ///
    /// # Errors
    /// `DataError`, saying what was expected and what was found.
    pub fn idx(name: &str, images: &[u8], labels: Option<Vec<u8>>) -> Result<DataSet, JsValue> {
        let core = Core::idx(name, images, labels.as_deref())?;
        Ok(Self {
            core: Arc::new(core),
        })
    }

    /// The images of this set, then those of another.
    ///
    /// # Errors
    /// `DataError` when they do not go together.
    #[wasm_bindgen(js_name = followedBy)]
    pub fn followed_by(&self, other: &DataSet) -> Result<DataSet, JsValue> {
        let (one, two) = (Core::clone(&self.core), Core::clone(&other.core));
        Ok(Self {
            core: Arc::new(one.followed_by(two)?),
        })
    }

    /// Digits drawn by code.
    ///
    /// # Errors
    /// `RecipeError` when the seed is no whole number.
    #[wasm_bindgen(js_name = drawnDigits)]
    pub fn drawn_digits(seed_number: f64) -> Result<DataSet, JsValue> {
        Ok(Self {
            core: Arc::new(Core::drawn_digits(seed(seed_number)?)),
        })
    }

    /// Anime-style faces drawn by code; the labels are the colours of the hair.
    ///
    /// # Errors
    /// `RecipeError` when the seed is no whole number.
    #[wasm_bindgen(js_name = drawnFaces)]
    pub fn drawn_faces(seed_number: f64) -> Result<DataSet, JsValue> {
        Ok(Self {
            core: Arc::new(Core::drawn_faces(seed(seed_number)?)),
        })
    }

    /// Its first `count` images alone.
    ///
    /// # Errors
    /// `DataError` unless there are that many, at least 1.
    pub fn limited(&self, count: usize) -> Result<DataSet, JsValue> {
        Ok(Self {
            core: Arc::new(self.core.limited(count)?),
        })
    }

    /// Name, count, size and classes, as JSON.
    pub fn describe(&self) -> String {
        let shape = self.core.shape();
        json(&serde_json::json!({
            "name": self.core.name(),
            "count": self.core.len(),
            "channels": shape.channels,
            "height": shape.height,
            "width": shape.width,
            "classes": self.core.classes(),
        }))
    }
}
