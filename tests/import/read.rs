//! Files, and what their generators draw.

use burn::tensor::Device;
use ganvas::generator::{Generator, Statistics};
use ganvas::import::{Given, Import, Statement, import};
use npyz::NpyFile;
use pollster::block_on;
use std::io::{Cursor, Read};
use std::path::Path;

/// Most that a number of an image may differ.
pub const TOLERANCE: f32 = 1e-4;

/// What is stated in `tests/import/specs`.
pub fn stated(name: &str) -> Statement {
    let path = format!(
        "{}/tests/import/specs/{name}.json",
        env!("CARGO_MANIFEST_DIR")
    );
    Statement::from_json(&path, &std::fs::read_to_string(&path).unwrap()).unwrap()
}

/// Imports the file at `path`, and, of a TensorFlow.js model, its shards.
pub fn imported(path: &Path, key: Option<&str>, stated: &Statement) -> ganvas::Result<Import> {
    let bytes = std::fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let shards: Vec<(String, Vec<u8>)> = ganvas::import::shards(&bytes)
        .into_iter()
        .map(|shard| {
            let bytes = std::fs::read(path.with_file_name(&shard)).unwrap();
            (shard, bytes)
        })
        .collect();
    let mut given = vec![Given {
        name,
        bytes: &bytes,
    }];
    given.extend(shards.iter().map(|(name, bytes)| Given { name, bytes }));
    import(&given, key, stated)
}

/// Numbers of an array in an `.npz`, with its dimensions, if it is there.
pub fn array(npz: &Path, name: &str) -> Option<(Vec<usize>, Vec<f32>)> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(npz).unwrap()).unwrap();
    let mut bytes = Vec::new();
    archive
        .by_name(&format!("{name}.npy"))
        .ok()?
        .read_to_end(&mut bytes)
        .unwrap();
    let file = NpyFile::new(Cursor::new(bytes)).unwrap();
    let dims = file.shape().iter().map(|side| *side as usize).collect();
    Some((dims, file.into_vec().unwrap()))
}

/// What the generator draws of latents, as numbers. It goes through our own file first.
pub fn drawn(imported: &Import, latents: &[f32], labels: &[u8]) -> Vec<f32> {
    let bytes = imported
        .model
        .encode(ganvas::weights::Encoding::F32)
        .unwrap();
    let file = ganvas::weights::open_generator("imported.safetensors", &bytes).unwrap();
    assert_eq!(file, imported.model);
    let generator = Generator::on(&Device::flex(), &file, Statistics::Running).unwrap();
    block_on(generator.values(latents, labels)).unwrap()
}

/// The largest difference between what the generator draws of the latents in `npz` and the images
/// there.
pub fn difference(imported: &Import, npz: &Path) -> f32 {
    let (dims, latents) = array(npz, "z").unwrap();
    let labels: Vec<u8> = match array(npz, "labels") {
        Some((_, labels)) => labels.into_iter().map(|label| label as u8).collect(),
        None => (0..dims[0]).map(|index| (index % 10) as u8).collect(),
    };
    let drawn = drawn(imported, &latents, &labels);
    let expected = match array(npz, "y") {
        Some((_, expected)) => expected,
        None => channels_first(array(npz, "y_nhwc").unwrap()),
    };
    assert_eq!(drawn.len(), expected.len());
    let pairs = drawn.iter().zip(&expected);
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max)
}

fn channels_first((dims, values): (Vec<usize>, Vec<f32>)) -> Vec<f32> {
    let [count, height, width, channels] = dims[..] else {
        panic!("{dims:?}")
    };
    let mut turned = Vec::with_capacity(values.len());
    for image in 0..count {
        for channel in 0..channels {
            for pixel in 0..height * width {
                turned.push(values[(image * height * width + pixel) * channels + channel]);
            }
        }
    }
    turned
}
