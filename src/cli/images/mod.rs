//! Images of one's own: flags, and how files become a data set.

mod chosen;
mod decode;
mod files;
mod gate;
#[cfg(test)]
mod hostile;
mod names;
mod progress;
mod tell;
mod webp;

use self::decode::Looked;
use self::files::{Content, Files};
use self::gate::Gate;
use self::progress::Progress;
use self::tell::tell;
use super::Failure;
use super::tarred::Tar;
use clap::Args;
use ganvas::data::DataSet;
use ganvas::data::images::{Allowance, Crop, ImageOptions, ImageSetBuilder, Resized};
use ganvas::printable::printable;
use ganvas::recipe::{Fit, ImageSpec, Recipe};
use rayon::prelude::*;
use std::ffi::OsStr;
use std::path::Path;

/// Files that are decoded at once.
const TOGETHER: usize = 128;

/// Bytes of files that may wait to be decoded.
const WAITING: u64 = 128 << 20;

/// Bytes that images take while they are decoded, all threads together: one at the limit of pixels
/// with 16 bits a channel.
const ROOM: u64 = 800 << 20;

/// What is taken of a folder or ZIP, and what becomes of it.
#[derive(Clone, Args, serde::Serialize, serde::Deserialize)]
#[command(next_help_heading = "Images of your own (--data DIR, or a ZIP or tar FILE)")]
pub struct ImageFlags {
    /// Which files, as '*.jpg' or 'cats/**/*.png', seen from the folder; letter case does not
    /// matter [default: every JPEG, PNG, WebP, GIF and BMP, in subfolders as well]
    #[arg(long, value_name = "GLOB")]
    pattern: Option<String>,
    /// Cut out the centre before resizing: --input-height × --input-width pixels, or without
    /// them the largest part that has the output's proportions
    #[arg(long)]
    crop: bool,
    /// Pixels down that are cut out
    #[arg(long, value_name = "PIXELS", requires = "crop")]
    input_height: Option<usize>,
    /// Pixels across that are cut out [default: as many as down]
    #[arg(long, value_name = "PIXELS", requires = "input_height")]
    input_width: Option<usize>,
    /// Pixels down after resizing [default: the recipe's]
    #[arg(long, value_name = "PIXELS")]
    output_height: Option<usize>,
    /// Pixels across after resizing [default: as many as down]
    #[arg(long, value_name = "PIXELS")]
    output_width: Option<usize>,
    /// 1 (grey), 3 (RGB) or 4 (RGBA) [default: the recipe's, or if it takes any 3 as soon as an
    /// image has colours]
    #[arg(long, value_name = "N")]
    channels: Option<usize>,
    /// Swap rows and columns of IDX and NumPy images [default: for EMNIST's files alone, which hold
    /// them so]
    #[arg(long, num_args = 0..=1, require_equals = true, default_missing_value = "true", value_name = "BOOL")]
    #[serde(default)]
    pub transpose: Option<bool>,
}

/// What images are brought to where the flags do not say.
pub struct Wanted<'a> {
    pub image: &'a ImageSpec,
    /// Whether folders are to become classes.
    pub labelled: bool,
}

impl<'a> Wanted<'a> {
    /// What a recipe learns from.
    pub fn of(recipe: &'a Recipe) -> Self {
        Self {
            image: &recipe.image,
            labelled: recipe.classes.is_some(),
        }
    }
}

impl ImageFlags {
    /// Whether any of them is set.
    pub fn any(&self) -> bool {
        self.crop
            || self.pattern.is_some()
            || self.output_height.is_some()
            || self.output_width.is_some()
            || self.channels.is_some()
    }

    /// Reads the images of a folder or archive, in the order of their paths; of `tar`, if that is open.
    pub fn open(&self, path: &Path, tar: Option<Tar>, wanted: &Wanted) -> Result<DataSet, Failure> {
        let options = self.options(wanted);
        let name = path.display().to_string();
        let mut set = ImageSetBuilder::new(&name, options)?;
        let mut files = Files::open(path, tar, self.pattern.as_deref())?;
        for (path, why) in files.unreadable() {
            set.skip(path, printable(why).into());
        }
        for path in files.other_kinds() {
            set.leave_out(path);
        }
        let mut allowance = Allowance::new(files.size());
        let gate = Gate::new(ROOM);
        let mut progress = Progress::new(files.len());
        let mut next = 0;
        while next < files.len() {
            let portion = portion(&mut files, next, &mut allowance);
            next += portion.len();
            let looked: Vec<Result<Looked, String>> = portion
                .into_par_iter()
                .map(|content| Looked::at(content?.read()?, &options))
                .collect();
            // One after the other, so that it is always the same ones that are too much.
            let allowed: Vec<Result<Looked, String>> = looked
                .into_iter()
                .map(|looked| {
                    let looked = looked?;
                    allowance.take(looked.unpacked)?;
                    Ok(looked)
                })
                .collect();
            let decoded: Vec<Result<Resized, String>> = allowed
                .into_par_iter()
                .map(|looked| looked?.decode(&options, &gate))
                .collect();
            let first = next - decoded.len();
            for (place, image) in (first..).zip(&decoded) {
                match image {
                    Ok(image) => set.add_resized(files.path(place), image)?,
                    Err(why) => set.skip(files.path(place), printable(why).into()),
                }
            }
            progress.show(next);
        }
        progress.finish();
        let (set, report) = set.finish()?;
        tell(&set, &report);
        // It goes into the files of what learns from it, where the rest of the path is nobody's
        // business.
        let own = path.file_name().and_then(OsStr::to_str);
        Ok(match own {
            Some(own) => set.named(own),
            None => set,
        })
    }

    fn options(
        &self,
        Wanted {
            image: wanted,
            labelled,
        }: &Wanted,
    ) -> ImageOptions {
        let height = self.output_height.unwrap_or(wanted.height);
        let width = match (self.output_width, self.output_height) {
            (Some(width), _) => width,
            (None, Some(height)) => height,
            (None, None) => wanted.width,
        };
        let crop = match (self.crop, self.input_height) {
            (false, _) => Crop::None,
            (true, None) => Crop::Fill,
            (true, Some(height)) => Crop::Centre {
                height,
                width: self.input_width.unwrap_or(height),
            },
        };
        ImageOptions {
            crop,
            height,
            width,
            channels: self
                .channels
                .or((wanted.fit != Fit::Adapt).then_some(wanted.channels)),
            labelled: *labelled,
        }
    }
}

/// The files from `start` on that are decoded together. A ZIP's are unpacked here, one by one.
fn portion(
    files: &mut Files,
    start: usize,
    allowance: &mut Allowance,
) -> Vec<Result<Content, String>> {
    let mut portion = Vec::new();
    let mut bytes = 0;
    for place in (start..files.len()).take(TOGETHER) {
        let content = files.content(place, allowance);
        bytes += match &content {
            Ok(Content::Unpacked(unpacked)) => unpacked.len() as u64,
            Ok(Content::OnDisk(_)) => files.size_of(place),
            Err(_) => 0,
        };
        portion.push(content);
        if bytes > WAITING {
            break;
        }
    }
    portion
}
