//! Images as files: PNG, animated GIF.

use super::super::rgba::rgba;
use super::super::{Failure, files::unwritable};
use ganvas::grid::Grid;
use ganvas::recipe::ImageSpec;
use image::codecs::gif::{GifEncoder, Repeat};
use image::{Delay, Frame, RgbaImage};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;
use std::time::Duration;

/// Most pixels of a picture (1 GiB of RGBA).
const MOST_PIXELS: usize = 1 << 28;

/// Images of one size, drawn one after another.
pub struct Frames {
    image: ImageSpec,
    bytes: Vec<u8>,
}

impl Frames {
    /// Of a generator's numbers.
    pub fn new(image: ImageSpec, values: &[f32]) -> Self {
        let bytes = values.iter().map(|value| image.range.decode(*value));
        Self {
            image,
            bytes: bytes.collect(),
        }
    }

    fn size(&self) -> usize {
        self.image.shape().bytes()
    }

    /// One picture of all, `columns` across, or about a square.
    pub fn grid(&self, columns: Option<usize>) -> Result<RgbaImage, Failure> {
        self.picture(&self.bytes, columns)
    }

    fn picture(&self, bytes: &[u8], columns: Option<usize>) -> Result<RgbaImage, Failure> {
        let grid = match columns {
            Some(columns) => {
                self.check_pixels(bytes.len() / self.size(), columns)?;
                Grid::with_columns(self.image, bytes, columns)
            }
            None => Grid::new(self.image, bytes),
        };
        Ok(rgba(grid))
    }

    /// Checks that memory has room for a picture, what its last row lacks included.
    fn check_pixels(&self, count: usize, columns: usize) -> Result<(), Failure> {
        let ImageSpec { height, width, .. } = self.image;
        let rows = count.div_ceil(columns);
        if rows * columns <= MOST_PIXELS / (height * width) {
            return Ok(());
        }
        Err(Failure::File(format!(
            "A picture of {rows} rows of {columns} images of {height}×{width} has more than \
             {MOST_PIXELS} pixels: ask for fewer columns."
        )))
    }

    /// Writes them as a file: a PNG with all of them `columns` across, or a GIF that shows
    /// `per_frame` of them at a time, `columns` across, for `milliseconds`. Without `columns` they
    /// stand in about a square.
    pub fn save(
        &self,
        path: &Path,
        columns: Option<usize>,
        per_frame: usize,
        milliseconds: u64,
    ) -> Result<(), Failure> {
        if !is_gif(path)? {
            let picture = self.grid(columns)?;
            return picture.save(path).map_err(|error| unwritable(path, &error));
        }
        let file = File::create(path).map_err(|error| unwritable(path, &error))?;
        let mut encoder = GifEncoder::new(BufWriter::new(file));
        let failed = |error| unwritable(path, &error);
        encoder.set_repeat(Repeat::Infinite).map_err(failed)?;
        let delay = Delay::from_saturating_duration(Duration::from_millis(milliseconds));
        for images in self.bytes.chunks(per_frame * self.size()) {
            let frame = Frame::from_parts(self.picture(images, columns)?, 0, 0, delay);
            encoder.encode_frame(frame).map_err(failed)?;
        }
        Ok(())
    }
}

/// Whether a file is to be an animated GIF; else it is a PNG.
pub fn is_gif(path: &Path) -> Result<bool, Failure> {
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    match extension.to_str() {
        Some("gif") => Ok(true),
        Some("png") => Ok(false),
        _ => Err(Failure::File(format!(
            "{}: pictures are written as .png or .gif.",
            path.display()
        ))),
    }
}
