//! PyTorch's `.pt` and `.pth`: state dicts, checkpoints around them, and modules saved whole.

mod activations;
mod archive;
mod heap;
mod leaves;
mod modules;
mod pickle;
mod settings;
mod storage;

pub(super) use archive::{entry, is_pytorch};

use super::array::Found;
use super::choose;
use super::draft::Draft;
use super::parameters::{self, Named};
use super::statement::Statement;
use archive::Opened;
use heap::Id;

/// How deep a checkpoint is looked into.
const DEEPEST: usize = 4;
/// Most entries that are looked at for it.
const MOST_VISITS: usize = 1 << 20;
/// Most networks that a checkpoint is looked through for.
const MOST_NETWORKS: usize = 64;

/// Reads a generator, and says what the file is.
pub(super) fn read(bytes: &[u8], key: Option<&str>, stated: &Statement) -> Found<(Draft, String)> {
    let opened = archive::open(bytes)?;
    let (root, rest) = match key {
        Some(key) => descend(&opened, opened.root, key),
        None => (opened.root, None),
    };
    let mut networks = Vec::new();
    find(
        &opened,
        root,
        "",
        0,
        &mut networks,
        &mut MOST_VISITS.clone(),
    );
    if networks.is_empty() {
        return Err("it holds neither tensors nor a module of PyTorch".to_owned());
    }
    let names: Vec<String> = networks
        .iter()
        .map(|network| network.path.clone())
        .collect();
    let (chosen, note) = choose::pick(&names)?;
    let network = &networks[chosen];
    let (mut draft, format) = if network.is_module {
        let draft = modules::read(&opened, network.id, stated)?;
        (draft, "PyTorch module")
    } else {
        let tensors = state_dict(&opened, network.id)?;
        let (tensors, note) = choose::part(tensors, rest.as_deref())?;
        let mut draft = parameters::draft(tensors, stated, false)?;
        note.into_iter().for_each(|note| draft.assume(note));
        (draft, "PyTorch state dict")
    };
    note.into_iter().for_each(|note| draft.assume(note));
    Ok((draft, format.to_owned()))
}

/// A network inside a checkpoint.
struct Network {
    path: String,
    id: Id,
    is_module: bool,
}

/// Follows the names of `key` as far as they are entries; gives the rest.
fn descend(opened: &Opened<'_>, root: Id, key: &str) -> (Id, Option<String>) {
    let heap = &opened.heap;
    let mut id = root;
    let mut rest = key;
    while !rest.is_empty() {
        // A key may hold dots itself: the longest that is there is taken.
        let ends = rest
            .match_indices('.')
            .map(|(place, _)| place)
            .chain([rest.len()]);
        let inner = |end: usize| {
            let name = &rest[..end];
            let in_attributes = heap.attributes(id).and_then(|state| {
                let modules = heap.entry(state, "_modules");
                let child = modules.and_then(|modules| heap.entry(modules, name));
                child.or_else(|| heap.entry(state, name))
            });
            let next = heap.entry(id, name).or(in_attributes)?;
            opened
                .storages
                .tensor(heap, next)
                .is_none()
                .then_some((next, end))
        };
        let mut found = ends.filter_map(inner).collect::<Vec<_>>();
        let Some((next, end)) = found.pop() else {
            break;
        };
        id = next;
        rest = rest[end..].trim_start_matches('.');
    }
    (id, (!rest.is_empty()).then(|| rest.to_owned()))
}

fn find(
    opened: &Opened<'_>,
    id: Id,
    path: &str,
    depth: usize,
    networks: &mut Vec<Network>,
    left: &mut usize,
) {
    let heap = &opened.heap;
    if depth > DEEPEST || networks.len() >= MOST_NETWORKS || *left == 0 {
        return;
    }
    *left -= 1;
    let all = heap.entries(id).map_or(0, <[_]>::len);
    *left = left.saturating_sub(all);
    let network = |is_module| Network {
        path: path.to_owned(),
        id,
        is_module,
    };
    if heap
        .attributes(id)
        .is_some_and(|state| leaves::is_module(opened, state))
    {
        networks.push(network(true));
        return;
    }
    let Some(entries) = heap.entries(id) else {
        return;
    };
    // An optimiser's state has tensors, too.
    if heap.entry(id, "param_groups").is_some() {
        return;
    }
    let is_tensor =
        |(name, value): &(Id, Id)| heap.text(*name).is_some() && storage::is_tensor(heap, *value);
    if entries.iter().any(is_tensor) {
        networks.push(network(false));
        return;
    }
    for (name, value) in entries {
        if let Some(name) = heap.text(*name) {
            let inner = if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            };
            find(opened, *value, &inner, depth + 1, networks, left);
        }
    }
}

fn state_dict(opened: &Opened<'_>, id: Id) -> Found<Vec<Named>> {
    let heap = &opened.heap;
    let entries = heap.entries(id).unwrap_or_default();
    let mut tensors = Vec::with_capacity(entries.len());
    for (name, value) in entries {
        let Some(name) = heap.text(*name) else {
            continue;
        };
        if let Some(array) = opened.storages.tensor(heap, *value) {
            let array = array.map_err(|why| format!("its tensor “{name}”: {why}"))?;
            tensors.push(Named {
                name: name.to_owned(),
                array,
            });
        }
    }
    Ok(tensors)
}
