//! Vectors of features that are square images.

/// The side of a square image of `channels` that has so many features, if there is one.
pub(super) fn side(features: usize, channels: usize) -> Option<usize> {
    let side = features.checked_div(channels)?.isqrt();
    (side > 0 && side * side * channels == features).then_some(side)
}

#[cfg(test)]
mod tests {
    use super::side;

    #[test]
    fn only_squares_have_a_side() {
        assert_eq!(side(8 * 4 * 4, 8), Some(4));
        assert_eq!(side(784, 1), Some(28));
        for (features, channels) in [(0, 1), (12, 0), (100, 3), (8 * 4 * 5, 8), (2, 3)] {
            assert_eq!(side(features, channels), None, "{features} of {channels}");
        }
    }
}
