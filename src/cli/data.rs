//! Data sets by name, or from a folder or ZIP of images.

use super::Failure;
use super::images::ImageFlags;
use ganvas::data::DataSet;
use ganvas::recipe::ImageSpec;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Where the images come from.
#[derive(Clone)]
pub enum Source {
    /// The 60,000 training images of MNIST, from --data-dir
    Mnist,
    /// Digits drawn by code: no files needed
    DrawnDigits,
    /// A folder or a ZIP file of images
    Images(PathBuf),
}

/// The data sets known by name.
const NAMED: [(&str, Source); 2] = [
    ("mnist", Source::Mnist),
    ("drawn-digits", Source::DrawnDigits),
];

/// How alike a name must be to be suggested, from 0 to 1.
const ALIKE: f64 = 0.7;

impl FromStr for Source {
    type Err = String;

    /// A name that is known, else a path that exists.
    fn from_str(text: &str) -> Result<Self, String> {
        if let Some((_, source)) = NAMED.iter().find(|(name, _)| *name == text) {
            return Ok(source.clone());
        }
        if Path::new(text).exists() {
            return Ok(Self::Images(text.into()));
        }
        let likeness = |name: &str| strsim::jaro_winkler(name, text);
        let nearest = NAMED
            .iter()
            .map(|(name, _)| *name)
            .max_by(|one, other| likeness(one).total_cmp(&likeness(other)))
            .filter(|name| likeness(name) >= ALIKE);
        Err(match nearest {
            Some(name) => format!("no data set, folder or file has this name; is it “{name}”?"),
            None => format!(
                "no folder or file has this name, and the data sets are {}",
                NAMED.map(|(name, _)| name).join(", ")
            ),
        })
    }
}

impl Source {
    /// Opens the data set; `folder` holds MNIST's IDX files, gzip or plain; `wanted` is what
    /// images are brought to where the flags do not say.
    pub fn open(
        &self,
        folder: Option<&Path>,
        seed: u64,
        flags: &ImageFlags,
        wanted: &ImageSpec,
    ) -> Result<DataSet, Failure> {
        if !matches!(self, Self::Images(_)) && flags.any() {
            return Err(Failure::File(
                "--pattern, --crop, --output-height, --output-width and --channels are for images \
                 of your own: --data DIR or --data FILE.zip."
                    .to_owned(),
            ));
        }
        match self {
            Self::DrawnDigits => Ok(DataSet::drawn_digits(seed)),
            Self::Images(path) => flags.open(path, wanted),
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

fn read(folder: &Path, name: &str) -> Result<Vec<u8>, Failure> {
    let packed = folder.join(format!("{name}.gz"));
    let path = if packed.exists() {
        packed
    } else {
        folder.join(name)
    };
    std::fs::read(&path)
        .map_err(|error| Failure::File(format!("{} could not be read: {error}.", path.display())))
}
