//! Following a graph from its inputs to the image.

use super::constant::Constant;
use super::fold::fold;
use super::patterns::{Patterns, patterns};
use super::proto::{Graph, Node, ValueInfo, is_whole};
use crate::import::array::{Array, Found, MOST_NUMBERS, written};
use crate::import::draft::Draft;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// What an operator takes and gives.
#[derive(Debug, Clone)]
pub(super) enum Value {
    Constant(Rc<Constant>),
    /// The latent, or what became of it.
    Main(Main),
    /// A label's number.
    Label(Vec<usize>),
    /// A label, one-hot, in these dimensions.
    OneHot {
        classes: usize,
        dims: Vec<usize>,
    },
    /// What each class becomes, `[classes, features]`, in these dimensions.
    Table {
        table: Rc<Array>,
        dims: Vec<usize>,
    },
}

/// What became of the latent.
#[derive(Debug, Clone)]
pub(super) struct Main {
    /// Which of the values that follow from each other it is.
    pub version: usize,
    /// The graph's dimensions, the batch first; the draft's own shape may lag behind.
    pub dims: Vec<usize>,
    /// Whether channels are the last axis.
    pub last: bool,
}

impl Value {
    pub fn dims(&self) -> &[usize] {
        match self {
            Self::Constant(constant) => &constant.dims,
            Self::Main(Main { dims, .. })
            | Self::Label(dims)
            | Self::OneHot { dims, .. }
            | Self::Table { dims, .. } => dims,
        }
    }
}

/// The graph, followed up to some operator.
pub(super) struct Walk<'a> {
    pub draft: Draft,
    pub values: HashMap<&'a str, Value>,
    pub version: usize,
    /// Zeros around the next convolution's image: top, bottom, left, right.
    pub pad: [usize; 4],
    /// Features that the draft has more than the graph, behind a label that is looked up.
    pub label_gap: isize,
    pub patterns: Patterns<'a>,
    /// Numbers that constants may still be worked out to.
    left: usize,
}

/// The generator that the graph is.
pub(super) fn draft(graph: &Graph) -> Found<Draft> {
    let output = graph.outputs.first().ok_or("its graph has no output")?;
    let needed = needed(graph, &output.name);
    let (latent, label) = inputs(graph, &needed)?;
    let dims = dims(latent)?;
    let size = dims[1..]
        .iter()
        .try_fold(1_usize, |size, side| size.checked_mul(*side));
    let size = size.filter(|size| (1..=1 << 16).contains(size));
    let size = size.ok_or_else(|| {
        format!(
            "its input “{}” of {} is no latent of known size",
            latent.name,
            written(&dims)
        )
    })?;
    let mut walk = Walk {
        draft: Draft::new(size),
        values: HashMap::new(),
        version: 0,
        pad: [0; 4],
        label_gap: 0,
        patterns: patterns(graph, &needed),
        left: MOST_NUMBERS,
    };
    let main = Main {
        version: 0,
        dims,
        last: false,
    };
    walk.values.insert(&latent.name, Value::Main(main));
    if let Some(label) = label {
        walk.values.insert(&label.name, labelled(label)?);
    }
    for tensor in &graph.constants {
        let constant = Value::Constant(Rc::new(Constant::of(tensor)?));
        walk.values.insert(&tensor.name, constant);
    }
    for (index, node) in graph.nodes.iter().enumerate() {
        if needed.contains(&index) {
            walk.node(index, node)?;
        }
    }
    walk.finish(&output.name)
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

/// The latent and, if there is one, the label.
fn inputs<'a>(
    graph: &'a Graph,
    needed: &HashSet<usize>,
) -> Found<(&'a ValueInfo, Option<&'a ValueInfo>)> {
    let is_used =
        |input: &&ValueInfo| {
            !graph
                .constants
                .iter()
                .any(|tensor| tensor.name == input.name)
                && graph.nodes.iter().enumerate().any(|(index, node)| {
                    needed.contains(&index) && node.inputs.contains(&input.name)
                })
        };
    let used: Vec<&ValueInfo> = graph.inputs.iter().filter(is_used).collect();
    match used[..] {
        [latent] => Ok((latent, None)),
        [first, second] if is_label(first) && !is_label(second) => Ok((second, Some(first))),
        [first, second] => Ok((first, Some(second))),
        _ => Err(format!(
            "its graph takes {} inputs; a generator takes a latent and perhaps a label",
            used.len()
        )),
    }
}

fn is_label(input: &ValueInfo) -> bool {
    let name = input.name.to_ascii_lowercase();
    let element = input
        .kind
        .as_ref()
        .and_then(|kind| kind.tensor.as_ref())
        .map(|t| t.element);
    element.is_some_and(is_whole)
        || ["label", "class", "cond", "onehot", "one_hot"]
            .iter()
            .any(|word| name.contains(word))
}

/// An input's dimensions; a batch that is open is 1.
fn dims(input: &ValueInfo) -> Found<Vec<usize>> {
    let shape = input
        .kind
        .as_ref()
        .and_then(|kind| kind.tensor.as_ref()?.shape.as_ref());
    let shape = shape.ok_or_else(|| format!("its input “{}” has no shape", input.name))?;
    let side = |(axis, side): (usize, &super::proto::Dimension)| match side.value {
        value if value > 0 => usize::try_from(value).ok(),
        _ if axis == 0 => Some(1),
        _ => None,
    };
    let dims: Option<Vec<usize>> = shape.dims.iter().enumerate().map(side).collect();
    dims.filter(|dims| !dims.is_empty())
        .ok_or_else(|| format!("its input “{}” leaves more open than the batch", input.name))
}

fn labelled(input: &ValueInfo) -> Found<Value> {
    let dims = dims(input)?;
    let element = input
        .kind
        .as_ref()
        .and_then(|kind| kind.tensor.as_ref())
        .map(|t| t.element);
    if element.is_some_and(is_whole) {
        return Ok(Value::Label(dims));
    }
    match dims.get(1) {
        Some(&classes) if classes > 1 && dims[2..].iter().all(|side| *side == 1) => {
            Ok(Value::OneHot { classes, dims })
        }
        _ => Err(format!(
            "its second input “{}” of {} is no label",
            input.name,
            written(&dims)
        )),
    }
}

impl<'a> Walk<'a> {
    fn node(&mut self, index: usize, node: &'a Node) -> Found<()> {
        let refused = |why: String| format!("its operator {}: {why}", node.title());
        let value = self.value(index, node).map_err(refused)?;
        let output = node
            .outputs
            .first()
            .ok_or_else(|| refused("it gives nothing".into()))?;
        self.values.insert(output, value);
        Ok(())
    }

    fn value(&mut self, index: usize, node: &'a Node) -> Found<Value> {
        if node.operator == "Constant" {
            return constant(node).map(|constant| Value::Constant(Rc::new(constant)));
        }
        let mut inputs: Vec<Option<Value>> = Vec::with_capacity(node.inputs.len());
        for name in &node.inputs {
            let value = self.values.get(name.as_str()).cloned();
            if value.is_none() && !name.is_empty() {
                return Err(format!("its input “{name}” is not there before it"));
            }
            inputs.push(value);
        }
        if node.operator == "Shape" {
            let dims = inputs
                .first()
                .cloned()
                .flatten()
                .map(|value| value.dims().to_vec());
            let dims = dims.ok_or("it has no input")?;
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
        if are_constant && let Some(constant) = fold(node, &constants)? {
            let left = self.left.checked_sub(constant.len());
            self.left = left.ok_or("the graph's constants are too large together")?;
            return Ok(Value::Constant(Rc::new(constant)));
        }
        self.operator(index, node, &inputs)
    }

    /// Checks that `main` is the newest value, which the network goes on from.
    pub fn newest(&self, main: &Main) -> Found<()> {
        if main.version == self.version {
            return Ok(());
        }
        Err("the network branches before it, which ours cannot say".to_owned())
    }

    /// The value that a layer just made, with these dimensions.
    pub fn made(&mut self, dims: Vec<usize>, last: bool) -> Value {
        self.version += 1;
        Value::Main(Main {
            version: self.version,
            dims,
            last,
        })
    }

    fn finish(mut self, output: &str) -> Found<Draft> {
        match self.values.remove(output) {
            Some(Value::Main(main)) => {
                self.newest(&main)?;
                if self.pad != [0; 4] {
                    return Err("its graph ends with a padding".to_owned());
                }
                if main.dims.len() == 4 {
                    self.settle(&main)?;
                }
                Ok(self.draft)
            }
            _ => Err(format!(
                "its output “{output}” does not depend on the latent"
            )),
        }
    }
}

fn constant(node: &Node) -> Found<Constant> {
    if let Some(tensor) = node.tensor("value") {
        return Constant::of(tensor);
    }
    if node.has("value_int") {
        let numbers = super::constant::Numbers::Whole(vec![node.whole("value_int", 0)]);
        return Ok(Constant {
            dims: Vec::new(),
            numbers,
        });
    }
    if node.has("value_float") {
        let numbers = super::constant::Numbers::Real(vec![node.real("value_float", 0.0)]);
        return Ok(Constant {
            dims: Vec::new(),
            numbers,
        });
    }
    if let Some(values) = node.wholes("value_ints") {
        return Ok(Constant::wholes(values.to_vec()));
    }
    let values = node
        .reals("value_floats")
        .ok_or("a constant without a value that is read")?;
    Ok(Constant {
        dims: vec![values.len()],
        numbers: super::constant::Numbers::Real(values.to_vec()),
    })
}
