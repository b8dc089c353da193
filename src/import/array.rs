//! Tensors of imported files, as f32.

use super::budget::{Budget, MOST_NUMBERS};
use super::found::{Found, written};
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use half::{bf16, f16};

/// A tensor: its dimensions, and its numbers in row-major order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Array {
    pub dims: Vec<usize>,
    pub values: Vec<f32>,
}

/// How a file writes a number; little-endian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ElementType {
    F16,
    Bf16,
    F32,
    F64,
    I8,
    U8,
    I16,
    U16,
    I32,
    U32,
    I64,
    U64,
    Bool,
}

impl ElementType {
    /// Bytes of one.
    pub fn size(self) -> usize {
        match self {
            Self::I8 | Self::U8 | Self::Bool => 1,
            Self::F16 | Self::Bf16 | Self::I16 | Self::U16 => 2,
            Self::F32 | Self::I32 | Self::U32 => 4,
            Self::F64 | Self::I64 | Self::U64 => 8,
        }
    }

    /// Reads all numbers of `bytes`, rounded to f32.
    pub fn decode(self, bytes: &[u8]) -> Vec<f32> {
        match self {
            Self::F16 => each(bytes, |b| f16::from_le_bytes(b).to_f32()),
            Self::Bf16 => each(bytes, |b| bf16::from_le_bytes(b).to_f32()),
            Self::F32 => each(bytes, f32::from_le_bytes),
            Self::F64 => each(bytes, |b| f64::from_le_bytes(b) as f32),
            Self::I8 => each(bytes, |b| f32::from(i8::from_le_bytes(b))),
            Self::U8 | Self::Bool => each(bytes, |[b]| f32::from(b)),
            Self::I16 => each(bytes, |b| f32::from(i16::from_le_bytes(b))),
            Self::U16 => each(bytes, |b| f32::from(u16::from_le_bytes(b))),
            Self::I32 => each(bytes, |b| i32::from_le_bytes(b) as f32),
            Self::U32 => each(bytes, |b| u32::from_le_bytes(b) as f32),
            Self::I64 => each(bytes, |b| i64::from_le_bytes(b) as f32),
            Self::U64 => each(bytes, |b| u64::from_le_bytes(b) as f32),
        }
    }
}

fn each<const N: usize>(bytes: &[u8], read: impl Fn([u8; N]) -> f32) -> Vec<f32> {
    bytes
        .as_chunks()
        .0
        .iter()
        .map(|chunk| read(*chunk))
        .collect()
}

/// Most axes of a tensor; files with more are not taken seriously.
pub(super) const MOST_AXES: usize = 64;

/// How many numbers a tensor of these dimensions has. Refused above [`MOST_NUMBERS`], where dimensions
/// of 0 count as 1.
pub(super) fn count(dims: &[usize]) -> Found<usize> {
    if dims.len() > MOST_AXES {
        return Err(sentence!(
            "a tensor of {count} axes has more than {most}",
            count = dims.len(),
            most = MOST_AXES
        ));
    }
    let product = dims
        .iter()
        .try_fold(1_usize, |product, side| product.checked_mul(*side.max(&1)));
    product
        .filter(|product| *product <= MOST_NUMBERS)
        .map(|product| if dims.contains(&0) { 0 } else { product })
        .ok_or_else(|| {
            sentence!(
                "a tensor of {dims} is more than {most} numbers",
                dims = written(dims),
                most = MOST_NUMBERS
            )
        })
}

/// An f32 as the shortest f64 that rounds to it: 0.2, not 0.20000000298.
pub(super) fn plainly(value: f32) -> f64 {
    value.to_string().parse().unwrap_or(f64::from(value))
}

impl Array {
    /// A tensor of these numbers, which must be as many as the dimensions say.
    pub fn new(dims: Vec<usize>, values: Vec<f32>) -> Found<Self> {
        if count(&dims)? != values.len() {
            return Err(sentence!(
                "a tensor of {dims} has {count} numbers",
                dims = written(&dims),
                count = values.len()
            ));
        }
        Ok(Self { dims, values })
    }

    /// A vector.
    pub fn vector(values: Vec<f32>) -> Self {
        Self {
            dims: vec![values.len()],
            values,
        }
    }

    /// A vector filled with one number.
    pub fn full(count: usize, value: f32) -> Self {
        Self::vector(vec![value; count])
    }

    /// The same numbers with other dimensions, which must be as many.
    pub fn reshaped(mut self, dims: &[usize]) -> Found<Self> {
        if count(dims)? != self.values.len() {
            return Err(sentence!(
                "a tensor of {dims} was to become {to}",
                dims = written(&self.dims),
                to = written(dims)
            ));
        }
        self.dims = dims.to_vec();
        Ok(self)
    }

    /// The axes in another order: axis `i` of the result is axis `axes[i]` of this one.
    pub fn permuted(&self, axes: &[usize]) -> Self {
        let strides = strides(&self.dims);
        let dims: Vec<usize> = axes.iter().map(|axis| self.dims[*axis]).collect();
        let steps: Vec<usize> = axes.iter().map(|axis| strides[*axis]).collect();
        let values = places(&dims, &steps).map(|place| self.values[place]);
        Self {
            values: values.collect(),
            dims,
        }
    }

    /// The slices along `axis` in another order: slice `i` of the result is slice `order[i]`.
    pub fn selected(&self, axis: usize, order: &[usize]) -> Self {
        let inner: usize = self.dims[axis + 1..].iter().product();
        let outer: usize = self.dims[..axis].iter().product();
        let side = self.dims[axis];
        let mut values = Vec::with_capacity(outer * order.len() * inner);
        for block in 0..outer {
            for slice in order {
                let start = (block * side + slice) * inner;
                values.extend_from_slice(&self.values[start..start + inner]);
            }
        }
        let mut dims = self.dims.clone();
        dims[axis] = order.len();
        Self { dims, values }
    }
}

/// The product with a matrix `[in, out]`, plus a bias, if there is one.
pub(super) fn matmul(
    table: &Array,
    matrix: &Array,
    bias: Option<&Array>,
    budget: &Budget,
) -> Found<Array> {
    let ([rows, inner], [other, out]) = (&table.dims[..], &matrix.dims[..]) else {
        return Err(sentence!("what is multiplied is no matrix"));
    };
    if inner != other || bias.is_some_and(|bias| bias.values.len() != *out) {
        return Err(sentence!(
            "{dims} is multiplied by {by}",
            dims = written(&table.dims),
            by = written(&matrix.dims)
        ));
    }
    budget.steps(&[*rows, *inner, *out])?;
    budget.numbers(count(&[*rows, *out])?)?;
    let mut values = Vec::with_capacity(rows * out);
    let mut sums = vec![0.0; *out];
    for row in 0..*rows {
        add_product(
            &mut sums,
            &table.values[row * inner..][..*inner],
            &matrix.values,
        );
        let bias = bias.map_or(&[][..], |bias| &bias.values);
        let bias = bias.iter().copied().chain(std::iter::repeat(0.0));
        values.extend(
            sums.iter()
                .zip(bias)
                .map(|(sum, b)| (sum + f64::from(b)) as f32),
        );
        sums.fill(0.0);
    }
    Array::new(vec![*rows, *out], values)
}

/// Adds the product of a row and a matrix to `sums`; the matrix has a row as long as `sums` for each
/// number of `row`.
pub(super) fn add_product(sums: &mut [f64], row: &[f32], matrix: &[f32]) {
    for (factor, weights) in row.iter().zip(matrix.chunks_exact(sums.len().max(1))) {
        let factor = f64::from(*factor);
        for (sum, weight) in sums.iter_mut().zip(weights) {
            *sum += factor * f64::from(*weight);
        }
    }
}

/// Applies an activation to every number; nothing where it is not supported here.
pub(super) fn activated(array: &Array, activation: &LayerSpec) -> Option<Array> {
    let apply: Box<dyn Fn(f32) -> f32> = match activation {
        LayerSpec::Relu(layers::Relu {}) => Box::new(|x| x.max(0.0)),
        LayerSpec::LeakyRelu(layers::LeakyRelu { slope }) => {
            let slope = *slope as f32;
            Box::new(move |x| if x < 0.0 { x * slope } else { x })
        }
        LayerSpec::Tanh(layers::Tanh {}) => Box::new(libm::tanhf),
        LayerSpec::Sigmoid(layers::Sigmoid {}) => Box::new(|x| 1.0 / (1.0 + libm::expf(-x))),
        LayerSpec::Silu(layers::Silu {}) => Box::new(|x| x / (1.0 + libm::expf(-x))),
        _ => return None,
    };
    let values = array.values.iter().map(|value| apply(*value)).collect();
    let dims = array.dims.clone();
    Some(Array { dims, values })
}

/// Row-major strides.
pub(super) fn strides(dims: &[usize]) -> Vec<usize> {
    let mut strides = vec![1; dims.len()];
    for axis in (1..dims.len()).rev() {
        strides[axis - 1] = strides[axis] * dims[axis];
    }
    strides
}

/// The places of a tensor's numbers, row by row, where a step along each axis moves by `steps`.
pub(super) fn places<'a>(
    dims: &'a [usize],
    steps: &'a [usize],
) -> impl Iterator<Item = usize> + 'a {
    let count = dims.iter().product();
    let mut index = vec![0; dims.len()];
    let mut place = 0;
    (0..count).map(move |_| {
        let current = place;
        for axis in (0..dims.len()).rev() {
            index[axis] += 1;
            place += steps[axis];
            if index[axis] < dims[axis] {
                break;
            }
            place -= steps[axis] * dims[axis];
            index[axis] = 0;
        }
        current
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turning_and_picking_move_whole_slices() {
        let array = Array::new(vec![2, 3], vec![1., 2., 3., 4., 5., 6.]).unwrap();
        let turned = array.permuted(&[1, 0]);
        assert_eq!(turned.dims, [3, 2]);
        assert_eq!(turned.values, [1., 4., 2., 5., 3., 6.]);
        assert_eq!(array.selected(1, &[2, 0]).values, [3., 1., 6., 4.]);
        assert!(Array::new(vec![usize::MAX, 2], vec![]).is_err());
    }

    #[test]
    fn rows_are_multiplied_within_the_budget() {
        let table = Array::new(vec![2, 3], vec![1., 2., 3., 4., 5., 6.]).unwrap();
        let matrix = Array::new(vec![3, 2], vec![1., 0., 0., 1., 2., 3.]).unwrap();
        let bias = Array::vector(vec![0.5, -0.5]);
        let product = matmul(&table, &matrix, Some(&bias), &Budget::default()).unwrap();
        assert_eq!(product.dims, [2, 2]);
        assert_eq!(product.values, [7.5, 10.5, 16.5, 22.5]);
        let product = matmul(&table, &matrix, None, &Budget::default()).unwrap();
        assert_eq!(product.values, [7., 11., 16., 23.]);
        let wide = Array::full(1 << 20, 0.0).reshaped(&[1, 1 << 20]).unwrap();
        let tall = wide.clone().reshaped(&[1 << 20, 1]).unwrap();
        assert!(matmul(&tall, &wide, None, &Budget::default()).is_err());
        let none = Array::new(vec![0, 3], vec![]).unwrap();
        assert_eq!(
            matmul(&none, &matrix, None, &Budget::default())
                .unwrap()
                .dims,
            [0, 2]
        );
    }

    #[test]
    fn half_floats_are_read() {
        assert_eq!(
            ElementType::F16.decode(&[0x00, 0x3c, 0x00, 0xc0]),
            [1.0, -2.0]
        );
        assert_eq!(ElementType::Bf16.decode(&[0x80, 0x3f]), [1.0]);
    }
}
