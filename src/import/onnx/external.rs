//! ONNX' external data: tensors in files beside the graph, which PyTorch's exporter writes unless told
//! not to.

use super::constant::element_type;
use super::proto::{Graph, Tensor};
use crate::import::array::count;
use crate::import::budget::Budget;
use crate::import::found::Found;
use crate::import::{Given, beside};
use crate::sentence::sentence;

/// What a tensor's `data_location` says where its numbers lie in another file.
const EXTERNAL: i32 = 1;

/// The files that the graph's numbers lie in, as it names them.
pub(super) fn names(graph: &Graph) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for tensor in tensors(graph).filter(|tensor| tensor.location == EXTERNAL) {
        if let Some(name) = tensor.external("location")
            && !names.iter().any(|other| other == name)
        {
            names.push(name.to_owned());
        }
    }
    names
}

fn tensors(graph: &Graph) -> impl Iterator<Item = &Tensor> {
    let attributes = graph.nodes.iter().flat_map(|node| &node.attributes);
    let given = attributes.filter_map(|attribute| attribute.tensor.as_ref());
    graph.constants.iter().chain(given)
}

/// Puts the numbers that lie in `files` into the graph's tensors.
pub(super) fn fill(graph: &mut Graph, files: &[Given<'_>], budget: &Budget) -> Found<()> {
    let attributes = graph.nodes.iter_mut().flat_map(|node| &mut node.attributes);
    let given = attributes.filter_map(|attribute| attribute.tensor.as_mut());
    for tensor in graph.constants.iter_mut().chain(given) {
        if tensor.location == EXTERNAL {
            tensor.raw = numbers(tensor, files, budget)?;
            tensor.location = 0;
        }
    }
    Ok(())
}

fn numbers(tensor: &Tensor, files: &[Given<'_>], budget: &Budget) -> Found<Vec<u8>> {
    let name = &tensor.name;
    let location = tensor.external("location").unwrap_or_default();
    let file = beside::find(files, location)?.ok_or_else(|| {
        sentence!(
            "the numbers of “{name}” lie in “{location}”, which was not given along: put it beside \
             the graph (on the page, choose both files together), or export one file \
             (external_data=False)",
            name,
            location
        )
    })?;
    let size = |key: &str| match tensor.external(key) {
        None => Ok(None),
        Some(value) => value.parse::<usize>().map(Some).map_err(|_| {
            sentence!(
                "the numbers of “{name}” have the {key} “{value}”, which is no number of bytes",
                name,
                key,
                value
            )
        }),
    };
    let wanted = expected(tensor);
    let start = size("offset")?.unwrap_or(0);
    let length = match (size("length")?, wanted) {
        (Some(length), Some(wanted)) if length != wanted => {
            return Err(sentence!(
                "the numbers of “{name}” take {wanted} bytes; the graph says {length} of \
                 “{location}”",
                name,
                wanted,
                length,
                location
            ));
        }
        (Some(length), _) | (None, Some(length)) => length,
        (None, None) => file.bytes.len().saturating_sub(start),
    };
    let own = start
        .checked_add(length)
        .and_then(|end| file.bytes.get(start..end));
    let own = own.ok_or_else(|| {
        sentence!(
            "the numbers of “{name}” are {length} bytes from byte {start} of “{location}”, which \
             has {has}: it is another model's, or not whole",
            name,
            length,
            start,
            location,
            has = file.bytes.len()
        )
    })?;
    budget.numbers(own.len().div_ceil(4))?;
    Ok(own.to_vec())
}

/// The bytes that a tensor of its shape and type takes.
fn expected(tensor: &Tensor) -> Option<usize> {
    let dims = tensor.dims.iter().map(|side| usize::try_from(*side).ok());
    let count = count(&dims.collect::<Option<Vec<usize>>>()?).ok()?;
    count.checked_mul(element_type(tensor.kind)?.size())
}
