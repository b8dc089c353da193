//! Means and maxima over pixels.

use super::graph::Walk;
use super::operators::optional;
use super::proto::Node;
use super::shapes::{axes, sides};
use super::value::{Main, Value};
use super::windows::{pixels, steps};
use crate::import::draft::padding;
use crate::import::found::{Found, listed, written};
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;

impl Walk<'_> {
    /// The mean, or the largest, of the pixels under a kernel.
    pub fn pool(&mut self, node: &Node, main: &Main) -> Found<Value> {
        if main.last || main.dims.len() != 4 {
            return Err(sentence!("it works on {dims}", dims = written(&main.dims)));
        }
        self.settle(main)?;
        let [_, height, width] = self.draft.shape().dims();
        let kernel = sides(node.wholes("kernel_shape").unwrap_or_default())?;
        let [down, across] = kernel[..] else {
            return Err(sentence!("its kernel is {dims}", dims = written(&kernel)));
        };
        let stride = steps(node, "strides")?;
        let pads = pixels(node, "pads", 4)?;
        let [top, left, bottom, right] = pads[..] else {
            return Err(sentence!("it does not have four pads"));
        };
        let around = [top, bottom, left, right];
        let is_usual = steps(node, "dilations")? == [1, 1]
            && !node
                .word("auto_pad")
                .is_some_and(|word| word.starts_with("SAME"));
        let is_ragged = |side: usize, kernel: usize, step: usize| {
            !side.saturating_sub(kernel).is_multiple_of(step)
        };
        let [rows, columns] = [height + top + bottom, width + left + right];
        let is_cut = is_ragged(rows, down, stride[0]) || is_ragged(columns, across, stride[1]);
        let is_raised = node.whole("ceil_mode", 0) != 0 && is_cut;
        if node.operator == "MaxPool" {
            if !is_usual || is_raised {
                return Err(sentence!(
                    "its kernel has gaps or reaches beyond its pads (dilations, auto_pad, ceil_mode)"
                ));
            }
            self.draft
                .max_pool([down, across], stride, padding(around))?;
            return Ok(self.image(main));
        }
        let counts_zeros = around == [0; 4] || node.whole("count_include_pad", 0) != 0;
        if !is_usual || !counts_zeros {
            return Err(sentence!(
                "its mean leaves out the pixels around the image; those with count_include_pad are supported"
            ));
        }
        if is_raised {
            return Err(sentence!(
                "its last means lie partly outside of the image (ceil_mode)"
            ));
        }
        self.draft.average_pool([down, across], stride, around)?;
        Ok(self.image(main))
    }

    /// The mean of all pixels of a channel.
    pub fn mean(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let rank = main.dims.len();
        let is_global = node.operator == "GlobalAveragePool";
        let named = optional(inputs, 1)?.map(|named| named.integers());
        let named = named.or_else(|| node.wholes("axes").map(<[i64]>::to_vec));
        let mut over = match named {
            _ if is_global => (2..rank).collect(),
            Some(named) => axes(&named, rank)?,
            None => (0..rank).collect(),
        };
        over.sort_unstable();
        let pixels = if main.last { [1, 2] } else { [2, 3] };
        if rank != 4 || over != pixels {
            return Err(sentence!(
                "it takes the mean along the axes {list} of {dims}; that over an image's pixels is supported",
                list = listed(&over),
                dims = written(&main.dims)
            ));
        }
        self.settle(main)?;
        self.draft
            .plain(LayerSpec::AvgPool(layers::AvgPool { kernel: None }))?;
        let channels = self.draft.shape().channels();
        let keeps = is_global || node.whole("keepdims", 1) != 0;
        let dims = match (keeps, main.last) {
            (false, _) => vec![main.dims[0], channels],
            (true, false) => vec![main.dims[0], channels, 1, 1],
            (true, true) => vec![main.dims[0], 1, 1, channels],
        };
        Ok(self.made(dims, main.last && keeps))
    }
}
