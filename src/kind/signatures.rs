//! Kinds that begin with bytes of their own.

use super::Family::{
    Archive, Companion, Data, Film, Idx, Image, Model, Other, OtherImage, OtherModel,
};
use super::Kind;

/// Bytes at a place, and what a file that has them there is.
const SIGNATURES: &[(usize, &[u8], Kind)] = &[
    (0, b"\x89PNG", Kind::new("a PNG image", Image)),
    (0, b"\xFF\xD8\xFF", Kind::new("a JPEG image", Image)),
    (0, b"GIF87a", Kind::new("a GIF image", Image)),
    (0, b"GIF89a", Kind::new("a GIF image", Image)),
    (0, b"II*\0", Kind::new("a TIFF image", OtherImage)),
    (0, b"MM\0*", Kind::new("a TIFF image", OtherImage)),
    (0, b"II+\0", Kind::new("a TIFF image", OtherImage)),
    (4, b"ftypavif", Kind::new("an AVIF image", OtherImage)),
    (4, b"ftypavis", Kind::new("an AVIF image", OtherImage)),
    (4, b"ftyphei", Kind::new("a HEIC image", OtherImage)),
    (4, b"ftyphev", Kind::new("a HEIC image", OtherImage)),
    (4, b"ftypmif1", Kind::new("a HEIC image", OtherImage)),
    (4, b"ftypmsf1", Kind::new("a HEIC image", OtherImage)),
    (0, b"\xFF\x0A", Kind::new("a JPEG XL image", OtherImage)),
    (4, b"JXL \r\n", Kind::new("a JPEG XL image", OtherImage)),
    (4, b"jP  \r\n", Kind::new("a JPEG 2000 image", OtherImage)),
    (0, b"8BPS", Kind::new("a Photoshop file", OtherImage)),
    (0, b"\0\0\x01\0", Kind::new("an icon", OtherImage)),
    (0, b"%PDF", Kind::new("a PDF file", OtherImage)),
    (4, b"ftyp", Kind::new("a film", Film)),
    (0, b"\x1A\x45\xDF\xA3", Kind::new("a film", Film)),
    (0, b"\x1F\x8B", Kind::new("a gzip file", Archive)),
    (0, b"7z\xBC\xAF\x27\x1C", Kind::new("a 7z archive", Archive)),
    (0, b"Rar!\x1A\x07", Kind::new("a RAR archive", Archive)),
    (0, b"\xFD7zXZ\0", Kind::new("an xz file", Archive)),
    (
        0,
        b"\x28\xB5\x2F\xFD",
        Kind::new("a Zstandard file", Archive),
    ),
    (0, b"BZh", Kind::new("a bzip2 file", Archive)),
    (0, b"\x04\x22\x4D\x18", Kind::new("an LZ4 file", Archive)),
    (257, b"ustar", Kind::new("a tar archive", Archive)),
    (0, b"\x89HDF\r\n\x1A\n", Kind::new("an HDF5 file", Model)),
    (4, b"TFL3", Kind::new("a TensorFlow Lite model", OtherModel)),
    (0, b"GGUF", Kind::new("a GGUF model", OtherModel)),
    (0, b"\x93NUMPY", Kind::new("a NumPy array", Data)),
    (0, b"PAR1", Kind::new("a Parquet table", Data)),
    (0, b"ARROW1", Kind::new("an Arrow table", Data)),
    (0, b"MATLAB 5.0", Kind::new("a MATLAB file", Data)),
    (0, b"SQLite format 3", Kind::new("an SQLite database", Data)),
    (
        0,
        b"\0\x05\x16\x07",
        Kind::new("a companion file of macOS", Companion),
    ),
    (0, b"\x7FELF", Kind::new("a program", Other)),
    (0, b"MZ\x90\0", Kind::new("a program", Other)),
];

/// The kind that a file's bytes say outright.
pub(super) fn of(file: &[u8]) -> Option<Kind> {
    structured(file).or_else(|| {
        let is_there = |(place, bytes, ..): &&(usize, &[u8], Kind)| {
            file.get(*place..)
                .is_some_and(|rest| rest.starts_with(bytes))
        };
        let (.., kind) = SIGNATURES.iter().find(is_there)?;
        Some(*kind)
    })
}

/// Kinds whose signature has parts that differ from file to file.
fn structured(file: &[u8]) -> Option<Kind> {
    Some(match file {
        // First, because the header's length may look like anything.
        _ if is_safetensors(file) => super::SAFETENSORS,
        _ if is_riff(file, b"WEBP") => Kind::new("a WebP image", Image),
        _ if is_riff(file, b"AVI ") => Kind::new("a film", Film),
        [b'P', b'K', 1..=7, 2..=8, ..] => zipped(file),
        [0, 0, 8 | 9 | 0x0B..=0x0E, 1..=8, ..] => Kind::new("an IDX file", Idx),
        [b'B', b'M', _, _, _, _, 0, 0, 0, 0, ..] => Kind::new("a BMP image", Image),
        [0x80, 1..=5, ..] => Kind::new("a pickle, as PyTorch and Python write them", Model),
        // SavedModel: its only version, and a graph, which is never shorter than 128 bytes.
        [8, 1, 0x12, 0x80..=0xFF, ..] => Kind::new("a TensorFlow SavedModel", OtherModel),
        // ONNX: its version, and one of the fields that may follow.
        [8, 1..=32, field, ..] if b"\x12\x1A\x22\x28\x32\x3A\x42".contains(field) => {
            Kind::new("an ONNX model", Model)
        }
        // A frozen graph: its first operator, which has a name and is a constant or an input.
        [0x0A, _, 0x0A, ..] | [0x0A, _, _, 0x0A, ..] if is_frozen(file) => {
            Kind::new("a frozen TensorFlow graph", OtherModel)
        }
        _ if file.ends_with(TABLE_END) => {
            Kind::new("the index of a TensorFlow checkpoint", OtherModel)
        }
        _ => return None,
    })
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
fn zipped(file: &[u8]) -> Kind {
    let length = file.get(26..28).map_or(0, |bytes| {
        usize::from(u16::from_le_bytes([bytes[0], bytes[1]]))
    });
    let name = file.get(30..30 + length).unwrap_or_default();
    if name == b"data.pkl" || name.ends_with(b"/data.pkl") {
        Kind::new("a PyTorch file", Model)
    } else if [
        b"metadata.json".as_slice(),
        b"config.json",
        b"model.weights.h5",
    ]
    .contains(&name)
    {
        Kind::new("a Keras archive", Model)
    } else if name.ends_with(b".npy") {
        Kind::new("an archive of NumPy arrays", Data)
    } else {
        Kind::new("a ZIP archive", Archive)
    }
}

/// Whether this begins as safetensors do: the length of a header of JSON, and the header.
fn is_safetensors(file: &[u8]) -> bool {
    let length = file
        .first_chunk()
        .map_or(0, |first| u64::from_le_bytes(*first));
    (2..=100_000_000).contains(&length) && matches!(file.get(8..10), Some(b"{\"" | b"{}" | b"{ "))
}
