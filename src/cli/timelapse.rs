//! `ganvas timelapse`.

use super::{Failure, files, numerals, run};
use clap::Args;
use image::codecs::gif::{GifEncoder, Repeat};
use image::imageops::{FilterType, replace, resize};
use image::{Delay, Frame, ImageFormat, ImageReader, Rgba, RgbaImage};
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Most bytes of a picture of samples.
const LARGEST: u64 = 1 << 28;
/// Most pixels of a side of the animation.
const LARGEST_SIDE: u32 = 4096;
/// How hard the colours are searched for, 1 (hardest) to 30.
const HASTE: i32 = 10;

#[derive(Args)]
pub struct Timelapse {
    /// The folder of a run, as `ganvas train --out` wrote it
    #[arg(value_name = "RUN")]
    folder: PathBuf,
    /// The animation
    #[arg(long, value_name = "FILE.gif")]
    out: PathBuf,
    /// Pictures shown a second
    #[arg(long, default_value_t = 12, value_name = "PICTURES", value_parser = clap::value_parser!(u64).range(1..=50))]
    frames_per_second: u64,
    /// Seconds that the last picture stays before it begins again
    #[arg(long, default_value_t = 2.0, value_name = "SECONDS", value_parser = seconds)]
    last_for: f64,
    /// Leave out pictures that are fewer steps apart; the first and the last are always there
    #[arg(long, default_value_t = 1, value_name = "STEPS", value_parser = clap::value_parser!(u64).range(1..))]
    every: u64,
    /// Pixels of the animation's longer side; otherwise as large as the pictures
    #[arg(long, value_name = "PIXELS", value_parser = clap::value_parser!(u32).range(16..=LARGEST_SIDE as i64))]
    size: Option<u32>,
    /// Leave out the line beneath that says the step
    #[arg(long)]
    plain: bool,
}

impl Timelapse {
    pub fn run(self) -> Result<(), Failure> {
        let extension = self.out.extension().unwrap_or_default();
        if !extension.eq_ignore_ascii_case("gif") {
            return Err(Failure::File(format!(
                "{}: a time-lapse is written as .gif.",
                self.out.display()
            )));
        }
        let pictures = apart(pictures(&self.folder)?, self.every);
        let bytes = self.animation(&pictures)?;
        files::write(&self.out, &bytes)
    }

    fn animation(&self, pictures: &[(u64, PathBuf)]) -> Result<Vec<u8>, Failure> {
        let each = Duration::from_secs(1) / self.frames_per_second as u32;
        let last = Duration::from_secs_f64(self.last_for);
        let failed = |error| files::unwritable(&self.out, &error);
        let mut bytes = Vec::new();
        let mut encoder = GifEncoder::new_with_speed(&mut bytes, HASTE);
        encoder.set_repeat(Repeat::Infinite).map_err(failed)?;
        let mut first: Option<(&Path, [u32; 2])> = None;
        for (at, (step, path)) in pictures.iter().enumerate() {
            let picture = read(path)?;
            let size = [picture.width(), picture.height()];
            let (other, expected) = *first.get_or_insert((path, size));
            if size != expected {
                return Err(other_size(other, expected, path, size));
            }
            let time = if at + 1 == pictures.len() { last } else { each };
            let delay = Delay::from_saturating_duration(time);
            let picture = self.sized(picture);
            let shown = if self.plain {
                picture
            } else {
                numbered(&picture, *step)
            };
            let frame = Frame::from_parts(shown, 0, 0, delay);
            encoder.encode_frame(frame).map_err(failed)?;
        }
        drop(encoder);
        Ok(bytes)
    }

    /// A picture as large as is asked for. Enlarged ones keep their pixels.
    fn sized(&self, picture: RgbaImage) -> RgbaImage {
        let Some(size) = self.size else {
            return picture;
        };
        let (width, height) = picture.dimensions();
        let longer = width.max(height);
        let side = |side: u32| {
            let sized = u64::from(side) * u64::from(size) / u64::from(longer);
            sized.max(1) as u32
        };
        let filter = if size > longer {
            FilterType::Nearest
        } else {
            FilterType::Triangle
        };
        resize(&picture, side(width), side(height), filter)
    }
}

/// A picture with its step in a line beneath.
fn numbered(picture: &RgbaImage, step: u64) -> RgbaImage {
    let (width, height) = picture.dimensions();
    let size = (width / 112).max(1);
    let line = (numerals::HEIGHT + 4) * size;
    let mut shown = RgbaImage::from_pixel(width, height + line, Rgba([0, 0, 0, 255]));
    replace(&mut shown, picture, 0, 0);
    numerals::draw(&mut shown, step, [2 * size, height + 2 * size], size);
    shown
}

/// The pictures of a run, two or more, by their steps.
fn pictures(folder: &Path) -> Result<Vec<(u64, PathBuf)>, Failure> {
    let pictures = run::samples(folder);
    if pictures.len() >= 2 {
        return Ok(pictures);
    }
    let folder_name = folder.display();
    Err(Failure::File(if !folder.is_dir() {
        format!("{folder_name} is no folder: name the one that ganvas train --out wrote.")
    } else if pictures.is_empty() && !run::is_in(folder)? {
        format!("{folder_name} holds no run: name the folder that ganvas train --out wrote.")
    } else {
        let found = if pictures.is_empty() { "none" } else { "one" };
        format!(
            "{folder_name} has too few samples for a time-lapse: expected two or more \
             samples/step_NNNNNN.png, found {found}. Train with a smaller --sample-every."
        )
    }))
}

/// Those of at least so many steps after the one before, with the last in any case.
fn apart(pictures: Vec<(u64, PathBuf)>, every: u64) -> Vec<(u64, PathBuf)> {
    let end = pictures.len() - 1;
    let mut next = 0;
    let all = pictures.into_iter().enumerate();
    all.filter_map(|(at, (step, path))| {
        if step < next && at != end {
            return None;
        }
        next = step.saturating_add(every);
        Some((step, path))
    })
    .collect()
}

fn read(path: &Path) -> Result<RgbaImage, Failure> {
    let bytes = files::read(path, LARGEST)?;
    let reader = ImageReader::with_format(Cursor::new(bytes), ImageFormat::Png);
    let picture = reader.decode().map_err(|error| {
        Failure::File(format!(
            "{} is no PNG that can be read: {error}. Remove it, or restore it.",
            path.display()
        ))
    })?;
    let side = picture.width().max(picture.height());
    if side > LARGEST_SIDE {
        return Err(Failure::File(format!(
            "{} has {side} pixels a side: expected at most {LARGEST_SIDE}.",
            path.display()
        )));
    }
    Ok(picture.into_rgba8())
}

fn other_size(one: &Path, [width, height]: [u32; 2], other: &Path, found: [u32; 2]) -> Failure {
    Failure::File(format!(
        "{other} is {across}×{down} pixels, and {one} is {width}×{height}: the pictures of a time-lapse \
         have one size. Move those of the other size out of the folder.",
        other = other.display(),
        across = found[0],
        down = found[1],
        one = one.display()
    ))
}

fn seconds(text: &str) -> Result<f64, String> {
    let seconds: f64 = text.parse().map_err(|_| "expected seconds, as 2.5")?;
    if (0.0..=600.0).contains(&seconds) {
        Ok(seconds)
    } else {
        Err("expected 0 to 600 seconds".to_owned())
    }
}
