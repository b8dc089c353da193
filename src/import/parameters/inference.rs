//! The state of an inference, and its steps up to the first convolution.

use super::bind::{channel_order, set_embedding};
use super::convert::weights;
use super::kernels::{is_transposed, kernel};
use super::modules::{Kind, Module};
use super::writer::Writer;
use crate::import::affine::batch_norm_spec;
use crate::import::draft::Draft;
use crate::import::found::{Found, KEY, SPEC};
use crate::import::prelu::prelu;
use crate::import::statement::Statement;
use crate::layers::{self, LayerSpec};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Shape, Size};

/// The state of an inference.
pub(super) struct Inference<'a> {
    pub modules: Vec<&'a Module>,
    pub draft: Draft,
    /// The module that comes next.
    pub next: usize,
    writer: Writer,
    channels_last: bool,
    /// Names as those of github.com/eriklindernoren/PyTorch-GAN, whose second argument of
    /// BatchNorm is an epsilon of 0.8 by mistake.
    is_pytorch_gan: bool,
    pub windows: Vec<Sentence>,
}

impl<'a> Inference<'a> {
    pub fn new(modules: Vec<&'a Module>, stated: &Statement, writer: Writer) -> Found<Self> {
        let first = modules
            .first()
            .ok_or_else(|| sentence!("it holds no weights of layers"))?;
        let latent = match first.kind {
            Kind::Linear => first.weight()?.dims[1],
            Kind::Convolution => first.weight()?.dims[0],
            _ => stated
                .latent
                .map(|latent| latent.dimension)
                .ok_or_else(|| {
                    sentence!(
                        "it begins with a normalisation (“{name}”), so that the latent cannot be \
                         told: state it in a {spec}, or pick the generator with {key}",
                        name = first.path,
                        key = KEY,
                        spec = SPEC
                    )
                })?,
        };
        let is_pytorch_gan = is_pytorch_gan(&modules);
        Ok(Self {
            modules,
            draft: Draft::new(latent),
            next: 0,
            writer,
            channels_last: writer.keeps_channels_last(stated),
            is_pytorch_gan,
            windows: Vec::new(),
        })
    }

    pub fn label(&mut self, tables: &[&Module]) -> Found<()> {
        let [table] = tables else {
            return match tables.len() {
                0 => Ok(()),
                _ => Err(sentence!(
                    "it has several tables of labels: state the layers in a {spec}",
                    spec = SPEC
                )),
            };
        };
        set_embedding(&mut self.draft, table, false)?;
        let (classes, features) = self.table_size();
        let latent = self
            .draft
            .latent
            .checked_sub(features)
            .filter(|latent| *latent > 0);
        self.draft.latent = latent.ok_or_else(|| {
            sentence!(
                "“{name}” gives a label {features} features, more than the first layer takes: it \
                 may multiply them with the latent, which no layer of Ganvas does",
                name = table.path,
                features
            )
        })?;
        self.draft.assume(sentence!(
            "“{name}” is a table of {classes} labels, whose features come behind the latent",
            name = table.path,
            classes
        ));
        self.draft
            .plain(LayerSpec::ConcatLabel(layers::ConcatLabel {}))
    }

    fn table_size(&self) -> (usize, usize) {
        let table = self.draft.embedding.as_ref().map(|table| &table.array.dims);
        table.map_or((0, 0), |dims| (dims[0], dims[1]))
    }

    /// Linear layers and what is between them, up to the first convolution.
    pub fn features(&mut self) -> Found<()> {
        while let Some(module) = self.modules.get(self.next).copied() {
            match module.kind {
                Kind::Linear => self.linear(module)?,
                Kind::PRelu => self.slope(module)?,
                _ if self.draft.shape() == Shape::Flat(module.channels())
                    && module.kind != Kind::Convolution =>
                {
                    self.normalise(module)?;
                }
                _ => return self.reshape(),
            }
            self.next += 1;
            if self.next == self.modules.len() {
                return Ok(());
            }
            self.activate(self.next - 1)?;
        }
        Ok(())
    }

    pub fn slope(&mut self, module: &Module) -> Found<()> {
        let layer = prelu(&module.weight()?.values);
        if let LayerSpec::Prelu(_) = layer {
            self.draft.assume(sentence!(
                "“{name}” is a PReLU with a slope for each channel",
                name = module.path
            ));
            return self.add(layer, module);
        }
        self.draft.plain(layer)
    }

    fn linear(&mut self, module: &Module) -> Found<()> {
        let layer = LayerSpec::Linear(layers::Linear {
            bias: module.get("bias").is_some(),
            ..layers::Linear::new(Size::fixed(module.weight()?.dims[0]))
        });
        self.add(layer, module)
    }

    pub fn add(&mut self, layer: LayerSpec, module: &Module) -> Found<()> {
        let weights = weights(&layer, module, self.draft.shape().channels())?;
        self.draft.push(&module.path, layer, weights)
    }

    /// Features become the image that the modules to come take.
    fn reshape(&mut self) -> Found<()> {
        let Shape::Flat(features) = self.draft.shape() else {
            return Ok(());
        };
        if self.next == 0 {
            return Ok(());
        }
        let rest = &self.modules[self.next..];
        let candidates = rest.iter().take(2).flat_map(|module| match module.kind {
            Kind::Convolution => kernel(module)[..2].to_vec(),
            _ => vec![module.channels()],
        });
        let square = |channels: usize| {
            let side = features.checked_div(channels)?.isqrt();
            (side > 0 && side * side * channels == features).then_some([channels, side, side])
        };
        let to = candidates.into_iter().find_map(square).ok_or_else(|| {
            sentence!(
                "{features} features are no square image for “{name}”: state the layers in a \
                 {spec}",
                features,
                name = rest[0].path,
                spec = SPEC
            )
        })?;
        if self.channels_last {
            self.draft.reorder(&channel_order(to))?;
        }
        let [channels, height, width] = to;
        self.draft.assume(sentence!(
            "the {features} features become an image of {height}×{width} with {channels} channels",
            features,
            height,
            width,
            channels
        ));
        self.draft.plain(LayerSpec::Reshape(layers::Reshape {
            to: to.map(Size::fixed),
        }))
    }

    /// Modules without tensors between the module at `index` and the next, where their numbers
    /// tell.
    pub fn gap(&self, index: usize) -> Option<usize> {
        let (parent, number) = self.modules[index].place();
        let (other, next) = self.modules.get(index + 1)?.place();
        (parent == other).then_some(())?;
        next?.checked_sub(number? + 1)
    }

    pub fn normalise(&mut self, module: &Module) -> Found<()> {
        let is_first = !self
            .draft
            .parts
            .iter()
            .any(|part| part.layer.kind() == "batch-norm");
        let is_flat = matches!(self.draft.shape(), Shape::Flat(_));
        let layer = match module.kind {
            Kind::BatchNorm if self.is_pytorch_gan && (!is_first || is_flat) => {
                self.draft.assume(sentence!(
                    "an epsilon of 0.8 in batch norms but the first before an image: the names \
                     are those of PyTorch-GAN, whose code says so"
                ));
                batch_norm_spec(0.8)
            }
            Kind::BatchNorm => {
                let epsilon = self.writer.epsilon();
                self.draft.assume(sentence!(
                    "an epsilon of {epsilon} in batch norms",
                    epsilon = format_args!("{epsilon:e}")
                ));
                batch_norm_spec(epsilon)
            }
            _ if is_flat => {
                self.draft
                    .assume(sentence!("“{name}” is a layer norm", name = module.path));
                LayerSpec::LayerNorm(layers::LayerNorm { epsilon: 1e-5 })
            }
            _ => {
                self.draft.assume(sentence!(
                    "“{name}” is an instance norm, epsilon 1e-5",
                    name = module.path
                ));
                LayerSpec::InstanceNorm(layers::InstanceNorm { epsilon: 1e-5 })
            }
        };
        self.add(layer, module)
    }

    /// The activation between the module at `index` and the next, if there is one.
    pub fn activate(&mut self, index: usize) -> Found<()> {
        let gap = self.gap(index);
        let (own, next) = (self.modules[index].kind, self.modules[index + 1].kind);
        let is_norm = |kind| matches!(kind, Kind::BatchNorm | Kind::Norm);
        let is_image = matches!(self.draft.shape(), Shape::Image(_)) && index > 0;
        let is_activation = match gap {
            _ if own == Kind::PRelu || next == Kind::PRelu => false,
            Some(0) => false,
            // The only module between the reshaped image's norm and the first convolution is the
            // enlarging in generators that enlarge.
            Some(1) if is_image && is_norm(own) && self.is_before_first_enlarging() => false,
            Some(_) => true,
            None => is_norm(own) || !is_norm(next),
        };
        if !is_activation {
            return Ok(());
        }
        self.draft.plain(if self.is_pytorch_gan {
            LayerSpec::LeakyRelu(layers::LeakyRelu { slope: 0.2 })
        } else {
            LayerSpec::Relu(layers::Relu {})
        })
    }

    fn is_before_first_enlarging(&self) -> bool {
        let convolutions =
            |layer: &LayerSpec| matches!(layer, LayerSpec::Conv(_) | LayerSpec::ConvTranspose(_));
        let rest = &self.modules[self.next..];
        let is_odd =
            |module: &&Module| module.kind != Kind::Convolution || kernel(module)[2] % 2 == 1;
        !self
            .draft
            .parts
            .iter()
            .any(|part| convolutions(&part.layer))
            && rest.iter().all(is_odd)
            && rest.first().is_some_and(|module| {
                module.weight().is_ok_and(|weight| {
                    let channels = self.draft.shape().channels();
                    is_transposed(module, &weight.dims, channels) == Ok(false)
                })
            })
    }

    pub fn note(&mut self) {
        self.draft.assume_varied(match self.is_pytorch_gan {
            true => sentence!("leaky ReLU of slope 0.2 between the layers, tanh at the end"),
            false => sentence!("ReLU between the layers, tanh at the end"),
        });
    }
}

fn is_pytorch_gan(modules: &[&Module]) -> bool {
    // In a checkpoint, all names begin with that of the generator.
    let prefix = modules.first().map_or("", |first| {
        let own = ["l1.0", "model.0"];
        own.iter()
            .find_map(|name| first.path.strip_suffix(name))
            .unwrap_or("")
    });
    let is_at = |index: usize, path: &str| {
        let module = modules.get(index);
        module.is_some_and(|module| module.path.strip_prefix(prefix) == Some(path))
    };
    (is_at(0, "l1.0") && is_at(1, "conv_blocks.0"))
        || (is_at(0, "model.0")
            && is_at(1, "model.2")
            && is_at(2, "model.3")
            && modules
                .iter()
                .all(|module| module.kind != Kind::Convolution))
}
