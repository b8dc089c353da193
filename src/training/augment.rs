//! Differentiable augmentation (Zhao et al. 2020), seeded.

use crate::kernels;
use crate::random::Random;
use crate::recipe::{Augmentation, Range, Recipe};
use burn::tensor::{Device, Tensor, TensorData};

/// The part of a side by which an image is moved at most, and that of a blanked square.
const SHIFT: f64 = 0.125;
const SQUARE: f64 = 0.5;

/// The images of a batch, each changed by chance.
pub(super) fn augmented(recipe: &Recipe, images: Tensor<4>, random: &mut Random) -> Tensor<4> {
    let kinds = recipe.augment.iter();
    kinds.fold(images, |images, kind| match kind {
        Augmentation::Colour => coloured(images, recipe.image.range, random),
        Augmentation::Translation => moved(images, random),
        Augmentation::Cutout => cut(images, random),
    })
}

/// Brightness, then saturation, then contrast.
fn coloured(images: Tensor<4>, range: Range, random: &mut Random) -> Tensor<4> {
    let (batch, device) = (images.dims()[0], images.device());
    let mut factors = |least: f32, most: f32| {
        let values = (0..batch).map(|_| random.between(least, most)).collect();
        constants(values, [batch, 1, 1, 1], &device)
    };
    // From −½ to ½ on a scale of −1 to 1, as the paper's program has it.
    let span = range.span();
    let brightness = factors(-0.25 * span, 0.25 * span);
    let (saturation, contrast) = (factors(0.0, 2.0), factors(0.5, 1.5));
    let bright = images + brightness;
    let grey = bright.clone().mean_dim(1);
    let saturated = (bright - grey.clone()) * saturation + grey;
    let mean = saturated.clone().mean_dim(1).mean_dim(2).mean_dim(3);
    (saturated - mean.clone()) * contrast + mean
}

/// By whole pixels along both axes.
fn moved(images: Tensor<4>, random: &mut Random) -> Tensor<4> {
    let [batch, channels, height, width] = images.dims();
    let device = images.device();
    let mut shifts = |side: usize| -> Vec<isize> {
        let most = (side as f64 * SHIFT + 0.5) as usize;
        let draw = |_| random.below(2 * most as u32 + 1) as isize - most as isize;
        (0..batch).map(draw).collect()
    };
    let (down, across) = (shifts(height), shifts(width));
    let matrices = |shifts: &[isize], side: usize| {
        let mut values = vec![0.0; batch * side * side];
        for (matrix, shift) in values.chunks_exact_mut(side * side).zip(shifts) {
            for from in 0..side {
                let Some(to) = from.checked_add_signed(*shift).filter(|to| *to < side) else {
                    continue;
                };
                matrix[from * side + to] = 1.0;
            }
        }
        constants(values, [batch, 1, side, side], &device)
    };
    // Rows × columns, with all channels' rows, or columns, of a sample one below the other.
    let columns = matrices(&across, width);
    let across = kernels::matmul(
        images.reshape([batch, 1, channels * height, width]),
        columns,
    );
    let turned = across
        .reshape([batch, channels, height, width])
        .swap_dims(2, 3)
        .reshape([batch, 1, channels * width, height]);
    kernels::matmul(turned, matrices(&down, height))
        .reshape([batch, channels, width, height])
        .swap_dims(2, 3)
}

/// A square anywhere, also partly outside.
fn cut(images: Tensor<4>, random: &mut Random) -> Tensor<4> {
    let [batch, _, height, width] = images.dims();
    let device = images.device();
    let [tall, wide] = [height, width].map(|side| (side as f64 * SQUARE + 0.5) as usize);
    let mut mask = vec![1.0; batch * height * width];
    for image in mask.chunks_exact_mut(height * width) {
        let mut start = |side: usize, length: usize| {
            let places = (side + 1 - length % 2) as u32;
            random.below(places) as isize - length as isize / 2
        };
        let (top, left) = (start(height, tall), start(width, wide));
        let inside = |first: isize, length: usize, side: usize| {
            first.max(0) as usize..(first + length as isize).clamp(0, side as isize) as usize
        };
        for row in inside(top, tall, height) {
            image[row * width..][inside(left, wide, width)].fill(0.0);
        }
    }
    images * constants(mask, [batch, 1, height, width], &device)
}

fn constants(values: Vec<f32>, dims: [usize; 4], device: &Device) -> Tensor<4> {
    Tensor::from_data(TensorData::new(values, dims), device)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::random::Purpose;
    use crate::recipe::preset;

    fn changed(kind: Augmentation, seed: u64) -> Vec<f32> {
        let mut recipe = preset("dcgan-faces").unwrap();
        recipe.augment = vec![kind];
        let values: Vec<f32> = (0..4 * 3 * 8 * 8)
            .map(|place| (place % 7) as f32 / 7.0)
            .collect();
        let images = constants(values, [4, 3, 8, 8], &Device::flex());
        let mut random = Random::new(seed, Purpose::Augmentation, 0);
        let images = augmented(&recipe, images, &mut random);
        assert_eq!(images.dims(), [4, 3, 8, 8]);
        images.into_data().try_into_vec().unwrap()
    }

    #[test]
    fn a_seed_says_how_images_change() {
        for kind in [
            Augmentation::Colour,
            Augmentation::Translation,
            Augmentation::Cutout,
        ] {
            assert_eq!(changed(kind, 1), changed(kind, 1));
            assert_ne!(changed(kind, 1), changed(kind, 2));
        }
    }

    #[test]
    fn each_change_is_what_its_name_says() {
        let original: Vec<f32> = (0..4 * 3 * 8 * 8)
            .map(|place| (place % 7) as f32 / 7.0)
            .collect();
        let cut = changed(Augmentation::Cutout, 3);
        let kept = cut
            .iter()
            .zip(&original)
            .all(|(now, was)| now == was || *now == 0.0);
        assert!(kept, "pixels are kept or blanked");
        // A move by −1, 0 or 1 along each axis: some such move gives every image.
        let moved = changed(Augmentation::Translation, 3);
        let at = |image: usize, channel: usize, row: isize, column: isize| {
            let inside = (0..8).contains(&row) && (0..8).contains(&column);
            let place = ((image * 3 + channel) * 8) as isize + row;
            if inside {
                original[(place * 8 + column) as usize]
            } else {
                0.0
            }
        };
        for image in 0..4 {
            let is_move = |down: isize, across: isize| {
                (0..3 * 64).all(|place| {
                    let (channel, row, column) = (place / 64, place / 8 % 8, place % 8);
                    let from = at(
                        image,
                        channel,
                        row as isize - down,
                        column as isize - across,
                    );
                    moved[image * 3 * 64 + place] == from
                })
            };
            let moves = (-1..=1).flat_map(|down| (-1..=1).map(move |across| (down, across)));
            assert_eq!(
                moves
                    .filter(|(down, across)| is_move(*down, *across))
                    .count(),
                1
            );
        }
    }
}
