//! `ganvas sample`.

use super::super::Failure;
use super::super::files::unwritable;
use super::super::numpy;
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
        let play = self.choice.open()?;
        let (latents, labels) = self.latents(&play)?;
        let values = play.values(&latents, &labels, |_| {})?;
        let image = play.header().image;
        if let Some(path) = &self.raw {
            let dims = [latents.len(), image.channels, image.height, image.width];
            numpy::write(path, &dims, &values)?;
        }
        if let Some(path) = &self.out {
            let grid = Frames::new(image, &values).grid(self.columns);
            grid.save(path).map_err(|error| unwritable(path, &error))?;
        }
        Ok(())
    }

    fn latents(&self, play: &Play) -> Result<(Vec<Vec<f32>>, Vec<u8>), Failure> {
        let latent = play.header().latent;
        let latents: Vec<Vec<f32>> = match &self.z {
            Some(path) => numpy::latents(path, latent.dimension)?,
            None => {
                let mut random = Random::new(self.seed, Purpose::FixedLatents, 0);
                let numbers = latent.numbers(&mut random, self.count);
                let latents = numbers.chunks_exact(latent.dimension);
                latents.map(<[f32]>::to_vec).collect()
            }
        };
        let labels = match &self.labels {
            Some(path) => numpy::labels(path, latents.len())?,
            None => (0..latents.len()).map(|place| play.label(place)).collect(),
        };
        Ok((latents, labels))
    }
}
