//! `ganvas recipes` and `ganvas summary`, run as a person runs them.

use super::program::ganvas;
use ganvas::recipe::{Recipe, preset, presets};
use std::path::{Path, PathBuf};

fn said(arguments: &[&str]) -> String {
    let run = ganvas(arguments);
    let error = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{error}");
    String::from_utf8(run.stdout).unwrap()
}

fn refusal(arguments: &[&str]) -> String {
    let run = ganvas(arguments);
    let said = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(1), "{said}");
    assert_eq!(said.lines().count(), 1, "{said}");
    said
}

fn file(name: &str, content: &[u8]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("recipes");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path
}

#[test]
fn every_recipe_is_a_line_of_the_list() {
    let list = said(&["recipes"]);
    assert_eq!(list.lines().count(), presets().len() + 1);
    for (line, recipe) in list.lines().skip(1).zip(presets()) {
        assert!(line.starts_with(&recipe.name) && line.ends_with(&recipe.source));
        let plan = recipe.plan().unwrap();
        for parameters in [plan.generator.parameters, plan.discriminator.parameters] {
            assert!(line.replace(',', "").contains(&parameters.to_string()));
        }
    }
}

#[test]
fn a_recipe_is_printed_as_json_that_can_be_read_back() {
    for recipe in presets() {
        let json = said(&["recipes", &recipe.name]);
        assert_eq!(Recipe::from_json(&json).unwrap(), recipe);
        let path = file(&format!("{}.json", recipe.name), json.as_bytes());
        assert_eq!(
            said(&["summary", path.to_str().unwrap()]),
            said(&["summary", &recipe.name])
        );
    }
}

#[test]
fn a_summary_adds_up() {
    let summary = said(&["summary", "dcgan-mnist", "--width", "8"]);
    let mut recipe = preset("dcgan-mnist").unwrap();
    recipe.width = 8;
    let plan = recipe.plan().unwrap();
    // The cells of each line that begins with a layer's number.
    let rows: Vec<Vec<&str>> = summary
        .lines()
        .map(|line| line.split("  ").filter(|cell| !cell.is_empty()).collect())
        .filter(|cells: &Vec<&str>| {
            cells
                .first()
                .is_some_and(|c| c.trim().parse::<u8>().is_ok())
        })
        .collect();
    let layers = plan
        .generator
        .layers
        .iter()
        .chain(&plan.discriminator.layers);
    assert_eq!(rows.len(), layers.clone().count(), "{summary}");
    for (row, layer) in rows.iter().zip(layers) {
        assert!(row[1].trim().starts_with(layer.spec.kind()), "{row:?}");
        let numbers: u64 = row[3].trim().replace(',', "").parse().unwrap();
        assert_eq!(numbers, layer.parameters, "{row:?}");
    }
    assert!(
        summary.contains("28×28×1") && summary.contains("14×14×8"),
        "{summary}"
    );
    let both = plan.generator.parameters + plan.discriminator.parameters;
    assert!(
        summary
            .replace(',', "")
            .contains(&format!("Both: {both} parameters"))
    );
}

#[test]
fn a_name_that_is_nearly_one_is_answered_with_it() {
    for command in ["recipes", "summary"] {
        let said = refusal(&[command, "dcgan-mnits"]);
        assert!(
            said.starts_with(
                "error: There is no recipe “dcgan-mnits”; did you mean dcgan-mnist? \
                 The recipes are "
            ),
            "{said}"
        );
        let said = refusal(&[command, "zzz"]);
        assert!(said.contains("“zzz”; the recipes are "), "{said}");
    }
}

#[test]
fn a_file_that_is_no_recipe_is_named() {
    let broken = file("broken.json", b"{\"name\": 3}");
    let binary = file("binary", b"{\"name\": \xff}");
    let large = file("large.json", &vec![b' '; (1 << 20) + 1]);
    for (path, wanted) in [
        (
            broken.to_str().unwrap(),
            "broken.json is no recipe. The recipe cannot be read: ",
        ),
        (
            binary.to_str().unwrap(),
            "binary is no recipe: expected JSON, found",
        ),
        (large.to_str().unwrap(), "large.json is too large"),
        ("nowhere.json", "nowhere.json could not be read"),
    ] {
        let said = refusal(&["summary", path]);
        assert!(said.contains(wanted), "{said}");
    }
    assert!(refusal(&["summary", "dcgan-mnist", "--width", "0"]).contains("width is 0"));
}
