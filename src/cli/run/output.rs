//! What a run shows of itself: its log, its samples and the generator.

use super::super::Failure;
use super::super::evaluating::Evaluated;
use super::super::files::{self, unwritable};
use ganvas::grid::Grid;
use ganvas::judge::Quality;
use ganvas::training::StepReport;
use serde::Serialize;
use std::fs::File;
use std::io::{BufWriter, Cursor, Write};
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

const LOG: &str = "log.jsonl";
const SAMPLES: &str = "samples";
const GENERATOR: &str = "generator.safetensors";

impl Output {
    /// Makes the folder. Of an older log and samples there, those up to `step` stay.
    pub fn create(folder: &Path, step: u64) -> Result<Self, Failure> {
        let samples = folder.join(SAMPLES);
        std::fs::create_dir_all(&samples).map_err(|error| unwritable(&samples, &error))?;
        for later in samples_after(folder, Some(step)) {
            files::remove(&later)?;
        }
        let path = folder.join(LOG);
        let kept = lines_up_to(step, &std::fs::read_to_string(&path).unwrap_or_default());
        files::write(&path, kept.as_bytes())?;
        let log = File::options().append(true).open(&path);
        Ok(Self {
            folder: folder.to_owned(),
            log: BufWriter::new(log.map_err(|error| unwritable(&path, &error))?),
        })
    }

    /// Whether a run has left its log here.
    pub fn is_in(folder: &Path) -> bool {
        folder.join(LOG).exists()
    }

    /// Removes what a run has left here.
    pub fn remove(folder: &Path) -> Result<(), Failure> {
        for sample in samples_after(folder, None) {
            files::remove(&sample)?;
        }
        files::remove(&folder.join(GENERATOR))?;
        files::remove(&folder.join(LOG))
    }

    /// Appends a step's line to the log.
    pub fn log(&mut self, report: &StepReport, seconds: f64) -> Result<(), Failure> {
        self.line(report, seconds)
    }

    /// Appends an evaluation's line.
    pub fn evaluated(&mut self, evaluated: &Evaluated, seconds: f64) -> Result<(), Failure> {
        self.line(evaluated, seconds)
    }

    /// Appends a judgement's line.
    pub fn judged(&mut self, quality: &Quality, seconds: f64) -> Result<(), Failure> {
        self.line(quality, seconds)
    }

    fn line<T: Serialize>(&mut self, content: &T, seconds: f64) -> Result<(), Failure> {
        let path = self.folder.join(LOG);
        let seconds = (seconds * 1e3).round() / 1e3;
        serde_json::to_writer(&mut self.log, &Line { content, seconds })
            .map_err(std::io::Error::from)
            .and_then(|()| self.log.write_all(b"\n"))
            .and_then(|()| self.log.flush())
            .map_err(|error| unwritable(&path, &error))
    }

    /// Writes a sample grid.
    pub fn samples(&self, step: u64, grid: &Grid) -> Result<(), Failure> {
        let path = self
            .folder
            .join(SAMPLES)
            .join(format!("step_{step:06}.png"));
        let (width, height) = (grid.columns * grid.width, grid.rows * grid.height);
        let mut png = Cursor::new(Vec::new());
        image::write_buffer_with_format(
            &mut png,
            &grid.rgba,
            width as u32,
            height as u32,
            image::ExtendedColorType::Rgba8,
            image::ImageFormat::Png,
        )
        .map_err(|error| unwritable(&path, &error))?;
        files::write(&path, png.get_ref())
    }

    /// Writes the generator; tells where.
    pub fn generator(&self, bytes: &[u8]) -> Result<PathBuf, Failure> {
        let path = self.folder.join(GENERATOR);
        files::write(&path, bytes)?;
        Ok(path)
    }
}

/// The samples of steps after this one, or all.
fn samples_after(folder: &Path, step: Option<u64>) -> Vec<PathBuf> {
    let all = samples(folder).into_iter();
    let later = all.filter(|(of, _)| step.is_none_or(|step| *of > step));
    later.map(|(_, path)| path).collect()
}

/// The pictures of samples that a run's folder has, by their steps.
pub fn samples(folder: &Path) -> Vec<(u64, PathBuf)> {
    let all = files::list(&folder.join(SAMPLES), |name| step_of(name).is_some());
    let step = |path: &PathBuf| step_of(path.file_name()?.to_str()?);
    let mut numbered: Vec<_> = all
        .into_iter()
        .filter_map(|path| Some((step(&path)?, path)))
        .collect();
    // Beyond a million the names are no longer in order.
    numbered.sort();
    numbered
}

/// The step of a picture, by its name.
fn step_of(name: &str) -> Option<u64> {
    let digits = name.strip_prefix("step_")?.strip_suffix(".png")?;
    digits.parse().ok()
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
