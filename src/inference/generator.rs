//! A generator that draws.

use super::affine::refusal;
use super::buffers::{Buffers, reserve};
use super::check_finite;
use super::step::Step;
use crate::latent::{Direction, directions};
use crate::recipe::{ImageSpec, Latent};
use crate::sentence::sentence;
use crate::spec::{NamedTensor, NetworkPlan};
use crate::weights::{GeneratorFile, Header};
use crate::{Error, Result};
use std::collections::HashMap;

/// Numbers between two layers that are kept at a time (16 MiB): so many images are drawn together,
/// and one at least.
const TOGETHER: usize = 1 << 22;

/// Most numbers of the images of one call (256 MiB).
const MOST_NUMBERS: usize = 1 << 26;

/// Most numbers of what a first layer makes when its directions are looked for (64 MiB).
const MOST_PROBED: usize = 1 << 24;

/// A generator with its working memory, which it keeps from call to call.
pub struct Generator {
    header: Header,
    steps: Vec<Step>,
    /// Images drawn together at most.
    together: usize,
    buffers: Buffers,
}

impl Generator {
    /// That of a weight file, its batch normalisations folded.
    ///
    /// # Errors
    /// For a file as [`crate::weights::open_generator`] gives it, [`Error::Weights`] when folding
    /// made numbers that are not finite, and [`Error::Spec`] when a layer needs too much memory;
    /// after a change to its fields, also those of [`Header::plan`] and of tensors that do not fit.
    pub fn new(file: &GeneratorFile) -> Result<Self> {
        let name = &file.header.name;
        file.check(name)?;
        check_memory(&file.header.plan()?)?;
        let folded = file.folded()?;
        folded.check(name)?;
        let plan = folded.header.plan()?;
        let tensors = folded.tensors.into_iter();
        let mut tensors: HashMap<String, Vec<f32>> = tensors
            .map(|NamedTensor { name, values, .. }| (name, values))
            .collect();
        let mut steps: Vec<Step> = Vec::new();
        for (index, layer) in plan.layers.iter().enumerate() {
            let before = steps.last_mut();
            if !before.is_some_and(|step| step.takes_along(&layer.spec)) {
                let mut tensor = |role: &str| tensors.remove(&format!("layers.{index}.{role}"));
                steps.extend(Step::new(layer, &mut tensor));
            }
        }
        let sizes = plan.layers.iter().map(|layer| layer.output.size());
        let largest = sizes.fold(plan.input.size(), usize::max);
        Ok(Self {
            header: file.header.clone(),
            steps,
            together: (TOGETHER / largest).max(1),
            buffers: Buffers::new(largest),
        })
    }

    /// What its file says of it.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The numbers of the images of these latents, one image after another, channel-first, in the
    /// range of the header's image. `latents` holds the latents one after another; `classes` for
    /// each the weights of all classes, nothing for a generator without classes.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless there are 1 to [`MOST_IMAGES`](crate::latent::MOST_IMAGES) latents,
    /// as many weights, and all are finite, or when the images would take too much memory;
    /// [`Error::Training`] when an image is not finite.
    pub fn values(&mut self, latents: &[f32], classes: &[f32]) -> Result<Vec<f32>> {
        let space = self.header.space();
        let count = latents.len().div_ceil(space.latent.dimension);
        space.check(count, latents, classes)?;
        check_images(count, self.header.image)?;
        let images = self.run(self.steps.len(), true, latents, classes)?;
        check_finite(&images)?;
        Ok(images)
    }

    /// The directions of the latent space that matter first.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a latent of more than
    /// [`MOST_DIMENSIONS`](crate::latent::MOST_DIMENSIONS), or a first layer that makes too many
    /// numbers; [`Error::Training`] where there are none.
    pub fn directions(&mut self) -> Result<Vec<Direction>> {
        let space = self.header.space();
        let (dimension, probes) = (space.latent.dimension, space.probes()?);
        let classes = space.one_hot(&vec![0; dimension + 1])?;
        let first = self.steps.iter().position(Step::has_weights);
        let steps = first.map_or(0, |first| first + 1);
        check_count(dimension + 1, self.outputs(steps), MOST_PROBED)?;
        let outputs = self.run(steps, false, &probes, &classes)?;
        directions(dimension, &outputs)
    }

    /// What the first `steps` make of latents, one sample after another; without the activations
    /// behind layers, if they are not wanted.
    fn run(
        &mut self,
        steps: usize,
        activated: bool,
        latents: &[f32],
        classes: &[f32],
    ) -> Result<Vec<f32>> {
        let length = self.outputs(steps);
        let Latent { dimension, .. } = self.header.latent;
        let known = self.header.classes().unwrap_or(0);
        let count = latents.len() / dimension;
        let mut results = Vec::new();
        reserve(&mut results, count * length)?;
        for first in (0..count).step_by(self.together) {
            let batch = self.together.min(count - first);
            let classes = &classes[first * known..][..batch * known];
            let latents = &latents[first * dimension..][..batch * dimension];
            self.buffers.begin(batch, latents)?;
            for step in &self.steps[..steps] {
                step.run(&mut self.buffers, batch, classes, activated);
            }
            results.extend_from_slice(self.buffers.now(batch * length));
        }
        Ok(results)
    }

    /// Numbers that the first `steps` make of a sample.
    fn outputs(&self, steps: usize) -> usize {
        let last = self.steps[..steps].last();
        last.map_or(self.header.latent.dimension, Step::outputs)
    }
}

/// Checks that every layer can be run.
fn check_memory(plan: &NetworkPlan) -> Result<()> {
    for (index, layer) in plan.layers.iter().enumerate() {
        if let Some(why) = refusal(layer) {
            let (number, kind) = (index + 1, layer.spec.kind());
            return Err(Error::Spec(sentence!(
                "Layer {number} of the generator ({kind}) {why}.",
                number,
                kind,
                why
            )));
        }
    }
    Ok(())
}

/// Checks how many images one call asks for.
pub(crate) fn check_images(count: usize, image: ImageSpec) -> Result<()> {
    check_count(count, image.shape().bytes(), MOST_NUMBERS)
}

/// Checks how many numbers are asked for, `count` times `length`.
fn check_count(count: usize, length: usize, most: usize) -> Result<()> {
    if count <= most / length {
        return Ok(());
    }
    Err(Error::Recipe(sentence!(
        "{count} times {length} numbers were asked for at once; the most is {most}.",
        count,
        length,
        most
    )))
}
