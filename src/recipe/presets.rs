//! The recipes that are offered by name: one table, written as data.

use super::Recipe;
use crate::nearest::nearest;
use crate::sentence::sentence;
use crate::{Error, Result};

/// The table, in the order in which it is shown.
const TABLE: [&str; 27] = [
    include_str!("presets/fast-digits.json"),
    include_str!("presets/fast-conditional.json"),
    include_str!("presets/fast-faces.json"),
    include_str!("presets/dcgan-mnist.json"),
    include_str!("presets/mlp-gan.json"),
    include_str!("presets/keras-dcgan.json"),
    include_str!("presets/cdcgan-mnist.json"),
    include_str!("presets/dcgan-32-stable.json"),
    include_str!("presets/dcgan-32.json"),
    include_str!("presets/wgan-32-fast.json"),
    include_str!("presets/wgan-32.json"),
    include_str!("presets/wgan-gp-32.json"),
    include_str!("presets/lsgan.json"),
    include_str!("presets/acgan-mnist.json"),
    include_str!("presets/sngan-32.json"),
    include_str!("presets/projection-mnist.json"),
    include_str!("presets/sagan-64.json"),
    include_str!("presets/stylegan2-64.json"),
    include_str!("presets/r3gan-32.json"),
    include_str!("presets/r3gan-64.json"),
    include_str!("presets/dcgan-tensorflow.json"),
    include_str!("presets/dcgan-paper-64.json"),
    include_str!("presets/mnist-28.json"),
    include_str!("presets/mnist-28-labels.json"),
    include_str!("presets/faces-64.json"),
    include_str!("presets/dcgan-faces.json"),
    include_str!("presets/drawn-faces-64.json"),
];

/// Every preset.
pub fn presets() -> Vec<Recipe> {
    let read = |json| serde_json::from_str(json).expect("every preset is read by a test");
    TABLE.into_iter().map(read).collect()
}

/// The preset of this name.
///
/// # Errors
/// [`Error::Recipe`], naming those that exist.
pub fn preset(name: &str) -> Result<Recipe> {
    let presets = presets();
    let names: Vec<String> = presets.iter().map(|recipe| recipe.name.clone()).collect();
    presets
        .into_iter()
        .find(|recipe| recipe.name == name)
        .ok_or_else(|| {
            let list = names.join(", ");
            Error::recipe(match nearest(name, names.iter().map(String::as_str)) {
                Some(near) => sentence!(
                    "There is no recipe “{name}”; did you mean {near}? The recipes are {list}.",
                    name,
                    near,
                    list
                ),
                None => sentence!(
                    "There is no recipe “{name}”; the recipes are {list}.",
                    name,
                    list
                ),
            })
        })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn every_preset_fits_together_at_every_width() {
        for mut recipe in presets() {
            for width in [1, 8, recipe.width] {
                recipe.width = width;
                recipe.plan().unwrap();
            }
        }
    }

    #[test]
    fn a_preset_is_the_same_in_json_both_ways() {
        for recipe in presets() {
            assert_eq!(Recipe::from_json(&recipe.to_json()).unwrap(), recipe);
        }
    }

    /// The page has these very texts: a default that is written down would make another recipe of them.
    #[test]
    fn a_preset_says_nothing_that_goes_without_saying() {
        for text in TABLE {
            let written: Value = serde_json::from_str(text).unwrap();
            let recipe = Recipe::from_json(text).unwrap();
            let again: Value = serde_json::from_str(&recipe.to_json()).unwrap();
            assert_eq!(written, again, "{}", recipe.name);
        }
    }

    #[test]
    fn an_unknown_name_is_answered_with_the_known_ones() {
        let error = preset("dcgan-mnits").unwrap_err().to_string();
        assert!(
            error.starts_with("There is no recipe “dcgan-mnits”; did you mean dcgan-mnist? "),
            "{error}"
        );
        let error = preset("").unwrap_err().to_string();
        assert!(error.contains("“”; the recipes are fast-digits"), "{error}");
    }
}
