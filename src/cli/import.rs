//! `ganvas import`.

use super::{Failure, files, stdout};
use clap::Args;
use ganvas::import::{Given, Import as Imported, LARGEST_IMPORT, Statement, import};
use ganvas::printable::{escaped, printable, sentence};
use std::path::{Path, PathBuf};

/// Most bytes of a SPEC.json.
const LARGEST_SPEC: u64 = 1 << 20;

#[derive(Args)]
#[command(after_help = "\
Reads PyTorch (.pt, .pth: state dicts, checkpoints around them, modules saved whole), safetensors,
ONNX, Keras (.h5, .keras) and TensorFlow.js layers models (model.json; its shards lie beside it).
Nothing in a file is ever run.

What a file does not say is inferred where it can be, and printed as assumed. Where it is wrong:
  ganvas import generator.pt --print-spec SPEC.json    # writes what was understood
  (correct SPEC.json)
  ganvas import generator.pt --spec SPEC.json --out model.safetensors")]
pub struct Import {
    /// The generator's file
    #[arg(value_name = "FILE")]
    file: PathBuf,
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
        required_unless_present = "print_spec"
    )]
    out: Option<PathBuf>,
    /// Write what was understood of the generator as JSON, to be corrected; - is standard output
    #[arg(long, value_name = "SPEC.json")]
    print_spec: Option<PathBuf>,
}

impl Import {
    pub fn run(self) -> Result<(), Failure> {
        let stated = self.stated()?;
        let bytes = files::read(&self.file, LARGEST_IMPORT as u64)?;
        let beside = beside(&self.file, &bytes)?;
        let name = name(&self.file);
        let mut given = vec![Given {
            name: &name,
            bytes: &bytes,
        }];
        given.extend(beside.iter().map(|(name, bytes)| Given { name, bytes }));
        let imported = import(&given, self.key.as_deref(), &stated)?;
        if let Some(path) = &self.print_spec {
            let json = escaped(&imported.statement.to_json()) + "\n";
            if path.as_os_str() == "-" {
                stdout::print(&json)?;
            } else {
                std::fs::write(path, json).map_err(|error| files::unwritable(path, &error))?;
            }
        }
        if let Some(path) = &self.out {
            let bytes = imported.model.encode(ganvas::weights::Encoding::F32)?;
            std::fs::write(path, bytes).map_err(|error| files::unwritable(path, &error))?;
        }
        if self.print_spec.is_none_or(|path| path.as_os_str() != "-") {
            stdout::print(&report(&name, &imported))?;
        }
        Ok(())
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

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

/// The shards of a TensorFlow.js model, which its `model.json` names.
fn beside(path: &Path, bytes: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let folder = path.parent().unwrap_or(Path::new("."));
    ganvas::import::shards(bytes)
        .into_iter()
        .map(|shard| {
            // A name alone: a manifest does not lead out of its folder.
            let shard = name(Path::new(&shard));
            let bytes = files::read(&folder.join(&shard), LARGEST_IMPORT as u64)?;
            Ok((shard, bytes))
        })
        .collect()
}

/// What was imported, and what was assumed, for a person.
fn report(file: &str, imported: &Imported) -> String {
    let header = &imported.model.header;
    let image = header.image;
    let mut text = format!(
        "{}: {}; {} numbers become images of {}×{} with {} channels, {}.\n",
        printable(file),
        printable(&imported.format),
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
        text += &format!("  - {}\n", sentence(what));
    }
    text
}
