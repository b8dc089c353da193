//! CIFAR-10 and CIFAR-100 as they are published: batches of records (`.bin`), and pickles for Python.

mod names;
mod pickled;
#[cfg(test)]
mod tests;

use self::names::{CIFAR_10, CIFAR_100};
use super::idx::LIMIT;
use super::{DataSet, ImageShape};
use crate::error::{Error, Result};
use crate::kind;
use crate::sentence::{Sentence, sentence};
use std::borrow::Cow;

/// What every image of CIFAR is.
const SHAPE: ImageShape = ImageShape {
    channels: 3,
    height: 32,
    width: 32,
};

/// Bytes of an image: all reds row by row, then all greens, then all blues.
const PIXELS: usize = 3 * 32 * 32;

/// Which of the two data sets, by how many labels an image has and can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    /// One of 10.
    Ten,
    /// One of 20 groups, then one of 100 classes, which is the label.
    Hundred,
}

impl Version {
    fn labels(self) -> usize {
        match self {
            Self::Ten => 1,
            Self::Hundred => 2,
        }
    }

    fn class_names(self) -> &'static [&'static str] {
        match self {
            Self::Ten => &CIFAR_10,
            Self::Hundred => &CIFAR_100,
        }
    }

    fn are_labels(self, record: &[u8]) -> bool {
        match self {
            Self::Ten => record[0] < 10,
            Self::Hundred => record[0] < 20 && record[1] < 100,
        }
    }

    /// The version that a file of records is; none if it is no such file.
    fn of_records(file: &[u8]) -> Option<Self> {
        [Self::Ten, Self::Hundred].into_iter().find(|version| {
            let mut records = file.chunks(version.labels() + PIXELS);
            let is_whole = |record: &[u8]| {
                record.len() == version.labels() + PIXELS && version.are_labels(record)
            };
            !file.is_empty() && records.all(is_whole)
        })
    }
}

/// The images of a batch and the label of each.
struct Batch<'a> {
    version: Version,
    images: Cow<'a, [u8]>,
    labels: Vec<u8>,
}

impl DataSet {
    /// The images and labels of batches of CIFAR-10 or CIFAR-100, each a name and a file, one after
    /// the other: of the binary version or of the one for Python.
    ///
    /// # Errors
    /// [`Error::Data`] if a file is no such batch, or they are of both data sets.
    pub fn cifar(name: &str, batches: &[(&str, &[u8])]) -> Result<Self> {
        let bytes: usize = batches.iter().map(|(_, file)| file.len()).sum();
        if bytes > LIMIT {
            return Err(Error::Data(sentence!(
                "The batches of “{name}” are too large: they have {size} MB; the limit is {most}.",
                name,
                size = bytes / 1_000_000,
                most = LIMIT / 1_000_000
            )));
        }
        let mut version = None;
        let (mut images, mut labels) = (Vec::new(), Vec::new());
        for (file, bytes) in batches {
            let batch = Batch::read(file, bytes)?;
            if *version.get_or_insert(batch.version) != batch.version {
                return Err(Error::Data(sentence!(
                    "“{file}” does not belong to the batches before it: one is of CIFAR-10, the \
                     other of CIFAR-100. Take those of one data set.",
                    file
                )));
            }
            images.extend_from_slice(&batch.images);
            labels.extend(batch.labels);
        }
        let Some(version) = version else {
            return Err(Error::Data(sentence!(
                "“{name}” has no batch of CIFAR in it: expected data_batch_1.bin and the like, or \
                 train.bin.",
                name
            )));
        };
        let set = Self::numbered(name, SHAPE, images, Some(labels));
        Ok(set.with_class_names(version.class_names()))
    }
}

impl<'a> Batch<'a> {
    fn read(name: &str, file: &'a [u8]) -> Result<Self> {
        if file.starts_with(&[0x80]) && pickled::looks_like_a_pickle(file) {
            return pickled::read(name, file);
        }
        let Some(version) = Version::of_records(file) else {
            return Err(refused(name, what(file)));
        };
        let size = version.labels() + PIXELS;
        let records = file.chunks_exact(size);
        let mut images = Vec::with_capacity(records.len() * PIXELS);
        let mut labels = Vec::with_capacity(records.len());
        for record in records {
            labels.push(record[version.labels() - 1]);
            images.extend_from_slice(&record[version.labels()..]);
        }
        Ok(Self {
            version,
            images: images.into(),
            labels,
        })
    }
}

/// Whether a file can be a batch of the binary version, by its size and its first labels: nothing else
/// in it says so.
pub fn is_binary(size: u64, start: &[u8]) -> bool {
    [Version::Ten, Version::Hundred].into_iter().any(|version| {
        let record = (version.labels() + PIXELS) as u64;
        size > 0
            && size.is_multiple_of(record)
            && start.len() >= version.labels()
            && version.are_labels(start)
    })
}

/// Which files of a folder or archive are CIFAR's training images, by their paths; none if there
/// are no such files. Test images alone are taken where there are no others.
pub fn batches_among(paths: &[&str]) -> Vec<usize> {
    let is_called = |names: &dyn Fn(&str) -> bool| -> Vec<usize> {
        let called = paths.iter().enumerate().filter(|(_, path)| {
            let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
            names(name.strip_suffix(".bin").unwrap_or(name))
        });
        let mut places: Vec<usize> = called.map(|(place, _)| place).collect();
        places.sort_by_key(|place| paths[*place]);
        places
    };
    let is_of_hundred = paths.iter().any(|path| path.contains("cifar-100"))
        || paths.iter().any(|path| path.ends_with("train.bin"));
    let train = |name: &str| {
        matches!(name.strip_prefix("data_batch_"), Some(number) if number.len() == 1)
            || (is_of_hundred && name == "train")
    };
    let test = |name: &str| name == "test_batch" || (is_of_hundred && name == "test");
    let found = is_called(&train);
    if found.is_empty() {
        is_called(&test)
    } else {
        found
    }
}

/// What a file is that is no batch.
fn what(file: &[u8]) -> Sentence {
    if kind::of(file).is_some() {
        return kind::advised(file);
    }
    sentence!("{count} bytes", count = file.len())
}

fn refused(name: &str, found: Sentence) -> Error {
    Error::Data(sentence!(
        "“{name}” is no batch of CIFAR: expected records of 3073 bytes (CIFAR-10) or 3074 (CIFAR-100), \
         each the labels and 32×32 colours, or a pickle with “data” and “labels”; found {found}.",
        name,
        found
    ))
}
