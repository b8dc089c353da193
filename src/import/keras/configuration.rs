//! The configuration of a Keras model: its layers and how they are connected.

use crate::import::found::Found;
use crate::sentence::{Sentence, sentence};
use serde_json::Value;
use std::collections::HashMap;

/// Most layers, including those of nested models.
const MOST_LAYERS: usize = 1024;
/// How deep models may be nested.
const DEEPEST: usize = 8;
/// Largest size that makes sense: no product of two overflows.
const LARGEST: usize = 1 << 16;

/// A layer.
#[derive(Debug, Clone)]
pub(super) struct Layer {
    pub class: String,
    pub name: String,
    pub settings: Value,
    /// The layers whose results it takes.
    pub inputs: Vec<String>,
    /// Numbers that it takes beside them, as of `x * 0.2`.
    pub constants: Vec<f64>,
    /// Where Keras 3's archives keep it, as `layers/dense_1`.
    pub place: String,
}

impl Layer {
    /// A number of its settings.
    pub fn number(&self, name: &str) -> Option<f64> {
        match &self.settings[name] {
            // A scalar that is kept as an array, as some layers of Keras 3.
            Value::Object(wrapped) => wrapped.get("config")?.get("value")?.as_f64(),
            value => value.as_f64(),
        }
    }

    /// A word of its settings.
    pub fn word(&self, name: &str) -> Option<&str> {
        self.settings[name].as_str()
    }

    /// Whether a setting is on; `usual` where it is not there.
    pub fn is(&self, name: &str, usual: bool) -> bool {
        self.settings[name].as_bool().unwrap_or(usual)
    }

    /// A whole number, or several.
    pub fn sizes(&self, name: &str) -> Found<Vec<i64>> {
        let wrong = || self.lacks(name);
        match &self.settings[name] {
            Value::Array(values) => {
                let values: Option<Vec<i64>> = values.iter().map(Value::as_i64).collect();
                values.ok_or_else(wrong)
            }
            value => Ok(vec![value.as_i64().ok_or_else(wrong)?]),
        }
    }

    /// A size that is the same along both axes.
    pub fn square(&self, name: &str) -> Found<usize> {
        let sizes = self.sizes(name)?;
        let first = sizes
            .first()
            .copied()
            .filter(|first| sizes.iter().all(|size| size == first));
        first
            .and_then(|size| usize::try_from(size).ok())
            .filter(|size| *size <= LARGEST)
            .ok_or_else(|| {
                sentence!(
                    "“{name}” ({class}) has a {setting} of {sizes}; only the same along both axes \
                     is supported",
                    name = self.name,
                    class = self.class,
                    setting = name,
                    sizes = format_args!("{sizes:?}")
                )
            })
    }

    /// A size along rows and columns.
    pub fn per_axis(&self, name: &str) -> Found<[usize; 2]> {
        let sizes = self.sizes(name)?;
        let small = |size: &i64| usize::try_from(*size).ok().filter(|size| *size <= LARGEST);
        let sides: Option<Vec<usize>> = sizes.iter().map(small).collect();
        match sides.as_deref() {
            Some([both]) => Ok([*both; 2]),
            Some([down, across]) => Ok([*down, *across]),
            _ => Err(sentence!(
                "“{name}” ({class}) has a {setting} of {sizes}; expected one number, or two",
                name = self.name,
                class = self.class,
                setting = name,
                sizes = format_args!("{sizes:?}")
            )),
        }
    }

    /// The same, 1 where the layer does not say it.
    pub fn per_axis_or_one(&self, name: &str) -> Found<[usize; 2]> {
        match self.settings[name].is_null() {
            true => Ok([1, 1]),
            false => self.per_axis(name),
        }
    }

    /// Says that a setting is missing, or of the wrong kind.
    pub fn lacks(&self, setting: &str) -> Sentence {
        sentence!(
            "“{name}” ({class}) does not say its {setting}",
            name = self.name,
            class = self.class,
            setting
        )
    }

    pub fn refused(&self) -> Sentence {
        sentence!(
            "“{name}” is a layer of the class {class}, which Ganvas does not support",
            name = self.name,
            class = self.class
        )
    }
}

/// A model's layers in the order of the file, and the name of its output layer.
#[derive(Debug)]
pub(super) struct Model {
    pub layers: Vec<Layer>,
    pub output: Option<String>,
}

/// Reads `model_config`.
pub(super) fn read(json: &str) -> Found<Model> {
    let value: Value = serde_json::from_str(json).map_err(|why| {
        sentence!(
            "its description of the model is not the JSON it should be: {why}",
            why
        )
    })?;
    of(&value)
}

/// The model that a description is of.
pub(super) fn of(value: &Value) -> Found<Model> {
    let mut layers = Vec::new();
    let output = model(value, &mut layers, None, "", 0)?;
    if layers.is_empty() {
        return Err(sentence!("its description of the model has no layers"));
    }
    Ok(Model { layers, output })
}

/// Adds a model's layers behind `before`; returns the name of the output layer.
fn model(
    value: &Value,
    layers: &mut Vec<Layer>,
    before: Option<&[String]>,
    folder: &str,
    depth: usize,
) -> Found<Option<String>> {
    let class = value["class_name"].as_str().unwrap_or_default();
    let config = &value["config"];
    let list = config.get("layers").unwrap_or(config);
    let list = list
        .as_array()
        .ok_or_else(|| sentence!("its description of the model has no layers"))?;
    if depth > DEEPEST || layers.len() + list.len() > MOST_LAYERS {
        return Err(sentence!(
            "its layers are more than {most}, or lie too deep",
            most = MOST_LAYERS
        ));
    }
    let is_sequence = class == "Sequential";
    let mut last: Option<String> = None;
    let mut renamed: Vec<(String, String)> = Vec::new();
    let mut counts: HashMap<String, usize> = HashMap::new();
    for entry in list {
        let class = entry["class_name"]
            .as_str()
            .ok_or_else(|| sentence!("a layer has no class_name"))?;
        let settings = &entry["config"];
        let kind = snake(class);
        let count = counts.entry(kind.clone()).or_default();
        let place = match *count {
            0 => format!("{folder}layers/{kind}"),
            count => format!("{folder}layers/{kind}_{count}"),
        };
        *count += 1;
        let name = settings["name"]
            .as_str()
            .or(entry["name"].as_str())
            .unwrap_or(class)
            .to_owned();
        let mut inputs = if is_sequence {
            last.iter().cloned().collect()
        } else {
            let mut found = Vec::new();
            histories(&entry["inbound_nodes"], &mut found, 0);
            found
        };
        for input in &mut inputs {
            if let Some((_, inner)) = renamed.iter().find(|(model, _)| model == input) {
                input.clone_from(inner);
            }
        }
        if let Some(before) = before.filter(|before| !before.is_empty())
            && inputs.is_empty()
        {
            inputs = before.to_vec();
            if class == "InputLayer" {
                // A model inside a model: what comes in is what comes out.
                let class = "Identity".to_owned();
                layers.push(Layer {
                    class,
                    name: name.clone(),
                    settings: settings.clone(),
                    inputs,
                    constants: Vec::new(),
                    place,
                });
                last = Some(name);
                continue;
            }
        }
        if matches!(class, "Sequential" | "Functional" | "Model") {
            let inner = model(
                entry,
                layers,
                Some(&inputs),
                &format!("{place}/"),
                depth + 1,
            )?;
            let inner =
                inner.ok_or_else(|| sentence!("“{name}” is a model without layers", name))?;
            renamed.push((name, inner.clone()));
            last = Some(inner);
            continue;
        }
        if is_sequence && inputs.is_empty() && class != "InputLayer" {
            // Up to Keras 2.3 the first layer of a sequence says what comes in.
            let input = input_of(entry, config, &name)?;
            inputs = vec![input.name.clone()];
            layers.push(input);
        }
        layers.push(Layer {
            class: class.to_owned(),
            name: name.clone(),
            settings: settings.clone(),
            inputs,
            constants: constants(&entry["inbound_nodes"]),
            place,
        });
        last = Some(name);
    }
    let mut outputs = Vec::new();
    histories(&config["output_layers"], &mut outputs, 0);
    let output = outputs.into_iter().next().or(last);
    let inner = |output: String| {
        let found = renamed.iter().find(|(model, _)| *model == output);
        found.map_or(output.clone(), |(_, inner)| inner.clone())
    };
    Ok(output.map(inner))
}

/// The input that a sequence does not list, by what its first layer says.
fn input_of(first: &Value, sequence: &Value, name: &str) -> Found<Layer> {
    let settings = &first["config"];
    let with_batch = [
        &settings["batch_input_shape"],
        &settings["batch_shape"],
        &first["build_config"]["input_shape"],
        &sequence["build_input_shape"],
    ];
    let whole = with_batch
        .into_iter()
        .find(|shape| shape.is_array())
        .cloned();
    let without = ["input_shape", "input_dim", "input_length"]
        .into_iter()
        .map(|name| &settings[name])
        .find(|shape| !shape.is_null());
    let shape = whole.or_else(|| {
        let sides = match without? {
            Value::Array(sides) => sides.clone(),
            side => vec![side.clone()],
        };
        Some(Value::Array([vec![Value::Null], sides].concat()))
    });
    let shape = shape.ok_or_else(|| {
        sentence!(
            "“{name}”, its first layer, does not say what it takes: build the model before it is \
             saved",
            name
        )
    })?;
    Ok(Layer {
        class: "InputLayer".to_owned(),
        name: format!("{name}_input"),
        settings: serde_json::json!({ "batch_input_shape": shape }),
        inputs: Vec::new(),
        constants: Vec::new(),
        place: String::new(),
    })
}

/// The numbers that a layer takes beside other layers: `["x", 0, 0, {"y": 0.2}]` in Keras 2, an argument
/// in Keras 3.
fn constants(nodes: &Value) -> Vec<f64> {
    let first = &nodes[0];
    let arguments = first["args"].as_array();
    let given = arguments.into_iter().flatten().filter_map(Value::as_f64);
    let named = first.as_array().and_then(|node| {
        let last = match node.last()? {
            Value::Array(inner) => inner.last()?,
            last => last,
        };
        last["y"].as_f64()
    });
    given.chain(named).collect()
}

/// The layers that inbound nodes name: `["name", 0, 0]` in Keras 2, `keras_history` in Keras 3.
fn histories(value: &Value, found: &mut Vec<String>, depth: usize) {
    if depth > 12 || found.len() > 64 {
        return;
    }
    match value {
        Value::Array(values) => match values.as_slice() {
            [Value::String(name), Value::Number(_), ..] => found.push(name.clone()),
            values => values
                .iter()
                .for_each(|value| histories(value, found, depth + 1)),
        },
        // What a function takes beside its first argument in Keras 2.
        Value::Object(entries) if entries.contains_key("name") && entries.contains_key("y") => {
            histories(&entries["y"], found, depth + 1);
        }
        Value::Object(entries) => match entries.get("keras_history") {
            Some(history) => histories(history, found, depth + 1),
            None => entries
                .values()
                .for_each(|value| histories(value, found, depth + 1)),
        },
        _ => {}
    }
}

/// `Conv2DTranspose` as `conv2d_transpose`, by Keras' own rule.
fn snake(class: &str) -> String {
    let characters: Vec<char> = class.chars().collect();
    let mut name = String::new();
    for (index, &character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| characters[before]);
        let after = characters.get(index + 1);
        let begins = character.is_ascii_uppercase()
            && before.is_some_and(|before| {
                before.is_ascii_lowercase()
                    || (after.is_some_and(|after| after.is_ascii_lowercase())
                        && !before.is_ascii_digit()
                        || before.is_ascii_digit()
                            && after.is_some_and(|after| after.is_ascii_lowercase()))
            });
        if begins {
            name.push('_');
        }
        name.push(character.to_ascii_lowercase());
    }
    name
}

#[cfg(test)]
mod tests {
    #[test]
    fn classes_are_written_as_keras_writes_them() {
        for (class, expected) in [
            ("Dense", "dense"),
            ("Conv2D", "conv2d"),
            ("Conv2DTranspose", "conv2d_transpose"),
            ("BatchNormalization", "batch_normalization"),
            ("UpSampling2D", "up_sampling2d"),
        ] {
            assert_eq!(super::snake(class), expected);
        }
    }
}
