//! Between numbers and tensors.

use crate::sentence::sentence;
use crate::{Error, Result};
use burn::tensor::{Device, Tensor, TensorData, Transaction};

/// `count` vectors that stand one after another, as `[count, length, 1, 1]`.
pub(crate) fn vectors(values: Vec<f32>, count: usize, device: &Device) -> Tensor<4> {
    let dims = [count, values.len() / count, 1, 1];
    Tensor::from_data(TensorData::new(values, dims), device)
}

/// Labels as one-hot vectors `[batch, classes, 1, 1]`. Every label must be below `classes`.
pub fn one_hot(labels: &[u8], classes: usize, device: &Device) -> Tensor<4> {
    let mut hot = vec![0.0_f32; labels.len() * classes];
    for (row, &label) in labels.iter().enumerate() {
        hot[row * classes + usize::from(label)] = 1.0;
    }
    Tensor::from_data(TensorData::new(hot, [labels.len(), classes, 1, 1]), device)
}

/// Reads tensors in one transfer.
pub(crate) async fn read_all(tensors: Vec<Tensor<1>>) -> Result<Vec<Vec<f32>>> {
    let transaction = tensors
        .into_iter()
        .fold(Transaction::default(), Transaction::register);
    let data = transaction.execute_async().await?;
    data.into_iter().map(floats).collect()
}

fn floats(data: TensorData) -> Result<Vec<f32>> {
    data.try_into_vec().map_err(|error| {
        Error::Device(sentence!(
            "The device delivered other than f32: {error}.",
            error = format!("{error:?}")
        ))
    })
}

/// The tensor as a vector; moves no data.
pub(crate) fn flatten<const D: usize>(tensor: Tensor<D>) -> Tensor<1> {
    let count = tensor.dims().iter().product::<usize>();
    tensor.reshape([count])
}
