//! Batch normalisation folded into the layer before it: for inference both are affine, and one
//! layer does the work of two.

use super::generator::GeneratorFile;
#[cfg(doc)]
use super::header::Header;
use crate::Result;
use crate::spec::{LayerSpec, NamedTensor};

impl GeneratorFile {
    /// The same generator with its batch normalisations folded into the linear layers and
    /// convolutions that they directly follow (a reshape may stand between), and without dropout:
    /// the images are the same but for rounding. A normalisation behind an activation stays.
    ///
    /// # Errors
    /// None for a file as [`super::open_generator`] gives it; else those of [`Header::plan`].
    pub fn folded(&self) -> Result<Self> {
        let plan = self.header.plan()?;
        let mut parts: Vec<Part> = Vec::new();
        for (index, layer) in plan.layers.iter().enumerate() {
            let part = Part::of(layer.spec.clone(), &self.tensors, index);
            let taken = match part.spec {
                LayerSpec::Dropout { .. } => true,
                LayerSpec::BatchNorm { epsilon, .. } => take_in(&mut parts, &part, epsilon),
                _ => false,
            };
            if !taken {
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
                .extend(part.tensors.into_iter().map(|tensor| NamedTensor {
                    name: format!("layers.{index}.{}", tensor.name),
                    ..tensor
                }));
        }
        Ok(folded)
    }
}

/// A layer and its tensors, which are named by their role alone.
struct Part {
    spec: LayerSpec,
    tensors: Vec<NamedTensor>,
}

impl Part {
    fn of(spec: LayerSpec, tensors: &[NamedTensor], index: usize) -> Self {
        let place = format!("layers.{index}.");
        let own = tensors.iter().filter_map(|tensor| {
            let role = tensor.name.strip_prefix(&place)?;
            Some(NamedTensor {
                name: role.to_owned(),
                ..tensor.clone()
            })
        });
        Self {
            spec,
            tensors: own.collect(),
        }
    }

    fn numbers(&self, role: &str) -> &[f32] {
        let tensor = self.tensors.iter().find(|tensor| tensor.name == role);
        tensor.map_or(&[], |tensor| &tensor.values)
    }

    /// The axis of its weight that counts what comes out, and whether it adds a bias; `None` for
    /// a layer that is not affine.
    fn outputs(&mut self) -> Option<(usize, &mut bool)> {
        match &mut self.spec {
            LayerSpec::Conv { bias, .. } => Some((0, bias)),
            LayerSpec::Linear { bias, .. } | LayerSpec::ConvTranspose { bias, .. } => {
                Some((1, bias))
            }
            _ => None,
        }
    }
}

/// Takes a normalisation into the affine layer that ends `parts`, if there is one.
fn take_in(parts: &mut [Part], norm: &Part, epsilon: f64) -> bool {
    let before = parts
        .iter_mut()
        .rev()
        .find(|part| !matches!(part.spec, LayerSpec::Reshape { .. }));
    let Some(part) = before else { return false };
    let Some((axis, bias)) = part.outputs() else {
        return false;
    };
    let had_bias = std::mem::replace(bias, true);
    let outputs = part.tensors[0].dims[axis];
    let scale = norm.numbers("scale").iter().zip(norm.numbers("variance"));
    let scales: Vec<f64> = scale
        .map(|(scale, variance)| f64::from(*scale) / (f64::from(*variance) + epsilon).sqrt())
        .collect();
    // Behind a reshape, several outputs in a row are pixels of one channel.
    let pixels = outputs / scales.len();
    let weight = &mut part.tensors[0];
    let inner: usize = weight.dims[axis + 1..].iter().product();
    for (place, value) in weight.values.iter_mut().enumerate() {
        let output = place / inner % outputs;
        *value = (f64::from(*value) * scales[output / pixels]) as f32;
    }
    if !had_bias {
        part.tensors.push(NamedTensor {
            name: "bias".to_owned(),
            dims: vec![outputs],
            values: vec![0.0; outputs],
        });
    }
    let (shifts, means) = (norm.numbers("shift"), norm.numbers("mean"));
    for (output, value) in part.tensors[1].values.iter_mut().enumerate() {
        let channel = output / pixels;
        let centred = f64::from(*value) - f64::from(means[channel]);
        *value = (f64::from(shifts[channel]) + centred * scales[channel]) as f32;
    }
    true
}
