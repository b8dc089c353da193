//! Images from a generator's file.

use super::super::Failure;
use super::super::bar::Progress;
use super::Judged;
use ganvas::generator::Generator;
use ganvas::random::{Purpose, Random};

/// Images that are made at once.
const BATCH: usize = 100;

/// Most bytes of all images: as many as a set of real ones may have.
const MOST_BYTES: usize = ganvas::data::images::LIMIT;

/// Makes `count` images as they would be saved: bytes, one image after another, channel-first.
/// Classes take turns. The latents follow from the seed alone. A bar says how many are done.
pub fn generate(judged: &Judged<'_>, count: usize) -> Result<Vec<u8>, Failure> {
    let header = &judged.model.header;
    let one = header.image.shape().bytes();
    if count > MOST_BYTES / one {
        return Err(Failure::File(format!(
            "{count} images of {} take too much memory: expected a --count of {} or fewer.",
            judged.name,
            MOST_BYTES / one
        )));
    }
    let generator = Generator::on_cpu(judged.model, judged.statistics.into())?;
    let classes = header.classes().unwrap_or(1);
    let mut random = Random::new(judged.seed, Purpose::ScoredLatents, 0);
    let progress = Progress::new("Generating", count);
    let mut bytes = Vec::new();
    for done in (0..count).step_by(BATCH) {
        let size = BATCH.min(count - done);
        let latents = header.latent.numbers(&mut random, size);
        let labels: Vec<u8> = (done..done + size)
            .map(|index| (index % classes) as u8)
            .collect();
        let values = pollster::block_on(generator.values(&latents, &labels))?;
        let range = header.image.range;
        bytes.extend(values.iter().map(|value| range.decode(*value)));
        progress.show(done + size);
    }
    progress.finish();
    Ok(bytes)
}
