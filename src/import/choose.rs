//! Which of the networks in a checkpoint is the generator, judged by the names of all of them.

use super::array::count;
use super::found::{self, Found, KEY, quoted, short, written};
use super::parameters::{MOST_TENSORS, is_parameter};
use super::roles::{Part, Role};
use crate::sentence::{Sentence, enumerated, sentence};
use std::collections::{HashMap, HashSet};

/// Most bytes of a tensor's name.
pub(super) const LONGEST_NAME: usize = 256;
/// Most tensors that are looked at.
const MOST_ENTRIES: usize = 1 << 16;
/// How many levels of names are searched for networks, and how many networks one level may have.
const DEEPEST: usize = 8;
const MOST_BESIDE: usize = 64;

/// A tensor that is not read yet.
#[derive(Debug)]
pub(super) struct Entry<S> {
    pub name: String,
    pub dims: Vec<usize>,
    /// Where its numbers are.
    pub source: S,
}

/// The network that was picked among several.
#[derive(Debug, Default)]
pub(super) struct Picked {
    pub index: usize,
    /// The network of which it is an average, if there is one.
    pub live: Option<usize>,
    /// What a person is told about the choice.
    pub note: Option<Sentence>,
}

/// Picks the network to import by the names of all.
pub(super) fn pick(names: &[String]) -> Found<Picked> {
    let parts: Vec<Part> = names.iter().map(|name| Part::of(name)).collect();
    if let [only] = &parts[..] {
        let note = sentence!(
            "“{name}” is the generator: there is no other network",
            name = names[0]
        );
        return Ok(Picked {
            note: (only.role == Role::Other).then_some(note),
            ..Picked::default()
        });
    }
    let of = |is_wanted: &dyn Fn(&Part) -> bool| -> Vec<usize> {
        (0..parts.len())
            .filter(|index| is_wanted(&parts[*index]))
            .collect()
    };
    let mut pool =
        of(&|part| part.role == Role::Generator || (part.role == Role::Unknown && part.is_average));
    if !pool
        .iter()
        .any(|index| parts[*index].role == Role::Generator)
    {
        pool = of(&|part| part.role == Role::Unknown);
    }
    let averages: Vec<usize> = pool
        .iter()
        .copied()
        .filter(|index| parts[*index].is_average)
        .collect();
    let settled: Vec<usize> = pool
        .iter()
        .copied()
        .filter(|index| !parts[*index].is_live)
        .collect();
    let chosen = match (&averages[..], &settled[..], &pool[..]) {
        ([only], _, _) | ([], [only], _) | ([], [], [only]) => *only,
        _ => {
            // Parameters at the top level are the file's own network; the others come along with it.
            let top = names.iter().position(String::is_empty);
            let top = top.filter(|index| averages.is_empty() && pool.contains(index));
            top.ok_or_else(|| {
                sentence!(
                    "it holds several networks, {networks}: pick one with {key}",
                    networks = named(names),
                    key = KEY
                )
            })?
        }
    };
    let mut note = sentence!(
        "of {list}, {chosen} is the generator",
        list = named(names),
        chosen = quoted(&names[chosen])
    );
    let other = pool.iter().copied().find(|index| *index != chosen);
    let live = other.filter(|_| !averages.is_empty());
    if let Some(other) = other
        .map(|other| &names[other])
        .filter(|other| !other.is_empty())
    {
        if live.is_some() {
            note = sentence!("{note}, an average over the training", note);
        }
        note = sentence!(
            "{note}; {key} {other} takes the other",
            note,
            key = KEY,
            other
        );
    }
    Ok(Picked {
        index: chosen,
        live,
        note: Some(note),
    })
}

/// Completes an average that has parameters alone, as many EMA classes keep it, with the buffers of
/// the live network, such as running statistics. Also says how many tensors were added.
pub(super) fn completed<S>(average: Vec<Entry<S>>, live: Vec<Entry<S>>) -> (Vec<Entry<S>>, usize) {
    let named = live.iter().map(|entry| (&*entry.name, &*entry.dims));
    let known: HashMap<&str, &[usize]> = named.collect();
    let is_known = |entry: &Entry<S>| known.get(&*entry.name) == Some(&&*entry.dims);
    if average.len() >= live.len() || !average.iter().all(is_known) {
        return (average, 0);
    }
    let more = live.len() - average.len();
    let named = average.into_iter().map(|entry| (entry.name.clone(), entry));
    let mut own: HashMap<String, Entry<S>> = named.collect();
    let all = live.into_iter();
    let all = all.map(|entry| own.remove(&entry.name).unwrap_or(entry));
    (all.collect(), more)
}

fn named(names: &[String]) -> Sentence {
    found::named(names.iter().map(String::as_str))
}

/// Strips the prefixes that wrappers such as `DataParallel` put before every name.
fn unwrapped(name: &str) -> &str {
    let mut name = name;
    while let Some(rest) = ["module.", "_orig_mod.", "_forward_module."]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
    {
        name = rest;
    }
    name
}

/// The generator's tensors in a dictionary, and what a person is told about the choice: those under
/// `key`, if there is one, else those of the network that is picked by name, if there are several.
/// Tensors of no layer are left out.
pub(super) fn part<S>(
    entries: Vec<Entry<S>>,
    key: Option<&str>,
) -> Found<(Vec<Entry<S>>, Vec<Sentence>)> {
    check_count(entries.len())?;
    let entries = unique(entries);
    let tensors: Vec<(&str, &[usize])> = entries
        .iter()
        .map(|entry| (&*entry.name, &*entry.dims))
        .collect();
    let Chosen {
        prefix,
        live,
        mut notes,
    } = choose(&tensors, key)?;
    let inside = |name: &str| -> Option<bool> {
        let rest = below(name, &prefix)?;
        let (first, inner) = rest.split_once('.').unwrap_or((rest, ""));
        let is_others = || Part::of(first).role == Role::Other;
        Some(is_parameter(name) || !(inner.is_empty() || is_others()))
    };
    let is_stranger = |(name, dims): &&(&str, &[usize])| {
        inside(name) == Some(false) && count(dims).map_or(true, |numbers| numbers > 1)
    };
    let strangers = tensors.iter().filter(is_stranger).take(4);
    let strangers: Vec<Sentence> = strangers
        .map(|(name, dims)| {
            sentence!(
                "“{name}” ({dims})",
                name = short(name),
                dims = written(dims)
            )
        })
        .collect();
    let first = strangers.first().cloned();
    if first.is_some() {
        notes.push(sentence!(
            "{list} left out: no layer has such a tensor",
            list = enumerated(strangers)
        ));
    }
    let (mut own, mut beside) = (Vec::new(), Vec::new());
    for entry in entries {
        if inside(&entry.name) == Some(true) {
            own.push(entry);
        } else if let Some(rest) = live.as_ref().and_then(|live| below(&entry.name, live)) {
            let name = format!("{prefix}.{rest}");
            beside.push(Entry { name, ..entry });
        }
    }
    let (own, more) = completed(own, beside);
    if let (Some(live), 1..) = (live, more) {
        notes.push(taken_along(more, &live));
    }
    if own.is_empty() {
        return Err(match first {
            Some(tensor) => nothing_called_as_a_layer(tensor),
            None => sentence!("it holds no weights of layers"),
        });
    }
    if own.len() > MOST_TENSORS {
        return Err(sentence!(
            "it has {count} tensors; the most is {most}: pick a part with {key}",
            count = own.len(),
            most = MOST_TENSORS,
            key = KEY
        ));
    }
    match own.iter().find(|entry| entry.name.len() > LONGEST_NAME) {
        Some(long) => Err(sentence!(
            "its tensor “{name}” has a name of {length} bytes; the most is {most}",
            name = short(&long.name),
            length = long.name.len(),
            most = LONGEST_NAME
        )),
        None => Ok((own, notes)),
    }
}

/// Says that none of the tensors, one of which is `tensor`, is named as a layer's is.
pub(super) fn nothing_called_as_a_layer(tensor: Sentence) -> Sentence {
    sentence!(
        "it holds tensors, as {tensor}, but none that is called as a layer's, as “main.0.weight”",
        tensor
    )
}

/// Refuses more tensors than are looked at.
pub(super) fn check_count(count: usize) -> Found<()> {
    if count > MOST_ENTRIES {
        return Err(sentence!(
            "it has {count} tensors; the most that are looked at is {most}",
            count,
            most = MOST_ENTRIES
        ));
    }
    Ok(())
}

/// Tells that tensors missing from the average come from the live network.
pub(super) fn taken_along(count: usize, live: &str) -> Sentence {
    sentence!(
        "{count} tensors that the average lacks, as running statistics, are those of “{name}”",
        count,
        name = short(live)
    )
}

/// Keeps one tensor of each name: the last, as a Python dictionary does.
fn unique<S>(entries: Vec<Entry<S>>) -> Vec<Entry<S>> {
    let mut places = HashMap::with_capacity(entries.len());
    let mut all: Vec<Entry<S>> = Vec::with_capacity(entries.len());
    for mut entry in entries {
        entry.name = unwrapped(&entry.name).to_owned();
        match places.get(&entry.name) {
            Some(&place) => all[place] = entry,
            None => {
                places.insert(entry.name.clone(), all.len());
                all.push(entry);
            }
        }
    }
    all
}

/// The network that was chosen in a dictionary.
pub(super) struct Chosen {
    /// What the generator's names begin with, without the last dot; empty where all are its.
    pub prefix: String,
    /// The prefix of the network of which it is an average.
    pub live: Option<String>,
    pub notes: Vec<Sentence>,
}

/// The rest of a name behind `prefix`, if it begins with it.
pub(super) fn below<'a>(name: &'a str, prefix: &str) -> Option<&'a str> {
    match prefix {
        "" => Some(name),
        prefix => name.strip_prefix(prefix)?.strip_prefix('.'),
    }
}

/// Finds the prefix of the generator's names.
pub(super) fn choose(tensors: &[(&str, &[usize])], key: Option<&str>) -> Found<Chosen> {
    if tensors.is_empty() {
        return Err(sentence!("it holds no weights of layers"));
    }
    let mut prefix = key.unwrap_or_default().to_owned();
    let mut looked = prefix.clone();
    if !tensors
        .iter()
        .any(|(name, _)| below(name, &prefix).is_some())
    {
        let names: Vec<String> = groups(tensors, "")
            .into_iter()
            .map(|group| group.name)
            .collect();
        return Err(sentence!(
            "it has nothing under “{name}”; it has {list}",
            name = short(&prefix),
            list = named(&names)
        ));
    }
    let (mut notes, mut live) = (Vec::new(), None);
    for _ in 0..DEEPEST {
        let groups = groups(tensors, &looked);
        let mut is_chosen = false;
        let next = match &groups[..] {
            [only] => only.name.clone(),
            _ if are_networks(&groups) => {
                let names: Vec<String> = groups.iter().map(|group| group.name.clone()).collect();
                let picked = pick(&names)?;
                notes.extend(picked.note);
                is_chosen = true;
                live = picked.live.map(|index| names[index].clone());
                names[picked.index].clone()
            }
            _ => break,
        };
        if is_chosen {
            prefix = next.clone();
        }
        looked = next;
    }
    Ok(Chosen {
        prefix,
        live,
        notes,
    })
}

/// The parameters that share a prefix.
struct Group<'a> {
    /// The prefix.
    name: String,
    /// The rest of each name, and the dimensions.
    inside: HashSet<(&'a str, &'a [usize])>,
}

/// The groups under `prefix`.
fn groups<'a>(named: &[(&'a str, &'a [usize])], prefix: &str) -> Vec<Group<'a>> {
    let mut places: HashMap<&str, usize> = HashMap::new();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for (name, dims) in named.iter().filter(|(name, _)| is_parameter(name)) {
        let Some((first, rest)) =
            below(name, prefix).map(|rest| rest.split_once('.').unwrap_or((rest, "")))
        else {
            continue;
        };
        let place = *places.entry(first).or_insert(groups.len());
        if place == groups.len() {
            let name = if prefix.is_empty() {
                first.to_owned()
            } else {
                format!("{prefix}.{first}")
            };
            groups.push(Group {
                name,
                inside: HashSet::new(),
            });
        }
        groups[place].inside.insert((rest, dims));
    }
    groups
}

/// Whether these groups are networks rather than layers of one network: a name says discriminator, or
/// one group is the average of another.
fn are_networks(groups: &[Group<'_>]) -> bool {
    let is_copied = |average: &Group<'_>| {
        let others = groups.iter().filter(|other| other.name != average.name);
        others
            .into_iter()
            .any(|other| average.inside.is_subset(&other.inside))
    };
    groups.len() <= MOST_BESIDE
        && groups.iter().any(|group| {
            let part = Part::of(&group.name);
            part.role == Role::Other || (part.is_average && is_copied(group))
        })
}
