//! Batch normalisation folded into the layer before it: for inference both are affine, and one
//! layer does the work of two. What a parametrisation makes of a weight is worked out as well.

use super::generator::GeneratorFile;
#[cfg(doc)]
use super::header::Header;
use crate::Result;
use crate::kernels::Activation;
use crate::layers::{
    Affine, Around, At, ChannelAffine, Layer, LayerSpec, PlannedLayer, parametrisation,
};
use crate::network::NamedTensor;
use crate::ops::{Buffer, rank_4};

impl GeneratorFile {
    /// The same generator with its weights as parametrisations make them, its batch normalisations folded
    /// into the linear layers and
    /// convolutions that they directly follow (a reshape may stand between), and without dropout:
    /// the images are the same but for rounding. A normalisation behind an activation stays. The tensors
    /// are in the order of the layers.
    ///
    /// # Errors
    /// None for a file as [`super::open_generator`] gives it; else those of [`Header::plan`], and of
    /// tensors that do not fit.
    pub fn folded(&self) -> Result<Self> {
        let plan = self.header.plan()?;
        let mut tensors = self.in_order(&plan)?.into_iter().cloned();
        let parts = fold_all(&plan.layers, &mut tensors);
        let mut folded = Self {
            header: self.header.clone(),
            tensors: Vec::new(),
        };
        folded.header.generator = parts.iter().map(|part| part.spec.clone()).collect();
        for (index, part) in parts.into_iter().enumerate() {
            folded
                .tensors
                .extend(part.named(&format!("layers.{index}")));
        }
        Ok(folded)
    }
}

/// A layer and its tensors, each named by its role.
struct Part {
    spec: LayerSpec,
    /// What it sums, if it is affine.
    affine: Option<Affine>,
    tensors: Vec<NamedTensor>,
}

/// The layers, folded; `tensors` gives theirs, and is behind them afterwards.
fn fold_all(layers: &[PlannedLayer], tensors: &mut dyn Iterator<Item = NamedTensor>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for layer in layers {
        let part = fold_inside(layer, tensors);
        let is_taken = match part.channel_affine() {
            Some(lines) => lines.is_empty() || take_in(&mut parts, &lines),
            None => false,
        };
        if !is_taken {
            parts.push(part);
        }
    }
    parts
}

/// The layer, with the layers inside it folded.
fn fold_inside(layer: &PlannedLayer, tensors: &mut dyn Iterator<Item = NamedTensor>) -> Part {
    let specs = layer.spec.tensors(layer);
    let mut part = Part {
        spec: layer.spec.clone(),
        affine: layer.spec.affine(layer),
        tensors: specs
            .into_iter()
            .zip(&mut *tensors)
            .map(|(spec, tensor)| NamedTensor {
                name: spec.role.into_owned(),
                ..tensor
            })
            .collect(),
    };
    part.take_parametrisation(layer);
    let names = layer.spec.branches().into_iter().map(|(name, _)| name);
    let mut branches = Vec::new();
    for (name, layers) in names.zip(&layer.branches) {
        let mut specs = Vec::new();
        for (index, inner) in fold_all(layers, &mut *tensors).into_iter().enumerate() {
            specs.push(inner.spec.clone());
            part.tensors.extend(inner.named(&format!("{name}.{index}")));
        }
        branches.push(specs);
    }
    if !branches.is_empty() {
        part.spec = layer.spec.with_branches(branches);
    }
    part
}

impl Part {
    /// Puts the weight that a parametrisation makes in the place of what was learnt.
    fn take_parametrisation(&mut self, layer: &PlannedLayer) {
        let (Some(spec), Some(affine)) = (layer.spec.without_parametrisation(), &self.affine)
        else {
            return;
        };
        let buffers: Vec<Buffer> = self
            .tensors
            .iter()
            .map(|tensor| Buffer::new(tensor.values.clone(), rank_4(&tensor.dims)))
            .collect();
        let at = At {
            layer,
            tensors: &buffers,
            epilogue: Activation::Identity,
            around: Around::labels(None),
        };
        self.tensors[0].values = parametrisation::weight(affine, &at, None).into_values();
        self.tensors.truncate(1 + usize::from(affine.bias));
        self.spec = spec;
    }

    fn channel_affine(&self) -> Option<Vec<ChannelAffine>> {
        let values = self.tensors.iter().map(|tensor| tensor.values.as_slice());
        self.spec.as_channel_affine(&values.collect::<Vec<_>>())
    }

    /// Its tensors with what lies before their roles.
    fn named(self, place: &str) -> impl Iterator<Item = NamedTensor> {
        let place = place.to_owned();
        self.tensors.into_iter().map(move |tensor| NamedTensor {
            name: format!("{place}.{}", tensor.name),
            ..tensor
        })
    }
}

/// Takes a normalisation into the affine layer that ends `parts`, if there is one.
fn take_in(parts: &mut [Part], lines: &[ChannelAffine]) -> bool {
    let before = parts
        .iter_mut()
        .rev()
        .find(|part| !matches!(part.spec, LayerSpec::Reshape(_)));
    let Some(part) = before else { return false };
    let (Some(affine), Some(spec)) = (part.affine, part.spec.with_bias()) else {
        return false;
    };
    part.spec = spec;
    let outputs = affine.outputs();
    if part.tensors.len() == 1 {
        part.tensors.push(NamedTensor {
            name: "bias".to_owned(),
            dims: vec![outputs],
            values: vec![0.0; outputs],
        });
    }
    let [weight, bias, ..] = part.tensors.as_mut_slice() else {
        return false;
    };
    affine.fold(&mut weight.values, &mut bias.values, lines);
    true
}
