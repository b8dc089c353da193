//! NumPy's files as data sets.

use super::super::{Failure, files};
use crate::cli::stderr;
use ganvas::data::DataSet;
use ganvas::data::numpy::choose;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use zip::ZipArchive;

/// Most bytes of an array's file.
const LARGEST: u64 = ganvas::data::idx::LIMIT as u64 + (1 << 17);

/// Bytes of an array's beginning, in which its header is.
const START: u64 = 1 << 17;

/// Most arrays that are looked at.
const MOST_ARRAYS: usize = 64;

/// An array of images, and one of labels if there is one beside it.
pub fn open(path: &Path, name: &str, is_archive: bool) -> Result<DataSet, Failure> {
    let (images, own_labels) = arrays(path, is_archive)?;
    let beside = match own_labels {
        Some(_) => None,
        None => labels_beside(path),
    };
    let labels = match (own_labels, &beside) {
        (None, Some(path)) => Some(arrays_of_labels(path)?),
        (own, _) => own,
    };
    if let Some(path) = &beside {
        stderr::tell(&format!("{name}: the labels come from {}.", path.display()));
    }
    Ok(DataSet::numpy(name, &images, labels.as_deref())?)
}

/// The bytes of an array, and of another.
type Arrays = (Vec<u8>, Option<Vec<u8>>);

fn arrays(path: &Path, is_archive: bool) -> Result<Arrays, Failure> {
    if !is_archive {
        return Ok((files::read(path, LARGEST)?, None));
    }
    let mut archive = Archive::open(path)?;
    let starts = archive.starts()?;
    let named: Vec<(&str, &[u8])> = starts
        .iter()
        .map(|(name, start)| (name.as_str(), start.as_slice()))
        .collect();
    let chosen = choose(&path.display().to_string(), &named)?;
    let labels = chosen.labels.map(|place| archive.unpack(place, LARGEST));
    let said = |place: usize| starts[place].0.escape_debug().to_string();
    stderr::tell(&format!(
        "{}: the images are {}{}.",
        path.display(),
        said(chosen.images),
        chosen.labels.map_or(String::new(), |place| format!(
            ", the labels {}",
            said(place)
        ))
    ));
    Ok((archive.unpack(chosen.images, LARGEST)?, labels.transpose()?))
}

/// The only, or first, array of a file.
fn arrays_of_labels(path: &Path) -> Result<Vec<u8>, Failure> {
    let is_archive = path
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("npz"));
    if !is_archive {
        return files::read(path, LARGEST);
    }
    Archive::open(path)?.unpack(0, LARGEST)
}

/// What is called like this file but for “labels”, or `y` for `x`: `kmnist-train-labels.npz`.
fn labels_beside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_str()?;
    let renamed = [
        ("images", "labels"),
        ("imgs", "labels"),
        ("x_", "y_"),
        ("X_", "y_"),
    ];
    renamed
        .iter()
        .filter(|(images, _)| name.contains(images))
        .map(|(images, labels)| path.with_file_name(name.replacen(images, labels, 1)))
        .find(|labels| labels.exists())
}

/// The arrays of an `.npz` file.
struct Archive<'a> {
    path: &'a Path,
    zip: ZipArchive<BufReader<File>>,
    /// The arrays' places in the ZIP file.
    places: Vec<usize>,
}

impl<'a> Archive<'a> {
    fn open(path: &'a Path) -> Result<Self, Failure> {
        let failed = |error: &dyn std::fmt::Display| {
            Failure::File(format!("{} could not be read: {error}.", path.display()))
        };
        let file = File::open(path).map_err(|error| failed(&error))?;
        let zip = ZipArchive::new(BufReader::new(file)).map_err(|error| failed(&error))?;
        let is_array = |place: &usize| {
            let name = zip.name_for_index(*place);
            name.is_some_and(|name| name.is_ok_and(|name| name.ends_with(".npy")))
        };
        let places = (0..zip.len()).filter(is_array).take(MOST_ARRAYS).collect();
        Ok(Self { path, zip, places })
    }

    /// The name of each array and the beginning of its file.
    fn starts(&mut self) -> Result<Vec<(String, Vec<u8>)>, Failure> {
        let name = |place: usize| {
            let name = self.zip.name_for_index(place).and_then(Result::ok);
            name.map_or(String::new(), |name| {
                name.trim_end_matches(".npy").to_owned()
            })
        };
        let names: Vec<String> = self.places.iter().map(|place| name(*place)).collect();
        let starts = names.into_iter().enumerate();
        starts
            .map(|(number, name)| Ok((name, self.read(number, START)?)))
            .collect()
    }

    /// The whole of an array's file.
    fn unpack(&mut self, number: usize, limit: u64) -> Result<Vec<u8>, Failure> {
        let bytes = self.read(number, limit + 1)?;
        if bytes.len() as u64 > limit {
            return Err(Failure::File(format!(
                "{} is too large: an array in it has more than {limit} bytes.",
                self.path.display()
            )));
        }
        Ok(bytes)
    }

    fn read(&mut self, number: usize, limit: u64) -> Result<Vec<u8>, Failure> {
        let failed = |error: &dyn std::fmt::Display| {
            Failure::File(format!(
                "{} could not be unpacked: {error}.",
                self.path.display()
            ))
        };
        let Some(place) = self.places.get(number) else {
            return Err(failed(&"there is no array in it"));
        };
        let entry = self.zip.by_index(*place).map_err(|error| failed(&error))?;
        let mut bytes = Vec::new();
        entry
            .take(limit)
            .read_to_end(&mut bytes)
            .map_err(|error| failed(&error))?;
        Ok(bytes)
    }
}
