//! `ganvas arithmetic`: A − B + C (Radford et al. 2015, section 6.3.2).

use super::super::{Failure, stdout};
use super::generator::{Choice, Play, count};
use clap::Args;
use ganvas::latent::{Interpolation, LatentText, Path, arithmetic, mean};
use std::path::PathBuf;

#[derive(Args)]
pub struct Arithmetic {
    #[command(flatten)]
    choice: Choice,
    /// The latents whose mean is A: 7 (sample 0 of seed 7), 7.12 (sample 12), or copied ones
    #[arg(long, value_name = "LATENTS", value_delimiter = ',', required = true)]
    a: Vec<String>,
    /// The latents whose mean is B
    #[arg(long, value_name = "LATENTS", value_delimiter = ',', required = true)]
    b: Vec<String>,
    /// The latents whose mean is C
    #[arg(long, value_name = "LATENTS", value_delimiter = ',', required = true)]
    c: Vec<String>,
    /// Images from A to the result
    #[arg(long, default_value_t = 10, value_name = "IMAGES", value_parser = count)]
    frames: usize,
    /// A row of A, B, C and A − B + C, and below it the way from A to the result (.png); or that
    /// way alone, animated (.gif). The result's latent is printed
    #[arg(long, value_name = "FILE.png|FILE.gif")]
    out: PathBuf,
}

/// Milliseconds of a GIF's frame.
const PACE: u64 = 60;

impl Arithmetic {
    pub fn run(self) -> Result<(), Failure> {
        let is_gif = super::picture::is_gif(&self.out)?;
        let play = self.choice.open()?;
        let named = [&self.a, &self.b, &self.c];
        let largest = named.iter().map(|texts| texts.len()).max();
        play.check_room(largest.unwrap_or(0).max(self.frames))?;
        let [a, b, c] = named.map(|texts| mean_of(&play, texts));
        let (a, b, c) = (a?, b?, c?);
        let result = arithmetic(&a, &b, &c);
        let path = Path::new(vec![a.clone(), result.clone()], Interpolation::Slerp, false)?;
        let way = path.frames(self.frames);
        stdout::print(&format!("{}\n", LatentText::of_numbers(&result, None)))?;
        let columns = if is_gif { 1 } else { self.frames.max(4) };
        let mut latents = if is_gif {
            vec![]
        } else {
            vec![a, b, c, result]
        };
        if !is_gif {
            // The first row is filled up with the result, so that both rows are as long.
            latents.resize(columns, latents[3].clone());
        }
        latents.extend(way);
        let labels = vec![play.one_label(); latents.len()];
        play.frames(&latents, &labels)?
            .save(&self.out, Some(columns), 1, PACE)
    }
}

fn mean_of(play: &Play, texts: &[String]) -> Result<Vec<f32>, Failure> {
    let latents = texts.iter().map(|text| play.latent(text));
    Ok(mean(&latents.collect::<Result<Vec<_>, _>>()?))
}
