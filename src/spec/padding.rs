//! Kernel, stride and padding of convolutions, with the arithmetic of both directions.

use crate::sentence::{Sentence, sentence};
use serde::{Deserialize, Serialize};

/// Padding of a convolution: TensorFlow's SAME, or explicit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Padding {
    /// TensorFlow's: output = ceil(input / stride); an odd row or column of zeros goes to the end.
    Named(Same),
    /// This many rows and columns of zeros on all four sides, as PyTorch's.
    Even(usize),
    /// Top, bottom, left and right.
    Sides([usize; 4]),
}

/// The word `"same"`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Same {
    /// See [`Padding::Named`].
    Same,
}

impl Padding {
    /// TensorFlow's SAME.
    pub const SAME: Self = Self::Named(Same::Same);
}

impl Default for Padding {
    fn default() -> Self {
        Self::SAME
    }
}

/// A convolution's window along one axis, with its padding worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// Size of the kernel.
    pub kernel: usize,
    /// Step between two places of the kernel on the larger side.
    pub stride: usize,
    /// Zeros before the first pixel (convolution), or pixels cut there (transposed convolution).
    pub before: usize,
    /// The same behind the last pixel; negative in a transposed convolution where zeros are added.
    pub after: isize,
    /// Pixels that come out.
    pub output: usize,
}

impl Window {
    /// A convolution over `input` pixels, or why there is none.
    pub fn convolution(
        input: usize,
        kernel: usize,
        stride: usize,
        padding: Padding,
        axis: usize,
    ) -> Result<Self, Sentence> {
        let (before, after) = match padding {
            Padding::Named(Same::Same) => {
                let output = input.div_ceil(stride);
                split(((output - 1) * stride + kernel).saturating_sub(input))
            }
            Padding::Even(side) => (side, side),
            Padding::Sides(sides) => (sides[2 * axis], sides[2 * axis + 1]),
        };
        let padded = input + before + after;
        if padded < kernel {
            return Err(sentence!(
                "a kernel of {kernel} does not fit into {padded} pixels (padding included)",
                kernel,
                padded
            ));
        }
        Ok(Self {
            kernel,
            stride,
            before,
            after: after as isize,
            output: (padded - kernel) / stride + 1,
        })
    }

    /// A transposed convolution over `input` pixels, or why there is none. It is the input
    /// gradient of the convolution with the same window: with SAME, `output` may be any size
    /// that this convolution would bring down to `input`, and is `input × stride` if not given.
    pub fn transposed(
        input: usize,
        kernel: usize,
        stride: usize,
        padding: Padding,
        output: Option<usize>,
        axis: usize,
    ) -> Result<Self, Sentence> {
        let full = (input - 1) * stride + kernel;
        let (before, output) = match padding {
            Padding::Named(Same::Same) => {
                let output = output.unwrap_or(input * stride);
                if output.div_ceil(stride) != input {
                    return Err(sentence!(
                        "at stride {stride}, {input} pixels become {least} to {most} pixels, not {output}",
                        input,
                        stride,
                        least = (input - 1) * stride + 1,
                        most = input * stride,
                        output
                    ));
                }
                (split(full.saturating_sub(output)).0, output)
            }
            Padding::Even(_) | Padding::Sides(_) => {
                let (before, after) = match padding {
                    Padding::Sides(sides) => (sides[2 * axis], sides[2 * axis + 1]),
                    Padding::Even(side) => (side, side),
                    Padding::Named(_) => (0, 0),
                };
                let least = full.saturating_sub(before + after);
                if least == 0 {
                    return Err(sentence!(
                        "cutting {before} and {after} pixels off {full} leaves none",
                        before,
                        after,
                        full
                    ));
                }
                let output = output.unwrap_or(least);
                if !(least..least + stride).contains(&output) {
                    return Err(sentence!(
                        "it makes {least} to {most} pixels, not {output}",
                        least,
                        most = least + stride - 1,
                        output
                    ));
                }
                (before, output)
            }
        };
        Ok(Self {
            kernel,
            stride,
            before,
            after: full as isize - before as isize - output as isize,
            output,
        })
    }
}

/// SAME's split of the padding: the odd one goes to the end.
fn split(total: usize) -> (usize, usize) {
    (total / 2, total - total / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn same_is_tensorflows() {
        // (input, kernel, stride) -> (before, after, output), as tf.nn.conv2d computes them.
        for ((input, kernel, stride), expected) in [
            ((28, 5, 2), (1, 2, 14)),
            ((28, 4, 2), (1, 1, 14)),
            ((7, 5, 2), (2, 2, 4)),
            ((32, 32, 1), (15, 16, 32)),
            ((5, 1, 2), (0, 0, 3)),
        ] {
            let window = Window::convolution(input, kernel, stride, Padding::SAME, 0).unwrap();
            assert_eq!((window.before, window.after, window.output), expected);
        }
    }

    #[test]
    fn a_transposed_window_mirrors_the_convolution() {
        for (output, kernel, stride) in [(28, 5, 2), (28, 4, 2), (7, 5, 2), (32, 32, 1), (6, 1, 2)]
        {
            let down = Window::convolution(output, kernel, stride, Padding::SAME, 0).unwrap();
            let up =
                Window::transposed(down.output, kernel, stride, Padding::SAME, Some(output), 0)
                    .unwrap();
            assert_eq!(up.before, down.before);
            assert_eq!(up.output, output);
        }
        let up = Window::transposed(7, 4, 2, Padding::Even(1), None, 0).unwrap();
        assert_eq!((up.before, up.after, up.output), (1, 1, 14));
        let up = Window::transposed(3, 1, 2, Padding::SAME, None, 0).unwrap();
        assert_eq!((up.before, up.after, up.output), (0, -1, 6));
        assert!(Window::transposed(4, 5, 2, Padding::SAME, Some(9), 0).is_err());
        assert!(Window::transposed(1, 2, 2, Padding::Even(1), None, 0).is_err());
    }
}
