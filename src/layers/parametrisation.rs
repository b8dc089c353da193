//! Weights that follow from other numbers, which are what is learnt.

use super::TensorSpec;
use super::affine::Affine;
use super::tensor_spec::Initial;
use super::{At, Run};
use crate::kernels::{Activation, Geometry};
use crate::ops::Ops;
use crate::spec::Initialiser;
use serde::{Deserialize, Serialize};

/// How a layer's weight follows from the numbers that are learnt.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Parametrisation {
    /// It is what is learnt.
    #[default]
    None,
    /// Divided by its largest singular value, which one power iteration a pass keeps track of (Miyato et
    /// al. 2018), as PyTorch's `spectral_norm`.
    SpectralNorm,
    /// Times 1 / √(fan in), and so best drawn with a deviation of 1 (Karras et al. 2018, section 4.1).
    EqualisedRate,
}

/// Below it a norm is not divided by, as in PyTorch's `normalize`.
const TINY: f64 = 1e-12;

impl Parametrisation {
    /// Whether a pass in training depends on those before it.
    pub(super) fn is_by_pass(self) -> bool {
        self == Self::SpectralNorm
    }

    /// What it keeps beside the weight as a matrix: the singular vectors on both sides.
    pub(super) fn tensors(self, [rows, columns]: [usize; 2]) -> Vec<TensorSpec> {
        if self != Self::SpectralNorm {
            return Vec::new();
        }
        let unit = |role, length: usize| TensorSpec {
            // About as long as a unit vector.
            initial: Initial::Weight {
                init: Initialiser::ScaledNormal { gain: 1.0 },
                fan_in: length,
                fan_out: length,
            },
            is_trained: false,
            ..TensorSpec::constant(role, vec![length], 0.0)
        };
        vec![unit("u", rows), unit("v", columns)]
    }
}

/// The weight of an affine layer. In training the power iteration goes on.
pub(crate) fn weight<T: Ops>(affine: &Affine, at: &At<'_, T>, run: Option<&mut Run<'_, T>>) -> T {
    let weight = at.tensors[0].clone();
    match affine.parametrisation {
        Parametrisation::None => weight,
        Parametrisation::EqualisedRate => weight.mul_scalar(1.0 / (affine.fan_in() as f64).sqrt()),
        Parametrisation::SpectralNorm => {
            let norm = spectral_norm(affine, at, run);
            weight.div(norm)
        }
    }
}

/// The largest singular value of the weight as a matrix.
fn spectral_norm<T: Ops>(affine: &Affine, at: &At<'_, T>, run: Option<&mut Run<'_, T>>) -> T {
    let matrix = matrix(affine, at.tensors[0].clone());
    let first = at.tensors.len() - 2;
    let [u, v] = [0, 1].map(|index| row(at.tensors[first + index].clone().constant()));
    let (u, v) = match run.filter(|run| run.groups.is_some()) {
        Some(run) => {
            let fixed = matrix.clone().constant();
            let v = unit(transposed_product(u, &fixed));
            let u = unit(product(v.clone(), &fixed));
            run.running
                .extend([(first, u.clone().plain()), (first + 1, v.clone().plain())]);
            (u, v)
        }
        None => (unit(u), unit(v)),
    };
    sum(product(v, &matrix).mul(u))
}

/// The weight as a matrix, `[rows, columns, 1, 1]`.
fn matrix<T: Ops>(affine: &Affine, weight: T) -> T {
    let weight = match affine.is_conv {
        true => weight,
        false => weight.permute([1, 0, 2, 3]),
    };
    let [rows, columns] = affine.matrix();
    weight.reshape([rows, columns, 1, 1])
}

/// Numbers in a row, as a sample of one.
fn row<T: Ops>(vector: T) -> T {
    let length = vector.dims().iter().product();
    vector.reshape([1, length, 1, 1])
}

/// The matrix times a vector.
fn product<T: Ops>(vector: T, matrix: &T) -> T {
    vector.conv(matrix, None, Geometry::LINEAR, Activation::Identity)
}

/// The transposed matrix times a vector.
fn transposed_product<T: Ops>(vector: T, matrix: &T) -> T {
    vector.conv_transpose(matrix, None, Geometry::LINEAR, Activation::Identity)
}

fn unit<T: Ops>(vector: T) -> T {
    let norm = sum(vector.clone().mul(vector.clone())).sqrt();
    vector.div(norm.add_scalar(TINY))
}

/// All numbers added, `[1, 1, 1, 1]`.
fn sum<T: Ops>(vector: T) -> T {
    let count: usize = vector.dims().iter().product();
    vector
        .reshape([1, 1, 1, count])
        .mean_rows()
        .mul_scalar(count as f64)
}
