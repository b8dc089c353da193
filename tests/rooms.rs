//! The rooms of the crate and their order: what a room uses lies below it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// From the ground up. Rooms of one floor know nothing of each other.
const FLOORS: [&[&str]; 15] = [
    &["printable", "nearest", "parallel", "place"],
    &["sentence"],
    &["error", "random"],
    &["kind", "spec", "kernels"],
    &["ops", "data"],
    &["layers"],
    &["network"],
    &["recipe"],
    &["latent", "grid"],
    &["weights"],
    &["generator", "judge"],
    &["import"],
    &["training", "device"],
    &["wasm", "cli"],
    &["lib", "main"],
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// What a file's code names of the crate, but for its tests and what only documentation names.
fn named(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]\nmod tests {").next().unwrap();
    let mut named = Vec::new();
    let mut is_documentation = false;
    for line in code.lines().map(str::trim_start) {
        if !line.starts_with("//") && !is_documentation {
            for rest in line.split("crate::").skip(1) {
                let group = rest.strip_prefix('{').unwrap_or(rest);
                let until = if group.len() < rest.len() { '}' } else { ' ' };
                for name in group.split(until).next().unwrap().split(',') {
                    let word: String = name
                        .trim()
                        .chars()
                        .take_while(|c| c.is_ascii_lowercase() || *c == '_')
                        .collect();
                    named.push(word);
                }
            }
        }
        is_documentation = line == "#[cfg(doc)]";
    }
    named
}

#[test]
fn what_a_room_uses_lies_below_it() {
    let floors: BTreeMap<&str, usize> = FLOORS
        .iter()
        .enumerate()
        .flat_map(|(floor, rooms)| rooms.iter().map(move |room| (*room, floor)))
        .collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&folder, &mut files);
    let mut wrong = Vec::new();
    for file in files {
        let path = file.strip_prefix(&folder).unwrap();
        if path.components().any(|part| part.as_os_str() == "tests") || path.ends_with("tests.rs") {
            continue;
        }
        let first = path.components().next().unwrap().as_os_str();
        let room = first.to_str().unwrap().trim_end_matches(".rs");
        let own = *floors
            .get(room)
            .unwrap_or_else(|| panic!("{room} has no floor in tests/rooms.rs"));
        for other in named(&std::fs::read_to_string(&file).unwrap()) {
            if other != room
                && floors
                    .get(other.as_str())
                    .is_some_and(|&floor| floor >= own)
            {
                wrong.push(format!("{} uses {other}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "rooms used from below: {wrong:#?}");
}

#[test]
fn what_code_names_is_found() {
    let source = "use crate::{Error, Result, recipe};\n#[cfg(doc)]\nuse crate::weights;\n\
                  // crate::cli\nlet x = crate::network::one(crate::latent::two());\n";
    let found: Vec<String> = named(source)
        .into_iter()
        .filter(|name| !name.is_empty())
        .collect();
    assert_eq!(found, ["recipe", "network", "latent"]);
}

/// The files of `src/training` that each of them imports: by `super::`, where what stands without a
/// file's name is what `mod.rs` has from one.
fn imports_of_training() -> BTreeMap<String, Vec<String>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/training");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let room = read("mod.rs");
    let files: Vec<&str> = room
        .lines()
        .filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'))
        .filter(|file| folder.join(format!("{file}.rs")).exists())
        .collect();
    let words = |line: &str| -> Vec<String> {
        let words = line.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        words.map(str::to_owned).collect()
    };
    let exported = |name: &str| {
        let lines = room
            .split(';')
            .filter_map(|line| line.trim().strip_prefix("pub use "));
        let mut exports = lines.filter(|line| words(line)[1..].iter().any(|word| word == name));
        exports.next().map(|line| words(line)[0].clone())
    };
    let imports = |file: &str| {
        let source = read(&format!("{file}.rs"));
        let code = source.split("#[cfg(test)]").next().unwrap();
        let named = code.split("use super::").skip(1).flat_map(|rest| {
            let import = rest.split(';').next().unwrap();
            if import.starts_with('{') {
                words(import)
            } else {
                words(import)[..1].to_vec()
            }
        });
        named
            .filter_map(|name| {
                let is_file = files.contains(&name.as_str());
                if is_file { Some(name) } else { exported(&name) }
            })
            .collect()
    };
    files
        .iter()
        .map(|file| ((*file).to_owned(), imports(file)))
        .collect()
}

#[test]
fn no_files_of_training_import_each_other_in_a_circle() {
    let imports = imports_of_training();
    assert!(imports["judging"].contains(&"session".to_owned()));
    assert!(imports["checkpoint"].contains(&"session".to_owned()));
    // Files that import nothing of what is left are taken away until none is.
    let mut left: Vec<&String> = imports.keys().collect();
    loop {
        let before = left.clone();
        left.retain(|file| imports[*file].iter().any(|other| before.contains(&other)));
        if left.len() == before.len() {
            break;
        }
    }
    assert!(left.is_empty(), "in circles, or above one: {left:?}");
}
