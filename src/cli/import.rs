//! `ganvas import`.

use super::{Failure, files, proposing, stdout};
use clap::Args;
use ganvas::generator::suspicion;
use ganvas::import::{
    Given, Import as Imported, LARGEST_IMPORT, MOST_PROPOSALS, Statement, import, outline, partner,
    shards,
};
use ganvas::printable::{escaped, printable, sentence};
use std::path::{Path, PathBuf};

/// Most bytes of a SPEC.json.
const LARGEST_SPEC: u64 = 1 << 20;

#[derive(Args)]
#[command(after_help = "\
Reads PyTorch (.pt, .pth: state dicts, checkpoints around them, modules saved whole), safetensors,
ONNX (its external data lies beside it), Keras (.h5, .keras, and a JSON with its weights) and
TensorFlow.js layers models (model.json; its shards lie beside it). Nothing in a file is ever run.

What a file does not say is inferred where it can be, and printed as assumed. Where it is wrong:
  ganvas import generator.pt --print-spec SPEC.json    # writes what was understood
  (correct SPEC.json)
  ganvas import generator.pt --spec SPEC.json --out model.safetensors

A state dict holds names and numbers alone. What several readings of it draw, to pick from:
  ganvas import generator.pt --proposals sheet.png
  ganvas import generator.pt --proposal 1 --out model.safetensors")]
pub struct Import {
    /// The generator's file, or the files that it is in
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// What you state of the generator, in the form that --print-spec writes
    #[arg(long, value_name = "SPEC.json")]
    spec: Option<PathBuf>,
    /// The part of a checkpoint that is the generator, with dots, as models.generator
    #[arg(long)]
    key: Option<String>,
    /// Where the generator goes
    #[arg(
        long,
        value_name = "MODEL.safetensors",
        required_unless_present_any = ["print_spec", "proposals"]
    )]
    out: Option<PathBuf>,
    /// Write what was understood of the generator as JSON, to be corrected; - is standard output
    #[arg(long, value_name = "SPEC.json")]
    print_spec: Option<PathBuf>,
    /// Write a picture of up to eight readings of a state dict, a row each of the same latents, the
    /// most image-like first
    #[arg(long, value_name = "SHEET.png", conflicts_with_all = ["print_spec", "out", "proposal"])]
    proposals: Option<PathBuf>,
    /// Take this one of the readings that --proposals lists
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u64).range(1..=MOST_PROPOSALS as u64))]
    proposal: Option<u64>,
}

impl Import {
    pub fn run(self) -> Result<(), Failure> {
        let read = read(&self.files)?;
        let given: Vec<Given<'_>> = read
            .iter()
            .map(|(name, bytes)| Given { name, bytes })
            .collect();
        if let Some(sheet) = &self.proposals {
            let all = proposing::proposed(&given, self.key.as_deref(), &self.stated()?)?;
            proposing::write_sheet(sheet, &all)?;
            return stdout::print(&proposing::list(&all, &self.command()));
        }
        let imported = self.imported(&given)?;
        if let Some(path) = &self.print_spec {
            write_spec(path, &imported.statement)?;
        }
        if let Some(path) = &self.out {
            let bytes = imported.model.encode(ganvas::weights::Encoding::F32)?;
            std::fs::write(path, bytes).map_err(|error| files::unwritable(path, &error))?;
        }
        if self.print_spec.is_none_or(|path| path.as_os_str() != "-") {
            let names: Vec<String> = self.files.iter().map(|path| name(path)).collect();
            stdout::print(&report(&names.join(", "), &imported))?;
            if let Some(why) = suspicion(&imported.model)? {
                stdout::print(&format!(
                    "Beware: {why}. If it was trained, some of this is assumed wrongly.\n"
                ))?;
            }
        }
        Ok(())
    }

    /// The generator, by what is stated and the proposal that is taken.
    fn imported(&self, given: &[Given<'_>]) -> Result<Imported, Failure> {
        let (key, mut stated) = (self.key.as_deref(), self.stated()?);
        let mut guessed = Vec::new();
        if let Some(number) = self.proposal {
            let proposal = proposing::chosen(given, key, &stated, number)?;
            stated = proposal.statement;
            guessed.push(proposal.assumed);
            guessed.extend(proposal.besides);
        }
        match import(given, key, &stated) {
            Ok(mut imported) => {
                imported.assumed.extend(guessed);
                Ok(imported)
            }
            Err(why) => {
                // What is known is written all the same, for a person to go on from.
                if let (Some(path), Ok(known)) = (&self.print_spec, outline(given[0], key)) {
                    write_spec(path, &known)?;
                }
                Err(why.into())
            }
        }
    }

    /// The command so far, as a person types it.
    fn command(&self) -> String {
        let quoted = |path: &Path| {
            let path = path.display().to_string();
            match path.contains(' ') {
                true => format!("\"{path}\""),
                false => path,
            }
        };
        let mut words = vec!["ganvas import".to_owned()];
        words.extend(self.files.iter().map(|path| quoted(path)));
        words.extend(self.key.iter().map(|key| format!("--key {key}")));
        words.extend(
            self.spec
                .iter()
                .map(|path| format!("--spec {}", quoted(path))),
        );
        words.join(" ")
    }

    fn stated(&self) -> Result<Statement, Failure> {
        let Some(path) = &self.spec else {
            return Ok(Statement::default());
        };
        let json = files::read(path, LARGEST_SPEC)?;
        let json = String::from_utf8_lossy(&json);
        Ok(Statement::from_json(&path.display().to_string(), &json)?)
    }
}

/// Writes a SPEC.json; - is standard output.
fn write_spec(path: &Path, statement: &Statement) -> Result<(), Failure> {
    let json = escaped(&statement.to_json()) + "\n";
    if path.as_os_str() == "-" {
        return stdout::print(&json);
    }
    std::fs::write(path, json).map_err(|error| files::unwritable(path, &error))
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// Files by their names.
type Read = Vec<(String, Vec<u8>)>;

/// The files that are given, and those that lie beside them and belong to them.
fn read(paths: &[PathBuf]) -> Result<Read, Failure> {
    let mut left = LARGEST_IMPORT;
    let mut take = |path: &Path, name: String| {
        let bytes = files::read(path, left as u64)?;
        left = left.saturating_sub(bytes.len());
        Ok::<_, Failure>((name, bytes))
    };
    let mut all: Read = Vec::new();
    for path in paths {
        all.push(take(path, name(path))?);
    }
    for (index, path) in paths.iter().enumerate() {
        let folder = path.parent().unwrap_or(Path::new(""));
        for named in shards(&all[index].1) {
            // What is not there is named by the import.
            let whole = folder.join(&named);
            let there = [whole, folder.join(name(Path::new(&named)))]
                .into_iter()
                .find(|path| path.is_file());
            if let Some(path) = there
                && !all.iter().any(|(name, _)| *name == named)
            {
                all.push(take(&path, named)?);
            }
        }
    }
    if let [path] = paths
        && let Some(other) = other_half(path, &all[0].1)?
    {
        all.push(take(&other, name(&other))?);
    }
    Ok(all)
}

/// The file beside this one that has the other half of its model, if there is one.
fn other_half(path: &Path, bytes: &[u8]) -> Result<Option<PathBuf>, Failure> {
    let Some(partner) = partner(&name(path), bytes) else {
        return Ok(None);
    };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Ok(None);
    };
    let paths = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<PathBuf> = paths.filter(|path| partner.is(&name(path))).collect();
    found.sort();
    if found.len() > 1 {
        let names: Vec<String> = found.iter().take(8).map(|path| name(path)).collect();
        return Err(Failure::File(format!(
            "{} goes with one of several files ({}): give that one along, as the second FILE.",
            path.display(),
            names.join(", ")
        )));
    }
    Ok(found.pop())
}

/// What was imported, and what was assumed, for a person.
fn report(file: &str, imported: &Imported) -> String {
    let header = &imported.model.header;
    let image = header.image;
    let mut text = format!(
        "{}: {}; {} numbers become images of {}×{} with {} channels, {}.\n",
        printable(file),
        printable(&imported.format.to_string()),
        header.latent.dimension,
        image.height,
        image.width,
        image.channels,
        match header.classes() {
            Some(classes) => format!("{classes} classes"),
            None => "no labels".to_owned(),
        }
    );
    for (index, layer) in header.generator.iter().enumerate() {
        let layer = printable(&super::summary::written(layer));
        text += &format!("  {:>3}  {layer}\n", index + 1);
    }
    text += match imported.assumed.is_empty() {
        true => "The file says all of this.\n",
        false => {
            "Assumed, because the file does not say it (--print-spec, --spec to correct it):\n"
        }
    };
    for what in &imported.assumed {
        text += &format!("  - {}\n", sentence(&what.to_string()));
    }
    text
}
