//! The sliced Wasserstein distance between two sets of images, on patches of their Laplacian
//! pyramids (Karras et al. 2018, arXiv:1710.10196, section 5, and the paper's own program).

mod patches;
mod pyramid;
mod slices;

use super::super::Failure;
use super::super::bar::Progress;
use super::super::statistics::Statistics;
use super::real::{shuffled, taken};
use super::report::Training;
use super::{Judged, generate};
use ganvas::data::{DataSet, ImageShape};
use serde::Serialize;

/// Images of each set, unless asked for otherwise.
const COUNT: usize = 4096;
/// The smallest side that a level may have.
const SMALLEST: usize = 16;

/// What is printed.
#[derive(Serialize)]
pub struct Report {
    model: String,
    name: String,
    training: Option<Training>,
    data: String,
    /// Images of each set.
    count: usize,
    seed: u64,
    /// What batch norm of the generator goes by.
    statistics: Statistics,
    /// The mean over the levels, × 1000.
    swd: f64,
    /// Of each level, by its images' height, × 1000.
    levels: Vec<Level>,
    /// The mean distance between as many other real images and the real ones: what a perfect
    /// generator would have. None where there are too few images for it.
    floor: Option<f64>,
}

#[derive(Serialize)]
struct Level {
    height: usize,
    swd: f64,
}

/// Measures a generator.
pub fn report(judged: &Judged<'_>, data: &DataSet) -> Result<Report, Failure> {
    let header = &judged.model.header;
    let (shape, has) = (header.image.shape(), data.shape());
    if shape != has {
        return Err(Failure::File(format!(
            "The generator {} of {} draws images of {}×{} with {} channels, but {} has {}×{} with \
             {}.",
            header.name,
            judged.name,
            shape.height,
            shape.width,
            shape.channels,
            data.name(),
            has.height,
            has.width,
            has.channels
        )));
    }
    if shape.height.min(shape.width) < SMALLEST {
        return Err(Failure::File(format!(
            "The distance needs images of {SMALLEST}×{SMALLEST} or more; {} draws {}×{}.",
            header.name, shape.height, shape.width
        )));
    }
    let count = judged.count.unwrap_or(COUNT);
    if data.len() < count {
        return Err(Failure::File(format!(
            "{} has {} images; expected at least {count}, or a smaller --count.",
            data.name(),
            data.len()
        )));
    }
    let order = shuffled(data, judged.seed);
    let some = |from: usize| taken(data, order[from..from + count].iter().copied());
    let real = some(0);
    let made = generate::generate(judged, count)?;
    let levels = distances("Comparing", shape, &real, &made);
    let floor = (data.len() >= 2 * count).then(|| {
        let other = some(count);
        mean(&distances("Comparing real images", shape, &real, &other))
    });
    Ok(Report {
        model: judged.name.to_owned(),
        name: header.name.clone(),
        training: Training::of(header),
        data: data.name().to_owned(),
        count,
        seed: judged.seed,
        statistics: judged.statistics,
        swd: mean(&levels),
        levels,
        floor,
    })
}

fn mean(levels: &[Level]) -> f64 {
    levels.iter().map(|level| level.swd).sum::<f64>() / levels.len() as f64
}

/// The distance on every level, from the largest down to [`SMALLEST`].
fn distances(title: &str, shape: ImageShape, one: &[u8], other: &[u8]) -> Vec<Level> {
    let count = pyramid::levels(shape, SMALLEST);
    let progress = Progress::new(title, count);
    let levels = (0..count).map(|level| {
        let (height, [one, other]) = {
            let patches = |images| patches::of_level(shape, images, level, count);
            (shape.height >> level, [patches(one), patches(other)])
        };
        let swd = 1e3 * slices::distance(one, other, patches::length(shape.channels));
        progress.show(level + 1);
        Level { height, swd }
    });
    let levels = levels.collect();
    progress.finish();
    levels
}

#[cfg(test)]
mod tests {
    use super::*;
    use ganvas::random::{Purpose, Random};

    fn faces(seed: u64, count: u32) -> Vec<u8> {
        taken(&DataSet::drawn_faces(seed), 0..count)
    }

    #[test]
    fn images_are_no_distance_from_themselves_and_far_from_noise() {
        let shape = ganvas::data::drawn_faces::SHAPE;
        let real = faces(1, 64);
        let itself = mean(&distances("test", shape, &real, &real));
        let others = mean(&distances("test", shape, &real, &faces(2, 64)));
        let mut random = Random::new(1, Purpose::Latents, 0);
        let noise: Vec<u8> = real.iter().map(|_| random.below(256) as u8).collect();
        let levels = distances("test", shape, &real, &noise);
        let heights: Vec<usize> = levels.iter().map(|level| level.height).collect();
        assert_eq!((heights, itself), (vec![64, 32, 16], 0.0));
        assert!(others > 0.0 && mean(&levels) > 3.0 * others, "{others}");
    }
}
