//! Images with zeros around them, in which every window of a convolution lies whole: its place and
//! that of a number within it add up.

use crate::kernels::Geometry;

/// The layout of the images of some channels.
#[derive(Debug, Clone, Copy)]
pub struct Padded {
    /// Rows and columns of an image itself, and of what stands before it.
    image: [usize; 2],
    before: [usize; 2],
    /// Rows and columns with what stands around it.
    whole: [usize; 2],
}

impl Padded {
    /// For big images, as far as the kernel reaches.
    pub fn big(geometry: Geometry) -> Self {
        let whole = |axis: usize| {
            (geometry.small[axis] - 1) * geometry.stride[axis] + geometry.kernel[axis]
        };
        Self {
            image: geometry.big,
            before: geometry.before,
            whole: [whole(0), whole(1)],
        }
    }

    /// For small images, from the first place of the kernel that reaches a big pixel to the last.
    pub fn small(geometry: Geometry) -> Self {
        let before = taps(geometry).map(|taps| taps - 1);
        let whole = |axis: usize| {
            let last = (geometry.big[axis] - 1 + geometry.before[axis]) / geometry.stride[axis];
            before[axis] + (last + 1).max(geometry.small[axis])
        };
        Self {
            image: geometry.small,
            before,
            whole: [whole(0), whole(1)],
        }
    }

    /// From a row to the next.
    pub fn row(&self) -> usize {
        self.whole[1]
    }

    /// Numbers of a channel, also where they would be more than memory has addresses.
    pub fn numbers(&self) -> u64 {
        self.whole[0] as u64 * self.whole[1] as u64
    }

    /// Numbers of a channel.
    pub fn channel(&self) -> usize {
        self.whole[0] * self.whole[1]
    }

    /// Puts images into `to`, channel by channel; what lies beyond its edges is left out.
    pub fn fill(&self, to: &mut [f32], images: &[f32]) {
        let [height, width] = self.image;
        let kept = width.min(self.whole[1].saturating_sub(self.before[1]));
        to.fill(0.0);
        let images = images.chunks_exact(height * width);
        for (to, image) in to.chunks_exact_mut(self.channel()).zip(images) {
            let rows = to.chunks_exact_mut(self.whole[1]).skip(self.before[0]);
            for (to, row) in rows.zip(image.chunks_exact(width)) {
                to[self.before[1]..][..kept].copy_from_slice(&row[..kept]);
            }
        }
    }
}

/// Places of the kernel that meet one row, and one column, of big pixels, at most.
pub fn taps(geometry: Geometry) -> [usize; 2] {
    [0, 1].map(|axis| geometry.kernel[axis].div_ceil(geometry.stride[axis]))
}
