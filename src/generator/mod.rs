//! A trained generator that draws: in memory, by the CPU's kernels alone, or on a device of burn's.

mod look;
mod measures;
mod observed;
mod tensors;

pub use crate::latent::MOST_IMAGES;
pub use crate::layers::Statistics;
pub use look::suspicion;
pub(crate) use measures::Measures;
pub(crate) use observed::{Observed, observe};

use crate::grid::Grid;
use crate::latent::{Direction, directions};
use crate::layers::Layer;
#[cfg(feature = "engine")]
use crate::layers::{LayerSpec, NetworkSpec};
use crate::network::{NamedTensor, NetworkPlan};
use crate::recipe::ImageSpec;
use crate::sentence::sentence;
use crate::weights::{GeneratorFile, Header};
use crate::{Error, Result};
#[cfg(feature = "engine")]
use burn::tensor::Device;
use std::task::{Context, Poll, Waker};
use tensors::{Drawing, Points};

/// Most numbers of the images of one call (256 MiB).
const MOST_NUMBERS: usize = 1 << 26;
/// Most numbers of what a first layer makes when its directions are looked for (64 MiB).
const MOST_PROBED: usize = 1 << 24;
/// Most numbers of working memory of a layer on the CPU (256 MiB): more than any that is larger than its
/// window needs.
const MOST_MEMORY: u64 = 1 << 26;

/// What images are mixed with, in a generator that goes by styles.
#[derive(Debug, Clone, Copy)]
pub struct Styles<'a> {
    /// Other latents, as many.
    pub latents: &'a [f32],
    /// For each image, how many of the [`Generator::style_layers`] go by its own style; those behind
    /// them go by the other's.
    pub own_layers: &'a [usize],
}

/// A generator that draws and no longer learns.
pub struct Generator {
    header: Header,
    network: Drawing,
}

impl Generator {
    /// Loads a generator to draw on the CPU, without burn, its batch normalisations folded; by the
    /// statistics of the batch, the images of one call, they stay as they are.
    ///
    /// # Errors
    /// For a file as [`crate::weights::open_generator`] gives it, [`Error::Weights`] when folding
    /// made numbers that are not finite, and [`Error::Spec`] when a layer needs too much memory; for
    /// statistics of the batch also [`Error::Weights`] when the file has no batch normalisation, or some
    /// of them are folded. After a change to its fields, also those of [`Header::plan`] and of tensors that
    /// do not fit.
    pub fn on_cpu(file: &GeneratorFile, statistics: Statistics) -> Result<Self> {
        let name = &file.header.name;
        check_memory(&file.check(name)?)?;
        Self::built(file, statistics, |plan, tensors| {
            Drawing::in_memory(plan, tensors, statistics)
        })
    }

    /// The same on a device of burn's.
    ///
    /// # Errors
    /// As [`Generator::on_cpu`], but for a layer's memory.
    #[cfg(feature = "engine")]
    pub fn on(device: &Device, file: &GeneratorFile, statistics: Statistics) -> Result<Self> {
        file.check(&file.header.name)?;
        Self::built(file, statistics, |plan, tensors| {
            Drawing::on(device, plan, tensors, statistics)
        })
    }

    fn built(
        file: &GeneratorFile,
        statistics: Statistics,
        build: impl FnOnce(&NetworkPlan, Vec<NamedTensor>) -> Drawing,
    ) -> Result<Self> {
        let header = file.header.clone();
        let (plan, tensors) = match statistics {
            Statistics::Running => {
                let folded = file.folded()?;
                (folded.check(&header.name)?, folded.tensors)
            }
            #[cfg(feature = "engine")]
            Statistics::Batch => {
                check_batch_norms(&header)?;
                let plan = header.plan()?;
                let tensors = file.in_order(&plan)?;
                let tensors = tensors.into_iter().cloned().collect();
                (plan, tensors)
            }
        };
        let network = build(&plan, tensors);
        Ok(Self { header, network })
    }

    /// What its file says of it.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The numbers of the images of these latents: `labels.len()` images one after another,
    /// channel-first, in the range of the header's image. `latents` holds the latents one after
    /// another; `labels` the class of each, which only a conditional generator looks at.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless there are 1 to [`MOST_IMAGES`] labels, as many latents, all
    /// finite, and the labels are classes; [`Error::Training`] when an image is not finite,
    /// [`Error::Device`] when the device could not deliver.
    pub async fn values(&self, latents: &[f32], labels: &[u8]) -> Result<Vec<f32>> {
        let classes = self.header.space().one_hot(labels)?;
        self.images_of(labels.len(), latents, &classes, None).await
    }

    /// The same with classes that are mixed: `classes` holds for each image the weight of every
    /// class, one after another; nothing for a generator without classes.
    ///
    /// # Errors
    /// As [`Generator::values`]; [`Error::Recipe`] when the images would take too much memory.
    pub async fn mixed(&self, latents: &[f32], classes: &[f32]) -> Result<Vec<f32>> {
        let count = latents.len().div_ceil(self.header.latent.dimension);
        check_images(count, self.header.image)?;
        self.images_of(count, latents, classes, None).await
    }

    /// The same with mixed styles (Karras et al. 2019, section 3.1).
    ///
    /// # Errors
    /// As [`Generator::mixed`]; [`Error::Recipe`] also for a generator without styles, and unless there
    /// are as many other latents, all finite, and as many numbers of layers.
    pub async fn styled(
        &self,
        latents: &[f32],
        classes: &[f32],
        styles: Styles<'_>,
    ) -> Result<Vec<f32>> {
        if self.style_layers() == 0 {
            return Err(Error::recipe(sentence!(
                "The generator {name} has no styles that could be mixed.",
                name = self.header.name
            )));
        }
        let count = styles.own_layers.len();
        check_images(count, self.header.image)?;
        self.header.space().check(count, styles.latents, classes)?;
        self.images_of(count, latents, classes, Some(styles)).await
    }

    /// Layers that go by a style; 0 for most generators.
    pub fn style_layers(&self) -> usize {
        self.network.style_layers()
    }

    /// Draws the first `count` images of `seed`, all at once. With the seed of the training they
    /// begin as its sample grid does; the classes of a conditional generator take turns.
    ///
    /// # Errors
    /// [`Error::Recipe`] unless `count` is 1 to [`MOST_IMAGES`], [`Error::Training`] when an image
    /// is not finite, [`Error::Device`] when the device could not deliver.
    pub async fn images(&self, count: usize, seed: u64) -> Result<Grid> {
        let space = self.header.space();
        check_images(count, self.header.image)?;
        let (latents, classes) = (space.samples(count, seed)?, space.turns(count));
        let values = self.images_of(count, &latents, &classes, None).await?;
        Ok(Grid::from_values(self.header.image, &values))
    }

    /// The directions of the latent space that matter first.
    ///
    /// # Errors
    /// [`Error::Recipe`] for a latent of more than
    /// [`MOST_DIMENSIONS`](crate::latent::MOST_DIMENSIONS), or a first layer that makes too many
    /// numbers; [`Error::Training`] where there are none; else as [`Generator::values`].
    pub async fn directions(&self) -> Result<Vec<Direction>> {
        let space = self.header.space();
        let (dimension, probes) = (space.latent.dimension, space.probes()?);
        let count = dimension + 1;
        let classes = space.one_hot(&vec![0; count])?;
        let layers = self.network.first_with_tensors();
        check_count(count, self.network.outputs(layers), MOST_PROBED)?;
        let probes = Points {
            count,
            latents: &probes,
            classes: &classes,
            styles: None,
        };
        let outputs = self.network.run(layers, probes).await?;
        directions(dimension, &outputs)
    }

    async fn images_of(
        &self,
        count: usize,
        latents: &[f32],
        classes: &[f32],
        styles: Option<Styles<'_>>,
    ) -> Result<Vec<f32>> {
        self.header.space().check(count, latents, classes)?;
        if self.network.is_by_batch() && count < 2 {
            return Err(Error::recipe(sentence!(
                "Drawing by the batch's statistics takes at least 2 images."
            )));
        }
        let layers = self.network.len();
        let points = Points {
            count,
            latents,
            classes,
            styles,
        };
        let values = self.network.run(layers, points).await?;
        if values.iter().all(|value| value.is_finite()) {
            return Ok(values);
        }
        Err(Error::Training(sentence!(
            "The generator draws images that are not finite."
        )))
    }
}

/// What a future has come to that never waits: that of a generator on the CPU.
///
/// # Panics
/// If it does wait.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match std::pin::pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("nothing on the CPU waits"),
    }
}

/// Checks that all batch normalisations that there were in training are there.
#[cfg(feature = "engine")]
fn check_batch_norms(header: &Header) -> Result<()> {
    let has = batch_norms(&header.generator);
    let trained = header.training.as_ref();
    let had = trained.map_or(has, |trained| batch_norms(&trained.recipe.generator));
    let name = &header.name;
    if has < had {
        return Err(Error::Weights(sentence!(
            "The generator {name} has batch normalisations folded into other layers: to draw by the batch's statistics, open the file that training wrote.",
            name
        )));
    }
    if has == 0 {
        return Err(Error::Weights(sentence!(
            "The generator {name} has no batch normalisation, so there are no statistics of \
                     the batch to draw by.",
            name
        )));
    }
    Ok(())
}

#[cfg(feature = "engine")]
fn batch_norms(spec: &NetworkSpec) -> usize {
    let is_batch_norm = |layer: &&LayerSpec| matches!(layer, LayerSpec::BatchNorm(_));
    let all = spec.iter().flat_map(LayerSpec::all);
    all.filter(is_batch_norm).count()
}

/// Checks that the CPU can run every layer.
fn check_memory(plan: &NetworkPlan) -> Result<()> {
    for (index, layer) in plan.layers.iter().enumerate() {
        let affine = layer
            .all()
            .into_iter()
            .filter_map(|layer| layer.spec.affine(layer));
        let memory = affine.map(|affine| affine.working_memory()).max();
        let memory = memory.unwrap_or(0);
        if memory > MOST_MEMORY {
            let why = sentence!(
                "would take {memory} numbers of working memory; the most is {most}",
                memory,
                most = MOST_MEMORY
            );
            let (number, kind) = (index + 1, layer.spec.kind());
            return Err(Error::spec(sentence!(
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
fn check_images(count: usize, image: ImageSpec) -> Result<()> {
    check_count(count, image.shape().bytes(), MOST_NUMBERS)
}

/// Checks how many numbers are asked for, `count` times `length`.
fn check_count(count: usize, length: usize, most: usize) -> Result<()> {
    if count <= most / length {
        return Ok(());
    }
    Err(Error::recipe(sentence!(
        "{count} times {length} numbers were asked for at once; the most is {most}.",
        count,
        length,
        most
    )))
}
