//! Networks that branch, as PyTorch's exporters and Keras write them (`make_branches.py`,
//! `make_keras_branches.py`): they draw what was drawn there.

use super::read::{TOLERANCE, difference, imported};
use ganvas::import::Statement;
use std::path::{Path, PathBuf};

/// Those of the folder, or of another one that the environment names.
fn files() -> Vec<PathBuf> {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/fixtures/branches");
    let folder = std::env::var("GANVAS_BRANCHES").map_or_else(|_| own(), PathBuf::from);
    let files = std::fs::read_dir(folder).unwrap();
    let files = files.map(|entry| entry.unwrap().path());
    let is_model = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        ending.is_some_and(|ending| ["onnx", "keras", "h5"].contains(&ending))
    };
    let mut files: Vec<PathBuf> = files.filter(is_model).collect();
    files.sort();
    files
}

#[test]
fn branches_draw_what_was_drawn_there() {
    let files = files();
    assert!(files.len() >= 20);
    let mut failed = Vec::new();
    for path in files {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let (name, _) = stem.rsplit_once('-').unwrap();
        let apart = imported(&path, None, &Statement::default())
            .map(|imported| difference(&imported, &path.with_file_name(format!("{name}.npz"))));
        match apart {
            Ok(apart) if apart < TOLERANCE => eprintln!("{stem}: {apart:.1e}"),
            Ok(apart) => failed.push(format!("{stem} differs by {apart}")),
            Err(why) => failed.push(why.to_string()),
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
