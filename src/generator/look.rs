//! A look at what a generator draws, for one that was put together by guess: a wrong activation or
//! order mostly shows.

use super::{Generator, Statistics, now};
use crate::weights::GeneratorFile;
use crate::{Error, Result};

/// Images that are looked at, and fewest that tell anything.
const IMAGES: usize = 16;
const FEWEST: usize = 4;
/// Most multiplications for all of them.
const MOST_WORK: u64 = 1 << 33;
/// What neighbouring pixels of a picture have in common at least, as a correlation: photographs have
/// 0.9 and more, drawings and digits 0.7.
const LEAST_CORRELATION: f64 = 0.3;
/// What images of different latents differ by at least, as a part of their variance.
const LEAST_SPREAD: f64 = 1e-4;

/// What speaks against a generator in what it draws of random latents; nothing for one whose images
/// take too long.
///
/// # Errors
/// Those of [`Generator::on_cpu`] and [`Generator::mixed`], but for images that are not finite.
pub fn suspicion(file: &GeneratorFile) -> Result<Option<String>> {
    let work = file.header.plan()?.multiplications().max(1);
    let count = usize::try_from(MOST_WORK / work).map_or(IMAGES, |most| most.min(IMAGES));
    if count < FEWEST {
        return Ok(None);
    }
    let space = file.header.space();
    let latents = space.samples(count, 0)?;
    // One class: what differs is to come from the latents.
    let classes = space.one_hot(&vec![0; count])?;
    let generator = Generator::on_cpu(file, Statistics::Running)?;
    let images = match now(generator.mixed(&latents, &classes)) {
        Err(Error::Training(_)) => return Ok(Some("its images are not finite".to_owned())),
        images => images?,
    };
    let shape = file.header.image.shape();
    let (spread, correlation) = (
        spread(&images, count),
        correlation(&images, shape.width, shape.height),
    );
    if spread < LEAST_SPREAD {
        return Ok(Some(format!(
            "{count} latents give {count} times the same image"
        )));
    }
    if correlation < LEAST_CORRELATION {
        return Ok(Some(format!(
            "neighbouring pixels have no more in common than in noise (a correlation of {correlation:.2})"
        )));
    }
    Ok(None)
}

/// The part of the variance that lies between images.
fn spread(images: &[f32], count: usize) -> f64 {
    let length = images.len() / count;
    let mut between = Moments::default();
    for place in 0..length {
        let mut own = Moments::default();
        images
            .iter()
            .skip(place)
            .step_by(length)
            .for_each(|value| own.add(*value));
        between.sum += own.variance();
        between.count += 1.0;
    }
    let mut all = Moments::default();
    images.iter().for_each(|value| all.add(*value));
    let whole = all.variance();
    if whole > 0.0 {
        between.sum / between.count / whole
    } else {
        0.0
    }
}

/// How pixels go with those to their right and below, around the mean of their plane.
fn correlation(images: &[f32], width: usize, height: usize) -> f64 {
    let (mut products, mut squares) = (0.0, 0.0);
    for plane in images.chunks_exact(width * height) {
        let mean = plane.iter().map(|value| f64::from(*value)).sum::<f64>() / plane.len() as f64;
        let at = |place: usize| f64::from(plane[place]) - mean;
        for place in 0..plane.len() {
            let right = (place % width + 1 < width).then_some(place + 1);
            let below = (place + width < plane.len()).then_some(place + width);
            for other in [right, below].into_iter().flatten() {
                products += at(place) * at(other);
                squares += (at(place) * at(place) + at(other) * at(other)) / 2.0;
            }
        }
    }
    // Planes without any difference are no noise.
    if squares > 0.0 {
        products / squares
    } else {
        1.0
    }
}

#[derive(Default)]
struct Moments {
    count: f64,
    sum: f64,
    squares: f64,
}

impl Moments {
    fn add(&mut self, value: f32) {
        let value = f64::from(value);
        self.count += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    fn variance(&self) -> f64 {
        let mean = self.sum / self.count;
        (self.squares / self.count - mean * mean).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::{Purpose, Random};
    use crate::weights::Header;

    /// A layer from 8 numbers to an image, whose weights `number` gives by pixel.
    fn generator(number: impl Fn(&mut Random, usize, usize) -> f32) -> GeneratorFile {
        let json = r#"{"version":2,"kind":"generator","name":"g","generator":[
            {"layer":"linear","out":256},{"layer":"reshape","to":[1,16,16]},{"layer":"tanh"}],
            "image":{"channels":1,"height":16,"width":16,"range":"symmetric"},
            "latent":{"dimension":8,"distribution":{"normal":{"deviation":1.0}}}}"#;
        let header: Header = serde_json::from_str(json).unwrap();
        let mut random = Random::new(1, Purpose::FixedLatents, 0);
        let shapes = header.plan().unwrap().layout();
        let tensors = shapes.into_iter().map(|shape| crate::network::NamedTensor {
            values: (0..shape.dims.iter().product())
                .map(|place: usize| number(&mut random, place / 256, place % 256))
                .collect(),
            name: shape.name,
            dims: shape.dims,
        });
        GeneratorFile {
            tensors: tensors.collect(),
            header,
        }
    }

    #[test]
    fn noise_and_sameness_are_seen_and_pictures_are_not() {
        let said = |file: &GeneratorFile| suspicion(file).unwrap();
        let noise = said(&generator(|random, _, _| random.normal()));
        assert!(noise.is_some_and(|said| said.contains("noise")));
        let same = said(&generator(|_, row, pixel| {
            if row == 0 {
                1e-6 * (pixel % 16) as f32
            } else {
                0.0
            }
        }));
        assert!(same.is_none(), "small, but a gradient: {same:?}");
        // Blots that the latent moves.
        let smooth = generator(|_, row, pixel| {
            let [x, y] = [pixel % 16, pixel / 16].map(|side| side as f32 / 16.0);
            libm::cosf((row % 3) as f32 * 3.0 * x) * libm::sinf((row / 3) as f32 * 3.0 * y + 1.0)
        });
        assert_eq!(said(&smooth), None);
        let mut deaf = generator(|random, _, _| random.normal());
        deaf.tensors[0].values.fill(0.0);
        let said = said(&deaf).unwrap();
        assert!(said.contains("times the same image"), "{said}");
    }
}
