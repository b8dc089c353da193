//! A data set of one's own images, whatever their sizes: each is cropped and resized as it comes.
//!
//! The images come decoded, because decoding is the caller's: natively by codecs, in a browser by
//! the browser. What cannot be used is skipped, counted and named, and does not spoil the rest.

mod allowance;
mod classes;
pub mod kinds;
mod options;
mod report;
mod resize;
#[cfg(test)]
mod tests;

pub use allowance::Allowance;
pub use kinds::{OtherKind, OtherKinds};
pub use options::{Crop, ImageOptions};
pub use report::{ImageReport, NAMED, Skipped};
pub use resize::Resized;

use self::classes::{Folders, Labels};
use super::{DataSet, ImageShape, Source};
use crate::error::{Error, Result};
use crate::printable::printable;
use crate::sentence::{Sentence, sentence};

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
    /// As the options say; else 1 until an image has colours.
    channels: usize,
    images: Vec<u8>,
    /// A path for each image kept: its folders may become its label.
    paths: Vec<String>,
    /// Whether each has colours.
    coloured: Vec<bool>,
    other_kinds: OtherKinds,
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
            channels: options.channels.unwrap_or(1),
            images: Vec::new(),
            paths: Vec::new(),
            coloured: Vec::new(),
            other_kinds: OtherKinds::default(),
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
                self.skip(path, why);
                Ok(())
            }
        }
    }

    /// Adds an image that [`ImageOptions::resize`] made, with the same options.
    ///
    /// # Errors
    /// As [`add`](Self::add).
    pub fn add_resized(&mut self, path: &str, image: &Resized) -> Result<()> {
        let is_grey = image.is_grey();
        let becomes_coloured = self.options.channels.is_none() && self.channels == 1 && !is_grey;
        if becomes_coloured {
            self.channels = 3;
        }
        let bytes = image.pixels() * self.channels;
        if self.paths.len() == MOST_IMAGES || (self.paths.len() + 1) * bytes > LIMIT {
            return Err(Error::Data(sentence!(
                "“{name}” is too large: the limit is {most} images of this size.",
                name = self.report.name,
                most = (LIMIT / bytes).min(MOST_IMAGES)
            )));
        }
        if becomes_coloured {
            let planes = self.images.chunks_exact(image.pixels());
            self.images = planes.flat_map(|grey| grey.repeat(3)).collect();
        }
        image.append(self.channels, &mut self.images);
        self.paths.push(path.to_owned());
        self.coloured.push(!is_grey);
        self.report.keep(image.source);
        Ok(())
    }

    /// Counts a file that could not be used; `why` completes “skipped: …”, as “it is empty”.
    pub fn skip(&mut self, path: &str, why: Sentence) {
        self.report.skip(path, why);
    }

    /// Counts a file that is called like no image, and so was not even looked at.
    pub fn leave_out(&mut self, path: &str) {
        self.other_kinds.count(path);
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
        self.report.other_kinds = self.other_kinds.finish();
        if self.report.kept == 0 {
            return Err(self.report.nothing_kept());
        }
        let mut set = DataSet {
            name: self.report.name.clone(),
            shape: ImageShape {
                channels: self.channels,
                height: self.options.height,
                width: self.options.width,
            },
            class_names: Vec::new(),
            source: Source::Stored {
                images: self.images,
                labels: None,
            },
        };
        match classes::of(&self.paths) {
            Folders::None(why) => self.report.unlabelled = why,
            Folders::Classes(labels) => {
                let of_each = labels.of_each.clone();
                set = labelled(set, &self.options, &self.paths, labels, &mut self.report);
                if set.len() < of_each.len() {
                    let mut labels = of_each.iter();
                    self.coloured
                        .retain(|_| labels.next().is_some_and(Option::is_some));
                }
            }
        }
        self.report.coloured = self.coloured.iter().filter(|has| **has).count();
        Ok((set, self.report))
    }
}

/// The set with its labels. Images that lie in no class are left out, or else cost the labels.
fn labelled(
    set: DataSet,
    options: &ImageOptions,
    paths: &[String],
    labels: Labels,
    report: &mut ImageReport,
) -> DataSet {
    let Labels { names, of_each } = labels;
    let outside: Vec<&String> = paths
        .iter()
        .zip(&of_each)
        .filter_map(|(path, label)| label.is_none().then_some(path))
        .collect();
    if let [first, ..] = outside[..]
        && !options.labelled
    {
        report.unlabelled = Some(sentence!(
            "{outside} of {count} images lie in no class, the first “{first}”",
            outside = outside.len(),
            count = paths.len(),
            first = printable(first)
        ));
        return set;
    }
    for path in &outside {
        report.kept -= 1;
        report.skip(path, sentence!("it lies in no class"));
    }
    let inside = (0..of_each.len()).filter(|place| of_each[*place].is_some());
    let mut set = if outside.is_empty() {
        set
    } else {
        set.only(inside)
    };
    report.classes.clone_from(&names);
    set.class_names = names;
    if let Source::Stored { labels, .. } = &mut set.source {
        *labels = Some(of_each.into_iter().flatten().collect());
    }
    set
}
