//! The modules of a network that was saved whole, in the order in which they were defined.

use super::archive::Opened;
use super::heap::{Id, Value};
use crate::import::array::Found;
use crate::import::parameters::Named;

/// Most modules, and most values that are looked at for them.
const MOST_MODULES: usize = 1024;
const MOST_VISITS: usize = 1 << 14;
/// How deep modules may lie in each other.
const DEEPEST: usize = 32;

/// A module without modules of its own.
pub(super) struct Leaf {
    pub path: String,
    /// Its class's last name, as `Conv2d`.
    pub class: String,
    /// Its attributes.
    pub state: Id,
    pub tensors: Vec<Named>,
}

/// Whether attributes are those of a module: of `nn.Module`, or of one that TorchScript saved.
pub(super) fn is_module(opened: &Opened<'_>, state: Id) -> bool {
    let heap = &opened.heap;
    heap.entry(state, "_modules").is_some()
        || heap
            .entries(state)
            .unwrap_or_default()
            .iter()
            .any(|(_, value)| {
                heap.class(*value)
                    .is_some_and(|class| class.starts_with("__torch__"))
                    || super::storage::is_tensor(heap, *value)
            })
}

/// All leaves of the module `id`.
pub(super) fn leaves(opened: &Opened<'_>, id: Id) -> Found<Vec<Leaf>> {
    let mut walk = Walk {
        opened,
        leaves: Vec::new(),
        visits: 0,
    };
    walk.visit(id, "", 0)?;
    Ok(walk.leaves)
}

struct Walk<'a, 'b> {
    opened: &'a Opened<'b>,
    leaves: Vec<Leaf>,
    visits: usize,
}

impl Walk<'_, '_> {
    fn visit(&mut self, id: Id, path: &str, depth: usize) -> Found<()> {
        let heap = &self.opened.heap;
        self.visits += 1;
        if depth > DEEPEST || self.visits > MOST_VISITS || self.leaves.len() >= MOST_MODULES {
            return Err(format!(
                "its modules are more than {MOST_MODULES}, or lie more than {DEEPEST} deep"
            ));
        }
        let class = heap.class(id).unwrap_or_default();
        let class = class.rsplit('.').next().unwrap_or_default().to_owned();
        let Some(state) = heap.attributes(id) else {
            // A module without attributes, as TorchScript saves an activation.
            if matches!(heap.get(id), Value::Object { .. }) {
                let state = id;
                self.leaves.push(Leaf {
                    path: path.to_owned(),
                    class,
                    state,
                    tensors: Vec::new(),
                });
            }
            return Ok(());
        };
        let below = |name: &str| {
            if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        };
        let children: Vec<(String, Id)> = match heap.entry(state, "_modules") {
            Some(modules) => heap.entries(modules).unwrap_or_default().to_vec(),
            None => heap.entries(state).unwrap_or_default().to_vec(),
        }
        .into_iter()
        .filter(|(_, child)| {
            matches!(heap.get(*child), Value::Object { .. })
                && !super::storage::is_tensor(heap, *child)
                && heap.entries(*child).is_none()
        })
        .filter_map(|(name, child)| Some((below(heap.text(name)?), child)))
        .collect();
        let tensors = self.tensors(state, &below)?;
        if children.is_empty() {
            self.leaves.push(Leaf {
                path: path.to_owned(),
                class,
                state,
                tensors,
            });
            return Ok(());
        }
        if let Some(tensor) = tensors.first() {
            return Err(format!(
                "“{}” belongs to a module of the class {class}, whose work is code of its own",
                tensor.name
            ));
        }
        for (path, child) in children {
            self.visit(child, &path, depth + 1)?;
        }
        Ok(())
    }

    fn tensors(&self, state: Id, below: &impl Fn(&str) -> String) -> Found<Vec<Named>> {
        let heap = &self.opened.heap;
        let groups = ["_parameters", "_buffers"].map(|group| heap.entry(state, group));
        let own = if groups.iter().any(Option::is_some) {
            None
        } else {
            Some(state)
        };
        let groups = groups.into_iter().flatten().chain(own);
        let mut tensors = Vec::new();
        for (name, value) in groups.flat_map(|group| heap.entries(group).unwrap_or_default()) {
            let Some(name) = heap.text(*name) else {
                continue;
            };
            if let Some(array) = self.opened.storages.tensor(heap, *value) {
                let name = below(name);
                let array = array.map_err(|why| format!("its tensor “{name}”: {why}"))?;
                tensors.push(Named { name, array });
            }
        }
        Ok(tensors)
    }
}
