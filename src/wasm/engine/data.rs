//! Data sets for JavaScript.

use crate::Error;
use crate::data::DataSet as Core;
use crate::data::cifar::batches_among;
use crate::data::known::Known;
use crate::data::numpy::choose;
use crate::data::table::TableReader as Reader;
use crate::data::zip_names::encoding;
use crate::kind;
use crate::sentence::sentence;
use crate::wasm::json;
use crate::wasm::latent::seed;
use js_sys::Uint8Array;
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

    /// Images and labels from files of NumPy's (`.npy`). `name` is for errors.
    ///
    /// # Errors
    /// `DataError`, saying what was expected and what was found.
    pub fn numpy(name: &str, images: &[u8], labels: Option<Vec<u8>>) -> Result<DataSet, JsValue> {
        let core = Core::numpy(name, images, labels.as_deref())?;
        Ok(Self {
            core: Arc::new(core),
        })
    }

    /// Images and labels from batches of CIFAR-10 or CIFAR-100, with the name of each. `name` is for
    /// errors.
    ///
    /// # Errors
    /// `DataError`, saying what was expected and what was found.
    pub fn cifar(
        name: &str,
        names: Vec<String>,
        files: Vec<Uint8Array>,
    ) -> Result<DataSet, JsValue> {
        let files: Vec<Vec<u8>> = files.iter().map(Uint8Array::to_vec).collect();
        let batches = names.iter().map(String::as_str);
        let batches: Vec<(&str, &[u8])> = batches.zip(files.iter().map(Vec::as_slice)).collect();
        let core = Core::cifar(name, &batches)?;
        Ok(Self {
            core: Arc::new(core),
        })
    }

    /// The same set with the name and the classes of a known one, as `fashion-mnist`; any other
    /// identifier leaves it as it is.
    pub fn known(&self, identifier: &str) -> DataSet {
        let core = match Known::identified(identifier) {
            Some(known) => Arc::new(Core::clone(&self.core).known(known)),
            None => self.core.clone(),
        };
        Self { core }
    }

    /// The same images with rows and columns swapped.
    pub fn transposed(&self) -> DataSet {
        Self {
            core: Arc::new(Core::clone(&self.core).transposed()),
        }
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
            "class_names": self.core.class_names(),
        }))
    }
}

/// Reads a table as text (CSV), portion by portion.
#[wasm_bindgen]
pub struct TableReader {
    core: Option<Reader>,
}

#[wasm_bindgen]
impl TableReader {
    /// A reader; `name` is for errors.
    #[wasm_bindgen(constructor)]
    pub fn new(name: &str) -> TableReader {
        Self {
            core: Some(Reader::new(name)),
        }
    }

    /// Reads on.
    ///
    /// # Errors
    /// `DataError`, saying what was expected and what was found.
    pub fn push(&mut self, bytes: &[u8]) -> Result<(), JsValue> {
        Ok(self.core.as_mut().ok_or_else(finished)?.push(bytes)?)
    }

    /// The data set. Nothing can be read after this.
    ///
    /// # Errors
    /// `DataError` when there is no image in it.
    pub fn finish(&mut self) -> Result<DataSet, JsValue> {
        let core = self.core.take().ok_or_else(finished)?.finish()?;
        Ok(DataSet {
            core: Arc::new(core),
        })
    }
}

fn finished() -> Error {
    Error::Data(sentence!("This table is finished already."))
}

/// Which files of a folder or archive are batches of CIFAR to train on, by their paths: their places.
#[wasm_bindgen(js_name = cifarAmong)]
pub fn cifar_among(paths: Vec<String>) -> Vec<usize> {
    let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
    batches_among(&paths)
}

/// Which arrays of an `.npz` file are a data set, by the names of all and the beginnings of their
/// files: JSON, `{"images", "labels"}`, their places.
///
/// # Errors
/// `DataError` when none holds images.
#[wasm_bindgen(js_name = chooseArrays)]
pub fn choose_arrays(
    archive: &str,
    names: Vec<String>,
    starts: Vec<Uint8Array>,
) -> Result<String, JsValue> {
    let starts: Vec<Vec<u8>> = starts.iter().map(Uint8Array::to_vec).collect();
    let arrays: Vec<(&str, &[u8])> = names
        .iter()
        .map(String::as_str)
        .zip(starts.iter().map(Vec::as_slice))
        .collect();
    let chosen = choose(archive, &arrays)?;
    Ok(json(&serde_json::json!({
        "images": chosen.images,
        "labels": chosen.labels,
    })))
}

/// The encoding of the names in a ZIP file that does not say it, as `TextDecoder` knows it; none
/// for code page 437.
#[wasm_bindgen(js_name = encodingOfNames)]
pub fn encoding_of_names(names: Vec<Uint8Array>) -> Option<String> {
    let names: Vec<Vec<u8>> = names.iter().map(Uint8Array::to_vec).collect();
    let encoding = encoding(names.iter().map(Vec::as_slice));
    encoding.label().map(str::to_owned)
}

/// What a file is, by its beginning, and what to do about it, as “a tar archive: unpack it first”: a
/// sentence in JSON.
#[wasm_bindgen(js_name = kindOfFile)]
pub fn kind_of_file(start: &[u8]) -> String {
    json(&kind::advised(start))
}
