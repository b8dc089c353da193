//! Branches that meet again: what each makes of the last value that both come from becomes a list of
//! its own, inside one layer.

use super::affine::uniform;
use super::array::plainly;
use super::draft::{Draft, Part, Weight};
use super::found::Found;
use super::steps::Place;
use crate::layers::{self, LayerSpec, NetworkSpec};
use crate::sentence::sentence;
use crate::spec::{Shape, Size};
use std::rc::Rc;

/// How two values become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Join {
    Sum,
    /// The second is taken from the first.
    Difference,
    /// Channels side by side.
    Concat,
    Product,
}

/// Multiplications that planning a layer inside another counts for, so that no nest of branches takes
/// long.
const PLANNING: usize = 1 << 12;

/// A branch: its layers, and their weights under the names that they have inside of the layer.
struct Arm {
    layers: NetworkSpec,
    parts: Vec<Rc<Part>>,
    /// What its end is multiplied by, if the last step was that.
    gain: Option<f32>,
}

impl Arm {
    fn numbers(&self) -> usize {
        let weights = self.parts.iter().flat_map(|part| &part.weights);
        weights.map(|weight| weight.array.values.len()).sum()
    }

    /// Takes the factor at the end away, if there is one.
    fn take_gain(&mut self) -> Option<f32> {
        let gain = self.gain.take()?;
        self.layers.pop();
        self.parts.pop();
        Some(gain)
    }

    fn weights(self, branch: &str) -> impl Iterator<Item = Weight> {
        let parts = self.parts.into_iter().enumerate();
        parts.flat_map(move |(index, part)| {
            let weights = part.weights.iter().map(|weight| Weight {
                role: format!("{branch}.{index}.{}", weight.role).into(),
                ..weight.clone()
            });
            weights.collect::<Vec<_>>()
        })
    }
}

impl Draft {
    /// Goes on from what two values become together. `from` is the joining layer's name in the file.
    pub fn join(&mut self, how: Join, ends: [Place; 2], from: &str) -> Found<()> {
        let ends = self.alike(how, ends)?;
        if let Some(known) = self.joins.get(&(how, ends)) {
            return self.go_to(*known);
        }
        if how == Join::Concat && self.rejoin(ends)? {
            return Ok(());
        }
        let start = self.steps.common(ends[0], ends[1]);
        let twice = match how {
            Join::Sum => Some(2.0),
            Join::Difference => Some(0.0),
            Join::Concat | Join::Product => None,
        };
        if let Some(factor) = twice.filter(|_| ends[0] == ends[1]) {
            self.go_to(start)?;
            return self.scale_by(vec![factor], vec![0.0]);
        }
        let places = ends.map(|end| self.steps.between(start, end));
        self.note_crossing(&places, from)?;
        let [first, second] = places.map(|places| self.arm(&places));
        let all = [&first, &second].map(|arm| arm.layers.iter().map(|layer| layer.all().len()));
        let count: usize = all.into_iter().flatten().sum();
        self.budget.steps(&[count, PLANNING])?;
        let (layer, weights) = match how {
            Join::Concat | Join::Product => side_by_side(how, first, second),
            Join::Sum if is_body(&first, &second) => residual(first, second, 1.0),
            Join::Sum => residual(second, first, 1.0),
            Join::Difference => residual(second, first, -1.0),
        };
        self.go_to(start)?;
        self.push(from, layer, weights)?;
        self.joins.insert((how, ends), self.place());
        Ok(())
    }

    /// Joins several values, one after another: first those that were joined before, or that part last.
    pub fn join_all(&mut self, how: Join, ends: &[Place], from: &str) -> Found<()> {
        let mut ends = ends.to_vec();
        while ends.len() > 1 {
            self.budget.steps(&[ends.len(), ends.len()])?;
            let nearness = |index: &usize| {
                let pair = [ends[*index], ends[index + 1]];
                let known = self.joins.contains_key(&(how, pair));
                let apart = std::cmp::Reverse(*index);
                (
                    known,
                    self.steps.depth(self.steps.common(pair[0], pair[1])),
                    apart,
                )
            };
            let index = (0..ends.len() - 1).max_by_key(nearness).unwrap_or(0);
            self.join(how, [ends[index], ends[index + 1]], from)?;
            ends[index] = self.place();
            ends.remove(index + 1);
        }
        match ends[..] {
            [end] => self.go_to(end),
            _ => Err(sentence!("it joins nothing")),
        }
    }

    /// The last value that all of these come from.
    pub fn common(&self, ends: &[Place]) -> Place {
        let ends = ends.iter().copied();
        ends.reduce(|one, other| self.steps.common(one, other))
            .unwrap_or(0)
    }

    /// Goes on from `layer`, whose branches are what comes behind `start` up to each of `ends`.
    pub fn enclose(
        &mut self,
        layer: &LayerSpec,
        start: Place,
        ends: &[Place],
        from: &str,
    ) -> Found<()> {
        if ends
            .iter()
            .any(|end| self.steps.common(start, *end) != start)
        {
            return Err(sentence!(
                "the latent itself becomes an image in an order that Ganvas does not support"
            ));
        }
        let arms = ends
            .iter()
            .map(|end| self.arm(&self.steps.between(start, *end)));
        let arms: Vec<Arm> = arms.collect();
        let lists = arms.iter().map(|arm| arm.layers.clone()).collect();
        let whole = layer.with_branches(lists);
        let names = layer.branches().into_iter().map(|(name, _)| name);
        let weights = arms
            .into_iter()
            .zip(names)
            .flat_map(|(arm, name)| arm.weights(name));
        let weights = weights.collect();
        self.go_to(start)?;
        self.push(from, whole, weights)
    }

    fn arm(&self, places: &[Place]) -> Arm {
        let parts = places.iter().filter_map(|place| self.steps.part(*place));
        let parts: Vec<Rc<Part>> = parts.cloned().collect();
        Arm {
            layers: parts.iter().map(|part| part.layer.clone()).collect(),
            gain: parts.last().and_then(|part| uniform(part)),
            parts,
        }
    }

    /// Brings two values to one shape where one repeats over the other: a vector over pixels, one channel
    /// over several.
    fn alike(&mut self, how: Join, ends: [Place; 2]) -> Found<[Place; 2]> {
        let mut ends = ends;
        for (own, other) in [(0, 1), (1, 0)] {
            let Shape::Image([others, height, width]) = self.shape_at(ends[other]) else {
                continue;
            };
            self.go_to(ends[own])?;
            if let Shape::Flat(features) = self.shape() {
                let to = [features, 1, 1].map(Size::fixed);
                self.plain(LayerSpec::Reshape(layers::Reshape { to }))?;
            }
            let [channels, rows, columns] = self.shape().dims();
            if how != Join::Concat && channels == 1 && others > 1 {
                self.select(&vec![0; others])?;
            }
            if [rows, columns] == [1, 1] && [height, width] != [1, 1] {
                self.plain(LayerSpec::Resize(layers::Resize {
                    to: [height, width].map(Size::fixed),
                    mode: layers::UpsampleMode::Nearest,
                }))?;
            }
            ends[own] = self.place();
        }
        Ok(ends)
    }

    /// Layers that lie in two branches which cross are held twice, which is said.
    fn note_crossing(&mut self, places: &[Vec<Place>; 2], from: &str) -> Found<()> {
        for place in places.iter().flatten() {
            let is_first = self.inside.insert(*place);
            let part = self.steps.part(*place);
            let numbers = part.map_or(0, |part| {
                part.weights.iter().map(|w| w.array.values.len()).sum()
            });
            if !is_first && numbers > 0 {
                self.budget.numbers(numbers)?;
                let name = from.to_owned();
                self.assume(sentence!(
                    "the branches that meet in “{name}” cross others: layers that lie in several of them \
                     are held once for each",
                    name
                ));
            }
        }
        Ok(())
    }
}

/// Whether the first is the body of the two: what learns, or else what is longer.
fn is_body(first: &Arm, second: &Arm) -> bool {
    let weight = |arm: &Arm| (arm.numbers(), arm.layers.len());
    weight(first) >= weight(second)
}

fn residual(mut body: Arm, shortcut: Arm, sign: f64) -> (LayerSpec, Vec<Weight>) {
    let gain = body.take_gain().map_or(1.0, plainly) * sign;
    let layer = LayerSpec::Residual(layers::Residual {
        body: body.layers.clone(),
        shortcut: shortcut.layers.clone(),
        gain,
    });
    let weights = body.weights("body").chain(shortcut.weights("shortcut"));
    (layer, weights.collect())
}

fn side_by_side(how: Join, one: Arm, other: Arm) -> (LayerSpec, Vec<Weight>) {
    let (first, second) = (one.layers.clone(), other.layers.clone());
    let layer = match how {
        Join::Product => LayerSpec::Product(layers::Product { first, second }),
        _ => LayerSpec::Concat(layers::Concat { first, second }),
    };
    let (first, second) = (one, other);
    let weights = first.weights("first").chain(second.weights("second"));
    (layer, weights.collect())
}
