//! The kinds of layers, one in a file: its form as data, its shape rule, its tensors, what it
//! computes, and the gradient by its input. What a layer computes is written once, over [`Ops`].

mod affine;
mod checks;
mod draft;
mod form;
mod forms;
mod layer;
mod mixing;
pub(crate) mod parametrisation;
mod place_in;
mod planned;
#[cfg(test)]
mod reference;
mod sample_norm;
pub(crate) mod sequence;
mod tensor_spec;

pub(crate) use affine::Affine;
pub(crate) use draft::read_list;
pub use forms::{FieldForm, FieldKind, LayerForm, layer_forms};
pub use layer::Statistics;
pub(crate) use layer::{Around, At, ChannelAffine, Layer, Run};
pub(crate) use mixing::Mixing;
pub use pad::PadMode;
pub use parametrisation::Parametrisation;
pub(crate) use place_in::{fitting, place_in};
pub use planned::PlannedLayer;
pub(crate) use tensor_spec::TensorSpec;

use crate::kernels::Activation;
use crate::ops::Ops;
use crate::sentence::Sentence;
use crate::spec::{Scale as NetworkScale, Shape, Window};
use form::{Field, Form, Object};
use serde::de::Error;
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Makes [`LayerSpec`] of the kinds: each has a type, in a file, and a name in JSON.
macro_rules! layers {
    ($($name:ident in $file:ident as $kind:literal,)*) => {
        $(mod $file; pub use $file::$name;)*

        /// A layer of a network, as data. In JSON:
        /// `{"layer": "conv", "out": "2w", "kernel": 4, "stride": 2}`. What comes in is not written
        /// down: it follows from the layers before.
        #[derive(Debug, Clone, PartialEq)]
        pub enum LayerSpec {
            $(#[doc = concat!("`", $kind, "`")] $name($name),)*
        }

        /// The kinds' names.
        const KINDS: &[&str] = &[$($kind),*];

        impl LayerSpec {
            /// The layer's name in JSON and in errors.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$name(_) => $kind,)* }
            }

            fn read(mut object: Object) -> serde_json::Result<Self> {
                match object.kind()?.as_str() {
                    $($kind => object.layer().map(Self::$name),)*
                    other => Err(serde_json::Error::unknown_variant(other, KINDS)),
                }
            }

            /// The fields of the kind that is called so, if there is one.
            pub(crate) fn fields_of(kind: &str) -> Option<Vec<FieldForm>> {
                match kind {
                    $($kind => Some($name::fields()),)*
                    _ => None,
                }
            }

            fn written(&self) -> Vec<(&'static str, Field<'_>)> {
                let mut fields = Vec::new();
                match self { $(Self::$name(layer) => layer.write(&mut fields),)* }
                fields
            }

            /// The networks inside the layer, each with its name.
            pub fn branches(&self) -> Vec<(&'static str, &NetworkSpec)> {
                match self { $(Self::$name(layer) => layer.networks(),)* }
            }

            /// The same layer with other networks inside it, in the order of [`LayerSpec::branches`].
            pub(crate) fn with_branches(&self, branches: Vec<NetworkSpec>) -> Self {
                match self { $(Self::$name(layer) => layer.with_networks(branches).into(),)* }
            }
        }

        $(impl From<$name> for LayerSpec {
            fn from(layer: $name) -> Self {
                Self::$name(layer)
            }
        })*

        impl Layer for LayerSpec {
            fn shape(&self, input: Shape, scale: &NetworkScale) -> Result<Shape, Sentence> {
                match self { $(Self::$name(layer) => layer.shape(input, scale),)* }
            }

            fn join(
                &self,
                ends: &[Shape],
                branches: &[Vec<PlannedLayer>],
            ) -> Result<Shape, Sentence> {
                match self { $(Self::$name(layer) => layer.join(ends, branches),)* }
            }

            fn work_between(&self, branches: &[Shape]) -> [u64; 2] {
                match self { $(Self::$name(layer) => layer.work_between(branches),)* }
            }

            fn windows(
                &self,
                input: Shape,
                scale: &NetworkScale,
            ) -> Result<Option<[Window; 2]>, Sentence> {
                match self { $(Self::$name(layer) => layer.windows(input, scale),)* }
            }

            fn tensors(&self, at: &PlannedLayer) -> Vec<TensorSpec> {
                match self { $(Self::$name(layer) => layer.tensors(at),)* }
            }

            fn affine(&self, at: &PlannedLayer) -> Option<Affine> {
                match self { $(Self::$name(layer) => layer.affine(at),)* }
            }

            fn multiplications(&self, at: &PlannedLayer) -> u64 {
                match self { $(Self::$name(layer) => layer.multiplications(at),)* }
            }

            fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
                match self { $(Self::$name(layer) => layer.forward(x, at, run),)* }
            }

            fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
                match self { $(Self::$name(layer) => layer.vjp(x, gradient, at),)* }
            }

            fn why_no_vjp(&self) -> Option<Sentence> {
                match self { $(Self::$name(layer) => layer.why_no_vjp(),)* }
            }

            fn is_by_pass(&self) -> bool {
                match self { $(Self::$name(layer) => layer.is_by_pass(),)* }
            }

            fn has_epilogue(&self) -> bool {
                match self { $(Self::$name(layer) => layer.has_epilogue(),)* }
            }

            fn as_epilogue(&self) -> Option<Activation> {
                match self { $(Self::$name(layer) => layer.as_epilogue(),)* }
            }

            fn as_channel_affine(&self, tensors: &[&[f32]]) -> Option<Vec<ChannelAffine>> {
                match self { $(Self::$name(layer) => layer.as_channel_affine(tensors),)* }
            }

            fn without_parametrisation(&self) -> Option<LayerSpec> {
                match self { $(Self::$name(layer) => layer.without_parametrisation(),)* }
            }

            fn with_bias(&self) -> Option<LayerSpec> {
                match self { $(Self::$name(layer) => layer.with_bias(),)* }
            }
        }
    };
}

layers! {
    Linear in linear as "linear",
    Reshape in reshape as "reshape",
    Flatten in flatten as "flatten",
    Conv in conv as "conv",
    ConvTranspose in conv_transpose as "conv-transpose",
    Upsample in upsample as "upsample",
    Resize in resize as "resize",
    AvgPool in avg_pool as "avg-pool",
    MaxPool in max_pool as "max-pool",
    BlurPool in blur_pool as "blur-pool",
    Pad in pad as "pad",
    PixelShuffle in pixel_shuffle as "pixel-shuffle",
    PixelUnshuffle in pixel_unshuffle as "pixel-unshuffle",
    BatchNorm in batch_norm as "batch-norm",
    ConditionalBatchNorm in conditional_batch_norm as "conditional-batch-norm",
    LayerNorm in layer_norm as "layer-norm",
    InstanceNorm in instance_norm as "instance-norm",
    PixelNorm in pixel_norm as "pixel-norm",
    Dropout in dropout as "dropout",
    Scale in scale as "scale",
    Residual in residual as "residual",
    Concat in concat as "concat",
    Attention in attention as "attention",
    Style in style as "style",
    ModulatedConv in modulated_conv as "modulated-conv",
    Constant in constant as "constant",
    Noise in noise as "noise",
    Product in product as "product",
    ConcatLabel in concat_label as "concat-label",
    LabelProjection in label_projection as "label-projection",
    MinibatchStd in minibatch_std as "minibatch-std",
    Relu in relu as "relu",
    LeakyRelu in leaky_relu as "leaky-relu",
    Prelu in prelu as "prelu",
    Elu in elu as "elu",
    Selu in selu as "selu",
    Silu in silu as "silu",
    Gelu in gelu as "gelu",
    Softplus in softplus as "softplus",
    Tanh in tanh as "tanh",
    Sigmoid in sigmoid as "sigmoid",
}

impl<'de> Deserialize<'de> for LayerSpec {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(Object::deserialize(deserializer)?).map_err(D::Error::custom)
    }
}

impl Serialize for LayerSpec {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(form::KIND, self.kind())?;
        for (name, field) in self.written() {
            map.serialize_entry(name, &field)?;
        }
        map.end()
    }
}

impl LayerSpec {
    /// Itself, and all layers inside it.
    pub fn all(&self) -> Vec<&LayerSpec> {
        let inner = self.branches().into_iter().flat_map(|(_, list)| list);
        let inner = inner.flat_map(Self::all);
        [self].into_iter().chain(inner).collect()
    }
}

pub use crate::ops::UpsampleMode;

/// A network: its layers in order. The first layer's input shape comes from the recipe.
pub type NetworkSpec = Vec<LayerSpec>;

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
        assert!(error(r#"{"layer":"relu","slope":0.2}"#).contains("slope"));
        let twice = error(r#"{"layer":"linear","out":1,"out":2}"#);
        assert!(twice.contains("duplicate field `out`"), "{twice}");
        let missing = error(r#"{"out":1}"#);
        assert!(missing.contains("missing field `layer`"), "{missing}");
        assert!(error("[]").contains("expected a layer as an object"));
    }

    #[test]
    fn an_error_in_a_layer_inside_another_is_placed_inside() {
        let json = r#"{"layer": "residual", "body": [
            {"layer": "linear"},
            {"layer": "relu"}
            ],
            "gain": 1
        }"#;
        let error = serde_json::from_str::<LayerSpec>(json).unwrap_err();
        assert!(error.line() <= 3, "{error}");
        assert!(error.to_string().contains("missing field `out`"), "{error}");
    }
}
