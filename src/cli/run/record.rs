//! `run.json`: which checkpoints of a folder are the run's own, and what it learns from.

use super::super::Failure;
use super::super::files;
use super::super::learning::Learned;
use ganvas::printable::escaped;
use serde::{Deserialize, Serialize};
use std::path::{Path, PathBuf};

/// Most bytes of a record: names and flags.
const LARGEST: u64 = 1 << 20;

#[derive(Default, Serialize, Deserialize)]
pub struct Record {
    /// Names of its checkpoints, oldest first: the run's history, whatever else lies beside them.
    pub checkpoints: Vec<String>,
    /// Those that are to go: of a history that this one has gone back behind, until there is something
    /// newer, or too many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub abandoned: Vec<String>,
    /// What it learns from; nothing in folders of older versions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub data: Option<Learned>,
}

impl Record {
    /// Of the run in `folder`, if it has one.
    pub fn read(folder: &Path) -> Result<Option<Self>, Failure> {
        let path = path(folder);
        if !path.exists() {
            return Ok(None);
        }
        let bytes = files::read(&path, LARGEST)?;
        serde_json::from_slice(&bytes).map(Some).map_err(|error| {
            Failure::File(format!(
                "{} is not the record of a run: {error}. Without it, the checkpoint with the \
                 highest number is the newest.",
                path.display()
            ))
        })
    }

    /// Takes the run's history out of it.
    pub fn history(&mut self) -> Self {
        Self {
            checkpoints: std::mem::take(&mut self.checkpoints),
            abandoned: std::mem::take(&mut self.abandoned),
            data: None,
        }
    }

    pub fn write(&self, folder: &Path) -> Result<(), Failure> {
        let path = path(folder);
        let text =
            serde_json::to_string_pretty(self).map_err(|error| files::unwritable(&path, &error))?;
        files::write(&path, escaped(&text).as_bytes())
    }

    pub fn remove(folder: &Path) -> Result<(), Failure> {
        files::remove(&path(folder))
    }
}

fn path(folder: &Path) -> PathBuf {
    folder.join("run.json")
}
