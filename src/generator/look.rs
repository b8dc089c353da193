//! A look at what a generator draws, for one that was put together by guess: a wrong activation or
//! order mostly shows.

use super::measures::Measures;
use super::{Generator, Statistics, now};
use crate::sentence::{Sentence, sentence};
use crate::weights::GeneratorFile;
use crate::{Error, Result};

/// Images that are looked at, and fewest that tell anything.
const IMAGES: usize = 16;
const FEWEST: usize = 4;
/// Most multiplications for all of them.
const MOST_WORK: u64 = 1 << 33;
/// What speaks against a generator in what it draws of random latents; nothing for one whose images
/// take too long.
///
/// # Errors
/// Those of [`Generator::on_cpu`] and [`Generator::mixed`], but for images that are not finite.
pub fn suspicion(file: &GeneratorFile) -> Result<Option<Sentence>> {
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
        Err(Error::Training(_)) => return Ok(Some(sentence!("its images are not finite"))),
        images => images?,
    };
    Ok(Measures::of(&images, count, file.header.image).suspicion())
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
        assert!(noise.is_some_and(|said| said.to_string().contains("noise")));
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
        let said = said(&deaf).unwrap().to_string();
        assert!(said.contains("the same image"), "{said}");
    }
}
