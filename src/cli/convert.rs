//! `ganvas convert`.

use super::files::{self, unwritable};
use super::{Failure, run};
use clap::Args;
use ganvas::weights::{Encoding, GeneratorFile};
use std::path::PathBuf;

#[derive(Args)]
pub struct Convert {
    /// The generator: a .safetensors file that ganvas wrote
    #[arg(long, value_name = "FILE", required_unless_present = "checkpoint")]
    model: Option<PathBuf>,
    /// Take the averaged generator of a checkpoint instead: a file, or a run's folder for its
    /// newest one
    #[arg(long, value_name = "FILE|DIR", conflicts_with = "model")]
    checkpoint: Option<PathBuf>,
    /// Of a checkpoint, take the generator of the last step, not the averaged one
    #[arg(long, requires = "checkpoint")]
    live: bool,
    /// How weights are kept: f32 as trained; f16 in half the bytes, i8 in a quarter, both with
    /// their batch normalisations folded
    #[arg(long, default_value = "f32", value_parser = Encoding::named)]
    encoding: Encoding,
    /// Fold batch normalisations at f32, too
    #[arg(long)]
    fold: bool,
    /// A short name, as anime-64
    #[arg(long)]
    name: Option<String>,
    /// What it draws, in a line
    #[arg(long)]
    title: Option<String>,
    /// Licence of the weights
    #[arg(long)]
    licence: Option<String>,
    /// Who made it, from what
    #[arg(long)]
    provenance: Option<String>,
    /// What the data set is called, where the file names it by its folder
    #[arg(long, value_name = "NAME")]
    data_name: Option<String>,
    /// What the classes are called, for a conditional generator
    #[arg(long, value_delimiter = ',')]
    labels: Vec<String>,
    /// The new file
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Convert {
    pub fn run(self) -> Result<(), Failure> {
        let mut file = match (&self.model, &self.checkpoint) {
            (Some(path), _) => files::generator(path)?,
            (None, Some(path)) => run::find(path)?.checkpoint.generator(!self.live),
            (None, None) => unreachable!("one of them is required"),
        };
        self.describe(&mut file)?;
        if self.fold {
            file = file.folded()?;
        }
        let bytes = file.encode(self.encoding)?;
        std::fs::write(&self.out, bytes).map_err(|error| unwritable(&self.out, &error))
    }

    fn describe(&self, file: &mut GeneratorFile) -> Result<(), Failure> {
        let header = &mut file.header;
        if !self.labels.is_empty() {
            if self.labels.len() != header.labels.len() {
                return Err(Failure::File(format!(
                    "--labels names {} classes; the generator has {}.",
                    self.labels.len(),
                    header.labels.len()
                )));
            }
            header.labels.clone_from(&self.labels);
        }
        if let (Some(name), Some(training)) = (&self.data_name, &mut header.training) {
            training.data.clone_from(name);
        }
        for (field, value) in [
            (&mut header.name, &self.name),
            (&mut header.title, &self.title),
        ] {
            if let Some(value) = value {
                field.clone_from(value);
            }
        }
        for (field, value) in [
            (&mut header.licence, &self.licence),
            (&mut header.provenance, &self.provenance),
        ] {
            if value.is_some() {
                field.clone_from(value);
            }
        }
        Ok(())
    }
}
