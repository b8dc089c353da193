//! Reads a PyTorch module that was saved whole: its layers follow from classes and attributes; only what
//! `forward` does between them is not in the file.

use super::activations::{ACTIVATIONS, activation, functional};
use super::archive::Opened;
use super::heap::Id;
use super::leaves::{Leaf, chosen};
use super::settings::Settings;
use crate::import::affine::batch_norm_spec;
use crate::import::draft::{Draft, Weight};
use crate::import::found::{Found, written};
use crate::import::parameters::{Module, Writer, weights};
use crate::import::statement::Statement;
use crate::layers::{self, LayerSpec, PadMode, UpsampleMode};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Shape, Size};

/// The generator that the module `id` is, or that of it which is under `key`, and what is to be said
/// of the choice.
pub(super) fn read(
    opened: &Opened<'_>,
    id: Id,
    key: Option<&str>,
    stated: &Statement,
) -> Found<(Draft, Vec<Sentence>)> {
    let (leaves, notes, branching) = chosen(opened, id, key)?;
    if stated.generator.is_some() {
        let tensors = leaves.into_iter().flat_map(|leaf| leaf.tensors).collect();
        let draft = crate::import::parameters::draft(tensors, stated, Writer::PyTorch)?;
        return Ok((draft, notes));
    }
    if let Some((name, class)) = branching {
        return Err(sentence!(
            "“{name}” is of the class {class}, which adds or joins branches by code that is not in the file: \
             export the model by torch.onnx.export, and import the ONNX file",
            name,
            class
        ));
    }
    let mut reading = Reading::new(opened, &leaves)?;
    for index in 0..leaves.len() {
        reading.leaf(index)?;
    }
    reading.end()?;
    Ok((reading.draft, notes))
}

pub(super) struct Reading<'a, 'b> {
    opened: &'a Opened<'b>,
    leaves: &'a [Leaf],
    pub(super) draft: Draft,
    /// Zeros that a padding module puts around the next convolution's image.
    pub(super) pad: [usize; 4],
    /// The activation that `forward` puts between layers, and that at the end, where the order of
    /// the modules cannot be that of the work.
    functional: Option<(LayerSpec, LayerSpec)>,
}

impl<'a, 'b> Reading<'a, 'b> {
    fn new(opened: &'a Opened<'b>, leaves: &'a [Leaf]) -> Found<Self> {
        let first = leaves
            .iter()
            .find(|leaf| leaf.is_affine() && !leaf.tensors.is_empty());
        let first =
            first.ok_or_else(|| sentence!("it has neither a linear layer nor a convolution"))?;
        let module = Module::new(first.path.clone(), first.tensors.clone())?;
        let weight = module.weight()?;
        let latent = match first.class.as_str() {
            "Linear" | "Conv2d" => weight.dims.get(1),
            _ => weight.dims.first(),
        };
        let mut draft = Draft::new(latent.copied().unwrap_or(0));
        let functional = functional(opened, leaves)?;
        if functional.is_some() {
            draft.assume(sentence!(
                "activations are called by the module's own code: one between the layers, one at \
                 the end"
            ));
        }
        draft.assume(sentence!(
            "the layers run in the order in which the module defines them"
        ));
        Ok(Self {
            opened,
            leaves,
            draft,
            pad: [0; 4],
            functional,
        })
    }

    fn leaf(&mut self, index: usize) -> Found<()> {
        let leaf = &self.leaves[index];
        if ACTIVATIONS.contains(&leaf.class.as_str()) {
            return match self.functional {
                Some(_) => Ok(()),
                None => {
                    let layer = activation(self.opened, leaf)?;
                    match layer {
                        LayerSpec::Prelu(_) => {
                            let module = Module::new(leaf.path.clone(), leaf.tensors.clone())?;
                            let slopes = module.channels();
                            if self.draft.shape() != Shape::Flat(slopes) {
                                self.as_image(slopes)?;
                            }
                            self.push(layer, leaf, module)
                        }
                        layer => self.draft.plain(layer),
                    }
                }
            };
        }
        let class = leaf.class.as_str();
        if self.pad != [0; 4] && class != "Conv2d" {
            let sides = std::mem::take(&mut self.pad);
            self.surround(sides, PadMode::Zeros)?;
        }
        match class {
            "Linear" | "Conv2d" | "ConvTranspose2d" => self.affine(index),
            "Embedding" => self.table(leaf),
            "BatchNorm1d" | "BatchNorm2d" | "InstanceNorm2d" | "LayerNorm" | "GroupNorm"
            | "SyncBatchNorm" => self.normalisation(index),
            "Upsample" | "UpsamplingNearest2d" | "UpsamplingBilinear2d" => self.upsample(leaf),
            "PixelShuffle" => {
                let factor = self.settings(leaf).square("upscale_factor")?;
                self.draft
                    .plain(LayerSpec::PixelShuffle(layers::PixelShuffle { factor }))
            }
            "PixelUnshuffle" => {
                let factor = self.settings(leaf).square("downscale_factor")?;
                self.draft.unshuffle(factor)
            }
            "ZeroPad2d" => self.zeros(leaf),
            "ReflectionPad2d" => self.edges(leaf, PadMode::Reflect),
            "ReplicationPad2d" => self.edges(leaf, PadMode::Replicate),
            "AvgPool2d" => self.average_pool(leaf),
            "MaxPool2d" => self.max_pool(leaf),
            "AdaptiveAvgPool2d" if self.settings(leaf).square("output_size")? == 1 => self
                .draft
                .plain(LayerSpec::AvgPool(layers::AvgPool { kernel: None })),
            "GLU" | "AdaptiveAvgPool2d" | "AdaptiveMaxPool2d" | "Softmax" | "Softmax2d"
            | "LogSoftmax" | "LocalResponseNorm" | "ChannelShuffle" | "CircularPad2d"
            | "ConstantPad2d" | "Fold" | "Unfold" | "LPPool2d" => Err(sentence!(
                "“{name}” is of the class {class}, which Ganvas does not support",
                name = leaf.path,
                class
            )),
            "Flatten" => self.draft.plain(LayerSpec::Flatten(layers::Flatten {})),
            "Unflatten" => self.unflatten(leaf),
            "Identity" | "Dropout" | "Dropout2d" | "Dropout1d" => Ok(()),
            _ if leaf.tensors.is_empty() => {
                self.draft.assume(sentence!(
                    "“{name}” ({class}) has no numbers and only changes shapes",
                    name = leaf.path,
                    class
                ));
                Ok(())
            }
            _ => Err(sentence!(
                "“{name}” is of the class {class}, which Ganvas does not support",
                name = leaf.path,
                class
            )),
        }
    }

    pub(super) fn settings(&self, leaf: &'a Leaf) -> Settings<'a, 'b> {
        Settings {
            opened: self.opened,
            leaf,
        }
    }

    fn affine(&mut self, index: usize) -> Found<()> {
        let leaf = &self.leaves[index];
        if let Some((hidden, _)) = &self.functional
            && self.draft.parts.iter().any(|part| !part.weights.is_empty())
        {
            let hidden = hidden.clone();
            self.draft.plain(hidden)?;
        }
        let module = Module::new(leaf.path.clone(), leaf.tensors.clone())?;
        let weight = module.weight()?;
        let bias = module.get("bias").is_some();
        let wrong = || {
            sentence!(
                "“{name}” has a weight of {dims}",
                name = leaf.path,
                dims = written(&weight.dims)
            )
        };
        let layer = match (leaf.class.as_str(), &weight.dims[..]) {
            ("Linear", [out, _]) => LayerSpec::Linear(layers::Linear {
                bias,
                ..layers::Linear::new(Size::fixed(*out))
            }),
            ("Conv2d", [out, inputs, ..]) => {
                self.as_image(*inputs)?;
                self.convolution(leaf, *out, bias)?
            }
            ("ConvTranspose2d", [inputs, out, ..]) => {
                self.as_image(*inputs)?;
                self.transposed(leaf, *out, bias)?
            }
            _ => return Err(wrong()),
        };
        self.push(layer, leaf, module)
    }

    fn push(&mut self, layer: LayerSpec, leaf: &Leaf, module: Module) -> Found<()> {
        let weights = weights(&layer, &module, self.draft.shape().channels())?;
        self.draft.push(&leaf.path, layer, weights)
    }

    /// Features become an image of `channels`, where an image is needed.
    fn as_image(&mut self, channels: usize) -> Found<()> {
        let Shape::Flat(features) = self.draft.shape() else {
            return Ok(());
        };
        if features == channels || channels == 0 {
            return Ok(());
        }
        let side = (features / channels).isqrt();
        if side * side * channels != features {
            return Err(sentence!(
                "{features} features are no square image of {channels} channels",
                features,
                channels
            ));
        }
        self.draft.assume(sentence!(
            "the {features} features become an image of {height}×{width} with {channels} channels",
            features,
            height = side,
            width = side,
            channels
        ));
        self.draft.plain(LayerSpec::Reshape(layers::Reshape {
            to: [channels, side, side].map(Size::fixed),
        }))
    }

    fn table(&mut self, leaf: &Leaf) -> Found<()> {
        let tensor = leaf
            .tensors
            .first()
            .filter(|tensor| tensor.array.dims.len() == 2);
        let tensor =
            tensor.ok_or_else(|| sentence!("“{name}” is no table of labels", name = leaf.path))?;
        let [classes, features] = [tensor.array.dims[0], tensor.array.dims[1]];
        if self.draft.embedding.is_some() || !self.draft.parts.is_empty() {
            return Err(sentence!(
                "“{name}” looks labels up inside the network",
                name = leaf.path
            ));
        }
        let own = self
            .draft
            .latent
            .checked_sub(features)
            .filter(|own| *own > 0);
        self.draft.latent = own.ok_or_else(|| {
            sentence!(
                "“{name}” gives a label {features} features, more than the first layer takes: it \
                 may multiply them with the latent, which no layer of Ganvas does",
                name = leaf.path,
                features
            )
        })?;
        self.draft.classes = Some(classes);
        self.draft.embedding = Some(Weight {
            role: "table".into(),
            source: tensor.name.clone(),
            array: tensor.array.clone(),
        });
        self.draft.assume(sentence!(
            "“{name}” is a table of {classes} labels, whose features come behind the latent",
            name = leaf.path,
            classes
        ));
        self.draft
            .plain(LayerSpec::ConcatLabel(layers::ConcatLabel {}))
    }

    fn normalisation(&mut self, index: usize) -> Found<()> {
        let leaf = &self.leaves[index];
        let settings = self.settings(leaf);
        let epsilon = settings.number("eps").unwrap_or(1e-5);
        let class = leaf.class.as_str();
        if class.contains('2') || class == "SyncBatchNorm" {
            let channels = settings.sizes("num_features").or_else(|why| {
                leaf.tensors
                    .first()
                    .map(|t| vec![t.array.values.len()])
                    .ok_or(why)
            })?;
            self.as_image(channels[0])?;
        }
        let layer = match class {
            "InstanceNorm2d" if settings.is("track_running_stats") => batch_norm_spec(epsilon),
            "InstanceNorm2d" => LayerSpec::InstanceNorm(layers::InstanceNorm { epsilon }),
            "LayerNorm" => LayerSpec::LayerNorm(layers::LayerNorm { epsilon }),
            "GroupNorm" => match settings.sizes("num_groups")?[..] {
                [1] => LayerSpec::LayerNorm(layers::LayerNorm { epsilon }),
                [groups] if groups == self.draft.shape().channels() => {
                    LayerSpec::InstanceNorm(layers::InstanceNorm { epsilon })
                }
                _ => {
                    return Err(sentence!(
                        "“{name}” normalises groups of channels",
                        name = leaf.path
                    ));
                }
            },
            _ => batch_norm_spec(epsilon),
        };
        let module = if leaf.tensors.is_empty() {
            Module {
                path: leaf.path.clone(),
                kind: crate::import::parameters::Kind::Norm,
                tensors: Vec::new(),
            }
        } else {
            Module::new(leaf.path.clone(), leaf.tensors.clone())?
        };
        self.push(layer, leaf, module)
    }

    fn upsample(&mut self, leaf: &'a Leaf) -> Found<()> {
        let settings = self.settings(leaf);
        let mode = match leaf.class.as_str() {
            "UpsamplingNearest2d" => "nearest",
            "UpsamplingBilinear2d" => "bilinear",
            _ => settings.word("mode").unwrap_or("nearest"),
        };
        let aligns = leaf.class == "UpsamplingBilinear2d" || settings.is("align_corners");
        let mode = match mode {
            "nearest" | "nearest-exact" => UpsampleMode::Nearest,
            "bilinear" if aligns => UpsampleMode::BilinearAligned,
            "bilinear" => UpsampleMode::Bilinear,
            other => {
                return Err(sentence!(
                    "“{name}” enlarges by {mode}, which Ganvas does not support",
                    name = leaf.path,
                    mode = other
                ));
            }
        };
        let [_, height, width] = self.draft.shape().dims();
        let factor = match settings.square("scale_factor") {
            Ok(factor) => factor,
            Err(why) => {
                let size = settings.sizes("size").map_err(|_| why.clone())?;
                let (down, across) = (size[0] / height, size[size.len() - 1] / width);
                if down != across || down * height != size[0] {
                    return Err(why);
                }
                down
            }
        };
        self.draft
            .plain(LayerSpec::Upsample(layers::Upsample { factor, mode }))
    }

    fn zeros(&mut self, leaf: &'a Leaf) -> Found<()> {
        // Left, right, top, bottom.
        self.pad = match self.settings(leaf).sizes("padding")?[..] {
            [all] => [all; 4],
            [left, right, top, bottom] => [top, bottom, left, right],
            _ => return Err(sentence!("“{name}” has no four sides", name = leaf.path)),
        };
        Ok(())
    }

    fn unflatten(&mut self, leaf: &'a Leaf) -> Found<()> {
        let sizes = self.settings(leaf).sizes("unflattened_size")?;
        let [channels, height, width] = sizes[..] else {
            return Err(sentence!(
                "“{name}” makes {sizes}, which is no image",
                name = leaf.path,
                sizes = format_args!("{sizes:?}")
            ));
        };
        self.draft.plain(LayerSpec::Reshape(layers::Reshape {
            to: [channels, height, width].map(Size::fixed),
        }))
    }

    fn end(&mut self) -> Found<()> {
        match self.functional.take() {
            Some((_, last)) => self.draft.plain(last),
            None => Ok(()),
        }
    }
}
