//! Files beside the checkout on which an import once failed, or did too much, where they are at hand.

use super::read::{TOLERANCE, drawn};
use ganvas::import::{Given, Import, Statement, import};
use npyz::NpyFile;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The folder of a case, or a sentence why it is skipped.
fn case(name: &str) -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../shared/cases")
        .join(name);
    if path.is_dir() {
        return Some(path);
    }
    eprintln!("{} does not exist: the case is skipped.", path.display());
    None
}

fn tried(folder: &Path, names: &[&str]) -> ganvas::Result<Import> {
    let read = |name: &&str| std::fs::read(folder.join(name)).unwrap();
    let all: Vec<Vec<u8>> = names.iter().map(read).collect();
    let files = names.iter().zip(&all);
    let files: Vec<Given<'_>> = files.map(|(name, bytes)| Given { name, bytes }).collect();
    import(&files, None, &Statement::default())
}

fn npy(path: &Path) -> Vec<f32> {
    NpyFile::new(&std::fs::read(path).unwrap()[..])
        .unwrap()
        .into_vec()
        .unwrap()
}

/// Compares what the import draws with what the original framework drew.
fn draws(folder: &Path, names: &[&str], z: &str, wanted: &str) {
    let imported = tried(folder, names).unwrap_or_else(|why| panic!("{why}"));
    let found = drawn(&imported, &npy(&folder.join(z)), &[]);
    let wanted = npy(&folder.join(wanted));
    assert_eq!(found.len(), wanted.len());
    let apart = found.iter().zip(&wanted).map(|(a, b)| (a - b).abs());
    let apart = apart.fold(0.0, f32::max);
    assert!(apart < TOLERANCE, "{names:?} differ by {apart}");
}

#[test]
fn onnx_files_draw_what_onnxruntime_drew() {
    if let Some(folder) = case("onnx-output-shape") {
        for name in ["k4", "k5", "k5_same"] {
            draws(
                &folder,
                &[&format!("{name}.onnx")],
                "z16.npy",
                &format!("{name}.npy"),
            );
        }
        if let Some(clip) = case("onnx-clip") {
            let imported = tried(&clip, &["clip.onnx"]).unwrap();
            let found = drawn(&imported, &npy(&folder.join("z16.npy")), &[]);
            let wanted = npy(&clip.join("clip.npy"));
            let pairs = found.iter().zip(&wanted);
            assert!(pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max) < TOLERANCE);
        }
    }
    if let Some(folder) = case("onnx-external-data") {
        tried(&folder, &["generator.onnx", "generator.onnx.data"]).unwrap();
    }
}

#[test]
fn keras_files_draw_what_keras_drew() {
    if let Some(folder) = case("keras-first-layer") {
        draws(&folder, &["sequential-2.3.h5"], "z.npy", "want.npy");
    }
    if let Some(folder) = case("keras-json-weights") {
        let whole = tried(&folder, &["whole.h5"]).unwrap().model.tensors;
        for weights in ["generator_weights.hdf5", "generator.weights.h5"] {
            let found = tried(&folder, &["generator.json", weights]).unwrap();
            assert_eq!(found.model.tensors, whole, "{weights}");
        }
    }
}

#[test]
fn hostile_files_end_soon_in_a_sentence() {
    for (name, file) in [
        ("attack/onnx-label-chain-hang", "input.onnx"),
        ("attack/onnx-outer-sum", "L-outer-3000.onnx"),
        ("attack/onnx-transpose-duplicate-axes", "input.onnx"),
        ("attack/h5-claimed-chunk-hang", "input.h5"),
        ("attack/h5-claimed-chunk-hang", "input-overflow.h5"),
        ("attack/claims-4GiB", "mem-1.6GB.h5"),
        ("tfjs-graph-model", "model.json"),
    ] {
        let Some(folder) = case(name) else { continue };
        let begun = Instant::now();
        let said = tried(&folder, &[file]).unwrap_err().to_string();
        eprintln!("{name}: {:?}: {said}", begun.elapsed());
        assert!(said.len() < 500 && said.ends_with('.'), "{said}");
        // Tests are compiled with less care than the program.
        assert!(begun.elapsed() < Duration::from_secs(60), "{name}");
    }
}
