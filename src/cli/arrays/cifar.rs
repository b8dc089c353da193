//! CIFAR-10 and CIFAR-100: their archives, what is in them, and single batches.

use super::super::tarred::Tar;
use super::super::{Failure, files, stderr};
use ganvas::data::DataSet;
use ganvas::data::cifar::batches_among;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Most bytes of a batch: CIFAR-100 has all its training images in one.
const LARGEST: u64 = ganvas::data::idx::LIMIT as u64;

/// What `--data cifar-10` looks for in the folder.
const PLACES: [&str; 5] = [
    "",
    "cifar-10-batches-bin",
    "cifar-10-batches-py",
    "cifar-10-binary.tar.gz",
    "cifar-10-python.tar.gz",
];

/// CIFAR-10 from the folder with its files as they are published.
pub fn ten(folder: Option<&Path>) -> Result<DataSet, Failure> {
    const FILES: &str = "cifar-10-binary.tar.gz, cifar-10-python.tar.gz, or what is in them";
    let Some(folder) = folder else {
        return Err(Failure::File(format!(
            "CIFAR-10 needs --data-dir: the folder with {FILES}."
        )));
    };
    for place in PLACES.map(|place| folder.join(place)) {
        let found = if place.is_dir() {
            in_folder(&place, "CIFAR-10")?
        } else if place.exists() {
            match Tar::open(&place)? {
                Some(mut tar) => in_tar(&mut tar, &place, "CIFAR-10")?,
                None => None,
            }
        } else {
            None
        };
        if let Some(set) = found {
            return Ok(set);
        }
    }
    Err(Failure::File(format!(
        "{} has no CIFAR-10 in it: expected {FILES}.",
        folder.display()
    )))
}

/// The batches in a folder, if it has any.
pub fn in_folder(folder: &Path, name: &str) -> Result<Option<DataSet>, Failure> {
    let files = files::list(folder, |_| true);
    let shown: Vec<String> = files
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let paths: Vec<&str> = shown.iter().map(String::as_str).collect();
    let places = batches_among(&paths);
    let named: Vec<&PathBuf> = places.iter().map(|place| &files[*place]).collect();
    let read = named
        .iter()
        .map(|path| Ok((file_name(path), files::read(path, LARGEST)?)));
    joined(folder, name, read.collect::<Result<_, Failure>>()?)
}

/// The batches in a tar archive, if it has any.
pub fn in_tar(tar: &mut Tar, path: &Path, name: &str) -> Result<Option<DataSet>, Failure> {
    let paths: Vec<String> = tar.files().map(|(path, _)| path.to_owned()).collect();
    let shown: Vec<&str> = paths.iter().map(String::as_str).collect();
    let read = batches_among(&shown).into_iter().map(|place| {
        let bytes = tar.read(place, LARGEST).map_err(|error| {
            let inside = paths[place].escape_debug();
            Failure::File(format!(
                "{inside} in {} could not be read: {error}.",
                path.display()
            ))
        });
        Ok((paths[place].clone(), bytes?))
    });
    joined(path, name, read.collect::<Result<_, Failure>>()?)
}

/// A batch by itself.
pub fn batch(path: &Path, name: &str) -> Result<DataSet, Failure> {
    let bytes = files::read(path, LARGEST)?;
    Ok(DataSet::cifar(name, &[(&file_name(path), &bytes)])?)
}

fn joined(
    from: &Path,
    name: &str,
    batches: Vec<(String, Vec<u8>)>,
) -> Result<Option<DataSet>, Failure> {
    let batches: Vec<(&str, &[u8])> = batches
        .iter()
        .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
        .collect();
    let ([(first, _), ..], Some((last, _))) = (&batches[..], batches.last()) else {
        return Ok(None);
    };
    stderr::tell(&format!(
        "{}: batches of CIFAR, {} to {}.",
        from.display(),
        first.escape_debug(),
        last.escape_debug()
    ));
    Ok(Some(DataSet::cifar(name, &batches)?))
}

fn file_name(path: &Path) -> String {
    let name = path.file_name().and_then(OsStr::to_str);
    name.map_or_else(|| path.display().to_string(), str::to_owned)
}
