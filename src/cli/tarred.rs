//! Tar archives, packed by gzip or not.

use super::Failure;
use flate2::read::MultiGzDecoder;
use ganvas::kind;
use std::fs::File;
use std::io::{BufReader, Cursor, Read, Seek, SeekFrom};
use std::path::Path;

/// Most bytes of an archive that is packed: it is unpacked into memory.
const MOST_UNPACKED: u64 = 2 << 30;

/// An archive, which is read where it lies, or in memory once it is unpacked.
pub struct Tar {
    bytes: Box<dyn ReadAndSeek>,
    members: Vec<Member>,
    /// Bytes of the archive's file.
    pub size: u64,
}

trait ReadAndSeek: Read + Seek {}
impl<T: Read + Seek> ReadAndSeek for T {}

/// A file in an archive.
struct Member {
    path: String,
    start: u64,
    size: u64,
}

impl Tar {
    /// The archive at a path; none if the file is something else.
    pub fn open(path: &Path) -> Result<Option<Self>, Failure> {
        let failed = |error: std::io::Error| {
            Failure::File(format!("{} could not be read: {error}.", path.display()))
        };
        let mut file = File::open(path).map_err(failed)?;
        let size = file.metadata().map_err(failed)?.len();
        let mut start = [0; 2];
        let is_packed = file.read(&mut start).map_err(failed)? == 2 && start == [0x1F, 0x8B];
        file.rewind().map_err(failed)?;
        let mut bytes: Box<dyn ReadAndSeek> = if is_packed {
            let mut decoder = MultiGzDecoder::new(BufReader::new(file));
            let mut unpacked = Vec::new();
            let start = decoder.by_ref().take(kind::START as u64);
            // Where it breaks off already, that is said below.
            BufReader::new(start).read_to_end(&mut unpacked).ok();
            if !is_tar(&unpacked) {
                return Ok(None);
            }
            let room = MOST_UNPACKED + 1 - unpacked.len() as u64;
            let read = decoder.take(room).read_to_end(&mut unpacked);
            read.map_err(|error| {
                let why = format!("{} could not be unpacked: {error}.", path.display());
                Failure::File(why)
            })?;
            if unpacked.len() as u64 > MOST_UNPACKED {
                return Err(Failure::File(format!(
                    "{} unpacks to more than {} MB: unpack it and name the folder.",
                    path.display(),
                    MOST_UNPACKED / 1_000_000
                )));
            }
            Box::new(Cursor::new(unpacked))
        } else {
            let mut begin = Vec::new();
            file.by_ref()
                .take(kind::START as u64)
                .read_to_end(&mut begin)
                .map_err(failed)?;
            if !is_tar(&begin) {
                return Ok(None);
            }
            Box::new(file)
        };
        let members = members(&mut bytes).map_err(|error| {
            Failure::File(format!(
                "{} is a tar archive that is broken: {error}.",
                path.display()
            ))
        })?;
        Ok(Some(Self {
            bytes,
            members,
            size,
        }))
    }

    /// The path and the size of every file in it.
    pub fn files(&self) -> impl Iterator<Item = (&str, u64)> {
        let members = self.members.iter();
        members.map(|member| (member.path.as_str(), member.size))
    }

    /// Reads a file, at most so many bytes of it.
    pub fn read(&mut self, place: usize, limit: u64) -> std::io::Result<Vec<u8>> {
        let member = &self.members[place];
        self.bytes.seek(SeekFrom::Start(member.start))?;
        let mut bytes = Vec::new();
        let size = member.size.min(limit);
        (&mut self.bytes).take(size).read_to_end(&mut bytes)?;
        if (bytes.len() as u64) < size {
            return Err(std::io::Error::other("it breaks off"));
        }
        Ok(bytes)
    }
}

fn is_tar(start: &[u8]) -> bool {
    kind::of(start).is_some_and(|kind| kind.name == "a tar archive")
}

fn members(bytes: &mut Box<dyn ReadAndSeek>) -> std::io::Result<Vec<Member>> {
    bytes.rewind()?;
    let mut archive = tar::Archive::new(bytes);
    let mut members = Vec::new();
    for entry in archive.entries_with_seek()? {
        let entry = entry?;
        if entry.header().entry_type().is_file() {
            let path = String::from_utf8_lossy(&entry.path_bytes()).replace('\\', "/");
            members.push(Member {
                path: path.trim_start_matches("./").to_owned(),
                start: entry.raw_file_position(),
                size: entry.size(),
            });
        }
    }
    Ok(members)
}
