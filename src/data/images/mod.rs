//! A data set of one's own images, whatever their sizes: each is cropped and resized as it comes.
//!
//! The images come decoded, because decoding is the caller's: natively by codecs, in a browser by
//! the browser. What cannot be used is skipped, counted and named, and does not spoil the rest.

mod classes;
mod options;
mod report;
mod resize;
#[cfg(test)]
mod tests;

pub use options::{Crop, ImageOptions};
pub use report::{ImageReport, NAMED, Skipped};
pub use resize::Resized;

use super::{DataSet, ImageShape, Source};
use crate::error::{Error, Result};
use crate::sentence::sentence;

/// The most bytes that the finished images of a set may take.
pub const LIMIT: usize = if cfg!(target_pointer_width = "32") {
    256 << 20
} else {
    1 << 30
};

/// The most images in a set.
pub const MOST_IMAGES: usize = 1 << 20;

/// The most pixels that an image may measure from side to side before it is resized.
pub const SOURCE_SIDE_LIMIT: u32 = 32_768;

/// The most pixels that an image may have before it is resized.
pub const SOURCE_PIXEL_LIMIT: u64 = 1 << 26;

/// Collects images into a [`DataSet`], in the order in which they are added.
#[derive(Debug)]
pub struct ImageSetBuilder {
    options: ImageOptions,
    /// Decided by the first image, if not by the options.
    channels: Option<usize>,
    images: Vec<u8>,
    /// A path for each image kept: its folders may become its label.
    paths: Vec<String>,
    report: ImageReport,
}

impl ImageSetBuilder {
    /// An empty set called `name`, which is for people.
    ///
    /// # Errors
    /// [`Error::Data`] if the options hold a size or a number of channels that cannot be.
    pub fn new(name: &str, options: ImageOptions) -> Result<Self> {
        options.check()?;
        Ok(Self {
            options,
            channels: options.channels,
            images: Vec::new(),
            paths: Vec::new(),
            report: ImageReport::new(name),
        })
    }

    /// Adds an image of `width` × `height` pixels, row by row, each pixel four bytes: red, green,
    /// blue, alpha. `path` names it in the report; its folders, separated by `/`, may label it.
    ///
    /// An image that does not suit the options is skipped.
    ///
    /// # Errors
    /// [`Error::Data`] if the set grows beyond [`LIMIT`] or [`MOST_IMAGES`].
    pub fn add(&mut self, path: &str, width: u32, height: u32, rgba: &[u8]) -> Result<()> {
        match self.options.resize(width, height, rgba) {
            Ok(resized) => self.add_resized(path, &resized),
            Err(why) => {
                self.skip(path, &why);
                Ok(())
            }
        }
    }

    /// Adds an image that [`ImageOptions::resize`] made, with the same options.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn add_resized(&mut self, path: &str, image: &Resized) -> Result<()> {
        let channels = *self
            .channels
            .get_or_insert_with(|| if image.is_grey() { 1 } else { 3 });
        let bytes = image.pixels() * channels;
        if self.paths.len() == MOST_IMAGES || self.images.len() + bytes > LIMIT {
            return Err(Error::Data(sentence!(
                "“{name}” is too large: the limit is {most} images of this size.",
                name = self.report.name,
                most = (LIMIT / bytes).min(MOST_IMAGES)
            )));
        }
        image.append(channels, &mut self.images);
        self.paths.push(path.to_owned());
        self.report.kept += 1;
        Ok(())
    }

    /// Counts a file that could not be used; `why` completes “skipped: …”, as “it is empty”.
    pub fn skip(&mut self, path: &str, why: &str) {
        self.report.skip(path, why);
    }

    /// Images and files that were skipped, so far.
    pub fn seen(&self) -> usize {
        self.report.kept + self.report.skipped
    }

    /// The set, and what became of each file.
    ///
    /// # Errors
    /// [`Error::Data`] if no image was kept.
    pub fn finish(mut self) -> Result<(DataSet, ImageReport)> {
        let Some(channels) = self.channels.filter(|_| self.report.kept > 0) else {
            return Err(self.report.nothing_kept());
        };
        let labels = classes::of(&self.paths);
        if let Some(labels) = &labels {
            self.report.classes.clone_from(&labels.names);
        }
        let set = DataSet {
            name: self.report.name.clone(),
            shape: ImageShape {
                channels,
                height: self.options.height,
                width: self.options.width,
            },
            class_names: self.report.classes.clone(),
            source: Source::Stored {
                images: self.images,
                labels: labels.map(|labels| labels.of_each),
            },
        };
        Ok((set, self.report))
    }
}
