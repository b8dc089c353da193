//! Infers a generator from the names, the order and the shapes of its tensors.

use super::inference::Inference;
use super::modules::{Kind, Module};
use super::writer::Writer;
use crate::import::draft::Draft;
use crate::import::found::Found;
use crate::import::statement::Statement;
use crate::layers::{self, LayerSpec};

/// Infers the generator. What no tensor says is assumed, and noted.
pub(super) fn infer(modules: &[Module], stated: &Statement, writer: Writer) -> Found<Draft> {
    let (tables, modules): (Vec<_>, Vec<_>) = modules
        .iter()
        .partition(|module| module.kind == Kind::Embedding);
    let mut inference = Inference::new(modules, stated, writer)?;
    inference.label(&tables)?;
    inference.features()?;
    inference.image()?;
    inference.draft.plain(LayerSpec::Tanh(layers::Tanh {}))?;
    inference.note();
    Ok(inference.draft)
}
