//! Finds the order of layers in files that keep none: by the numbers in their names, by channels, which
//! have to match from layer to layer, and by words in their names.

use super::evidence::{Evidence, MOST_VISITS, too_many};
use super::modules::{Kind, Module};
use super::names::Name;
use super::places::among;
use crate::import::square;
use crate::sentence::sentence;

/// Channels that an image may have.
const IMAGES: [usize; 3] = [1, 3, 4];

/// Modules in an order.
pub(super) struct Order {
    pub modules: Vec<Module>,
    pub evidence: Evidence,
}

/// Sorts modules that come in the order of their names.
pub(super) fn sorted(modules: Vec<Module>) -> Order {
    let (order, evidence) = order(&modules);
    let mut all: Vec<Option<Module>> = modules.into_iter().map(Some).collect();
    let modules = order.into_iter().filter_map(|index| all[index].take());
    Order {
        modules: modules.collect(),
        evidence,
    }
}

/// The orders in which the channels of modules meet, where numbers alone do not say one; at most `most`.
pub(super) fn candidates(modules: &[Module], most: usize) -> Vec<Vec<Module>> {
    let names: Vec<Name> = modules
        .iter()
        .map(|module| Name::new(&module.path))
        .collect();
    if by_numbers(&names).is_some() {
        return Vec::new();
    }
    let all = mixing(modules);
    let by_number = |one: usize, other: usize| names[one].is_before(&names[other]);
    let mut found = Chains::search(modules, &all, &by_number, most);
    if found.is_empty() {
        found = Chains::search(modules, &all, &|_, _| false, most);
    }
    let orders = found.into_iter().filter_map(|layers| {
        let (order, evidence) = among(modules, &names, &layers);
        let modules = order.into_iter().map(|index| modules[index].clone());
        (evidence != Evidence::Names).then(|| modules.collect())
    });
    orders.collect()
}

fn order(modules: &[Module]) -> (Vec<usize>, Evidence) {
    let names: Vec<Name> = modules
        .iter()
        .map(|module| Name::new(&module.path))
        .collect();
    if let Some(order) = by_numbers(&names) {
        return (order, Evidence::Numbers);
    }
    if let Some((layers, evidence)) = layers(modules, &names) {
        let (order, placed) = among(modules, &names, &layers);
        let evidence = evidence.and(placed);
        // What does not fit in among them is no chain of layers and norms.
        if evidence != Evidence::Names {
            return (order, evidence);
        }
    }
    ((0..modules.len()).collect(), Evidence::Names)
}

/// The order that numbers alone say, if they say where every module is.
fn by_numbers(names: &[Name]) -> Option<Vec<usize>> {
    let before = |index: usize| {
        let others = names.iter().filter(|other| other.is_before(&names[index]));
        others.count()
    };
    let mut order: Vec<(usize, usize)> = (0..names.len())
        .map(|index| (before(index), index))
        .collect();
    order.sort_unstable();
    let is_each = order
        .iter()
        .enumerate()
        .all(|(place, (before, _))| place == *before);
    is_each.then(|| order.into_iter().map(|(_, index)| index).collect())
}

/// What comes out of a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Flow {
    /// The latent, of any size.
    Start,
    Flat(usize),
    Image(usize),
}

/// What a layer may make of what comes in; a kernel may be a convolution's, or a transposed one's.
fn outputs(module: &Module, input: Flow) -> Vec<Flow> {
    let dims = module.weight().map_or(&[][..], |weight| &weight.dims);
    match (module.kind, dims) {
        (Kind::Linear, [out, inputs]) => {
            let fits = input == Flow::Start || input == Flow::Flat(*inputs);
            fits.then_some(Flow::Flat(*out)).into_iter().collect()
        }
        (Kind::Convolution, [first, second, ..]) => {
            let takes = |channels: usize| match input {
                Flow::Start => false,
                Flow::Flat(features) => square::side(features, channels).is_some(),
                Flow::Image(own) => own == channels,
            };
            let transposed = input == Flow::Start || takes(*first);
            let mut found = Vec::new();
            found.extend(transposed.then_some(Flow::Image(*second)));
            found.extend((takes(*second) && first != second).then_some(Flow::Image(*first)));
            found
        }
        _ => Vec::new(),
    }
}

/// The layers that mix channels.
fn mixing(modules: &[Module]) -> Vec<usize> {
    let is_layer = |index: &usize| matches!(modules[*index].kind, Kind::Linear | Kind::Convolution);
    (0..modules.len()).filter(is_layer).collect()
}

/// The layers that mix channels, in an order, and what that follows from; nothing where their
/// channels meet in no order.
fn layers(modules: &[Module], names: &[Name]) -> Option<(Vec<usize>, Evidence)> {
    let all = mixing(modules);
    let by_number = |one: usize, other: usize| names[one].is_before(&names[other]);
    let by_word = |one: usize, other: usize| names[one].place() < names[other].place();
    let with_both = |one: usize, other: usize| by_number(one, other) || by_word(one, other);
    let search = |before: &dyn Fn(usize, usize) -> bool| Chains::search(modules, &all, before, 2);
    let mut found = search(&by_number);
    let mut with_words = Vec::new();
    match found.len() {
        0 => {
            found = search(&|_, _| false);
            if found.len() > 1 {
                with_words = search(&by_word);
            }
        }
        1 => {}
        _ => with_words = search(&with_both),
    }
    if let [only] = &with_words[..] {
        return Some((only.clone(), Evidence::Words));
    }
    let first = with_words.first().or(found.first())?.clone();
    let evidence = match &found[..] {
        [_] => Evidence::Channels,
        [one, other, ..] => {
            let differ = one.iter().zip(other).find(|(one, other)| one != other);
            let pair = differ.map(|(one, other)| [one, other].map(|index| &modules[*index].path));
            Evidence::Ambiguous(pair.map_or_else(too_many, |[one, other]| {
                sentence!("“{one}” and “{other}” could change places", one, other)
            }))
        }
        [] => return None,
    };
    Some((first, evidence))
}

/// A search for orders in which each layer takes what the one before makes.
struct Chains<'a> {
    modules: &'a [Module],
    /// For each layer its module, and the layers that have to come before it.
    layers: Vec<(usize, Vec<usize>)>,
    used: Vec<bool>,
    order: Vec<usize>,
    found: Vec<Vec<usize>>,
    /// Most that are looked for.
    most: usize,
    visits: usize,
}

impl<'a> Chains<'a> {
    fn search(
        modules: &'a [Module],
        all: &[usize],
        before: &dyn Fn(usize, usize) -> bool,
        most: usize,
    ) -> Vec<Vec<usize>> {
        let earlier = |&index: &usize| {
            let own = all
                .iter()
                .enumerate()
                .filter(|(_, other)| before(**other, index));
            (index, own.map(|(place, _)| place).collect())
        };
        let mut search = Self {
            modules,
            layers: all.iter().map(earlier).collect(),
            used: vec![false; all.len()],
            order: Vec::new(),
            found: Vec::new(),
            most,
            visits: 0,
        };
        search.go_on(Flow::Start);
        // Given up half-way: that one was found does not mean that there is no other.
        if search.visits > MOST_VISITS && search.found.len() == 1 {
            search.found.push(all.to_vec());
        }
        search.found
    }

    fn go_on(&mut self, input: Flow) {
        self.visits += self.layers.len();
        if self.found.len() >= self.most || self.visits > MOST_VISITS {
            return;
        }
        if self.order.len() == self.layers.len() {
            let ends = match input {
                Flow::Image(channels) => IMAGES.contains(&channels),
                Flow::Flat(_) => true,
                Flow::Start => false,
            };
            if ends && !self.found.contains(&self.order) {
                self.found.push(self.order.clone());
            }
            return;
        }
        for place in 0..self.layers.len() {
            let (index, earlier) = &self.layers[place];
            if self.used[place] || earlier.iter().any(|other| !self.used[*other]) {
                continue;
            }
            let index = *index;
            for output in outputs(&self.modules[index], input) {
                self.used[place] = true;
                self.order.push(index);
                self.go_on(output);
                self.order.pop();
                self.used[place] = false;
            }
        }
    }
}
