//! Convolutions, plain and transposed, as their modules state them.

use super::leaves::Leaf;
use super::modules::Reading;
use crate::import::draft::padding;
use crate::import::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::Size;

impl<'a> Reading<'a, '_> {
    pub(super) fn convolution(
        &mut self,
        leaf: &'a Leaf,
        out: usize,
        bias: bool,
    ) -> Found<LayerSpec> {
        let settings = self.settings(leaf);
        settings.only("groups", 1)?;
        settings.only("dilation", 1)?;
        if let Some(mode) = settings.word("padding_mode")
            && mode != "zeros"
        {
            return Err(sentence!(
                "“{name}” pads by {mode}; only zeros are supported",
                name = leaf.path,
                mode
            ));
        }
        let sides = if settings.word("padding") == Some("same") {
            let kernel = settings.square("kernel_size")?;
            let total = kernel.saturating_sub(1);
            [total / 2, total - total / 2, total / 2, total - total / 2]
        } else if settings.word("padding") == Some("valid") {
            [0; 4]
        } else {
            let pads = settings.sizes("padding")?;
            let (down, across) = (pads[0], *pads.last().unwrap_or(&0));
            [down, down, across, across]
        };
        let before = std::mem::take(&mut self.pad);
        let sides = std::array::from_fn(|side| sides[side] + before[side]);
        Ok(LayerSpec::Conv(layers::Conv {
            stride: settings.square("stride")?.into(),
            padding: padding(sides),
            bias,
            ..layers::Conv::new(Size::fixed(out), settings.square("kernel_size")?)
        }))
    }

    pub(super) fn transposed(
        &mut self,
        leaf: &'a Leaf,
        out: usize,
        bias: bool,
    ) -> Found<LayerSpec> {
        let settings = self.settings(leaf);
        settings.only("groups", 1)?;
        settings.only("dilation", 1)?;
        let [_, height, width] = self.draft.shape().dims();
        let (kernel, stride) = (settings.square("kernel_size")?, settings.square("stride")?);
        let pads = settings.sizes("padding")?;
        let more = settings.sizes("output_padding")?;
        let at = |values: &[usize], axis: usize| {
            values.get(axis).or(values.last()).copied().unwrap_or(0)
        };
        let side = |side: usize, axis: usize| {
            let full = (side.max(1) - 1).checked_mul(stride)?;
            (full.checked_add(kernel + at(&more, axis))?).checked_sub(2 * at(&pads, axis))
        };
        let output = if more.iter().any(|more| *more > 0) {
            let sides = [side(height, 0), side(width, 1)];
            let [Some(down), Some(across)] = sides else {
                return Err(sentence!(
                    "“{name}” pads more than there is",
                    name = leaf.path
                ));
            };
            Some([down, across].map(Size::fixed))
        } else {
            None
        };
        let [down, across] = [at(&pads, 0), at(&pads, 1)];
        Ok(LayerSpec::ConvTranspose(layers::ConvTranspose {
            stride: stride.into(),
            padding: padding([down, down, across, across]),
            output,
            bias,
            ..layers::ConvTranspose::new(Size::fixed(out), kernel)
        }))
    }
}
