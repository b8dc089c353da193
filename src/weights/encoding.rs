//! How the numbers of a weight file are kept: whole, or small.

use crate::network::{NamedTensor, NetworkPlan};
use crate::sentence::sentence;
use crate::{Error, Result};
use half::f16;
use safetensors::tensor::Dtype;
use serde::{Deserialize, Serialize};

/// How a generator's weights are written. Vectors (biases, statistics) always stay f32: they are
/// few, and every pixel shows their error.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Encoding {
    /// As trained, 4 bytes a weight.
    #[default]
    F32,
    /// Half precision, 2 bytes a weight.
    F16,
    /// Whole numbers from −127 to 127, 1 byte a weight, with a step for each output channel.
    I8,
}

/// What the step's tensor is called: the weight's name and this.
pub(super) const STEP: &str = ".step";

/// A tensor as bytes.
pub(crate) struct Encoded {
    pub name: String,
    pub dtype: Dtype,
    pub dims: Vec<usize>,
    pub bytes: Vec<u8>,
}

impl Encoding {
    /// Of its name: `f32`, `f16` or `i8`.
    ///
    /// # Errors
    /// [`Error::Weights`], with the names there are.
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "f32" => Ok(Self::F32),
            "f16" => Ok(Self::F16),
            "i8" => Ok(Self::I8),
            _ => Err(Error::Weights(sentence!(
                "Weights cannot be kept as “{name}”; expected f32, f16 or i8.",
                name
            ))),
        }
    }

    /// Writes the tensors of a network, which are in its order.
    pub(crate) fn encode_all(self, plan: &NetworkPlan, tensors: &[NamedTensor]) -> Vec<Encoded> {
        let specs = plan.tensors().zip(tensors);
        let encoded = specs.map(|((_, spec), tensor)| self.encode(tensor, spec.output_axis));
        encoded.flatten().collect()
    }

    /// Writes a tensor; with steps it becomes two. `outputs` is the weight's axis of output
    /// channels.
    fn encode(self, tensor: &NamedTensor, outputs: usize) -> Vec<Encoded> {
        match self {
            Self::F16 if tensor.dims.len() > 1 => vec![halves(tensor)],
            Self::I8 if tensor.dims.len() > 1 => quantised(tensor, outputs).into(),
            _ => vec![whole(tensor)],
        }
    }
}

/// As f32.
pub(crate) fn whole(tensor: &NamedTensor) -> Encoded {
    let bytes = tensor.values.iter().flat_map(|value| value.to_le_bytes());
    encoded(tensor, Dtype::F32, bytes.collect())
}

fn halves(tensor: &NamedTensor) -> Encoded {
    // A weight beyond f16 is an f16's largest, not infinite.
    let [least, most] = [f16::MIN.to_f32(), f16::MAX.to_f32()];
    let halves = tensor
        .values
        .iter()
        .map(|v| f16::from_f32(v.clamp(least, most)));
    let bytes = halves.flat_map(f16::to_le_bytes);
    encoded(tensor, Dtype::F16, bytes.collect())
}

fn quantised(tensor: &NamedTensor, outputs: usize) -> [Encoded; 2] {
    let inner: usize = tensor.dims[outputs + 1..].iter().product();
    let count = tensor.dims[outputs];
    let channel = |place: usize| place / inner % count;
    let mut steps = vec![0_f32; count];
    for (place, value) in tensor.values.iter().enumerate() {
        let largest = &mut steps[channel(place)];
        *largest = largest.max(value.abs() / 127.0);
    }
    // A channel of zeros: any step says so.
    for step in steps.iter_mut().filter(|step| **step < f32::MIN_POSITIVE) {
        *step = 1.0;
    }
    let numbers = tensor.values.iter().enumerate();
    let bytes = numbers
        .map(|(place, value)| (value / steps[channel(place)]).round() as i8 as u8)
        .collect();
    let mut dims = vec![1; tensor.dims.len()];
    dims[outputs] = count;
    let steps = NamedTensor {
        name: format!("{}{STEP}", tensor.name),
        dims,
        values: steps,
    };
    [encoded(tensor, Dtype::I8, bytes), whole(&steps)]
}

fn encoded(tensor: &NamedTensor, dtype: Dtype, bytes: Vec<u8>) -> Encoded {
    Encoded {
        name: tensor.name.clone(),
        dtype,
        dims: tensor.dims.clone(),
        bytes,
    }
}

/// The numbers of f16 bytes.
pub(super) fn from_halves(bytes: &[u8]) -> Vec<f32> {
    let (pairs, _) = bytes.as_chunks();
    let halves = pairs.iter().map(|pair| f16::from_le_bytes(*pair));
    halves.map(f16::to_f32).collect()
}

/// The numbers of 8-bit bytes; `steps` has all sides 1 but the one that counts output channels.
pub(super) fn dequantised(
    bytes: &[u8],
    dims: &[usize],
    step_dims: &[usize],
    steps: &[f32],
) -> Vec<f32> {
    let outputs = step_dims.iter().position(|side| *side > 1).unwrap_or(0);
    let inner: usize = dims[outputs + 1..].iter().product();
    let number = |byte: &u8, step: &f32| f32::from(*byte as i8) * step;
    let mut values = Vec::with_capacity(bytes.len());
    // All that comes out of one input, a run of numbers for each step.
    for row in bytes.chunks(inner * steps.len()) {
        if inner == 1 {
            values.extend(row.iter().zip(steps).map(|(byte, step)| number(byte, step)));
            continue;
        }
        for (run, step) in row.chunks(inner).zip(steps) {
            values.extend(run.iter().map(|byte| number(byte, step)));
        }
    }
    values
}
