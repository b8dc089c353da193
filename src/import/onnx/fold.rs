//! Operators on constants, as the shapes that exporters compute in the graph.

use super::arithmetic::{alone, arithmetic, broadcast};
use super::constant::{Constant, Numbers};
use super::proto::Node;
use crate::import::array::{Found, count, places, strides};

/// Most numbers that are made of few.
pub(super) const MOST_MADE: usize = 1 << 22;

/// The result of `node` on constants, or nothing where it is not one that is folded.
pub(super) fn fold(node: &Node, inputs: &[Option<&Constant>]) -> Found<Option<Constant>> {
    let Some(Some(first)) = inputs.first() else {
        return Ok(None);
    };
    let second = inputs.get(1).copied().flatten();
    let sizes = |index: usize| inputs.get(index).copied().flatten().map(Constant::integers);
    Ok(Some(match node.operator.as_str() {
        "Identity" => (*first).clone(),
        "Cast" => cast(node, first),
        "Reshape" => {
            let target = sizes(1).ok_or("a reshape has no shape")?;
            reshaped(
                first,
                &resolve(&first.dims, &target, node.whole("allowzero", 0) != 0)?,
            )?
        }
        "Flatten" => {
            let split = (node.whole("axis", 1).max(0) as usize).min(first.dims.len());
            let (rows, columns) = first.dims.split_at(split);
            let dims = [rows.iter().product(), columns.iter().product()];
            reshaped(first, &dims)?
        }
        "Transpose" => {
            let reverse = || (0..first.dims.len() as i64).rev().collect();
            let axes = node.wholes("perm").map_or_else(reverse, <[i64]>::to_vec);
            let axes: Vec<usize> = axes.iter().map(|axis| (*axis).max(0) as usize).collect();
            if axes.len() != first.dims.len() || axes.iter().any(|axis| *axis >= axes.len()) {
                return Err(format!("{} has axes that are not there", node.title()));
            }
            let steps = strides(&first.dims);
            let dims: Vec<usize> = axes.iter().map(|axis| first.dims[*axis]).collect();
            let steps: Vec<usize> = axes.iter().map(|axis| steps[*axis]).collect();
            let all: Vec<usize> = places(&dims, &steps).collect();
            first.gathered(dims, all.into_iter())
        }
        "Unsqueeze" | "Squeeze" => {
            let axes = node
                .wholes("axes")
                .map(<[i64]>::to_vec)
                .or_else(|| sizes(1));
            let is_adding = node.operator == "Unsqueeze";
            reshaped(first, &squeezed(&first.dims, axes.as_deref(), is_adding)?)?
        }
        "Concat" => return concatenated(node, inputs),
        "Slice" => return sliced(node, first, &sizes).map(Some),
        "Gather" => {
            let Some(indices) = second else {
                return Ok(None);
            };
            gather(node, first, indices)?
        }
        "Expand" => {
            let target = sizes(1).ok_or("an expansion has no shape")?;
            broadcast(first, &target)?
        }
        "ConstantOfShape" => {
            let dims: Vec<usize> = first
                .integers()
                .iter()
                .map(|side| (*side).max(0) as usize)
                .collect();
            let count = count(&dims)?;
            if count > MOST_MADE {
                return Err(format!("{} makes {count} numbers", node.title()));
            }
            let value = node.tensor("value").map(Constant::of).transpose()?;
            match value.map(|value| value.numbers) {
                Some(Numbers::Whole(values)) => Constant {
                    dims,
                    numbers: Numbers::Whole(vec![values.first().copied().unwrap_or(0); count]),
                },
                Some(Numbers::Real(values)) => Constant {
                    dims,
                    numbers: Numbers::Real(vec![values.first().copied().unwrap_or(0.0); count]),
                },
                None => Constant {
                    dims,
                    numbers: Numbers::Real(vec![0.0; count]),
                },
            }
        }
        "Add" | "Sub" | "Mul" | "Div" | "Pow" => {
            let Some(second) = second else {
                return Ok(None);
            };
            arithmetic(node, first, second)?
        }
        "Neg" | "Sqrt" | "Floor" | "Ceil" | "Exp" | "Reciprocal" => alone(node, first),
        _ => return Ok(None),
    }))
}

fn cast(node: &Node, constant: &Constant) -> Constant {
    let numbers = if super::proto::is_whole(node.whole("to", 1) as i32) {
        Numbers::Whole(constant.integers())
    } else {
        Numbers::Real(constant.array().values)
    };
    Constant {
        dims: constant.dims.clone(),
        numbers,
    }
}

fn reshaped(constant: &Constant, dims: &[usize]) -> Found<Constant> {
    if count(dims)? != constant.len() {
        return Err("a constant changes its length in a reshape".to_owned());
    }
    Ok(Constant {
        dims: dims.to_vec(),
        numbers: constant.numbers.clone(),
    })
}

/// A reshape's target with 0 (as it was) and −1 (the rest) worked out.
pub(super) fn resolve(dims: &[usize], target: &[i64], zero_is_zero: bool) -> Found<Vec<usize>> {
    let all = count(dims)?;
    let side = |(axis, side): (usize, &i64)| match *side {
        0 if !zero_is_zero => dims.get(axis).copied(),
        -1 => Some(1),
        side => usize::try_from(side).ok(),
    };
    let wrong = || {
        format!(
            "{} cannot become {target:?}",
            crate::import::array::written(dims)
        )
    };
    let sides: Option<Vec<usize>> = target.iter().enumerate().map(side).collect();
    let mut sides = sides.ok_or_else(wrong)?;
    if let Some(rest) = target.iter().position(|side| *side == -1) {
        let known = count(&sides)?;
        sides[rest] = all.checked_div(known).ok_or_else(wrong)?;
    }
    if count(&sides)? == all {
        Ok(sides)
    } else {
        Err(wrong())
    }
}

/// Dimensions with axes of one added, or taken away; all of them where none are named.
pub(super) fn squeezed(dims: &[usize], axes: Option<&[i64]>, is_adding: bool) -> Found<Vec<usize>> {
    let wrong = || "an axis is squeezed that is not there".to_owned();
    let Some(axes) = axes else {
        return Ok(dims.iter().copied().filter(|side| *side != 1).collect());
    };
    let rank = if is_adding {
        dims.len() + axes.len()
    } else {
        dims.len()
    };
    let place = |axis: &i64| {
        let place = if *axis < 0 { axis + rank as i64 } else { *axis };
        usize::try_from(place).ok().filter(|place| *place < rank)
    };
    let axes: Option<Vec<usize>> = axes.iter().map(place).collect();
    let axes = axes.ok_or_else(wrong)?;
    if is_adding {
        let mut own = dims.iter().copied();
        let side = |axis| {
            if axes.contains(&axis) {
                Some(1)
            } else {
                own.next()
            }
        };
        return (0..rank)
            .map(side)
            .collect::<Option<Vec<_>>>()
            .ok_or_else(wrong);
    }
    if axes.iter().any(|axis| dims[*axis] != 1) {
        return Err(wrong());
    }
    let kept = dims
        .iter()
        .enumerate()
        .filter(|(axis, _)| !axes.contains(axis));
    Ok(kept.map(|(_, side)| *side).collect())
}

fn concatenated(node: &Node, inputs: &[Option<&Constant>]) -> Found<Option<Constant>> {
    let Some(inputs) = inputs.iter().copied().collect::<Option<Vec<&Constant>>>() else {
        return Ok(None);
    };
    if inputs.iter().any(|input| input.dims.len() > 1) {
        return Err(format!("{} joins constants of several axes", node.title()));
    }
    let are_whole = inputs
        .iter()
        .all(|input| matches!(input.numbers, Numbers::Whole(_)));
    Ok(Some(if are_whole {
        Constant::wholes(inputs.iter().flat_map(|input| input.integers()).collect())
    } else {
        let values: Vec<f32> = inputs
            .iter()
            .flat_map(|input| input.array().values)
            .collect();
        Constant {
            dims: vec![values.len()],
            numbers: Numbers::Real(values),
        }
    }))
}

/// Along each axis from a start by a step, as far as an end.
fn sliced(
    node: &Node,
    constant: &Constant,
    sizes: &impl Fn(usize) -> Option<Vec<i64>>,
) -> Found<Constant> {
    let given =
        |index: usize, name: &str| sizes(index).or_else(|| node.wholes(name).map(<[i64]>::to_vec));
    let wrong = || format!("{} cuts what is not there", node.title());
    let starts = given(1, "starts").ok_or_else(wrong)?;
    let ends = given(2, "ends").ok_or_else(wrong)?;
    let axes = given(3, "axes").unwrap_or_else(|| (0..starts.len() as i64).collect());
    let steps = given(4, "steps").unwrap_or_else(|| vec![1; starts.len()]);
    let mut result = constant.clone();
    for (((start, end), axis), step) in starts.iter().zip(&ends).zip(&axes).zip(&steps) {
        let rank = result.dims.len() as i64;
        let axis = if *axis < 0 { axis + rank } else { *axis };
        let axis = usize::try_from(axis)
            .ok()
            .filter(|axis| *axis < result.dims.len());
        let axis = axis.ok_or_else(wrong)?;
        let side = result.dims[axis] as i64;
        let from_end = |place: i64| {
            if place < 0 {
                place.saturating_add(side)
            } else {
                place
            }
        };
        let picked: Vec<usize> = match *step {
            1.. => {
                let (start, end) = (
                    from_end(*start).clamp(0, side),
                    from_end(*end).clamp(0, side),
                );
                (start..end.max(start))
                    .step_by(*step as usize)
                    .map(|place| place as usize)
                    .collect()
            }
            0 => return Err(wrong()),
            step => {
                let start = from_end(*start).clamp(-1, side - 1);
                let end = from_end(*end).clamp(-1, side - 1);
                let places = (end.min(start) + 1..=start).rev();
                places
                    .step_by(step.unsigned_abs() as usize)
                    .map(|place| place as usize)
                    .collect()
            }
        };
        let inner: usize = result.dims[axis + 1..].iter().product();
        let outer: usize = result.dims[..axis].iter().product();
        let mut places = Vec::with_capacity(outer * picked.len() * inner);
        for block in 0..outer {
            for slice in &picked {
                let first = (block * side as usize + slice) * inner;
                places.extend(first..first + inner);
            }
        }
        let mut dims = result.dims.clone();
        dims[axis] = picked.len();
        result = result.gathered(dims, places.into_iter());
    }
    Ok(result)
}

/// Slices along an axis, by constant indices.
fn gather(node: &Node, constant: &Constant, indices: &Constant) -> Found<Constant> {
    let axis = node.whole("axis", 0);
    let wrong = || format!("{} takes what is not there", node.title());
    if axis != 0 || constant.dims.is_empty() {
        return Err(wrong());
    }
    let side = constant.dims[0];
    let inner: usize = constant.dims[1..].iter().product();
    let mut all = Vec::new();
    for index in indices.integers() {
        let index = if index < 0 {
            index + side as i64
        } else {
            index
        };
        let index = usize::try_from(index)
            .ok()
            .filter(|index| *index < side)
            .ok_or_else(wrong)?;
        all.extend(index * inner..(index + 1) * inner);
    }
    let dims = [indices.dims.clone(), constant.dims[1..].to_vec()].concat();
    count(&dims)?;
    Ok(constant.gathered(dims, all.into_iter()))
}
