//! Keras' description of a model as JSON (`model.to_json()`), with its weights in another file.

use super::configuration::{self, Layer, Model};
use super::hdf5::{self, is_hdf5};
use super::network;
use super::tensorflow_js::is_tensorflow_js;
use super::variables;
use crate::import::budget::Budget;
use crate::import::draft::Draft;
use crate::import::found::{Found, listed};
use crate::import::given::Given;
use crate::import::parameters::{self, Writer};
use crate::import::statement::Statement;
use crate::sentence::{Sentence, sentence};
use std::rc::Rc;

/// Most bytes of a description.
const LARGEST: usize = 16 << 20;

/// Whether this is a model's description alone.
pub(in crate::import) fn is_description(bytes: &[u8]) -> bool {
    let text = bytes.trim_ascii_start();
    let has = |word: &[u8]| text.windows(word.len()).any(|window| window == word);
    bytes.len() <= LARGEST
        && text.starts_with(b"{")
        && has(b"\"class_name\"")
        && has(b"\"config\"")
        && !is_tensorflow_js(bytes)
}

/// Reads a generator from its description `main` and the weights among `files`.
pub(in crate::import) fn description(
    main: Given<'_>,
    files: &[Given<'_>],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, Sentence)> {
    let text = String::from_utf8_lossy(main.bytes);
    let model = configuration::read(&text)?;
    let candidates: Vec<&Given<'_>> = files.iter().filter(|file| is_hdf5(file.bytes)).collect();
    let [weights] = candidates[..] else {
        let names: Vec<&str> = candidates.iter().map(|file| file.name).collect();
        return Err(match names[..] {
            [] => sentence!(
                "it is Keras' description of a model, without numbers: give its weights along \
                   (.h5, .hdf5, .weights.h5)"
            ),
            _ => sentence!(
                "it was given with several files of weights ({list})",
                list = listed(&names)
            ),
        });
    };
    let of_weights =
        |why: Sentence| sentence!("of its weights “{name}”: {why}", name = weights.name, why);
    let mut numbers = hdf5::beside(weights.bytes, &model, budget).map_err(of_weights)?;
    let format = sentence!("Keras model in JSON with its weights");
    if stated.generator.is_some() {
        let draft = parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?;
        return Ok((draft, format));
    }
    let is_renamed = numbers.renamed(&with_numbers(&model)).map_err(of_weights)?;
    let mut draft = network::draft(&model, &numbers, budget)?;
    if is_renamed {
        draft.assume(sentence!(
            "weights were taken in the order of the layers, whose names differ"
        ));
    }
    Ok((draft, format))
}

/// The layers that have numbers.
fn with_numbers(model: &Model) -> Vec<&str> {
    let has = |layer: &&Layer| {
        let class = layer.class.as_str();
        let is_plain = ["Dense", "Conv2D", "Conv2DTranspose", "Convolution2D"].contains(&class);
        let is_other = class.ends_with("Normalization") || ["Embedding", "PReLU"].contains(&class);
        is_plain || (is_other && !variables::names_of(layer).is_empty())
    };
    let layers = model.layers.iter().filter(has);
    layers.map(|layer| layer.name.as_str()).collect()
}
