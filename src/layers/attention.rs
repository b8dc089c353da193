//! Attention between the pixels of an image, as self-attention GANs have it (Zhang et al. 2019).

use super::form::form;
use super::checks::{finite, image};
use super::{At, Layer, NetworkSpec, PlannedLayer, Run, sequence};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::Shape;

/// For each pixel of the query the mean of the value's pixels, weighted by the softmax of how its query
/// goes with their keys. All three are networks on the same input; key and value may be smaller images.
#[derive(Debug, Clone, PartialEq)]
pub struct Attention {
    /// What each pixel asks for.
    pub query: NetworkSpec,
    /// What each pixel is found by, as many channels.
    pub key: NetworkSpec,
    /// What each pixel has to give.
    pub value: NetworkSpec,
    /// What the products of queries and keys are multiplied by before the softmax; 1 / √channels in
    /// transformers.
    pub scale: f64,
}

form!(Attention { query, key, value, scale = 1.0 });

/// The three matrices of each sample, channels × pixels, and the weights, queries × keys.
struct Parts<T> {
    query: T,
    key: T,
    value: T,
    weights: T,
}

impl Attention {
    fn parts<T: Ops>(&self, outputs: Vec<T>) -> Parts<T> {
        let mut matrices = outputs.into_iter().map(matrix);
        let mut next = || matrices.next().expect("it has three branches");
        let (query, key, value) = (next(), next(), next());
        let products = transposed(query.clone()).matmul(key.clone());
        Parts {
            query,
            key,
            value,
            weights: products.mul_scalar(self.scale).softmax_rows(),
        }
    }
}

impl Layer for Attention {
    fn join(&self, branches: &[Shape], _: &[Vec<PlannedLayer>]) -> Result<Shape, Sentence> {
        finite("scale", self.scale)?;
        let [query, key, value] = branches else {
            unreachable!("it has three branches");
        };
        let [[channels, height, width], found, [out, rows, columns]] =
            [image(*query)?, image(*key)?, image(*value)?];
        if found != [channels, rows, columns] {
            return Err(sentence!(
                "its query makes {query}, its key {key} and its value {value}: query and key need as many \
                 channels, key and value images of one size",
                query,
                key,
                value
            ));
        }
        Ok(Shape::Image([out, height, width]))
    }

    /// A weight for each pixel of the query and of the key, and two products of matrices.
    fn work_between(&self, branches: &[Shape]) -> [u64; 2] {
        let [query, key, value] = [0, 1, 2].map(|index| branches[index].dims());
        let pixels = |[_, height, width]: [usize; 3]| (height * width) as u64;
        let weights = pixels(query).saturating_mul(pixels(key));
        [weights, weights.saturating_mul((query[0] + value[0]) as u64)]
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let batch = x.dims()[0];
        let [channels, height, width] = at.layer.output.dims();
        let parts = self.parts(sequence::forward_branches(x, at, run));
        let means = parts.value.matmul(transposed(parts.weights));
        means.reshape([batch, channels, height, width])
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let traces = sequence::trace_branches(x, at);
        let outputs: Vec<T> = traces.iter().map(|trace| trace.output.clone()).collect();
        let dims: Vec<[usize; 4]> = outputs.iter().map(T::dims).collect();
        let Parts {
            query,
            key,
            value,
            weights,
        } = self.parts(outputs);
        let gradient = matrix(gradient);
        let by_value = gradient.clone().matmul(weights.clone());
        let by_weights = transposed(gradient).matmul(value);
        // Of the softmax: a · (g − Σ g·a), row by row.
        let keys = weights.dims()[3] as f64;
        let along = weights.clone().mul(by_weights.clone()).mean_rows();
        let by_products = weights
            .mul(by_weights.sub(along.mul_scalar(keys)))
            .mul_scalar(self.scale);
        let by_query = key.matmul(transposed(by_products.clone()));
        let by_key = query.matmul(by_products);
        let gradients = [by_query, by_key, by_value].into_iter().zip(dims);
        let gradients = gradients.map(|(gradient, dims)| gradient.reshape(dims));
        sequence::vjp_branches(traces, gradients.collect(), at)
    }
}

/// Images as a matrix for each sample, channels × pixels.
fn matrix<T: Ops>(images: T) -> T {
    let [batch, channels, height, width] = images.dims();
    images.reshape([batch, 1, channels, height * width])
}

fn transposed<T: Ops>(matrices: T) -> T {
    matrices.permute([0, 1, 3, 2])
}

#[cfg(test)]
mod tests {
    use crate::layers::reference::Reference;

    #[test]
    fn it_is_that_of_pytorch() {
        // F.scaled_dot_product_attention with query and value x, key PReLU(x), scale 0.5, on two
        // channels of 1×2.
        Reference {
            layer: serde_json::from_str(
                r#"{"layer":"attention","query":[],"key":[{"layer":"prelu"}],"value":[],"scale":0.5}"#,
            )
            .unwrap(),
            input: [2, 1, 2],
            tensors: &[&[0.25, 0.5]],
            x: &[1.0, -0.5, -2.0, 0.75],
            y: &ATTENTION_Y,
            x_gradient: &ATTENTION_X,
            tensor_gradients: &[&ATTENTION_SLOPES],
        }
        .check();
    }

    const ATTENTION_Y: [f32; 4] = [0.8648605, -0.0778916, -1.7522444, -0.0238654];
    const ATTENTION_X: [f32; 4] = [1.2892278, 0.5853668, 4.3128605, 4.613482];
    const ATTENTION_SLOPES: [f32; 2] = [0.0638816, 0.1066196];
}
