//! Several readings of a bare state dict, the most image-like first: what the file does not say is tried,
//! and a person picks the one that looks right.

mod activations;
mod kinds;
mod structure;
mod trial;

use super::given::Given;
use super::statement::Statement;
use super::{Import, finish, import, main_file, plain};
use crate::printable::shortened;
use crate::recipe::ImageSpec;
use crate::sentence::{Sentence, sentence};
use crate::{Error, Result};
use structure::Structure;
use trial::{Reading, Trials};

/// Most readings that are proposed.
pub const MOST_PROPOSALS: usize = 8;
/// Images of each, of the same latents for all.
pub const PROPOSED_IMAGES: usize = 8;

/// Most orders of layers that are tried, most other strides and paddings of each, and most of all.
const MOST_ORDERS: usize = 4;
const MOST_WINDOWS: usize = 3;
const MOST_STRUCTURES: usize = 8;
/// Structures for which every activation is tried: the best with the usual ones.
const BEST_STRUCTURES: usize = 2;
/// Activations that are tried for every structure.
const USUAL_ACTIVATIONS: usize = 2;
/// Most weights for which more than one structure is tried: each is a copy.
const MOST_COPIED: u64 = 1 << 24;
/// The mean difference of pixels, of 255, below which two readings draw the same.
const SAME_IMAGES: f64 = 4.0;

/// One reading of a file: a statement by which [`import`] reads it, and what it draws. It has no weights:
/// eight copies of a large generator would be too much for a tab.
pub struct Proposal {
    /// The reading as a SPEC.json.
    pub statement: Statement,
    /// What its images are.
    pub image: ImageSpec,
    /// What tells it from the others, in a line.
    pub assumed: Sentence,
    /// What else the file does not say, a clause each.
    pub besides: Vec<Sentence>,
    /// How image-like its images are, 0 to 1, and how well they agree with what its batch norms
    /// recorded in training.
    pub score: f64,
    /// What speaks against it, as that its images are noise.
    pub suspicion: Option<Sentence>,
    /// The numbers of [`PROPOSED_IMAGES`] images, or fewer if they take long, one after another.
    pub images: Vec<f32>,
}

/// Proposes up to [`MOST_PROPOSALS`] readings of a state dict, the most image-like first. The same
/// files give the same proposals; the arguments are those of [`import`].
///
/// # Errors
/// [`Error::Weights`] for a file that cannot be read, that says its layers itself, or whose images take
/// too long.
pub fn proposals(
    files: &[Given<'_>],
    key: Option<&str>,
    stated: &Statement,
) -> Result<Vec<Proposal>> {
    let name = main_file(files).map_or("", |file| file.name);
    let name = shortened(name, 100);
    let no = |why: Sentence| {
        Error::Weights(sentence!(
            "There is nothing to propose for “{name}”: {why}.",
            name,
            why
        ))
    };
    if stated.generator.is_some() {
        return Err(no(sentence!("the spec states its layers already")));
    }
    let first = import(files, key, stated);
    if first.as_ref().is_ok_and(Import::says_layers) {
        return Err(no(sentence!("the file says its layers itself")));
    }
    let structures = structures(first, files, key, stated)?;
    let Some(mut trials) = Trials::new(&structures, stated.image.map(|image| image.range))? else {
        return Err(no(sentence!(
            "its images take too long to draw to try several readings"
        )));
    };
    let readings = tried(&structures, &mut trials)?;
    let chosen = distinct(readings);
    let proposed = chosen
        .into_iter()
        .map(|reading| reading.proposal(&structures));
    Ok(proposed.collect())
}

/// The layers that the file may hold, the likeliest first.
fn structures(
    first: Result<Import>,
    files: &[Given<'_>],
    key: Option<&str>,
    stated: &Statement,
) -> Result<Vec<Structure>> {
    let mut orders: Vec<Structure> = Vec::new();
    let why = match first {
        Ok(imported) => {
            orders.push(imported.into());
            None
        }
        Err(why) => Some(why),
    };
    let file = main_file(files).filter(|file| plain::is_safetensors(file.bytes));
    if let Some(file) = file
        && let Ok(drafts) = plain::drafts(file.bytes, key, stated, MOST_ORDERS)
    {
        let format = || "safetensors".to_owned().into();
        for draft in drafts {
            let finished = finish::finish(draft, file.name, format(), stated);
            let other = finished.ok().map(Structure::from);
            let other = other.filter(|other| other.model.check(file.name).is_ok());
            let is_new = |other: &Structure| {
                let same = |known: &Structure| known.statement == other.statement;
                !orders.iter().any(same)
            };
            orders.extend(other.filter(is_new));
        }
    }
    if let (Some(why), true) = (why, orders.is_empty()) {
        return Err(why);
    }
    if orders[0].model.header.plan()?.parameters > MOST_COPIED {
        orders.truncate(1);
        return Ok(orders);
    }
    if stated.channels_last.is_none() {
        orders.extend(orders[0].with_channels_last(files, key));
    }
    if stated.image.is_none() {
        let kinds = orders.iter().flat_map(kinds::transposed);
        let windows = orders
            .iter()
            .flat_map(|order| order.with_other_windows(MOST_WINDOWS));
        let others: Vec<Structure> = kinds.chain(windows).collect();
        orders.extend(others);
    }
    orders.truncate(MOST_STRUCTURES);
    Ok(orders)
}

/// Tries usual activations for every structure, and the others for the best of them.
fn tried(structures: &[Structure], trials: &mut Trials) -> Result<Vec<Reading>> {
    let all = activations::hidden();
    let (usual, others) = all.split_at(USUAL_ACTIVATIONS);
    let mut readings = Vec::new();
    for (index, structure) in structures.iter().enumerate() {
        for hidden in usual {
            readings.extend(trials.read(index, structure, hidden)?);
        }
    }
    let score = |index: usize| {
        let own = readings.iter().filter(|reading| reading.structure == index);
        own.map(|reading| reading.score).fold(0.0, f64::max)
    };
    let mut best: Vec<usize> = (0..structures.len()).collect();
    best.sort_by(|one, other| score(*other).total_cmp(&score(*one)));
    best.truncate(BEST_STRUCTURES);
    for hidden in others {
        for index in &best {
            readings.extend(trials.read(*index, &structures[*index], hidden)?);
        }
    }
    Ok(readings)
}

/// The best, without those that draw the same as a better one.
fn distinct(mut readings: Vec<Reading>) -> Vec<Reading> {
    readings.sort_by(|one, other| other.score.total_cmp(&one.score));
    let mut chosen: Vec<Reading> = Vec::new();
    for reading in readings {
        let is_same = |other: &Reading| reading.difference(other) < SAME_IMAGES;
        if chosen.len() < MOST_PROPOSALS && !chosen.iter().any(is_same) {
            chosen.push(reading);
        }
    }
    chosen
}
