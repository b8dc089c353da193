//! Generators of other programs, for JavaScript: a WebAssembly module of its own (feature `reader`),
//! which a page loads only when such a file is opened.

use crate::import::{Given, Statement, import, outline, shards};
use crate::sentence::Sentence;
use crate::wasm::json;
use wasm_bindgen::prelude::*;

/// A generator that was imported.
#[wasm_bindgen]
pub struct ImportedModel {
    file: Vec<u8>,
    report: String,
}

/// What a person is told of an import.
#[derive(serde::Serialize)]
struct Report<'a> {
    format: &'a Sentence,
    /// What the file does not say and was assumed.
    assumed: &'a [Sentence],
    /// All of it as SPEC.json, to be corrected and handed back.
    spec: &'a Statement,
}

#[wasm_bindgen]
impl ImportedModel {
    /// The weight file's bytes, as `Generator.open` takes them.
    pub fn file(&self) -> Vec<u8> {
        self.file.clone()
    }

    /// `{"format", "assumed", "spec"}` as JSON.
    pub fn report(&self) -> String {
        self.report.clone()
    }
}

/// Files that were dropped together, to be imported.
#[wasm_bindgen]
#[derive(Default)]
pub struct ImportFiles {
    files: Vec<(String, Vec<u8>)>,
}

#[wasm_bindgen]
impl ImportFiles {
    /// None yet.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file.
    pub fn add(&mut self, name: &str, bytes: Vec<u8>) {
        self.files.push((name.to_owned(), bytes));
    }

    /// The names of files that a TensorFlow.js model among them asks for, as a JSON array.
    pub fn shards(&self) -> String {
        let all = self.files.iter().flat_map(|(_, bytes)| shards(bytes));
        json(&all.collect::<Vec<String>>())
    }

    /// What is known of the layers and tensors of a file that could not be imported, as a SPEC.json
    /// to be corrected; nothing where nothing is.
    pub fn outline(&self, key: Option<String>) -> Option<String> {
        let (name, bytes) = self.files.first()?;
        let known = outline(Given { name, bytes }, key.as_deref());
        known.ok().map(|known| known.to_json())
    }

    /// Imports the generator. `key` picks from a checkpoint, `spec` is a SPEC.json.
    ///
    /// # Errors
    /// `WeightsError` when it cannot be read, or cannot be said in layers of ours.
    pub fn import(
        &self,
        key: Option<String>,
        spec: Option<String>,
    ) -> Result<ImportedModel, JsValue> {
        let stated = spec.map_or_else(
            || Ok(Statement::default()),
            |json| Statement::from_json("SPEC.json", &json),
        )?;
        let given: Vec<Given<'_>> = self
            .files
            .iter()
            .map(|(name, bytes)| Given { name, bytes })
            .collect();
        let imported = import(&given, key.as_deref(), &stated)?;
        Ok(ImportedModel {
            file: imported.model.encode(crate::weights::Encoding::F32)?,
            report: json(&Report {
                format: &imported.format,
                assumed: &imported.assumed,
                spec: &imported.statement,
            }),
        })
    }
}
