//! Labels of conditional networks.

use burn::tensor::{Device, Tensor, TensorData};

/// Labels as one-hot vectors `[batch, classes, 1, 1]`. Every label must be below `classes`.
pub fn one_hot(labels: &[u8], classes: usize, device: &Device) -> Tensor<4> {
    let mut hot = vec![0.0_f32; labels.len() * classes];
    for (row, &label) in labels.iter().enumerate() {
        hot[row * classes + usize::from(label)] = 1.0;
    }
    Tensor::from_data(TensorData::new(hot, [labels.len(), classes, 1, 1]), device)
}

/// Appends the labels to the features, or to the image as constant channels.
pub(super) fn concat(x: Tensor<4>, labels: Option<&Tensor<4>>) -> Tensor<4> {
    let labels = labels.expect("a conditional network is run with labels");
    let [batch, _, height, width] = x.dims();
    let [_, classes, _, _] = labels.dims();
    let planes = labels.clone().expand([batch, classes, height, width]);
    Tensor::cat(vec![x, planes], 1)
}

/// The input gradient of [`concat`]: that of its first `channels` channels.
pub(super) fn pull_back(gradient: Tensor<4>, channels: usize) -> Tensor<4> {
    let [batch, _, height, width] = gradient.dims();
    gradient.slice([0..batch, 0..channels, 0..height, 0..width])
}
