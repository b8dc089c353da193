//! Where the pixels of an image of another size come from.

use serde::{Deserialize, Serialize};

/// How an upsampled image's new pixels come about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UpsampleMode {
    /// Each pixel is repeated.
    #[default]
    Nearest,
    /// Weighted mean of the nearest four, pixel centres aligned (half-pixel, as today's frameworks).
    Bilinear,
    /// The same with the corners' centres on each other, as PyTorch's `align_corners=True`.
    BilinearAligned,
}

/// Where a new pixel of one axis comes from: a pixel, and a part of the one behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Source {
    pub pixel: usize,
    pub next: usize,
    pub part: f32,
}

impl Source {
    /// The pixels that it takes from, and how much.
    pub fn shares(&self) -> [(usize, f32); 2] {
        [(self.pixel, 1.0 - self.part), (self.next, self.part)]
    }
}

/// That of each of `to` new pixels.
pub(super) fn sources(mode: UpsampleMode, from: usize, to: usize) -> Vec<Source> {
    let nearest = |new: usize| {
        let pixel = (new as u64 * from as u64 / to as u64) as usize;
        Source {
            pixel,
            next: pixel,
            part: 0.0,
        }
    };
    let between = |centre: f32| {
        let centre = centre.clamp(0.0, (from - 1) as f32);
        let pixel = centre as usize;
        Source {
            pixel,
            next: (pixel + 1).min(from - 1),
            part: centre - pixel as f32,
        }
    };
    match mode {
        UpsampleMode::Nearest => (0..to).map(nearest).collect(),
        UpsampleMode::Bilinear => {
            let centre = |new: usize| (new as f32 + 0.5) * from as f32 / to as f32 - 0.5;
            (0..to).map(|new| between(centre(new))).collect()
        }
        UpsampleMode::BilinearAligned => {
            let step = (from - 1) as f32 / (to - 1).max(1) as f32;
            (0..to).map(|new| between(new as f32 * step)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{Buffer, Ops};

    /// By plain buffers, and by burn's tensors where there is burn.
    fn interpolated(rows: &[&[f32]], mode: UpsampleMode, size: [usize; 2]) -> Vec<Vec<f32>> {
        let dims = [1, 1, rows.len(), rows[0].len()];
        let buffer = Buffer::new(rows.concat(), dims);
        let mut all = vec![buffer.interpolate(mode, size).into_values()];
        #[cfg(feature = "cpu")]
        {
            let device = burn::tensor::Device::flex();
            let data = burn::tensor::TensorData::new(rows.concat(), dims);
            let tensor = burn::tensor::Tensor::<4>::from_data(data, &device);
            let tensor = Ops::interpolate(tensor, mode, size);
            all.push(tensor.into_data().try_into_vec().unwrap());
        }
        all.dedup();
        all
    }

    fn agrees(found: &[Vec<f32>], expected: &[f32]) {
        for found in found {
            assert_eq!(found.len(), expected.len());
            for (value, expected) in found.iter().zip(expected) {
                assert!((value - expected).abs() < 1e-5, "{value} {expected}");
            }
        }
    }

    #[test]
    fn any_size_is_reached_as_in_pytorch() {
        // torch.nn.functional.interpolate(x, size=(2, 5), mode=…)
        let x: [&[f32]; 3] = [&[0.0, 4.0, 8.0], &[1.0, 2.0, 3.0], &[5.0, 7.0, 6.0]];
        let expected = [0.0, 0.0, 4.0, 4.0, 8.0, 1.0, 1.0, 2.0, 2.0, 3.0];
        agrees(&interpolated(&x, UpsampleMode::Nearest, [2, 5]), &expected);
        let expected = [0.25, 1.55, 3.5, 5.45, 6.75, 4.0, 4.7, 5.75, 5.45, 5.25];
        agrees(&interpolated(&x, UpsampleMode::Bilinear, [2, 5]), &expected);
        // The same with align_corners=True.
        let expected = [0.0, 2.0, 4.0, 6.0, 8.0, 5.0, 6.0, 7.0, 6.5, 6.0];
        agrees(
            &interpolated(&x, UpsampleMode::BilinearAligned, [2, 5]),
            &expected,
        );
    }

    #[test]
    fn whole_factors_repeat_pixels_or_go_as_pytorch_without_aligned_corners() {
        let x: [&[f32]; 2] = [&[0.0, 4.0], &[8.0, 12.0]];
        let expected = [0, 0, 4, 4, 0, 0, 4, 4, 8, 8, 12, 12, 8, 8, 12, 12].map(|v| v as f32);
        agrees(&interpolated(&x, UpsampleMode::Nearest, [4, 4]), &expected);
        // torch.nn.functional.interpolate(x, scale_factor=2, mode="bilinear")
        let expected = [0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12].map(|v| v as f32);
        agrees(&interpolated(&x, UpsampleMode::Bilinear, [4, 4]), &expected);
    }
}
