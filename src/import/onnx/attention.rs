//! Attention between pixels as it is usually spelt (Zhang et al. 2019): images as matrices of channels and
//! pixels, queries times keys, a softmax over the keys, and the mean of the values that it weights.

use super::graph::Walk;
use super::proto::Node;
use super::shapes::axis;
use super::value::{Main, Matrices, Products, Value};
use crate::import::array::plainly;
use crate::import::found::Found;
use crate::layers::{self, LayerSpec, NetworkSpec};
use crate::sentence::sentence;
use crate::spec::Shape;

impl Walk<'_> {
    /// An operator on matrices that only attention has; nothing for all others.
    pub fn attention(&mut self, node: &Node, inputs: &[Option<Value>]) -> Found<Option<Value>> {
        let value = match (node.operator.as_str(), inputs) {
            ("Transpose", [Some(Value::Main(main))]) if is_turned(node) && is_matrix(main) => {
                Matrices::Turned(main.clone())
            }
            ("Transpose", [Some(Value::Matrices(Matrices::Turned(main)))]) if is_turned(node) => {
                return Ok(Some(Value::Main(main.clone())));
            }
            ("Transpose", [Some(Value::Matrices(Matrices::Products(products)))])
                if is_turned(node) =>
            {
                Matrices::Products(Products {
                    by_keys: !products.by_keys,
                    ..products.clone()
                })
            }
            (
                "MatMul",
                [
                    Some(Value::Matrices(Matrices::Turned(query))),
                    Some(Value::Main(key)),
                ],
            ) if is_matrix(key) => Matrices::Products(Products {
                query: query.clone(),
                key: key.clone(),
                scale: 1.0,
                by_keys: false,
                is_softmax: false,
            }),
            (
                "Mul" | "Div",
                [
                    Some(Value::Matrices(Matrices::Products(products))),
                    Some(factor),
                ],
            ) => Matrices::Products(scaled(node, products, factor)?),
            (
                "Mul",
                [
                    Some(factor),
                    Some(Value::Matrices(Matrices::Products(products))),
                ],
            ) => Matrices::Products(scaled(node, products, factor)?),
            ("Softmax", [Some(Value::Matrices(Matrices::Products(products)))]) => {
                Matrices::Products(self.softmax(node, products)?)
            }
            // The values as they are take weights whose columns are queries,
            (
                "MatMul",
                [
                    Some(Value::Main(value)),
                    Some(Value::Matrices(Matrices::Products(products))),
                ],
            ) if is_matrix(value) && products.by_keys => {
                return Ok(Some(Value::Main(self.attended(node, products, value)?)));
            }
            // turned ones those whose rows are.
            (
                "MatMul",
                [
                    Some(Value::Matrices(Matrices::Products(products))),
                    Some(Value::Matrices(Matrices::Turned(value))),
                ],
            ) if !products.by_keys => Matrices::Turned(self.attended(node, products, value)?),
            ("Identity" | "Dropout" | "Cast", [Some(Value::Matrices(matrices)), ..]) => {
                matrices.clone()
            }
            _ if inputs
                .iter()
                .flatten()
                .any(|input| matches!(input, Value::Matrices(_))) =>
            {
                return Err(sentence!(
                    "it works on matrices of pixels in a way that is not attention as Ganvas knows it"
                ));
            }
            _ => return Ok(None),
        };
        Ok(Some(Value::Matrices(value)))
    }

    /// A softmax over the keys: where it goes over what were the queries, the two change their names.
    fn softmax(&self, node: &Node, products: &Products) -> Found<Products> {
        let default = if self.opset < 13 { 1 } else { -1 };
        let over = axis(node.whole("axis", default), 3)?;
        if over == 0 || (self.opset < 13 && over != 2) || products.is_softmax {
            return Err(sentence!(
                "its softmax goes over something other than the pixels"
            ));
        }
        let softmax = Products {
            is_softmax: true,
            ..products.clone()
        };
        let keys = if products.by_keys { 1 } else { 2 };
        if over == keys {
            return Ok(softmax);
        }
        Ok(Products {
            query: products.key.clone(),
            key: products.query.clone(),
            by_keys: !products.by_keys,
            ..softmax
        })
    }

    /// Goes on from the means of the values: channels × queries.
    fn attended(&mut self, node: &Node, products: &Products, value: &Main) -> Found<Main> {
        if !products.is_softmax {
            return Err(sentence!("it attends without a softmax"));
        }
        let mut ends = [0; 3];
        for (end, main) in ends.iter_mut().zip([&products.query, &products.key, value]) {
            self.as_image(main)?;
            *end = self.draft.place();
        }
        let layer = LayerSpec::Attention(layers::Attention {
            query: NetworkSpec::new(),
            key: NetworkSpec::new(),
            value: NetworkSpec::new(),
            scale: plainly(products.scale),
        });
        let start = self.draft.common(&ends);
        self.draft.enclose(&layer, start, &ends, node.name())?;
        let dims = vec![value.dims[0], value.dims[1], products.query.dims[2]];
        match self.made(dims, false) {
            Value::Main(main) => Ok(main),
            _ => Err(sentence!("it gives nothing")),
        }
    }

    /// Goes on from a matrix as the image that it was, or as one of a single row.
    fn as_image(&mut self, main: &Main) -> Found<()> {
        self.draft.go_to(main.place)?;
        match self.draft.shape() {
            Shape::Image([channels, height, width])
                if [channels, height * width] == main.dims[1..] =>
            {
                Ok(())
            }
            _ => self.settle(main),
        }
    }
}

/// Whether it exchanges the last two of three axes.
fn is_turned(node: &Node) -> bool {
    node.wholes("perm") == Some(&[0, 2, 1])
}

fn is_matrix(main: &Main) -> bool {
    main.dims.len() == 3 && !main.last && main.label_gap == 0 && main.pad == [0; 4]
}

fn scaled(node: &Node, products: &Products, factor: &Value) -> Found<Products> {
    let Value::Constant(constant) = factor else {
        return Err(sentence!(
            "it multiplies attention by something other than a number"
        ));
    };
    let numbers = constant.array().values;
    let [factor] = numbers[..] else {
        return Err(sentence!(
            "it multiplies attention by something other than a number"
        ));
    };
    if products.is_softmax {
        return Err(sentence!("it multiplies attention behind its softmax"));
    }
    let scale = if node.operator == "Div" {
        products.scale / factor
    } else {
        products.scale * factor
    };
    Ok(Products {
        scale,
        ..products.clone()
    })
}
