//! Enlarging images, by operations whose gradient every backend has.

use crate::kernels::{self, Activation, Geometry};
use crate::spec::UpsampleMode;
use burn::tensor::{Device, Tensor, TensorData};

/// Enlarges `[batch, channels, rows, columns]` to `height` by `width`, whole multiples of both.
pub(super) fn upsample(x: Tensor<4>, mode: UpsampleMode, [height, width]: [usize; 2]) -> Tensor<4> {
    let [batch, channels, rows, columns] = x.dims();
    let planes = batch * channels;
    let y = match mode {
        UpsampleMode::Nearest => {
            let [down, across] = [height / rows, width / columns];
            x.reshape([planes, rows, 1, columns, 1])
                .expand([planes, rows, down, columns, across])
                .reshape([planes, height, width])
        }
        UpsampleMode::Bilinear => return resize(x, mode, [height, width]),
    };
    y.reshape([batch, channels, height, width])
}

/// Brings `[batch, channels, rows, columns]` to `height` by `width`.
pub(super) fn resize(x: Tensor<4>, mode: UpsampleMode, [height, width]: [usize; 2]) -> Tensor<4> {
    let [batch, channels, rows, columns] = x.dims();
    let device = x.device();
    let x = x.reshape([batch * channels, rows, columns]);
    let turned = along(x, shares(mode, columns, width, &device));
    along(turned, shares(mode, rows, height, &device)).reshape([batch, channels, height, width])
}

/// The input gradient of [`resize`], for an input of `rows` by `columns`.
pub(super) fn resize_back(
    gradient: Tensor<4>,
    mode: UpsampleMode,
    [rows, columns]: [usize; 2],
) -> Tensor<4> {
    let [batch, channels, height, width] = gradient.dims();
    let device = gradient.device();
    let gradient = gradient.reshape([batch * channels, height, width]);
    let turned = along(gradient, shares(mode, columns, width, &device).transpose());
    along(turned, shares(mode, rows, height, &device).transpose())
        .reshape([batch, channels, rows, columns])
}

/// The input gradient of [`upsample`], for an input of `rows` by `columns`.
pub(super) fn pull_back(
    gradient: Tensor<4>,
    mode: UpsampleMode,
    [rows, columns]: [usize; 2],
) -> Tensor<4> {
    let [batch, channels, height, width] = gradient.dims();
    let planes = batch * channels;
    let g = match mode {
        UpsampleMode::Nearest => {
            let [down, across] = [height / rows, width / columns];
            gradient
                .reshape([planes, rows, down, columns, across])
                .sum_dim(4)
                .sum_dim(2)
        }
        .reshape([planes, rows, columns]),
        UpsampleMode::Bilinear => return resize_back(gradient, mode, [rows, columns]),
    };
    g.reshape([batch, channels, rows, columns])
}

/// Each row of `x`, `[planes, rows, from]`, by the weights `[from, to]`, as a column: twice, and the
/// planes are as they were.
fn along(x: Tensor<3>, weights: Tensor<2>) -> Tensor<3> {
    let ([planes, rows, from], [_, to]) = (x.dims(), weights.dims());
    let x = x.reshape([planes * rows, from, 1, 1]);
    let weights = weights.reshape([from, to, 1, 1]);
    kernels::conv_transpose(x, weights, None, Geometry::LINEAR, Activation::Identity)
        .reshape([planes, rows, to])
        .swap_dims(1, 2)
}

/// Weights `[from, to]` of each old pixel in each new one.
fn shares(mode: UpsampleMode, from: usize, to: usize, device: &Device) -> Tensor<2> {
    let mut weights = vec![0.0_f32; from * to];
    for new in 0..to {
        if mode == UpsampleMode::Nearest {
            weights[new * from / to * to + new] = 1.0;
            continue;
        }
        // Pixel centres aligned.
        let centre = (new as f32 + 0.5) * from as f32 / to as f32 - 0.5;
        let centre = centre.clamp(0.0, (from - 1) as f32);
        let old = centre as usize;
        let part = centre - old as f32;
        weights[old * to + new] += 1.0 - part;
        weights[(old + 1).min(from - 1) * to + new] += part;
    }
    Tensor::from_data(TensorData::new(weights, [from, to]), device)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_size_is_reached_as_in_pytorch() {
        // torch.nn.functional.interpolate(x, size=(2, 5), mode=…)
        let x = || {
            Tensor::<4>::from_data(
                [[[[0.0, 4.0, 8.0], [1.0, 2.0, 3.0], [5.0, 7.0, 6.0]]]],
                &Device::flex(),
            )
        };
        let resized = |mode| -> Vec<f32> {
            resize(x(), mode, [2, 5])
                .into_data()
                .try_into_vec()
                .unwrap()
        };
        let expected = [0.0, 0.0, 4.0, 4.0, 8.0, 1.0, 1.0, 2.0, 2.0, 3.0];
        assert_eq!(resized(UpsampleMode::Nearest), expected);
        let expected = [0.25, 1.55, 3.5, 5.45, 6.75, 4.0, 4.7, 5.75, 5.45, 5.25];
        for (value, expected) in resized(UpsampleMode::Bilinear).into_iter().zip(expected) {
            assert!((value - expected).abs() < 1e-5, "{value} {expected}");
        }
    }

    fn upsampled(mode: UpsampleMode) -> Vec<f32> {
        let x = Tensor::<4>::from_data([[[[0.0, 4.0], [8.0, 12.0]]]], &Device::flex());
        upsample(x, mode, [4, 4])
            .into_data()
            .try_into_vec()
            .unwrap()
    }

    #[test]
    fn nearest_repeats_pixels() {
        let expected = [0, 0, 4, 4, 0, 0, 4, 4, 8, 8, 12, 12, 8, 8, 12, 12].map(|v| v as f32);
        assert_eq!(upsampled(UpsampleMode::Nearest), expected);
    }

    #[test]
    fn bilinear_is_that_of_pytorch_without_aligned_corners() {
        // torch.nn.functional.interpolate(x, scale_factor=2, mode="bilinear")
        let expected = [0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12].map(|v| v as f32);
        assert_eq!(upsampled(UpsampleMode::Bilinear), expected);
    }
}
