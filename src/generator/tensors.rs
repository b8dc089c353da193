//! The numbers of a generator that draws, and its layers at work on them: in memory, by the CPU's kernels alone;
//! or on a device of burn's.

use super::Styles;
use crate::layers::{LayerSpec, Mixing, PlannedLayer, Run, Statistics};
use crate::network::{NamedTensor, NetworkPlan, Stack};
use crate::ops::{Buffer, Ops, rank_4};
use crate::sentence::sentence;
use crate::{Error, Result};
#[cfg(feature = "engine")]
use burn::tensor::{Device, Tensor, TensorData};

/// Numbers between two layers that are kept at a time (16 MiB): so many images are drawn together,
/// and one at least.
const TOGETHER: usize = 1 << 22;

/// A network that only draws.
pub(super) struct Drawing {
    stack: Stack,
    tensors: Tensors,
    /// Numbers of a sample that go in, and that come out of each layer.
    sizes: Vec<usize>,
    /// The most numbers of a sample between two layers, also inside of others.
    largest: usize,
    style_layers: usize,
    statistics: Statistics,
}

/// Latents one after another, and what goes with them.
#[derive(Clone, Copy)]
pub(super) struct Points<'a> {
    pub count: usize,
    pub latents: &'a [f32],
    /// For each the weights of all classes; empty for a generator without.
    pub classes: &'a [f32],
    pub styles: Option<Styles<'a>>,
}

enum Tensors {
    Memory(Vec<Buffer>),
    #[cfg(feature = "engine")]
    Device(Vec<Tensor<4>>, Device),
}

impl Drawing {
    /// In memory. `tensors` are those of the plan, in its order.
    pub fn in_memory(
        plan: &NetworkPlan,
        tensors: Vec<NamedTensor>,
        statistics: Statistics,
    ) -> Self {
        let tensors = tensors.into_iter();
        let buffers = tensors.map(|tensor| Buffer::new(tensor.values, rank_4(&tensor.dims)));
        Self::new(plan, Tensors::Memory(buffers.collect()), statistics)
    }

    /// On a device.
    #[cfg(feature = "engine")]
    pub fn on(
        device: &Device,
        plan: &NetworkPlan,
        tensors: Vec<NamedTensor>,
        statistics: Statistics,
    ) -> Self {
        let tensors = tensors.into_iter().map(|tensor| {
            let data = TensorData::new(tensor.values, rank_4(&tensor.dims));
            Tensor::from_data(data, device)
        });
        let tensors = Tensors::Device(tensors.collect(), device.clone());
        Self::new(plan, tensors, statistics)
    }

    fn new(plan: &NetworkPlan, tensors: Tensors, statistics: Statistics) -> Self {
        let outputs = plan.layers.iter().map(|layer| layer.output.size());
        let all = plan.layers.iter().flat_map(PlannedLayer::all);
        let is_styled = |layer: &&PlannedLayer| matches!(layer.spec, LayerSpec::ModulatedConv(_));
        Self {
            style_layers: all.clone().filter(is_styled).count(),
            stack: Stack::new(&plan.layers),
            tensors,
            sizes: [plan.input.size()].into_iter().chain(outputs).collect(),
            largest: all.fold(plan.input.size(), |most, layer| {
                layer.output.size().max(most)
            }),
            statistics,
        }
    }

    /// Layers in all.
    pub fn len(&self) -> usize {
        self.stack.len()
    }

    /// Layers up to the first that has tensors.
    pub fn first_with_tensors(&self) -> usize {
        self.stack.first_with_tensors()
    }

    /// Numbers that the first `layers` make of a sample.
    pub fn outputs(&self, layers: usize) -> usize {
        self.sizes[layers]
    }

    /// Whether images depend on those that are drawn with them.
    pub fn is_by_batch(&self) -> bool {
        self.statistics.groups().is_some()
    }

    /// Layers that go by a style.
    pub fn style_layers(&self) -> usize {
        self.style_layers
    }

    /// What the first `layers` make of these points, one sample after another.
    ///
    /// # Errors
    /// [`Error::Recipe`] when there is no memory, [`Error::Device`] when the device could not deliver.
    pub async fn run(&self, layers: usize, points: Points<'_>) -> Result<Vec<f32>> {
        match &self.tensors {
            Tensors::Memory(tensors) => self.run_in_memory(tensors, layers, points),
            #[cfg(feature = "engine")]
            Tensors::Device(tensors, device) => {
                let vectors =
                    |values: &[f32]| crate::network::vectors(values.to_vec(), points.count, device);
                let images = self.forward(tensors, layers, points, vectors);
                let flat = crate::network::flatten(images);
                Ok(crate::network::read_all(vec![flat]).await?.remove(0))
            }
        }
    }

    fn run_in_memory(
        &self,
        tensors: &[Buffer],
        layers: usize,
        points: Points<'_>,
    ) -> Result<Vec<f32>> {
        let largest = self.largest;
        let together = if self.is_by_batch() {
            points.count
        } else {
            (TOGETHER / largest).clamp(1, points.count)
        };
        let mut results = reserved(points.count * self.outputs(layers))?;
        // Room for what goes into a layer and what comes out, while an error can still be told.
        drop(reserved(2 * together * largest)?);
        for first in (0..points.count).step_by(together) {
            let part = points.part(first, together.min(points.count - first));
            let vectors = |values: &[f32]| {
                Buffer::new(
                    values.to_vec(),
                    [part.count, values.len() / part.count, 1, 1],
                )
            };
            let images = self.forward(tensors, layers, part, vectors);
            results.extend_from_slice(&images.into_values());
        }
        Ok(results)
    }

    fn forward<T: Ops>(
        &self,
        tensors: &[T],
        layers: usize,
        points: Points<'_>,
        vectors: impl Fn(&[f32]) -> T,
    ) -> T {
        let labels = (!points.classes.is_empty()).then(|| vectors(points.classes));
        let mut run = Run {
            groups: self.statistics.groups(),
            mixing: points.styles.map(|styles| Mixing {
                other: vectors(styles.latents),
                own_layers: styles.own_layers.to_vec(),
                layer: 0,
            }),
            ..Run::inference()
        };
        let latents = vectors(points.latents);
        self.stack
            .forward(tensors, latents, labels.as_ref(), layers, &mut run)
    }
}

impl<'a> Points<'a> {
    /// So many of them, from `first` on.
    fn part(self, first: usize, count: usize) -> Points<'a> {
        let all = self.count;
        let part = |values: &'a [f32]| {
            let length = values.len() / all;
            &values[first * length..][..count * length]
        };
        Points {
            count,
            latents: part(self.latents),
            classes: part(self.classes),
            styles: self.styles.map(|styles| Styles {
                latents: part(styles.latents),
                own_layers: &styles.own_layers[first..][..count],
            }),
        }
    }
}

/// An empty list with room for `length` numbers.
///
/// # Errors
/// [`Error::Recipe`] when there is no memory.
fn reserved(length: usize) -> Result<Vec<f32>> {
    let mut numbers = Vec::new();
    match numbers.try_reserve_exact(length) {
        Ok(()) => Ok(numbers),
        Err(_) => Err(Error::recipe(sentence!(
            "There is not enough memory for {length} numbers: draw fewer images at once.",
            length
        ))),
    }
}
