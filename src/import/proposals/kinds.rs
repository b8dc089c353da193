//! Convolutions that may as well be transposed: as many channels go in as come out, so that the shape of the
//! kernel does not tell.

use super::structure::Structure;
use crate::layers::{self, Conv, LayerSpec, PlannedLayer};
use crate::spec::Padding;

/// Windows that are tried where convolutions are transposed.
const MOST_WINDOWS: usize = 2;

/// The structure with all such convolutions transposed, and with the likeliest strides and paddings for
/// that; nothing where there is no such convolution.
pub(super) fn transposed(structure: &Structure) -> Vec<Structure> {
    let Ok(plan) = structure.model.header.plan() else {
        return Vec::new();
    };
    let mut other = structure.clone();
    let pairs = plan.layers.iter().zip(&mut other.model.header.generator);
    let mut is_other = false;
    for (planned, layer) in pairs {
        if let Some(twin) = twin(planned) {
            (*layer, is_other) = (twin, true);
        }
    }
    match is_other {
        true => other.with_other_windows(MOST_WINDOWS),
        false => Vec::new(),
    }
}

/// The transposed convolution with the same tensors and the same size of images.
fn twin(planned: &PlannedLayer) -> Option<LayerSpec> {
    let LayerSpec::Conv(Conv {
        out,
        kernel,
        stride,
        bias,
        ..
    }) = planned.spec
    else {
        return None;
    };
    let [rows, columns] = kernel.0;
    let keeps_size = planned.input == planned.output && stride == 1.into();
    let is_odd = rows == columns && rows > 1 && rows % 2 == 1;
    (keeps_size && is_odd).then(|| {
        LayerSpec::ConvTranspose(layers::ConvTranspose {
            padding: Padding::Even(rows / 2),
            bias,
            ..layers::ConvTranspose::new(out, kernel)
        })
    })
}
