//! Convolutions, plain and transposed, as their modules state them.

use super::leaves::Leaf;
use super::modules::Reading;
use super::settings::Settings;
use crate::import::draft::padding;
use crate::import::found::Found;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::{PerAxis, Size};

impl<'a> Reading<'a, '_> {
    pub(super) fn convolution(
        &mut self,
        leaf: &'a Leaf,
        out: usize,
        bias: bool,
    ) -> Found<LayerSpec> {
        let settings = self.settings(leaf);
        if let Some(mode) = settings.word("padding_mode")
            && mode != "zeros"
        {
            return Err(sentence!(
                "“{name}” pads by {mode}; only zeros are supported",
                name = leaf.path,
                mode
            ));
        }
        let window = Window::of(&settings)?;
        let sides = match settings.word("padding") {
            Some("same") => {
                let total =
                    |axis: usize| window.kernel[axis].saturating_sub(1) * window.dilation[axis];
                let [down, across] = [total(0), total(1)];
                [down / 2, down - down / 2, across / 2, across - across / 2]
            }
            Some("valid") => [0; 4],
            _ => {
                let [down, across] = settings.per_axis("padding")?;
                [down, down, across, across]
            }
        };
        let before = std::mem::take(&mut self.pad);
        let sides = std::array::from_fn(|side| sides[side] + before[side]);
        Ok(LayerSpec::Conv(layers::Conv {
            stride: PerAxis(window.stride),
            dilation: PerAxis(window.dilation),
            groups: Size::fixed(window.groups),
            padding: padding(sides),
            bias,
            ..layers::Conv::new(Size::fixed(out), PerAxis(window.kernel))
        }))
    }

    pub(super) fn transposed(
        &mut self,
        leaf: &'a Leaf,
        out: usize,
        bias: bool,
    ) -> Found<LayerSpec> {
        let settings = self.settings(leaf);
        let Window {
            kernel,
            stride,
            dilation,
            groups,
        } = Window::of(&settings)?;
        let [_, height, width] = self.draft.shape().dims();
        let pads = settings.per_axis("padding")?;
        let more = settings.per_axis("output_padding")?;
        let side = |side: usize, axis: usize| {
            let full = (side.max(1) - 1).checked_mul(stride[axis])?;
            let kernel = kernel[axis].saturating_sub(1) * dilation[axis] + 1;
            (full.checked_add(kernel + more[axis])?).checked_sub(2 * pads[axis])
        };
        let output = if more != [0, 0] {
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
        let [down, across] = pads;
        Ok(LayerSpec::ConvTranspose(layers::ConvTranspose {
            stride: PerAxis(stride),
            dilation: PerAxis(dilation),
            groups: Size::fixed(groups),
            padding: padding([down, down, across, across]),
            output,
            bias,
            ..layers::ConvTranspose::new(Size::fixed(out.saturating_mul(groups)), PerAxis(kernel))
        }))
    }
}

/// Where a convolution's kernel goes.
struct Window {
    kernel: [usize; 2],
    stride: [usize; 2],
    dilation: [usize; 2],
    groups: usize,
}

impl Window {
    fn of(settings: &Settings<'_, '_>) -> Found<Self> {
        Ok(Self {
            kernel: settings.per_axis("kernel_size")?,
            stride: settings.per_axis("stride")?,
            dilation: settings.per_axis_or_one("dilation")?,
            groups: settings.per_axis_or_one("groups")?[0],
        })
    }
}
