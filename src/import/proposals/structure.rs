//! What a reading's layers and tensors are, before its activations are tried: one order of layers, one
//! choice of strides and paddings.

use crate::import::draft::padding;
use crate::import::parameters::{Choice, Known, ranked, reached};
use crate::import::statement::Statement;
use crate::import::{Given, Import, import};
use crate::layers::{self, LayerSpec, UpsampleMode};
use crate::network::NamedTensor;
use crate::sentence::Sentence;
use crate::spec::{PerAxis, Size};
use crate::weights::{GeneratorFile, Header};
use std::collections::BTreeMap;

/// What enlarging costs where the file's first reading has none, and leaving it where it has.
const OTHER_ENLARGING: u32 = 5;

/// What a score is multiplied by for every choice of strides and paddings that is likelier.
const LESS_LIKELY: f64 = 0.95;

/// What a score is multiplied by where features become an image as they do in Keras.
const CHANNELS_LAST: f64 = 0.93;

/// A generator that a file may hold.
#[derive(Clone)]
pub(super) struct Structure {
    pub model: GeneratorFile,
    pub statement: Statement,
    /// What else the file does not say: all but activations, strides and paddings.
    pub assumed: Vec<Sentence>,
    /// What its score is multiplied by: less than 1 for strides and paddings that are not the likeliest.
    pub usual: f64,
}

impl From<Import> for Structure {
    fn from(imported: Import) -> Self {
        let Import {
            mut assumed,
            varied,
            ..
        } = imported;
        assumed.retain(|what| !varied.contains(what));
        Self {
            assumed,
            model: imported.model,
            statement: imported.statement,
            usual: 1.0,
        }
    }
}

impl Structure {
    /// The file's names of the weights, from latent to image.
    pub fn order(&self) -> Vec<&str> {
        let layers = 0..self.model.header.generator.len();
        let names = layers.filter_map(|index| {
            let name = self
                .statement
                .tensors
                .get(&format!("layers.{index}.weight"))?;
            Some(name.strip_suffix(".weight").unwrap_or(name))
        });
        names.collect()
    }

    /// The same layers, but features become the image as height × width × channels; nothing where none do.
    pub fn with_channels_last(&self, files: &[Given<'_>], key: Option<&str>) -> Option<Self> {
        let stated = Statement {
            channels_last: Some(true),
            ..self.statement.clone()
        };
        let other = import(files, key, &stated).ok()?;
        let is_other = other.model.tensors != self.model.tensors;
        is_other.then(|| Self {
            assumed: self.assumed.clone(),
            usual: CHANNELS_LAST,
            ..other.into()
        })
    }

    /// The same tensors with other strides, paddings and enlargements, the likeliest first, itself left
    /// out; at most `most`.
    pub fn with_other_windows(&self, most: usize) -> Vec<Self> {
        let header = &self.model.header;
        let Some((side, known)) = known(header) else {
            return Vec::new();
        };
        let ranked = ranked(side, &known, header.image.channels).into_iter();
        let others = ranked.filter_map(|(choices, end)| {
            let other = self.with(side, &known, &choices, end);
            let is_other = other.model.header.generator != header.generator;
            (is_other && other.model.header.plan().is_ok()).then_some(other)
        });
        let mut usual = self.usual;
        let others = others.take(most).map(|other| {
            usual *= LESS_LIKELY;
            Self { usual, ..other }
        });
        others.collect()
    }

    fn with(&self, side: usize, known: &[Known], choices: &[Choice], end: usize) -> Self {
        let mut all = known.iter().zip(choices);
        let mut side = side;
        let mut layers = Vec::new();
        // Where each of the layers goes.
        let mut places = BTreeMap::new();
        for (index, layer) in self.model.header.generator.iter().enumerate() {
            if let LayerSpec::Upsample(_) = layer {
                continue;
            }
            let mut layer = layer.clone();
            if is_convolution(&layer)
                && let Some((known, choice)) = all.next()
            {
                if choice.enlarged {
                    side *= 2;
                    let mode = UpsampleMode::Nearest;
                    layers.push(layers::Upsample { factor: 2, mode }.into());
                }
                side = reached(side, *known, *choice).unwrap_or(side);
                set_window(&mut layer, *choice, side);
            }
            places.insert(index, layers.len());
            layers.push(layer);
        }
        let mut model = GeneratorFile {
            header: self.model.header.clone(),
            tensors: renamed(&self.model.tensors, &places),
        };
        model.header.generator = layers;
        (model.header.image.height, model.header.image.width) = (end, end);
        let tensors = self.statement.tensors.iter();
        let tensors = tensors.map(|(name, source)| (moved(name, &places), source.clone()));
        let statement = Statement {
            tensors: tensors.collect(),
            channels_last: self.statement.channels_last,
            label_embedding: self.statement.label_embedding.clone(),
            ..Statement::of(&model.header)
        };
        Self {
            model,
            statement,
            assumed: self.assumed.clone(),
            usual: 1.0,
        }
    }
}

fn is_convolution(layer: &LayerSpec) -> bool {
    matches!(layer, LayerSpec::Conv(_) | LayerSpec::ConvTranspose(_))
}

/// The side of the image that the first convolution gets, and what the tensors tell of each; nothing where
/// there is none, or one that is not square.
fn known(header: &Header) -> Option<(usize, Vec<Known>)> {
    let plan = header.plan().ok()?;
    let mut start = None;
    let mut known = Vec::new();
    let mut is_enlarged = false;
    for layer in &plan.layers {
        let kernel = match &layer.spec {
            LayerSpec::Conv(conv) => conv.kernel,
            LayerSpec::ConvTranspose(conv) => conv.kernel,
            LayerSpec::Upsample(_) => {
                start.get_or_insert(layer.input.dims());
                is_enlarged = true;
                continue;
            }
            _ => continue,
        };
        let PerAxis([kernel, width]) = kernel;
        if kernel != width {
            return None;
        }
        start.get_or_insert(layer.input.dims());
        let is_transposed = matches!(layer.spec, LayerSpec::ConvTranspose(_));
        let (enlarging, staying) = match (is_enlarged, is_transposed) {
            (true, false) => (Some(0), OTHER_ENLARGING),
            (false, false) => (Some(OTHER_ENLARGING), 0),
            (_, true) => (is_enlarged.then_some(OTHER_ENLARGING), 0),
        };
        known.push(Known {
            kernel,
            is_transposed,
            enlarging,
            staying,
        });
        is_enlarged = false;
    }
    let [_, height, width] = start?;
    (height == width).then_some((height, known))
}

/// Sets stride and padding; `side` is what comes out.
fn set_window(layer: &mut LayerSpec, choice: Choice, side: usize) {
    let Choice {
        stride,
        padding: pad,
        more,
        ..
    } = choice;
    match layer {
        LayerSpec::Conv(conv) => {
            (conv.stride, conv.padding) = (stride.into(), padding([pad; 4]));
        }
        LayerSpec::ConvTranspose(conv) => {
            (conv.stride, conv.padding) = (stride.into(), padding([pad; 4]));
            conv.output = (more > 0).then_some([Size::fixed(side); 2]);
        }
        _ => {}
    }
}

fn renamed(tensors: &[NamedTensor], places: &BTreeMap<usize, usize>) -> Vec<NamedTensor> {
    let tensors = tensors.iter().map(|tensor| NamedTensor {
        name: moved(&tensor.name, places),
        ..tensor.clone()
    });
    tensors.collect()
}

/// `layers.3.weight` where the layer has moved.
fn moved(name: &str, places: &BTreeMap<usize, usize>) -> String {
    let moved = || {
        let (index, role) = name.strip_prefix("layers.")?.split_once('.')?;
        let place = places.get(&index.parse().ok()?)?;
        Some(format!("layers.{place}.{role}"))
    };
    moved().unwrap_or_else(|| name.to_owned())
}
