//! Batch normalisation folded into the layer before it: for inference both are affine, and one
//! layer does the work of two.

use super::generator::GeneratorFile;
#[cfg(doc)]
use super::header::Header;
use crate::Result;
use crate::layers::{ChannelAffine, Layer, LayerSpec, fold};
use crate::network::NamedTensor;

impl GeneratorFile {
    /// The same generator with its batch normalisations folded into the linear layers and
    /// convolutions that they directly follow (a reshape may stand between), and without dropout:
    /// the images are the same but for rounding. A normalisation behind an activation stays. The tensors
    /// are in the order of the layers.
    ///
    /// # Errors
    /// None for a file as [`super::open_generator`] gives it; else those of [`Header::plan`], and of
    /// tensors that do not fit.
    pub fn folded(&self) -> Result<Self> {
        let plan = self.header.plan()?;
        let mut parts: Vec<Part> = Vec::new();
        let mut tensors = self.in_order(&plan)?.into_iter();
        for layer in &plan.layers {
            let own = tensors.by_ref().take(layer.tensors().len());
            let part = Part {
                spec: layer.spec.clone(),
                output_axis: layer.spec.affine(layer).map(|affine| affine.output_axis()),
                tensors: own.cloned().collect(),
            };
            let is_taken = match part.channel_affine() {
                Some(lines) => lines.is_empty() || take_in(&mut parts, &lines),
                None => false,
            };
            if !is_taken {
                parts.push(part);
            }
        }
        let mut folded = Self {
            header: self.header.clone(),
            tensors: Vec::new(),
        };
        folded.header.generator = parts.iter().map(|part| part.spec.clone()).collect();
        for (index, part) in parts.into_iter().enumerate() {
            folded
                .tensors
                .extend(part.tensors.into_iter().map(|tensor| {
                    let role = tensor.name.rsplit('.').next().unwrap_or_default();
                    let name = format!("layers.{index}.{role}");
                    NamedTensor { name, ..tensor }
                }));
        }
        Ok(folded)
    }
}

/// A layer and its tensors.
struct Part {
    spec: LayerSpec,
    /// The axis of its weight that counts what comes out, if it is affine.
    output_axis: Option<usize>,
    tensors: Vec<NamedTensor>,
}

impl Part {
    fn channel_affine(&self) -> Option<Vec<ChannelAffine>> {
        let values = self.tensors.iter().map(|tensor| tensor.values.as_slice());
        self.spec.as_channel_affine(&values.collect::<Vec<_>>())
    }
}

/// Takes a normalisation into the affine layer that ends `parts`, if there is one.
fn take_in(parts: &mut [Part], lines: &[ChannelAffine]) -> bool {
    let before = parts
        .iter_mut()
        .rev()
        .find(|part| !matches!(part.spec, LayerSpec::Reshape(_)));
    let Some(part) = before else { return false };
    let (Some(axis), Some(spec)) = (part.output_axis, part.spec.with_bias()) else {
        return false;
    };
    part.spec = spec;
    let outputs = part.tensors[0].dims[axis];
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
    fold(
        &mut weight.values,
        &weight.dims,
        axis,
        &mut bias.values,
        lines,
    );
    true
}
