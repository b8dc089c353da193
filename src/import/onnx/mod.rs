//! ONNX: the operators on the way from the latent to the image become layers. What depends on
//! constants and shapes alone is folded, for a batch of one.

mod affine;
mod arithmetic;
mod attention;
mod channels;
mod clip;
mod constant;
mod external;
mod fold;
mod gates;
mod graph;
mod images;
mod inputs;
mod joins;
mod labels;
mod norms;
mod operators;
mod patterns;
mod pools;
mod proto;
mod reshape;
mod resize;
mod shapes;
mod slices;
mod value;
mod windows;
mod wire;

use super::budget::Budget;
use super::draft::Draft;
use super::found::Found;
use super::given::Given;
use super::parameters::{self, Named, Writer};
use super::statement::Statement;
use crate::kind;
use crate::sentence::{Sentence, sentence};
use prost::Message;
use std::rc::Rc;

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

/// The files that a graph's numbers lie in, as it names them.
pub(super) fn parts(bytes: &[u8]) -> Vec<String> {
    let graph = model(bytes).ok().and_then(|model| model.graph);
    graph.map_or_else(Vec::new, |graph| external::names(&graph))
}

fn model(bytes: &[u8]) -> Found<proto::Model> {
    if bytes.len() > LARGEST {
        return Err(sentence!(
            "expected at most {most} bytes, found {bytes}",
            most = LARGEST,
            bytes = bytes.len()
        ));
    }
    wire::check(bytes)?;
    proto::Model::decode(bytes).map_err(|why| {
        sentence!(
            "it is not a whole ONNX file: {why}",
            why = format_args!("{why}")
        )
    })
}

/// Reads a generator from `bytes` and the numbers beside it, and says what the file is.
pub(super) fn read(
    bytes: &[u8],
    files: &[Given<'_>],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, Sentence)> {
    let model = model(bytes)?;
    let is_own = |set: &&proto::OperatorSet| matches!(set.domain.as_str(), "" | "ai.onnx");
    let operators = model.operators.iter().find(is_own);
    let version = operators.map_or(0, |set| set.version);
    let format = if model.producer.is_empty() {
        sentence!("ONNX, operators {version}", version)
    } else {
        let producer = &model.producer;
        sentence!("ONNX, operators {version}, {producer}", version, producer)
    };
    let mut graph = model
        .graph
        .ok_or_else(|| sentence!("it is an ONNX file without a graph"))?;
    if graph.nodes.len() > MOST_NODES {
        return Err(sentence!(
            "its graph has more than {most} operators",
            most = MOST_NODES
        ));
    }
    external::fill(&mut graph, files, budget)?;
    if stated.generator.is_some() {
        return Ok((
            parameters::draft(tensors(&graph)?, stated, Writer::PyTorch)?,
            format,
        ));
    }
    Ok((graph::draft(&graph, version, budget)?, format))
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
