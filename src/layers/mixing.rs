//! Mixing styles (Karras et al. 2019): the first layers of a synthesis go by one style, those behind
//! them by another.

use crate::ops::Ops;

/// The styles that images are mixed with.
pub(crate) struct Mixing<T> {
    /// The other latents, `[batch, numbers, 1, 1]`; once the mapping has run, its styles of them.
    pub other: T,
    /// For each image, how many layers go by its own style.
    pub own_layers: Vec<usize>,
    /// Layers of the synthesis that have run.
    pub layer: usize,
}

impl<T: Ops> Mixing<T> {
    /// What the next layer goes by, given the images' own styles.
    pub fn next(&mut self, own: &T) -> T {
        let layer = self.layer;
        self.layer += 1;
        let images = self.own_layers.len();
        let share = |is_own: bool| {
            let shares = self.own_layers.iter();
            let shares = shares.map(|&layers| f32::from(u8::from((layer < layers) == is_own)));
            own.beside(shares.collect(), [images, 1, 1, 1])
        };
        let (own_share, other_share) = (share(true), share(false));
        own.clone()
            .mul(own_share)
            .add(self.other.clone().mul(other_share))
    }
}
