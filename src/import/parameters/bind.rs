//! Fills the layers that a person stated with the file's tensors.

use super::convert::weights;
use super::modules::{Kind, Module};
use super::named::Named;
use crate::import::array::count;
use crate::import::draft::{Draft, Weight};
use crate::import::found::{Found, named as quoted_names, written};
use crate::import::statement::Statement;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::Shape;
use std::collections::{HashSet, VecDeque};

/// Builds the stated `layers`, each with the module that is named for it, else the next one.
pub(super) fn bind(
    modules: Vec<Module>,
    layers: &[LayerSpec],
    stated: &Statement,
    channels_last: bool,
) -> Found<Draft> {
    let (mut named, mut rest) = (Vec::new(), VecDeque::new());
    let table = stated.label_embedding.as_ref().map(|table| &table.tensor);
    let listed: HashSet<&String> = stated.tensors.values().collect();
    let is_named = |module: &Module| {
        let mut own = module.tensors.iter().map(|tensor| &tensor.name);
        own.any(|name| listed.contains(name))
    };
    let is_table = |module: &Module| module.tensors.iter().any(|t| Some(&t.name) == table);
    let mut embedding = None;
    for module in modules {
        if is_table(&module) {
            embedding = Some(module);
        } else if is_named(&module) {
            named.push(module);
        } else {
            rest.push_back(module);
        }
    }
    let first = named.first().or(rest.front());
    let mut draft = Draft::new(latent(first, stated)?);
    draft.classes = (!stated.labels.is_empty()).then_some(stated.labels.len());
    if let Some(table) = &stated.label_embedding {
        let module =
            embedding.ok_or_else(|| sentence!("it has no tensor “{name}”", name = table.tensor))?;
        set_embedding(&mut draft, &module, table.first)?;
    }
    let mut binding = Binding {
        draft,
        stated,
        named,
        rest,
        channels_last,
    };
    binding.layers("layers.", layers)?;
    let Binding {
        draft, named, rest, ..
    } = binding;
    // A slope is stated as that of a leaky ReLU.
    let left = named.iter().chain(&rest);
    let left = left.filter(|module| module.kind != Kind::PRelu);
    let left: Vec<&str> = left.map(|module| module.path.as_str()).collect();
    if left.is_empty() {
        return Ok(draft);
    }
    Err(sentence!(
        "the stated layers leave tensors over: {list} are of no layer",
        list = quoted_names(left.into_iter())
    ))
}

/// Layers that are being filled.
struct Binding<'a> {
    draft: Draft,
    stated: &'a Statement,
    /// Modules that are stated by name, and the others in order.
    named: Vec<Module>,
    rest: VecDeque<Module>,
    channels_last: bool,
}

impl Binding<'_> {
    /// Adds a list of layers; `path` is what their tensors' names begin with, as `layers.3.body.`.
    fn layers(&mut self, path: &str, layers: &[LayerSpec]) -> Found<()> {
        for (index, layer) in layers.iter().enumerate() {
            let own = format!("{path}{index}");
            if layer.branches().is_empty() {
                self.layer(&own, index, layer)?;
                continue;
            }
            let start = self.draft.place();
            self.draft.keep(start);
            let mut ends = Vec::new();
            for (branch, list) in layer.branches() {
                self.draft.go_to(start)?;
                self.layers(&format!("{own}.{branch}."), list)?;
                ends.push(self.draft.place());
            }
            self.draft.enclose(layer, start, &ends, "")?;
        }
        Ok(())
    }

    fn layer(&mut self, path: &str, index: usize, layer: &LayerSpec) -> Found<()> {
        let module = match needs_module(layer) {
            true => Some(self.take(path, index, layer)?),
            false => None,
        };
        if self.channels_last {
            order_channels(&mut self.draft, layer, module.as_ref())?;
        }
        let channels = self.draft.shape().channels();
        let (name, weights) = match &module {
            Some(module) => (module.path.as_str(), weights(layer, module, channels)?),
            None => ("", Vec::new()),
        };
        self.draft.push(name, layer.clone(), weights)
    }
}

/// Looks labels up in `module`.
pub(super) fn set_embedding(draft: &mut Draft, module: &Module, first: bool) -> Found<()> {
    let tensor = module
        .tensors
        .first()
        .filter(|tensor| tensor.array.dims.len() == 2);
    let tensor =
        tensor.ok_or_else(|| sentence!("“{name}” is no table of labels", name = module.path))?;
    let classes = tensor.array.dims[0];
    match draft.classes {
        Some(stated) if stated != classes => {
            return Err(sentence!(
                "“{name}” is a table of {classes} classes, but {stated} are stated",
                name = module.path,
                classes,
                stated
            ));
        }
        _ => draft.classes = Some(classes),
    }
    draft.embedding = Some(Weight {
        role: "table".into(),
        source: tensor.name.clone(),
        array: tensor.array.clone(),
    });
    draft.label_first = first;
    Ok(())
}

/// In files that keep channels last, features become pixels pixel by pixel: ours, channel by
/// channel.
fn order_channels(draft: &mut Draft, layer: &LayerSpec, _: Option<&Module>) -> Found<()> {
    if let (LayerSpec::Reshape(layers::Reshape { to }), Shape::Flat(features)) =
        (layer, draft.shape())
    {
        let sizes = to.map(|size| size.at(&draft.scale()));
        if let [Some(channels), Some(height), Some(width)] = sizes
            && count(&[channels, height, width]) == Ok(features)
        {
            return draft.reorder(&channel_order([channels, height, width]));
        }
    }
    Ok(())
}

/// For every feature in our order, its place in an image that keeps channels last.
pub(in crate::import) fn channel_order([channels, height, width]: [usize; 3]) -> Vec<usize> {
    let places = (0..channels)
        .flat_map(|channel| (0..height * width).map(move |pixel| pixel * channels + channel));
    places.collect()
}

fn latent(first: Option<&Module>, stated: &Statement) -> Found<usize> {
    if let Some(latent) = stated.latent {
        return Ok(latent.dimension);
    }
    let unknown =
        || sentence!("state the latent: its dimension does not follow from the first layer");
    let first = first.ok_or_else(unknown)?;
    match first.kind {
        _ if !stated.labels.is_empty() => Err(unknown()),
        Kind::Linear => Ok(first.weight()?.dims[1]),
        Kind::Convolution => Ok(first.weight()?.dims[0]),
        _ => Err(unknown()),
    }
}

fn needs_module(layer: &LayerSpec) -> bool {
    matches!(
        layer,
        LayerSpec::Linear(_)
            | LayerSpec::Conv(_)
            | LayerSpec::ConvTranspose(_)
            | LayerSpec::BatchNorm(_)
            | LayerSpec::LayerNorm(_)
            | LayerSpec::InstanceNorm(_)
            | LayerSpec::Prelu(_)
    )
}

impl Binding<'_> {
    /// The module of a layer: that which is stated for it, else the next.
    fn take(&mut self, path: &str, index: usize, layer: &LayerSpec) -> Found<Module> {
        let Self {
            stated,
            named,
            rest,
            ..
        } = self;
        let wanted = ["weight", "scale", "slope"].into_iter().find_map(|role| {
            let key = format!("{path}.{role}");
            stated.tensors.get(&key).map(|name| (key, name))
        });
        let number = index + 1;
        if let Some((key, name)) = wanted {
            let has = |module: &Module| module.tensors.iter().any(|tensor| tensor.name == *name);
            let place = named.iter().position(has);
            let place = place.ok_or_else(|| {
                sentence!("it has no tensor “{name}”, stated as {key}", name, key)
            })?;
            return Ok(named.remove(place));
        }
        // A normalisation without numbers of its own leaves no tensors.
        let is_bare = matches!(layer, LayerSpec::InstanceNorm(_) | LayerSpec::LayerNorm(_));
        if is_bare && rest.front().is_none_or(|module| module.kind != Kind::Norm) {
            return Ok(Module {
                path: String::new(),
                kind: Kind::Norm,
                tensors: Vec::new(),
            });
        }
        let takes_slopes = matches!(layer, LayerSpec::Prelu(_));
        while rest
            .front()
            .is_some_and(|module| module.kind == Kind::PRelu && !takes_slopes)
        {
            rest.pop_front();
        }
        let next = rest.pop_front().ok_or_else(|| {
            sentence!(
                "layer {number} ({kind}) finds no more tensors",
                number,
                kind = layer.kind()
            )
        })?;
        let fits = match layer {
            LayerSpec::Linear(_) => matches!(next.kind, Kind::Linear | Kind::Embedding),
            LayerSpec::BatchNorm(_) => next.kind == Kind::BatchNorm,
            LayerSpec::Prelu(_) => next.kind == Kind::PRelu,
            LayerSpec::Conv(_) | LayerSpec::ConvTranspose(_) => next.kind == Kind::Convolution,
            _ => next.kind == Kind::Norm,
        };
        if fits {
            return Ok(next);
        }
        let kind = layer.kind();
        let name = &next.path;
        Err(match next.tensors.first() {
            Some(Named {
                name: tensor,
                array,
            }) => sentence!(
                "layer {number} ({kind}) does not fit the file's next tensors, “{name}” ({tensor} of \
             {dims})",
                number,
                kind,
                name,
                tensor,
                dims = written(&array.dims)
            ),
            None => sentence!(
                "layer {number} ({kind}) finds no more tensors",
                number,
                kind
            ),
        })
    }
}
