//! PyTorch's `.pt` and `.pth`: state dicts, checkpoints around them, and modules saved whole.

mod activations;
mod archive;
mod convolutions;
mod heap;
mod leaves;
mod modules;
mod pads;
mod pickle;
mod search;
mod settings;
mod storage;

pub(super) use archive::is_pytorch;

use super::choose::{self, Entry, Picked};
use super::draft::Draft;
use super::found::{Found, quoted, short};
use super::parameters::{self, Named, Writer};
use super::roles::Part;
use super::statement::Statement;
use crate::sentence::{Sentence, sentence};
use archive::Opened;
use heap::{Heap, Id};
use search::{Contents, Network, contents};
use storage::Rebuilt;

/// Reads a generator, and says what the file is.
pub(super) fn read(
    bytes: &[u8],
    key: Option<&str>,
    stated: &Statement,
) -> Found<(Draft, Sentence)> {
    let opened = archive::open(bytes)?;
    let Generator {
        network,
        live,
        rest,
        notes: chosen,
    } = generator(&opened, key)?;
    let rest = rest.as_deref();
    let (mut draft, notes, format) = if network.is_module {
        let (draft, notes) = modules::read(&opened, network.id, rest, stated)?;
        (draft, notes, sentence!("PyTorch module"))
    } else {
        let (tensors, notes) = tensors(&opened, &network, live.as_ref(), rest)?;
        let draft = parameters::draft(tensors, stated, Writer::PyTorch)?;
        (draft, notes, sentence!("PyTorch state dict"))
    };
    for note in chosen.into_iter().chain(notes) {
        draft.assume(note);
    }
    Ok((draft, format))
}

/// What is known of a state dict's layers, whether they make a generator or not.
pub(super) fn outline(bytes: &[u8], key: Option<&str>) -> Found<Statement> {
    let opened = archive::open(bytes)?;
    let Generator {
        network,
        live,
        rest,
        ..
    } = generator(&opened, key)?;
    let tensors = if network.is_module {
        let (leaves, ..) = leaves::chosen(&opened, network.id, rest.as_deref())?;
        leaves.into_iter().flat_map(|leaf| leaf.tensors).collect()
    } else {
        tensors(&opened, &network, live.as_ref(), rest.as_deref())?.0
    };
    parameters::outline(tensors, Writer::PyTorch)
}

/// The network that was chosen.
struct Generator {
    network: Network,
    /// The one of which it is an average.
    live: Option<Network>,
    /// What of the key goes on in the names of its tensors.
    rest: Option<String>,
    /// What is to be said of the choice.
    notes: Vec<Sentence>,
}

fn generator(opened: &Opened<'_>, key: Option<&str>) -> Found<Generator> {
    let (root, rest) = match key {
        Some(key) => descend(opened, opened.root, key),
        None => (opened.root, None),
    };
    let Contents {
        networks,
        loose,
        nameless,
    } = contents(opened, root);
    if networks.is_empty() {
        return Err(match loose {
            Some(name) => choose::nothing_called_as_a_layer(quoted(&name)),
            None => sentence!("it holds neither tensors nor a module of PyTorch"),
        });
    }
    let names: Vec<String> = networks
        .iter()
        .map(|network| network.path.clone())
        .collect();
    // A key that goes on does so in the names of what lies here.
    let here = names
        .iter()
        .position(String::is_empty)
        .filter(|_| rest.is_some());
    let Picked { index, live, note } = match here {
        Some(index) => Picked {
            index,
            ..Picked::default()
        },
        None => choose::pick(&names)?,
    };
    let mut networks: Vec<Option<Network>> = networks.into_iter().map(Some).collect();
    let live = live.and_then(|live| networks[live].take());
    let network = networks[index]
        .take()
        .ok_or_else(|| sentence!("it has no generator"))?;
    let unread = nameless.filter(|_| !Part::of(&network.path).is_average);
    let unread = unread.map(|path| {
        sentence!(
            "“{name}” is an average without names and not read: the live weights are taken",
            name = short(&path)
        )
    });
    Ok(Generator {
        network,
        live: live.filter(|live| !live.is_module),
        rest,
        notes: note.into_iter().chain(unread).collect(),
    })
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
            let next = search::at(heap, id, &rest[..end])?;
            (!storage::is_tensor(heap, next)).then_some((next, end))
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

/// The generator's tensors in a state dict, and what is to be said of the choice.
fn tensors(
    opened: &Opened<'_>,
    network: &Network,
    live: Option<&Network>,
    key: Option<&str>,
) -> Found<(Vec<Named>, Vec<Sentence>)> {
    let mut own = entries(&opened.heap, network.id);
    let mut said = None;
    if let Some(live) = live {
        let (all, more) = choose::completed(own, entries(&opened.heap, live.id));
        own = all;
        said = (more > 0).then(|| choose::taken_along(more, &live.path));
    }
    let (own, mut notes) = choose::part(own, key)?;
    notes.extend(said);
    let known = |entry: Entry<Found<Rebuilt>>| {
        let source = entry.source;
        let source = source
            .map_err(|why| sentence!("its tensor “{name}”: {why}", name = entry.name, why))?;
        Ok((entry.name, source))
    };
    let known: Found<Vec<(String, Rebuilt)>> = own.into_iter().map(known).collect();
    Ok((opened.storages.read(known?)?, notes))
}

/// All tensors of a dictionary.
fn entries(heap: &Heap, id: Id) -> Vec<Entry<Found<Rebuilt>>> {
    let entries = heap
        .entries(id)
        .or_else(|| heap.entries(heap.attributes(id)?));
    let tensor = |(name, value): &(Id, Id)| {
        let source = storage::rebuilt(heap, *value)?;
        Some(Entry {
            name: heap.text(*name)?.to_owned(),
            dims: source
                .as_ref()
                .map_or(Vec::new(), |rebuilt| rebuilt.dims.clone()),
            source,
        })
    };
    let entries = entries.unwrap_or_default().iter();
    entries.filter_map(tensor).collect()
}
