//! Activations that exporters write as several operators.

use super::constant::Constant;
use super::proto::{Graph, Node, Tensor};
use crate::layers::{self, LayerSpec};
use std::collections::{HashMap, HashSet};

/// Operators that together are an activation.
#[derive(Debug, Default)]
pub(super) struct Patterns<'a> {
    /// The last operator of each, with the value that the activation takes.
    pub ends: HashMap<usize, (LayerSpec, &'a str)>,
    /// All others, which do nothing by themselves.
    pub inner: HashSet<usize>,
}

pub(super) fn patterns<'a>(graph: &'a Graph, needed: &HashSet<usize>) -> Patterns<'a> {
    let mut consumers: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, node) in graph.nodes.iter().enumerate() {
        if needed.contains(&index) {
            for input in &node.inputs {
                consumers.entry(input).or_default().push(index);
            }
        }
    }
    let search = Search::new(graph, consumers);
    let mut patterns = Patterns::default();
    for (index, node) in graph.nodes.iter().enumerate() {
        let found = match node.operator.as_str() {
            "Sigmoid" => search.silu(index),
            "Div" | "Mul" => search.gelu(index).or_else(|| search.norm(index)),
            _ => None,
        };
        if let Some((layer, source, parts, end)) = found {
            patterns.inner.extend(parts);
            patterns.ends.insert(end, (layer, source));
        }
    }
    patterns
}

pub(super) struct Search<'a> {
    pub graph: &'a Graph,
    pub consumers: HashMap<&'a str, Vec<usize>>,
    /// The operator that gives a value.
    pub makers: HashMap<&'a str, usize>,
    /// Tensors of one number.
    numbers: HashMap<&'a str, &'a Tensor>,
}

pub(super) type Pattern<'a> = (LayerSpec, &'a str, Vec<usize>, usize);

impl<'a> Search<'a> {
    fn new(graph: &'a Graph, consumers: HashMap<&'a str, Vec<usize>>) -> Self {
        let mut makers = HashMap::new();
        let mut numbers = HashMap::new();
        let is_one = |tensor: &Tensor| tensor.dims.iter().all(|side| *side == 1);
        for (index, node) in graph.nodes.iter().enumerate() {
            if let Some(output) = node.outputs.first() {
                makers.entry(output.as_str()).or_insert(index);
                if node.operator == "Constant"
                    && let Some(tensor) = node.tensor("value").filter(|tensor| is_one(tensor))
                {
                    numbers.entry(output.as_str()).or_insert(tensor);
                }
            }
        }
        for tensor in graph.constants.iter().filter(|tensor| is_one(tensor)) {
            numbers.insert(tensor.name.as_str(), tensor);
        }
        Self {
            graph,
            consumers,
            makers,
            numbers,
        }
    }

    /// The only operator that takes what `index` gives.
    fn next(&self, index: usize) -> Option<(usize, &'a Node)> {
        let output = self.graph.nodes[index].outputs.first()?;
        match self.consumers.get(output.as_str())?[..] {
            [next] => Some((next, &self.graph.nodes[next])),
            _ => None,
        }
    }

    /// x·sigmoid(x).
    fn silu(&self, index: usize) -> Option<Pattern<'a>> {
        let source = self.graph.nodes[index].input(0)?;
        let (end, last) = self.next(index)?;
        let takes_both = last.operator == "Mul" && last.inputs.iter().any(|input| input == source);
        takes_both.then(|| (LayerSpec::Silu(layers::Silu {}), source, vec![index], end))
    }

    /// x·(erf(x / √2) + 1)·½, in the orders in which the factors may stand.
    fn gelu(&self, index: usize) -> Option<Pattern<'a>> {
        let first = &self.graph.nodes[index];
        let source = first.input(0)?;
        let factor = self.number(first.input(1)?)?;
        let wanted = if first.operator == "Div" {
            2_f32.sqrt()
        } else {
            0.5_f32.sqrt()
        };
        if (factor - wanted).abs() > 1e-4 {
            return None;
        }
        let (second, erf) = self.next(index)?;
        if erf.operator != "Erf" {
            return None;
        }
        let (third, add) = self.next(second)?;
        let one = add.inputs.iter().find_map(|input| self.number(input))?;
        if add.operator != "Add" || one != 1.0 {
            return None;
        }
        let (fourth, product) = self.next(third)?;
        let own = &self.graph.nodes[third].outputs[0];
        let other = product.inputs.iter().find(|input| *input != own)?;
        if product.operator != "Mul" {
            return None;
        }
        let inner = vec![index, second, third];
        if other == source {
            let (end, half) = self.next(fourth)?;
            let factor = half.inputs.iter().find_map(|input| self.number(input))?;
            let is_half = half.operator == "Mul" && factor == 0.5;
            let inner = [inner, vec![fourth]].concat();
            return is_half.then_some((LayerSpec::Gelu(layers::Gelu {}), source, inner, end));
        }
        // (½·x)·(…), where the half is taken first.
        let place = *self.makers.get(other.as_str())?;
        let half = &self.graph.nodes[place];
        let is_half = half.operator == "Mul"
            && half.inputs.iter().any(|input| input == source)
            && half.inputs.iter().find_map(|input| self.number(input)) == Some(0.5);
        let inner = [inner, vec![place]].concat();
        is_half.then_some((LayerSpec::Gelu(layers::Gelu {}), source, inner, fourth))
    }

    /// The only number of a constant.
    pub fn number(&self, name: &str) -> Option<f32> {
        let tensor = self.numbers.get(name)?;
        match Constant::of(tensor).ok()?.array().values[..] {
            [value] => Some(value),
            _ => None,
        }
    }
}
