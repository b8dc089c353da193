//! Operators that take several values of the network: branches that meet.

use super::constant::Constant;
use super::graph::Walk;
use super::proto::Node;
use super::shapes::axis;
use super::value::{Main, Value};
use crate::import::array::count;
use crate::import::found::{Found, written};
use crate::import::join::Join;
use crate::import::steps::Place;
use crate::layers::{self, LayerSpec, UpsampleMode};
use crate::sentence::sentence;
use crate::spec::Size;

impl Walk<'_> {
    /// The same inputs, where a label's features and constant images that meet the network become values of
    /// it. The first label that is put beside the latent stays one: the next layer takes it.
    pub fn as_values(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
    ) -> Found<Vec<Option<Value>>> {
        let mut inputs = inputs.to_vec();
        let main = inputs.iter().flatten().find_map(|value| match value {
            Value::Main(main) => Some(main.clone()),
            _ => None,
        });
        let is_first_label =
            node.operator == "Concat" && self.draft.classes.is_none() && inputs.len() == 2;
        let joins = ["Add", "Sub", "Mul", "Concat"].contains(&node.operator.as_str());
        let Some(main) = main.filter(|main| joins && main.label_gap == 0) else {
            return Ok(inputs);
        };
        for input in inputs.iter_mut().flatten() {
            if let Value::Constant(constant) = input
                && let Some(dims) = image_of(node, constant, &main)
            {
                self.settle(&main)?;
                let place = self.draft.place();
                self.draft.budget.numbers(constant.len())?;
                self.draft
                    .constant_image(place, dims, constant.array().values)?;
                *input = self.made([&[main.dims[0]], &dims[..]].concat(), false);
                continue;
            }
            let Value::Embedding { table, dims } = input else {
                continue;
            };
            let features = table.dims[1];
            let is_vector = dims.get(1) == Some(&features);
            let is_whole = count(dims.get(1..).unwrap_or_default())? == features;
            if (is_vector && is_first_label) || !(is_vector || is_whole) {
                continue;
            }
            self.settle(&main)?;
            let place = self.draft.place();
            self.draft.label_features(place, table)?;
            let full = dims.clone();
            *input = match is_whole {
                true => self.made(full, false),
                false => self.over_pixels(full)?,
            };
        }
        Ok(inputs)
    }

    /// The same inputs, where an image that does not depend on the latent, as StyleGAN begins with, becomes a
    /// value of the network: an operator that is not computed beforehand works on it.
    pub fn begun(&mut self, inputs: &[Option<Value>]) -> Found<Vec<Option<Value>>> {
        let mut inputs = inputs.to_vec();
        let all_constant = inputs
            .iter()
            .flatten()
            .all(|value| matches!(value, Value::Constant(_)));
        if let Some(Some(Value::Constant(constant))) = inputs.first()
            && all_constant
            && let &[1, channels, height, width] = &constant.dims[..]
            && channels * height * width > 0
        {
            self.draft.budget.numbers(constant.len())?;
            let values = constant.array().values;
            self.draft
                .constant_image(0, [channels, height, width], values)?;
            inputs[0] = Some(self.made(vec![1, channels, height, width], false));
        }
        Ok(inputs)
    }

    /// A vector, the same at each pixel.
    fn over_pixels(&mut self, dims: Vec<usize>) -> Found<Value> {
        let [_, channels, height, width] = dims[..] else {
            return Err(sentence!("it repeats something other than a label"));
        };
        let to = [channels, 1, 1].map(Size::fixed);
        self.draft
            .plain(LayerSpec::Reshape(layers::Reshape { to }))?;
        self.draft.plain(LayerSpec::Resize(layers::Resize {
            to: [height, width].map(Size::fixed),
            mode: UpsampleMode::Nearest,
        }))?;
        Ok(self.made(dims, false))
    }

    pub fn joined(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
        mains: &[Main],
    ) -> Found<Value> {
        let how = match node.operator.as_str() {
            "Add" | "Sum" => Join::Sum,
            "Sub" => Join::Difference,
            "Mul" => Join::Product,
            "Concat" => Join::Concat,
            _ if mains.is_empty() => {
                return Err(sentence!(
                    "it works on a label's features, which Ganvas does not support"
                ));
            }
            _ => {
                return Err(sentence!(
                    "branches meet in it; they can only be added, subtracted, multiplied or concatenated"
                ));
            }
        };
        if mains.len() != inputs.len() {
            return Err(sentence!(
                "it takes constants or labels beside several branches"
            ));
        }
        let Some(last) = mains.first().map(|main| main.last) else {
            return Err(sentence!("it has no input"));
        };
        if mains.iter().any(|main| main.last != last) {
            return Err(sentence!("one branch has its channels last, another first"));
        }
        if mains.iter().any(|main| main.label_gap != 0) {
            return Err(sentence!(
                "a label joins before it that no layer has taken yet"
            ));
        }
        let dims = match how {
            Join::Concat => side_by_side(node, mains)?,
            _ => broadcast(mains)?,
        };
        let mut places: Vec<Place> = Vec::with_capacity(mains.len());
        for main in mains {
            self.settle(main)?;
            places.push(self.draft.place());
        }
        self.draft.join_all(how, &places, node.name())?;
        Ok(self.made(dims, last))
    }
}

/// Channels, height and width of a constant that is an image of its own beside `main`: joined with it, or with
/// numbers that differ from pixel to pixel.
fn image_of(node: &Node, constant: &Constant, main: &Main) -> Option<[usize; 3]> {
    let missing = main.dims.len().checked_sub(constant.dims.len())?;
    let whole = [vec![1; missing], constant.dims.clone()].concat();
    let &[1, channels, height, width] = &whole[..] else {
        return None;
    };
    let differs = height * width > 1;
    let is_spread = node.operator != "Concat" && main.dims[2..] == [1, 1];
    let fits = (main.dims[2..] == [height, width] || is_spread) && !main.last && channels > 0;
    (fits && (differs || node.operator == "Concat")).then_some([channels, height, width])
}

/// The dimensions of values whose channels are put side by side.
fn side_by_side(node: &Node, mains: &[Main]) -> Found<Vec<usize>> {
    let first = &mains[0];
    let axis = axis(node.whole("axis", 1), first.dims.len())?;
    let channels = if first.last { first.dims.len() - 1 } else { 1 };
    if axis != channels {
        return Err(sentence!(
            "it joins along axis {axis}, which is not that of the features",
            axis
        ));
    }
    let mut dims = first.dims.clone();
    for main in &mains[1..] {
        let fits = main.dims.len() == dims.len()
            && (0..dims.len()).all(|side| side == axis || main.dims[side] == dims[side]);
        if !fits {
            return Err(sentence!(
                "it joins {dims} and {other}",
                dims = written(&dims),
                other = written(&main.dims)
            ));
        }
        dims[axis] = dims[axis].saturating_add(main.dims[axis]);
    }
    Ok(dims)
}

/// The dimensions of values that are added or multiplied, where sides of 1 are repeated.
fn broadcast(mains: &[Main]) -> Found<Vec<usize>> {
    let mut dims = mains[0].dims.clone();
    for main in &mains[1..] {
        let side = |(own, other): (&usize, &usize)| match (*own, *other) {
            (own, other) if own == other || other == 1 => Some(own),
            (1, other) => Some(other),
            _ => None,
        };
        let sides: Option<Vec<usize>> = dims.iter().zip(&main.dims).map(side).collect();
        let sides = sides.filter(|_| main.dims.len() == dims.len());
        dims = sides.ok_or_else(|| {
            sentence!(
                "it joins {dims} and {other}",
                dims = written(&dims),
                other = written(&main.dims)
            )
        })?;
    }
    Ok(dims)
}
