//! Arithmetic on constants.

use super::constant::{Constant, Numbers};
use super::fold::MOST_MADE;
use super::proto::Node;
use crate::import::array::{Found, count, places, strides};

pub(super) fn broadcast(constant: &Constant, target: &[i64]) -> Found<Constant> {
    let target: Vec<usize> = target.iter().map(|side| (*side).max(0) as usize).collect();
    let dims = common(&constant.dims, &target)?;
    if count(&dims)? > MOST_MADE {
        return Err(format!(
            "a constant is spread over {} numbers",
            count(&dims)?
        ));
    }
    let steps = spread(&constant.dims, &dims);
    let all: Vec<usize> = places(&dims, &steps).collect();
    Ok(constant.gathered(dims.clone(), all.into_iter()))
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
            _ => Err("two constants do not fit each other".to_owned()),
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

pub(super) fn arithmetic(node: &Node, first: &Constant, second: &Constant) -> Found<Constant> {
    let dims = common(&first.dims, &second.dims)?;
    count(&dims)?;
    let (one, other) = (spread(&first.dims, &dims), spread(&second.dims, &dims));
    let pairs: Vec<(usize, usize)> = places(&dims, &one).zip(places(&dims, &other)).collect();
    let operator = node.operator.as_str();
    if let (Numbers::Whole(first), Numbers::Whole(second)) = (&first.numbers, &second.numbers) {
        let compute = |(i, j): (usize, usize)| {
            let (a, b) = (first[i], second[j]);
            match operator {
                "Add" => a.checked_add(b),
                "Sub" => a.checked_sub(b),
                "Mul" => a.checked_mul(b),
                "Div" => a.checked_div(b),
                _ => u32::try_from(b).ok().and_then(|b| a.checked_pow(b)),
            }
        };
        let values: Option<Vec<i64>> = pairs.into_iter().map(compute).collect();
        let values = values.ok_or_else(|| format!("{} overflows", node.title()))?;
        return Ok(Constant {
            dims,
            numbers: Numbers::Whole(values),
        });
    }
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
    let values = pairs.into_iter().map(compute).collect();
    Ok(Constant {
        dims,
        numbers: Numbers::Real(values),
    })
}

pub(super) fn alone(node: &Node, constant: &Constant) -> Constant {
    let numbers = match (&constant.numbers, node.operator.as_str()) {
        (Numbers::Whole(values), "Neg") => {
            Numbers::Whole(values.iter().map(|value| value.wrapping_neg()).collect())
        }
        (_, operator) => Numbers::Real(
            constant
                .array()
                .values
                .into_iter()
                .map(|value| match operator {
                    "Neg" => -value,
                    "Sqrt" => value.sqrt(),
                    "Floor" => value.floor(),
                    "Ceil" => value.ceil(),
                    "Exp" => libm::expf(value),
                    _ => 1.0 / value,
                })
                .collect(),
        ),
    };
    Constant {
        dims: constant.dims.clone(),
        numbers,
    }
}
