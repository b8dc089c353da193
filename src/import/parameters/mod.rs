//! Named tensors without an architecture: state dicts, safetensors, weights-only HDF5.

mod bind;
mod convert;
mod images;
mod infer;
mod modules;
mod names;
mod order;
mod outline;
mod places;
mod windows;

pub(super) use bind::channel_order;
pub(super) use convert::weights;
pub(super) use modules::{Kind, MOST_TENSORS, Module, is_parameter, modules};
pub(super) use names::natural;
pub(super) use outline::outline;

use super::array::{Array, Found};
use super::draft::Draft;
use super::statement::Statement;
use crate::network::MOST_LAYERS;
use order::{Order, Told, sorted};

/// A tensor as the file names it.
#[derive(Debug, Clone)]
pub(super) struct Named {
    pub name: String,
    pub array: Array,
}

/// Who wrote the tensors, and so what holds where no tensor says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Writer {
    /// A state dict of PyTorch's: modules come in the order in which they were defined.
    PyTorch,
    /// PyTorch's tensors in safetensors, which sorts them by name.
    Safetensors,
    /// Keras: vectors become images pixel by pixel.
    Keras,
}

impl Writer {
    fn keeps_channels_last(self) -> bool {
        self == Self::Keras
    }

    /// The epsilon that its batch normalisations have unless told otherwise.
    fn epsilon(self) -> f64 {
        match self {
            Self::PyTorch | Self::Safetensors => 1e-5,
            Self::Keras => 1e-3,
        }
    }
}

/// A generator of these tensors, in PyTorch's layout: by the layers that are stated, else by
/// inference.
pub(super) fn draft(tensors: Vec<Named>, stated: &Statement, writer: Writer) -> Found<Draft> {
    let modules = grouped(tensors)?;
    if let Some(layers) = &stated.generator {
        let modules = match writer {
            Writer::Safetensors => sorted(modules).modules,
            Writer::PyTorch | Writer::Keras => modules,
        };
        return bind::bind(modules, layers, stated, writer.keeps_channels_last());
    }
    match writer {
        Writer::Keras => infer::infer(&modules, stated, writer),
        Writer::PyTorch => as_listed(modules, stated),
        Writer::Safetensors => as_sorted(modules, stated),
    }
}

/// The modules that a generator's tensors belong to; not more than a network may have.
fn grouped(tensors: Vec<Named>) -> Found<Vec<Module>> {
    let modules = modules(tensors)?;
    if modules.is_empty() {
        return Err("it holds no weights of layers".to_owned());
    }
    if modules.len() > MOST_LAYERS {
        return Err(format!(
            "it has weights of {} layers; the most is {MOST_LAYERS}",
            modules.len()
        ));
    }
    Ok(modules)
}

/// In the file's order; where that leads nowhere, in the one that the channels leave.
fn as_listed(modules: Vec<Module>, stated: &Statement) -> Found<Draft> {
    let listed = infer::infer(&modules, stated, Writer::PyTorch);
    listed.or_else(|why| {
        let Order { modules, told } = sorted(modules);
        if told != Told::Channels {
            return Err(why);
        }
        let mut draft = infer::infer(&modules, stated, Writer::PyTorch).map_err(|_| why)?;
        draft.assume(
            "layers do not come in the order in which the file defines them, but in the only one \
             in which their channels meet",
        );
        Ok(draft)
    })
}

/// In an order that names and channels leave, as the file keeps none.
fn as_sorted(modules: Vec<Module>, stated: &Statement) -> Found<Draft> {
    let Order { modules, told } = sorted(modules);
    let said = match &told {
        Told::Numbers => {
            "layers come in the order of the numbers in their names: safetensors keeps no other"
        }
        Told::Channels => {
            "layers come in the only order in which their channels meet, as far as their names \
             allow it: safetensors keeps none"
        }
        Told::Words => {
            "layers come in an order by their channels and by words in their names, as first, final \
             or a name that a norm shares with a layer: safetensors keeps none"
        }
        Told::Names => "layers come in the order of their names: safetensors keeps no other",
        Told::Not(why) => {
            return Err(format!(
                "the order of its layers cannot be told, as safetensors keeps none: {why}; have \
                 them written with --print-spec SPEC.json, sort them there, and hand it back with \
                 --spec"
            ));
        }
    };
    let drafted = infer::infer(&modules, stated, Writer::Safetensors);
    let mut draft = drafted.map_err(|why| match told {
        Told::Names => format!(
            "{why}; safetensors keeps no order of layers, and that of the names may be wrong: have \
             them written with --print-spec SPEC.json, sort them there, and hand it back with --spec"
        ),
        _ => why,
    })?;
    draft.assume(said);
    Ok(draft)
}
