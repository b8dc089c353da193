//! Activations that a kernel applies to what it computes.

/// An activation whose derivative is a function of its output, so that nothing else is kept for it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activation {
    Identity,
    Relu,
    /// With a slope above 0, so that the output has the input's sign.
    LeakyRelu {
        slope: f32,
    },
    Tanh,
    Sigmoid,
}
