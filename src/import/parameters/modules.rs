//! Groups tensors into the modules that they belong to.

use super::named::Named;
use crate::import::array::Array;
use crate::import::found::{Found, written};
use crate::network::MOST_LAYERS;
use crate::sentence::sentence;
use std::collections::HashMap;

/// What a module is, as far as its tensors tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum Kind {
    /// A matrix that vectors are multiplied by.
    Linear,
    /// A matrix that labels are looked up in.
    Embedding,
    /// A kernel, of a convolution or a transposed one.
    Convolution,
    /// Running statistics.
    BatchNorm,
    /// A scale and a shift a channel.
    Norm,
    /// A weight of numbers per channel and nothing else: a PReLU.
    PRelu,
}

/// The tensors of one module, in PyTorch's layout.
#[derive(Debug, Clone)]
pub(in crate::import) struct Module {
    /// Where it is, as `main.3`; empty at the top.
    pub path: String,
    pub kind: Kind,
    pub tensors: Vec<Named>,
}

impl Module {
    /// The module of these tensors.
    pub fn new(path: String, tensors: Vec<Named>) -> Found<Self> {
        let tensors = normalised(&path, tensors)?;
        let mut module = Self {
            path,
            kind: Kind::Norm,
            tensors,
        };
        module.kind = module.told()?;
        Ok(module)
    }

    /// The tensor with this last name.
    pub fn get(&self, leaf: &str) -> Option<&Named> {
        self.tensors
            .iter()
            .find(|tensor| last(&tensor.name) == leaf)
    }

    /// Its weight, which every module but a bare batch norm has.
    pub fn weight(&self) -> Found<&Array> {
        let weight = self.get("weight").map(|tensor| &tensor.array);
        weight.ok_or_else(|| sentence!("“{name}” has no weight", name = self.path))
    }

    /// Channels of a normalisation.
    pub fn channels(&self) -> usize {
        let tensor = self.tensors.first();
        tensor.map_or(0, |tensor| tensor.array.values.len())
    }

    /// The path's parent and, if the last part is a number, that.
    pub fn place(&self) -> (&str, Option<usize>) {
        let (parent, leaf) = self.path.rsplit_once('.').unwrap_or(("", &self.path));
        (parent, leaf.parse().ok())
    }

    fn told(&self) -> Found<Kind> {
        if self.get("running_mean").is_some() {
            return Ok(Kind::BatchNorm);
        }
        let weight = self.weight()?;
        match weight.dims.len() {
            1 if self.tensors.len() == 1 => Ok(Kind::PRelu),
            _ if weight.values.len() == 1 && self.tensors.len() == 1 => Ok(Kind::PRelu),
            1 => Ok(Kind::Norm),
            2 if self.get("bias").is_none() && is_embedding(&self.path) => Ok(Kind::Embedding),
            2 => Ok(Kind::Linear),
            4 => Ok(Kind::Convolution),
            3 if self
                .get("bias")
                .is_some_and(|bias| bias.array.dims == weight.dims) =>
            {
                Ok(Kind::Norm)
            }
            _ => Err(sentence!(
                "“{name}” has a weight of {dims}, which no layer of Ganvas has",
                name = self.path,
                dims = written(&weight.dims)
            )),
        }
    }
}

fn is_embedding(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    path.contains("emb") || path.contains("label")
}

pub(super) fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap_or(name)
}

/// Most tensors of a generator.
pub(in crate::import) const MOST_TENSORS: usize = 4096;

/// Whether a tensor is called as PyTorch calls those of its layers, whatever the layer's own name.
pub(in crate::import) fn is_parameter(name: &str) -> bool {
    const NAMES: [&str; 8] = [
        "weight",
        "bias",
        "running_mean",
        "running_var",
        "weight_orig",
        "weight_g",
        "weight_u",
        "weight_v",
    ];
    NAMES.contains(&last(name)) || name.contains(PARAMETRISED)
}

/// Names under which PyTorch keeps a weight that it works out anew at every pass.
const PARAMETRISED: &str = "parametrizations.";

/// The modules that a generator's tensors belong to; not more than a network may have.
pub(super) fn modules(tensors: Vec<Named>) -> Found<Vec<Module>> {
    let modules = grouped(tensors)?;
    if modules.is_empty() {
        return Err(sentence!("it holds no weights of layers"));
    }
    if modules.len() > MOST_LAYERS {
        return Err(sentence!(
            "it has weights of {count} layers; the most is {most}",
            count = modules.len(),
            most = MOST_LAYERS
        ));
    }
    Ok(modules)
}

/// Groups tensors into modules, in the file's order. Counters and single numbers are left out.
fn grouped(tensors: Vec<Named>) -> Found<Vec<Module>> {
    if tensors.len() > MOST_TENSORS {
        return Err(sentence!(
            "it has {count} tensors; the most is {most}",
            count = tensors.len(),
            most = MOST_TENSORS
        ));
    }
    if let Some(empty) = tensors.iter().find(|tensor| tensor.array.values.is_empty()) {
        return Err(sentence!("its tensor “{name}” is empty", name = empty.name));
    }
    let mut groups: Vec<(String, Vec<Named>)> = Vec::new();
    let mut places = HashMap::new();
    for tensor in tensors {
        if last(&tensor.name) == "num_batches_tracked" || tensor.array.dims.is_empty() {
            continue;
        }
        let whole = tensor.name.as_str();
        let path = match whole.find(PARAMETRISED) {
            Some(place) => whole[..place].trim_end_matches('.'),
            None => whole.rsplit_once('.').map_or("", |(path, _)| path),
        };
        let place = *places.entry(path.to_owned()).or_insert(groups.len());
        if place == groups.len() {
            groups.push((path.to_owned(), Vec::new()));
        }
        groups[place].1.push(tensor);
    }
    groups
        .into_iter()
        .map(|(path, tensors)| Module::new(path, tensors))
        .collect()
}

/// Works spectral and weight normalisation into the weight, as they do in inference.
fn normalised(path: &str, tensors: Vec<Named>) -> Found<Vec<Named>> {
    let get = |ends: &[&str]| {
        let own = tensors.iter().find(|tensor| {
            let rest = tensor.name.strip_prefix(path).unwrap_or(&tensor.name);
            ends.contains(&rest.trim_start_matches('.'))
        });
        own.map(|tensor| &tensor.array)
    };
    let original = get(&["weight_orig", "parametrizations.weight.original"]);
    let vectors = (
        get(&["weight_u", "parametrizations.weight.0._u"]),
        get(&["weight_v", "parametrizations.weight.0._v"]),
    );
    let parts = (
        get(&["weight_g", "parametrizations.weight.original0"]),
        get(&["weight_v", "parametrizations.weight.original1"]),
    );
    let weight = match (original, vectors, parts) {
        (Some(weight), (Some(u), Some(v)), _) => spectral(path, weight, u, v)?,
        (None, _, (Some(lengths), Some(directions))) => lengthened(path, lengths, directions)?,
        _ => return Ok(tensors),
    };
    let name = if path.is_empty() {
        "weight".to_owned()
    } else {
        format!("{path}.weight")
    };
    let is_kept = |tensor: &Named| last(&tensor.name) == "bias";
    let mut kept = vec![Named {
        name,
        array: weight,
    }];
    kept.extend(tensors.into_iter().filter(is_kept));
    Ok(kept)
}

/// Miyato et al. 2018: the weight over its largest singular value, `uᵀ·W·v`. The matrix has a row
/// an output, which for a transposed convolution is the second axis.
fn spectral(path: &str, weight: &Array, u: &Array, v: &Array) -> Found<Array> {
    let rows = u.values.len();
    let axis = usize::from(weight.dims.first() != Some(&rows));
    let wrong = || {
        sentence!(
            "the spectral norm of “{name}” does not fit its weight",
            name = path
        )
    };
    if weight.dims.get(axis) != Some(&rows) || rows * v.values.len() != weight.values.len() {
        return Err(wrong());
    }
    let mut axes: Vec<usize> = (0..weight.dims.len()).collect();
    axes.swap(0, axis);
    let matrix = weight.permuted(&axes);
    let row = |(values, u): (&[f32], &f32)| {
        let terms = values.iter().zip(&v.values);
        f64::from(*u)
            * terms
                .map(|(w, v)| f64::from(*w) * f64::from(*v))
                .sum::<f64>()
    };
    let rows = matrix.values.chunks_exact(v.values.len().max(1));
    let sigma: f64 = rows.zip(&u.values).map(row).sum();
    let values = weight.values.iter().map(|w| (f64::from(*w) / sigma) as f32);
    Array::new(weight.dims.clone(), values.collect())
}

/// Salimans and Kingma 2016: each output's weights have the length that is stored beside them.
fn lengthened(path: &str, lengths: &Array, directions: &Array) -> Found<Array> {
    let rows = lengths.values.len();
    if rows == 0 || directions.values.is_empty() || directions.dims.first() != Some(&rows) {
        return Err(sentence!(
            "the weight norm of “{name}” is not one a row",
            name = path
        ));
    }
    let mut values = Vec::with_capacity(directions.values.len());
    for (row, length) in directions
        .values
        .chunks_exact(directions.values.len() / rows)
        .zip(&lengths.values)
    {
        let own = row
            .iter()
            .map(|v| f64::from(*v) * f64::from(*v))
            .sum::<f64>()
            .sqrt();
        values.extend(
            row.iter()
                .map(|v| (f64::from(*v) * f64::from(*length) / own) as f32),
        );
    }
    Array::new(directions.dims.clone(), values)
}
