//! Data sets that are arrays: IDX files, NumPy's, CIFAR's and tables, found by what they are.

mod cifar;
mod idx;
mod numpy;
mod table;

pub use cifar::ten as cifar_10;
pub use idx::{Part, part};

use self::idx::find;
use super::Failure;
use super::tarred::Tar;
use crate::cli::stderr;
use flate2::read::MultiGzDecoder;
use ganvas::data::DataSet;
use ganvas::data::cifar::{batches_among, is_binary};
use ganvas::kind::{self, Family};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// What a path holds.
pub enum Found {
    Arrays(DataSet),
    /// Image files. A tar archive of them is open already: to unpack it twice would take twice as long.
    Images(Option<Tar>),
}

impl Found {
    fn new(set: Option<DataSet>, tar: Option<Tar>) -> Self {
        set.map_or(Self::Images(tar), Self::Arrays)
    }
}

/// The arrays behind a path, if they are what it holds. Any other file than of arrays or images is an
/// error.
pub fn open(path: &Path, transpose: Option<bool>) -> Result<Found, Failure> {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.map_or_else(|| path.display().to_string(), str::to_owned);
    if path.is_dir() {
        let found = [find(path, Part::Train)?, find(path, Part::Test)?];
        let Some(pair) = found.into_iter().flatten().next() else {
            return Ok(Found::new(cifar::in_folder(path, &name)?, None));
        };
        let set = if pair.set.is_empty() {
            &name
        } else {
            &pair.set
        };
        stderr::tell(&format!(
            "{}: IDX files, {}.",
            path.display(),
            in_words(&pair)
        ));
        return pair.open(set, transpose).map(Found::Arrays);
    }
    let start = Start::of(path)?;
    let arrays = match start.kind.map(|kind| (kind.name, kind.family)) {
        Some((_, Family::Idx)) => {
            let pair = idx::beside(path);
            stderr::tell(&format!(
                "{}: an IDX file, {}.",
                path.display(),
                in_words(&pair)
            ));
            pair.open(
                if pair.set.is_empty() {
                    &name
                } else {
                    &pair.set
                },
                transpose,
            )?
        }
        Some(("a NumPy array", _)) if !start.is_packed => {
            transposed(numpy::open(path, &name, false)?, transpose)
        }
        Some(("an archive of NumPy arrays", _)) if !start.is_packed => {
            transposed(numpy::open(path, &name, true)?, transpose)
        }
        Some(("a ZIP archive", _)) if !start.is_packed => return Ok(Found::Images(None)),
        // Images, unless they are batches.
        Some(("a tar archive", _)) => {
            let mut tar = Tar::open(path)?;
            let set = match &mut tar {
                Some(tar) => cifar::in_tar(tar, path, &name)?,
                None => None,
            };
            return Ok(Found::new(set, tar));
        }
        _ if start.is_cifar(&name) => cifar::batch(path, &name)?,
        _ if start.is_table(path) => {
            transposed(table::open(path, &name, start.is_packed)?, transpose)
        }
        _ => return Err(start.refused(path)),
    };
    Ok(Found::Arrays(arrays))
}

/// What a file that is no image is, and what to do about it; nothing if neither is known.
pub fn advice(path: &Path) -> Option<String> {
    let start = Start::of(path).ok()?;
    let advice = start.advised();
    advice.contains(": ").then_some(advice)
}

fn transposed(set: DataSet, transpose: Option<bool>) -> DataSet {
    if transpose == Some(true) {
        set.transposed()
    } else {
        set
    }
}

/// “train-images… with the labels of train-labels…”.
fn in_words(pair: &idx::Pair) -> String {
    let name = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.escape_debug().to_string()
    };
    match &pair.labels {
        Some(labels) => format!("{} with the labels of {}", name(&pair.images), name(labels)),
        None => format!("{} without labels", name(&pair.images)),
    }
}

/// What a file begins with, unpacked if it is gzip.
struct Start {
    bytes: Vec<u8>,
    kind: Option<kind::Kind>,
    is_packed: bool,
    /// Bytes of the file.
    size: u64,
}

impl Start {
    fn of(path: &Path) -> Result<Self, Failure> {
        let failed =
            |error| Failure::File(format!("{} could not be read: {error}.", path.display()));
        let mut bytes = Vec::new();
        let mut file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        (&mut file)
            .take(kind::START as u64)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        let is_packed = bytes.starts_with(&[0x1F, 0x8B]);
        if is_packed {
            let mut inside = Vec::new();
            let start = MultiGzDecoder::new(&bytes[..]).take(kind::START as u64);
            // It breaks off, since only its beginning is here.
            std::io::BufReader::new(start).read_to_end(&mut inside).ok();
            bytes = inside;
        }
        Ok(Self {
            kind: kind::of(&bytes),
            bytes,
            is_packed,
            size,
        })
    }

    /// That a file is nothing to train on, and what it is.
    fn refused(&self, path: &Path) -> Failure {
        Failure::File(format!(
            "{} is neither a folder nor a ZIP file of images, but {}. Taken are folders, ZIP and tar \
             files of JPEG, PNG, WebP, GIF and BMP images, IDX files, NumPy's .npy and .npz, \
             CIFAR's batches, and tables as text (CSV).",
            path.display(),
            self.advised()
        ))
    }

    /// What a file is, and what to do about it.
    fn advised(&self) -> String {
        let what = match self.kind {
            Some(kind) if kind.name == "a Parquet table" => format!(
                "{}: open it in Python (pandas.read_parquet) and save its images as PNG files, or \
                 train on it in the page",
                kind.name
            ),
            _ => kind::advised(&self.bytes).to_string(),
        };
        let packed = if self.is_packed {
            "packed by gzip, "
        } else {
            ""
        };
        format!("{packed}{what}")
    }

    /// A batch of CIFAR, of records or pickled.
    fn is_cifar(&self, name: &str) -> bool {
        let says = |word: &[u8]| self.bytes.windows(word.len()).any(|part| part == word);
        match self.kind {
            _ if self.is_packed => false,
            Some(kind) if kind.name.starts_with("a pickle") => {
                !batches_among(&[name]).is_empty() || says(b"batch_label") || says(b"fine_labels")
            }
            // Records begin with anything: what looks like text or a model only looks like it.
            _ if name.to_ascii_lowercase().ends_with(".bin") => is_binary(self.size, &self.bytes),
            kind => kind.is_none() && is_binary(self.size, &self.bytes),
        }
    }

    /// A table as text. Rows of pixels are longer than what tells a table by its look.
    fn is_table(&self, path: &Path) -> bool {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let name = name.to_ascii_lowercase();
        let name = name.strip_suffix(".gz").unwrap_or(&name);
        self.kind.is_some_and(|kind| {
            kind.name == "a table as text (CSV)"
                || (kind.name == "text" && [".csv", ".tsv"].iter().any(|end| name.ends_with(end)))
        })
    }
}
