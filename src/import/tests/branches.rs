//! Networks that branch, as PyTorch's exporters and Keras write them (`make_branches.py` and
//! `make_keras_branches.py` in `tests/import`): they draw what was drawn there.

use crate::generator::{Generator, Statistics};
use crate::import::{Given, Import, Statement, import};
use npyz::NpyFile;
use pollster::block_on;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

/// Most that a number of an image may differ.
const TOLERANCE: f32 = 1e-4;

fn array(npz: &Path, name: &str) -> Option<Vec<f32>> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(npz).unwrap()).unwrap();
    let mut bytes = Vec::new();
    let mut entry = archive.by_name(&format!("{name}.npy")).ok()?;
    entry.read_to_end(&mut bytes).unwrap();
    let file = NpyFile::new(Cursor::new(bytes)).unwrap();
    Some(file.into_vec().unwrap())
}

fn imported(path: &Path) -> crate::Result<Import> {
    let bytes = std::fs::read(path).unwrap();
    let shards = crate::import::shards(&bytes).into_iter().map(|name| {
        let bytes = std::fs::read(path.with_file_name(&name)).unwrap();
        (name, bytes)
    });
    let shards: Vec<(String, Vec<u8>)> = shards.collect();
    let name = path.file_name().unwrap().to_str().unwrap();
    let main = Given {
        name,
        bytes: &bytes,
    };
    let others = shards.iter().map(|(name, bytes)| Given { name, bytes });
    let files: Vec<Given<'_>> = [main].into_iter().chain(others).collect();
    import(&files, None, &Statement::default())
}

/// The largest difference between what is drawn here and what was drawn there.
fn difference(path: &Path) -> Result<f32, String> {
    let imported = imported(path).map_err(|why| why.to_string())?;
    let stem = path.file_stem().unwrap().to_str().unwrap();
    let (name, _) = stem.rsplit_once('-').unwrap();
    let npz = path.with_file_name(format!("{name}.npz"));
    let latents = array(&npz, "z").unwrap();
    let count = latents.len() / imported.model.header.latent.dimension;
    let labels =
        array(&npz, "labels").map(|labels| labels.into_iter().map(|label| label as u8).collect());
    let labels: Vec<u8> = labels.unwrap_or_else(|| vec![0; count]);
    let generator = Generator::on_cpu(&imported.model, Statistics::Running).unwrap();
    let found = block_on(generator.values(&latents, &labels)).unwrap();
    let wanted = array(&npz, "y").unwrap();
    if found.len() != wanted.len() {
        return Err(format!("{} numbers, not {}", found.len(), wanted.len()));
    }
    let pairs = found.iter().zip(&wanted);
    Ok(pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max))
}

/// Those of the folder, or of another one that the environment names.
fn graphs() -> Vec<PathBuf> {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/fixtures/branches");
    let folder = std::env::var("GANVAS_BRANCHES").map_or_else(|_| own(), PathBuf::from);
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| {
            path.extension()
                .is_some_and(|ending| ["onnx", "keras", "h5"].iter().any(|own| ending == *own))
        })
        .collect();
    files.sort();
    files
}

#[test]
fn branches_draw_what_was_drawn_there() {
    let files = graphs();
    assert!(files.len() >= 20);
    let mut failed = Vec::new();
    for path in files {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        match difference(&path) {
            Ok(apart) if apart < TOLERANCE => eprintln!("{name}: {apart:.1e}"),
            Ok(apart) => failed.push(format!("{name} differs by {apart}")),
            Err(why) => failed.push(format!("{name}: {why}")),
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
