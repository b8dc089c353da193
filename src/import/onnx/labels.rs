//! Work on a label's features alone, which is done on their table.

use super::constant::Constant;
use super::graph::Walk;
use super::operators::optional;
use super::proto::Node;
use super::shapes::axis;
use super::slices::picked;
use super::value::Value;
use crate::import::array::Array;
use crate::import::found::{Found, listed, written};
use crate::sentence::{Sentence, sentence};
use std::rc::Rc;

impl Walk<'_> {
    /// Arithmetic with a constant: one number, or one for each feature.
    pub fn embedding_by(
        &self,
        operator: &str,
        table: &Array,
        dims: &[usize],
        constant: &Constant,
        is_reversed: bool,
    ) -> Found<Value> {
        let features = table.dims[1];
        let numbers = constant.array().values;
        if numbers.len() != 1 && numbers.len() != features {
            return Err(sentence!(
                "its constant of {dims} is not one number a channel",
                dims = written(&constant.dims)
            ));
        }
        self.draft.budget.numbers(table.values.len())?;
        let work = |(value, number): (&f32, &f32)| match (operator, is_reversed) {
            ("Add", _) => value + number,
            ("Sub", false) => value - number,
            ("Sub", true) => number - value,
            ("Mul", _) => value * number,
            _ => value / number,
        };
        let values = table.values.iter().zip(numbers.iter().cycle()).map(work);
        let table = Rc::new(Array {
            values: values.collect(),
            dims: table.dims.clone(),
        });
        Ok(Value::Embedding {
            table,
            dims: dims.to_vec(),
        })
    }

    /// Some of a label's features.
    pub fn slice_embedding(
        &self,
        node: &Node,
        inputs: &[Option<Value>],
        table: &Array,
        dims: &[usize],
    ) -> Found<Value> {
        let given = |index: usize, name: &str| {
            let attribute = || node.wholes(name).map(<[i64]>::to_vec);
            let input = optional(inputs, index)?.map(|constant| constant.integers());
            let values = input.or_else(attribute);
            Ok::<_, Sentence>(
                values
                    .filter(|values| values.len() == 1)
                    .map(|values| values[0]),
            )
        };
        let (start, end, along) = (given(1, "starts")?, given(2, "ends")?, given(3, "axes")?);
        let step = given(4, "steps")?.unwrap_or(1);
        let features = table.dims[1];
        let along = axis(along.unwrap_or(0), dims.len())?;
        let places = match (start, end) {
            (Some(start), Some(end)) if dims[along] == features => {
                picked(features, start, end, step)
            }
            _ => None,
        };
        let Some(places) = places.filter(|places| !places.is_empty()) else {
            return Err(sentence!(
                "it works on a label's features, which Ganvas does not support"
            ));
        };
        self.draft.budget.numbers(table.dims[0] * places.len())?;
        let mut dims = dims.to_vec();
        dims[along] = places.len();
        Ok(Value::Embedding {
            table: Rc::new(table.selected(1, &places)),
            dims,
        })
    }

    /// The parts that a label's features are split into.
    pub fn split_embedding(
        &self,
        node: &Node,
        inputs: &[Option<Value>],
        table: &Array,
        dims: &[usize],
    ) -> Found<Vec<Value>> {
        let features = table.dims[1];
        let along = axis(node.whole("axis", 0), dims.len())?;
        let count = node.outputs.len().max(1);
        let stated = optional(inputs, 1)?.map(|sizes| sizes.integers());
        let stated = stated.or_else(|| node.wholes("split").map(<[i64]>::to_vec));
        let sizes = stated.unwrap_or_else(|| vec![(features / count) as i64; count]);
        let whole: Option<Vec<usize>> = sizes
            .iter()
            .map(|size| usize::try_from(*size).ok())
            .collect();
        let whole = whole.filter(|sizes| {
            sizes.len() == count
                && sizes
                    .iter()
                    .try_fold(0_usize, |all, size| all.checked_add(*size))
                    == Some(features)
        });
        let Some(sizes) = whole.filter(|_| dims.get(along) == Some(&features)) else {
            return Err(sentence!(
                "it splits {side} into {list}",
                side = features,
                list = listed(&sizes)
            ));
        };
        let mut start = 0;
        let parts = sizes.into_iter().map(|size| {
            let order: Vec<usize> = (start..start + size).collect();
            start += size;
            self.draft.budget.numbers(table.dims[0] * size)?;
            let mut dims = dims.to_vec();
            dims[along] = size;
            Ok(Value::Embedding {
                table: Rc::new(table.selected(1, &order)),
                dims,
            })
        });
        parts.collect()
    }
}
