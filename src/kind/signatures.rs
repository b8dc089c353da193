//! Kinds that begin with bytes of their own.

use super::Family::{
    Archive, Companion, Data, Film, Idx, Image, Model, Other, OtherImage, OtherModel,
};
use super::{Family, Kind};

/// Bytes at a place, and what a file that has them there is.
const SIGNATURES: &[(usize, &[u8], &str, Family)] = &[
    (0, b"\x89PNG", "a PNG image", Image),
    (0, b"\xFF\xD8\xFF", "a JPEG image", Image),
    (0, b"GIF87a", "a GIF image", Image),
    (0, b"GIF89a", "a GIF image", Image),
    (0, b"II*\0", "a TIFF image", OtherImage),
    (0, b"MM\0*", "a TIFF image", OtherImage),
    (0, b"II+\0", "a TIFF image", OtherImage),
    (4, b"ftypavif", "an AVIF image", OtherImage),
    (4, b"ftypavis", "an AVIF image", OtherImage),
    (4, b"ftyphei", "a HEIC image", OtherImage),
    (4, b"ftyphev", "a HEIC image", OtherImage),
    (4, b"ftypmif1", "a HEIC image", OtherImage),
    (4, b"ftypmsf1", "a HEIC image", OtherImage),
    (0, b"\xFF\x0A", "a JPEG XL image", OtherImage),
    (4, b"JXL \r\n", "a JPEG XL image", OtherImage),
    (4, b"jP  \r\n", "a JPEG 2000 image", OtherImage),
    (0, b"8BPS", "a Photoshop file", OtherImage),
    (0, b"\0\0\x01\0", "an icon", OtherImage),
    (0, b"%PDF", "a PDF file", OtherImage),
    (4, b"ftyp", "a film", Film),
    (0, b"\x1A\x45\xDF\xA3", "a film", Film),
    (0, b"\x1F\x8B", "a gzip file", Archive),
    (0, b"7z\xBC\xAF\x27\x1C", "a 7z archive", Archive),
    (0, b"Rar!\x1A\x07", "a RAR archive", Archive),
    (0, b"\xFD7zXZ\0", "an xz file", Archive),
    (0, b"\x28\xB5\x2F\xFD", "a Zstandard file", Archive),
    (0, b"BZh", "a bzip2 file", Archive),
    (0, b"\x04\x22\x4D\x18", "an LZ4 file", Archive),
    (257, b"ustar", "a tar archive", Archive),
    (0, b"\x89HDF\r\n\x1A\n", "an HDF5 file", Model),
    (4, b"TFL3", "a TensorFlow Lite model", OtherModel),
    (0, b"GGUF", "a GGUF model", OtherModel),
    (0, b"\x93NUMPY", "a NumPy array", Data),
    (0, b"PAR1", "a Parquet table", Data),
    (0, b"ARROW1", "an Arrow table", Data),
    (0, b"MATLAB 5.0", "a MATLAB file", Data),
    (0, b"SQLite format 3", "an SQLite database", Data),
    (0, b"\0\x05\x16\x07", "a companion file of macOS", Companion),
    (0, b"\x7FELF", "a program", Other),
    (0, b"MZ\x90\0", "a program", Other),
];

/// The kind that a file's bytes say outright.
pub(super) fn of(file: &[u8]) -> Option<Kind> {
    structured(file).or_else(|| {
        let is_there = |(place, bytes, ..): &&(usize, &[u8], &str, Family)| {
            file.get(*place..)
                .is_some_and(|rest| rest.starts_with(bytes))
        };
        let (.., name, family) = SIGNATURES.iter().find(is_there)?;
        Some(Kind::new(name, *family))
    })
}

/// Kinds whose signature has parts that differ from file to file.
fn structured(file: &[u8]) -> Option<Kind> {
    let (name, family) = match file {
        // First, because the header's length may look like anything.
        _ if is_safetensors(file) => return Some(super::SAFETENSORS),
        _ if is_riff(file, b"WEBP") => ("a WebP image", Image),
        _ if is_riff(file, b"AVI ") => ("a film", Film),
        [b'P', b'K', 1..=7, 2..=8, ..] => zipped(file),
        [0, 0, 8 | 9 | 0x0B..=0x0E, 1..=8, ..] => ("an IDX file", Idx),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => ("a BMP image", Image),
        [0x80, 1..=5, ..] => ("a pickle, as PyTorch and Python write them", Model),
        // SavedModel: its only version, and a graph, which is never shorter than 128 bytes.
        [8, 1, 0x12, 0x80..=0xFF, ..] => ("a TensorFlow SavedModel", OtherModel),
        // ONNX: its version, and one of the fields that may follow.
        [8, 1..=32, field, ..] if b"\x12\x1A\x22\x28\x32\x3A\x42".contains(field) => {
            ("an ONNX model", Model)
        }
        // A frozen graph: its first operator, which has a name and is a constant or an input.
        [0x0A, _, 0x0A, ..] | [0x0A, _, _, 0x0A, ..] if is_frozen(file) => {
            ("a frozen TensorFlow graph", OtherModel)
        }
        _ if file.ends_with(TABLE_END) => ("the index of a TensorFlow checkpoint", OtherModel),
        _ => return None,
    };
    Some(Kind::new(name, family))
}

/// What the tables of LevelDB's kind end with.
const TABLE_END: &[u8] = &[0x57, 0xFB, 0x80, 0x8B, 0x24, 0x75, 0x47, 0xDB];

fn is_riff(file: &[u8], kind: &[u8]) -> bool {
    file.starts_with(b"RIFF") && file.get(8..12) == Some(kind)
}

fn is_frozen(file: &[u8]) -> bool {
    let start = &file[..file.len().min(256)];
    [b"Placeholder".as_slice(), b"Const"]
        .iter()
        .any(|word| start.windows(word.len()).any(|window| window == *word))
}

/// What a ZIP archive is for, by the name of its first entry.
fn zipped(file: &[u8]) -> (&'static str, Family) {
    let length = file.get(26..28).map_or(0, |bytes| {
        usize::from(u16::from_le_bytes([bytes[0], bytes[1]]))
    });
    let name = file.get(30..30 + length).unwrap_or_default();
    if name == b"data.pkl" || name.ends_with(b"/data.pkl") {
        ("a PyTorch file", Model)
    } else if [
        b"metadata.json".as_slice(),
        b"config.json",
        b"model.weights.h5",
    ]
    .contains(&name)
    {
        ("a Keras archive", Model)
    } else if name.ends_with(b".npy") {
        ("an archive of NumPy arrays", Data)
    } else {
        ("a ZIP archive", Archive)
    }
}

/// Whether this begins as safetensors do: the length of a header of JSON, and the header.
fn is_safetensors(file: &[u8]) -> bool {
    let length = file
        .first_chunk()
        .map_or(0, |first| u64::from_le_bytes(*first));
    (2..=100_000_000).contains(&length) && matches!(file.get(8..10), Some(b"{\"" | b"{}" | b"{ "))
}
