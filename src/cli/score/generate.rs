//! Images from a generator's file.

use super::super::Failure;
use super::digits::{Digits, check_image};
use burn::tensor::Device;
use ganvas::generation::Generator;
use ganvas::random::{Purpose, Random};
use ganvas::weights::GeneratorFile;

/// Images that are made at once.
const BATCH: usize = 100;

/// Makes `count` digits as they would be saved, in bytes. Classes take turns. The latents follow
/// from `seed` alone. `progress` hears how many are done.
pub fn generate(
    name: &str,
    file: &GeneratorFile,
    count: usize,
    seed: u64,
    device: &Device,
    mut progress: impl FnMut(usize),
) -> Result<Digits, Failure> {
    let header = &file.header;
    check_image(header.image)
        .map_err(|why| Failure::File(format!("The generator {} of {name} {why}.", header.name)))?;
    let generator = Generator::new(file, device)?;
    let classes = header.classes().unwrap_or(1);
    let mut random = Random::new(seed, Purpose::ScoredLatents, 0);
    let mut digits = Digits::default();
    while digits.count() < count {
        let done = digits.count();
        let size = BATCH.min(count - done);
        let latents = header.latent.numbers(&mut random, size);
        let labels: Vec<u8> = (done..done + size)
            .map(|index| (index % classes) as u8)
            .collect();
        let values = pollster::block_on(generator.values(&latents, &labels))?;
        let bytes: Vec<u8> = values
            .iter()
            .map(|value| header.image.range.decode(*value))
            .collect();
        for image in bytes.chunks_exact(header.image.height * header.image.width) {
            digits.push(image, header.image.width);
        }
        progress(digits.count());
    }
    Ok(digits)
}
