//! The checkpoints of a run: written now and then, the oldest removed.

use super::{Failure, files};
use ganvas::training::Training;
use ganvas::weights::{Checkpoint, LARGEST_CHECKPOINT, checkpoint_file, open_checkpoint};
use std::path::{Path, PathBuf};

/// The folder inside a run's folder.
const FOLDER: &str = "checkpoints";

/// Writes checkpoints into a run's folder.
pub struct Checkpoints {
    folder: PathBuf,
    keep: usize,
}

impl Checkpoints {
    /// Of the run in `run`; `keep` newest ones stay.
    pub fn new(run: &Path, keep: usize) -> Self {
        Self {
            folder: run.join(FOLDER),
            keep,
        }
    }

    /// Writes one, removes what is too many, and tells where it is.
    pub async fn save(&self, training: &Training) -> Result<PathBuf, Failure> {
        let bytes = checkpoint_file(training).await?;
        let name = format!("step_{:08}.safetensors", training.step());
        let path = self.folder.join(&name);
        let failed = |error| files::unwritable(&path, &error);
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        // Under another name first: a run that is broken off here leaves no half a checkpoint.
        let unfinished = self.folder.join(format!("{name}.part"));
        std::fs::write(&unfinished, bytes).map_err(failed)?;
        std::fs::rename(&unfinished, &path).map_err(failed)?;
        let all = list(&self.folder);
        for old in &all[..all.len().saturating_sub(self.keep)] {
            std::fs::remove_file(old).map_err(|error| files::unwritable(old, &error))?;
        }
        Ok(path)
    }
}

/// Opens a checkpoint: a file, or the newest of a run's folder.
pub fn open(path: &Path) -> Result<Checkpoint, Failure> {
    let file = if path.is_dir() {
        list(&path.join(FOLDER))
            .pop()
            .or_else(|| list(path).pop())
            .ok_or_else(|| {
                Failure::File(format!(
                    "{} holds no checkpoint: expected step_NNNNNNNN.safetensors in it or in its \
                     folder {FOLDER}.",
                    path.display()
                ))
            })?
    } else {
        path.to_owned()
    };
    let bytes = files::read(&file, LARGEST_CHECKPOINT as u64)?;
    Ok(open_checkpoint(&file.display().to_string(), &bytes)?)
}

/// The checkpoints of a folder, oldest first.
fn list(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let is_checkpoint = |name: &str| {
        name.strip_prefix("step_")
            .and_then(|rest| rest.strip_suffix(".safetensors"))
            .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let mut all: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(is_checkpoint))
        .map(|entry| entry.path())
        .collect();
    all.sort();
    all
}
