//! What the shape rules of several layers check.

use crate::sentence::{Sentence, sentence, term};
use crate::spec::{Scale, Shape, Size};

/// What `size` stands for.
pub(super) fn at(size: Size, scale: &Scale) -> Result<usize, Sentence> {
    size.at(scale).ok_or_else(|| {
        let [channels, height, width] = scale.image;
        sentence!(
            "a size of {size} at width {wide} for images of {channels}×{height}×{width} is not 1 to 2^20",
            size = size.to_string(),
            wide = scale.width,
            channels,
            height,
            width
        )
    })
}

/// The features of a vector.
pub(super) fn vector(input: Shape) -> Result<usize, Sentence> {
    match input {
        Shape::Flat(features) => Ok(features),
        Shape::Image(_) => Err(sentence!("it needs a vector; put a flatten before it")),
    }
}

/// Channels, height and width of an image.
pub(super) fn image(input: Shape) -> Result<[usize; 3], Sentence> {
    match input {
        Shape::Image(dims) => Ok(dims),
        Shape::Flat(_) => Err(sentence!("it needs an image; put a reshape before it")),
    }
}

/// Checks what a normalisation adds to the variance.
pub(super) fn positive_epsilon(epsilon: f64) -> Result<(), Sentence> {
    if epsilon.is_finite() && epsilon > 0.0 {
        Ok(())
    } else {
        Err(sentence!("an epsilon of {epsilon} is not above 0", epsilon))
    }
}

/// Checks a factor.
pub(super) fn finite(what: &'static str, value: f64) -> Result<(), Sentence> {
    if value.is_finite() {
        return Ok(());
    }
    Err(sentence!(
        "a {what} of {value} is not finite",
        what = term(what),
        value
    ))
}
