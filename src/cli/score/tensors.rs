//! Tensors of a PyTorch network's file, under our names and in our layout.

use super::super::Failure;
use ganvas::network::NamedTensor;
use safetensors::SafeTensors;
use safetensors::tensor::Dtype;
use std::collections::BTreeMap;
use std::path::Path;

/// Looks at the file's frame.
pub fn open<'a>(path: &Path, bytes: &'a [u8]) -> Result<SafeTensors<'a>, Failure> {
    SafeTensors::deserialize(bytes).map_err(|error| {
        Failure::File(format!(
            "{} is not a whole safetensors file: {error}.",
            path.display()
        ))
    })
}

/// The tensors that `names` (ours to the file's) lists. Linear weights are turned from PyTorch's
/// `[out, in]` to our `[in, out]`; shapes are checked where the tensors are written.
pub fn renamed(
    path: &Path,
    file: &SafeTensors<'_>,
    names: &BTreeMap<String, String>,
) -> Result<Vec<NamedTensor>, Failure> {
    let wrong = |what: String| Failure::File(format!("{} {what}.", path.display()));
    let read = |(name, source): (&String, &String)| {
        let view = file.tensor(source).map_err(|_| {
            wrong(format!(
                "lacks the tensor {source}; is it the MNIST classifier of burn's examples?"
            ))
        })?;
        if view.dtype() != Dtype::F32 {
            return Err(wrong(format!(
                "holds {source} as {:?}; expected F32",
                view.dtype()
            )));
        }
        let (chunks, _) = view.data().as_chunks();
        let values = chunks
            .iter()
            .map(|chunk| f32::from_le_bytes(*chunk))
            .collect();
        Ok(ours(name.clone(), view.shape(), values))
    };
    names.iter().map(read).collect()
}

fn ours(name: String, dims: &[usize], values: Vec<f32>) -> NamedTensor {
    let (dims, values) = match *dims {
        [out, inputs] => {
            let turned = (0..inputs * out).map(|place| values[place % out * inputs + place / out]);
            (vec![inputs, out], turned.collect())
        }
        _ => (dims.to_vec(), values),
    };
    NamedTensor { name, dims, values }
}
