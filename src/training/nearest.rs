//! The training images that are nearest to a sample: is it copied?

use super::session::Training;
use crate::data::nearest::Search;
use crate::grid::Grid;
use crate::sentence::sentence;
use crate::{Error, Result};
use serde::Serialize;

/// Real images whose nearest others give the scale.
const REALS: usize = 24;

/// Most images that are looked at where they are drawn: drawing them takes longer than looking.
const MOST_DRAWN: usize = 10_000;

/// Most images that are found.
const MOST_FOUND: usize = 64;

/// What a search has found. Distances are root mean square differences of the pixels, 0 to 255.
#[derive(Debug, Serialize)]
pub struct NearestImages {
    /// How far each is, the nearest first.
    pub distances: Vec<f64>,
    /// What each is called; empty without labels.
    pub classes: Vec<String>,
    /// Images that were looked at.
    pub images: usize,
    /// How far real images are from their nearest others.
    pub real: Option<RealDistances>,
}

/// Of a small draw.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct RealDistances {
    /// How many real images were drawn.
    pub count: usize,
    /// The smallest of their distances.
    pub least: f64,
    /// The middle one.
    pub median: f64,
}

impl Training {
    /// Begins a search for the `count` images that are nearest to one of the sample grid, which is given
    /// as the grid has it: four bytes a pixel. [`search_on`](Self::search_on) does the work.
    ///
    /// # Errors
    /// [`Error::Training`] if these are not the pixels of an image of this training.
    pub fn search_nearest(&self, rgba: &[u8], count: usize) -> Result<Search> {
        let image = self.recipe.image;
        let Some(sample) = Grid::image_bytes(image, rgba) else {
            return Err(Error::Training(sentence!(
                "An image of {height}×{width} pixels was expected, four bytes each; found {bytes} \
                 bytes.",
                height = image.height,
                width = image.width,
                bytes = rgba.len()
            )));
        };
        // What was found once holds for all searches.
        let reals = if self.feed.real_distances.get().is_some() {
            Vec::new()
        } else {
            self.feed.spread(REALS)
        };
        let pixels = self.feed.at(&reals);
        let images = pixels.chunks_exact(sample.len()).map(<[u8]>::to_vec);
        let reals = reals.iter().map(|place| *place as usize).zip(images);
        let count = count.clamp(1, MOST_FOUND);
        let mirror = self.recipe.mirror;
        Ok(Search::new(
            &sample,
            count,
            reals.collect(),
            image.width,
            mirror,
        ))
    }

    /// How many images a search looks at.
    pub fn searched(&self) -> usize {
        let len = self.feed.data_len();
        if self.feed.is_drawn() {
            len.min(MOST_DRAWN)
        } else {
            len
        }
    }

    /// Looks at the next `count` images, and says whether that was all.
    pub fn search_on(&self, search: &mut Search, count: usize) -> bool {
        let end = self.searched().min(search.seen().saturating_add(count));
        let next: Vec<u64> = (search.seen() as u64..end as u64).collect();
        search.look(&self.feed.at(&next));
        let is_done = search.seen() >= self.searched();
        if is_done {
            self.feed
                .real_distances
                .get_or_init(|| search.real_distances());
        }
        is_done
    }

    /// The images that were found, side by side, and what is known of them.
    pub fn nearest(&self, search: &Search) -> (Grid, NearestImages) {
        let found = search.nearest();
        let places: Vec<u64> = found.iter().map(|(place, _)| *place as u64).collect();
        let pixels = self.feed.at(&places);
        let grid = Grid::with_columns(self.recipe.image, &pixels, places.len().max(1));
        let real = self
            .feed
            .real_distances
            .get()
            .filter(|real| !real.is_empty());
        let report = NearestImages {
            distances: found.iter().map(|(_, distance)| *distance).collect(),
            classes: self.feed.classes_of(&places),
            images: search.seen(),
            real: real.map(|real| RealDistances {
                count: real.len(),
                least: real[0],
                median: real[real.len() / 2],
            }),
        };
        (grid, report)
    }
}
