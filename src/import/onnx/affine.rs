//! Arithmetic with constants, and concatenating labels.

use super::graph::Walk;
use super::operators::{activation, matrix, optional};
use super::proto::Node;
use super::shapes::axis;
use super::value::{Main, Value};
use crate::import::array::{Array, activated, matmul};
use crate::import::draft::Weight;
use crate::import::found::{Found, written};
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use std::rc::Rc;

impl<'a> Walk<'a> {
    /// An operator on a label alone.
    pub fn label(&self, node: &Node, inputs: &[Option<Value>]) -> Found<Option<Value>> {
        let operator = node.operator.as_str();
        Ok(Some(match (operator, inputs) {
            (
                "Identity" | "Cast" | "Dropout",
                [
                    Some(
                        value @ (Value::Label(_) | Value::OneHot { .. } | Value::Embedding { .. }),
                    ),
                ],
            ) => value.clone(),
            ("Gather", [Some(Value::Constant(table)), Some(Value::Label(dims))])
                if table.dims.len() == 2 && axis(node.whole("axis", 0), 2)? == 0 =>
            {
                let dims = [dims.as_slice(), &table.dims[1..]].concat();
                self.draft.budget.numbers(table.len())?;
                Value::Embedding {
                    table: Rc::new(table.array()),
                    dims,
                }
            }
            ("OneHot", [Some(Value::Label(dims)), ..]) => {
                let classes =
                    optional(inputs, 1)?.and_then(|depth| depth.integers().first().copied());
                let classes = classes.and_then(|classes| usize::try_from(classes).ok());
                let classes = classes
                    .ok_or_else(|| sentence!("its number of classes is not known beforehand"))?;
                let dims = [dims.as_slice(), &[classes]].concat();
                Value::OneHot { classes, dims }
            }
            (
                "Gemm" | "MatMul",
                [
                    Some(Value::OneHot { classes, dims }),
                    Some(Value::Constant(weight)),
                    bias @ ..,
                ],
            ) => {
                let (mut matrix, bias) = matrix(node, weight, bias.first())?;
                let [rows, features] = matrix.dims[..] else {
                    return Err(sentence!(
                        "it multiplies by {dims}",
                        dims = written(&matrix.dims)
                    ));
                };
                if rows != *classes {
                    return Err(sentence!(
                        "it multiplies {classes} classes by {dims}",
                        classes,
                        dims = written(&matrix.dims)
                    ));
                }
                self.draft.budget.numbers(matrix.values.len())?;
                // One-hot times a matrix is a row of it.
                if let Some(bias) = bias {
                    let rows = matrix.values.chunks_exact_mut(features.max(1));
                    rows.for_each(|row| add(row, &bias.values));
                }
                let dims = vec![dims[0], features];
                let table = Rc::new(matrix);
                Value::Embedding { table, dims }
            }
            (
                "Gemm" | "MatMul",
                [
                    Some(Value::Embedding { table, dims }),
                    Some(Value::Constant(weight)),
                    bias @ ..,
                ],
            ) => {
                let (matrix, bias) = matrix(node, weight, bias.first())?;
                let table = matmul(table, &matrix, bias.as_ref(), &self.draft.budget)?;
                let dims = vec![dims[0], table.dims[1]];
                let table = Rc::new(table);
                Value::Embedding { table, dims }
            }
            (
                "Add" | "Sub" | "Mul" | "Div",
                [
                    Some(Value::Embedding { table, dims }),
                    Some(Value::Constant(constant)),
                ],
            ) => self.embedding_by(operator, table, dims, constant, false)?,
            (
                "Add" | "Sub" | "Mul",
                [
                    Some(Value::Constant(constant)),
                    Some(Value::Embedding { table, dims }),
                ],
            ) => self.embedding_by(operator, table, dims, constant, true)?,
            ("Slice", [Some(Value::Embedding { table, dims }), ..]) => {
                self.slice_embedding(node, inputs, table, dims)?
            }
            (_, [Some(Value::Embedding { table, dims }), ..]) if node.inputs.len() == 1 => {
                let layer = activation(node)?;
                self.draft.budget.numbers(table.values.len())?;
                let table = activated(table, &layer);
                let table = table.ok_or_else(|| {
                    sentence!("it works on a label's features, which Ganvas does not support")
                })?;
                let (table, dims) = (Rc::new(table), dims.clone());
                Value::Embedding { table, dims }
            }
            _ => return Ok(None),
        }))
    }

    /// The label joins the features, or the image as planes.
    pub fn concat(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let (label, label_first) = match inputs {
            [Some(Value::Main(_)), Some(label)] => (label, false),
            [Some(label), Some(Value::Main(_))] => (label, true),
            _ => return Err(sentence!("it joins more than the latent and a label")),
        };
        let axis = axis(node.whole("axis", 1), main.dims.len())?;
        if axis != 1 || main.last {
            return Err(sentence!(
                "it joins along axis {axis}, which is not that of the features",
                axis
            ));
        }
        if main.dims.len() < 2
            || label.dims().len() != main.dims.len()
            || label.dims()[2..] != main.dims[2..]
        {
            return Err(sentence!(
                "it joins {dims} and {other}",
                dims = written(&main.dims),
                other = written(label.dims())
            ));
        }
        if self.draft.classes.is_some() {
            return Err(sentence!("it joins the label a second time"));
        }
        self.settle(main)?;
        let (classes, features) = match label {
            Value::OneHot { classes, .. } => (*classes, *classes),
            Value::Embedding { table, .. } => {
                self.draft.embedding = Some(Weight {
                    role: "table".into(),
                    source: String::new(),
                    array: table.as_ref().clone(),
                });
                (table.dims[0], table.dims[1])
            }
            _ => return Err(sentence!("it joins something other than a label")),
        };
        if label.dims()[1] != features {
            return Err(sentence!(
                "it joins a label as {dims}",
                dims = written(label.dims())
            ));
        }
        self.draft.classes = Some(classes);
        self.draft.label_first = label_first;
        self.draft
            .plain(LayerSpec::ConcatLabel(layers::ConcatLabel {}))?;
        let mut dims = main.dims.clone();
        dims[1] += features;
        // A label that is looked up joins as one-hot: the draft has other features than the graph
        // until the next layer takes them.
        Ok(Value::Main(Main {
            place: self.draft.place(),
            dims,
            last: false,
            pad: [0; 4],
            label_gap: classes as isize - features as isize,
        }))
    }

    /// A sum, difference, product or quotient with a constant: a bias, or a factor and a summand a
    /// channel.
    pub fn arithmetic(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
        main: &Main,
    ) -> Found<Value> {
        let operator = node.operator.as_str();
        if operator == "Neg" {
            return self.scaled(main, vec![-1.0], vec![0.0]);
        }
        let (constant, is_second) = match inputs {
            [Some(Value::Main(_)), Some(Value::Constant(constant))] => (constant, true),
            [Some(Value::Constant(constant)), Some(Value::Main(_))] => (constant, false),
            _ => {
                return Err(sentence!(
                    "it joins branches, which Ganvas does not support"
                ));
            }
        };
        let mut constant = constant.array();
        if self.opset < 7 && node.has("axis") {
            // Up to operators 6 the constant's first axis is named, not its last is the last.
            let behind = axis(node.whole("axis", 0), main.dims.len())? + constant.dims.len();
            let missing = main.dims.len().saturating_sub(behind);
            constant.dims.extend(std::iter::repeat_n(1, missing));
        }
        self.draft.budget.steps(&[constant.values.len()])?;
        let values = self.along_channels(&constant, main)?;
        let zeros = || vec![0.0; values.len()];
        let ones = |sign: f32| vec![sign; values.len()];
        let negated = || values.iter().map(|value| -value).collect();
        match (operator, is_second) {
            ("Add", _) => self.added(main, values),
            ("Sub", true) => {
                let negated = negated();
                self.added(main, negated)
            }
            ("Sub", false) => self.scaled(main, ones(-1.0), values),
            ("Mul", _) => {
                let zeros = zeros();
                self.scaled(main, values, zeros)
            }
            ("Div", true) if values.iter().all(|value| *value != 0.0) => {
                let zeros = zeros();
                self.scaled(
                    main,
                    values.iter().map(|value| 1.0 / value).collect(),
                    zeros,
                )
            }
            _ => Err(sentence!("it divides by what the network makes")),
        }
    }

    /// A constant's numbers, one a channel or one for all.
    fn along_channels(&self, constant: &Array, main: &Main) -> Found<Vec<f32>> {
        if constant.values.len() == 1 {
            return Ok(constant.values.clone());
        }
        let rank = main.dims.len();
        let channel = if main.last { rank - 1 } else { 1 };
        let wrong = || {
            sentence!(
                "its constant of {dims} is not one number a channel",
                dims = written(&constant.dims)
            )
        };
        let offset = rank.checked_sub(constant.dims.len()).ok_or_else(wrong)?;
        let fits = constant.dims.iter().enumerate().all(|(axis, side)| {
            if axis + offset == channel {
                *side == main.dims[channel]
            } else {
                *side == 1
            }
        });
        if fits {
            Ok(constant.values.clone())
        } else {
            Err(wrong())
        }
    }

    /// Adds to the bias of the layer just before, or by a layer of its own.
    fn added(&mut self, main: &Main, values: Vec<f32>) -> Found<Value> {
        self.settle(main)?;
        self.draft.shift_by(values)?;
        Ok(self.made(main.dims.clone(), main.last))
    }

    pub fn scaled(&mut self, main: &Main, factors: Vec<f32>, summands: Vec<f32>) -> Found<Value> {
        self.settle(main)?;
        self.draft.scale_by(factors, summands)?;
        Ok(self.made(main.dims.clone(), main.last))
    }
}

/// Adds `summands`, one each or one to all.
fn add(values: &mut [f32], summands: &[f32]) {
    let all = summands.iter().cycle();
    values
        .iter_mut()
        .zip(all)
        .for_each(|(value, summand)| *value += summand);
}
