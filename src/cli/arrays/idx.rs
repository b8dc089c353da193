//! IDX files under the names that they are spread by: `train-images-idx3-ubyte.gz`,
//! `train-images.idx3-ubyte`, `emnist-letters-train-images-idx3-ubyte`.

use super::super::{Failure, files};
use crate::cli::stderr;
use ganvas::data::DataSet;
use std::path::{Path, PathBuf};

/// Most bytes of an IDX file: its elements and the header.
const LARGEST: u64 = ganvas::data::idx::LIMIT as u64 + 4096;

/// What a data set's images of each part are called, behind its own name.
const IMAGES: &str = "images-idx3-ubyte";

/// A part of a data set.
#[derive(Clone, Copy)]
pub enum Part {
    Train,
    Test,
}

impl Part {
    fn names(self) -> &'static [&'static str] {
        match self {
            Self::Train => &["train"],
            Self::Test => &["t10k", "test"],
        }
    }
}

/// A file of images and, if there is one, that of their labels.
pub struct Pair {
    pub images: PathBuf,
    pub labels: Option<PathBuf>,
    /// What the data set is called in the names of its files, as `emnist-letters`; empty for MNIST
    /// and those that took over its names.
    pub set: String,
}

/// The files of a part in a folder, if it has any.
pub fn find(folder: &Path, part: Part) -> Result<Option<Pair>, Failure> {
    let wanted = part.names().iter().map(|name| format!("{name}-{IMAGES}"));
    let wanted: Vec<String> = wanted.collect();
    let all = files::list(folder, |_| true);
    let mut found: Vec<(String, &PathBuf)> = all
        .iter()
        .filter_map(|path| {
            let name = usual(path);
            let set = wanted
                .iter()
                .find_map(|wanted| name.strip_suffix(wanted.as_str()))?;
            Some((set.trim_end_matches('-').to_owned(), path))
        })
        .collect();
    // MNIST's own names first; of one set the packed file.
    found.sort_by_key(|(set, path)| (set.clone(), !is_packed(path)));
    let Some((set, images)) = found.first().cloned() else {
        return Ok(None);
    };
    let others: Vec<&str> = found.iter().map(|(set, _)| set.as_str()).collect();
    if !set.is_empty() && others.iter().any(|other| *other != set) {
        let mut sets = others;
        sets.dedup();
        return Err(Failure::File(format!(
            "{} holds several data sets ({}): name the file of images with --data.",
            folder.display(),
            sets.iter().take(6).copied().collect::<Vec<_>>().join(", ")
        )));
    }
    Ok(Some(Pair {
        labels: labels(&all, images),
        images: images.clone(),
        set,
    }))
}

/// The same, which has to be there, with its labels.
pub fn part(folder: &Path, part: Part) -> Result<Pair, Failure> {
    let usual = format!("{}-{IMAGES}", part.names()[0]);
    let missing = |what: &str| {
        Failure::File(format!(
            "{} has no {what} in it, packed (.gz) or not.",
            folder.display()
        ))
    };
    let pair = match find(folder, part)? {
        Some(pair) => pair,
        None if folder.is_dir() => return Err(missing(&usual)),
        // Says why the folder is none.
        None => {
            return Err(files::read(&folder.join(&usual), 0)
                .err()
                .unwrap_or_else(|| missing(&usual)));
        }
    };
    if pair.labels.is_none() {
        return Err(missing(&usual.replace("images-idx3", "labels-idx1")));
    }
    Ok(pair)
}

/// A file of images and that of its labels, which lies beside it.
pub fn beside(images: &Path) -> Pair {
    let folder = images.parent().unwrap_or(Path::new(""));
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let name = usual(images);
    let set = name
        .split_once(IMAGES)
        .map_or("", |(set, _)| set.trim_end_matches('-'));
    let set = Part::Train
        .names()
        .iter()
        .chain(Part::Test.names())
        .fold(set, |set, part| {
            set.strip_suffix(part).unwrap_or(set).trim_end_matches('-')
        });
    Pair {
        labels: labels(&files::list(folder, |_| true), images),
        images: images.to_owned(),
        set: set.to_owned(),
    }
}

impl Pair {
    /// Reads the data set. EMNIST's files hold their images with rows and columns swapped.
    pub fn open(&self, name: &str, transpose: Option<bool>) -> Result<DataSet, Failure> {
        let images = files::read(&self.images, LARGEST)?;
        let labels = self
            .labels
            .as_deref()
            .map(|path| files::read(path, LARGEST));
        let set = DataSet::idx(name, &images, labels.transpose()?.as_deref())?;
        let is_emnist = self.set.starts_with("emnist");
        if is_emnist && transpose.is_none() {
            stderr::tell(&format!(
                "{name}: EMNIST's files hold rows and columns swapped; they are swapped back \
                 (--transpose=false leaves them)."
            ));
        }
        Ok(if transpose.unwrap_or(is_emnist) {
            set.transposed()
        } else {
            set
        })
    }
}

/// The labels for a file of images: what is called so but for “labels”, the packed file first.
fn labels(files: &[PathBuf], images: &Path) -> Option<PathBuf> {
    let name = usual(images);
    let wanted = name.replace("images", "labels").replace("idx3", "idx1");
    let mut found: Vec<&PathBuf> = files
        .iter()
        .filter(|path| wanted != name && usual(path) == wanted)
        .collect();
    found.sort_by_key(|path| is_packed(path) != is_packed(images));
    found.first().map(|path| (*path).clone())
}

/// A file's name as MNIST's files are called: `train-images-idx3-ubyte`.
fn usual(path: &Path) -> String {
    let name = path
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let name = name.strip_suffix(".gz").unwrap_or(&name);
    name.replace(['.', '_', ' '], "-")
}

fn is_packed(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("gz"))
}
