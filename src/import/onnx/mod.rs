//! ONNX: a graph whose line from the latent to the image becomes layers. What depends on constants
//! and shapes alone is worked out beforehand; images are computed one at a time there.

mod affine;
mod arithmetic;
mod constant;
mod fold;
mod graph;
mod images;
mod operators;
mod patterns;
mod proto;
mod reshape;

use super::array::Found;
use super::draft::Draft;
use super::parameters::{self, Named, Writer};
use super::statement::Statement;
use crate::kind;
use prost::Message;

/// Most bytes of a graph. Its parts can take many times their bytes in memory.
const LARGEST: usize = 512 << 20;
/// Most operators of a graph.
const MOST_NODES: usize = 1 << 14;

/// Whether these are the first bytes of an ONNX file: the field `ir_version`, a small number. So
/// do TensorFlow's SavedModels begin.
pub(super) fn is_onnx(bytes: &[u8]) -> bool {
    let is_other = kind::of(bytes).is_some_and(|kind| kind.family == kind::Family::OtherModel);
    matches!(bytes, [0x08, 1..=32, ..]) && !is_other
}

/// Reads a generator, and says what the file is.
pub(super) fn read(bytes: &[u8], stated: &Statement) -> Found<(Draft, String)> {
    if bytes.len() > LARGEST {
        return Err(format!(
            "expected at most {LARGEST} bytes, found {}",
            bytes.len()
        ));
    }
    let model =
        proto::Model::decode(bytes).map_err(|why| format!("it is not a whole ONNX file: {why}"))?;
    let operators = model.operators.iter().find(|set| set.domain.is_empty());
    let version = operators.map_or(0, |set| set.version);
    let maker = if model.producer.is_empty() {
        String::new()
    } else {
        format!(", {}", model.producer)
    };
    let format = format!("ONNX, operators {version}{maker}");
    let graph = model.graph.ok_or("it is an ONNX file without a graph")?;
    if graph.nodes.len() > MOST_NODES {
        return Err(format!("its graph has more than {MOST_NODES} operators"));
    }
    if stated.generator.is_some() {
        return Ok((
            parameters::draft(tensors(&graph)?, stated, Writer::PyTorch)?,
            format,
        ));
    }
    Ok((graph::draft(&graph)?, format))
}

/// The constants that are weights, for layers that are stated.
fn tensors(graph: &proto::Graph) -> Found<Vec<Named>> {
    let constants = graph
        .constants
        .iter()
        .filter(|tensor| !proto::is_whole(tensor.kind));
    constants
        .map(|tensor| {
            let array = constant::Constant::of(tensor)?.array();
            Ok(Named {
                name: tensor.name.clone(),
                array,
            })
        })
        .collect()
}
