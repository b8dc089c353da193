//! Activations that a kernel applies to what it computes.

/// An activation whose derivative can be told from its output.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Activation {
    Identity,
    Relu,
    /// The slope is above 0, so that the output has the input's sign.
    LeakyRelu {
        slope: f32,
    },
    Tanh,
    Sigmoid,
}
