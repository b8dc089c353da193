//! Images of a data set.

use ganvas::data::DataSet;
use ganvas::random::{Purpose, Random};

/// The places of all images in an order of their own: folders are often sorted by what they show.
pub fn shuffled(data: &DataSet, seed: u64) -> Vec<u32> {
    let mut order: Vec<u32> = (0..data.len() as u32).collect();
    Random::new(seed, Purpose::Shuffle, 0).shuffle(&mut order);
    order
}

/// The images at these places, one after another.
pub fn taken(data: &DataSet, places: impl ExactSizeIterator<Item = u32>) -> Vec<u8> {
    let size = data.shape().bytes();
    let mut images = vec![0; places.len() * size];
    for (image, place) in images.chunks_exact_mut(size).zip(places) {
        data.image(u64::from(place), image);
    }
    images
}
