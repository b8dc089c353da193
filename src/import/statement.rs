//! What a person states about a generator to import: the file `SPEC.json`.

use crate::layers::NetworkSpec;
use crate::printable::shortened;
use crate::recipe::{ImageSpec, LARGEST_LATENT, Latent, MOST_CLASSES};
use crate::sentence::{Sentence, sentence};
use crate::weights::Header;
use crate::{Error, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a person states about a generator to import. Every field may be left out; what is stated
/// overrides what the file says and what is inferred.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Statement {
    /// Short name, as `anime-64`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it draws, in a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it starts from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latent: Option<Latent>,
    /// Size and range of the images.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<ImageSpec>,
    /// What its classes are called, for a conditional generator.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Licence of the weights.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// The generator's layers, with sizes that are plain numbers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generator: Option<NetworkSpec>,
    /// Which of the file's tensors each of ours is, as `"layers.1.weight": "main.0.weight"`; what
    /// is not listed is taken in the file's order.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub tensors: BTreeMap<String, String>,
    /// Whether features become an image as height × width × channels, which Keras does, where the file
    /// does not say its layers; if not stated, as its format does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channels_last: Option<bool>,
    /// The file's table of labels, if it looks them up: it is multiplied into the layer behind
    /// `concat-label`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label_embedding: Option<LabelEmbedding>,
}

/// The embedding that labels are looked up in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelEmbedding {
    /// What the file calls it: `[classes, features]`.
    pub tensor: String,
    /// Whether its features come before the latent.
    #[serde(default)]
    pub first: bool,
}

impl Statement {
    /// Reads a statement from JSON. `name` is the file's, for errors.
    ///
    /// # Errors
    /// [`Error::Weights`], naming the file, the field and the place.
    pub fn from_json(name: &str, json: &str) -> Result<Self> {
        let no = |why: Sentence| {
            Error::Weights(sentence!(
                "“{name}” does not describe a generator: {why}.",
                name,
                why
            ))
        };
        let stated: Self = serde_json::from_str(json)
            .map_err(|why| no(shortened(&why.to_string(), 300).into()))?;
        let dimension = stated.latent.map_or(1, |latent| latent.dimension);
        if !(1..=LARGEST_LATENT).contains(&dimension) {
            return Err(no(sentence!(
                "a latent of {dimension} numbers; it has 1 to {most}",
                dimension,
                most = LARGEST_LATENT
            )));
        }
        let count = stated.labels.len();
        if count > MOST_CLASSES {
            return Err(no(sentence!(
                "{count} labels; the most is {most}",
                count,
                most = MOST_CLASSES
            )));
        }
        Ok(stated)
    }

    /// The statement as JSON, ready to be corrected.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a statement has no keys other than text")
    }

    /// What `header` says, without the file's names of tensors.
    pub(super) fn of(header: &Header) -> Self {
        Self {
            name: Some(header.name.clone()),
            title: Some(header.title.clone()).filter(|title| !title.is_empty()),
            latent: Some(header.latent),
            image: Some(header.image),
            labels: header.labels.clone(),
            licence: header.licence.clone(),
            generator: Some(header.generator.clone()),
            tensors: BTreeMap::new(),
            channels_last: None,
            label_embedding: None,
        }
    }
}
