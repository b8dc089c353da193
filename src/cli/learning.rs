//! What a run learns from, as flags and as its record has it.

use super::Failure;
use super::data::Source;
use super::files;
use super::images::{ImageFlags, Wanted};
use crate::cli::stderr;
use clap::Args;
use ganvas::data::{DataSet, in_words};
use ganvas::recipe::Recipe;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// The data set.
#[derive(Args)]
pub struct Learning {
    /// The images to learn: mnist or mnist-all (train and test; both from --data-dir),
    /// drawn-digits, drawn-faces, a folder or ZIP file of images (./mnist if a folder has a data
    /// set's name), or arrays of bytes: IDX files as MNIST's, NumPy's .npy and .npz [default: what
    /// the recipe is meant for, or what a resumed run learnt from]
    #[arg(long, value_name = "NAME|DIR|FILE")]
    data: Option<Source>,
    /// Folder with the data set's files
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Learn from the first so many images alone, a folder's by the order of their paths [default:
    /// all]
    #[arg(long, value_name = "IMAGES")]
    train_size: Option<usize>,
}

/// The flags that a run was begun with, paths from the root.
#[derive(Serialize, Deserialize)]
pub struct Learned {
    /// As `--data` takes it.
    data: String,
    data_dir: Option<PathBuf>,
    train_size: Option<usize>,
    held_out: Option<usize>,
    images: ImageFlags,
}

impl Learning {
    /// The images to learn from, and those that are held out.
    pub fn open(
        &self,
        images: &ImageFlags,
        held_out: Option<usize>,
        recipe: &Recipe,
        seed: u64,
    ) -> Result<(DataSet, Option<DataSet>), Failure> {
        let source = self.source(recipe)?;
        // Before images are decoded: a recipe that does not hold together is told at once.
        recipe.plan()?;
        let folder = self.data_dir.as_deref();
        let all = source.open(folder, seed, images, &Wanted::of(recipe))?;
        let (data, held_out) = match held_out {
            Some(count) => {
                let (left, held_out) = source.hold_out(all, count, folder, images)?;
                (left, Some(held_out))
            }
            None => (all, None),
        };
        let data = match self.train_size {
            Some(count) => {
                let name = format!("{}, first {count}", data.name());
                data.limited(count)?.named(&name)
            }
            None => data,
        };
        let missing = data.classes_without_images();
        if recipe.classes.is_some() && !missing.is_empty() {
            stderr::tell(&format!(
                "{} has no image of {}: what the generator draws of them means nothing.",
                data.name(),
                in_words(&missing)
            ));
        }
        Ok((data, held_out))
    }

    fn source(&self, recipe: &Recipe) -> Result<Source, Failure> {
        self.data.clone().map_or_else(|| Source::of(recipe), Ok)
    }

    /// Takes over what a run has learnt from, unless the flags name a data set.
    pub fn go_on_from(
        &mut self,
        learned: Learned,
        images: &mut ImageFlags,
        held_out: &mut Option<usize>,
    ) -> Result<(), Failure> {
        if self.data.is_some() {
            return Ok(());
        }
        let source = learned.data.parse().map_err(|why| {
            Failure::File(format!(
                "The run learns from {}, which is not to be found ({why}): name it with --data.",
                learned.data
            ))
        });
        self.data = Some(source?);
        self.data_dir = self.data_dir.take().or(learned.data_dir);
        self.train_size = self.train_size.or(learned.train_size);
        *held_out = held_out.or(learned.held_out);
        if !images.any() {
            *images = learned.images;
        }
        Ok(())
    }

    /// Takes the data set of this name, if it is one that is known by name, unless the flags name one:
    /// a checkpoint alone says no more.
    pub fn go_on_from_name(&mut self, name: &str) {
        self.data = self.data.take().or_else(|| Source::called(name));
    }

    /// Whether a number of images was asked for.
    pub fn says_how_many(&self) -> bool {
        self.train_size.is_some()
    }

    /// For the run's record.
    pub fn learned(
        &self,
        images: &ImageFlags,
        held_out: Option<usize>,
        recipe: &Recipe,
    ) -> Result<Learned, Failure> {
        Ok(Learned {
            data: self.source(recipe)?.to_string(),
            data_dir: self.data_dir.as_deref().map(files::whole),
            train_size: self.train_size,
            held_out,
            images: images.clone(),
        })
    }
}
