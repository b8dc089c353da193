//! Operators that only move numbers, or name their axes anew.

use super::fold::{resolve, squeezed};
use super::graph::{Main, Value, Walk};
use super::proto::Node;
use crate::import::array::{Found, written};
use crate::import::parameters::channel_order;
use crate::spec::{LayerSpec, Shape, Size};

impl<'a> Walk<'a> {
    /// Brings the draft's shape to what the graph has made of it by reshapes alone.
    pub fn settle(&mut self, main: &Main) -> Found<()> {
        let own = self.draft.shape();
        let own_channels = |channels: usize| channels.saturating_add_signed(self.label_gap);
        let wanted = match main.dims[1..] {
            [features] => Shape::Flat(own_channels(features)),
            [height, width, channels] if main.last => {
                Shape::Image([own_channels(channels), height, width])
            }
            [channels, height, width] => Shape::Image([own_channels(channels), height, width]),
            _ => {
                return Err(format!(
                    "{} is neither a vector nor an image",
                    written(&main.dims[1..])
                ));
            }
        };
        if own == wanted {
            return Ok(());
        }
        if wanted.size() != own.size() {
            return Err(format!("{own} cannot become {wanted}"));
        }
        match (own, wanted) {
            (Shape::Image(_), Shape::Flat(_)) => self.draft.plain(LayerSpec::Flatten),
            (own, Shape::Image(to)) => {
                if matches!(own, Shape::Image(_)) {
                    self.draft.plain(LayerSpec::Flatten)?;
                }
                self.draft.plain(LayerSpec::Reshape {
                    to: to.map(Size::fixed),
                })
            }
            _ => Ok(()),
        }
    }

    /// An operator that names axes anew; nothing is done to the draft yet.
    pub fn renamed(&self, node: &Node, inputs: &[Option<Value>]) -> Found<Option<Value>> {
        let Some(Some(value)) = inputs.first() else {
            return Ok(None);
        };
        let sizes = |index: usize| match inputs.get(index) {
            Some(Some(Value::Constant(constant))) => Some(constant.integers()),
            _ => None,
        };
        let dims = value.dims();
        let to = match node.operator.as_str() {
            "Reshape" => {
                let attribute = || node.wholes("shape").map(<[i64]>::to_vec);
                let target = sizes(1).or_else(attribute);
                let target = target.ok_or("its shape is not known beforehand")?;
                resolve(dims, &target, node.whole("allowzero", 0) != 0)?
            }
            "Flatten" => {
                let axis = node.whole("axis", 1);
                if axis != 1 {
                    return Err(format!("it flattens from axis {axis}"));
                }
                let (batch, rest) = dims.split_first().ok_or("it flattens one number")?;
                vec![*batch, rest.iter().product()]
            }
            "Squeeze" | "Unsqueeze" => {
                let axes = node
                    .wholes("axes")
                    .map(<[i64]>::to_vec)
                    .or_else(|| sizes(1));
                squeezed(dims, axes.as_deref(), node.operator == "Unsqueeze")?
            }
            "Expand" | "Tile" => return self.spread(node, value, sizes(1)),
            _ => return Ok(None),
        };
        self.with_dims(value, to).map(Some)
    }

    fn with_dims(&self, value: &Value, to: Vec<usize>) -> Found<Value> {
        Ok(match value {
            Value::Main(main) => {
                if to.first() != main.dims.first() {
                    return Err(format!(
                        "{} becomes {}, which mixes the batch with the rest",
                        written(&main.dims),
                        written(&to)
                    ));
                }
                if main.last && main.dims != to {
                    let [_, height, width, _] = main.dims[..] else {
                        return Err("an image with its channels last is reshaped".to_owned());
                    };
                    if height * width != 1 {
                        return Err("an image with its channels last is reshaped".to_owned());
                    }
                }
                Value::Main(Main {
                    version: main.version,
                    dims: to,
                    last: false,
                })
            }
            Value::Label(_) => Value::Label(to),
            Value::OneHot { classes, .. } => Value::OneHot {
                classes: *classes,
                dims: to,
            },
            Value::Table { table, .. } => Value::Table {
                table: table.clone(),
                dims: to,
            },
            Value::Constant(_) => return Err("a constant is reshaped in a way not read".to_owned()),
        })
    }

    /// A label spread over an image.
    fn spread(&self, node: &Node, value: &Value, sizes: Option<Vec<i64>>) -> Found<Option<Value>> {
        let sizes = sizes.ok_or("its shape is not known beforehand")?;
        let dims = value.dims();
        let is_tile = node.operator == "Tile";
        if sizes.len() != dims.len() || dims.len() < 2 {
            return Err(format!("{} is spread over {sizes:?}", written(dims)));
        }
        let side = |(own, size): (&usize, &i64)| {
            let size = usize::try_from(*size)
                .ok()
                .filter(|size| *size <= 1 << 16)?;
            Some(if is_tile { own * size } else { size.max(*own) })
        };
        let to: Option<Vec<usize>> = dims.iter().zip(&sizes).map(side).collect();
        let to = to.ok_or("its shape is no shape")?;
        if to == dims {
            return Ok(Some(value.clone()));
        }
        match value {
            Value::OneHot { .. } | Value::Table { .. } if to[..2] == dims[..2] => {
                self.with_dims(value, to).map(Some)
            }
            _ => Err("it repeats what is no label".to_owned()),
        }
    }

    /// Moves axes: only channels, from the last place to the first and back.
    pub fn transposed(&mut self, node: &Node, main: &Main) -> Found<Value> {
        let axes = node.wholes("perm").unwrap_or_default().to_vec();
        let (to_first, to_last) = ([0, 3, 1, 2], [0, 2, 3, 1]);
        let turned = |axes: &[i64]| axes.iter().map(|axis| main.dims[*axis as usize]).collect();
        let is_identity = axes
            .iter()
            .enumerate()
            .all(|(place, axis)| place as i64 == *axis);
        if is_identity && !axes.is_empty() {
            return Ok(Value::Main(main.clone()));
        }
        if main.dims.len() != 4 || (axes != to_first && axes != to_last) {
            return Err(format!("it moves the axes as {axes:?}"));
        }
        let dims: Vec<usize> = turned(&axes);
        let version = main.version;
        if axes == to_last && !main.last {
            self.settle(main)?;
            return Ok(Value::Main(Main {
                version,
                dims,
                last: true,
            }));
        }
        if axes == to_last {
            return Err("it moves an image's rows".to_owned());
        }
        if !main.last {
            // A vector that was read as an image with channels last.
            self.newest(main)?;
            let image = [dims[1], dims[2], dims[3]];
            if let Shape::Flat(_) = self.draft.shape() {
                self.draft.reorder(&channel_order(image))?;
                let to = image.map(Size::fixed);
                self.draft.plain(LayerSpec::Reshape { to })?;
            } else if dims[2] * dims[3] != 1 || main.dims[1] * main.dims[2] != 1 {
                return Err("it moves an image's rows".to_owned());
            }
        }
        Ok(Value::Main(Main {
            version,
            dims,
            last: false,
        }))
    }
}
