//! What a recipe may say, as data: the kinds of layers, and of everything else that comes in kinds each with
//! the numbers that it usually has.

use crate::layers::layer_forms;

/// By the name of a field all that it may be, as it stands in a recipe, with usual numbers.
const USUAL: &str = include_str!("usual.json");

/// What an editor of recipes offers, as JSON: under `layers` every kind of layer, under `usual` the menus.
pub fn recipe_forms() -> String {
    let layers = serde_json::to_string(&layer_forms()).expect("forms are plain data");
    format!(r#"{{"layers":{layers},"usual":{USUAL}}}"#)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{
        Algorithm, Augmentation, Distribution, GradientClip, Objective, RealPenalty,
    };
    use crate::spec::{Initialiser, variant_fields, variants};
    use serde::de::DeserializeOwned;
    use serde_json::Value;

    /// Each kind is there with all its fields, and can be read.
    fn check<T: DeserializeOwned>(usual: &Value) {
        let items = usual.as_array().unwrap();
        let names: Vec<&str> = items.iter().map(name).collect();
        assert_eq!(names, variants::<T>());
        for item in items {
            serde_json::from_value::<T>(item.clone()).unwrap();
            let fields = item.get(name(item)).and_then(Value::as_object);
            let fields = fields.map(|fields| fields.keys().map(String::as_str).collect());
            let fields: Vec<&str> = fields.unwrap_or_default();
            let mut known = variant_fields::<T>(name(item)).to_vec();
            known.sort_unstable();
            assert_eq!(fields, known, "{}", name(item));
        }
    }

    fn name(item: &Value) -> &str {
        let key = || item.as_object().unwrap().keys().next().unwrap().as_str();
        item.as_str().unwrap_or_else(key)
    }

    #[test]
    fn every_kind_is_offered_with_all_its_numbers() {
        let forms: Value = serde_json::from_str(&recipe_forms()).unwrap();
        let usual = &forms["usual"];
        check::<Objective>(&usual["objective"]);
        check::<Algorithm>(&usual["algorithm"]);
        check::<GradientClip>(&usual["clip_gradient"]);
        check::<Distribution>(&usual["distribution"]);
        check::<Initialiser>(&usual["init"]);
        check::<Augmentation>(&usual["augment"]);
        let penalty: RealPenalty = serde_json::from_value(usual["penalty"].clone()).unwrap();
        penalty.check().unwrap();
    }
}
