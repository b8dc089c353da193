//! A first draft of a `SPEC.json` for tensors whose architecture is not known: the layers as far as they
//! can be told, for a person to correct and hand back.

use super::modules::{Kind, Module, modules};
use super::named::Named;
use super::order::sorted;
use super::writer::Writer;
use crate::import::affine::batch_norm_spec;
use crate::import::found::Found;
use crate::import::prelu::prelu;
use crate::import::statement::{LabelEmbedding, Statement};
use crate::layers::{self, LayerSpec};
use crate::recipe::{Distribution, Latent};
use crate::spec::{Padding, Size};

/// A statement of every module as a layer, ReLU between them and tanh at the end, and of which
/// tensor is whose. Nothing in it need fit.
pub(in crate::import) fn outline(tensors: Vec<Named>, writer: Writer) -> Found<Statement> {
    let modules = match writer {
        Writer::Safetensors => sorted(modules(tensors)?).modules,
        Writer::PyTorch | Writer::Keras => modules(tensors)?,
    };
    let mut outline = Outline {
        layers: Vec::new(),
        statement: Statement::default(),
        channels: None,
    };
    for (index, module) in modules.iter().enumerate() {
        outline.add(module, writer);
        let next = modules.get(index + 1).map(|module| module.kind);
        let is_activated = matches!(next, Some(Kind::Linear | Kind::Convolution));
        if is_activated && !matches!(module.kind, Kind::Embedding | Kind::PRelu) {
            outline.layers.push(LayerSpec::Relu(layers::Relu {}));
        }
    }
    outline.layers.push(LayerSpec::Tanh(layers::Tanh {}));
    let mut statement = outline.statement;
    statement.generator = Some(outline.layers);
    Ok(statement)
}

struct Outline {
    layers: Vec<LayerSpec>,
    statement: Statement,
    /// What comes out of the last layer; nothing before the first.
    channels: Option<usize>,
}

impl Outline {
    fn add(&mut self, module: &Module, writer: Writer) {
        let bias = module.get("bias").is_some();
        let dims = module.weight().map_or(&[][..], |weight| &weight.dims);
        let layer = match (module.kind, dims) {
            (Kind::Embedding, _) => {
                let tensor = module.tensors.first().map(|tensor| tensor.name.clone());
                self.statement.label_embedding = tensor.map(|tensor| LabelEmbedding {
                    tensor,
                    first: false,
                });
                return self
                    .layers
                    .push(LayerSpec::ConcatLabel(layers::ConcatLabel {}));
            }
            (Kind::PRelu, _) => {
                let slopes = module.weight().map_or(&[][..], |weight| &weight.values);
                return self.layers.push(prelu(slopes));
            }
            (Kind::Linear, [out, inputs]) => {
                let out = *out;
                self.start(*inputs);
                self.channels = Some(out);
                LayerSpec::Linear(layers::Linear {
                    bias,
                    ..layers::Linear::new(Size::fixed(out))
                })
            }
            (Kind::Convolution, &[first, second, kernel, _]) => {
                let is_transposed = self.channels.is_none_or(|channels| channels != second)
                    || (first == second && kernel.is_multiple_of(2));
                self.image(first);
                self.start(first);
                let (out, stride) = if is_transposed {
                    (second, 2)
                } else {
                    (first, 1)
                };
                self.channels = Some(out);
                convolution(is_transposed, out, kernel, stride, bias)
            }
            (Kind::BatchNorm, _) => batch_norm_spec(writer.epsilon()),
            _ => LayerSpec::InstanceNorm(layers::InstanceNorm { epsilon: 1e-5 }),
        };
        self.layers.push(layer);
        self.name(module);
    }

    /// The first layer says how large a latent is.
    fn start(&mut self, dimension: usize) {
        self.statement.latent.get_or_insert(Latent {
            dimension,
            distribution: Distribution::Normal { deviation: 1.0 },
        });
    }

    /// Features become an image before the first kernel, where they are a square one.
    fn image(&mut self, channels: usize) {
        let is_first = !self
            .layers
            .iter()
            .any(|layer| matches!(layer, LayerSpec::Conv(_) | LayerSpec::ConvTranspose(_)));
        let Some(features) = self.channels.filter(|_| is_first) else {
            return;
        };
        let side = features.checked_div(channels).map_or(0, usize::isqrt);
        if side > 0 && side * side * channels == features {
            let to = [channels, side, side].map(Size::fixed);
            self.layers.push(LayerSpec::Reshape(layers::Reshape { to }));
        }
    }

    fn name(&mut self, module: &Module) {
        let is_affine = matches!(module.kind, Kind::Linear | Kind::Convolution);
        let roles = [
            (if is_affine { "weight" } else { "scale" }, "weight"),
            (if is_affine { "bias" } else { "shift" }, "bias"),
            ("mean", "running_mean"),
            ("variance", "running_var"),
        ];
        let place = self.layers.len() - 1;
        for (role, leaf) in roles {
            if let Some(tensor) = module.get(leaf) {
                let name = format!("layers.{place}.{role}");
                self.statement.tensors.insert(name, tensor.name.clone());
            }
        }
    }
}

fn convolution(
    is_transposed: bool,
    out: usize,
    kernel: usize,
    stride: usize,
    bias: bool,
) -> LayerSpec {
    let out = Size::fixed(out);
    if is_transposed {
        LayerSpec::ConvTranspose(layers::ConvTranspose {
            stride: stride.into(),
            padding: Padding::Even(kernel.saturating_sub(stride) / 2),
            bias,
            ..layers::ConvTranspose::new(out, kernel)
        })
    } else {
        LayerSpec::Conv(layers::Conv {
            stride: stride.into(),
            padding: Padding::Even(kernel.saturating_sub(1) / 2),
            bias,
            ..layers::Conv::new(out, kernel)
        })
    }
}
