//! The modules of a network that was saved whole, in the order of their definition.

use super::archive::Opened;
use super::heap::{Heap, Id, Value};
use super::storage::{self, Rebuilt};
use crate::import::choose::{Chosen, LONGEST_NAME, below, choose};
use crate::import::found::{Found, short};
use crate::import::parameters::Named;
use crate::sentence::{Sentence, sentence};

/// Most modules, and most attributes that are looked at for them.
const MOST_MODULES: usize = 1024;
const MOST_VISITS: usize = 1 << 18;
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

impl Leaf {
    /// Whether it is a linear layer or a convolution.
    pub fn is_affine(&self) -> bool {
        ["Linear", "Conv2d", "ConvTranspose2d"].contains(&self.class.as_str())
    }
}

/// Whether `id` is a module: of `nn.Module`, or one that TorchScript saved.
pub(super) fn is_module(heap: &Heap, id: Id) -> bool {
    let is_script = heap
        .class(id)
        .is_some_and(|class| class.starts_with("__torch__"));
    let state = heap.attributes(id);
    is_script || state.is_some_and(|state| heap.entry(state, "_modules").is_some())
}

/// All leaves of the module `id`.
fn leaves(opened: &Opened<'_>, id: Id) -> Found<(Vec<Leaf>, Branching)> {
    let mut walk = Walk {
        heap: &opened.heap,
        branching: None,
        leaves: Vec::new(),
        tensors: Vec::new(),
        owners: Vec::new(),
        visits: 0,
    };
    walk.visit(id, "", 0)?;
    let Walk {
        branching,
        mut leaves,
        tensors,
        owners,
        ..
    } = walk;
    for (owner, tensor) in owners.into_iter().zip(opened.storages.read(tensors)?) {
        leaves[owner].tensors.push(tensor);
    }
    Ok((leaves, branching))
}

/// A module whose code adds or joins branches, and its class.
pub(super) type Branching = Option<(String, String)>;

/// Whether a module's class, or what its parts are called, says that its code does more than call them one
/// after another. A container of PyTorch has no code of its own.
fn branches(class: &str, parts: &[(String, Id)]) -> bool {
    if [
        "Sequential",
        "ModuleList",
        "ModuleDict",
        "DataParallel",
        "DistributedDataParallel",
    ]
    .contains(&class)
    {
        return false;
    }
    let class = class.to_ascii_lowercase();
    let in_class = [
        "resblock",
        "resnetblock",
        "residual",
        "basicblock",
        "bottleneck",
        "denseblock",
        "denselayer",
        "rrdb",
        "inception",
        "unet",
        "skipconnection",
        "attention",
        "excitation",
        "seblock",
    ];
    let in_parts = [
        "shortcut",
        "skip",
        "residual",
        "c_sc",
        "bypass",
        "downsample",
        "conv_sc",
    ];
    let last = |path: &str| path.rsplit('.').next().unwrap_or(path).to_ascii_lowercase();
    in_class.iter().any(|word| class.contains(word))
        || parts
            .iter()
            .any(|(path, _)| in_parts.iter().any(|word| last(path).starts_with(word)))
}

/// The leaves of the module `id` that are its generator's, or those under `key`, and what is to be
/// said of the choice.
pub(super) fn chosen(
    opened: &Opened<'_>,
    id: Id,
    key: Option<&str>,
) -> Found<(Vec<Leaf>, Vec<Sentence>, Branching)> {
    let (mut leaves, branching) = leaves(opened, id)?;
    let tensors = leaves.iter().flat_map(|leaf| &leaf.tensors);
    let named: Vec<(&str, &[usize])> = tensors
        .map(|tensor| (&*tensor.name, &*tensor.array.dims))
        .collect();
    let Chosen { prefix, notes, .. } = choose(&named, key)?;
    leaves.retain(|leaf| leaf.path == prefix || below(&leaf.path, &prefix).is_some());
    let is_own = |(path, _): &(String, String)| *path == prefix || below(path, &prefix).is_some();
    let branching = branching.filter(is_own);
    Ok((leaves, notes, branching))
}

struct Walk<'a> {
    heap: &'a Heap,
    /// The first module whose code adds or joins branches, by its name, and its class.
    branching: Option<(String, String)>,
    leaves: Vec<Leaf>,
    /// The leaves' tensors, which are read all at once, and the leaf of each.
    tensors: Vec<(String, Rebuilt)>,
    owners: Vec<usize>,
    visits: usize,
}

impl Walk<'_> {
    fn visit(&mut self, id: Id, path: &str, depth: usize) -> Found<()> {
        let heap = self.heap;
        self.visits += 1 + self.attributes(id);
        if depth > DEEPEST || self.visits > MOST_VISITS || self.leaves.len() >= MOST_MODULES {
            return Err(sentence!(
                "its modules are more than {most}, or lie more than {deepest} deep",
                most = MOST_MODULES,
                deepest = DEEPEST
            ));
        }
        let class = heap.class(id).unwrap_or_default();
        let class = short(class.rsplit('.').next().unwrap_or_default());
        if path.len() > LONGEST_NAME {
            return Err(sentence!(
                "its module “{name}” has a name of {length} bytes; the most is {most}",
                name = short(path),
                length = path.len(),
                most = LONGEST_NAME
            ));
        }
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
                && !storage::is_tensor(heap, *child)
                && heap.entries(*child).is_none()
        })
        .filter_map(|(name, child)| Some((below(heap.text(name)?), child)))
        .collect();
        let tensors = self.tensors(state, &below)?;
        if children.is_empty() {
            self.owners
                .extend(tensors.iter().map(|_| self.leaves.len()));
            self.tensors.extend(tensors);
            self.leaves.push(Leaf {
                path: path.to_owned(),
                class,
                state,
                tensors: Vec::new(),
            });
            return Ok(());
        }
        if let Some((name, _)) = tensors.iter().find(|(_, tensor)| !tensor.dims.is_empty()) {
            return Err(sentence!(
                "“{name}” belongs to a module of the class {class}, which computes with code of \
                 its own",
                name,
                class
            ));
        }
        if self.branching.is_none() && branches(&class, &children) {
            self.branching = Some((path.to_owned(), class));
        }
        for (path, child) in children {
            self.visit(child, &path, depth + 1)?;
        }
        Ok(())
    }

    /// How many attributes, parameters and modules of its own a value has.
    fn attributes(&self, id: Id) -> usize {
        let heap = self.heap;
        let count = |id: Id| heap.entries(id).map_or(0, <[_]>::len);
        heap.attributes(id).map_or(0, |state| {
            let groups = ["_modules", "_parameters", "_buffers"].into_iter();
            let groups = groups.filter_map(|group| heap.entry(state, group));
            count(state) + groups.map(count).sum::<usize>()
        })
    }

    fn tensors(&self, state: Id, below: &impl Fn(&str) -> String) -> Found<Vec<(String, Rebuilt)>> {
        let heap = self.heap;
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
            if let Some(rebuilt) = storage::rebuilt(heap, *value) {
                let name = below(name);
                let rebuilt =
                    rebuilt.map_err(|why| sentence!("its tensor “{name}”: {why}", name, why))?;
                tensors.push((name, rebuilt));
            }
        }
        Ok(tensors)
    }
}
