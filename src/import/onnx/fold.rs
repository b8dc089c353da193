//! Constant folding, mostly of the shapes that exporters compute in the graph.

use super::constant::{Constant, Numbers};
use super::proto::{Node, is_whole};
use super::shapes::{flattened, order, resolve, sides, squeezed, unsqueezed};
use crate::import::array::{count, places, strides};
use crate::import::budget::Budget;
use crate::import::found::Found;
use crate::sentence::sentence;

/// The element type `BOOL`.
const BOOL: i64 = 9;

/// An operator on constants that is about to be folded.
pub(super) struct Folding<'a> {
    pub node: &'a Node,
    pub inputs: &'a [Option<&'a Constant>],
    pub budget: &'a Budget,
}

impl Folding<'_> {
    /// The result, or nothing where this is not an operator that is folded.
    pub fn result(&self) -> Found<Option<Constant>> {
        let Some(Some(first)) = self.inputs.first() else {
            return Ok(None);
        };
        self.budget.steps(&[self.given()])?;
        let node = self.node;
        Ok(Some(match node.operator.as_str() {
            "Identity" => self.reshaped(first, first.dims.clone())?,
            "Cast" => self.cast(first)?,
            "Reshape" => {
                let attribute = || node.wholes("shape").map(<[i64]>::to_vec);
                let target = self.integers(1).or_else(attribute);
                let target = target.ok_or_else(|| sentence!("it has no shape"))?;
                let dims = resolve(&first.dims, &target, node.whole("allowzero", 0) != 0)?;
                self.reshaped(first, dims)?
            }
            "Flatten" => self.reshaped(first, flattened(&first.dims, node.whole("axis", 1))?)?,
            "Transpose" => self.transposed(first)?,
            "Squeeze" => {
                let axes = self.axes();
                self.reshaped(first, squeezed(&first.dims, axes.as_deref())?)?
            }
            "Unsqueeze" => {
                let axes = self.axes().ok_or_else(|| sentence!("it names no axes"))?;
                self.reshaped(first, unsqueezed(&first.dims, &axes)?)?
            }
            "Concat" => return self.concatenated(),
            "Slice" => self.sliced(first)?,
            "Gather" => match self.input(1) {
                Some(indices) => self.gather(first, indices)?,
                None => return Ok(None),
            },
            "Expand" => {
                let target = self
                    .integers(1)
                    .ok_or_else(|| sentence!("it has no shape"))?;
                self.broadcast(first, &sides(&target)?)?
            }
            "ConstantOfShape" => self.filled(first)?,
            "Where" => match (self.input(1), self.input(2)) {
                (Some(one), Some(other)) => self.chosen(first, one, other)?,
                _ => return Ok(None),
            },
            "Mod" if !self.are_whole() => return Ok(None),
            "Add" | "Sub" | "Mul" | "Div" | "Mod" | "Pow" | "Equal" => match self.input(1) {
                Some(second) => self.arithmetic(first, second)?,
                None => return Ok(None),
            },
            "Neg" | "Sqrt" | "Floor" | "Ceil" | "Exp" | "Reciprocal" => self.alone(first)?,
            _ => return Ok(None),
        }))
    }

    fn are_whole(&self) -> bool {
        let mut inputs = self.inputs.iter().flatten();
        inputs.all(|input| matches!(input.numbers, Numbers::Whole(_)))
    }

    pub fn input(&self, index: usize) -> Option<&Constant> {
        self.inputs.get(index).copied().flatten()
    }

    /// An input's numbers as whole ones.
    pub fn integers(&self, index: usize) -> Option<Vec<i64>> {
        self.input(index).map(Constant::integers)
    }

    /// Axes: an attribute up to operators 12, an input since.
    fn axes(&self) -> Option<Vec<i64>> {
        let attribute = self.node.wholes("axes").map(<[i64]>::to_vec);
        attribute.or_else(|| self.integers(1))
    }

    fn given(&self) -> usize {
        self.inputs.iter().flatten().map(|input| input.len()).sum()
    }

    /// Takes the room for a result of `count` numbers.
    pub fn room(&self, count: usize) -> Found<()> {
        self.budget.made(count, self.given())?;
        self.budget.steps(&[count])
    }

    fn reshaped(&self, constant: &Constant, dims: Vec<usize>) -> Found<Constant> {
        self.room(constant.len())?;
        if count(&dims)? != constant.len() {
            return Err(sentence!("a constant changes its length"));
        }
        Ok(Constant {
            dims,
            numbers: constant.numbers.clone(),
        })
    }

    fn cast(&self, constant: &Constant) -> Found<Constant> {
        self.room(constant.len())?;
        let to = self.node.element_type();
        let numbers = match (&constant.numbers, to) {
            (Numbers::Real(values), BOOL) => Numbers::Whole(
                values
                    .iter()
                    .map(|value| i64::from(*value != 0.0))
                    .collect(),
            ),
            (Numbers::Whole(values), BOOL) => {
                Numbers::Whole(values.iter().map(|value| i64::from(*value != 0)).collect())
            }
            (_, to) if is_whole(to as i32) => Numbers::Whole(constant.integers()),
            _ => Numbers::Real(constant.array().values),
        };
        Ok(Constant {
            dims: constant.dims.clone(),
            numbers,
        })
    }

    fn transposed(&self, constant: &Constant) -> Found<Constant> {
        self.room(constant.len())?;
        let axes = order(self.node.wholes("perm"), constant.dims.len())?;
        let steps = strides(&constant.dims);
        let dims: Vec<usize> = axes.iter().map(|axis| constant.dims[*axis]).collect();
        let steps: Vec<usize> = axes.iter().map(|axis| steps[*axis]).collect();
        Ok(constant.gathered(dims.clone(), places(&dims, &steps)))
    }

    /// A constant of one number, again and again.
    fn filled(&self, shape: &Constant) -> Found<Constant> {
        let dims = sides(&shape.integers())?;
        let count = count(&dims)?;
        self.room(count)?;
        let value = self.node.tensor("value").map(Constant::of).transpose()?;
        let numbers = match value.map(|value| value.numbers) {
            Some(Numbers::Whole(values)) => {
                Numbers::Whole(vec![values.first().copied().unwrap_or(0); count])
            }
            Some(Numbers::Real(values)) => {
                Numbers::Real(vec![values.first().copied().unwrap_or(0.0); count])
            }
            None => Numbers::Real(vec![0.0; count]),
        };
        Ok(Constant { dims, numbers })
    }
}
