//! What pkg/ is built from, as one hash.

use crate::{Result, optimise, places, split, wasm};
use sha2::{Digest, Sha256};
use std::path::Path;

/// SHA-256, in hex, of every file that decides what is in pkg/, and of the flags.
///
/// Line endings do not count, because Git may check them out differently.
pub fn hash() -> Result<String> {
    let root = places::root();
    let mut files = Vec::new();
    for start in [
        "src",
        "xtask",
        split::SCRIPTS,
        "build.rs",
        "Cargo.toml",
        "Cargo.lock",
        ".cargo/config.toml",
    ] {
        collect(&root, start, &mut files)?;
    }
    files.retain(|file| file != "src/main.rs" && !file.starts_with("src/cli/"));
    files.sort();
    let mut hasher = Sha256::new();
    for file in &files {
        let path = root.join(file);
        let bytes = std::fs::read(&path).map_err(places::failed("read", &path))?;
        add(&mut hasher, file.as_bytes());
        add(&mut hasher, &unix_lines(&bytes));
    }
    let flags: [&[&str]; 5] = [
        &wasm::PROFILE,
        &optimise::OPTIMISE,
        &optimise::STRIP,
        &optimise::OPTIMISE_PART,
        &optimise::FEATURES,
    ];
    for flag in flags.concat() {
        add(&mut hasher, flag.as_bytes());
    }
    Ok(hasher
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect())
}

/// Adds the files at or below `path`, which is relative to `root` with `/` on every system.
fn collect(root: &Path, path: &str, files: &mut Vec<String>) -> Result<()> {
    let full = root.join(path);
    if !full.is_dir() {
        files.push(path.to_owned());
        return Ok(());
    }
    for entry in std::fs::read_dir(&full).map_err(places::failed("list", &full))? {
        let entry = entry.map_err(places::failed("list", &full))?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // Editors and file managers leave hidden files behind.
        if !name.starts_with('.') {
            collect(root, &format!("{path}/{name}"), files)?;
        }
    }
    Ok(())
}

/// Adds bytes so that no two lists of files come to the same stream.
fn add(hasher: &mut Sha256, bytes: &[u8]) {
    hasher.update((bytes.len() as u64).to_le_bytes());
    hasher.update(bytes);
}

fn unix_lines(bytes: &[u8]) -> Vec<u8> {
    let follows = bytes.iter().skip(1).chain(&[0]);
    let pairs = bytes.iter().zip(follows);
    let kept = pairs.filter(|&(&byte, &next)| (byte, next) != (b'\r', b'\n'));
    kept.map(|(&byte, _)| byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_windows_line_endings_change() {
        assert_eq!(unix_lines(b"a\r\nb\rc\n\r"), b"a\nb\rc\n\r");
    }

    #[test]
    fn the_same_sources_make_the_same_hash() {
        let hash = hash().unwrap();
        assert_eq!((hash.len(), &hash), (64, &super::hash().unwrap()));
    }
}
