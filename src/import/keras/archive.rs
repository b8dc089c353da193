//! Keras 3's `.keras`: a ZIP archive of the model's description and its numbers as HDF5.

use super::configuration;
use super::datasets::open;
use super::network;
use super::variables;
use crate::import::budget::Budget;
use crate::import::budget::MOST_NUMBERS;
use crate::import::draft::Draft;
use crate::import::found::Found;
use crate::import::parameters::{self, Writer};

use crate::import::statement::Statement;
use crate::import::zipped::{entry, opened};
use crate::sentence::{Sentence, sentence};
use std::io::Cursor;
use std::rc::Rc;
use zip::ZipArchive;

const DESCRIPTION: &str = "config.json";
const WEIGHTS: &str = "model.weights.h5";
const LARGEST_DESCRIPTION: u64 = 16 << 20;
const LARGEST_WEIGHTS: u64 = 4 * MOST_NUMBERS as u64;
const EXTRA_WEIGHTS: u64 = 128 << 20;

/// Whether this is a ZIP archive as Keras writes it.
pub(in crate::import) fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| archive.index_for_name(WEIGHTS).is_some())
}

/// Reads a generator, and says what the file is.
pub(in crate::import) fn archive(
    bytes: &[u8],
    stated: &Statement,
    budget: &Rc<Budget>,
) -> Found<(Draft, Sentence)> {
    let mut archive = opened(bytes)?;
    let description = entry(&mut archive, DESCRIPTION, LARGEST_DESCRIPTION)?;
    // Weights may be compressed well, but not without limit.
    let most = LARGEST_WEIGHTS.min(4 * bytes.len() as u64 + EXTRA_WEIGHTS);
    let weights = entry(&mut archive, WEIGHTS, most)?;
    let description = String::from_utf8_lossy(&description);
    let model = configuration::read(&description)?;
    let numbers = variables::of_model(&model, &open(weights)?, budget)?;
    let format = sentence!("Keras 3 archive");
    if stated.generator.is_some() {
        return Ok((
            parameters::draft(numbers.as_state_dict(), stated, Writer::Keras)?,
            format,
        ));
    }
    Ok((network::draft(&model, &numbers, budget)?, format))
}
