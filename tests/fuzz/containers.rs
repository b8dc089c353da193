//! Changes to what lies inside of containers, whose sums and lengths are made right again: else nothing
//! but the sums would be tested.

use super::{Source, bytes, json, protobuf, words};
use flate2::{Compression, Crc, read::MultiGzDecoder, write::GzEncoder};
use std::io::{Cursor, Read, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Most bytes that are unpacked of a container.
const LARGEST: u64 = 4 << 20;

/// A file with a change: of what it holds, where its kind is known.
pub fn changed(file: &[u8], source: &mut Source) -> Vec<u8> {
    if source.is_one_in(4) {
        return bytes::changed(file, source);
    }
    let inside = match file {
        [b'P', b'K', ..] => in_zip(file, source),
        [0x1f, 0x8b, ..] => in_gzip(file, source),
        [0x89, b'P', b'N', b'G', ..] => in_png(file, source),
        [0x93, b'N', b'U', b'M', b'P', b'Y', ..] => in_numpy(file, source),
        [b'{' | b'[', ..] => Some(json::changed(file, source)),
        _ => in_safetensors(file, source)
            .or_else(|| protobuf::is_message(file).then(|| protobuf::changed(file, source))),
    };
    inside.unwrap_or_else(|| bytes::changed(file, source))
}

fn in_zip(file: &[u8], source: &mut Source) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(file)).ok()?;
    let mut parts = Vec::new();
    for number in 0..archive.len().min(200) {
        let part = archive.by_index(number).ok()?;
        let (name, method) = (part.name().ok()?.into_owned(), part.compression());
        let mut content = Vec::new();
        part.take(LARGEST).read_to_end(&mut content).ok()?;
        parts.push((name, method, content));
    }
    if parts.is_empty() {
        return None;
    }
    let place = source.below(parts.len());
    match source.below(10) {
        0 => drop(parts.remove(place)),
        1 => parts[place].0 = words::text(source),
        2 => {
            let mut copy = parts[place].clone();
            copy.0.push('2');
            parts.insert(0, copy);
        }
        3 => parts.swap(0, place),
        4 => parts[place].1 = CompressionMethod::Deflated,
        _ => parts[place].2 = changed(&parts[place].2, source),
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, method, content) in parts {
        let options = SimpleFileOptions::default().compression_method(method);
        // A name that a ZIP cannot have is left out.
        if zip.start_file(name, options).is_ok() {
            zip.write_all(&content).ok()?;
        }
    }
    Some(zip.finish().ok()?.into_inner())
}

fn in_gzip(file: &[u8], source: &mut Source) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    let mut decoder = MultiGzDecoder::new(file).take(LARGEST);
    decoder.read_to_end(&mut content).ok()?;
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&changed(&content, source)).ok()?;
    encoder.finish().ok()
}

/// The header is JSON, and its length stands before it.
fn in_safetensors(file: &[u8], source: &mut Source) -> Option<Vec<u8>> {
    let (length, rest) = file.split_first_chunk()?;
    let length = usize::try_from(u64::from_le_bytes(*length)).ok()?;
    let (header, data) = rest.split_at_checked(length)?;
    header.starts_with(b"{").then_some(())?;
    let (header, data) = if source.is_one_in(5) {
        (header.to_vec(), bytes::changed(data, source))
    } else {
        (json::changed(header, source), data.to_vec())
    };
    let length = (header.len() as u64).to_le_bytes();
    Some([&length[..], &header, &data].concat())
}

/// The header is a text, and its length stands before it.
fn in_numpy(file: &[u8], source: &mut Source) -> Option<Vec<u8>> {
    let (start, rest) = file.split_at_checked(10)?;
    let length = u16::from_le_bytes([start[8], start[9]]);
    let (header, data) = rest.split_at_checked(length.into())?;
    let header = bytes::changed(header, source);
    let length = u16::try_from(header.len()).ok()?.to_le_bytes();
    Some([&start[..8], &length, &header, data].concat())
}

/// Every chunk has a sum.
fn in_png(file: &[u8], source: &mut Source) -> Option<Vec<u8>> {
    let (signature, mut rest) = file.split_at_checked(8)?;
    let mut chunks = Vec::new();
    while let Some((length, behind)) = rest.split_first_chunk() {
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let (chunk, behind) = behind.split_at_checked(length.checked_add(4)?)?;
        chunks.push(chunk.to_vec());
        rest = behind.get(4..)?;
    }
    if chunks.is_empty() {
        return None;
    }
    let place = source.below(chunks.len());
    match source.below(8) {
        0 => drop(chunks.remove(place)),
        1 => chunks.insert(place, chunks[place].clone()),
        2 => chunks.swap(0, place),
        _ => chunks[place] = bytes::changed(&chunks[place], source),
    }
    let mut png = signature.to_vec();
    for chunk in chunks {
        let length = u32::try_from(chunk.len().saturating_sub(4)).ok()?;
        let mut sum = Crc::new();
        sum.update(&chunk);
        png.extend(length.to_be_bytes());
        png.extend(&chunk);
        png.extend(sum.sum().to_be_bytes());
    }
    Some(png)
}
