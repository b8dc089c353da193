//! One process at a time writes a run's folder.

use super::super::Failure;
use super::super::files::unwritable;
use std::fs::{File, TryLockError};
use std::path::Path;

/// Holds a folder until it is dropped, or the process ends, however it does.
pub struct Lock(#[expect(dead_code, reason = "what is locked is the open file")] File);

impl Lock {
    /// Takes the folder, which must exist.
    pub fn take(folder: &Path) -> Result<Self, Failure> {
        let path = folder.join("run.lock");
        let file = File::create(&path).map_err(|error| unwritable(&path, &error))?;
        match file.try_lock() {
            Ok(()) => Ok(Self(file)),
            Err(TryLockError::WouldBlock) => Err(Failure::File(format!(
                "Another ganvas train writes into {}: let it end, or name another --out.",
                folder.display()
            ))),
            // Some network drives know no locks.
            Err(TryLockError::Error(_)) => Ok(Self(file)),
        }
    }
}
