//! TensorFlow.js' layers models: `model.json` with Keras' configuration, and shards of weights.

use super::configuration;
use super::network;
use super::numbers::Numbers;
use crate::import::array::{Array, ElementType, count};
use crate::import::beside;
use crate::import::budget::Budget;
use crate::import::draft::Draft;
use crate::import::found::Found;
use crate::import::given::Given;
use crate::import::parameters::{self, Writer};
use crate::import::statement::Statement;
use crate::sentence::{Sentence, sentence};
use serde::Deserialize;
use std::rc::Rc;

/// Most bytes of `model.json`.
const LARGEST: usize = 16 << 20;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct File {
    #[serde(default)]
    format: String,
    model_topology: serde_json::Value,
    weights_manifest: Vec<Group>,
}

impl File {
    /// Whether it holds TensorFlow's operators in place of layers.
    fn is_graph(&self) -> bool {
        self.format == "graph-model" || self.model_topology.get("node").is_some()
    }
}

/// Tensors one after another, in bytes that are cut into shards.
#[derive(Deserialize)]
struct Group {
    paths: Vec<String>,
    weights: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    name: String,
    shape: Vec<usize>,
    dtype: String,
    quantization: Option<Quantisation>,
}

#[derive(Deserialize)]
struct Quantisation {
    dtype: String,
    scale: Option<f32>,
    min: Option<f32>,
}

/// Whether this is a `model.json` of TensorFlow.js.
pub(in crate::import) fn is_tensorflow_js(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii_start();
    let has = |word: &[u8]| text.windows(word.len()).any(|window| window == word);
    bytes.len() <= LARGEST && text.starts_with(b"{") && has(b"\"modelTopology\"")
}

/// The shards that a `model.json` names.
pub(in crate::import) fn shards(bytes: &[u8]) -> Vec<String> {
    let file = serde_json::from_slice::<File>(bytes);
    let groups = file.map(|file| file.weights_manifest).unwrap_or_default();
    groups.into_iter().flat_map(|group| group.paths).collect()
}

/// Reads a generator from `main` and the shards among `files`, and says what it is.
pub(in crate::import) fn tensorflow_js(
    main: Given<'_>,
    files: &[Given<'_>],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, Sentence)> {
    let file: File = serde_json::from_slice(main.bytes)
        .map_err(|why| sentence!("it is not a layers model of TensorFlow.js: {why}", why))?;
    if file.is_graph() {
        return Err(sentence!(
            "it is a graph model of TensorFlow.js, of TensorFlow's operators; convert the Keras \
             model with tensorflowjs_converter --output_format=tfjs_layers_model, or import the \
             Keras model itself (.h5, .keras)"
        ));
    }
    let mut numbers = Numbers::default();
    for group in &file.weights_manifest {
        read(group, files, budget, &mut numbers)?;
    }
    let format = sentence!("TensorFlow.js layers model");
    if stated.generator.is_some() {
        return Ok((
            parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?,
            format,
        ));
    }
    let topology = &file.model_topology;
    let description = topology.get("model_config").unwrap_or(topology);
    let model = configuration::of(description)?;
    Ok((network::draft(&model, &numbers, budget)?, format))
}

fn read(group: &Group, files: &[Given<'_>], budget: &Budget, numbers: &mut Numbers) -> Found<()> {
    let mut bytes = Vec::new();
    for path in &group.paths {
        let shard = beside::find(files, path)?;
        let shard =
            shard.ok_or_else(|| sentence!("its shard “{path}” was not given along", path))?;
        budget.numbers(shard.bytes.len().div_ceil(4))?;
        bytes.extend_from_slice(shard.bytes);
    }
    let mut place = 0;
    for entry in &group.weights {
        let count = count(&entry.shape)?;
        budget.numbers(count)?;
        let stored = entry
            .quantization
            .as_ref()
            .map_or(&entry.dtype, |quantised| &quantised.dtype);
        let number = element_type(stored).ok_or_else(|| {
            sentence!(
                "its tensor “{name}” has the type {dtype}, which is not read",
                name = entry.name,
                dtype = stored
            )
        })?;
        let end = place + count * number.size();
        let own = bytes.get(place..end).ok_or_else(|| {
            sentence!(
                "its shards have {bytes} bytes; “{name}” ends at {end}",
                bytes = bytes.len(),
                name = entry.name,
                end
            )
        })?;
        place = end;
        let mut values = number.decode(own);
        if let Some(Quantisation {
            scale: Some(scale),
            min,
            ..
        }) = &entry.quantization
        {
            let min = min.unwrap_or(0.0);
            values
                .iter_mut()
                .for_each(|value| *value = *value * scale + min);
        }
        numbers.add("", &entry.name, Array::new(entry.shape.clone(), values)?);
    }
    Ok(())
}

fn element_type(dtype: &str) -> Option<ElementType> {
    Some(match dtype {
        "float32" => ElementType::F32,
        "float16" => ElementType::F16,
        "uint8" => ElementType::U8,
        "uint16" => ElementType::U16,
        "int32" => ElementType::I32,
        "bool" => ElementType::Bool,
        _ => return None,
    })
}
