//! A run's folder: what the run writes into it, and that no other process does.

mod checkpoints;
mod lock;
mod output;
mod record;

pub use self::checkpoints::{Checkpoints, Found, find, folder_of};
pub use self::lock::Lock;
pub use self::output::{Output, samples};
pub use self::record::Record;

use super::Failure;
use std::path::Path;

/// Whether a run has left anything in a folder.
pub fn is_in(folder: &Path) -> Result<bool, Failure> {
    Ok(Record::read(folder)?.is_some()
        || !checkpoints::of(folder)?.is_empty()
        || Output::is_in(folder))
}

/// Refuses a folder that holds a run: a new one would get mixed up with it.
pub fn refuse_used(folder: &Path) -> Result<(), Failure> {
    if !is_in(folder)? {
        return Ok(());
    }
    Err(Failure::File(format!(
        "{folder} holds a run: --resume {folder} goes on with it, --force puts a new one in its \
         place, and another --out keeps both.",
        folder = folder.display()
    )))
}

/// Removes what a run has written into a folder, and nothing else.
pub fn clear(folder: &Path) -> Result<(), Failure> {
    checkpoints::remove(&checkpoints::of(folder)?)?;
    Output::remove(folder)?;
    Record::remove(folder)
}
