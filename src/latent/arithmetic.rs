//! Calculating with latents: smiling woman − woman + man (Radford et al. 2015, section 6.3.2).

/// The mean of latents of the same length: one alone is noisy, a few agree on what they have in
/// common. Empty without latents.
pub fn mean(latents: &[Vec<f32>]) -> Vec<f32> {
    let Some(first) = latents.first() else {
        return Vec::new();
    };
    let sum = |at: usize| -> f32 { latents.iter().map(|latent| latent[at]).sum() };
    (0..first.len())
        .map(|at| sum(at) / latents.len() as f32)
        .collect()
}

/// `a` − `b` + `c`.
pub fn arithmetic(a: &[f32], b: &[f32], c: &[f32]) -> Vec<f32> {
    let all = a.iter().zip(b).zip(c);
    all.map(|((a, b), c)| a - b + c).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_difference_of_two_is_added_to_a_third() {
        let woman = mean(&[vec![1.0, 0.0], vec![3.0, 1.0]]);
        assert_eq!(woman, [2.0, 0.5]);
        assert_eq!(arithmetic(&[2.0, 5.5], &woman, &[-1.0, 0.0]), [-1.0, 5.0]);
        assert!(mean(&[]).is_empty());
    }
}
