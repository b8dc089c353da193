//! Data sets from files.

use super::Failure;
use clap::ValueEnum;
use ganvas::data::DataSet;
use std::path::Path;

/// Data sets known by name.
#[derive(Clone, Copy, ValueEnum)]
pub enum Source {
    /// The 60,000 training images of MNIST, from --data-dir
    Mnist,
    /// Digits drawn by code: no files needed
    DrawnDigits,
    /// Anime-style faces drawn by code, in colour: no files needed
    DrawnFaces,
}

impl Source {
    /// Opens the data set; `folder` holds MNIST's IDX files, gzip or plain.
    pub fn open(self, folder: Option<&Path>, seed: u64) -> Result<DataSet, Failure> {
        match self {
            Self::DrawnDigits => Ok(DataSet::drawn_digits(seed)),
            Self::DrawnFaces => Ok(DataSet::drawn_faces(seed)),
            Self::Mnist => {
                let folder = folder.ok_or_else(|| {
                    Failure::File(
                        "MNIST needs --data-dir: the folder with train-images-idx3-ubyte.gz and \
                         train-labels-idx1-ubyte.gz."
                            .to_owned(),
                    )
                })?;
                let images = read(folder, "train-images-idx3-ubyte")?;
                let labels = read(folder, "train-labels-idx1-ubyte")?;
                Ok(DataSet::idx("MNIST", &images, Some(&labels))?)
            }
        }
    }
}

/// Reads the file `name` or `name.gz` of a folder.
pub fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let packed = folder.join(format!("{name}.gz"));
    let path = if packed.exists() {
        packed
    } else {
        folder.join(name)
    };
    std::fs::read(&path)
        .map_err(|error| Failure::File(format!("{} could not be read: {error}.", path.display())))
}
