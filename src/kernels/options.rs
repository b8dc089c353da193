//! What kernels take beside their tensors.

use super::Activation;

/// How batch norm is computed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BatchNormOptions {
    /// Equal parts of the batch, one after the other, each normalised by its own statistics.
    pub groups: usize,
    /// Added to the variance.
    pub epsilon: f32,
    /// Applied to the result.
    pub activation: Activation,
}

/// How running statistics follow those of a batch, of each of its groups in turn:
/// `running ← running · decay + batch · momentum`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunningStatisticsUpdate {
    /// 1 − `momentum`, by itself because f32 would round the difference.
    pub decay: f32,
    /// As in PyTorch: the weight of the new batch.
    pub momentum: f32,
    /// Bessel's correction n / (n − 1), which makes a group's biased variance the unbiased one.
    pub correction: f32,
}

/// Targets: one for the batch, or one each for its real and fake halves.
#[cfg(feature = "engine")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Targets {
    /// One or two.
    pub parts: usize,
    /// Of each part, 0 to 1.
    pub targets: [f32; 2],
    /// Factor of every loss.
    pub share: f32,
}

/// One step of Adam or AdamW: `m ← beta1 · m + (1 − beta1) · g`, `v ← beta2 · v + (1 − beta2) · g²`, then
/// `weight ← decay_factor · weight − step_size · m / (√v · inverse_sqrt_correction2 + epsilon)`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdamStep {
    pub beta1: f32,
    /// By itself, because f32 would round the difference.
    pub one_minus_beta1: f32,
    pub beta2: f32,
    pub one_minus_beta2: f32,
    /// 1 − learning rate · weight decay.
    pub decay_factor: f32,
    /// The learning rate over the first moment's bias correction, 1 − beta1ᵗ.
    pub step_size: f32,
    /// 1 / √(1 − beta2ᵗ): the second moment's bias correction.
    pub inverse_sqrt_correction2: f32,
    pub epsilon: f32,
}
