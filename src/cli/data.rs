//! Data sets by name, or from a folder or ZIP of images.

use super::arrays::{self, Found, Part};
use super::images::{ImageFlags, Wanted};
use super::{Failure, files};
use ganvas::data::DataSet;
use ganvas::data::known::Known;
use ganvas::nearest::nearest;
use ganvas::recipe::{DataKind, Recipe};
use std::fmt::{self, Display};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// Where the images come from.
#[derive(Clone, PartialEq)]
pub enum Source {
    /// The 60,000 training images of MNIST, from --data-dir
    Mnist,
    /// All 70,000, train and test
    MnistAll,
    /// The 60,000 training images of Fashion-MNIST, from --data-dir
    FashionMnist,
    /// The 60,000 training images of KMNIST, from --data-dir
    Kmnist,
    /// The 50,000 training images of CIFAR-10, from --data-dir
    Cifar10,
    /// Digits drawn by code: no files needed
    DrawnDigits,
    /// Anime-style faces drawn by code, in colour: no files needed
    DrawnFaces,
    /// A folder, a ZIP or tar file of images, or files of arrays: IDX, NumPy, CIFAR, CSV
    Images(PathBuf),
}

/// The data sets known by name.
const NAMED: [(&str, Source); 7] = [
    ("mnist", Source::Mnist),
    ("mnist-all", Source::MnistAll),
    ("fashion-mnist", Source::FashionMnist),
    ("kmnist", Source::Kmnist),
    ("cifar-10", Source::Cifar10),
    ("drawn-digits", Source::DrawnDigits),
    ("drawn-faces", Source::DrawnFaces),
];

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
        Err(match nearest(text, NAMED.iter().map(|(name, _)| *name)) {
            Some(name) => format!("no data set, folder or file has this name; is it “{name}”?"),
            None => format!(
                "no folder or file has this name, and the data sets are {}",
                NAMED.map(|(name, _)| name).join(", ")
            ),
        })
    }
}

impl Display for Source {
    /// As `--data` takes it, from whatever folder.
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Images(path) => files::whole(path).display().fmt(to),
            named => {
                let name = NAMED.iter().find(|(_, source)| source == named);
                name.map_or(Ok(()), |(name, _)| name.fmt(to))
            }
        }
    }
}

impl Source {
    /// What a recipe is meant for.
    pub fn of(recipe: &Recipe) -> Result<Self, Failure> {
        match recipe.data {
            DataKind::Mnist => Ok(Self::Mnist),
            DataKind::MnistAll => Ok(Self::MnistAll),
            DataKind::DrawnDigits => Ok(Self::DrawnDigits),
            DataKind::DrawnFaces => Ok(Self::DrawnFaces),
            DataKind::Images => Err(Failure::File(format!(
                "The recipe {} is for images of your own: --data DIR or --data FILE.zip.",
                recipe.name
            ))),
        }
    }

    /// The one whose data set has this name, which may go on with a part of it.
    pub fn called(name: &str) -> Option<Self> {
        let whole = name.split(',').next()?;
        let known = [
            ("MNIST", Self::Mnist),
            (Known::FashionMnist.name(), Self::FashionMnist),
            (Known::Kmnist.name(), Self::Kmnist),
            ("CIFAR-10", Self::Cifar10),
            ("Drawn digits", Self::DrawnDigits),
            ("Drawn faces", Self::DrawnFaces),
        ];
        known
            .into_iter()
            .find_map(|(called, source)| (called == whole).then_some(source))
    }

    /// Opens the data set; `folder` holds MNIST's IDX files, gzip or plain; `wanted` is what
    /// images are brought to where the flags do not say.
    pub fn open(
        &self,
        folder: Option<&Path>,
        seed: u64,
        flags: &ImageFlags,
        wanted: &Wanted,
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
            Self::DrawnFaces => Ok(DataSet::drawn_faces(seed)),
            Self::Images(path) => match arrays::open(path, flags.transpose)? {
                Found::Arrays(_) if flags.any() => Err(Failure::File(format!(
                    "{} holds arrays, which are taken as they are: --pattern, --crop, \
                     --output-height, --output-width and --channels are for image files.",
                    path.display()
                ))),
                Found::Arrays(set) => Ok(set),
                Found::Images(tar) => flags.open(path, tar, wanted),
            },
            Self::Mnist => mnist(folder, Part::Train, flags.transpose),
            Self::FashionMnist => known(Known::FashionMnist, folder, flags.transpose),
            Self::Kmnist => known(Known::Kmnist, folder, flags.transpose),
            Self::Cifar10 => arrays::cifar_10(folder),
            Self::MnistAll => {
                let train = mnist(folder, Part::Train, flags.transpose)?;
                Ok(train.followed_by(mnist(folder, Part::Test, flags.transpose)?)?)
            }
        }
    }

    /// Takes `count` images out of the set that was opened: what is left, and those. MNIST's
    /// training images all stay; its test images are there to be held out.
    pub fn hold_out(
        &self,
        data: DataSet,
        count: usize,
        folder: Option<&Path>,
        flags: &ImageFlags,
    ) -> Result<(DataSet, DataSet), Failure> {
        match self {
            Self::Mnist => {
                let test = mnist(folder, Part::Test, flags.transpose)?.in_classes_of(&data);
                Ok((data, test.hold_out(count)?.1))
            }
            Self::DrawnDigits | Self::DrawnFaces => Ok(data.hold_out(count)?),
            Self::MnistAll
            | Self::FashionMnist
            | Self::Kmnist
            | Self::Cifar10
            | Self::Images(_) => {
                let (left, held_out) = data.hold_out(count)?;
                let name = format!("{}, {count} held out", data.name());
                Ok((left.named(&name), held_out))
            }
        }
    }
}

/// The training images of a set that took over the names of MNIST's files; KMNIST has them as NumPy's as
/// well.
fn known(known: Known, folder: Option<&Path>, transpose: Option<bool>) -> Result<DataSet, Failure> {
    let name = known.name();
    let folder = folder.ok_or_else(|| {
        Failure::File(format!(
            "{name} needs --data-dir: the folder with train-images-idx3-ubyte.gz and \
             train-labels-idx1-ubyte.gz."
        ))
    })?;
    let arrays = folder.join("kmnist-train-imgs.npz");
    if known == Known::Kmnist
        && arrays.exists()
        && let Found::Arrays(set) = arrays::open(&arrays, transpose)?
    {
        return Ok(set.known(known));
    }
    let set = arrays::part(folder, Part::Train)?.open(name, transpose)?;
    Ok(set.known(known))
}

/// A part of MNIST, or of a set that took over its files' names.
fn mnist(folder: Option<&Path>, part: Part, transpose: Option<bool>) -> Result<DataSet, Failure> {
    let folder = folder.ok_or_else(|| {
        Failure::File(
            "MNIST needs --data-dir: the folder with train-images-idx3-ubyte.gz and \
             train-labels-idx1-ubyte.gz."
                .to_owned(),
        )
    })?;
    let pair = arrays::part(folder, part)?;
    let name = if pair.set.is_empty() {
        "MNIST"
    } else {
        &pair.set
    };
    pair.open(name, transpose)
}
