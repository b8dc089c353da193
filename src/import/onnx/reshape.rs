//! Operators that reshape, transpose or repeat.

use super::graph::Walk;
use super::proto::Node;
use super::shapes::{flattened, resolve, squeezed, unsqueezed};
use super::value::{Main, Value};
use crate::import::found::{Found, listed, written};
use crate::import::parameters::channel_order;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::{Shape, Size};

impl<'a> Walk<'a> {
    /// Goes on from `main`, and brings the draft's shape to what the graph has made of it by reshapes alone.
    pub fn settle(&mut self, main: &Main) -> Found<()> {
        self.draft.go_to(main.place)?;
        let own = self.draft.shape();
        let own_channels = |channels: usize| channels.saturating_add_signed(main.label_gap);
        let [top, bottom, left, right] = main.pad;
        let wanted = match main.dims[1..] {
            [features] => Shape::Flat(own_channels(features)),
            [height, width, channels] if main.last => {
                Shape::Image([own_channels(channels), height, width])
            }
            [channels, height, width] => {
                let height = height.saturating_sub(top + bottom);
                let width = width.saturating_sub(left + right);
                Shape::Image([own_channels(channels), height, width])
            }
            // As in group normalisation: the pixels of some channels in a row.
            [rows, length] => Shape::Image([rows, 1, length]),
            _ => {
                return Err(sentence!(
                    "{dims} is neither a vector nor an image",
                    dims = written(&main.dims[1..])
                ));
            }
        };
        if own == wanted {
            return Ok(());
        }
        if wanted.size() != own.size() {
            return Err(sentence!("{own} cannot become {wanted}", own, wanted));
        }
        match (own, wanted) {
            (Shape::Image(_), Shape::Flat(_)) => {
                self.draft.plain(LayerSpec::Flatten(layers::Flatten {}))
            }
            (own, Shape::Image(to)) => {
                if matches!(own, Shape::Image(_)) {
                    self.draft.plain(LayerSpec::Flatten(layers::Flatten {}))?;
                }
                self.draft.plain(LayerSpec::Reshape(layers::Reshape {
                    to: to.map(Size::fixed),
                }))
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
            Some(Some(Value::Constant(constant))) => Ok(Some(constant.integers())),
            None | Some(None) => Ok(None),
            _ => Err(sentence!("its shape is not known beforehand")),
        };
        // Up to operators 4 (Reshape) and 12 these were attributes.
        let named = |attribute: &str| {
            let own = node.wholes(attribute).map(<[i64]>::to_vec);
            own.map_or_else(|| sizes(1), |own| Ok(Some(own)))
        };
        let dims = value.dims();
        let to = match node.operator.as_str() {
            "Reshape" => {
                let target = named("shape")?
                    .ok_or_else(|| sentence!("its shape is not known beforehand"))?;
                resolve(dims, &target, node.whole("allowzero", 0) != 0)?
            }
            "Flatten" => {
                let axis = node.whole("axis", 1);
                let to = flattened(dims, axis)?;
                if to.first() != dims.first() {
                    return Err(sentence!("it flattens from axis {axis}", axis));
                }
                to
            }
            "Squeeze" => squeezed(dims, named("axes")?.as_deref())?,
            "Unsqueeze" => unsqueezed(
                dims,
                &named("axes")?.ok_or_else(|| sentence!("it names no axes"))?,
            )?,
            "Expand" | "Tile" => return self.spread(node, value, sizes(1)?),
            _ => return Ok(None),
        };
        self.with_dims(value, to).map(Some)
    }

    fn with_dims(&self, value: &Value, to: Vec<usize>) -> Found<Value> {
        Ok(match value {
            Value::Main(main) => {
                if to.first() != main.dims.first() {
                    return Err(sentence!(
                        "{dims} becomes {to}, which mixes the batch with the rest",
                        dims = written(&main.dims),
                        to = written(&to)
                    ));
                }
                if main.last && main.dims != to {
                    let [_, height, width, _] = main.dims[..] else {
                        return Err(sentence!("an image with its channels last is reshaped"));
                    };
                    if height * width != 1 {
                        return Err(sentence!("an image with its channels last is reshaped"));
                    }
                }
                Value::Main(Main {
                    dims: to,
                    last: false,
                    ..main.clone()
                })
            }
            Value::Label(_) => Value::Label(to),
            Value::OneHot { classes, .. } => Value::OneHot {
                classes: *classes,
                dims: to,
            },
            Value::Embedding { table, .. } => Value::Embedding {
                table: table.clone(),
                dims: to,
            },
            Value::Constant(_) | Value::Matrices(_) => {
                return Err(sentence!(
                    "a constant is reshaped in a way that Ganvas does not support"
                ));
            }
        })
    }

    /// A label spread over an image.
    fn spread(&self, node: &Node, value: &Value, sizes: Option<Vec<i64>>) -> Found<Option<Value>> {
        let sizes = sizes.ok_or_else(|| sentence!("its shape is not known beforehand"))?;
        let dims = value.dims();
        let is_tile = node.operator == "Tile";
        if sizes.len() != dims.len() || dims.len() < 2 {
            return Err(sentence!(
                "{dims} is spread over {list}",
                dims = written(dims),
                list = listed(&sizes)
            ));
        }
        let side = |(own, size): (&usize, &i64)| {
            let size = usize::try_from(*size).ok()?;
            let wide = match *own {
                own if is_tile => own.checked_mul(size)?,
                1 => size,
                own if size == 1 || size == own => own,
                _ => return None,
            };
            (1..=1 << 16).contains(&wide).then_some(wide)
        };
        let to: Option<Vec<usize>> = dims.iter().zip(&sizes).map(side).collect();
        let to = to.ok_or_else(|| sentence!("its shape is not valid"))?;
        if to == dims {
            return Ok(Some(value.clone()));
        }
        match value {
            Value::OneHot { .. } | Value::Embedding { .. } if to[..2] == dims[..2] => {
                self.with_dims(value, to).map(Some)
            }
            _ => Err(sentence!("it repeats something other than a label")),
        }
    }

    /// Pixels and channels that change places, or channels their order, as axes of a reshape.
    fn rearranged(&mut self, axes: &[i64], main: &Main) -> Found<Option<Value>> {
        let dims = &main.dims;
        let turned: Vec<usize> = match axes.iter().map(|axis| *axis as usize) {
            axes if axes.clone().all(|axis| axis < dims.len()) && axes.len() == dims.len() => {
                axes.map(|axis| dims[axis]).collect()
            }
            _ => return Ok(None),
        };
        let image = |channels: usize, height: usize, width: usize| Main {
            dims: vec![dims[0], channels, height, width],
            ..main.clone()
        };
        match (axes, &dims[1..]) {
            ([0, 1, 4, 2, 5, 3], &[channels, factor, same, height, width]) if factor == same => {
                self.settle(&image(channels * factor * factor, height, width))?;
                self.shuffle(factor, false)?;
            }
            ([0, 3, 4, 1, 5, 2], &[factor, same, channels, height, width]) if factor == same => {
                self.settle(&image(channels * factor * factor, height, width))?;
                self.shuffle(factor, true)?;
            }
            ([0, 1, 3, 5, 2, 4], &[channels, height, factor, width, same]) if factor == same => {
                self.settle(&image(channels, height * factor, width * factor))?;
                self.unshuffle(factor, false)?;
            }
            ([0, 3, 5, 1, 2, 4], &[channels, height, factor, width, same]) if factor == same => {
                self.settle(&image(channels, height * factor, width * factor))?;
                self.unshuffle(factor, true)?;
            }
            ([0, 2, 1, 3, 4], &[groups, each, height, width]) => {
                self.settle(&image(groups * each, height, width))?;
                let order = (0..groups * each).map(|new| (new % groups) * each + new / groups);
                self.draft.select(&order.collect::<Vec<_>>())?;
            }
            _ => return Ok(None),
        }
        Ok(Some(self.made(turned, false)))
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
        if let Some(value) = self.rearranged(&axes, main)? {
            return Ok(value);
        }
        if main.dims.len() != 4 || (axes != to_first && axes != to_last) {
            return Err(sentence!(
                "it moves the axes as {list}",
                list = listed(&axes)
            ));
        }
        let dims: Vec<usize> = turned(&axes);
        if axes == to_last && !main.last {
            self.settle(main)?;
            return Ok(Value::Main(Main {
                place: self.draft.place(),
                dims,
                last: true,
                ..main.clone()
            }));
        }
        if axes == to_last {
            return Err(sentence!("it moves an image's rows"));
        }
        if !main.last {
            // A vector that was read as an image with channels last.
            self.draft.go_to(main.place)?;
            let image = [dims[1], dims[2], dims[3]];
            if let Shape::Flat(_) = self.draft.shape() {
                self.draft.reorder(&channel_order(image))?;
                let to = image.map(Size::fixed);
                self.draft
                    .plain(LayerSpec::Reshape(layers::Reshape { to }))?;
            } else if dims[2] * dims[3] != 1 || main.dims[1] * main.dims[2] != 1 {
                return Err(sentence!("it moves an image's rows"));
            }
        }
        let place = if main.last {
            main.place
        } else {
            self.draft.place()
        };
        Ok(Value::Main(Main {
            place,
            dims,
            last: false,
            ..main.clone()
        }))
    }
}
