//! A draft's steps: every value of a network is the end of a list of layers, and lists that begin alike
//! share their beginning. A branch is where two lists part.

use super::draft::{Draft, Part};
use super::found::Found;
use crate::layers::LayerSpec;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// A value of the network, named by the last layer that made it; the latent is 0.
pub(super) type Place = usize;

/// A layer behind a place.
#[derive(Debug)]
struct Step {
    before: Place,
    /// Layers up to this one.
    depth: usize,
    part: Rc<Part>,
    /// Trainable numbers up to this one.
    parameters: u64,
}

/// All steps of a draft.
#[derive(Debug, Default)]
pub(super) struct Steps {
    list: Vec<Step>,
    /// The steps behind each place that have no weights: the same layer twice is one.
    plain: HashMap<Place, Vec<Place>>,
    /// Places from which more than one layer goes on: what made them stays as it is.
    kept: HashSet<Place>,
}

impl Steps {
    fn get(&self, place: Place) -> Option<&Step> {
        self.list.get(place.checked_sub(1)?)
    }

    pub fn part(&self, place: Place) -> Option<&Rc<Part>> {
        self.get(place).map(|step| &step.part)
    }

    pub fn before(&self, place: Place) -> Place {
        self.get(place).map_or(0, |step| step.before)
    }

    pub fn depth(&self, place: Place) -> usize {
        self.get(place).map_or(0, |step| step.depth)
    }

    pub fn parameters(&self, place: Place) -> u64 {
        self.get(place).map_or(0, |step| step.parameters)
    }

    pub fn is_kept(&self, place: Place) -> bool {
        self.kept.contains(&place)
    }

    fn known(&self, before: Place, layer: &LayerSpec) -> Option<Place> {
        let plain = self.plain.get(&before)?.iter().copied();
        plain.into_iter().find(|place| {
            let part = self.part(*place);
            part.is_some_and(|part| part.layer == *layer)
        })
    }

    fn add(&mut self, before: Place, part: Rc<Part>, parameters: u64) -> Place {
        let is_plain = part.weights.is_empty();
        self.list.push(Step {
            before,
            depth: self.depth(before) + 1,
            part,
            parameters: self.parameters(before).saturating_add(parameters),
        });
        let place = self.list.len();
        if is_plain {
            self.plain.entry(before).or_default().push(place);
        }
        place
    }

    /// The last place that both come from.
    pub fn common(&self, mut one: Place, mut other: Place) -> Place {
        while one != other {
            if self.depth(one) >= self.depth(other) {
                one = self.before(one);
            } else {
                other = self.before(other);
            }
        }
        one
    }

    /// The places behind `start` up to `end`, in order.
    pub fn between(&self, start: Place, end: Place) -> Vec<Place> {
        let before = |place: &Place| (*place != 0).then(|| self.before(*place));
        let back = std::iter::successors(Some(end), before);
        let is_behind = |place: &Place| *place != start && *place != 0;
        let mut places: Vec<Place> = back.take_while(is_behind).collect();
        places.reverse();
        places
    }
}

impl Draft {
    /// The value that the draft goes on from.
    pub fn place(&self) -> Place {
        self.at
    }

    /// Goes on from another value.
    pub fn go_to(&mut self, place: Place) -> Found<()> {
        if place == self.at {
            return Ok(());
        }
        let all = self.steps.between(0, place);
        self.budget.steps(&[all.len() + 1])?;
        let parts = all.into_iter().filter_map(|place| self.steps.part(place));
        self.parts = parts.cloned().collect();
        self.at = place;
        Ok(())
    }

    /// Says that several layers go on from a value.
    pub fn keep(&mut self, place: Place) {
        self.steps.kept.insert(place);
    }

    /// Whether the last layer may still be changed: nothing else goes on from it.
    pub fn is_open(&self) -> bool {
        !self.steps.is_kept(self.at)
    }

    pub(super) fn add(&mut self, part: Rc<Part>, parameters: u64) {
        let known = (part.weights.is_empty()).then(|| self.steps.known(self.at, &part.layer));
        self.at = match known.flatten() {
            Some(place) => place,
            None => self.steps.add(self.at, part.clone(), parameters),
        };
        self.parts.push(part);
    }

    /// Changes the last layer, for what goes on from here alone.
    pub(super) fn change_last(&mut self, change: impl FnOnce(&mut Part)) {
        let Some(mut part) = self.parts.pop() else {
            return;
        };
        let before = self.steps.before(self.at);
        let own = self.steps.parameters(self.at) - self.steps.parameters(before);
        change(Rc::make_mut(&mut part));
        self.at = before;
        self.add(part, own);
    }

    /// Takes the last layers from `index` on away, to be added once more.
    pub(super) fn take_from(&mut self, index: usize) -> Vec<(Rc<Part>, u64)> {
        let mut taken = Vec::new();
        while self.parts.len() > index {
            let Some(part) = self.parts.pop() else { break };
            let before = self.steps.before(self.at);
            let own = self.steps.parameters(self.at) - self.steps.parameters(before);
            taken.push((part, own));
            self.at = before;
        }
        taken.reverse();
        taken
    }
}
