//! Normalisations that are written out: a value, or its distance from a mean, divided by the root of a
//! mean square.

use super::constant::Constant;
use super::patterns::{Pattern, Search};
use super::proto::Node;
use crate::import::array::plainly;
use crate::layers::{self, LayerSpec};

/// What a layer adds to a mean square where a file adds nothing: only 0 is not divided by 0.
const NO_EPSILON: f32 = 1e-20;

/// A pattern's operators as they are found, from its end to its beginning.
struct Found<'a, 'b> {
    search: &'b Search<'a>,
    parts: Vec<usize>,
}

impl<'a> Found<'a, '_> {
    /// The operator of this kind that gives a value.
    fn maker(&mut self, name: &str, operator: &str) -> Option<&'a Node> {
        let index = *self.search.makers.get(name)?;
        let node = &self.search.graph.nodes[index];
        if node.operator != operator {
            return None;
        }
        if !self.parts.contains(&index) {
            self.parts.push(index);
        }
        Some(node)
    }

    /// What the value is the square of.
    fn square(&mut self, name: &str) -> Option<&'a str> {
        if let Some(product) = self.maker(name, "Mul") {
            let factor = product.input(0)?;
            return (product.input(1) == Some(factor)).then_some(factor);
        }
        let power = self.maker(name, "Pow")?;
        let is_square = self.search.number(power.input(1)?) == Some(2.0);
        power.input(0).filter(|_| is_square)
    }

    /// What the value is the mean of, and along which axes.
    fn mean(&mut self, name: &str) -> Option<(&'a str, Vec<i64>)> {
        if let Some(mean) = self.maker(name, "GlobalAveragePool") {
            return Some((mean.input(0)?, vec![2, 3]));
        }
        let mean = self.maker(name, "ReduceMean")?;
        if mean.whole("keepdims", 1) == 0 {
            return None;
        }
        let named = match mean.input(1) {
            Some(axes) => self.search.wholes(axes)?,
            None => mean.wholes("axes")?.to_vec(),
        };
        let mut axes: Vec<i64> = named
            .into_iter()
            .map(|axis| if axis < 0 { axis + 4 } else { axis })
            .collect();
        axes.sort_unstable();
        Some((mean.input(0)?, axes))
    }

    /// What the value is the root of: what, plus how much.
    fn root(&mut self, name: &str) -> Option<(&'a str, f32)> {
        let root = match self.maker(name, "Sqrt") {
            Some(root) => root,
            None => {
                let power = self.maker(name, "Pow")?;
                let is_root = self.search.number(power.input(1)?) == Some(0.5);
                is_root.then_some(power)?
            }
        };
        self.sum(root.input(0)?)
    }

    /// What a value is, and what is added to it: nothing, where an exporter left it out.
    fn sum(&mut self, name: &'a str) -> Option<(&'a str, f32)> {
        let Some(sum) = self.maker(name, "Add") else {
            return Some((name, NO_EPSILON));
        };
        let (first, second) = (sum.input(0)?, sum.input(1)?);
        match (self.search.number(first), self.search.number(second)) {
            (None, Some(epsilon)) => Some((first, epsilon)),
            (Some(epsilon), None) => Some((second, epsilon)),
            _ => None,
        }
    }

    /// What the end multiplies by one over the root of.
    fn inverse_root(&mut self, name: &str) -> Option<(&'a str, f32)> {
        if let Some(inverse) = self.maker(name, "Reciprocal") {
            return self.root(inverse.input(0)?);
        }
        if let Some(quotient) = self.maker(name, "Div") {
            let is_inverse = self.search.number(quotient.input(0)?) == Some(1.0);
            return self.root(quotient.input(1).filter(|_| is_inverse)?);
        }
        let power = self.maker(name, "Pow")?;
        let is_inverse = self.search.number(power.input(1)?) == Some(-0.5);
        self.sum(power.input(0).filter(|_| is_inverse)?)
    }
}

impl<'a> Search<'a> {
    /// A normalisation that ends with the operator at `index`.
    pub fn norm(&self, index: usize) -> Option<Pattern<'a>> {
        let end = &self.graph.nodes[index];
        let (first, second) = (end.input(0)?, end.input(1)?);
        if end.operator == "Div" {
            return self.normalised(index, first, |found| found.root(second));
        }
        let one = self.normalised(index, first, |found| found.inverse_root(second));
        one.or_else(|| self.normalised(index, second, |found| found.inverse_root(first)))
    }

    fn normalised(
        &self,
        end: usize,
        value: &'a str,
        divisor: impl FnOnce(&mut Found<'a, '_>) -> Option<(&'a str, f32)>,
    ) -> Option<Pattern<'a>> {
        let mut found = Found {
            search: self,
            parts: Vec::new(),
        };
        let (variance, epsilon) = divisor(&mut found)?;
        let (square, axes) = found.mean(variance)?;
        let base = found.square(square)?;
        let epsilon = plainly(epsilon);
        let (layer, source): (LayerSpec, _) = if base == value {
            match axes[..] {
                [1] => (layers::PixelNorm { epsilon }.into(), value),
                _ => self.centred(&mut found, value, &axes, epsilon)?,
            }
        } else {
            // The distance from the mean is written twice.
            let (layer, source) = self.centred(&mut found, value, &axes, epsilon)?;
            let again = self.centred(&mut found, base, &axes, epsilon)?;
            (again == (layer.clone(), source)).then_some((layer, source))?
        };
        let is_inner = |user: &usize| *user == end || found.parts.contains(user);
        let stays = found.parts.iter().all(|part| {
            let outputs = self.graph.nodes[*part].outputs.iter();
            let users = outputs.filter_map(|output| self.consumers.get(output.as_str()));
            users.flatten().all(is_inner)
        });
        stays.then_some((layer, source, found.parts, end))
    }

    /// The norm of a value whose mean was taken from it.
    fn centred(
        &self,
        found: &mut Found<'a, '_>,
        value: &str,
        axes: &[i64],
        epsilon: f64,
    ) -> Option<(LayerSpec, &'a str)> {
        let difference = found.maker(value, "Sub")?;
        let source = difference.input(0)?;
        let (base, own) = found.mean(difference.input(1)?)?;
        let is_same = base == source && own == axes && axes == [2, 3];
        is_same.then_some((layers::InstanceNorm { epsilon }.into(), source))
    }

    /// A constant of whole numbers.
    fn wholes(&self, name: &str) -> Option<Vec<i64>> {
        let tensor = self
            .graph
            .constants
            .iter()
            .find(|tensor| tensor.name == name);
        let given = self.makers.get(name).map(|index| &self.graph.nodes[*index]);
        let constant = match (tensor, given) {
            (Some(tensor), _) => Constant::of(tensor).ok()?,
            (None, Some(node)) if node.operator == "Constant" => Constant::given(node).ok()?,
            _ => return None,
        };
        Some(constant.integers())
    }
}
