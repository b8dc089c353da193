//! Reading files that come from strangers.

use super::Failure;
use ganvas::weights::{GeneratorFile, LARGEST_GENERATOR, open_generator};
use std::fs::File;
use std::io::Read;
use std::path::Path;

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
