//! What the files in a ZIP file are called.

use encoding_rs::{GBK, SHIFT_JIS, UTF_8};
use ganvas::data::zip_names::{Encoding, encoding};
use std::fs::File;
use std::io::BufReader;
use zip::ZipArchive;

/// The flag of an entry whose name is in Unicode.
const UNICODE: u16 = 1 << 11;

/// The paths of a ZIP file's entries, each with its number; `/` separates their parts.
pub fn paths(archive: &ZipArchive<BufReader<File>>) -> Vec<(usize, String)> {
    let names: Vec<Name> = (0..archive.len())
        .filter_map(|number| Name::of(archive, number))
        .collect();
    let unmarked = names.iter().filter(|name| !name.is_marked);
    let encoding = encoding(unmarked.map(|name| name.raw.as_slice()));
    names
        .into_iter()
        // Only now: in Japanese and Chinese a backslash may be half of a character.
        .map(|name| (name.number, name.decoded(encoding).replace('\\', "/")))
        .collect()
}

struct Name {
    number: usize,
    raw: Vec<u8>,
    /// As the ZIP reader decodes it: by code page 437 where it is no Unicode.
    usual: String,
    /// Whether the entry, or a field of Info-ZIP's, says that the name is Unicode.
    is_marked: bool,
}

impl Name {
    fn of(archive: &ZipArchive<BufReader<File>>, number: usize) -> Option<Self> {
        let entry = archive.by_index_data(number).ok()?;
        let (raw, flags) = (entry.name_raw().to_vec(), entry.flags().as_u16());
        let usual = archive.name_for_index(number)?.ok();
        let usual = usual.map_or_else(
            || String::from_utf8_lossy(&raw).into_owned(),
            |name| name.into_owned(),
        );
        Some(Self {
            number,
            is_marked: flags & UNICODE != 0,
            usual,
            raw,
        })
    }

    fn decoded(self, encoding: Encoding) -> String {
        let encoding = match encoding {
            _ if self.is_marked => return self.usual,
            Encoding::Cp437 => return self.usual,
            Encoding::Utf8 => UTF_8,
            Encoding::ShiftJis => SHIFT_JIS,
            Encoding::Gbk => GBK,
        };
        // What has no character in it stays as it is: two names never become one.
        let decoded = encoding.decode_without_bom_handling_and_without_replacement(&self.raw);
        decoded.map_or(self.usual, |name| name.into_owned())
    }
}
