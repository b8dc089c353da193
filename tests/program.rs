//! The command line, run as a person runs it, and what a run leaves.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

pub fn ganvas(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ganvas"))
        .args(arguments)
        .output()
        .unwrap()
}

pub fn words(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// What a run had to tell beside its result.
pub fn said(run: &Output) -> String {
    words(&run.stderr)
}

/// A folder of this name that does not exist yet.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::remove_dir_all(&folder).ok();
    folder
}

/// The log without the seconds, which differ from run to run.
pub fn log(folder: &Path) -> Vec<Value> {
    let text = std::fs::read_to_string(folder.join("log.jsonl")).unwrap();
    let line = |line| {
        let mut value: Value = serde_json::from_str(line).unwrap();
        value.as_object_mut().unwrap().remove("seconds").unwrap();
        value
    };
    text.lines().map(line).collect()
}

/// What lies in a folder.
pub fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
