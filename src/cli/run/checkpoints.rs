//! The checkpoints of a run: written now and then, the oldest removed.

use super::super::{Failure, files};
use super::Record;
use crate::cli::stderr;
use ganvas::training::Training;
use ganvas::training::{Checkpoint, LARGEST_CHECKPOINT, checkpoint_file, open_checkpoint};
use std::path::{Path, PathBuf};

/// The folder inside a run's folder.
const FOLDER: &str = "checkpoints";

/// Writes checkpoints into a run's folder, and keeps its record.
pub struct Checkpoints {
    run: PathBuf,
    record: Record,
    keep: usize,
}

impl Checkpoints {
    /// Of the run in `run`, with this record; `keep` newest ones stay. What has a higher step than
    /// `step` is no longer its history.
    pub fn new(run: &Path, mut record: Record, step: u64, keep: usize) -> Result<Self, Failure> {
        let folder = run.join(FOLDER);
        for part in files::list(&folder, |name| name.ends_with(".part")) {
            files::remove(&part)?;
        }
        let later = |name: &mut String| step_of(name).is_some_and(|of| of > step);
        let abandoned = record.checkpoints.extract_if(.., later);
        record.abandoned.extend(abandoned);
        record.write(run)?;
        Ok(Self {
            run: run.to_owned(),
            record,
            keep,
        })
    }

    /// Writes one, removes what is too many, and tells where it is.
    pub async fn save(&mut self, training: &Training) -> Result<PathBuf, Failure> {
        let bytes = checkpoint_file(training).await?;
        let name = format!("step_{:08}.safetensors", training.step());
        let folder = self.run.join(FOLDER);
        let path = folder.join(&name);
        std::fs::create_dir_all(&folder).map_err(|error| files::unwritable(&path, &error))?;
        files::write(&path, &bytes)?;
        let Record {
            checkpoints: history,
            abandoned,
            ..
        } = &mut self.record;
        for names in [&mut *history, &mut *abandoned] {
            names.retain(|known| *known != name);
        }
        history.push(name);
        let old = history.drain(..history.len().saturating_sub(self.keep));
        abandoned.extend(old);
        // It knows the new one before an old one goes, and each old one until it is gone.
        self.record.write(&self.run)?;
        for name in std::mem::take(&mut self.record.abandoned) {
            if step_of(&name).is_some() {
                files::remove(&folder.join(name))?;
            }
        }
        self.record.write(&self.run)?;
        Ok(path)
    }
}

/// A checkpoint, and the run that it is of.
pub struct Found {
    pub checkpoint: Checkpoint,
    /// The folder of the run, where the checkpoint lies in one.
    run: Option<PathBuf>,
    /// Of that run; else an empty one.
    pub record: Record,
}

impl Found {
    /// Whether it is of the run in this folder.
    pub fn is_of(&self, folder: &Path) -> bool {
        let run = self.run.as_ref().and_then(|run| run.canonicalize().ok());
        run.is_some_and(|run| folder.canonicalize().is_ok_and(|folder| folder == run))
    }
}

/// Finds the checkpoint to go on from: a file, or the newest of a run's folder that can be opened.
pub fn find(path: &Path) -> Result<Found, Failure> {
    if path.is_dir() {
        return newest(path);
    }
    let checkpoint = open(path)?;
    let (run, record) = run_of(path).unzip();
    Ok(Found {
        checkpoint,
        run,
        record: record.unwrap_or_default(),
    })
}

fn newest(run: &Path) -> Result<Found, Failure> {
    let record = record_of(run)?;
    let own = own(run, &record);
    // A folder of checkpoints alone.
    let all = if own.is_empty() { list(run) } else { own };
    let mut failure = None;
    for path in all.iter().rev() {
        match open(path) {
            Ok(checkpoint) => {
                if let Some(failure) = failure {
                    stderr::tell(&format!(
                        "{failure} Going on from {}, which is older.",
                        path.display()
                    ));
                }
                return Ok(Found {
                    checkpoint,
                    run: Some(run.to_owned()),
                    record,
                });
            }
            Err(why) => {
                failure.get_or_insert(why);
            }
        }
    }
    Err(failure.unwrap_or_else(|| {
        Failure::File(format!(
            "{} holds no checkpoint: expected step_NNNNNNNN.safetensors in it or in its folder \
             {FOLDER}.",
            run.display()
        ))
    }))
}

fn open(path: &Path) -> Result<Checkpoint, Failure> {
    let bytes = files::read(path, LARGEST_CHECKPOINT as u64)?;
    Ok(open_checkpoint(&path.display().to_string(), &bytes)?)
}

/// The run whose checkpoint this file is, and its record.
fn run_of(file: &Path) -> Option<(PathBuf, Record)> {
    let folder = file.parent()?;
    let run = folder.file_name()?.eq(FOLDER).then(|| folder.parent())??;
    // A parent of a relative path may be empty.
    let run = if run.as_os_str().is_empty() {
        Path::new(".")
    } else {
        run
    };
    let record = record_of(run).ok()?;
    let path = run.join(FOLDER).join(file.file_name()?);
    let is_own = own(run, &record).contains(&path);
    is_own.then(|| (run.to_owned(), record))
}

/// The folder of the run whose checkpoint this file is.
pub fn folder_of(file: &Path) -> Option<PathBuf> {
    run_of(file).map(|(run, _)| run)
}

/// A run's record; of an older version's run by what lies there.
fn record_of(run: &Path) -> Result<Record, Failure> {
    if let Some(record) = Record::read(run)? {
        return Ok(record);
    }
    let names = list(&run.join(FOLDER)).into_iter();
    let names = names.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()));
    Ok(Record {
        checkpoints: names.collect(),
        ..Record::default()
    })
}

/// All checkpoints that a run has written and that are there.
pub fn of(run: &Path) -> Result<Vec<PathBuf>, Failure> {
    let mut record = record_of(run)?;
    let abandoned = std::mem::take(&mut record.abandoned);
    record.checkpoints.extend(abandoned);
    Ok(own(run, &record))
}

/// The checkpoints of a run's history that are there, oldest first.
fn own(run: &Path, record: &Record) -> Vec<PathBuf> {
    // A record may have been edited: only what a checkpoint is called is taken from it.
    let names = record.checkpoints.iter();
    let names = names.filter(|name| step_of(name).is_some());
    let paths = names.map(|name| run.join(FOLDER).join(name));
    paths.filter(|path| path.exists()).collect()
}

pub fn remove(checkpoints: &[PathBuf]) -> Result<(), Failure> {
    checkpoints.iter().try_for_each(|path| files::remove(path))
}

/// The checkpoints that lie in a folder, by their steps.
fn list(folder: &Path) -> Vec<PathBuf> {
    files::list(folder, |name| step_of(name).is_some())
}

/// The step of a checkpoint, by its name.
fn step_of(name: &str) -> Option<u64> {
    let digits = name.strip_prefix("step_")?.strip_suffix(".safetensors")?;
    digits
        .bytes()
        .all(|byte| byte.is_ascii_digit())
        .then(|| digits.parse().ok())?
}
