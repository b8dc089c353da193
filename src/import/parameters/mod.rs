//! Named tensors without an architecture: state dicts, safetensors, weights-only HDF5.

mod bind;
mod convert;
mod images;
mod infer;
mod modules;
mod windows;

pub(super) use bind::channel_order;
pub(super) use convert::weights;
pub(super) use modules::{Kind, Module, modules};

use super::array::{Array, Found};
use super::draft::Draft;
use super::statement::Statement;

/// A tensor as the file names it.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub name: String,
    pub array: Array,
}

/// A generator of these tensors, in PyTorch's layout: by the layers that are stated, else by
/// inference. `channels_last` says that vectors become images pixel by pixel.
pub(super) fn draft(tensors: Vec<Named>, stated: &Statement, channels_last: bool) -> Found<Draft> {
    let modules = modules(tensors)?;
    if modules.is_empty() {
        return Err("it holds no weights of layers".to_owned());
    }
    match &stated.generator {
        Some(layers) => bind::bind(modules, layers, stated, channels_last),
        None => infer::infer(modules, stated, channels_last),
    }
}
