//! Where things lie: the checkout, and the cache outside it.

use crate::Result;
use std::env;
use std::path::{Path, PathBuf};

/// The root of the checkout.
pub fn root() -> PathBuf {
    // Cargo tells at run time; at compile time this may have been another checkout.
    let xtask = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    xtask.parent().map_or(xtask.clone(), Path::to_path_buf)
}

/// A folder of the build cache: below `GANVAS_CACHE`, else the user's cache folder.
pub fn cache(name: &str) -> Result<PathBuf> {
    let named = |variable: &str| env::var_os(variable).filter(|value| !value.is_empty());
    let folder = match (named("GANVAS_CACHE"), named("XDG_CACHE_HOME")) {
        (Some(cache), _) => PathBuf::from(cache),
        (None, Some(caches)) => Path::new(&caches).join("ganvas"),
        (None, None) => home()?.join(".cache").join("ganvas"),
    };
    let folder = std::path::absolute(&folder).map_err(|error| {
        format!(
            "The cache folder {} has no place: {error}.",
            folder.display()
        )
    })?;
    Ok(folder.join(name))
}

/// Cargo's own folder, where the sources of dependencies lie.
pub fn cargo_home() -> Result<PathBuf> {
    match env::var_os("CARGO_HOME") {
        Some(folder) => Ok(folder.into()),
        None => Ok(home()?.join(".cargo")),
    }
}

fn home() -> Result<PathBuf> {
    env::home_dir()
        .ok_or_else(|| "There is no home folder: set GANVAS_CACHE and CARGO_HOME.".into())
}

/// Turns a failed file operation into a sentence.
pub fn failed<'a>(what: &'a str, path: &'a Path) -> impl FnOnce(std::io::Error) -> String + 'a {
    move |error| format!("Could not {what} {}: {error}.", path.display())
}
