//! The numbers of a Keras model, by layer.

use crate::import::array::Array;
use crate::import::parameters::Named;
use std::collections::HashMap;

/// Every layer's tensors, as Keras names and orders them.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    layers: HashMap<String, Vec<(String, Array)>>,
    /// Tensors in the file's order, for a file without a description of its layers.
    pub all: Vec<Named>,
}

impl Numbers {
    /// Adds the tensor that Keras calls `name`, as `dense_1/kernel:0`; `layer` where the name does
    /// not say it.
    pub fn add(&mut self, layer: &str, name: &str, array: Array) {
        let name = name.split(':').next().unwrap_or(name);
        let mut parts = name.rsplit('/');
        let leaf = parts.next().unwrap_or(name).to_owned();
        let layer = parts.next().unwrap_or(layer).to_owned();
        self.all.push(Named {
            name: format!("{layer}.{leaf}"),
            array: array.clone(),
        });
        self.layers.entry(layer).or_default().push((leaf, array));
    }

    /// A layer's tensor.
    pub fn get(&self, layer: &str, leaf: &str) -> Option<&Array> {
        let own = self.layers.get(layer)?;
        own.iter()
            .find(|(name, _)| name == leaf)
            .map(|(_, array)| array)
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
                ("weight", 2) if tensor.name.ends_with("kernel") => tensor.array.turned(&[1, 0]),
                // Of a convolution [out, in, …], of a transposed one [in, out, …].
                ("weight", 4) => tensor.array.turned(&[3, 2, 0, 1]),
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
