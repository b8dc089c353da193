//! Which tensors a network has, known from its plan alone: what a weight file is checked against
//! before anything is built.

use super::NetworkPlan;
use crate::layers::TensorSpec;
use crate::printable::shortened;
use crate::sentence::sentence;
use crate::{Error, Result};
use std::collections::HashMap;

/// Numbers of one tensor of a network, off the device.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedTensor {
    /// Place and role, as `layers.3.weight`.
    pub name: String,
    /// The tensor's dimensions.
    pub dims: Vec<usize>,
    /// Row-major values.
    pub values: Vec<f32>,
}

/// Name and dimensions of one tensor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TensorShape {
    /// Place and role, as `layers.3.weight`.
    pub name: String,
    /// The tensor's dimensions.
    pub dims: Vec<usize>,
}

impl NetworkPlan {
    /// The tensors of the network, in the order in which it is read and written.
    pub(crate) fn tensors(&self) -> impl Iterator<Item = (TensorShape, TensorSpec)> {
        self.layers.iter().enumerate().flat_map(|(index, layer)| {
            let tensors = layer.tensors().into_iter();
            tensors.map(move |spec| {
                let name = format!("layers.{index}.{}", spec.role);
                let dims = spec.dims.clone();
                (TensorShape { name, dims }, spec)
            })
        })
    }

    /// Their names and dimensions.
    pub(crate) fn layout(&self) -> Vec<TensorShape> {
        self.tensors().map(|(shape, _)| shape).collect()
    }
}

/// Checks that `found` are the tensors `wanted`, no more and no fewer. `source` begins the error:
/// "The weights of “a file”".
///
/// # Errors
/// [`Error::Weights`], naming the tensor, what was expected and what was found.
pub(crate) fn check_shapes<'a>(
    source: &str,
    wanted: &[TensorShape],
    found: impl IntoIterator<Item = (&'a str, &'a [usize])>,
) -> Result<()> {
    let mut rest = HashMap::new();
    for (name, dims) in found {
        if rest.insert(name, dims).is_some() {
            let name = shortened(name, 60);
            return Err(Error::Weights(sentence!(
                "{source} hold {name} twice.",
                source,
                name = format!("{name:?}")
            )));
        }
    }
    for TensorShape { name, dims } in wanted {
        let expected = written(dims);
        match rest.remove(name.as_str()) {
            Some(found) if found == dims => {}
            Some(found) => {
                let found = written(found);
                return Err(Error::Weights(sentence!(
                    "{source} hold {name} as {found}; expected {expected}.",
                    source,
                    name,
                    found,
                    expected
                )));
            }
            None => {
                return Err(Error::Weights(sentence!(
                    "{source} lack {name}; expected it as {expected}.",
                    source,
                    name,
                    expected
                )));
            }
        }
    }
    match rest.into_iter().min() {
        None => Ok(()),
        Some((name, dims)) => Err(Error::Weights(sentence!(
            "{source} hold {name} ({dims}), which the network does not have.",
            source,
            name = format!("{:?}", shortened(name, 60)),
            dims = written(dims)
        ))),
    }
}

/// `tensors` in the order of `wanted`, which are to be exactly those. `source` begins the error.
///
/// # Errors
/// As [`check_shapes`].
pub(crate) fn in_order<'a>(
    source: &str,
    wanted: &[TensorShape],
    tensors: &'a [NamedTensor],
) -> Result<Vec<&'a NamedTensor>> {
    let shapes = tensors
        .iter()
        .map(|tensor| (tensor.name.as_str(), tensor.dims.as_slice()));
    check_shapes(source, wanted, shapes)?;
    let by_name: HashMap<&str, &NamedTensor> = tensors
        .iter()
        .map(|tensor| (tensor.name.as_str(), tensor))
        .collect();
    let ordered = wanted.iter().map(|shape| by_name[shape.name.as_str()]);
    Ok(ordered.collect())
}

/// Checks the numbers of a tensor: as many as its dimensions say, all finite, and no variance
/// below 0.
///
/// # Errors
/// [`Error::Weights`], naming the tensor, what was expected and what was found.
pub(crate) fn check_values(source: &str, tensor: &NamedTensor) -> Result<()> {
    let NamedTensor { name, dims, values } = tensor;
    let count = dims
        .iter()
        .try_fold(1, |n: usize, &side| n.checked_mul(side));
    if count != Some(values.len()) {
        return Err(Error::Weights(sentence!(
            "{source} hold {values} numbers for {name}; expected {dims}.",
            source,
            values = values.len(),
            name,
            dims = written(dims)
        )));
    }
    let (expected, least) = if name.ends_with(".variance") {
        ("numbers from 0", 0.0)
    } else {
        ("finite numbers", f32::MIN)
    };
    // All of them first, without a branch for each: there are millions, and they are good.
    let is_good = |value: &f32| (least..=f32::MAX).contains(value);
    if values
        .iter()
        .fold(true, |good, value| good & is_good(value))
    {
        return Ok(());
    }
    match values.iter().position(|value| !is_good(value)) {
        None => Ok(()),
        Some(place) => Err(Error::Weights(sentence!(
            "{source} hold {number} in {name}, at place {place}; expected {expected}.",
            source,
            number = values[place],
            name,
            place,
            expected
        ))),
    }
}

/// Dimensions as a person writes them.
fn written(dims: &[usize]) -> String {
    if dims.is_empty() {
        return "a single number".to_owned();
    }
    // A file may claim any number of sides.
    let sides = dims.iter().take(8).map(usize::to_string);
    let more = (dims.len() > 8).then(|| "…".to_owned());
    let dims: Vec<String> = sides.chain(more).collect();
    format!(
        "{}{}",
        dims.join("×"),
        if dims.len() == 1 { " numbers" } else { "" }
    )
}
