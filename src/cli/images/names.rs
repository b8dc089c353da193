//! What the files in a ZIP file are called.

use encoding_rs::{GBK, SHIFT_JIS};
use ganvas::data::zip_names::{Encoding, encoding};
use std::fs::File;
use std::io::BufReader;
use zip::ZipArchive;

/// The paths of a ZIP file's entries, each with its number; `/` separates their parts.
pub fn paths(archive: &ZipArchive<BufReader<File>>) -> Vec<(usize, String)> {
    let raw = |number| {
        archive
            .by_index_data(number)
            .ok()
            .map(|entry| entry.name_raw().to_vec())
    };
    let names: Vec<(usize, Vec<u8>)> = (0..archive.len())
        .filter_map(|number| Some((number, raw(number)?)))
        .collect();
    let encoding = encoding(names.iter().map(|(_, name)| name.as_slice()));
    let decoded = names.into_iter().map(|(number, name)| {
        let name = match String::from_utf8(name) {
            Ok(name) => name,
            Err(error) => decode(error.as_bytes(), encoding)
                .or_else(|| {
                    archive
                        .name_for_index(number)?
                        .ok()
                        .map(|name| name.into_owned())
                })
                .unwrap_or_else(|| String::from_utf8_lossy(error.as_bytes()).into_owned()),
        };
        // Only now: in Japanese and Chinese a backslash may be half of a character.
        (number, name.replace('\\', "/"))
    });
    decoded.collect()
}

/// None for the code page that the ZIP reader itself decodes.
fn decode(name: &[u8], encoding: Encoding) -> Option<String> {
    let encoding = match encoding {
        Encoding::ShiftJis => SHIFT_JIS,
        Encoding::Gbk => GBK,
        Encoding::Utf8 | Encoding::Cp437 => return None,
    };
    Some(encoding.decode_without_bom_handling(name).0.into_owned())
}
