//! Zero-padded images, in which the patch under every placement of the kernel is whole: the offset of
//! the patch and that of an element within it add up.

use crate::kernels::Geometry;

/// The layout of a channel's padded image.
#[derive(Debug, Clone, Copy)]
pub struct PaddedLayout {
    /// Rows and columns of the image itself, and of the padding before it.
    image: [usize; 2],
    before: [usize; 2],
    /// Rows and columns with all padding.
    padded: [usize; 2],
}

impl PaddedLayout {
    /// For the large side, as far as the kernel reaches.
    pub fn large(geometry: Geometry) -> Self {
        let padded = |axis: usize| {
            (geometry.small[axis] - 1) * geometry.stride[axis] + geometry.kernel[axis]
        };
        Self {
            image: geometry.large,
            before: geometry.padding,
            padded: [padded(0), padded(1)],
        }
    }

    /// For the small side, as far as the taps of any large pixel reach.
    pub fn small(geometry: Geometry) -> Self {
        let before = taps(geometry).map(|taps| taps - 1);
        let padded = |axis: usize| {
            let last = (geometry.large[axis] - 1 + geometry.padding[axis]) / geometry.stride[axis];
            before[axis] + (last + 1).max(geometry.small[axis])
        };
        Self {
            image: geometry.small,
            before,
            padded: [padded(0), padded(1)],
        }
    }

    pub fn row_stride(&self) -> usize {
        self.padded[1]
    }

    /// Elements of a channel without overflow, for images too large for memory.
    pub fn channel_len_u64(&self) -> u64 {
        self.padded[0] as u64 * self.padded[1] as u64
    }

    /// Elements of a channel.
    pub fn channel_len(&self) -> usize {
        self.padded[0] * self.padded[1]
    }

    /// Pads images into `to`, channel by channel; pixels beyond its edges are dropped.
    pub fn fill(&self, to: &mut [f32], images: &[f32]) {
        let [height, width] = self.image;
        let kept = width.min(self.padded[1].saturating_sub(self.before[1]));
        to.fill(0.0);
        let images = images.chunks_exact(height * width);
        for (to, image) in to.chunks_exact_mut(self.channel_len()).zip(images) {
            let rows = to.chunks_exact_mut(self.padded[1]).skip(self.before[0]);
            for (to, row) in rows.zip(image.chunks_exact(width)) {
                to[self.before[1]..][..kept].copy_from_slice(&row[..kept]);
            }
        }
    }
}

/// The most taps that reach one row, and one column, of the large side.
pub fn taps(geometry: Geometry) -> [usize; 2] {
    [0, 1].map(|axis| geometry.kernel[axis].div_ceil(geometry.stride[axis]))
}
