//! Generators of other programs, for JavaScript: a WebAssembly module of its own (feature `reader`),
//! which a page loads only when such a file is opened.

use crate::import::{Given, Proposal, Statement, import, outline, proposals, shards};
use crate::sentence::Sentence;
use crate::wasm::grid::Grid;
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
    /// Whether the file says its layers itself.
    says_layers: bool,
    /// All of it as SPEC.json, to be corrected and handed back.
    spec: &'a Statement,
}

#[wasm_bindgen]
impl ImportedModel {
    /// The weight file's bytes, as `Generator.open` takes them.
    pub fn file(&self) -> Vec<u8> {
        self.file.clone()
    }

    /// `{"format", "assumed", "says_layers", "spec"}` as JSON.
    pub fn report(&self) -> String {
        self.report.clone()
    }
}

/// Readings of a file that does not say its layers, the most image-like first.
#[wasm_bindgen]
pub struct Proposals {
    all: Vec<Proposal>,
}

/// What a person is told of a reading.
#[derive(serde::Serialize)]
struct ProposalReport<'a> {
    /// What tells it from the others, in a line.
    assumed: &'a Sentence,
    /// What else the file does not say.
    besides: &'a [Sentence],
    /// How image-like its images are, 0 to 1.
    score: f64,
    /// What speaks against it.
    suspicion: Option<&'a Sentence>,
    /// The SPEC.json by which the file is read so.
    spec: &'a Statement,
}

#[wasm_bindgen]
impl Proposals {
    /// `[{"assumed", "besides", "score", "suspicion", "spec"}]` as JSON.
    pub fn report(&self) -> String {
        let all = self.all.iter().map(|one| ProposalReport {
            assumed: &one.assumed,
            besides: &one.besides,
            score: one.score,
            suspicion: one.suspicion.as_ref(),
            spec: &one.statement,
        });
        json(&all.collect::<Vec<_>>())
    }

    /// What the reading of this number, counted from 0, draws of the latents that are the same for all;
    /// nothing where there is none.
    ///
    /// # Errors
    /// `RecipeError` when the picture would be too large.
    pub fn images(&self, index: usize, columns: usize) -> Result<Option<Grid>, JsValue> {
        let drawn = |one: &Proposal| Grid::of_values(one.image, &one.images, columns);
        Ok(self.all.get(index).map(drawn).transpose()?)
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
        let imported = import(&self.given(), key.as_deref(), &stated(spec)?)?;
        Ok(ImportedModel {
            file: imported.model.encode(crate::weights::Encoding::F32)?,
            report: json(&Report {
                format: &imported.format,
                assumed: &imported.assumed,
                says_layers: imported.says_layers(),
                spec: &imported.statement,
            }),
        })
    }

    /// Reads a file that does not say its layers in several ways, and draws with each. The arguments are
    /// those of `import`; one that is picked is imported by its `spec`.
    ///
    /// # Errors
    /// `WeightsError` when it cannot be read, says its layers itself, or takes too long to draw.
    pub fn proposals(
        &self,
        key: Option<String>,
        spec: Option<String>,
    ) -> Result<Proposals, JsValue> {
        let all = proposals(&self.given(), key.as_deref(), &stated(spec)?)?;
        Ok(Proposals { all })
    }
}

impl ImportFiles {
    fn given(&self) -> Vec<Given<'_>> {
        let files = self.files.iter();
        files.map(|(name, bytes)| Given { name, bytes }).collect()
    }
}

fn stated(spec: Option<String>) -> crate::Result<Statement> {
    spec.map_or_else(
        || Ok(Statement::default()),
        |json| Statement::from_json("SPEC.json", &json),
    )
}
