//! Following a graph from its inputs to the image.

use super::constant::Constant;
use super::fold::Folding;
use super::inputs::{Inputs, dims, inputs, labelled};
use super::patterns::{Patterns, patterns};
use super::proto::{Graph, Node, ValueInfo};
use super::value::{Main, Value};
use crate::import::array::count;
use crate::import::budget::Budget;
use crate::import::draft::Draft;
use crate::import::found::{Found, named, written};
use crate::sentence::{Sentence, sentence};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// The graph, followed up to some operator.
pub(super) struct Walk<'a> {
    pub draft: Draft,
    pub values: HashMap<&'a str, Value>,
    /// How many operators take a value.
    uses: HashMap<&'a str, usize>,
    pub patterns: Patterns<'a>,
    /// The version of the operators' set: what an attribute means depends on it.
    pub opset: i64,
}

/// The generator that the graph is, whose operators are those of the set `opset`.
pub(super) fn draft(graph: &Graph, opset: i64, budget: &Rc<Budget>) -> Found<Draft> {
    let output = graph
        .outputs
        .first()
        .ok_or_else(|| sentence!("its graph has no output"))?;
    let needed = needed(graph, &output.name);
    let Inputs {
        latents,
        label,
        assumed,
    } = inputs(graph, &needed)?;
    let parts = latents.into_iter().map(Latent::of);
    let parts: Vec<Latent<'_>> = parts.collect::<Found<_>>()?;
    let size = parts.iter().map(|part| part.size).sum();
    let mut walk = Walk {
        draft: Draft::new(size).within(budget),
        values: HashMap::new(),
        uses: uses(graph, &needed),
        opset,
        patterns: patterns(graph, &needed),
    };
    assumed.into_iter().for_each(|what| walk.draft.assume(what));
    walk.begin(&parts)?;
    if let Some(label) = label {
        walk.values.insert(&label.name, labelled(label)?);
    }
    let taken = needed.iter().flat_map(|index| &graph.nodes[*index].inputs);
    let taken: HashSet<&str> = taken.map(String::as_str).collect();
    for tensor in &graph.constants {
        if taken.contains(tensor.name.as_str()) {
            let constant = Constant::of(tensor)?;
            budget.numbers(constant.len())?;
            let constant = Value::Constant(Rc::new(constant));
            walk.values.insert(&tensor.name, constant);
        }
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        if needed.contains(&index) {
            walk.node(index, node)?;
        }
    }
    walk.finish(&output.name)
}

/// An input that is the latent, or a part of it.
struct Latent<'a> {
    name: &'a str,
    dims: Vec<usize>,
    size: usize,
}

impl<'a> Latent<'a> {
    fn of(input: &'a ValueInfo) -> Found<Self> {
        let (name, dims) = (&input.name, dims(input)?);
        let size = count(&dims[1..])
            .ok()
            .filter(|size| (1..=1 << 16).contains(size));
        let size = size.ok_or_else(|| {
            sentence!(
                "its input “{name}” of {dims} is no latent of known size",
                name,
                dims = written(&dims)
            )
        })?;
        Ok(Self { name, dims, size })
    }
}

/// How many of the operators `needed` take a value.
fn uses<'a>(graph: &'a Graph, needed: &HashSet<usize>) -> HashMap<&'a str, usize> {
    let mut uses = HashMap::new();
    for input in needed.iter().flat_map(|index| &graph.nodes[*index].inputs) {
        *uses.entry(input.as_str()).or_default() += 1;
    }
    uses
}

/// The operators that the value `output` depends on.
fn needed(graph: &Graph, output: &str) -> HashSet<usize> {
    let mut wanted: HashSet<&str> = HashSet::from([output]);
    let mut needed = HashSet::new();
    for (index, node) in graph.nodes.iter().enumerate().rev() {
        if node
            .outputs
            .iter()
            .any(|output| wanted.contains(output.as_str()))
        {
            needed.insert(index);
            wanted.extend(node.inputs.iter().map(String::as_str));
        }
    }
    needed
}

impl<'a> Walk<'a> {
    /// The latent, of which each input is a part.
    fn begin(&mut self, parts: &[Latent<'a>]) -> Found<()> {
        if parts.len() > 1 {
            self.draft.keep(0);
            self.draft.assume(sentence!(
                "the inputs {list} are parts of one latent, one behind the other",
                list = named(parts.iter().map(|part| part.name))
            ));
        }
        let mut start = 0;
        for part in parts {
            self.draft.go_to(0)?;
            let order: Vec<usize> = (start..start + part.size).collect();
            self.draft.select(&order)?;
            let value = self.made(part.dims.clone(), false);
            self.insert(part.name, value);
            start += part.size;
        }
        Ok(())
    }

    fn node(&mut self, index: usize, node: &'a Node) -> Found<()> {
        let refused = |why: Sentence| {
            sentence!(
                "its operator {operator}: {why}",
                operator = node.title(),
                why
            )
        };
        if node.outputs.is_empty() {
            return Err(refused(sentence!("it gives nothing")));
        }
        let values = match self.parts(node).transpose() {
            Some(parts) => parts.map_err(refused)?,
            None => vec![self.value(index, node).map_err(refused)?],
        };
        for (output, value) in node.outputs.iter().zip(values) {
            self.insert(output, value);
        }
        Ok(())
    }

    /// Those that a value of the network is split into.
    fn parts(&mut self, node: &'a Node) -> Found<Option<Vec<Value>>> {
        let source = node
            .inputs
            .first()
            .and_then(|name| self.values.get(name.as_str()));
        let Some(source) = source.filter(|_| node.operator == "Split").cloned() else {
            return Ok(None);
        };
        let inputs: Vec<Option<Value>> = node
            .inputs
            .iter()
            .map(|name| self.values.get(name.as_str()).cloned())
            .collect();
        if let Value::Embedding { table, dims } = &source {
            return self.split_embedding(node, &inputs, table, dims).map(Some);
        }
        let inputs = self.surrounded(node, &inputs)?;
        let Some(Some(Value::Main(main))) = inputs.first().cloned() else {
            return Ok(None);
        };
        self.draft.keep(main.place);
        self.split(node, &inputs, &main).map(Some)
    }

    fn insert(&mut self, output: &'a str, value: Value) {
        if let Value::Main(main) = &value
            && self.uses.get(output).is_some_and(|uses| *uses > 1)
        {
            self.draft.keep(main.place);
        }
        self.values.insert(output, value);
    }

    fn value(&mut self, index: usize, node: &'a Node) -> Found<Value> {
        if !node.is_of_onnx() {
            return Err(sentence!(
                "it is an operator of “{domain}”; those of ONNX alone are read",
                domain = node.domain
            ));
        }
        if node.operator == "Constant" {
            let constant = Constant::given(node)?;
            self.draft.budget.numbers(constant.len())?;
            return Ok(Value::Constant(Rc::new(constant)));
        }
        let mut inputs: Vec<Option<Value>> = Vec::with_capacity(node.inputs.len());
        for name in &node.inputs {
            let value = self.values.get(name.as_str()).cloned();
            if value.is_none() && !name.is_empty() {
                return Err(sentence!("its input “{name}” is not there before it", name));
            }
            inputs.push(value);
        }
        if node.operator == "Shape" {
            let dims = inputs
                .first()
                .cloned()
                .flatten()
                .map(|value| value.dims().to_vec());
            let dims = dims.ok_or_else(|| sentence!("it has no input"))?;
            let sides: Vec<i64> = dims.iter().map(|side| *side as i64).collect();
            let place = |value: i64| {
                let value = if value < 0 {
                    value.saturating_add(sides.len() as i64)
                } else {
                    value
                };
                value.clamp(0, sides.len() as i64) as usize
            };
            let (start, end) = (
                place(node.whole("start", 0)),
                place(node.whole("end", i64::MAX)),
            );
            let sides = sides[start..end.max(start)].to_vec();
            return Ok(Value::Constant(Rc::new(Constant::wholes(sides))));
        }
        let constants: Vec<Option<&Constant>> = inputs
            .iter()
            .map(|value| match value {
                Some(Value::Constant(constant)) => Some(constant.as_ref()),
                _ => None,
            })
            .collect();
        let are_constant = inputs
            .iter()
            .all(|value| matches!(value, None | Some(Value::Constant(_))));
        let budget = self.draft.budget.clone();
        let folding = Folding {
            node,
            inputs: &constants,
            budget: &budget,
        };
        if are_constant && let Some(constant) = folding.result()? {
            return Ok(Value::Constant(Rc::new(constant)));
        }
        self.operator(index, node, &inputs)
    }

    /// The value that a layer just made, with these dimensions.
    pub fn made(&self, dims: Vec<usize>, last: bool) -> Value {
        Value::Main(Main {
            place: self.draft.place(),
            dims,
            last,
            pad: [0; 4],
            label_gap: 0,
        })
    }

    fn finish(mut self, output: &str) -> Found<Draft> {
        match self.values.remove(output) {
            Some(Value::Main(main)) => {
                self.draft.go_to(main.place)?;
                if main.dims.len() == 4 {
                    self.settle(&main)?;
                }
                Ok(self.draft)
            }
            _ => Err(sentence!(
                "its output “{name}” does not depend on the latent",
                name = output
            )),
        }
    }
}
