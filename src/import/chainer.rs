//! Chainer's `.npz`: an archive of arrays, named by the links they belong to, as `l1/W`. Chainer lays weights
//! out as PyTorch does; only the names differ.

use super::array::{Array, ElementType, count};
use super::budget::MOST_NUMBERS;
use super::choose::check_count;
use super::draft::Draft;
use super::found::{Found, short};
use super::parameters::{self, Named, Writer};
use super::statement::Statement;
use super::zipped::{entry, opened};
use crate::sentence::sentence;
use std::io::Cursor;
use zip::ZipArchive;

const LARGEST_ARRAY: u64 = 4 * MOST_NUMBERS as u64;

/// Whether this is an archive of NumPy arrays.
pub(super) fn is_arrays(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
        && ZipArchive::new(Cursor::new(bytes))
            .is_ok_and(|archive| names(&archive).any(|name| name.ends_with(".npy")))
}

fn names<'a>(archive: &'a ZipArchive<Cursor<&[u8]>>) -> impl Iterator<Item = String> + 'a {
    let names = (0..archive.len()).map(|index| archive.name_for_index(index)?.ok());
    names.flatten().map(|name| name.into_owned())
}

pub(super) fn read(bytes: &[u8], stated: &Statement) -> Found<Draft> {
    parameters::draft(tensors(bytes)?, stated, Writer::PyTorch)
}

/// A first draft of a `SPEC.json`.
pub(super) fn outline(bytes: &[u8]) -> Found<Statement> {
    parameters::outline(tensors(bytes)?, Writer::PyTorch)
}

/// Its arrays under PyTorch's names, in the file's order.
fn tensors(bytes: &[u8]) -> Found<Vec<Named>> {
    let mut archive = opened(bytes)?;
    check_count(archive.len())?;
    let names: Vec<String> = names(&archive).collect();
    let mut tensors = Vec::new();
    let mut left = LARGEST_ARRAY;
    for entry_name in names.iter().filter(|name| name.ends_with(".npy")) {
        let name = entry_name.trim_end_matches(".npy");
        // How often an optimiser or a norm has worked, and the like.
        if name.ends_with("/N") || name.ends_with("/t") {
            continue;
        }
        let bytes = entry(&mut archive, entry_name, left)?;
        left -= bytes.len() as u64;
        let array = array(&bytes);
        let array =
            array.map_err(|why| sentence!("its array “{name}”: {why}", name = short(name), why))?;
        tensors.push(Named {
            name: renamed(name),
            array,
        });
    }
    Ok(tensors)
}

/// `gen/b1/avg_mean` as `gen.b1.running_mean`.
fn renamed(name: &str) -> String {
    let (link, leaf) = name.rsplit_once('/').unwrap_or(("", name));
    let leaf = match leaf {
        "W" | "gamma" => "weight",
        "b" | "beta" => "bias",
        "avg_mean" => "running_mean",
        "avg_var" => "running_var",
        other => other,
    };
    match link.trim_start_matches('/').replace('/', ".") {
        link if link.is_empty() => leaf.to_owned(),
        link => format!("{link}.{leaf}"),
    }
}

/// An array as NumPy writes it (`.npy`).
fn array(bytes: &[u8]) -> Found<Array> {
    let wrong = || sentence!("it is no array of NumPy that can be read");
    let is_numpy = bytes.starts_with(b"\x93NUMPY");
    let (length, start): (usize, usize) = match bytes.get(6..12) {
        Some(&[1, _, low, high, ..]) if is_numpy => {
            (usize::from(u16::from_le_bytes([low, high])), 10)
        }
        Some(&[2 | 3, _, a, b, c, d]) if is_numpy => {
            (u32::from_le_bytes([a, b, c, d]) as usize, 12)
        }
        _ => return Err(wrong()),
    };
    let header = bytes
        .get(start..start.saturating_add(length))
        .ok_or_else(wrong)?;
    let header = String::from_utf8_lossy(header);
    let field = |name: &str| {
        let (_, rest) = header.split_once(&format!("'{name}':"))?;
        Some(rest.trim_start())
    };
    let element = match field("descr").and_then(|rest| rest.get(1..4)) {
        Some("<f2") => ElementType::F16,
        Some("<f4") => ElementType::F32,
        Some("<f8") => ElementType::F64,
        Some("<i4") => ElementType::I32,
        Some("<i8") => ElementType::I64,
        _ => return Err(wrong()),
    };
    if field("fortran_order").is_none_or(|rest| !rest.starts_with("False")) {
        return Err(sentence!("it is in Fortran's order: save it in C's"));
    }
    let sides = field("shape").and_then(|rest| rest.strip_prefix('(')?.split_once(')'));
    let (sides, _) = sides.ok_or_else(wrong)?;
    let sides = sides
        .split(',')
        .map(str::trim)
        .filter(|side| !side.is_empty());
    let dims: Option<Vec<usize>> = sides.map(|side| side.parse().ok()).collect();
    let dims = dims.ok_or_else(wrong)?;
    let size = count(&dims)? * element.size();
    let numbers = bytes[start + length..].get(..size).ok_or_else(wrong)?;
    Array::new(dims, element.decode(numbers))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    const HEADER: &str = "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 1), }";

    fn npy(header: &str, numbers: &[f32]) -> Vec<u8> {
        let bytes = numbers.iter().flat_map(|number| number.to_le_bytes());
        let length = (header.len() as u16).to_le_bytes();
        [
            b"\x93NUMPY\x01\x00",
            &length[..],
            header.as_bytes(),
            &bytes.collect::<Vec<u8>>(),
        ]
        .concat()
    }

    #[test]
    fn links_have_pytorchs_names() {
        assert_eq!(renamed("l1/W"), "l1.weight");
        assert_eq!(renamed("gen/r0/b1/avg_var"), "gen.r0.b1.running_var");
        assert_eq!(renamed("W"), "weight");
    }

    #[test]
    fn arrays_are_read_by_their_header() {
        let found = array(&npy(HEADER, &[1.5, -2.0])).unwrap();
        assert_eq!((found.dims, found.values), (vec![2, 1], vec![1.5, -2.0]));
        assert!(array(&npy(HEADER, &[1.5])).is_err());
        assert!(array(&npy(&HEADER.replace("<f4", "|O"), &[1.5, 2.0])).is_err());
        assert!(array(&npy(&HEADER.replace("False", "True"), &[1.5, 2.0])).is_err());
        assert!(array(b"\x93NUMPY\x01\x00\xff\xff").is_err());
        let huge = HEADER.replace("(2, 1)", "(99999999999, 99999999999)");
        assert!(array(&npy(&huge, &[])).is_err());
    }

    #[test]
    fn an_archive_is_read_as_its_spec_says() {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        let shapes: [(&str, &[usize]); 9] = [
            ("l0/W", &[8, 3]),
            ("l0/b", &[8]),
            ("b0/gamma", &[8]),
            ("b0/beta", &[8]),
            ("b0/avg_mean", &[8]),
            ("b0/avg_var", &[8]),
            ("b0/N", &[]),
            ("r0/c0/W", &[2, 2, 1, 1]),
            ("r0/c0/b", &[2]),
        ];
        let number = |place: usize| place as f32 / 8.0 + 0.5;
        for (name, dims) in shapes {
            let sides: String = dims.iter().map(|side| format!("{side}, ")).collect();
            let header = HEADER.replace("2, 1", sides.trim_end());
            let numbers: Vec<f32> = (0..dims.iter().product()).map(number).collect();
            archive
                .start_file(format!("{name}.npy"), SimpleFileOptions::default())
                .unwrap();
            archive.write_all(&npy(&header, &numbers)).unwrap();
        }
        let bytes = archive.finish().unwrap().into_inner();
        assert!(is_arrays(&bytes));
        let stated = r#"{"generator": [
            {"layer": "linear", "out": 8}, {"layer": "batch-norm", "epsilon": 2e-5},
            {"layer": "relu"}, {"layer": "reshape", "to": [2, 2, 2]},
            {"layer": "residual", "body": [{"layer": "conv", "out": 2, "kernel": 1}], "gain": 0.5}
        ]}"#;
        let stated = Statement::from_json("spec.json", stated).unwrap();
        let draft = read(&bytes, &stated).unwrap();
        assert_eq!(draft.latent, 3);
        let linear = &draft.parts[0];
        assert_eq!(linear.weights[0].source, "l0.weight");
        assert_eq!(linear.weights[0].array.dims, [3, 8]);
        assert_eq!(linear.weights[0].array.values[1], number(3));
        assert_eq!(draft.parts[1].weights.len(), 4);
        let residual = draft.parts.last().unwrap();
        assert_eq!(residual.layer, stated.generator.unwrap()[4]);
        assert_eq!(residual.weights[0].role, "body.0.weight");
        assert_eq!(residual.weights[0].source, "r0.c0.weight");
    }
}
