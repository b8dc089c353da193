//! Matching Keras' description of a model with its weights by the names of the files.

use super::keras;

/// The names that the other half of a model may have.
pub struct Partner {
    stem: String,
    endings: &'static [&'static str],
}

const WEIGHTS: &[&str] = &[".h5", ".hdf5"];
const DESCRIPTION: &[&str] = &[".json"];

/// What is missing beside a file that is half a model: the weights of a description in JSON, or the
/// description of weights that have none. Nothing for complete files.
pub fn partner(name: &str, bytes: &[u8]) -> Option<Partner> {
    let endings = if keras::is_description(bytes) {
        WEIGHTS
    } else if keras::is_hdf5(bytes) && keras::lacks_description(bytes) {
        DESCRIPTION
    } else {
        return None;
    };
    let stem = stem(name);
    Some(Partner { stem, endings })
}

impl Partner {
    /// Whether a file of this name, from the same folder, may be it.
    pub fn is(&self, name: &str) -> bool {
        let lower = name.to_lowercase();
        self.endings.iter().any(|ending| lower.ends_with(ending)) && stem(name) == self.stem
    }
}

/// What both names begin with: `generator` of `generator_weights.hdf5` and `generator.json`.
fn stem(name: &str) -> String {
    let mut stem = name.to_lowercase();
    for ending in WEIGHTS.iter().chain(DESCRIPTION) {
        stem = stem.strip_suffix(ending).unwrap_or(&stem).to_owned();
    }
    let between = ['.', '_', '-', ' '];
    while let Some((first, word)) = stem.rsplit_once(between) {
        let is_part = ["weights", "model", "architecture", "config", "arch"].contains(&word);
        if !is_part || first.is_empty() {
            break;
        }
        stem = first.to_owned();
    }
    stem
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_of_a_model_are_called_alike() {
        for (name, expected) in [
            ("generator.json", "generator"),
            ("generator_weights.hdf5", "generator"),
            ("Generator.weights.h5", "generator"),
            ("generator-model.json", "generator"),
            ("my.model_weights.h5", "my"),
            ("weights.h5", "weights"),
            ("model.json", "model"),
            ("model_weights.h5", "model"),
            ("gan.v2.json", "gan.v2"),
        ] {
            assert_eq!(stem(name), expected);
        }
        let partner = partner("g.json", br#"{"class_name": "Model", "config": {}}"#).unwrap();
        assert!(partner.is("g_weights.h5") && partner.is("G.hdf5"));
        assert!(!partner.is("g.json") && !partner.is("d_weights.h5"));
        assert!(super::partner("g.json", b"{}").is_none());
    }
}
