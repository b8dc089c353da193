//! What a generator's file says of itself.

use super::file::GENERATOR;
#[cfg(doc)]
use crate::Error;
use crate::latent::Space;
use crate::layers::NetworkSpec;
use crate::network::NetworkPlan;
use crate::printable::{printable, sentence};
#[cfg(feature = "engine")]
use crate::recipe::Recipe;
use crate::recipe::{ImageSpec, Latent, MOST_CLASSES};
use crate::spec::Scale;
use crate::{Result, recipe};
use serde::de::Error as _;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::ops::Range;

/// The version of the header that is written.
pub(super) const VERSION: u32 = 2;

/// A generator and where it comes from, as JSON in its file's metadata: with the tensors, all
/// that is needed to run it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version of this header: 2.
    pub version: u32,
    /// `"generator"`.
    pub kind: String,
    /// Short name, as `anime-64`.
    pub name: String,
    /// What it draws, in a line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// From latent to image.
    pub generator: NetworkSpec,
    /// What `"w"` stands for in the spec.
    #[serde(default = "one", skip_serializing_if = "is_one")]
    pub width: usize,
    /// Size and range of the images.
    pub image: ImageSpec,
    /// What it starts from.
    pub latent: Latent,
    /// What its classes are called, for a conditional generator; else empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub labels: Vec<String>,
    /// Licence of the weights.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Who made it, from what.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provenance: Option<String>,
    /// How it was trained, if Ganvas trained it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub training: Option<Trained>,
}

/// How a generator was trained.
#[cfg(feature = "engine")]
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trained {
    /// The recipe.
    pub recipe: Recipe,
    /// Training steps.
    pub step: u64,
    /// Seed of the training.
    pub seed: u64,
    /// Name of the data set.
    pub data: String,
    /// Whether these are the averaged weights, or those of the last step.
    pub averaged: bool,
}

/// How a generator was trained, as JSON: modules that do not train leave it unread. What reads recipes is a
/// tenth of the code of the one that only draws.
#[cfg(not(feature = "engine"))]
pub type Trained = serde_json::Value;

/// The texts for people.
#[cfg(feature = "engine")]
fn texts(trained: &mut Trained) -> Vec<&mut String> {
    let Recipe {
        name,
        title,
        source,
        ..
    } = &mut trained.recipe;
    vec![name, title, source, &mut trained.data]
}

/// The texts for people.
#[cfg(not(feature = "engine"))]
fn texts(trained: &mut Trained) -> Vec<&mut String> {
    let mut texts = Vec::new();
    let mut rest = vec![trained];
    while let Some(value) = rest.pop() {
        match value {
            Value::String(text) => texts.push(text),
            Value::Array(values) => rest.extend(values),
            Value::Object(fields) => rest.extend(fields.values_mut()),
            _ => {}
        }
    }
    texts
}

impl Header {
    /// That of a recipe's generator; `labels` are the names of its classes.
    #[cfg(feature = "engine")]
    pub(crate) fn of(trained: Trained, labels: Vec<String>) -> Self {
        let Recipe {
            name,
            title,
            generator,
            width,
            image,
            latent,
            ..
        } = trained.recipe.clone();
        Self {
            version: VERSION,
            kind: GENERATOR.to_owned(),
            name,
            title,
            generator,
            width,
            image,
            latent,
            labels,
            licence: None,
            provenance: None,
            training: Some(trained),
        }
    }

    /// That of a generator that Ganvas did not train.
    pub(crate) fn imported(
        name: String,
        title: String,
        generator: NetworkSpec,
        image: ImageSpec,
        latent: Latent,
        labels: Vec<String>,
    ) -> Self {
        Self {
            version: VERSION,
            kind: GENERATOR.to_owned(),
            name,
            title,
            generator,
            width: 1,
            image,
            latent,
            labels,
            licence: None,
            provenance: None,
            training: None,
        }
    }

    /// The recipe with this generator in the place of its own: layers, width, image, latent, classes.
    #[cfg(feature = "engine")]
    pub fn put_into(&self, recipe: Recipe) -> Recipe {
        Recipe {
            generator: self.generator.clone(),
            width: self.width,
            image: self.image,
            latent: self.latent,
            classes: self.classes(),
            ..recipe
        }
    }

    /// How many classes it tells apart, if it is conditional.
    pub fn classes(&self) -> Option<usize> {
        (!self.labels.is_empty()).then_some(self.labels.len())
    }

    /// The same with its texts as they may be shown: without what deceives, and not endless.
    pub fn shown(&self) -> Self {
        let mut shown = self.clone();
        let trained = shown.training.as_mut().map(texts);
        let texts = [&mut shown.name, &mut shown.title].into_iter();
        let texts = texts
            .chain(
                [&mut shown.licence, &mut shown.provenance]
                    .into_iter()
                    .flatten(),
            )
            .chain(trained.into_iter().flatten());
        for text in texts {
            *text = sentence(text);
        }
        for label in &mut shown.labels {
            *label = printable(label);
        }
        shown
    }

    /// What it draws from.
    pub fn space(&self) -> Space {
        Space {
            latent: self.latent,
            classes: self.classes(),
        }
    }

    /// Checks every number and works out every shape, before anything is allocated.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a number out of its range, [`Error::Spec`] for a layer that does not
    /// fit.
    pub fn plan(&self) -> Result<NetworkPlan> {
        let scale = Scale {
            width: self.width,
            image: [self.image.channels, self.image.height, self.image.width],
            classes: self.classes(),
        };
        recipe::plan_generator(&self.generator, self.latent, self.image, &scale)
    }
}

/// Reads the header of any version up to today's.
pub(super) fn read(version: u64, json: &str) -> serde_json::Result<Header> {
    if version != 1 {
        return serde_json::from_str(json);
    }
    serde_json::from_str(&upgraded(serde_json::from_str(json)?)?)
}

/// A header of version 1, which said how it was trained and nothing else, as one of today's.
fn upgraded(first: Map<String, Value>) -> serde_json::Result<String> {
    let mut training = Map::new();
    for field in ["recipe", "step", "seed", "data", "averaged"] {
        let value = first
            .get(field)
            .ok_or_else(|| serde_json::Error::missing_field(field))?;
        training.insert(field.to_owned(), value.clone());
    }
    let recipe = &training["recipe"];
    let mut header = Map::new();
    for field in ["name", "title", "generator", "width", "image", "latent"] {
        // What is missing is said where the header is read.
        let value = recipe.get(field).cloned();
        header.extend(value.map(|value| (field.to_owned(), value)));
    }
    let classes = recipe["classes"]
        .as_u64()
        .unwrap_or(0)
        .min(MOST_CLASSES as u64);
    header.insert("labels".to_owned(), numbered(0..classes as usize).into());
    header.insert("version".to_owned(), VERSION.into());
    header.insert("kind".to_owned(), GENERATOR.into());
    header.insert("training".to_owned(), Value::Object(training));
    Ok(Value::Object(header).to_string())
}

/// Names for classes that have none: 0, 1, 2 …
pub(crate) fn numbered(classes: Range<usize>) -> Vec<String> {
    classes.map(|class| class.to_string()).collect()
}

fn one() -> usize {
    1
}

fn is_one(value: &usize) -> bool {
    *value == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::preset;

    #[test]
    fn texts_of_strangers_are_shown_without_what_deceives() {
        let hostile = "\u{202e}".repeat(1 << 20);
        let mut recipe = preset("cdcgan-mnist").unwrap();
        for text in [&mut recipe.name, &mut recipe.title, &mut recipe.source] {
            text.clone_from(&hostile);
        }
        let trained = Trained {
            recipe,
            step: 1,
            seed: 1,
            data: hostile.clone(),
            averaged: true,
        };
        let mut header = Header::of(trained, vec![hostile.clone(); 10]);
        header.licence = Some(hostile.clone());
        header.provenance = Some(hostile);
        let shown = header.shown();
        let json = serde_json::to_string(&shown).unwrap();
        assert!(!json.contains('\u{202e}') && json.len() < 20_000, "{json}");
        assert_eq!(shown.plan(), header.plan());
        assert_eq!(shown.shown(), shown);
    }
}
