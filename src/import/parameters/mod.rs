//! Generators from named tensors without an architecture: state dicts, safetensors, and HDF5 files of
//! weights alone.

mod bind;
mod convert;
mod evidence;
mod images;
mod infer;
mod inference;
mod kernels;
mod modules;
mod named;
mod names;
mod order;
mod outline;
mod places;
mod windows;
mod writer;

pub(super) use bind::channel_order;
pub(super) use convert::weights;
pub(super) use modules::{Kind, MOST_TENSORS, Module, is_parameter};
pub(super) use named::Named;
pub(super) use names::natural;
pub(super) use outline::outline;
pub(super) use windows::{Choice, Known, ranked, reached};
pub(super) use writer::Writer;

use super::draft::Draft;
use super::found::{Found, SPEC};
use super::statement::Statement;
use crate::sentence::sentence;
use evidence::Evidence;
use modules::modules;
use order::{Order, sorted};

/// A generator of these tensors, in PyTorch's layout: by the layers that are stated, else by
/// inference.
pub(super) fn draft(tensors: Vec<Named>, stated: &Statement, writer: Writer) -> Found<Draft> {
    let modules = modules(tensors)?;
    if let Some(layers) = &stated.generator {
        let modules = match writer {
            Writer::Safetensors => sorted(modules).modules,
            Writer::PyTorch | Writer::Keras => modules,
        };
        let channels_last = writer.keeps_channels_last(stated);
        return bind::bind(modules, layers, stated, channels_last);
    }
    match writer {
        Writer::Keras => infer::infer(&modules, stated, writer),
        Writer::PyTorch => as_listed(modules, stated),
        Writer::Safetensors => as_sorted(modules, stated),
    }
}

/// A generator for each order that safetensors leave open, at most `most`.
pub(super) fn drafts(tensors: Vec<Named>, stated: &Statement, most: usize) -> Found<Vec<Draft>> {
    let orders = order::candidates(&modules(tensors)?, most).into_iter();
    let drafts =
        orders.filter_map(|modules| infer::infer(&modules, stated, Writer::Safetensors).ok());
    Ok(drafts.collect())
}

/// In the file's order; where that leads nowhere, in the one that the channels leave.
fn as_listed(modules: Vec<Module>, stated: &Statement) -> Found<Draft> {
    let listed = infer::infer(&modules, stated, Writer::PyTorch);
    listed.or_else(|why| {
        let Order { modules, evidence } = sorted(modules);
        if evidence != Evidence::Channels {
            return Err(why);
        }
        let mut draft = infer::infer(&modules, stated, Writer::PyTorch).map_err(|_| why)?;
        draft.assume(sentence!(
            "layers do not come in the order in which the file defines them, but in the only one \
             in which their channels meet"
        ));
        Ok(draft)
    })
}

/// In an order that names and channels leave, as the file keeps none.
fn as_sorted(modules: Vec<Module>, stated: &Statement) -> Found<Draft> {
    let Order { modules, evidence } = sorted(modules);
    let said = match &evidence {
        Evidence::Numbers => sentence!(
            "layers come in the order of the numbers in their names: safetensors keeps no other"
        ),
        Evidence::Channels => sentence!(
            "layers come in the only order in which their channels meet, as far as their names \
             allow it: safetensors keeps none"
        ),
        Evidence::Words => sentence!(
            "layers come in an order by their channels and by words in their names, as first, \
             final or a name that a norm shares with a layer: safetensors keeps none"
        ),
        Evidence::Names => {
            sentence!("layers come in the order of their names: safetensors keeps no other")
        }
        Evidence::Ambiguous(why) => {
            return Err(sentence!(
                "the order of its layers cannot be told, as safetensors keeps none: {why}; have \
                 them written with --print-spec {spec}, sort them there, and hand it back with \
                 --spec",
                why,
                spec = SPEC
            ));
        }
    };
    let drafted = infer::infer(&modules, stated, Writer::Safetensors);
    let mut draft = drafted.map_err(|why| match evidence {
        Evidence::Names => sentence!(
            "{why}; safetensors keeps no order of layers, and that of the names may be wrong: \
             have them written with --print-spec {spec}, sort them there, and hand it back \
             with --spec",
            why,
            spec = SPEC
        ),
        _ => why,
    })?;
    draft.assume(said);
    Ok(draft)
}
