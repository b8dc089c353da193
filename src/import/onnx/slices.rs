//! Concatenating, slicing and gathering constants.

use super::constant::{Constant, Numbers};
use super::fold::Folding;
use super::shapes::axis;
use crate::import::array::count;
use crate::import::found::Found;
use crate::sentence::sentence;

impl Folding<'_> {
    /// Vectors one behind the other.
    pub fn concatenated(&self) -> Found<Option<Constant>> {
        let Some(inputs) = self
            .inputs
            .iter()
            .copied()
            .collect::<Option<Vec<&Constant>>>()
        else {
            return Ok(None);
        };
        if inputs.iter().any(|input| input.dims.len() > 1) {
            return Err(sentence!("it joins constants of several axes"));
        }
        self.room(inputs.iter().map(|input| input.len()).sum())?;
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
    pub fn sliced(&self, constant: &Constant) -> Found<Constant> {
        let given = |index: usize, name: &str| {
            let attribute = || self.node.wholes(name).map(<[i64]>::to_vec);
            self.integers(index).or_else(attribute)
        };
        let starts =
            given(1, "starts").ok_or_else(|| sentence!("it does not say where it starts"))?;
        let ends = given(2, "ends").ok_or_else(|| sentence!("it does not say where it ends"))?;
        let axes = given(3, "axes").unwrap_or_else(|| (0..starts.len() as i64).collect());
        let steps = given(4, "steps").unwrap_or_else(|| vec![1; starts.len()]);
        if [ends.len(), axes.len(), steps.len()] != [starts.len(); 3] {
            return Err(sentence!(
                "it does not have a start, end, axis and step for each cut"
            ));
        }
        let mut result = constant.clone();
        for (((start, end), named), step) in starts.iter().zip(&ends).zip(&axes).zip(&steps) {
            let axis = axis(*named, result.dims.len())?;
            let side = result.dims[axis];
            self.budget.steps(&[side.saturating_add(1)])?;
            let picked = picked(side, *start, *end, *step)
                .ok_or_else(|| sentence!("it cuts by steps of 0"))?;
            let inner: usize = result.dims[axis + 1..].iter().product();
            let outer: usize = result.dims[..axis].iter().product();
            let mut dims = result.dims.clone();
            dims[axis] = picked.len();
            self.room(count(&dims)?)?;
            let places = (0..outer).flat_map(|block| {
                picked.iter().flat_map(move |slice| {
                    let first = (block * side + slice) * inner;
                    first..first + inner
                })
            });
            result = result.gathered(dims, places);
        }
        Ok(result)
    }

    /// Slices along the first axis, by constant indices.
    pub fn gather(&self, constant: &Constant, indices: &Constant) -> Found<Constant> {
        if axis(self.node.whole("axis", 0), constant.dims.len())? != 0 {
            return Err(sentence!(
                "it takes slices along another axis than the first"
            ));
        }
        let side = constant.dims[0];
        let inner: usize = constant.dims[1..].iter().product();
        let dims = [indices.dims.clone(), constant.dims[1..].to_vec()].concat();
        self.room(count(&dims)?)?;
        let slices = indices
            .integers()
            .into_iter()
            .map(|index| axis(index, side));
        let slices: Vec<usize> = slices
            .collect::<Found<_>>()
            .map_err(|_| sentence!("it takes a slice that is not among {side}", side))?;
        let places = slices
            .iter()
            .flat_map(|slice| slice * inner..(slice + 1) * inner);
        Ok(constant.gathered(dims, places))
    }
}

/// The places from `start` to before `end` by `step`, within `side`; nothing for a step of 0.
pub(super) fn picked(side: usize, start: i64, end: i64, step: i64) -> Option<Vec<usize>> {
    let side = i64::try_from(side).ok()?;
    let from_end = |place: i64| {
        if place < 0 {
            place.saturating_add(side)
        } else {
            place
        }
    };
    let stride = usize::try_from(step.unsigned_abs()).unwrap_or(usize::MAX);
    let places = |place: i64| place as usize;
    Some(match step {
        0 => return None,
        1.. => {
            let start = from_end(start).clamp(0, side);
            let end = from_end(end).clamp(start, side);
            (start..end).step_by(stride).map(places).collect()
        }
        _ => {
            let start = from_end(start).clamp(-1, side - 1);
            let end = from_end(end).clamp(-1, start.max(-1));
            (end + 1..=start)
                .rev()
                .step_by(stride)
                .map(places)
                .collect()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::picked;

    #[test]
    fn cuts_are_those_of_numpy() {
        for ((side, start, end, step), expected) in [
            ((5, 0, i64::MAX, 1), vec![0, 1, 2, 3, 4]),
            ((5, -2, i64::MAX, 1), vec![3, 4]),
            ((5, 1, -1, 2), vec![1, 3]),
            ((5, 3, 1, 1), vec![]),
            ((5, -1, i64::MIN, -1), vec![4, 3, 2, 1, 0]),
            ((5, i64::MAX, 0, -2), vec![4, 2]),
            ((5, i64::MIN, i64::MAX, i64::MAX), vec![0]),
            ((0, -1, i64::MIN, -1), vec![]),
        ] {
            assert_eq!(picked(side, start, end, step).unwrap(), expected);
        }
        assert_eq!(picked(5, 0, 5, 0), None);
    }
}
