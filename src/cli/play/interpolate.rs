//! `ganvas interpolate`.

use super::super::Failure;
use super::generator::{Choice, count};
use super::picture::is_gif;
use clap::{Args, ValueEnum};
use ganvas::latent::{Interpolation, Path};
use std::path::PathBuf;

#[derive(Args)]
pub struct Interpolate {
    #[command(flatten)]
    choice: Choice,
    /// The latents to go through, two or more: 7 (sample 0 of seed 7), 7.12 (sample 12 of seed
    /// 7), or latents copied in the page
    #[arg(long, value_name = "LATENT", num_args = 1.., value_delimiter = ',', required_unless_present = "keys", conflicts_with = "keys")]
    seeds: Vec<String>,
    /// Go through so many samples of --seed instead
    #[arg(long, value_name = "SAMPLES", value_parser = clap::value_parser!(u64).range(2..=1024))]
    keys: Option<u64>,
    /// Seed of the samples that --keys goes through
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Images along the whole way
    #[arg(long, default_value_t = 60, value_name = "IMAGES", value_parser = count)]
    frames: usize,
    /// Along the great arc, which keeps the latents as long as they are, or along the line
    #[arg(long, value_enum, default_value = "slerp")]
    along: Along,
    /// Go back from the last to the first, so that a GIF can be played in a loop
    #[arg(long)]
    closed: bool,
    /// Images a second in a GIF
    #[arg(long, default_value_t = 20, value_name = "IMAGES", value_parser = clap::value_parser!(u64).range(1..=50))]
    rate: u64,
    /// A strip of all images (.png), or an animation (.gif)
    #[arg(long, value_name = "FILE.png|FILE.gif")]
    out: PathBuf,
}

/// Which way.
#[derive(Clone, Copy, ValueEnum)]
enum Along {
    Slerp,
    Linear,
}

impl Interpolate {
    pub fn run(self) -> Result<(), Failure> {
        let is_gif = is_gif(&self.out)?;
        let play = self.choice.open()?;
        let texts = match self.keys {
            Some(keys) => (0..keys)
                .map(|key| format!("{}.{key}", self.seed))
                .collect(),
            None => self.seeds,
        };
        play.check_room(self.frames.max(texts.len()))?;
        let keys = texts.iter().map(|text| play.latent(text));
        let how = match self.along {
            Along::Slerp => Interpolation::Slerp,
            Along::Linear => Interpolation::Linear,
        };
        let path = Path::new(keys.collect::<Result<_, _>>()?, how, self.closed)?;
        let latents = path.frames(self.frames);
        let frames = play.frames(&latents, &vec![play.one_label(); latents.len()])?;
        let columns = if is_gif { 1 } else { latents.len() };
        frames.save(&self.out, Some(columns), 1, 1000 / self.rate)
    }
}
