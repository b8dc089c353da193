//! The image files of a folder, or of a ZIP or tar file, which is read where it lies.

use super::super::tarred::Tar;
use super::super::{Failure, arrays};
use super::chosen::{Chosen, hidden};
use super::names;
use ganvas::data::images::kinds::listed;
use ganvas::data::images::{Allowance, OtherKinds};
use ganvas::kind;
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};
use zip::{CompressionMethod, ZipArchive};

/// The largest file that is read: 256 MiB.
const LARGEST: u64 = 256 << 20;

/// Files in the order of their paths.
pub struct Files {
    entries: Vec<Entry>,
    unreadable: Vec<(String, String)>,
    /// What is called like no image.
    other_kinds: Vec<String>,
    /// Bytes of the archive, or of all files together.
    size: u64,
    archive: Option<ZipArchive<BufReader<File>>>,
    tar: Option<Tar>,
}

/// A file and its path, seen from the folder, with `/` between the parts.
struct Entry {
    path: String,
    place: Place,
    /// Bytes of it; of what lies in an archive as it says.
    size: u64,
}

impl Entry {
    /// What it is, if that helps somebody who took it for an image.
    fn advice(&self) -> Option<String> {
        match &self.place {
            Place::Disk(path) => arrays::advice(path),
            Place::Zip(_) | Place::Tar(_) => {
                let name = self.path.to_lowercase();
                let is_set = ["ubyte", ".npy", ".npz", ".zip"]
                    .iter()
                    .any(|part| name.contains(part));
                is_set.then(|| "which is looked at once the archive is unpacked".to_owned())
            }
        }
    }
}

enum Place {
    Disk(PathBuf),
    Zip(usize),
    Tar(usize),
}

/// A file that is to be decoded.
pub enum Content {
    OnDisk(PathBuf),
    Unpacked(Vec<u8>),
}

impl Files {
    /// Finds the files that match the pattern, or all images; none is an error. `tar` is the archive at
    /// the path, if it is one.
    pub fn open(path: &Path, tar: Option<Tar>, pattern: Option<&str>) -> Result<Self, Failure> {
        let chosen = Chosen::new(pattern)?;
        let mut files = match tar {
            Some(tar) => Self::in_tar(tar),
            None if path.is_dir() => Self::in_folder(path),
            None => Self::in_archive(path)?,
        };
        files
            .entries
            .sort_by(|one, other| one.path.cmp(&other.path));
        let (taken, others): (Vec<Entry>, Vec<Entry>) = std::mem::take(&mut files.entries)
            .into_iter()
            .partition(|entry| chosen.takes(&entry.path));
        files.entries = taken;
        if files.entries.is_empty() && files.unreadable.is_empty() {
            let others = match others.first() {
                None => "it holds no files".to_owned(),
                Some(first) => format!(
                    "files in it: {}{}, the first “{}”{}",
                    others.len(),
                    kinds(&chosen, &others),
                    first.path.escape_debug(),
                    first
                        .advice()
                        .map_or(String::new(), |what| format!(", {what}"))
                ),
            };
            return Err(Failure::File(format!(
                "{} {}: {others}.",
                path.display(),
                chosen.nothing()
            )));
        }
        if chosen.is_by_kind() {
            files.other_kinds = others.into_iter().map(|entry| entry.path).collect();
        }
        if files.archive.is_none() && files.tar.is_none() {
            files.size = files.entries.iter().map(|entry| entry.size).sum();
        }
        Ok(files)
    }

    fn in_folder(folder: &Path) -> Self {
        let mut files = Self {
            entries: Vec::new(),
            unreadable: Vec::new(),
            other_kinds: Vec::new(),
            size: 0,
            archive: None,
            tar: None,
        };
        let inside = |path: &Path| {
            let parts = path.strip_prefix(folder).unwrap_or(path).iter();
            let parts: Vec<_> = parts.map(|part| part.to_string_lossy()).collect();
            parts.join("/")
        };
        let visible = |entry: &DirEntry| entry.depth() == 0 || !hidden(&inside(entry.path()));
        for found in WalkDir::new(folder)
            .follow_links(true)
            .into_iter()
            .filter_entry(visible)
        {
            match found {
                Ok(entry) if entry.file_type().is_file() => files.entries.push(Entry {
                    path: inside(entry.path()),
                    size: entry.metadata().map_or(0, |data| data.len()),
                    place: Place::Disk(entry.into_path()),
                }),
                Ok(_) => {}
                Err(error) => {
                    let path = error.path().map(inside).unwrap_or_default();
                    if !hidden(&path) {
                        let why = format!("it could not be read ({error})");
                        let path = if path.is_empty() {
                            ".".to_owned()
                        } else {
                            path
                        };
                        files.unreadable.push((path, why));
                    }
                }
            }
        }
        files
    }

    fn in_archive(path: &Path) -> Result<Self, Failure> {
        let failed = |problem: &str, error: &dyn std::fmt::Display| {
            Failure::File(format!("{} {problem}: {error}.", path.display()))
        };
        let file = File::open(path).map_err(|error| failed("could not be read", &error))?;
        let size = file
            .metadata()
            .map_err(|error| failed("could not be read", &error))?
            .len();
        let archive = ZipArchive::new(BufReader::new(file))
            .map_err(|error| failed("is neither a folder nor a ZIP file that is whole", &error))?;
        let mut entries: Vec<Entry> = names::paths(&archive)
            .into_iter()
            .filter(|(_, name)| !name.ends_with('/') && !hidden(name))
            .map(|(number, path)| Entry {
                path,
                place: Place::Zip(number),
                size: archive
                    .by_index_data(number)
                    .map_or(0, |entry| entry.size()),
            })
            .collect();
        without_common_folder(&mut entries);
        Ok(Self {
            entries,
            unreadable: Vec::new(),
            other_kinds: Vec::new(),
            size,
            archive: Some(archive),
            tar: None,
        })
    }

    fn in_tar(tar: Tar) -> Self {
        let files = tar.files().enumerate();
        let mut entries: Vec<Entry> = files
            .filter(|(_, (path, _))| !hidden(path))
            .map(|(number, (path, size))| Entry {
                path: path.to_owned(),
                place: Place::Tar(number),
                size,
            })
            .collect();
        without_common_folder(&mut entries);
        Self {
            entries,
            unreadable: Vec::new(),
            other_kinds: Vec::new(),
            size: tar.size,
            archive: None,
            tar: Some(tar),
        }
    }

    /// Files to be read.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// The path of a file.
    pub fn path(&self, place: usize) -> &str {
        &self.entries[place].path
    }

    /// What could not even be looked at, and why.
    pub fn unreadable(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.unreadable.iter();
        pairs.map(|(path, why)| (path.as_str(), why.as_str()))
    }

    /// What is called like no image, and so is not read.
    pub fn other_kinds(&self) -> &[String] {
        &self.other_kinds
    }

    /// Bytes of the archive, or of all files together.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Bytes of a file; of what lies in an archive as it says.
    pub fn size_of(&self, place: usize) -> u64 {
        self.entries[place].size
    }

    /// Where a file's bytes are; those of a ZIP are unpacked into memory, up to the limit,
    /// whatever size is stated, and as far as it is allowed. Of what is no image only the beginning
    /// is.
    pub fn content(&mut self, place: usize, allowance: &mut Allowance) -> Result<Content, String> {
        let number = match &self.entries[place].place {
            Place::Disk(path) => return Ok(Content::OnDisk(path.clone())),
            Place::Tar(number) => return self.in_memory(*number, allowance),
            Place::Zip(number) => *number,
        };
        let broken = |error: &dyn std::fmt::Display| format!("it could not be unpacked ({error})");
        let archive = self.archive.as_mut().ok_or("its ZIP file is closed")?;
        if let Ok(entry) = archive.by_index_data(number)
            && let Some(why) = locked(entry.encrypted(), entry.compression())
        {
            return Err(why);
        }
        let mut entry = archive.by_index(number).map_err(|error| broken(&error))?;
        let size = entry.size();
        if size > LARGEST {
            return Err(too_large(size));
        }
        let mut bytes = Vec::new();
        let mut read = |limit: u64, bytes: &mut Vec<u8>| {
            let read = entry.by_ref().take(limit).read_to_end(bytes);
            read.map_err(|error| broken(&error))
        };
        read(kind::START as u64, &mut bytes)?;
        if image::guess_format(&bytes).is_ok() {
            allowance.take(size)?;
            read(LARGEST + 1 - bytes.len() as u64, &mut bytes)?;
        }
        match bytes.len() as u64 {
            size if size > LARGEST => Err(too_large(size)),
            _ => Ok(Content::Unpacked(bytes)),
        }
    }
}

impl Files {
    /// A file of a tar archive, as [`content`](Self::content) has it.
    fn in_memory(&mut self, number: usize, allowance: &mut Allowance) -> Result<Content, String> {
        let tar = self.tar.as_mut().ok_or("its archive is closed")?;
        let size = tar.files().nth(number).map_or(0, |(_, size)| size);
        if size > LARGEST {
            return Err(too_large(size));
        }
        allowance.take(size)?;
        let bytes = tar.read(number, LARGEST);
        let bytes = bytes.map_err(|error| format!("it could not be unpacked ({error})"))?;
        Ok(Content::Unpacked(bytes))
    }
}

impl Content {
    /// The bytes.
    pub fn read(self) -> Result<Vec<u8>, String> {
        let path = match self {
            Self::Unpacked(bytes) => return Ok(bytes),
            Self::OnDisk(path) => path,
        };
        let failed = |error| format!("it could not be read ({error})");
        let file = File::open(&path).map_err(failed)?;
        let mut bytes = Vec::new();
        file.take(LARGEST + 1)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
        match bytes.len() as u64 {
            size if size > LARGEST => Err(too_large(size)),
            _ => Ok(bytes),
        }
    }
}

/// “ (.tif 30, .heic 10)”, if it is by their kinds that files are not taken.
fn kinds(chosen: &Chosen, files: &[Entry]) -> String {
    if !chosen.is_by_kind() || files.len() < 2 {
        return String::new();
    }
    let mut kinds = OtherKinds::default();
    files.iter().for_each(|file| kinds.count(&file.path));
    format!(" ({})", listed(&kinds.finish()))
}

/// Why an entry of a ZIP file cannot be unpacked at all, if so.
fn locked(is_encrypted: bool, method: CompressionMethod) -> Option<String> {
    if is_encrypted {
        return Some(
            "it is locked by a password: unpack the ZIP file and name the folder".to_owned(),
        );
    }
    let method = match method {
        CompressionMethod::Stored | CompressionMethod::Deflated => return None,
        #[expect(deprecated, reason = "the only name for a method that is not read")]
        CompressionMethod::Unsupported(9) => "Deflate64".to_owned(),
        other => format!("{other:?}"),
    };
    Some(format!(
        "it is packed by {method}, which is not read: unpack the ZIP file and name the folder"
    ))
}

fn too_large(size: u64) -> String {
    format!(
        "it takes {} MB; the limit is {}",
        size / 1_000_000,
        LARGEST / 1_000_000
    )
}

/// Most ZIP files hold one folder: patterns are seen from inside it.
fn without_common_folder(entries: &mut [Entry]) {
    while let Some((folder, _)) = entries.first().and_then(|entry| entry.path.split_once('/')) {
        let prefix = format!("{folder}/");
        if !entries.iter().all(|entry| entry.path.starts_with(&prefix)) {
            return;
        }
        for entry in entries.iter_mut() {
            entry.path.drain(..prefix.len());
        }
    }
}
