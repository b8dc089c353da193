//! A generator inferred from the names, the order and the shapes of its tensors.

use super::bind::{channel_order, set_table};
use super::convert::weights;
use super::modules::{Kind, Module};
use super::windows::{Choice, Known, likeliest};
use crate::import::array::{Found, plainly};
use crate::import::draft::{Draft, batch_norm_spec, padding};
use crate::import::statement::Statement;
use crate::spec::{Initialiser, LayerSpec, Shape, Size, UpsampleMode};

/// Infers the generator. What no tensor says is assumed, and noted.
pub(super) fn infer(modules: Vec<Module>, stated: &Statement, channels_last: bool) -> Found<Draft> {
    let (tables, modules): (Vec<_>, Vec<_>) = modules
        .into_iter()
        .partition(|module| module.kind == Kind::Table);
    let mut inference = Inference::new(modules, stated, channels_last)?;
    inference.label(&tables)?;
    inference.features()?;
    inference.image()?;
    inference.draft.plain(LayerSpec::Tanh)?;
    inference.note();
    Ok(inference.draft)
}

struct Inference {
    modules: Vec<Module>,
    draft: Draft,
    /// The module that comes next.
    next: usize,
    channels_last: bool,
    /// Names as those of github.com/eriklindernoren/PyTorch-GAN, whose second argument of
    /// BatchNorm is an epsilon of 0.8 by mistake.
    is_pytorch_gan: bool,
    windows: Vec<String>,
}

impl Inference {
    fn new(modules: Vec<Module>, stated: &Statement, channels_last: bool) -> Found<Self> {
        let first = modules.first().ok_or("it holds no weights of layers")?;
        let latent = match first.kind {
            Kind::Linear => first.weight()?.dims[1],
            Kind::Convolution => first.weight()?.dims[0],
            _ => stated
                .latent
                .map(|latent| latent.dimension)
                .ok_or_else(|| {
                    format!(
                        "it begins with a normalisation (“{}”), so that the latent cannot be told: \
                     state it in a SPEC.json, or pick the generator with --key",
                        first.path
                    )
                })?,
        };
        let is_pytorch_gan = is_pytorch_gan(&modules);
        Ok(Self {
            modules,
            draft: Draft::new(latent),
            next: 0,
            channels_last,
            is_pytorch_gan,
            windows: Vec::new(),
        })
    }

    fn label(&mut self, tables: &[Module]) -> Found<()> {
        let [table] = tables else {
            return match tables.len() {
                0 => Ok(()),
                _ => Err("it has several tables of labels: state the layers in a SPEC.json".into()),
            };
        };
        set_table(&mut self.draft, table, false)?;
        let (classes, features) = self.table_size();
        let latent = self
            .draft
            .latent
            .checked_sub(features)
            .filter(|latent| *latent > 0);
        self.draft.latent = latent.ok_or_else(|| {
            format!(
                "“{}” gives a label {features} features, more than the first layer takes: it may \
                 multiply them with the latent, which no layer of ours does",
                table.path
            )
        })?;
        self.draft.assume(format!(
            "“{}” is a table of {classes} labels, whose features come behind the latent",
            table.path
        ));
        self.draft.plain(LayerSpec::ConcatLabel)
    }

    fn table_size(&self) -> (usize, usize) {
        let table = self.draft.embedding.as_ref().map(|table| &table.array.dims);
        table.map_or((0, 0), |dims| (dims[0], dims[1]))
    }

    /// Linear layers and what is between them, up to the first convolution.
    fn features(&mut self) -> Found<()> {
        while let Some(module) = self.modules.get(self.next).cloned() {
            match module.kind {
                Kind::Linear => self.linear(&module)?,
                Kind::Slope => self.slope(&module)?,
                _ if self.draft.shape() == Shape::Flat(module.channels())
                    && module.kind != Kind::Convolution =>
                {
                    self.normalise(&module)?;
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

    fn slope(&mut self, module: &Module) -> Found<()> {
        let slope = module.weight()?.values.first().copied().unwrap_or(0.0);
        self.draft.plain(LayerSpec::LeakyRelu {
            slope: plainly(slope),
        })
    }

    fn linear(&mut self, module: &Module) -> Found<()> {
        let layer = LayerSpec::Linear {
            out: Size::fixed(module.weight()?.dims[0]),
            bias: module.get("bias").is_some(),
            init: Initialiser::default(),
        };
        self.add(layer, module)
    }

    fn add(&mut self, layer: LayerSpec, module: &Module) -> Found<()> {
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
            format!(
                "{features} features are no square image for “{}”: state the layers in a SPEC.json",
                rest[0].path
            )
        })?;
        if self.channels_last {
            self.draft.reorder(&channel_order(to))?;
        }
        self.draft.assume(format!(
            "the {features} features become an image of {1}×{2} with {0} channels",
            to[0], to[1], to[2]
        ));
        self.draft.plain(LayerSpec::Reshape {
            to: to.map(Size::fixed),
        })
    }

    /// Convolutions and what is between them.
    fn image(&mut self) -> Found<()> {
        if self.next == self.modules.len() {
            return Ok(());
        }
        let (known, channels) = self.known()?;
        let side = self.draft.shape().dims()[1];
        let (choices, end) = likeliest(side, &known, channels)
            .ok_or("no strides and padding were found that lead to an image")?;
        let mut choices = known.iter().zip(choices);
        while let Some(module) = self.modules.get(self.next).cloned() {
            match module.kind {
                Kind::Convolution => {
                    let (known, choice) = choices.next().ok_or("a convolution too many")?;
                    self.convolution(&module, *known, choice)?;
                }
                Kind::BatchNorm | Kind::Norm => self.normalise(&module)?,
                Kind::Slope => self.slope(&module)?,
                _ => {
                    return Err(format!(
                        "“{}” is no layer of a generator behind convolutions: pick the generator \
                         with --key, or state the layers in a SPEC.json",
                        module.path
                    ));
                }
            }
            self.next += 1;
            if self.next < self.modules.len() {
                self.activate(self.next - 1)?;
            }
        }
        self.draft.assume(format!(
            "strides and padding that lead to {end}×{end}: {}",
            self.windows.join("; ")
        ));
        Ok(())
    }

    /// What the tensors tell of the convolutions, and the channels that come out.
    fn known(&self) -> Found<(Vec<Known>, usize)> {
        let mut channels = self.draft.shape().channels();
        let mut all = Vec::new();
        let start = self.next;
        for (index, module) in self.modules.iter().enumerate().skip(start) {
            if module.kind != Kind::Convolution {
                continue;
            }
            let dims = module.weight()?.dims.clone();
            if dims[2] != dims[3] {
                return Err(format!(
                    "“{}” has a kernel of {}×{}; ours are square",
                    module.path, dims[2], dims[3]
                ));
            }
            let is_transposed = is_transposed(module, &dims, channels)?;
            channels = if is_transposed { dims[1] } else { dims[0] };
            let is_first = all.is_empty();
            let (enlarging, staying) = self.enlarging(index, is_first, is_transposed);
            all.push(Known {
                kernel: dims[2],
                is_transposed,
                enlarging,
                staying,
            });
        }
        Ok((all, channels))
    }

    /// What enlarging before the convolution at `index` costs, and what leaving it costs: by the
    /// numbers that `nn.Sequential` gave to modules without tensors.
    fn enlarging(&self, index: usize, is_first: bool, is_transposed: bool) -> (Option<u32>, u32) {
        if index == 0 {
            return (Some(if is_transposed { 9 } else { 0 }), 0);
        }
        let extra = if is_transposed { 6 } else { 0 };
        match self.gap(index - 1) {
            Some(0) => (None, 0),
            Some(1) if is_first => (Some(extra), 1),
            Some(1) => (Some(extra + 4), 0),
            Some(_) => (Some(extra), u32::from(!is_transposed)),
            None => (Some(extra + 1), 0),
        }
    }

    /// Modules without tensors between the module at `index` and the next, where their numbers
    /// tell.
    fn gap(&self, index: usize) -> Option<usize> {
        let (parent, number) = self.modules[index].place();
        let (other, next) = self.modules.get(index + 1)?.place();
        (parent == other).then_some(())?;
        next?.checked_sub(number? + 1)
    }

    fn convolution(&mut self, module: &Module, known: Known, choice: Choice) -> Found<()> {
        let Choice {
            enlarged,
            stride,
            padding: pad,
            more,
        } = choice;
        if enlarged {
            let mode = UpsampleMode::Nearest;
            self.draft.plain(LayerSpec::Upsample { factor: 2, mode })?;
        }
        let [_, side, _] = self.draft.shape().dims();
        let dims = &module.weight()?.dims;
        let (bias, init) = (module.get("bias").is_some(), Initialiser::default());
        let (kernel, padding) = (known.kernel, padding([pad; 4]));
        let layer = if known.is_transposed {
            let output = (side - 1) * stride + kernel + more - 2 * pad;
            LayerSpec::ConvTranspose {
                out: Size::fixed(dims[1]),
                kernel,
                stride,
                padding,
                output: (more > 0).then_some([Size::fixed(output); 2]),
                bias,
                init,
            }
        } else {
            let out = Size::fixed(dims[0]);
            LayerSpec::Conv {
                out,
                kernel,
                stride,
                padding,
                bias,
                init,
            }
        };
        let up = if enlarged {
            "enlarged by 2 (nearest), "
        } else {
            ""
        };
        let more = if more > 0 {
            format!(", output padding {more}")
        } else {
            String::new()
        };
        self.windows.push(format!(
            "{} ({}) {up}stride {stride}, padding {pad}{more}",
            module.path,
            layer.kind()
        ));
        self.add(layer, module)
    }

    fn normalise(&mut self, module: &Module) -> Found<()> {
        let is_first = !self
            .draft
            .parts
            .iter()
            .any(|part| part.layer.kind() == "batch-norm");
        let is_flat = matches!(self.draft.shape(), Shape::Flat(_));
        let layer = match module.kind {
            Kind::BatchNorm if self.is_pytorch_gan && (!is_first || is_flat) => {
                self.draft.assume(
                    "an epsilon of 0.8 in batch norms but the first before an image: the names \
                     are those of PyTorch-GAN, whose code says so",
                );
                batch_norm_spec(0.8)
            }
            Kind::BatchNorm => {
                self.draft.assume("an epsilon of 1e-5 in batch norms");
                batch_norm_spec(1e-5)
            }
            _ if is_flat => {
                self.draft
                    .assume(format!("“{}” is a layer norm", module.path));
                LayerSpec::LayerNorm { epsilon: 1e-5 }
            }
            _ => {
                self.draft.assume(format!(
                    "“{}” is an instance norm, epsilon 1e-5",
                    module.path
                ));
                LayerSpec::InstanceNorm { epsilon: 1e-5 }
            }
        };
        self.add(layer, module)
    }

    /// The activation between the module at `index` and the next, if there is one.
    fn activate(&mut self, index: usize) -> Found<()> {
        let gap = self.gap(index);
        let (own, next) = (self.modules[index].kind, self.modules[index + 1].kind);
        let is_norm = |kind| matches!(kind, Kind::BatchNorm | Kind::Norm);
        let is_image = matches!(self.draft.shape(), Shape::Image(_)) && index > 0;
        let is_activation = match gap {
            _ if own == Kind::Slope || next == Kind::Slope => false,
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
            LayerSpec::LeakyRelu { slope: 0.2 }
        } else {
            LayerSpec::Relu
        })
    }

    fn is_before_first_enlarging(&self) -> bool {
        let convolutions = |layer: &LayerSpec| {
            matches!(
                layer,
                LayerSpec::Conv { .. } | LayerSpec::ConvTranspose { .. }
            )
        };
        let rest = &self.modules[self.next..];
        let is_odd =
            |module: &Module| module.kind != Kind::Convolution || kernel(module)[2] % 2 == 1;
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

    fn note(&mut self) {
        let hidden = if self.is_pytorch_gan {
            "leaky ReLU of slope 0.2"
        } else {
            "ReLU"
        };
        self.draft
            .assume(format!("{hidden} between the layers, tanh at the end"));
    }
}

/// The dimensions of a convolution's kernel.
fn kernel(module: &Module) -> [usize; 4] {
    let dims = module.weight().map(|weight| weight.dims.as_slice());
    dims.ok()
        .and_then(|dims| dims.try_into().ok())
        .unwrap_or([0; 4])
}

fn is_pytorch_gan(modules: &[Module]) -> bool {
    let is_at = |index: usize, path: &str| modules.get(index).is_some_and(|m| m.path == path);
    (is_at(0, "l1.0") && is_at(1, "conv_blocks.0"))
        || (is_at(0, "model.0")
            && is_at(1, "model.2")
            && is_at(2, "model.3")
            && modules
                .iter()
                .all(|module| module.kind != Kind::Convolution))
}

/// Whether a kernel is a transposed convolution's: by its channels, its bias, its name and its
/// size, in this order.
fn is_transposed(module: &Module, dims: &[usize], channels: usize) -> Found<bool> {
    let [first, second] = [dims[0] == channels, dims[1] == channels];
    let bias = module.get("bias").map(|bias| bias.array.values.len());
    match (first, second) {
        (true, false) => Ok(true),
        (false, true) => Ok(false),
        (true, true) => {
            let name = module.path.to_ascii_lowercase();
            let says = ["deconv", "trans", "convt", "up"]
                .iter()
                .any(|word| name.contains(word));
            Ok(says || dims[2].is_multiple_of(2))
        }
        (false, false) => Err(format!(
            "“{}” takes {} or {} channels (its bias has {}), but {channels} come in: its order or \
             the parts before are not what the names suggest; state the layers in a SPEC.json",
            module.path,
            dims[0],
            dims[1],
            bias.map_or("none".to_owned(), |count| count.to_string())
        )),
    }
}
