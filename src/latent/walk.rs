//! An endless smooth walk through the latent space.

use super::point::truncate;
use crate::random::{Purpose, Random};
use crate::recipe::Latent;

/// Later than this no walk goes: its key points have no more numbers.
const LAST: f64 = (1_u64 << 40) as f64;

/// A walk through random points, one for each unit of time. The curve is Catmull and Rom's, divided
/// by the length of its weights: so every point on it is spread like a drawn latent, and not only
/// those at whole times.
#[derive(Debug, Clone)]
pub struct Walk<'a> {
    /// The space.
    pub latent: Latent,
    /// Another seed is another walk.
    pub seed: u64,
    /// Where it is at time 0; else at a random point.
    pub start: Option<&'a [f32]>,
    /// How far from the mean its points are: 1 as drawn, 0 all the mean.
    pub truncation: f32,
}

impl Walk<'_> {
    /// Where the walk is at `time`, 0 or later.
    pub fn at(&self, time: f64) -> Vec<f32> {
        let time = if time > 0.0 { time.min(LAST) } else { 0.0 };
        let segment = time.floor();
        let weights = weights((time - segment) as f32);
        let length = weights.iter().map(|w| w * w).sum::<f32>().sqrt();
        let keys: Vec<_> = (0..4).map(|key| self.key(segment as u64 + key)).collect();
        let distribution = self.latent.distribution;
        let mean = distribution.mean();
        (0..self.latent.dimension)
            .map(|place| {
                let away = |(key, w): (&Vec<f32>, &f32)| w * (key[place] - mean);
                let sum: f32 = keys.iter().zip(&weights).map(away).sum();
                distribution.clamp(mean + sum / length)
            })
            .collect()
    }

    /// The point at time `number` − 1.
    fn key(&self, number: u64) -> Vec<f32> {
        if let (1, Some(start)) = (number, self.start) {
            return start.to_vec();
        }
        let mut random = Random::new(self.seed, Purpose::Walk, number);
        let mut key = self.latent.numbers(&mut random, 1);
        truncate(&mut key, self.truncation, self.latent.distribution);
        key
    }
}

/// Catmull and Rom's, of the points at −1, 0, 1 and 2.
fn weights(t: f32) -> [f32; 4] {
    let (t2, t3) = (t * t, t * t * t);
    [
        (2.0 * t2 - t3 - t) / 2.0,
        (3.0 * t3 - 5.0 * t2 + 2.0) / 2.0,
        (4.0 * t2 - 3.0 * t3 + t) / 2.0,
        (t3 - t2) / 2.0,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Distribution;

    fn walk(distribution: Distribution) -> Walk<'static> {
        Walk {
            latent: Latent {
                dimension: 2000,
                distribution,
            },
            seed: 3,
            start: None,
            truncation: 1.0,
        }
    }

    fn deviation(values: &[f32]) -> f32 {
        (values.iter().map(|v| v * v).sum::<f32>() / values.len() as f32).sqrt()
    }

    #[test]
    fn every_point_of_a_walk_is_spread_like_a_drawn_latent() {
        let walk = walk(Distribution::Normal { deviation: 0.5 });
        for time in [0.0, 0.25, 0.5, 7.9] {
            let spread = deviation(&walk.at(time));
            assert!((spread - 0.5).abs() < 0.03, "{spread} at {time}");
        }
    }

    #[test]
    fn a_walk_has_no_jumps() {
        let walk = walk(Distribution::Normal { deviation: 1.0 });
        let mut before = walk.at(0.0);
        for step in 1..200 {
            let now = walk.at(f64::from(step) / 50.0);
            let apart: Vec<f32> = now.iter().zip(&before).map(|(a, b)| a - b).collect();
            assert!(deviation(&apart) < 0.05, "step {step}");
            before = now;
        }
    }

    #[test]
    fn a_walk_begins_where_it_is_told_and_is_fixed_by_its_seed() {
        let start = vec![0.25; 2000];
        let from = Walk {
            start: Some(&start),
            ..walk(Distribution::Normal { deviation: 1.0 })
        };
        assert_eq!(from.at(0.0), start);
        assert_ne!(from.at(1.0), start);
        assert_eq!(from.at(1.5), from.clone().at(1.5));
        let other = Walk {
            seed: 4,
            ..from.clone()
        };
        assert_ne!(from.at(1.5), other.at(1.5));
    }

    #[test]
    fn a_walk_stays_within_uniform_bounds_and_its_truncation() {
        let bounds = Distribution::Uniform {
            low: 0.0,
            high: 1.0,
        };
        let mut walk = walk(bounds);
        assert!(walk.at(0.5).iter().all(|v| (0.0..=1.0).contains(v)));
        walk.truncation = 0.0;
        assert!(walk.at(2.5).iter().all(|v| *v == 0.5));
    }
}
