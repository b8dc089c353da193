//! The folder that a run writes.

use super::Failure;
use super::files::unwritable;
use ganvas::grid::Grid;
use ganvas::training::{Evaluation, StepReport};
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

/// A run's folder: `log.jsonl`, `samples/step_NNNNNN.png`, `generator.safetensors`.
pub struct Output {
    folder: PathBuf,
    log: BufWriter<File>,
}

/// A line of the log.
#[derive(Serialize)]
struct Line<'a, T> {
    #[serde(flatten)]
    content: &'a T,
    /// Since the run's start.
    seconds: f64,
}

/// What the log tells of an evaluation.
#[derive(Serialize)]
pub struct Evaluated {
    pub step: u64,
    pub epoch: f64,
    pub evaluation: Evaluations,
}

/// An evaluation on each kind of examples.
#[derive(Serialize)]
pub struct Evaluations {
    pub fixed: Evaluation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_out: Option<Evaluation>,
}

impl Output {
    /// Makes the folder. Of an older log there, the lines up to `step` stay.
    pub fn create(folder: &Path, step: u64) -> Result<Self, Failure> {
        let samples = folder.join("samples");
        std::fs::create_dir_all(&samples).map_err(|error| unwritable(&samples, &error))?;
        let path = folder.join("log.jsonl");
        let kept = if step > 0 {
            lines_up_to(step, &std::fs::read_to_string(&path).unwrap_or_default())
        } else {
            String::new()
        };
        let mut log = File::create(&path).map_err(|error| unwritable(&path, &error))?;
        log.write_all(kept.as_bytes())
            .map_err(|error| unwritable(&path, &error))?;
        Ok(Self {
            folder: folder.to_owned(),
            log: BufWriter::new(log),
        })
    }

    /// Appends a step's line to the log.
    pub fn log(&mut self, report: &StepReport, seconds: f64) -> Result<(), Failure> {
        self.line(report, seconds)
    }

    /// Appends an evaluation's line.
    pub fn evaluated(&mut self, evaluated: &Evaluated, seconds: f64) -> Result<(), Failure> {
        self.line(evaluated, seconds)
    }

    fn line<T: Serialize>(&mut self, content: &T, seconds: f64) -> Result<(), Failure> {
        let path = self.folder.join("log.jsonl");
        let seconds = (seconds * 1e3).round() / 1e3;
        serde_json::to_writer(&mut self.log, &Line { content, seconds })
            .map_err(std::io::Error::from)
            .and_then(|()| self.log.write_all(b"\n"))
            .and_then(|()| self.log.flush())
            .map_err(|error| unwritable(&path, &error))
    }

    /// Writes a sample grid.
    pub fn samples(&self, step: u64, grid: &Grid) -> Result<(), Failure> {
        let path = self.folder.join(format!("samples/step_{step:06}.png"));
        let (width, height) = (grid.columns * grid.width, grid.rows * grid.height);
        image::save_buffer(
            &path,
            &grid.rgba,
            width as u32,
            height as u32,
            image::ExtendedColorType::Rgba8,
        )
        .map_err(|error| unwritable(&path, &error))
    }

    /// Writes the generator; tells where.
    pub fn generator(&self, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let path = self.folder.join("generator.safetensors");
        std::fs::write(&path, bytes).map_err(|error| unwritable(&path, &error))?;
        Ok(path)
    }
}

/// The lines of a log whose steps are not beyond `step`.
fn lines_up_to(step: u64, log: &str) -> String {
    #[derive(serde::Deserialize)]
    struct Numbered {
        step: u64,
    }
    log.lines()
        .filter(|line| {
            serde_json::from_str::<Numbered>(line).is_ok_and(|numbered| numbered.step <= step)
        })
        .flat_map(|line| [line, "\n"])
        .collect()
}
