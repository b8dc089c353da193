//! A recipe as a person names it on the command line.

use super::{Failure, files};
use ganvas::recipe::{Recipe, preset};
use std::path::Path;

/// Most bytes of a recipe's file.
const LARGEST: u64 = 1 << 20;

/// The recipe that `text` names: a file, where there is one or the name ends in `.json`, else a
/// preset.
pub fn resolve(text: &str) -> Result<Recipe, Failure> {
    let path = Path::new(text);
    let is_json = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    if !is_json && !path.is_file() {
        return Ok(preset(text)?);
    }
    let json = String::from_utf8(files::read(path, LARGEST)?).map_err(|error| {
        let place = error.utf8_error().valid_up_to();
        Failure::File(format!(
            "{text} is no recipe: expected JSON, found a byte that is not text at place {place}."
        ))
    })?;
    Recipe::from_json(&json).map_err(|why| Failure::File(format!("{text} is no recipe. {why}")))
}
