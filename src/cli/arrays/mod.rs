//! Data sets that are arrays: IDX files and NumPy's, found by what they are.

mod idx;
mod numpy;

pub use idx::{Part, part};

use self::idx::find;
use super::Failure;
use crate::cli::stderr;
use flate2::read::MultiGzDecoder;
use ganvas::data::DataSet;
use ganvas::kind::{self, Family};
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The arrays behind a path, if they are what it holds; none for a folder or ZIP file of images.
/// Any other file is an error.
pub fn open(path: &Path, transpose: Option<bool>) -> Result<Option<DataSet>, Failure> {
    let name = path.file_name().and_then(|name| name.to_str());
    let name = name.map_or_else(|| path.display().to_string(), str::to_owned);
    if path.is_dir() {
        let found = [find(path, Part::Train)?, find(path, Part::Test)?];
        let Some(pair) = found.into_iter().flatten().next() else {
            return Ok(None);
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
        return pair.open(set, transpose).map(Some);
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
        Some(("a ZIP archive", _)) if !start.is_packed => return Ok(None),
        _ => return Err(start.refused(path)),
    };
    Ok(Some(arrays))
}

/// What a file that is no image is, and what to do about it; nothing if neither is known.
pub fn advice(path: &Path) -> Option<String> {
    let start = Start::of(path).ok()?;
    let advice = start.advised(path);
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
            "{} is neither a folder nor a ZIP file of images, but {}. Taken are folders and ZIP files \
             of JPEG, PNG, WebP, GIF and BMP images, IDX files, and NumPy's .npy and .npz.",
            path.display(),
            self.advised(path)
        ))
    }

    /// What a file is, and what to do about it.
    fn advised(&self, path: &Path) -> String {
        const AS_PNG: &str = "save its images as PNG files to train on them";
        let is_called = |name: &str| {
            path.extension()
                .is_some_and(|own| own.eq_ignore_ascii_case(name))
        };
        let what = match self.kind {
            None if self.is_cifar() => format!("a file of CIFAR's binary version: {AS_PNG}"),
            // Rows of pixels are longer than what tells a table.
            Some(kind) if kind.name == "text" && is_called("csv") => {
                format!("a table as text (CSV): {AS_PNG}")
            }
            _ => kind::advised(&self.bytes).to_string(),
        };
        let packed = if self.is_packed {
            "packed by gzip, "
        } else {
            ""
        };
        format!("{packed}{what}")
    }

    /// CIFAR-10 and CIFAR-100 write one or two labels and 32×32 colours, again and again.
    fn is_cifar(&self) -> bool {
        let is_whole = |record: u64| self.size > 0 && self.size.is_multiple_of(record);
        let is_label = self.bytes.first().is_some_and(|label| *label < 100);
        !self.is_packed && is_label && (is_whole(3073) || is_whole(3074))
    }
}
