//! What every kind of layer answers.

use super::sequence::{self, MOST_DEPTH};
use super::{Affine, LayerSpec, NetworkSpec};
use crate::kernels::Activation;
use crate::ops::Ops;
use crate::random::Random;
use crate::sentence::{Sentence, sentence, term};
use crate::spec::{Initialiser, Scale, Shape, Size, Window};
use std::borrow::Cow;

/// A layer with its shapes worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedLayer {
    /// What the spec says.
    pub spec: LayerSpec,
    /// Shape of one sample going in.
    pub input: Shape,
    /// Shape of one sample coming out.
    pub output: Shape,
    /// Rows' and columns' windows of a convolution.
    pub windows: Option<[Window; 2]>,
    /// The layers inside it, in the order of [`Layer::branches`].
    pub(crate) branches: Vec<Vec<PlannedLayer>>,
    /// Tensors, those of the layers inside it included.
    pub(crate) tensor_count: usize,
    /// Trainable numbers.
    pub parameters: u64,
    /// What its sizes are written in.
    pub(crate) scale: Scale,
}

impl PlannedLayer {
    /// Works out one layer, or says why it does not fit.
    pub(crate) fn new(spec: &LayerSpec, input: Shape, scale: &Scale) -> Result<Self, Sentence> {
        Self::at_depth(spec, input, scale, 0)
    }

    /// The same for a layer inside of so many others.
    pub(super) fn at_depth(
        spec: &LayerSpec,
        input: Shape,
        scale: &Scale,
        depth: usize,
    ) -> Result<Self, Sentence> {
        let lists = spec.branches();
        if !lists.is_empty() && depth == MOST_DEPTH {
            return Err(sentence!(
                "it lies inside of {most} other layers, and may have none inside itself",
                most = MOST_DEPTH
            ));
        }
        let branches = lists
            .into_iter()
            .map(|(name, list)| sequence::plan(name, list, input, scale, depth + 1));
        let branches: Vec<Vec<Self>> = branches.collect::<Result<_, _>>()?;
        let ends = branches
            .iter()
            .map(|layers| sequence::output(layers, input));
        let output = match branches.is_empty() {
            true => spec.shape(input, scale)?,
            false => spec.join(&ends.collect::<Vec<_>>(), &branches)?,
        };
        let mut planned = Self {
            spec: spec.clone(),
            input,
            output,
            windows: spec.windows(input, scale)?,
            branches,
            tensor_count: 0,
            parameters: 0,
            scale: *scale,
        };
        let tensors = planned.tensors();
        planned.tensor_count = tensors.len();
        let trained = tensors.into_iter().filter(|tensor| tensor.is_trained);
        planned.parameters = trained.fold(0, |sum, tensor| sum.saturating_add(tensor.count()));
        Ok(planned)
    }

    /// Its tensors, in the order of files: its own, then those of the layers inside it, as
    /// `body.0.weight`.
    pub(crate) fn tensors(&self) -> Vec<TensorSpec> {
        let mut tensors = self.spec.tensors(self);
        for (name, index, layer) in self.inner() {
            tensors.extend(layer.tensors().into_iter().map(|tensor| TensorSpec {
                role: format!("{name}.{index}.{}", tensor.role).into(),
                ..tensor
            }));
        }
        tensors
    }

    /// The layers inside it, each with the name of its branch and its place there.
    pub(crate) fn inner(&self) -> impl Iterator<Item = (&'static str, usize, &Self)> {
        let branches = self.spec.branches().into_iter().zip(&self.branches);
        branches.flat_map(|((name, _), layers)| {
            let layers = layers.iter().enumerate();
            layers.map(move |(index, layer)| (name, index, layer))
        })
    }

    /// Whether it, or a layer inside it, needs a style that no style layer in it makes.
    pub(crate) fn needs_style(&self) -> bool {
        match self.spec {
            LayerSpec::ModulatedConv(_) => true,
            LayerSpec::Style(_) => false,
            _ => self.branches.iter().flatten().any(Self::needs_style),
        }
    }

    /// What comes out of each branch.
    fn ends(&self) -> Vec<Shape> {
        let branches = self.branches.iter();
        branches
            .map(|layers| sequence::output(layers, self.input))
            .collect()
    }

    /// Itself, and all layers inside it.
    pub(crate) fn all(&self) -> Vec<&Self> {
        let inner = self.branches.iter().flatten();
        [self]
            .into_iter()
            .chain(inner.flat_map(Self::all))
            .collect()
    }

    /// Itself at `place`, then the layers inside it at theirs.
    pub(crate) fn outline(&self, place: String) -> Vec<(String, &Self)> {
        let inner = self.inner().flat_map(|(branch, index, layer)| {
            layer.outline(format!("{place}.{branch}.{}", index + 1))
        });
        let inner: Vec<(String, &Self)> = inner.collect();
        [(place, self)].into_iter().chain(inner).collect()
    }

    /// Numbers that it and the layers inside it make of one sample.
    pub(crate) fn activations(&self) -> u64 {
        let [between, _] = self.spec.work_between(&self.ends());
        let inner = self.branches.iter().flatten().map(Self::activations);
        let own = between.saturating_add(self.output.size() as u64);
        inner.fold(own, u64::saturating_add)
    }

    /// Multiplications for one sample: those of a kernel, or one for each number of any other layer,
    /// and those of the layers inside it.
    pub fn multiplications(&self) -> u64 {
        let own = match self.spec.affine(self) {
            Some(affine) => affine.multiplications(),
            None => self.spec.multiplications(self),
        };
        let [_, between] = self.spec.work_between(&self.ends());
        let own = own.saturating_add(between);
        let inner = self.branches.iter().flatten().map(Self::multiplications);
        inner.fold(own, u64::saturating_add)
    }
}

/// A tensor of a layer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TensorSpec {
    /// What it is to the layer: `weight`.
    pub role: Cow<'static, str>,
    /// Its dimensions, as they are in files.
    pub dims: Vec<usize>,
    /// The axis of a weight that counts what comes out.
    pub output_axis: usize,
    /// Its first numbers.
    pub initial: Initial,
    /// Whether training changes it by its gradient; running statistics have none.
    pub is_trained: bool,
}

/// The first numbers of a tensor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Initial {
    /// All the same.
    Constant(f32),
    /// Normal, around 1.
    AroundOne { deviation: f32 },
    /// A weight: each number of the output sums `fan_in` products, each of the input feeds `fan_out`.
    Weight {
        init: Initialiser,
        fan_in: usize,
        fan_out: usize,
    },
}

impl TensorSpec {
    /// One that training changes, all numbers the same at first.
    pub fn constant(role: &'static str, dims: Vec<usize>, value: f32) -> Self {
        Self {
            role: role.into(),
            dims,
            output_axis: 0,
            initial: Initial::Constant(value),
            is_trained: true,
        }
    }

    /// Numbers in it.
    pub fn count(&self) -> u64 {
        let dims = self.dims.iter();
        dims.fold(1, |count, &side| count.saturating_mul(side as u64))
    }

    /// Draws its first numbers.
    pub fn draw(&self, random: &mut Random) -> Vec<f32> {
        let count = self.dims.iter().product();
        match self.initial {
            Initial::Constant(value) => vec![value; count],
            Initial::AroundOne { deviation } => (0..count)
                .map(|_| 1.0 + deviation * random.normal())
                .collect(),
            Initial::Weight {
                init,
                fan_in,
                fan_out,
            } => init.draw(random, count, fan_in, fan_out),
        }
    }
}

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
}

impl<T> Run<'_, T> {
    /// For the output alone: running statistics, no dropout.
    pub fn inference() -> Self {
        Self {
            groups: None,
            random: None,
            running: Vec::new(),
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
    /// What comes out, or why `input` does not fit: it follows "Layer 3 of the generator (conv) gets 12 features: ".
    fn shape(&self, input: Shape, _scale: &Scale) -> Result<Shape, Sentence> {
        Ok(input)
    }

    /// The networks inside it, with their names, all of which get its input.
    fn branches(&self) -> Vec<(&'static str, &NetworkSpec)> {
        Vec::new()
    }

    /// The same layer with other networks inside it, in the order of [`Layer::branches`].
    fn with_branches(&self, _branches: Vec<NetworkSpec>) -> Option<LayerSpec> {
        None
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

/// What `size` stands for.
pub(super) fn at(size: Size, scale: &Scale) -> Result<usize, Sentence> {
    size.at(scale).ok_or_else(|| {
        let [channels, height, width] = scale.image;
        sentence!(
            "a size of {size} at width {wide} for images of {channels}×{height}×{width} is not 1 to 2^20",
            size = size.to_string(),
            wide = scale.width,
            channels,
            height,
            width
        )
    })
}

/// The features of a vector.
pub(super) fn vector(input: Shape) -> Result<usize, Sentence> {
    match input {
        Shape::Flat(features) => Ok(features),
        Shape::Image(_) => Err(sentence!("it needs a vector; put a flatten before it")),
    }
}

/// Channels, height and width of an image.
pub(super) fn image(input: Shape) -> Result<[usize; 3], Sentence> {
    match input {
        Shape::Image(dims) => Ok(dims),
        Shape::Flat(_) => Err(sentence!("it needs an image; put a reshape before it")),
    }
}

/// Checks what a normalisation adds to the variance.
pub(super) fn positive_epsilon(epsilon: f64) -> Result<(), Sentence> {
    if epsilon.is_finite() && epsilon > 0.0 {
        Ok(())
    } else {
        Err(sentence!("an epsilon of {epsilon} is not above 0", epsilon))
    }
}

/// A scale of 1 and a shift of 0 for each channel.
pub(super) fn scale_and_shift(at: &PlannedLayer) -> Vec<TensorSpec> {
    let channels = at.input.channels();
    vec![
        TensorSpec::constant("scale", vec![channels], 1.0),
        TensorSpec::constant("shift", vec![channels], 0.0),
    ]
}

/// Checks a factor.
pub(super) fn finite(what: &'static str, value: f64) -> Result<(), Sentence> {
    if value.is_finite() {
        return Ok(());
    }
    Err(sentence!(
        "a {what} of {value} is not finite",
        what = term(what),
        value
    ))
}
