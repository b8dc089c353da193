//! Shapes as operators give them: with negative axes, and with sizes left open.

use crate::import::array::{MOST_AXES, count};
use crate::import::found::{Found, listed, written};
use crate::sentence::sentence;

/// The axis that `axis` is of `rank`: negative ones count from the end.
pub(super) fn axis(axis: i64, rank: usize) -> Found<usize> {
    let place = if axis < 0 {
        axis.checked_add_unsigned(rank as u64)
    } else {
        Some(axis)
    };
    let place = place.and_then(|place| usize::try_from(place).ok());
    place
        .filter(|place| *place < rank)
        .ok_or_else(|| sentence!("it has no axis {axis} of {rank}", axis, rank))
}

/// Axes, each of which may be named once.
pub(super) fn axes(named: &[i64], rank: usize) -> Found<Vec<usize>> {
    if named.len() > MOST_AXES {
        return Err(sentence!("it names {count} axes", count = named.len()));
    }
    let mut seen = vec![false; rank];
    named
        .iter()
        .map(|named| {
            let axis = axis(*named, rank)?;
            if std::mem::replace(&mut seen[axis], true) {
                return Err(sentence!("it names the axis {axis} twice", axis));
            }
            Ok(axis)
        })
        .collect()
}

/// All axes of `rank` in the order of a transposition; turned around where none is named.
pub(super) fn order(named: Option<&[i64]>, rank: usize) -> Found<Vec<usize>> {
    let Some(named) = named else {
        return Ok((0..rank).rev().collect());
    };
    if named.len() != rank {
        return Err(sentence!(
            "it orders {count} axes of {rank}: {list}",
            count = named.len(),
            rank,
            list = listed(named)
        ));
    }
    axes(named, rank)
}

/// Sides from a constant.
pub(super) fn sides(values: &[i64]) -> Found<Vec<usize>> {
    let sides = values.iter().map(|side| usize::try_from(*side).ok());
    let sides: Option<Vec<usize>> = sides.collect();
    sides.ok_or_else(|| sentence!("{list} is no shape", list = listed(values)))
}

/// The two sides that an operator flattens into, before `axis` and from it on.
pub(super) fn flattened(dims: &[usize], named: i64) -> Found<Vec<usize>> {
    // The axis may be one behind the last.
    let split = match named {
        end if usize::try_from(end) == Ok(dims.len()) => dims.len(),
        named => axis(named, dims.len())?,
    };
    let (rows, columns) = dims.split_at(split);
    Ok(vec![count(rows)?, count(columns)?])
}

/// A reshape's target with 0 (as it was, unless `zero_is_zero`) and −1 (the rest) worked out.
pub(super) fn resolve(dims: &[usize], target: &[i64], zero_is_zero: bool) -> Found<Vec<usize>> {
    let wrong = || {
        sentence!(
            "{dims} cannot become {list}",
            dims = written(dims),
            list = listed(target)
        )
    };
    let all = count(dims)?;
    let side = |(axis, side): (usize, &i64)| match *side {
        0 if !zero_is_zero => dims.get(axis).copied(),
        -1 => Some(1),
        side => usize::try_from(side).ok(),
    };
    let sides: Option<Vec<usize>> = target.iter().enumerate().map(side).collect();
    let mut sides = sides.ok_or_else(wrong)?;
    let mut open = (0..target.len()).filter(|axis| target[*axis] == -1);
    if let Some(rest) = open.next() {
        if open.next().is_some() {
            return Err(wrong());
        }
        sides[rest] = all.checked_div(count(&sides)?).ok_or_else(wrong)?;
    }
    if count(&sides)? == all {
        Ok(sides)
    } else {
        Err(wrong())
    }
}

/// Dimensions without axes of one: those that are named, or all.
pub(super) fn squeezed(dims: &[usize], named: Option<&[i64]>) -> Found<Vec<usize>> {
    let Some(named) = named else {
        return Ok(dims.iter().copied().filter(|side| *side != 1).collect());
    };
    let away = axes(named, dims.len())?;
    if away.iter().any(|axis| dims[*axis] != 1) {
        return Err(sentence!(
            "it takes the axes {list} from {dims}, which are more than 1",
            list = listed(named),
            dims = written(dims)
        ));
    }
    let kept = (0..dims.len()).filter(|axis| !away.contains(axis));
    Ok(kept.map(|axis| dims[axis]).collect())
}

/// Dimensions with axes of one added at the places that are named.
pub(super) fn unsqueezed(dims: &[usize], named: &[i64]) -> Found<Vec<usize>> {
    let added = axes(named, dims.len() + named.len())?;
    let mut own = dims.iter().copied();
    let rank = dims.len() + named.len();
    let side = |axis| {
        if added.contains(&axis) {
            Some(1)
        } else {
            own.next()
        }
    };
    Ok((0..rank).filter_map(side).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_named_once_and_from_either_end() {
        assert_eq!(axes(&[-1, 0], 4).unwrap(), [3, 0]);
        assert!(axes(&[4], 4).is_err() && axes(&[-5], 4).is_err());
        assert!(axes(&[i64::MIN], 4).is_err() && axes(&[i64::MAX], 4).is_err());
        assert!(axes(&[1, -3], 4).is_err());
        assert_eq!(order(None, 3).unwrap(), [2, 1, 0]);
        assert_eq!(order(Some(&[0, 3, 1, 2]), 4).unwrap(), [0, 3, 1, 2]);
        assert!(order(Some(&[0, 0]), 2).is_err() && order(Some(&[0]), 2).is_err());
        assert!(order(Some(&[-1, 0, 1]), 2).is_err());
    }

    #[test]
    fn reshapes_are_worked_out() {
        assert_eq!(
            resolve(&[1, 128], &[-1, 8, 4, 4], false).unwrap(),
            [1, 8, 4, 4]
        );
        assert_eq!(resolve(&[1, 8, 4], &[0, -1], false).unwrap(), [1, 32]);
        assert!(resolve(&[1, 8, 4], &[0, -1], true).is_err());
        assert!(resolve(&[1, 16], &[-1, -1], false).is_err());
        assert!(resolve(&[1, 16], &[1, 16, 0], false).is_err());
        assert!(resolve(&[1, 16], &[-2, 8], false).is_err());
    }

    #[test]
    fn axes_of_one_come_and_go() {
        assert_eq!(squeezed(&[1, 6, 1, 1], Some(&[2, -1])).unwrap(), [1, 6]);
        assert_eq!(squeezed(&[1, 6, 1], None).unwrap(), [6]);
        assert!(squeezed(&[1, 6], Some(&[1])).is_err());
        assert_eq!(unsqueezed(&[1, 6], &[2, 3]).unwrap(), [1, 6, 1, 1]);
        assert_eq!(unsqueezed(&[6], &[0, -1]).unwrap(), [1, 6, 1]);
        assert!(unsqueezed(&[6], &[1, 1]).is_err() && unsqueezed(&[6], &[5]).is_err());
    }

    #[test]
    fn flattening_splits_at_an_axis() {
        let dims = [2, 3, 4];
        assert_eq!(flattened(&dims, 1).unwrap(), [2, 12]);
        assert_eq!(flattened(&dims, -1).unwrap(), [6, 4]);
        assert_eq!(flattened(&dims, 0).unwrap(), [1, 24]);
        assert_eq!(flattened(&dims, 3).unwrap(), [24, 1]);
        assert!(flattened(&dims, 4).is_err() && flattened(&dims, -4).is_err());
    }
}
