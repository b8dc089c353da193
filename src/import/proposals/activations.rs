//! The activations that a reading may have: between the layers, and at the end.

use crate::layers::{self, LayerSpec, NetworkSpec};
use crate::recipe::Range;
use crate::sentence::{Fill, Filling, sentence};

/// What a score is multiplied by for what is less usual, which decides where images do not.
const SECOND: f64 = 0.97;
const LESS_USUAL: f64 = 0.94;
const RARE: f64 = 0.91;

/// An activation between the layers.
#[derive(Clone, PartialEq)]
pub(super) struct Hidden {
    pub layer: LayerSpec,
    pub name: &'static str,
    /// How usual it is, which decides where images do not.
    pub usual: f64,
}

/// Those that are tried, the most usual first.
pub(super) fn hidden() -> Vec<Hidden> {
    let of = |layer, name, usual| Hidden { layer, name, usual };
    let leaky = |slope| LayerSpec::from(layers::LeakyRelu { slope });
    vec![
        of(layers::Relu {}.into(), "ReLU", 1.0),
        of(leaky(0.2), "leaky ReLU 0.2", SECOND),
        of(layers::Silu {}.into(), "SiLU", LESS_USUAL),
        of(layers::Elu {}.into(), "ELU", LESS_USUAL),
        of(leaky(0.01), "leaky ReLU 0.01", LESS_USUAL),
        of(layers::Gelu {}.into(), "GELU", LESS_USUAL),
        of(layers::Selu {}.into(), "SELU", RARE),
        of(layers::Tanh {}.into(), "tanh", RARE),
    ]
}

/// What ends the generator, and so what range its images have.
#[derive(Clone, Copy)]
pub(super) struct End {
    layer: Option<fn() -> LayerSpec>,
    name: &'static str,
    pub range: Range,
    pub usual: f64,
}

/// Those that are tried, the most usual first.
pub(super) const ENDS: [End; 4] = [
    End {
        layer: Some(|| LayerSpec::Tanh(layers::Tanh {})),
        name: "tanh",
        range: Range::Symmetric,
        usual: 1.0,
    },
    End {
        layer: Some(|| LayerSpec::Sigmoid(layers::Sigmoid {})),
        name: "sigmoid",
        range: Range::Unit,
        usual: RARE,
    },
    End {
        layer: None,
        name: "",
        range: Range::Symmetric,
        usual: RARE,
    },
    End {
        layer: None,
        name: "",
        range: Range::Unit,
        usual: RARE,
    },
];

impl End {
    /// What it makes of a number.
    pub fn of(&self, value: f32) -> f32 {
        match self.name {
            "tanh" => libm::tanhf(value),
            "sigmoid" => 1.0 / (1.0 + libm::expf(-value)),
            _ => value,
        }
    }

    /// The layer, if there is one.
    pub fn layer(&self) -> Option<LayerSpec> {
        self.layer.map(|layer| layer())
    }

    pub fn name(&self) -> Filling {
        match self.range {
            _ if !self.name.is_empty() => self.name.filling(),
            Range::Symmetric => sentence!("nothing (images from −1 to 1)").filling(),
            Range::Unit => sentence!("nothing (images from 0 to 1)").filling(),
        }
    }
}

/// `layers` without the end that was assumed, and with `hidden` in place of the activation that was
/// assumed between them.
pub(super) fn with_hidden(layers: &[LayerSpec], hidden: &Hidden) -> NetworkSpec {
    // Behind the end there is at most a reshape to an image, which has no tensors.
    let end = layers
        .iter()
        .rposition(|layer| !matches!(layer, LayerSpec::Reshape(_)))
        .filter(|index| matches!(layers[*index], LayerSpec::Tanh(_)));
    let inner = layers.iter().enumerate();
    let inner = inner.filter(|(index, _)| Some(*index) != end);
    let inner: NetworkSpec = inner.map(|(_, layer)| layer.clone()).collect();
    let assumed = assumed(&inner);
    let replaced = inner.into_iter().map(|layer| match &assumed {
        Some(assumed) if layer == *assumed => hidden.layer.clone(),
        _ => layer,
    });
    replaced.collect()
}

/// The activation that was assumed between the layers, if any is there; one with a slope that the file
/// holds is none.
pub(super) fn assumed(layers: &[LayerSpec]) -> Option<LayerSpec> {
    let both = hidden().into_iter().take(2).map(|hidden| hidden.layer);
    both.into_iter().find(|layer| layers.contains(layer))
}
