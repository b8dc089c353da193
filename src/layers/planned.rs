//! A layer with its shapes worked out.

use super::sequence::{self, MOST_DEPTH};
use super::{Layer, LayerSpec, TensorSpec};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape, Window};

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
    /// The layers inside it, in the order of [`LayerSpec::branches`]; all branches get its input.
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

    /// Whether what comes out of it is of a size that a sample may have.
    pub(crate) fn has_a_size(&self) -> bool {
        sequence::check_size(self.output, self.parameters).is_ok()
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
