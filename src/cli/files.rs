//! Files that come from strangers, and files that must not come to harm.

use super::Failure;
use ganvas::weights::{GeneratorFile, LARGEST_GENERATOR, open_generator};
use std::fs::File;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

/// Reads a file of at most `limit` bytes; no more is read, whatever it is.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    let failed = |error| Failure::File(format!("{} could not be read: {error}.", path.display()));
    let mut bytes = Vec::new();
    let mut file = File::open(path).map_err(failed)?.take(limit + 1);
    file.read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit {
        return Err(Failure::File(format!(
            "{} is too large: expected at most {limit} bytes.",
            path.display()
        )));
    }
    Ok(bytes)
}

/// Reads a generator's file.
pub fn generator(path: &Path) -> Result<GeneratorFile, Failure> {
    let bytes = read(path, LARGEST_GENERATOR as u64)?;
    Ok(open_generator(&path.display().to_string(), &bytes)?)
}

/// The error for a file that cannot be written.
pub fn unwritable(path: &Path, error: &impl std::fmt::Display) -> Failure {
    Failure::File(format!("{} could not be written: {error}.", path.display()))
}

/// Writes a file that is whole or not there: under another name first, and on the disk before it
/// gets its own.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let mut unfinished = path.as_os_str().to_owned();
    unfinished.push(".part");
    let unfinished = PathBuf::from(unfinished);
    let written = File::create(&unfinished)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&unfinished, path));
    written.map_err(|error| {
        std::fs::remove_file(&unfinished).ok();
        unwritable(path, &error)
    })
}

/// Removes a file, if it is there.
pub fn remove(path: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Failure::File(format!(
            "{} could not be removed: {error}.",
            path.display()
        ))),
        _ => Ok(()),
    }
}

/// The files of a folder that are called so, by their names.
pub fn list(folder: &Path, is_called_so: impl Fn(&str) -> bool) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut all: Vec<PathBuf> = entries
        .filter(|entry| entry.file_name().to_str().is_some_and(&is_called_so))
        .map(|entry| entry.path())
        .collect();
    all.sort();
    all
}

/// The path from the root, which is the same in every folder.
pub fn whole(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
