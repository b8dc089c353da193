//! Histograms of a step's latents and verdicts.

use serde::Serialize;

/// Bars in a histogram.
const BARS: usize = 30;

/// How values are spread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Histogram {
    /// Least value.
    pub low: f32,
    /// Greatest value.
    pub high: f32,
    /// Values in each of equally wide bars from `low` to `high`.
    pub counts: Vec<u32>,
}

/// The histograms of one step.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Histograms {
    /// Coordinates of the latents.
    pub z: Histogram,
    /// D(x) of each real image.
    pub d_real: Histogram,
    /// D(G(z)) of each generated one.
    pub d_fake: Histogram,
}

impl Histogram {
    pub(super) fn new(values: &[f32]) -> Self {
        let low = values.iter().copied().fold(f32::INFINITY, f32::min);
        let high = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let scale = BARS as f32 / (high - low).max(f32::MIN_POSITIVE);
        let mut counts = vec![0; BARS];
        for value in values {
            counts[(((value - low) * scale) as usize).min(BARS - 1)] += 1;
        }
        Self { low, high, counts }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_is_counted_in_its_bar() {
        let values: Vec<f32> = (0..60).map(|value| value as f32).collect();
        let histogram = Histogram::new(&values);
        assert_eq!((histogram.low, histogram.high), (0.0, 59.0));
        assert_eq!(histogram.counts.iter().sum::<u32>(), 60);
        assert!(histogram.counts.iter().all(|count| (1..=3).contains(count)));
        let one = Histogram::new(&[0.5; 4]);
        assert_eq!((one.low, one.counts[0]), (0.5, 4));
    }
}
