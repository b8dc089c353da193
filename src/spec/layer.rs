//! One layer of a network, as data.

use super::{Initialiser, Padding, Size};
use serde::{Deserialize, Serialize};

/// A layer. In JSON: `{"layer": "conv", "out": "2w", "kernel": 4, "stride": 2}`. What comes in is
/// not written down: it follows from the layers before.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "layer", rename_all = "kebab-case", deny_unknown_fields)]
pub enum LayerSpec {
    /// Features in, `out` features out: `y = x·W + b`.
    Linear {
        /// Features that come out.
        out: Size,
        /// Whether it adds a bias (initially 0).
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        bias: bool,
        /// Initial weights.
        #[serde(default, skip_serializing_if = "is_default")]
        init: Initialiser,
    },
    /// A vector becomes an image, channel by channel, row by row.
    Reshape {
        /// Channels, height, width.
        to: [Size; 3],
    },
    /// An image becomes a vector, channel by channel, row by row.
    Flatten,
    /// Convolution (cross-correlation, as everywhere in the field).
    Conv {
        /// Channels that come out.
        out: Size,
        /// Height and width of the kernel.
        kernel: usize,
        /// Step of the kernel.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        stride: usize,
        /// Zeros around the image.
        #[serde(default, skip_serializing_if = "is_default")]
        padding: Padding,
        /// Whether it adds a bias (initially 0).
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        bias: bool,
        /// Initial weights.
        #[serde(default, skip_serializing_if = "is_default")]
        init: Initialiser,
    },
    /// Transposed convolution: the input gradient of the convolution with the same window.
    ConvTranspose {
        /// Channels that come out.
        out: Size,
        /// Height and width of the kernel.
        kernel: usize,
        /// Step of the kernel.
        #[serde(default = "one", skip_serializing_if = "is_one")]
        stride: usize,
        /// What the mirrored convolution pads, and so this one cuts.
        #[serde(default, skip_serializing_if = "is_default")]
        padding: Padding,
        /// Height and width that come out, where several would fit.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        output: Option<[Size; 2]>,
        /// Whether it adds a bias (initially 0).
        #[serde(default = "yes", skip_serializing_if = "is_yes")]
        bias: bool,
        /// Initial weights.
        #[serde(default, skip_serializing_if = "is_default")]
        init: Initialiser,
    },
    /// Makes an image larger by a whole factor.
    Upsample {
        /// New pixels a pixel, along each axis.
        factor: usize,
        /// How the new pixels come about.
        #[serde(default, skip_serializing_if = "is_default")]
        mode: UpsampleMode,
    },
    /// Brings an image to another size, whole multiple or not.
    Resize {
        /// Height and width that come out.
        to: [Size; 2],
        /// How the new pixels come about: nearest takes pixel ⌊i·from/to⌋, as PyTorch does.
        #[serde(default, skip_serializing_if = "is_default")]
        mode: UpsampleMode,
    },
    /// Batch normalisation (Ioffe and Szegedy 2015): per channel, over batch and pixels.
    BatchNorm {
        /// What the running statistics keep of themselves a step, as TensorFlow and Keras count:
        /// 0.9 here is 0.1 in PyTorch.
        #[serde(default = "momentum", skip_serializing_if = "is_momentum")]
        momentum: f64,
        /// Added to the variance.
        #[serde(default = "epsilon", skip_serializing_if = "is_epsilon")]
        epsilon: f64,
        /// Deviation of the initial scales around 1 (DCGAN in PyTorch: 0.02).
        #[serde(default, skip_serializing_if = "is_default")]
        scale_deviation: f32,
    },
    /// Layer normalisation (Ba et al. 2016): per sample, over channels and pixels; scale and
    /// shift per channel.
    LayerNorm {
        /// Added to the variance.
        #[serde(default = "epsilon", skip_serializing_if = "is_epsilon")]
        epsilon: f64,
    },
    /// Instance normalisation (Ulyanov et al. 2016): per sample and channel, over pixels.
    InstanceNorm {
        /// Added to the variance.
        #[serde(default = "epsilon", skip_serializing_if = "is_epsilon")]
        epsilon: f64,
    },
    /// Dropout (Srivastava et al. 2014), scaled in training so that inference does nothing.
    Dropout {
        /// Part of the numbers that becomes 0.
        rate: f32,
    },
    /// Appends the one-hot label to the features, or as constant channels to the image.
    ConcatLabel,
    /// max(x, 0).
    Relu,
    /// x, or `slope`·x where x is negative.
    LeakyRelu {
        /// Slope of the negative half.
        slope: f64,
    },
    /// x, or e^x − 1 where x is negative.
    Elu,
    /// x·sigmoid(x).
    Silu,
    /// x·Φ(x).
    Gelu,
    /// ln(1 + e^x).
    Softplus,
    /// tanh(x).
    Tanh,
    /// 1 / (1 + e^−x).
    Sigmoid,
}

/// How an upsampled image's new pixels come about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum UpsampleMode {
    /// Each pixel is repeated.
    #[default]
    Nearest,
    /// Weighted mean of the nearest four, pixel centres aligned (half-pixel, as today's frameworks).
    Bilinear,
}

impl LayerSpec {
    /// The layer's name in JSON and in errors.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Linear { .. } => "linear",
            Self::Reshape { .. } => "reshape",
            Self::Flatten => "flatten",
            Self::Conv { .. } => "conv",
            Self::ConvTranspose { .. } => "conv-transpose",
            Self::Upsample { .. } => "upsample",
            Self::Resize { .. } => "resize",
            Self::BatchNorm { .. } => "batch-norm",
            Self::LayerNorm { .. } => "layer-norm",
            Self::InstanceNorm { .. } => "instance-norm",
            Self::Dropout { .. } => "dropout",
            Self::ConcatLabel => "concat-label",
            Self::Relu => "relu",
            Self::LeakyRelu { .. } => "leaky-relu",
            Self::Elu => "elu",
            Self::Silu => "silu",
            Self::Gelu => "gelu",
            Self::Softplus => "softplus",
            Self::Tanh => "tanh",
            Self::Sigmoid => "sigmoid",
        }
    }
}

fn yes() -> bool {
    true
}
fn is_yes(value: &bool) -> bool {
    *value
}
fn one() -> usize {
    1
}
fn is_one(value: &usize) -> bool {
    *value == 1
}
fn momentum() -> f64 {
    0.9
}
fn is_momentum(value: &f64) -> bool {
    *value == momentum()
}
fn epsilon() -> f64 {
    1e-5
}
fn is_epsilon(value: &f64) -> bool {
    *value == epsilon()
}
fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_the_same_in_json_both_ways() {
        for json in [
            r#"{"layer":"linear","out":"98w","bias":false}"#,
            r#"{"layer":"reshape","to":["2w",7,7]}"#,
            r#"{"layer":"conv","out":"w","kernel":4,"stride":2,"init":{"normal":{"deviation":0.02}}}"#,
            r#"{"layer":"conv-transpose","out":1,"kernel":5,"stride":2,"padding":[1,2,1,2],"output":[28,28]}"#,
            r#"{"layer":"batch-norm","momentum":0.8}"#,
            r#"{"layer":"upsample","factor":2,"mode":"bilinear"}"#,
            r#"{"layer":"resize","to":[9,"height"]}"#,
            r#"{"layer":"concat-label"}"#,
        ] {
            let layer: LayerSpec = serde_json::from_str(json).unwrap();
            assert_eq!(serde_json::to_string(&layer).unwrap(), json);
        }
    }

    #[test]
    fn unknown_layers_and_fields_are_refused_by_name() {
        let error = |json| {
            serde_json::from_str::<LayerSpec>(json)
                .unwrap_err()
                .to_string()
        };
        assert!(error(r#"{"layer":"cnov","out":1}"#).contains("cnov"));
        assert!(error(r#"{"layer":"linear","out":1,"units":2}"#).contains("units"));
    }
}
