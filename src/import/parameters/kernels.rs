//! Telling convolutions and transposed convolutions apart by their kernels.

use super::modules::Module;
use crate::import::found::{Found, SPEC};
use crate::sentence::{Fill, sentence};

/// The dimensions of a convolution's kernel.
pub(super) fn kernel(module: &Module) -> [usize; 4] {
    let dims = module.weight().map(|weight| weight.dims.as_slice());
    dims.ok()
        .and_then(|dims| dims.try_into().ok())
        .unwrap_or([0; 4])
}

/// Whether a kernel is a transposed convolution's: by its channels, its bias, its name and its
/// size, in this order.
pub(super) fn is_transposed(module: &Module, dims: &[usize], channels: usize) -> Found<bool> {
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
        (false, false) => {
            let bias = match bias {
                Some(count) => count.filling(),
                None => sentence!("none").filling(),
            };
            Err(sentence!(
                "“{name}” takes {first} or {second} channels (its bias has {bias}), but {channels} \
                 come in: its order or the parts before are not what the names suggest; state the \
                 layers in a {spec}",
                name = module.path,
                first = dims[0],
                second = dims[1],
                bias,
                channels,
                spec = SPEC
            ))
        }
    }
}
