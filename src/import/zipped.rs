//! Reading entries of ZIP archives up to a limit.

use super::found::{Found, short};
use crate::sentence::sentence;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// The ZIP archive that these bytes are.
pub(super) fn opened(bytes: &[u8]) -> Found<ZipArchive<Cursor<&[u8]>>> {
    ZipArchive::new(Cursor::new(bytes)).map_err(|why| {
        let why = why.to_string();
        sentence!("it is not a whole ZIP archive: {why}", why)
    })
}

/// An archive's entry of at most `limit` bytes, whatever it claims.
pub(super) fn entry(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    limit: u64,
) -> Found<Vec<u8>> {
    let bytes = read(archive, name, limit + 1)?;
    if bytes.len() as u64 > limit {
        return Err(sentence!(
            "its part “{name}” has more than {most} bytes",
            name = short(name),
            most = limit
        ));
    }
    Ok(bytes)
}

/// The first `needed` bytes of an archive's entry, or all it has.
pub(super) fn beginning(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    name: &str,
    needed: usize,
) -> Found<Vec<u8>> {
    // One more, so that the checksum of what is read whole is looked at.
    let mut bytes = read(archive, name, (needed as u64).saturating_add(1))?;
    bytes.truncate(needed);
    Ok(bytes)
}

/// At most `most` bytes of an archive's entry.
fn read(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str, most: u64) -> Found<Vec<u8>> {
    let unreadable = |why: String| {
        sentence!(
            "its part “{name}” cannot be read: {why}",
            name = short(name),
            why
        )
    };
    let entry = archive.by_name(name);
    let entry = entry.map_err(|why| unreadable(why.to_string()))?;
    let mut bytes = Vec::new();
    let read = entry.take(most).read_to_end(&mut bytes);
    read.map_err(|why| unreadable(why.to_string()))?;
    Ok(bytes)
}
