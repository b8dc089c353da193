//! What a generator's file says of itself.

use super::file::GENERATOR;
#[cfg(doc)]
use crate::Error;
use crate::latent::Space;
use crate::layers::NetworkSpec;
use crate::network::NetworkPlan;
use crate::printable::{printable, sentence};
use crate::recipe::{ImageSpec, Latent, Recipe};
use crate::spec::Scale;
use crate::{Result, recipe};
use serde::{Deserialize, Serialize};
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

impl Header {
    /// That of a recipe's generator; `labels` are the names of its classes.
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

    /// How many classes it tells apart, if it is conditional.
    pub fn classes(&self) -> Option<usize> {
        (!self.labels.is_empty()).then_some(self.labels.len())
    }

    /// The same with its texts as they may be shown: without what deceives, and not endless.
    pub fn shown(&self) -> Self {
        let mut shown = self.clone();
        let trained = shown.training.as_mut().map(|trained| {
            let Recipe {
                name,
                title,
                source,
                ..
            } = &mut trained.recipe;
            [name, title, source, &mut trained.data]
        });
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

/// The header of version 1: how it was trained, and nothing else.
#[derive(Deserialize)]
struct First {
    recipe: Recipe,
    step: u64,
    seed: u64,
    data: String,
    averaged: bool,
}

/// Reads the header of any version up to today's.
pub(super) fn read(version: u64, json: &str) -> serde_json::Result<Header> {
    if version != 1 {
        return serde_json::from_str(json);
    }
    let First {
        recipe,
        step,
        seed,
        data,
        averaged,
    } = serde_json::from_str(json)?;
    let labels = numbered(0..recipe.classes.unwrap_or(0));
    let trained = Trained {
        recipe,
        step,
        seed,
        data,
        averaged,
    };
    Ok(Header::of(trained, labels))
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
