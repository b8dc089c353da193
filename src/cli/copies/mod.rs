//! `ganvas copies`: does a generator draw images that it has only learnt by heart?

mod features;
mod search;
mod sheet;

use super::data::Source;
use super::images::{ImageFlags, Wanted};
use super::score::real::{shuffled, taken};
use super::score::{Judged, generate};
use super::statistics::Statistics;
use super::{Failure, files, stdout};
use clap::Args;
use features::Features;
use ganvas::data::ImageShape;
use ganvas::data::nearest::mirrored;
use search::{Found, Set};
use serde::Serialize;
use std::path::PathBuf;

#[derive(Args)]
pub struct Copies {
    /// The generator: a .safetensors file that ganvas wrote
    #[arg(long, value_name = "FILE")]
    model: PathBuf,
    /// The images that it learnt from
    #[arg(long, value_name = "NAME|DIR|FILE")]
    data: Source,
    /// Folder with the data set's files
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Samples to look at, and real images beside them
    #[arg(long, default_value_t = 1000, value_parser = clap::value_parser!(u32).range(100..=10_000))]
    count: u32,
    /// Seed of the latents, and of which real images are taken
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Write a picture of the samples that are nearest to a training image: each with its three nearest
    /// by pixels, and its three nearest by gradients
    #[arg(long, value_name = "SHEET.png")]
    sheet: Option<PathBuf>,
    #[command(flatten)]
    images: ImageFlags,
}

/// What is printed.
#[derive(Serialize)]
struct Report {
    model: String,
    name: String,
    data: String,
    /// Images that were looked through.
    images: usize,
    /// Samples, and as many real images, each held against all others.
    count: usize,
    seed: u64,
    /// The root mean square difference of pixels, 0 to 255, of images reduced to 16 pixels a side.
    pixels: Distances,
    /// The distance of histograms of gradients (Dalal and Triggs 2005): of shapes, whatever their colours.
    gradients: Distances,
}

/// How far the nearest training image lies.
#[derive(Serialize)]
struct Distances {
    generated: Quantiles,
    real: Quantiles,
    /// The part of the samples that is nearer to a training image than one in a hundred real images is:
    /// 0.01 where a generator copies no more than life does.
    near: f64,
}

#[derive(Serialize)]
struct Quantiles {
    least: f64,
    one_percent: f64,
    median: f64,
}

impl Copies {
    pub fn run(self) -> Result<(), Failure> {
        let name = self.model.display().to_string();
        let model = files::generator(&self.model)?;
        let wanted = Wanted {
            image: &model.header.image,
            labelled: false,
        };
        let folder = self.data_dir.as_deref();
        let data = self.data.open(folder, self.seed, &self.images, &wanted)?;
        let shape = model.header.image.shape();
        if shape != data.shape() {
            return Err(Failure::File(format!(
                "{name} draws images of {}, but {} has {}: bring them to one size with --output-height and \
                 --output-width.",
                size(shape),
                data.name(),
                size(data.shape())
            )));
        }
        let count = self.count as usize;
        if data.len() < 2 * count {
            return Err(Failure::File(format!(
                "{} has {} images; expected at least {}, or a smaller --count.",
                data.name(),
                data.len(),
                2 * count
            )));
        }
        let judged = Judged {
            name: &name,
            model: &model,
            count: Some(count),
            seed: self.seed,
            statistics: Statistics::Running,
        };
        let made = generate::generate(&judged, count)?;
        let all = taken(&data, 0..data.len() as u32);
        let real = &shuffled(&data, self.seed)[..count];
        let searched = [features::PIXELS, features::GRADIENTS]
            .map(|features| Searched::new(&features, shape, &all, &made, real));
        if let Some(path) = &self.sheet {
            let found = [0, 1].map(|index| &searched[index].generated[..]);
            sheet::write(path, model.header.image, [&made, &all], found)?;
        }
        let [pixels, gradients] = searched.map(|searched| searched.distances());
        let report = Report {
            model: name.clone(),
            name: model.header.name.clone(),
            data: data.name().to_owned(),
            images: data.len(),
            count,
            seed: self.seed,
            pixels,
            gradients,
        };
        stdout::print_json("The distances", &report)
    }
}

/// What was found by one kind of features.
struct Searched {
    generated: Vec<Found>,
    real: Vec<Found>,
}

impl Searched {
    /// `real` are places in `all`; each is held against all others.
    fn new(features: &Features, shape: ImageShape, all: &[u8], made: &[u8], real: &[u32]) -> Self {
        let known = Set::new(features.of(shape, all));
        let mirrored = |images: &[u8]| features.of(shape, &mirrored(shape.width, images));
        let real: Vec<usize> = real.iter().map(|&place| place as usize).collect();
        let size = shape.bytes();
        let real_images = real.iter().flat_map(|place| &all[place * size..][..size]);
        let real_images: Vec<u8> = real_images.copied().collect();
        Self {
            generated: known.nearest(
                features.name,
                &[features.of(shape, made), mirrored(made)],
                None,
            ),
            real: known.nearest(
                features.name,
                &[known.at(&real), mirrored(&real_images)],
                Some(&real),
            ),
        }
    }

    fn distances(self) -> Distances {
        let sorted = |found: Vec<Found>| {
            let mut all: Vec<f64> = found.iter().map(|found| found[0].1).collect();
            all.sort_by(f64::total_cmp);
            all
        };
        let (generated, real) = (sorted(self.generated), sorted(self.real));
        let threshold = real[real.len() / 100];
        let near = generated.partition_point(|distance| *distance < threshold);
        let quantiles = |sorted: &[f64]| Quantiles {
            least: sorted[0],
            one_percent: sorted[sorted.len() / 100],
            median: sorted[sorted.len() / 2],
        };
        Distances {
            near: near as f64 / generated.len() as f64,
            generated: quantiles(&generated),
            real: quantiles(&real),
        }
    }
}

fn size(shape: ImageShape) -> String {
    let ImageShape {
        channels,
        height,
        width,
    } = shape;
    format!("{height}×{width} with {channels} channels")
}
