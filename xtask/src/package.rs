//! pkg/: the modules, licences, and the hash of what they were built from. The package's manifest and
//! its own scripts come from `scripts/package`.

use crate::places::{failed, root};
use crate::wasm::{Kind, Module};
use crate::{Result, inputs, split};
use std::fs;
use std::path::Path;

/// The file that says what pkg/ was built from.
const BUILD: &str = "build.json";

/// Adds the remaining files to the bindings in `folder` and puts all of it in the place of pkg/.
pub fn complete(folder: &Path, kind: Kind, hash: &str) -> Result<()> {
    let bytes = sizes(folder, kind)?;
    let path = folder.join(BUILD);
    fs::write(&path, record(hash, kind, &bytes)).map_err(failed("write", &path))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let path = root().join(licence);
        if path.exists() {
            fs::copy(&path, folder.join(licence)).map_err(failed("copy", &path))?;
        }
    }
    let package = root().join("pkg");
    if package.exists() {
        fs::remove_dir_all(&package).map_err(failed("clear", &package))?;
    }
    copy(folder, &package)?;
    for (file, bytes) in bytes {
        println!("Built pkg/: {file} has {bytes} bytes.");
    }
    Ok(())
}

/// Says whether pkg/ was built from the sources as they are; an error if not.
pub fn check_fresh() -> Result<()> {
    let stale = |why: &str| Err(format!("pkg/ is stale: {why}. Run `npm run build:wasm`."));
    let package = root().join("pkg");
    let Ok(found) = fs::read_to_string(package.join(BUILD)) else {
        return stale("it holds no build.json");
    };
    let Ok(bytes) = sizes(&package, Kind::Release) else {
        return stale("it lacks a module");
    };
    let found = found.replace("\r\n", "\n");
    if found.contains("\"dev\": true") {
        return stale("it was built with --dev");
    }
    if found != record(&inputs::hash()?, Kind::Release, &bytes) {
        return stale("it was built from other sources");
    }
    println!("pkg/ is up to date with the sources.");
    Ok(())
}

/// The modules' files and their bytes.
fn sizes(folder: &Path, kind: Kind) -> Result<Vec<(String, u64)>> {
    let files = Module::ALL.into_iter().map(Module::file);
    // Only what is released is split.
    let deferred = (kind == Kind::Release).then(|| split::DEFERRED.to_owned());
    let size = |file: String| {
        let path = folder.join(&file);
        let found = fs::metadata(&path).map_err(failed("read", &path))?;
        Ok((file, found.len()))
    };
    files.chain(deferred).map(size).collect()
}

/// The contents of build.json.
fn record(hash: &str, kind: Kind, bytes: &[(String, u64)]) -> String {
    let dev = kind == Kind::Dev;
    let bytes = bytes
        .iter()
        .map(|(file, bytes)| format!("    \"{file}\": {bytes}"));
    let bytes = bytes.collect::<Vec<_>>().join(",\n");
    format!("{{\n  \"hash\": \"{hash}\",\n  \"dev\": {dev},\n  \"bytes\": {{\n{bytes}\n  }}\n}}\n")
}

/// Copies a folder with all that is in it.
fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(failed("create", to))?;
    for entry in fs::read_dir(from).map_err(failed("list", from))? {
        let entry = entry.map_err(failed("list", from))?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(failed("copy", &path))?;
        }
    }
    Ok(())
}
