//! Images of one's own, decoded by the browser, for a data set.

use super::data::DataSet;
use crate::Error;
use crate::data::images::{Allowance, Crop, ImageOptions, ImageReport, ImageSetBuilder};
use crate::sentence::sentence;
use crate::wasm::json;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// Collects images into a data set.
#[wasm_bindgen]
pub struct ImageSet {
    options: ImageOptions,
    allowance: Allowance,
    builder: Option<ImageSetBuilder>,
    report: Option<ImageReport>,
}

#[wasm_bindgen]
impl ImageSet {
    /// An empty set. `options` is JSON: `{"crop", "height", "width", "channels", "labelled"}`;
    /// `bytes` are those of all files, ZIP files as they are.
    ///
    /// # Errors
    /// `DataError` when an option is out of its range.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str, options: &str, bytes: f64) -> Result<ImageSet, JsValue> {
        let options: ImageOptions = serde_json::from_str(options).map_err(|error| {
            Error::Data(sentence!(
                "These are no options for images: {error}.",
                error
            ))
        })?;
        Ok(Self {
            options,
            allowance: Allowance::new(bytes as u64),
            builder: Some(ImageSetBuilder::new(name, options)?),
            report: None,
        })
    }

    /// Why an image of this size is to be skipped, if so: to be asked once, before it is decoded.
    pub fn refuses(&mut self, width: u32, height: u32) -> Option<String> {
        let uncut = ImageOptions {
            crop: Crop::None,
            ..self.options
        };
        // EXIF may swap the sides, so that only the size can be judged before decoding.
        let too_large = uncut.refuses(width, height);
        too_large.or_else(|| self.unpacks(f64::from(width) * f64::from(height) * 4.0))
    }

    /// Why what unpacks to so many bytes is to be skipped, if so.
    pub fn unpacks(&mut self, bytes: f64) -> Option<String> {
        self.allowance.take(bytes as u64).err()
    }

    /// Counts a file that is called like no image.
    ///
    /// # Errors
    /// `DataError` after `finish`.
    #[wasm_bindgen(js_name = leaveOut)]
    pub fn leave_out(&mut self, path: &str) -> Result<(), JsValue> {
        self.open()?.leave_out(path);
        Ok(())
    }

    /// Adds an image, four bytes a pixel; one that does not suit is skipped.
    ///
    /// # Errors
    /// `DataError` when the set grows too large.
    pub fn add(&mut self, path: &str, width: u32, height: u32, rgba: &[u8]) -> Result<(), JsValue> {
        Ok(self.open()?.add(path, width, height, rgba)?)
    }

    /// Counts a file that could not be used; `why` as "it is empty".
    ///
    /// # Errors
    /// `DataError` after `finish`.
    pub fn skip(&mut self, path: &str, why: &str) -> Result<(), JsValue> {
        self.open()?.skip(path, why);
        Ok(())
    }

    /// The data set. Nothing can be added after this.
    ///
    /// # Errors
    /// `DataError` when no image was kept.
    pub fn finish(&mut self) -> Result<DataSet, JsValue> {
        let builder = self.builder.take().ok_or_else(finished)?;
        let (core, report) = builder.finish()?;
        self.report = Some(report);
        Ok(DataSet {
            core: Arc::new(core),
        })
    }

    /// After `finish`: how many images were kept and skipped, and the first that were skipped, as
    /// JSON; before it `null`.
    pub fn report(&self) -> String {
        json(&self.report)
    }
}

impl ImageSet {
    fn open(&mut self) -> crate::Result<&mut ImageSetBuilder> {
        self.builder.as_mut().ok_or_else(finished)
    }
}

fn finished() -> Error {
    Error::Data(sentence!("This set of images is finished already."))
}
