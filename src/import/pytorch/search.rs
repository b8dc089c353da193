//! Finds the networks in a checkpoint, however deep they are nested.

use super::archive::Opened;
use super::heap::{Heap, Id, Value};
use super::{leaves, storage};
use crate::import::parameters::is_parameter;
use crate::import::roles::Part;
use std::collections::HashSet;

/// How deep a checkpoint is looked into.
const DEEPEST: usize = 8;
/// Most entries that are looked at for it.
const MOST_VISITS: usize = 1 << 20;
/// Most networks that a checkpoint is looked through for.
const MOST_NETWORKS: usize = 64;

/// A network inside a checkpoint.
pub(super) struct Network {
    /// Where it is, with dots; empty at the top.
    pub path: String,
    pub id: Id,
    pub is_module: bool,
}

/// What a checkpoint holds.
#[derive(Default)]
pub(super) struct Contents {
    pub networks: Vec<Network>,
    /// The name of a tensor that is of none.
    pub loose: Option<String>,
    /// Where an average lies that is a list without names, as `shadow_params`.
    pub nameless: Option<String>,
}

/// What lies below `root`.
pub(super) fn contents(opened: &Opened<'_>, root: Id) -> Contents {
    let mut search = Search {
        heap: &opened.heap,
        found: Contents::default(),
        seen: HashSet::new(),
        left: MOST_VISITS,
    };
    search.visit(root, "", 0);
    search.found
}

/// How many values lie directly in one.
fn size(heap: &Heap, id: Id) -> usize {
    let entries = heap
        .entries(id)
        .or_else(|| heap.entries(heap.attributes(id)?));
    let elements = || heap.sequence(id).map_or(0, <[_]>::len);
    entries.map_or_else(elements, <[_]>::len)
}

/// What lies directly in a value, by name: entries of a dictionary, elements of a list, attributes
/// of an object.
fn inner(heap: &Heap, id: Id) -> Vec<(String, Id)> {
    let name = |id: Id| match heap.get(id) {
        Value::Text(text) => Some(text.clone()),
        Value::Integer(number) => Some(number.to_string()),
        _ => None,
    };
    let entries = heap
        .entries(id)
        .or_else(|| heap.entries(heap.attributes(id)?));
    if let Some(entries) = entries {
        let named = entries
            .iter()
            .filter_map(|(key, value)| Some((name(*key)?, *value)));
        return named.collect();
    }
    let elements = heap.sequence(id).unwrap_or_default().iter().enumerate();
    elements
        .map(|(index, value)| (index.to_string(), *value))
        .collect()
}

/// What `name` is in the value `id`.
pub(super) fn at(heap: &Heap, id: Id, name: &str) -> Option<Id> {
    let modules = heap
        .attributes(id)
        .and_then(|state| heap.entry(state, "_modules"));
    let child = modules.and_then(|modules| heap.entry(modules, name));
    child.or_else(|| {
        let mut inner = inner(heap, id).into_iter().rev();
        inner.find_map(|(other, value)| (other == name).then_some(value))
    })
}

struct Search<'a> {
    heap: &'a Heap,
    found: Contents,
    /// Values that many point at are looked at once.
    seen: HashSet<Id>,
    left: usize,
}

impl Search<'_> {
    fn visit(&mut self, id: Id, path: &str, depth: usize) {
        let heap = self.heap;
        if depth > DEEPEST || self.found.networks.len() >= MOST_NETWORKS || !heap.is_container(id) {
            return;
        }
        if !self.seen.insert(id) {
            return;
        }
        let Some(left) = self.left.checked_sub(1 + size(heap, id)) else {
            return;
        };
        self.left = left;
        let network = |is_module| Network {
            path: path.to_owned(),
            id,
            is_module,
        };
        if leaves::is_module(heap, id) {
            self.found.networks.push(network(true));
            return;
        }
        let inner = inner(heap, id);
        // An optimiser's state has tensors, too.
        if inner.iter().any(|(name, _)| name == "param_groups") {
            return;
        }
        let mut is_network = false;
        for (name, _) in inner
            .iter()
            .filter(|(_, value)| storage::is_tensor(heap, *value))
        {
            if is_parameter(name) {
                is_network = true;
            } else {
                self.found.loose.get_or_insert(name.clone());
                if heap.sequence(id).is_some() && Part::of(path).is_average {
                    self.found.nameless.get_or_insert(path.to_owned());
                }
            }
        }
        if is_network {
            self.found.networks.push(network(false));
        }
        for (name, value) in inner {
            if storage::is_tensor(heap, value) {
                continue;
            }
            let below = if path.is_empty() {
                name
            } else {
                format!("{path}.{name}")
            };
            self.visit(value, &below, depth + 1);
        }
    }
}
