//! What every kind of layer answers.

use super::{Affine, LayerSpec, Mixing, PlannedLayer, TensorSpec};
use crate::kernels::Activation;
use crate::ops::Ops;
use crate::random::Random;
use crate::sentence::Sentence;
use crate::spec::{Scale, Shape, Window};

/// A layer at its place in a network that runs.
pub(crate) struct At<'a, T> {
    pub layer: &'a PlannedLayer,
    /// Its tensors, in the order of [`Layer::tensors`], each of rank 4: numbers per channel are
    /// `[1, channels, 1, 1]`.
    pub tensors: &'a [T],
    /// The activation behind it that it applies itself.
    pub epilogue: Activation,
    pub around: Around<'a, T>,
}

/// What layers get beside their input.
pub(crate) struct Around<'a, T> {
    /// One-hot labels or weights of the classes, `[batch, classes, 1, 1]`, for a conditional network.
    pub labels: Option<&'a T>,
    /// What a mapping network made of the latent, `[batch, numbers, 1, 1]`, inside a style layer.
    pub style: Option<&'a T>,
}

impl<T> Clone for Around<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Around<'_, T> {}

impl<'a, T> Around<'a, T> {
    pub fn labels(labels: Option<&'a T>) -> Self {
        Self {
            labels,
            style: None,
        }
    }
}

/// A pass through a network: what its layers need beside their input.
pub(crate) struct Run<'a, T> {
    /// Batch norm goes by the batch, in this many equal parts, one behind the other; by its
    /// running statistics where there is none.
    pub groups: Option<usize>,
    /// In training: dropout masks come from here, in the order of the layers.
    pub random: Option<&'a mut Random>,
    /// A layer leaves here what its running statistics become, and where they lie among its tensors.
    pub running: Vec<(usize, T)>,
    /// The styles that images are mixed with, if they are.
    pub mixing: Option<Mixing<T>>,
}

impl<T> Run<'_, T> {
    /// For the output alone: running statistics, no dropout.
    pub fn inference() -> Self {
        Self {
            groups: None,
            random: None,
            running: Vec::new(),
            mixing: None,
        }
    }
}

/// What batch norm normalises by when images are drawn.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Statistics {
    /// The running statistics of training: an image is the same whatever it is drawn with.
    #[default]
    Running,
    /// Those of the images that are drawn together, as in training: an image then depends on the
    /// rest of its batch.
    #[cfg(feature = "engine")]
    Batch,
}

impl Statistics {
    /// The parts of a batch that are normalised by themselves; none by running statistics.
    pub(crate) fn groups(self) -> Option<usize> {
        match self {
            Self::Running => None,
            #[cfg(feature = "engine")]
            Self::Batch => Some(1),
        }
    }
}

/// Of a channel: y = (x − mean) · scale + shift.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct ChannelAffine {
    pub mean: f64,
    pub scale: f64,
    pub shift: f64,
}

/// What a kind of layer is. `at` is the layer itself with its shapes.
pub(crate) trait Layer {
    /// What comes out of a layer without branches, or why `input` does not fit: it follows "Layer 3 of the generator (conv) gets 12 features: ".
    fn shape(&self, input: Shape, _scale: &Scale) -> Result<Shape, Sentence> {
        Ok(input)
    }

    /// What comes out of a layer with branches, given what comes out of each, or why they do not go
    /// together.
    fn join(&self, ends: &[Shape], _branches: &[Vec<PlannedLayer>]) -> Result<Shape, Sentence> {
        Ok(ends[0])
    }

    /// Numbers that a layer makes of one sample between its branches and its output, and the
    /// multiplications that it takes for them.
    fn work_between(&self, _branches: &[Shape]) -> [u64; 2] {
        [0, 0]
    }

    /// A convolution's windows, along rows and columns.
    fn windows(&self, _input: Shape, _scale: &Scale) -> Result<Option<[Window; 2]>, Sentence> {
        Ok(None)
    }

    /// Its tensors, in the order of files.
    fn tensors(&self, _at: &PlannedLayer) -> Vec<TensorSpec> {
        Vec::new()
    }

    /// The sum of products that it is, if it is a linear layer or a convolution.
    fn affine(&self, _at: &PlannedLayer) -> Option<Affine> {
        None
    }

    /// Multiplications for one sample, of a layer that is not affine: by default one for each number.
    fn multiplications(&self, at: &PlannedLayer) -> u64 {
        let [channels, height, width] = at.output.dims().map(|side| side as u64);
        channels.saturating_mul(height).saturating_mul(width)
    }

    /// What it computes.
    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T;

    /// The vector-Jacobian product: the gradient by its input at `x`, from that by its output, as
    /// operations that autodiff can differentiate once more. Without epilogue.
    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T;

    /// Why a gradient penalty cannot be taken through it, where it cannot: it follows "Layer 3 of the
    /// discriminator (dropout) ".
    fn why_no_vjp(&self) -> Option<Sentence> {
        None
    }

    /// Whether a pass in training depends on those before it: by the random numbers that it draws, or
    /// by a power iteration that goes on.
    fn is_by_pass(&self) -> bool {
        false
    }

    /// Whether it can apply an activation to what it computes.
    fn has_epilogue(&self) -> bool {
        false
    }

    /// The activation that it is, if a layer before it can apply that.
    fn as_epilogue(&self) -> Option<Activation> {
        None
    }

    /// What inference makes of each channel, given its tensors, where that is affine and so can be folded
    /// into an affine layer before it. None for all other layers; empty where it does nothing at all.
    fn as_channel_affine(&self, _tensors: &[&[f32]]) -> Option<Vec<ChannelAffine>> {
        None
    }

    /// The same layer with the weight that its parametrisation makes as its own, if it has one.
    fn without_parametrisation(&self) -> Option<LayerSpec> {
        None
    }

    /// The same affine layer with a bias.
    fn with_bias(&self) -> Option<LayerSpec> {
        None
    }
}
