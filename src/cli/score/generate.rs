//! Images from a generator's file.

use super::super::Failure;
use super::digits::{Digits, check_image};
use burn::tensor::Device;
use ganvas::network::one_hot;
use ganvas::random::{Purpose, Random};
use ganvas::weights::GeneratorFile;

/// Most images that are made at once; the recipe's batch bounds it too, for memory's sake.
const LARGEST_BATCH: usize = 100;

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
    let recipe = &file.header.recipe;
    check_image(recipe.image)
        .map_err(|why| Failure::File(format!("The recipe {} of {name} {why}.", recipe.name)))?;
    let network = file.network(device)?;
    let batch = recipe.batch.min(LARGEST_BATCH);
    let mut random = Random::new(seed, Purpose::ScoredLatents, 0);
    let mut digits = Digits::default();
    while digits.count() < count {
        let done = digits.count();
        let size = batch.min(count - done);
        let latents = recipe.latent.draw(&mut random, size, device);
        let labels = recipe.classes.map(|classes| {
            let labels = (done..done + size).map(|index| (index % classes) as u8);
            one_hot(&labels.collect::<Vec<_>>(), classes, device)
        });
        let images = network.infer(latents, labels.as_ref());
        let values = super::values(images, &format!("The generator of {name} makes"))?;
        let bytes: Vec<u8> = values
            .iter()
            .map(|value| recipe.image.range.decode(*value))
            .collect();
        for image in bytes.chunks_exact(recipe.image.height * recipe.image.width) {
            digits.push(image, recipe.image.width);
        }
        progress(digits.count());
    }
    Ok(digits)
}
