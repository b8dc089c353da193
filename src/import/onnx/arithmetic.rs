//! Arithmetic on constants.

use super::constant::{Constant, Numbers};
use super::fold::Folding;
use crate::import::array::{count, places, strides};
use crate::import::found::{Found, written};
use crate::sentence::sentence;

impl Folding<'_> {
    /// A constant spread over the shape that it and `target` are broadcast to.
    pub fn broadcast(&self, constant: &Constant, target: &[usize]) -> Found<Constant> {
        let dims = common(&constant.dims, target)?;
        self.room(count(&dims)?)?;
        let steps = spread(&constant.dims, &dims);
        Ok(constant.gathered(dims.clone(), places(&dims, &steps)))
    }

    pub fn arithmetic(&self, first: &Constant, second: &Constant) -> Found<Constant> {
        let dims = common(&first.dims, &second.dims)?;
        self.room(count(&dims)?)?;
        let (one, other) = (spread(&first.dims, &dims), spread(&second.dims, &dims));
        let pairs = places(&dims, &one).zip(places(&dims, &other));
        let operator = self.node.operator.as_str();
        let numbers = match (&first.numbers, &second.numbers) {
            (Numbers::Whole(first), Numbers::Whole(second)) => {
                let compute = |(i, j): (usize, usize)| {
                    let (a, b) = (first[i], second[j]);
                    match operator {
                        "Add" => a.checked_add(b),
                        "Sub" => a.checked_sub(b),
                        "Mul" => a.checked_mul(b),
                        "Div" => a.checked_div(b),
                        "Mod" => (b > 0).then(|| a.rem_euclid(b)),
                        "Equal" => Some(i64::from(a == b)),
                        _ => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
                    }
                };
                let values: Option<Vec<i64>> = pairs.map(compute).collect();
                Numbers::Whole(values.ok_or_else(|| sentence!("its integers overflow"))?)
            }
            _ => {
                let (first, second) = (first.array().values, second.array().values);
                let compute = |(i, j): (usize, usize)| {
                    let (a, b) = (first[i], second[j]);
                    match operator {
                        "Add" => a + b,
                        "Sub" => a - b,
                        "Mul" => a * b,
                        "Div" => a / b,
                        _ => libm::powf(a, b),
                    }
                };
                match operator {
                    "Equal" => {
                        let are_equal = |(i, j): (usize, usize)| i64::from(first[i] == second[j]);
                        Numbers::Whole(pairs.map(are_equal).collect())
                    }
                    _ => Numbers::Real(pairs.map(compute).collect()),
                }
            }
        };
        Ok(Constant { dims, numbers })
    }

    /// Whole numbers of two constants of one shape, each by a condition, as shapes are worked out.
    pub fn chosen(&self, is: &Constant, one: &Constant, other: &Constant) -> Found<Constant> {
        if is.dims != one.dims || is.dims != other.dims {
            return Err(sentence!(
                "constants of {dims} and {other} do not fit each other",
                dims = written(&one.dims),
                other = written(&other.dims)
            ));
        }
        self.room(is.len())?;
        let pairs = one.integers().into_iter().zip(other.integers());
        let values = is.integers().into_iter().zip(pairs);
        let values = values.map(|(is, (one, other))| if is == 0 { other } else { one });
        Ok(Constant {
            dims: is.dims.clone(),
            numbers: Numbers::Whole(values.collect()),
        })
    }

    pub fn alone(&self, constant: &Constant) -> Found<Constant> {
        self.room(constant.len())?;
        let compute = |value: f32| match self.node.operator.as_str() {
            "Neg" => -value,
            "Sqrt" => value.sqrt(),
            "Floor" => value.floor(),
            "Ceil" => value.ceil(),
            "Exp" => libm::expf(value),
            _ => 1.0 / value,
        };
        let numbers = match (&constant.numbers, self.node.operator.as_str()) {
            (Numbers::Whole(values), "Neg") => {
                Numbers::Whole(values.iter().map(|value| value.wrapping_neg()).collect())
            }
            _ => Numbers::Real(constant.array().values.into_iter().map(compute).collect()),
        };
        Ok(Constant {
            dims: constant.dims.clone(),
            numbers,
        })
    }
}

/// The shape that two shapes are broadcast to.
fn common(first: &[usize], second: &[usize]) -> Found<Vec<usize>> {
    let rank = first.len().max(second.len());
    let side = |dims: &[usize], axis: usize| {
        (axis + dims.len())
            .checked_sub(rank)
            .map_or(1, |axis| dims[axis])
    };
    (0..rank)
        .map(|axis| match (side(first, axis), side(second, axis)) {
            (one, other) if one == other || other == 1 => Ok(one),
            (1, other) => Ok(other),
            _ => Err(sentence!(
                "constants of {dims} and {other} do not fit each other",
                dims = written(first),
                other = written(second)
            )),
        })
        .collect()
}

/// The steps of a tensor of `dims` along the axes of `wide`.
fn spread(dims: &[usize], wide: &[usize]) -> Vec<usize> {
    let own = strides(dims);
    let skipped = wide.len() - dims.len();
    (0..wide.len())
        .map(|axis| match axis.checked_sub(skipped) {
            Some(axis) if dims[axis] != 1 => own[axis],
            _ => 0,
        })
        .collect()
}
