//! The weights of a Keras model, by layer.

use crate::import::array::Array;
use crate::import::found::{Found, listed};
use crate::import::parameters::Named;
use crate::sentence::sentence;
use std::collections::HashMap;

/// Every layer's tensors, as Keras names and orders them.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    /// The layers that have tensors, in the file's order.
    layers: Vec<String>,
    /// Where a layer's tensors are among all, by their own names.
    places: HashMap<String, Vec<(String, usize)>>,
    /// Tensors in the file's order, for a file without a description of its layers.
    all: Vec<Named>,
}

impl Numbers {
    /// Adds the tensor that Keras calls `name`, as `dense_1/kernel:0`; `layer` where the name does
    /// not say it.
    pub fn add(&mut self, layer: &str, name: &str, array: Array) {
        let name = name.split(':').next().unwrap_or(name);
        let mut parts = name.rsplit('/');
        let leaf = parts.next().unwrap_or(name).to_owned();
        let layer = parts.next().unwrap_or(layer).to_owned();
        let place = self.all.len();
        self.all.push(Named {
            name: format!("{layer}.{leaf}"),
            array,
        });
        if !self.places.contains_key(&layer) {
            self.layers.push(layer.clone());
        }
        self.places.entry(layer).or_default().push((leaf, place));
    }

    /// A layer's tensor.
    pub fn get(&self, layer: &str, leaf: &str) -> Option<&Array> {
        let own = self.places.get(layer)?;
        let (_, place) = own.iter().find(|(name, _)| name == leaf)?;
        self.all.get(*place).map(|tensor| &tensor.array)
    }

    /// Calls the layers as `names`, those of the description that have numbers, does: Keras takes
    /// weights in order, whatever they are called. Says whether that was needed.
    pub fn renamed(&mut self, names: &[&str]) -> Found<bool> {
        if names.iter().all(|name| self.places.contains_key(*name)) {
            return Ok(false);
        }
        if names.len() != self.layers.len() {
            return Err(sentence!(
                "{count} layers of the description have numbers ({list}), {others} of the weights \
                 ({other_list}): they are \
                 not of one model",
                count = names.len(),
                list = listed(names),
                others = self.layers.len(),
                other_list = listed(&self.layers)
            ));
        }
        let mut places = HashMap::new();
        for (old, new) in self.layers.iter().zip(names) {
            if let Some(own) = self.places.remove(old) {
                places.insert((*new).to_owned(), own);
            }
        }
        self.places = places;
        self.layers = names.iter().map(|name| (*name).to_owned()).collect();
        Ok(true)
    }

    /// The tensors for [`crate::import::parameters`], under PyTorch's names and in its layout.
    pub fn as_state_dict(&self) -> Vec<Named> {
        let turn = |tensor: &Named| {
            let (layer, leaf) = tensor.name.rsplit_once('.').unwrap_or(("", &tensor.name));
            let leaf = match leaf {
                "kernel" | "gamma" | "embeddings" => "weight",
                "beta" => "bias",
                "moving_mean" => "running_mean",
                "moving_variance" => "running_var",
                other => other,
            };
            let array = match (leaf, tensor.array.dims.len()) {
                ("weight", 2) if tensor.name.ends_with("kernel") => tensor.array.permuted(&[1, 0]),
                // Of a convolution [out, in, …], of a transposed one [in, out, …].
                ("weight", 4) => tensor.array.permuted(&[3, 2, 0, 1]),
                _ => tensor.array.clone(),
            };
            Named {
                name: format!("{layer}.{leaf}"),
                array,
            }
        };
        self.all.iter().map(turn).collect()
    }
}
