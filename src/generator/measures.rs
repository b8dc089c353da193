//! How image-like drawn images are, in a few numbers.

use crate::recipe::{ImageSpec, Range};
use crate::sentence::{Sentence, sentence};

/// What neighbouring pixels of a picture have in common at least, as a correlation: photographs have
/// 0.9 and more, drawings and digits 0.7.
const LEAST_CORRELATION: f64 = 0.3;
/// What images of different latents differ by at least, as a part of their variance.
const LEAST_SPREAD: f64 = 1e-4;
/// The spread and the contrast from which on an image loses nothing. A picture that takes up the whole
/// range has a contrast of about 0.3.
const USUAL_SPREAD: f64 = 0.1;
const USUAL_CONTRAST: f64 = 0.25;
/// The share of black or white numbers, whichever is fewer, that costs nothing: digits have it.
const USUAL_SATURATION: f64 = 0.2;

/// Measures of images that were drawn from as many latents.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Measures {
    /// How many images there are.
    count: usize,
    /// The part of the variance that lies between images.
    spread: f64,
    /// How pixels correlate with those to their right and below.
    correlation: f64,
    /// By how much more they correlate with the pixels two steps away: a checkerboard.
    checkerboard: f64,
    /// The deviation of all numbers, as a part of the range.
    contrast: f64,
    /// The share of numbers that are black or white, whichever is fewer: in a picture that went through
    /// too steep a tanh, both are many.
    saturation: f64,
    /// The share of numbers outside the range.
    cut: f64,
}

impl Measures {
    /// Of `count` images one after another.
    pub fn of(values: &[f32], count: usize, image: ImageSpec) -> Self {
        let mut all = Moments::default();
        values.iter().for_each(|value| all.add(*value));
        let [low, high] = match image.range {
            Range::Symmetric => [-1.0, 1.0],
            Range::Unit => [0.0, 1.0],
        };
        let step = image.range.span() / 255.0;
        let share = |is: &dyn Fn(f32) -> bool| {
            values.iter().filter(|value| is(**value)).count() as f64 / values.len() as f64
        };
        let correlation = |step| correlation(values, image.width, image.height, step);
        let near = correlation(1);
        Self {
            count,
            spread: spread(values, count),
            correlation: near,
            checkerboard: (correlation(2) - near).max(0.0),
            contrast: all.variance().sqrt() / f64::from(image.range.span()),
            saturation: share(&|value| value < low + step).min(share(&|value| value > high - step)),
            cut: share(&|value| value < low - step || value > high + step),
        }
    }

    /// What speaks against images of these measures.
    pub fn suspicion(&self) -> Option<Sentence> {
        let Self {
            count,
            spread,
            correlation,
            ..
        } = *self;
        if spread < LEAST_SPREAD {
            return Some(sentence!("{count} latents give the same image", count));
        }
        (correlation < LEAST_CORRELATION).then(|| {
            sentence!(
                "it looks like noise (neighbouring pixels correlate by {correlation})",
                correlation = format_args!("{correlation:.2}")
            )
        })
    }

    /// How image-like they are, 0 to 1: neighbours that go together, no checkerboard, images that
    /// differ, and the whole range in use but not its ends alone.
    pub fn likeness(&self) -> f64 {
        let smoothness = (self.correlation - self.checkerboard).clamp(0.0, 1.0);
        let spread = (self.spread / USUAL_SPREAD).min(1.0);
        let contrast = (self.contrast / USUAL_CONTRAST).min(1.0);
        let saturation = (self.saturation - USUAL_SATURATION).max(0.0);
        smoothness * spread * contrast * (1.0 - saturation) * (1.0 - self.cut)
    }
}

/// The part of the variance that lies between images.
fn spread(images: &[f32], count: usize) -> f64 {
    let length = images.len() / count;
    let mut between = Moments::default();
    for place in 0..length {
        let mut own = Moments::default();
        images
            .iter()
            .skip(place)
            .step_by(length)
            .for_each(|value| own.add(*value));
        between.sum += own.variance();
        between.count += 1.0;
    }
    let mut all = Moments::default();
    images.iter().for_each(|value| all.add(*value));
    let whole = all.variance();
    if whole > 0.0 {
        between.sum / between.count / whole
    } else {
        0.0
    }
}

/// How pixels go with those `step` to their right and below, around the mean of their plane.
fn correlation(images: &[f32], width: usize, height: usize, step: usize) -> f64 {
    let (mut products, mut squares) = (0.0, 0.0);
    for plane in images.chunks_exact(width * height) {
        let mean = plane.iter().map(|value| f64::from(*value)).sum::<f64>() / plane.len() as f64;
        let at = |place: usize| f64::from(plane[place]) - mean;
        for place in 0..plane.len() {
            let right = (place % width + step < width).then_some(place + step);
            let below = (place + step * width < plane.len()).then_some(place + step * width);
            for other in [right, below].into_iter().flatten() {
                products += at(place) * at(other);
                squares += (at(place) * at(place) + at(other) * at(other)) / 2.0;
            }
        }
    }
    // Planes without any difference are no noise.
    if squares > 0.0 {
        products / squares
    } else {
        1.0
    }
}

/// Sums for a mean and a variance.
#[derive(Default)]
pub(super) struct Moments {
    count: f64,
    sum: f64,
    squares: f64,
}

impl Moments {
    pub fn add(&mut self, value: f32) {
        let value = f64::from(value);
        self.count += 1.0;
        self.sum += value;
        self.squares += value * value;
    }

    pub fn mean(&self) -> f64 {
        self.sum / self.count
    }

    pub fn variance(&self) -> f64 {
        let mean = self.mean();
        (self.squares / self.count - mean * mean).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Fit;

    fn measured(pixel: impl Fn(usize, f32, f32) -> f32) -> Measures {
        let image = ImageSpec {
            channels: 1,
            height: 16,
            width: 16,
            range: Range::Symmetric,
            fit: Fit::Exact,
        };
        let place = |place: usize| {
            let (x, y) = (place % 16, place / 16 % 16);
            pixel(place / 256, x as f32, y as f32)
        };
        let values: Vec<f32> = (0..8 * 256).map(place).collect();
        Measures::of(&values, 8, image)
    }

    #[test]
    fn every_fault_costs_likeness() {
        let wave = |image: usize, x: f32, y: f32| {
            libm::sinf(x * 0.4 + image as f32) * libm::cosf(y * 0.3 - image as f32)
        };
        let good = measured(wave).likeness();
        assert!(good > 0.8, "{good}");
        let checks = |x: f32, y: f32| if (x + y) % 2.0 < 1.0 { 0.6 } else { -0.6 };
        let faulty = [
            ("faint", measured(|i, x, y| 0.1 * wave(i, x, y))),
            (
                "checkered",
                measured(|i, x, y| wave(i, x, y) + checks(x, y)),
            ),
            ("the same", measured(|_, x, y| wave(0, x, y))),
            ("too steep", measured(|i, x, y| wave(i, x, y).signum())),
            ("cut off", measured(|i, x, y| 3.0 * wave(i, x, y))),
        ];
        for (fault, measures) in faulty {
            let found = measures.likeness();
            assert!(found < 0.8 * good, "{fault}: {found} of {good}");
        }
    }
}
