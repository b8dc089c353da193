//! The range of a draft's values, and clipping to a range.

use super::draft::{Draft, Part};
use super::found::Found;
use crate::layers::{self, LayerSpec};
use crate::recipe::Range;
use crate::sentence::sentence;

/// The least and the greatest value possible.
type Reach = [f32; 2];

const UNBOUND: Reach = [f32::NEG_INFINITY, f32::INFINITY];

/// The relative difference below which two ends count as equal, because of rounding.
const ROUNDING: f32 = 1e-6;

impl Draft {
    /// The range of what comes out of the last layer.
    fn reach(&self) -> Reach {
        self.parts
            .iter()
            .fold(UNBOUND, |inner, part| ends(part, inner))
    }

    /// Clips values to `low` to `high` by layers that Ganvas has:
    /// `low + (high − low − relu(high − low − relu(x − low)))`. Adds none where values lie there
    /// anyway.
    pub fn clip(&mut self, low: f32, high: f32) -> Found<()> {
        if low.is_nan() || high.is_nan() || low > high {
            return Err(sentence!(
                "it clips numbers to {low} to {high}, which is no range",
                low,
                high
            ));
        }
        let numbers = self.parts.iter().flat_map(|part| &part.weights);
        let numbers = numbers.map(|weight| weight.array.values.len()).sum();
        self.budget.steps(&[numbers])?;
        let [least, most] = self.reach();
        let is_beyond = |by: f32, end: f32| by > ROUNDING * end.abs().max(1.0);
        let cuts_below = low > f32::MIN && is_beyond(low - least, low);
        let cuts_above = high < f32::MAX && is_beyond(most - high, high);
        if cuts_below {
            self.step(1.0, -low)?;
            self.plain(LayerSpec::Relu(layers::Relu {}))?;
        }
        // Where the lower end is cut, numbers now begin at 0.
        let from = if cuts_below { low } else { 0.0 };
        if cuts_above {
            self.step(-1.0, high - from)?;
            self.plain(LayerSpec::Relu(layers::Relu {}))?;
            return self.step(-1.0, high);
        }
        self.step(1.0, from)
    }

    fn step(&mut self, factor: f32, summand: f32) -> Found<()> {
        if factor == 1.0 && summand == 0.0 {
            return Ok(());
        }
        self.scale_by(vec![factor], vec![summand])
    }

    /// The images' range, one of the two that Ganvas knows; images with another are rescaled.
    pub fn range(&mut self) -> Found<Range> {
        let [low, high] = self.reach();
        let width = high - low;
        if !width.is_finite() || width <= 0.0 {
            self.assume(sentence!(
                "images are −1 to 1: neither tanh nor sigmoid ends the generator"
            ));
            return Ok(Range::Symmetric);
        }
        let near = |value: f32, wanted: f32| (value - wanted).abs() < 0.02 * width;
        if near(low, 0.0) && near(high, 1.0) {
            return Ok(Range::Unit);
        }
        if near(low, -1.0) && near(high, 1.0) {
            return Ok(Range::Symmetric);
        }
        let factor = 1.0 / width;
        self.scale_by(vec![factor], vec![-low * factor])?;
        self.assume(sentence!(
            "images from {low} to {high} are brought to 0 to 1",
            low,
            high
        ));
        Ok(Range::Unit)
    }
}

/// The range behind a layer, where that before it is `inner`.
fn ends(part: &Part, [low, high]: Reach) -> Reach {
    match &part.layer {
        LayerSpec::Tanh(layers::Tanh {}) => [-1.0, 1.0],
        LayerSpec::Sigmoid(layers::Sigmoid {}) => [0.0, 1.0],
        LayerSpec::Relu(layers::Relu {}) => [low.max(0.0), high.max(0.0)],
        LayerSpec::LeakyRelu(layers::LeakyRelu { slope }) if *slope >= 0.0 => {
            [low, high].map(|end| if end < 0.0 { end * *slope as f32 } else { end })
        }
        LayerSpec::Reshape(_)
        | LayerSpec::Flatten(layers::Flatten {})
        | LayerSpec::Dropout(_)
        | LayerSpec::Upsample(_)
        | LayerSpec::Resize(_) => [low, high],
        LayerSpec::BatchNorm(layers::BatchNorm { epsilon, .. }) => {
            normalised(part, *epsilon as f32, [low, high])
        }
        _ => UNBOUND,
    }
}

/// The range behind a factor and a summand for each channel.
fn normalised(part: &Part, epsilon: f32, [low, high]: Reach) -> Reach {
    let numbers = |role| {
        let weight = part.weights.iter().find(|weight| weight.role == role);
        weight.map_or(&[][..], |weight| &weight.array.values)
    };
    let scales = numbers("scale").iter().zip(numbers("variance"));
    let shifts = numbers("shift").iter().zip(numbers("mean"));
    let channels = scales
        .zip(shifts)
        .map(|((scale, variance), (shift, mean))| {
            let factor = scale / (variance + epsilon).sqrt();
            if factor == 0.0 {
                return [*shift; 2];
            }
            let end = |end: f32| (end - mean) * factor + shift;
            let (one, other) = (end(low), end(high));
            [one.min(other), one.max(other)]
        });
    let all = channels.reduce(|[low, high], [least, most]| [low.min(least), high.max(most)]);
    all.unwrap_or(UNBOUND)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::array::activated;

    /// Two features behind `layer`.
    fn behind(layer: LayerSpec) -> Draft {
        let mut draft = Draft::new(2);
        draft.plain(layer).unwrap();
        draft
    }

    /// What the layers behind the first make of a number, by their own rules.
    fn made(draft: &Draft, value: f32) -> f32 {
        draft.parts[1..]
            .iter()
            .fold(value, |value, part| match &part.layer {
                LayerSpec::BatchNorm(_) => ends(part, [value, value])[0],
                layer => {
                    let array = crate::import::array::Array::vector(vec![value]);
                    activated(&array, layer).unwrap().values[0]
                }
            })
    }

    #[test]
    fn what_lies_between_the_ends_is_not_clipped() {
        let mut draft = behind(LayerSpec::Tanh(layers::Tanh {}));
        draft.scale_by(vec![0.5], vec![0.5]).unwrap();
        let layers = draft.parts.len();
        draft.clip(0.0, 1.0).unwrap();
        draft.clip(-1.0, f32::MAX).unwrap();
        draft.clip(f32::MIN, f32::MAX).unwrap();
        assert_eq!(draft.parts.len(), layers);
        assert_eq!(draft.range().unwrap(), Range::Unit);
        assert!(draft.assumed.is_empty(), "{:?}", draft.assumed);
    }

    #[test]
    fn what_is_clipped_is_clipped_exactly() {
        let cases = [
            (0.0, 1.0),
            (-1.0, 1.0),
            (0.0, 6.0),
            (-2.5, f32::MAX),
            (f32::MIN, 0.75),
            (0.0, f32::INFINITY),
            (0.25, 0.25),
        ];
        for (low, high) in cases {
            let mut draft = behind(LayerSpec::Elu(layers::Elu {}));
            draft.clip(low, high).unwrap();
            for value in [-1e4, -3.0, -1.0, -0.1, 0.0, 0.2, 0.5, 1.0, 3.0, 7.0, 1e4] {
                let (found, wanted) = (made(&draft, value), value.clamp(low, high));
                let apart = (found - wanted).abs();
                assert!(
                    apart <= 1e-6 * value.abs().max(1.0),
                    "{value} in {low} to {high}: {found}"
                );
            }
        }
        let mut draft = behind(LayerSpec::Elu(layers::Elu {}));
        draft.clip(0.0, f32::MAX).unwrap();
        assert_eq!(draft.parts[1].layer, LayerSpec::Relu(layers::Relu {}));
        assert_eq!(draft.parts.len(), 2);
        assert!(draft.clip(1.0, 0.0).is_err() && draft.clip(f32::NAN, 0.0).is_err());
    }

    #[test]
    fn an_end_within_what_comes_is_cut() {
        let mut draft = behind(LayerSpec::Tanh(layers::Tanh {}));
        draft.clip(0.0, f32::MAX).unwrap();
        assert_eq!(draft.reach(), [0.0, 1.0]);
        let mut draft = behind(LayerSpec::Tanh(layers::Tanh {}));
        draft.clip(f32::MIN, 0.5).unwrap();
        assert_eq!(draft.reach(), [-1.0, 0.5]);
    }

    #[test]
    fn a_clip_at_the_end_says_the_range() {
        for (low, high, range) in [(-1.0, 1.0, Range::Symmetric), (0.0, 1.0, Range::Unit)] {
            let mut draft = behind(LayerSpec::Elu(layers::Elu {}));
            draft.clip(low, high).unwrap();
            assert_eq!(draft.range().unwrap(), range);
            assert!(draft.assumed.is_empty(), "{:?}", draft.assumed);
        }
    }

    #[test]
    fn every_channel_counts() {
        let mut draft = behind(LayerSpec::Sigmoid(layers::Sigmoid {}));
        draft.scale_by(vec![1.0, -2.0], vec![0.0, 0.5]).unwrap();
        assert_eq!(draft.reach(), [-1.5, 1.0]);
        draft
            .plain(LayerSpec::Softplus(layers::Softplus {}))
            .unwrap();
        assert_eq!(draft.reach(), UNBOUND);
    }
}
