//! The image files of a folder or of a ZIP file, which is read where it lies.

use super::super::Failure;
use super::chosen::{Chosen, hidden};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};
use zip::ZipArchive;

/// The largest file that is read: 256 MiB.
const LARGEST: u64 = 256 << 20;

/// Files in the order of their paths.
pub struct Files {
    entries: Vec<Entry>,
    unreadable: Vec<(String, String)>,
    archive: Option<ZipArchive<BufReader<File>>>,
}

/// A file and its path, seen from the folder, with `/` between the parts.
struct Entry {
    path: String,
    place: Place,
}

enum Place {
    Disk(PathBuf),
    Zip(usize),
}

/// A file that is to be decoded.
pub enum Content {
    OnDisk(PathBuf),
    Unpacked(Vec<u8>),
}

impl Files {
    /// Finds the files that match the pattern, or all images; none is an error.
    pub fn open(path: &Path, pattern: Option<&str>) -> Result<Self, Failure> {
        let chosen = Chosen::new(pattern)?;
        let mut files = if path.is_dir() {
            Self::in_folder(path)
        } else {
            Self::in_archive(path)?
        };
        files
            .entries
            .sort_by(|one, other| one.path.cmp(&other.path));
        let all = files.entries.len();
        let example = files.entries.first().map(|entry| entry.path.clone());
        files.entries.retain(|entry| chosen.takes(&entry.path));
        if files.entries.is_empty() && files.unreadable.is_empty() {
            let others = match example {
                None => "it holds no files".to_owned(),
                Some(name) => {
                    format!("files in it: {all}, the first “{}”", name.escape_debug())
                }
            };
            return Err(Failure::File(format!(
                "{} {}: {others}.",
                path.display(),
                chosen.nothing()
            )));
        }
        Ok(files)
    }

    fn in_folder(folder: &Path) -> Self {
        let mut files = Self {
            entries: Vec::new(),
            unreadable: Vec::new(),
            archive: None,
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
        let archive = ZipArchive::new(BufReader::new(file))
            .map_err(|error| failed("is neither a folder nor a ZIP file", &error))?;
        let mut entries = Vec::new();
        for number in 0..archive.len() {
            let Some(Ok(name)) = archive.name_for_index(number) else {
                continue;
            };
            let name = name.replace('\\', "/");
            if !name.ends_with('/') && !hidden(&name) {
                entries.push(Entry {
                    path: name,
                    place: Place::Zip(number),
                });
            }
        }
        without_common_folder(&mut entries);
        Ok(Self {
            entries,
            unreadable: Vec::new(),
            archive: Some(archive),
        })
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

    /// Where a file's bytes are; those of a ZIP are unpacked into memory, up to the limit,
    /// whatever size is stated.
    pub fn content(&mut self, place: usize) -> Result<Content, String> {
        let number = match &self.entries[place].place {
            Place::Disk(path) => return Ok(Content::OnDisk(path.clone())),
            Place::Zip(number) => *number,
        };
        let broken = |error: &dyn std::fmt::Display| format!("it could not be unpacked ({error})");
        let archive = self.archive.as_mut().ok_or("its ZIP file is closed")?;
        let mut entry = archive.by_index(number).map_err(|error| broken(&error))?;
        if entry.size() > LARGEST {
            return Err(too_large(entry.size()));
        }
        let mut bytes = Vec::new();
        let read = entry.by_ref().take(LARGEST + 1).read_to_end(&mut bytes);
        match read.map_err(|error| broken(&error))? as u64 {
            size if size > LARGEST => Err(too_large(size)),
            _ => Ok(Content::Unpacked(bytes)),
        }
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
        let size = std::fs::metadata(&path).map_err(failed)?.len();
        if size > LARGEST {
            return Err(too_large(size));
        }
        std::fs::read(&path).map_err(failed)
    }
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
