//! From one latent to another.

use serde::{Deserialize, Serialize};

/// Below this sine of the angle between two latents, the arc is a line to f32.
const STRAIGHT: f64 = 1e-4;

/// Which way a latent goes to another.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Interpolation {
    /// The straight line: in many dimensions it leads through latents that are shorter than any
    /// that the generator was trained on.
    Linear,
    /// The great arc (slerp; Shoemake 1985, for latents White 2016, arXiv:1609.04468).
    #[default]
    Slerp,
}

/// The latent a part `t` of the way from `a` (0) to `b` (1); both have the same length.
pub fn interpolate(a: &[f32], b: &[f32], t: f32, how: Interpolation) -> Vec<f32> {
    debug_assert_eq!(a.len(), b.len());
    let [of_a, of_b] = match how {
        Interpolation::Linear => [1.0 - t, t],
        Interpolation::Slerp => arc(a, b, t),
    };
    let pairs = a.iter().zip(b);
    pairs.map(|(a, b)| of_a * a + of_b * b).collect()
}

/// What both ends weigh on the arc between them.
fn arc(a: &[f32], b: &[f32], t: f32) -> [f32; 2] {
    let dot = |x: &[f32], y: &[f32]| -> f64 {
        let pairs = x.iter().zip(y);
        pairs.map(|(x, y)| f64::from(*x) * f64::from(*y)).sum()
    };
    let lengths = (dot(a, a) * dot(b, b)).sqrt();
    let cosine = if lengths > 0.0 {
        dot(a, b) / lengths
    } else {
        1.0
    };
    let angle = libm::acos(cosine.clamp(-1.0, 1.0));
    let sine = libm::sin(angle);
    if sine < STRAIGHT {
        // The same direction, or opposite ones, between which no arc is the shortest.
        return [1.0 - t, t];
    }
    [1.0 - t, t].map(|part| (libm::sin(f64::from(part) * angle) / sine) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(z: &[f32]) -> f32 {
        z.iter().map(|z| z * z).sum::<f32>().sqrt()
    }

    #[test]
    fn both_ways_begin_and_end_at_the_ends() {
        let (a, b) = ([1.0, -2.0, 0.5], [0.25, 3.0, -1.0]);
        for how in [Interpolation::Linear, Interpolation::Slerp] {
            assert_eq!(interpolate(&a, &b, 0.0, how), a);
            assert_eq!(interpolate(&a, &b, 1.0, how), b);
        }
    }

    #[test]
    fn the_arc_keeps_the_length_and_the_line_does_not() {
        let (a, b) = ([3.0, 0.0], [0.0, 3.0]);
        for t in [0.25, 0.5, 0.8] {
            let on_arc = interpolate(&a, &b, t, Interpolation::Slerp);
            assert!((length(&on_arc) - 3.0).abs() < 1e-5);
            let angle = on_arc[1].atan2(on_arc[0]);
            assert!((angle - t * std::f32::consts::FRAC_PI_2).abs() < 1e-5);
            assert!(length(&interpolate(&a, &b, t, Interpolation::Linear)) < 2.8);
        }
    }

    #[test]
    fn latents_without_an_arc_between_them_are_joined_by_a_line() {
        let a = [1.0, 2.0];
        for b in [[2.0, 4.0], [-1.0, -2.0], [0.0, 0.0], a] {
            let line = interpolate(&a, &b, 0.3, Interpolation::Linear);
            assert_eq!(interpolate(&a, &b, 0.3, Interpolation::Slerp), line);
        }
    }
}
