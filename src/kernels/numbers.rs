//! The numbers that some kernels take beside their tensors.

use super::Activation;

/// How batch norm is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normalisation {
    /// Equal parts of the batch, one behind the other, each with its own statistics.
    pub groups: usize,
    /// Added to the variance.
    pub epsilon: f32,
    /// What follows.
    pub activation: Activation,
}

/// How running statistics follow those of a batch, of each of its groups in turn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Memory {
    /// Share that stays.
    pub keep: f32,
    /// Share that comes in: 1 − `keep`, which f32 could not tell from it.
    pub take: f32,
    /// What makes a group's biased variance the unbiased one: n / (n − 1).
    pub correction: f32,
}

/// The numbers of an update by Adam: `mean ← mean · keep_mean + g · take_mean`, `square` likewise
/// of g², then `weight ← weight · keep_weight − rate · mean / (√square · root + epsilon)`.
/// The corrections for the start at 0 are in `rate` and `root`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdamStep {
    pub keep_mean: f32,
    /// 1 − `keep_mean`, which f32 could not tell from it.
    pub take_mean: f32,
    pub keep_square: f32,
    pub take_square: f32,
    pub keep_weight: f32,
    pub rate: f32,
    pub root: f32,
    pub epsilon: f32,
}
