//! The generator at play, and the flags that every command has for it.

use super::super::bar::Progress;
use super::super::device::Processor;
use super::super::statistics::Statistics;
use super::super::{Failure, files};
use super::picture::Frames;
use clap::Args;
use ganvas::generator::{Generator, MOST_IMAGES};
use ganvas::latent::{LatentText, truncate};
use ganvas::weights::Header;
use std::path::PathBuf;

/// Images that are drawn at once, where their largest layer lets them.
const BATCH: usize = 64;

/// Most numbers that a layer makes of the images that are drawn at once (256 MiB).
const MOST_AT_ONCE: usize = 1 << 26;

/// Most numbers of all images of a picture, and of all their latents (1 GiB).
const MOST_NUMBERS: usize = 1 << 28;

/// Which generator, and how it draws.
#[derive(Args)]
pub struct Choice {
    /// The generator: a .safetensors file that ganvas wrote
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// How far from the mean latents may lie: 1 as they were drawn, 0 the mean itself
    #[arg(long, default_value_t = 1.0, value_name = "PART", value_parser = part)]
    truncation: f32,
    /// The class, for a conditional generator: its name or its number [default: all take turns]
    #[arg(long, value_name = "CLASS")]
    label: Option<String>,
    /// Where to compute
    #[arg(long, value_enum, default_value = "cpu")]
    device: Processor,
}

/// A part between 0 and 1.
pub fn part(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(part) if (0.0..=1.0).contains(&part) => Ok(part),
        _ => Err("expected a number from 0 to 1".to_owned()),
    }
}

/// A generator that is open.
pub struct Play {
    generator: Generator,
    truncation: f32,
    label: Option<u8>,
    /// Images that are drawn together.
    batch: usize,
}

impl Choice {
    /// Reads the file and finds the class.
    pub fn open(&self) -> Result<Play, Failure> {
        self.open_by(Statistics::Running)
    }

    /// The same, to draw by these statistics: by those of the batch all images are one batch.
    pub fn open_by(&self, statistics: Statistics) -> Result<Play, Failure> {
        let file = files::generator(&self.model)?;
        let label = self
            .label
            .as_ref()
            .map(|label| class(&file.header, label))
            .transpose()?;
        let batch = match statistics {
            Statistics::Running => {
                let plan = file.header.plan()?;
                let sizes = plan.layers.iter().map(|layer| layer.output.size());
                let largest = sizes.fold(1, usize::max);
                (MOST_AT_ONCE / largest).clamp(1, BATCH)
            }
            Statistics::Batch => MOST_IMAGES,
        };
        Ok(Play {
            generator: self.device.generator(&file, statistics.into())?,
            truncation: self.truncation,
            label,
            batch,
        })
    }
}

/// The class that is called so, else the one with this number.
fn class(header: &Header, wanted: &str) -> Result<u8, Failure> {
    let labels = &header.labels;
    if labels.is_empty() {
        return Err(Failure::File(format!(
            "--label {wanted}: the generator {} is not conditional and has no classes.",
            header.name
        )));
    }
    let named = labels.iter().position(|label| label == wanted);
    let numbered = wanted.parse().ok().filter(|number| *number < labels.len());
    match named.or(numbered) {
        Some(class) => Ok(class as u8),
        None => Err(Failure::File(format!(
            "--label {wanted}: the generator's classes are {}.",
            labels.join(", ")
        ))),
    }
}

impl Play {
    /// What the file says of it.
    pub fn header(&self) -> &Header {
        self.generator.header()
    }

    /// Checks that memory has room for so many images and their latents, before either is made.
    pub fn check_room(&self, count: usize) -> Result<(), Failure> {
        let (image, latent) = (self.header().image, self.header().latent);
        let one = image.shape().bytes().max(latent.dimension);
        if count <= MOST_NUMBERS / one {
            return Ok(());
        }
        Err(Failure::File(format!(
            "{count} images of {}×{} with {} channels, of {} numbers each, take too much memory: \
             ask for {} or fewer.",
            image.height,
            image.width,
            image.channels,
            latent.dimension,
            MOST_NUMBERS / one
        )))
    }

    /// A latent by its text: `7` (sample 0 of seed 7), `7.12`, or what the page copied.
    pub fn latent(&self, text: &str) -> Result<Vec<f32>, Failure> {
        let whole = if text.parse::<u64>().is_ok() {
            format!("{text}.0")
        } else {
            text.to_owned()
        };
        Ok(LatentText::read(&whole)?.latent(self.header().latent)?)
    }

    /// The class of an image that stands at this place among others.
    pub fn label(&self, place: usize) -> u8 {
        let classes = self.header().classes().unwrap_or(1);
        self.label.unwrap_or((place % classes) as u8)
    }

    /// The class of images that belong together: the one asked for, else the first.
    pub fn one_label(&self) -> u8 {
        self.label.unwrap_or(0)
    }

    /// The generator's numbers for latents and their classes, in batches; `drawn` hears how many
    /// are done.
    pub fn values(
        &self,
        latents: &[Vec<f32>],
        labels: &[u8],
        mut drawn: impl FnMut(usize),
    ) -> Result<Vec<f32>, Failure> {
        self.check_room(latents.len())?;
        let mut values = Vec::new();
        let distribution = self.header().latent.distribution;
        for (latents, labels) in latents.chunks(self.batch).zip(labels.chunks(self.batch)) {
            let mut batch = latents.concat();
            truncate(&mut batch, self.truncation, distribution);
            values.extend(pollster::block_on(self.generator.values(&batch, labels))?);
            drawn(values.len() / self.header().image.shape().bytes());
        }
        Ok(values)
    }

    /// The images of latents, each with its class.
    pub fn frames(&self, latents: &[Vec<f32>], labels: &[u8]) -> Result<Frames, Failure> {
        let progress = Progress::new("Drawing", latents.len());
        let values = self.values(latents, labels, |done| progress.show(done))?;
        progress.finish();
        Ok(Frames::new(self.header().image, &values))
    }
}

/// Checks how many images are asked for.
pub fn count(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(count) if (1..=MOST_IMAGES).contains(&count) => Ok(count),
        _ => Err(format!("expected a whole number from 1 to {MOST_IMAGES}")),
    }
}
