//! `ganvas sample`.

use super::super::Failure;
use super::super::files::unwritable;
use super::super::grid_size::GridSize;
use super::super::numpy;
use super::super::statistics::Statistics;
use super::base::{Base, spread};
use super::generator::{Choice, Play, count};
use super::picture::{Frames, is_gif};
use clap::Args;
use ganvas::random::{Purpose, Random};
use std::path::PathBuf;

#[derive(Args)]
pub struct Sample {
    #[command(flatten)]
    choice: Choice,
    /// Images to draw
    #[arg(long, default_value_t = 64, value_name = "IMAGES", value_parser = count, conflicts_with = "z")]
    count: usize,
    /// Seed of the latents: the training's own gives the images of its sample grids
    #[arg(long, default_value_t = 1, conflicts_with = "z")]
    seed: u64,
    /// Images across [default: about a square]
    #[arg(long, value_name = "IMAGES", value_parser = count)]
    columns: Option<usize>,
    /// Images across and down, in place of --count and --columns, as 10x10
    #[arg(long, value_name = "COLUMNSxROWS", conflicts_with_all = ["count", "columns", "z"])]
    grid: Option<GridSize>,
    /// Draw the latents' coordinates uniformly from −SPREAD to SPREAD [default: as in training]
    #[arg(long, value_name = "SPREAD", value_parser = spread, conflicts_with = "z")]
    spread: Option<f32>,
    /// What batch norm goes by: the running statistics of training, or those of all these images
    /// together
    #[arg(long, value_enum, default_value = "running")]
    statistics: Statistics,
    /// Latents to draw instead: f32 or f64 of count × dimension (more axes of size 1 may follow)
    #[arg(long, value_name = "FILE.npy")]
    z: Option<PathBuf>,
    /// The classes of these latents, whole numbers, for a conditional generator [default: they
    /// take turns]
    #[arg(
        long,
        value_name = "FILE.npy",
        requires = "z",
        conflicts_with = "label"
    )]
    labels: Option<PathBuf>,
    /// The grid of all images
    #[arg(long, value_name = "FILE.png", required_unless_present = "raw")]
    out: Option<PathBuf>,
    /// The generator's own numbers, f32, count × channels × height × width
    #[arg(long, value_name = "FILE.npy")]
    raw: Option<PathBuf>,
}

impl Sample {
    pub fn run(self) -> Result<(), Failure> {
        if let Some(out) = &self.out
            && is_gif(out)?
        {
            return Err(Failure::File(format!(
                "{}: a sample grid is a .png; `ganvas interpolate` writes GIFs.",
                out.display()
            )));
        }
        let play = self.choice.open_by(self.statistics)?;
        let (latents, labels) = self.latents(&play)?;
        let values = play.values(&latents, &labels, |_| {})?;
        let image = play.header().image;
        if let Some(path) = &self.raw {
            let dims = [latents.len(), image.channels, image.height, image.width];
            numpy::write(path, &dims, &values)?;
        }
        if let Some(path) = &self.out {
            let grid = Frames::new(image, &values).grid(self.columns())?;
            grid.save(path).map_err(|error| unwritable(path, &error))?;
        }
        Ok(())
    }

    fn columns(&self) -> Option<usize> {
        self.grid.map_or(self.columns, |grid| Some(grid.columns))
    }

    fn count(&self) -> usize {
        self.grid
            .map_or(self.count, |grid| grid.columns * grid.rows)
    }

    fn latents(&self, play: &Play) -> Result<(Vec<Vec<f32>>, Vec<u8>), Failure> {
        let latent = play.header().latent;
        let latents: Vec<Vec<f32>> = match &self.z {
            Some(path) => numpy::latents(path, latent.dimension)?,
            None => {
                play.check_room(self.count())?;
                let mut random = Random::new(self.seed, Purpose::FixedLatents, 0);
                let base = self.spread.map_or(Base::Latent, Base::Uniform);
                (0..self.count())
                    .map(|_| base.draw(latent, &mut random))
                    .collect()
            }
        };
        let labels = match &self.labels {
            Some(path) => numpy::labels(path, latents.len())?,
            None => (0..latents.len()).map(|place| play.label(place)).collect(),
        };
        Ok((latents, labels))
    }
}
