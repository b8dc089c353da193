//! Finds the layer that each norm and PReLU follows, in files that keep no order.

use super::evidence::{Evidence, MOST_VISITS, too_many};
use super::modules::{Kind, Module};
use super::names::Name;
use crate::import::square;
use crate::sentence::sentence;

/// Puts all other modules among the `layers`: tables of labels first, norms behind the layer whose
/// channels they have, slopes behind those.
pub(super) fn among(
    modules: &[Module],
    names: &[Name],
    layers: &[usize],
) -> (Vec<usize>, Evidence) {
    let of = |kinds: &[Kind]| -> Vec<usize> {
        let is_of = |index: &usize| kinds.contains(&modules[*index].kind);
        (0..modules.len()).filter(is_of).collect()
    };
    let mut evidence = Evidence::Channels;
    let mut slots: Vec<Vec<usize>> = vec![Vec::new(); layers.len()];
    for kinds in [&[Kind::BatchNorm, Kind::Norm][..], &[Kind::PRelu]] {
        let own = of(kinds);
        let (places, said) = Slots {
            modules,
            names,
            layers,
            own: &own,
        }
        .place();
        for (index, slot) in own.iter().zip(places) {
            slots[slot].push(*index);
        }
        evidence = evidence.and(said);
    }
    let behind = layers.iter().zip(slots);
    let order = of(&[Kind::Embedding])
        .into_iter()
        .chain(behind.flat_map(|(layer, behind)| std::iter::once(*layer).chain(behind)));
    (order.collect(), evidence)
}

/// Modules that stand behind layers, one behind each at most.
struct Slots<'a> {
    modules: &'a [Module],
    names: &'a [Name],
    layers: &'a [usize],
    own: &'a [usize],
}

impl Slots<'_> {
    /// The layer behind which each of them stands.
    fn place(&self) -> (Vec<usize>, Evidence) {
        let wide: Vec<Vec<usize>> = self.own.iter().map(|index| self.fitting(*index)).collect();
        let numbers = |one: usize, other: usize| self.names[one].is_before(&self.names[other]);
        let none = |_: usize, _: usize| false;
        let mut before: &dyn Fn(usize, usize) -> bool = &numbers;
        let mut candidates = self.numbered(&wide);
        let mut found = self.search(&candidates, before);
        if found.is_empty() {
            // Numbers that count something else, as channels.
            (candidates, before) = (wide, &none);
            found = self.search(&candidates, before);
        }
        match &found[..] {
            [only] => return (only.clone(), Evidence::Channels),
            [] => {
                return (vec![0; self.own.len()], Evidence::Names);
            }
            _ => {}
        }
        let closest = self.own.iter().zip(&candidates);
        let closest: Vec<Vec<usize>> = closest
            .map(|(index, slots)| self.closest(*index, slots))
            .collect();
        let by_name = self.search(&closest, before);
        if let [only] = &by_name[..] {
            return (only.clone(), Evidence::Words);
        }
        let one = by_name.first().unwrap_or(&found[0]).clone();
        let (first, second) = (&found[0], &found[1]);
        let differ = (0..self.own.len()).find(|place| first[*place] != second[*place]);
        let why = differ.map_or_else(too_many, |place| {
            let path = |index: usize| &self.modules[index].path;
            let [one, other] = [first, second].map(|slots| path(self.layers[slots[place]]));
            sentence!(
                "“{name}” could stand behind “{one}” or “{other}”",
                name = path(self.own[place]),
                one,
                other
            )
        });
        (one, Evidence::Ambiguous(why))
    }

    /// The layers behind which the module `index` may stand, by its channels. Nothing stands behind
    /// the last.
    fn fitting(&self, index: usize) -> Vec<usize> {
        let module = &self.modules[index];
        let fits = |slot: &usize| {
            if module.kind == Kind::PRelu {
                return true;
            }
            let (layer, channels) = (&self.modules[self.layers[*slot]], module.channels());
            let dims = layer.weight().map_or(&[][..], |weight| &weight.dims);
            let next = &self.modules[self.layers[slot + 1]];
            let is_taken = match (next.kind, next.weight().map(|weight| &weight.dims[..])) {
                (Kind::Convolution, Ok([first, second, ..])) => {
                    [first, second].contains(&&channels)
                }
                _ => false,
            };
            match (layer.kind, dims) {
                (Kind::Linear, [out, ..]) => {
                    *out == channels || (is_taken && square::side(*out, channels).is_some())
                }
                (_, [first, second, ..]) => is_taken && [first, second].contains(&&channels),
                _ => false,
            }
        };
        (0..self.layers.len().saturating_sub(1))
            .filter(fits)
            .collect()
    }

    /// Those of the places that the numbers in the names of layers allow.
    fn numbered(&self, candidates: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let allows = |index: usize, slot: usize| {
            self.layers.iter().enumerate().all(|(place, layer)| {
                let (own, layer) = (&self.names[index], &self.names[*layer]);
                !(own.is_before(layer) && place <= slot || layer.is_before(own) && place > slot)
            })
        };
        let own = self.own.iter().zip(candidates);
        own.map(|(index, slots)| {
            let allowed = slots.iter().copied().filter(|slot| allows(*index, *slot));
            allowed.collect()
        })
        .collect()
    }

    /// The places behind layers whose names are closest to the module's.
    fn closest(&self, index: usize, slots: &[usize]) -> Vec<usize> {
        let affinity = |slot: &usize| self.names[index].affinity(&self.names[self.layers[*slot]]);
        let most = slots.iter().map(affinity).max();
        let is_closest = |slot: &usize| Some(affinity(slot)) == most;
        slots.iter().copied().filter(is_closest).collect()
    }

    /// Two ways at most of giving each a place of its own, `before` in that order.
    fn search(
        &self,
        candidates: &[Vec<usize>],
        before: &dyn Fn(usize, usize) -> bool,
    ) -> Vec<Vec<usize>> {
        let mut order: Vec<usize> = (0..self.own.len()).collect();
        order.sort_by_key(|place| candidates[*place].len());
        let mut search = Placing {
            order,
            candidates,
            is_before: &|one, other| before(self.own[one], self.own[other]),
            slots: vec![None; self.own.len()],
            found: Vec::new(),
            visits: 0,
        };
        search.go_on(0);
        if search.visits > MOST_VISITS && search.found.len() == 1 {
            let one = search.found[0].clone();
            search.found.push(one);
        }
        search.found
    }
}

/// A search for places.
struct Placing<'a> {
    /// Those with the fewest candidates first.
    order: Vec<usize>,
    candidates: &'a [Vec<usize>],
    is_before: &'a dyn Fn(usize, usize) -> bool,
    slots: Vec<Option<usize>>,
    found: Vec<Vec<usize>>,
    visits: usize,
}

impl Placing<'_> {
    fn go_on(&mut self, next: usize) {
        self.visits += self.slots.len();
        if self.found.len() > 1 || self.visits > MOST_VISITS {
            return;
        }
        let Some(&own) = self.order.get(next) else {
            self.found
                .push(self.slots.iter().flatten().copied().collect());
            return;
        };
        for &slot in &self.candidates[own] {
            let others = self.slots.iter().enumerate();
            let is_free = others
                .filter_map(|(other, taken)| Some((other, (*taken)?)))
                .all(|(other, taken)| {
                    taken != slot
                        && !((self.is_before)(own, other) && taken < slot)
                        && !((self.is_before)(other, own) && slot < taken)
                });
            if is_free {
                self.slots[own] = Some(slot);
                self.go_on(next + 1);
                self.slots[own] = None;
            }
        }
    }
}
