//! Infers the convolutions of a generator, and what is between them.

use super::inference::Inference;
use super::kernels::is_transposed;
use super::modules::{Kind, Module};
use super::windows::{Choice, Known, likeliest};
use crate::import::draft::padding;
use crate::import::found::{Found, KEY, SPEC, in_sequence};
use crate::layers::{self, LayerSpec, UpsampleMode};
use crate::sentence::sentence;
use crate::spec::Size;

impl Inference<'_> {
    /// Convolutions and what is between them.
    pub fn image(&mut self) -> Found<()> {
        if self.next == self.modules.len() {
            return Ok(());
        }
        let (known, channels) = self.known()?;
        let side = self.draft.shape().dims()[1];
        let (choices, end) = likeliest(side, &known, channels)
            .ok_or_else(|| sentence!("no strides and padding were found that lead to an image"))?;
        let mut choices = known.iter().zip(choices);
        while let Some(module) = self.modules.get(self.next).copied() {
            match module.kind {
                Kind::Convolution => {
                    let (known, choice) = choices
                        .next()
                        .ok_or_else(|| sentence!("there is one convolution too many"))?;
                    self.convolution(module, *known, choice)?;
                }
                Kind::BatchNorm | Kind::Norm => self.normalise(module)?,
                Kind::PRelu => self.slope(module)?,
                _ => {
                    return Err(sentence!(
                        "“{name}” is no layer of a generator behind convolutions: pick the \
                         generator with {key}, or state the layers in a {spec}",
                        name = module.path,
                        key = KEY,
                        spec = SPEC
                    ));
                }
            }
            self.next += 1;
            if self.next < self.modules.len() {
                self.activate(self.next - 1)?;
            }
        }
        self.draft.assume_varied(sentence!(
            "strides and padding that lead to {height}×{width}: {list}",
            height = end,
            width = end,
            list = in_sequence(std::mem::take(&mut self.windows))
        ));
        Ok(())
    }

    /// What the tensors tell of the convolutions, and the channels that come out.
    fn known(&self) -> Found<(Vec<Known>, usize)> {
        let mut channels = self.draft.shape().channels();
        let mut all = Vec::new();
        let start = self.next;
        for (index, module) in self.modules.iter().enumerate().skip(start) {
            if module.kind != Kind::Convolution {
                continue;
            }
            let dims = module.weight()?.dims.clone();
            if dims[2] != dims[3] {
                return Err(sentence!(
                    "“{name}” has a kernel of {height}×{width}; only square ones are supported",
                    name = module.path,
                    height = dims[2],
                    width = dims[3]
                ));
            }
            let is_transposed = is_transposed(module, &dims, channels)?;
            channels = if is_transposed { dims[1] } else { dims[0] };
            let is_first = all.is_empty();
            let (enlarging, staying) = self.enlarging(index, is_first, is_transposed);
            all.push(Known {
                kernel: dims[2],
                is_transposed,
                enlarging,
                staying,
            });
        }
        Ok((all, channels))
    }

    /// What enlarging before the convolution at `index` costs, and what leaving it costs: by the
    /// numbers that `nn.Sequential` gave to modules without tensors.
    fn enlarging(&self, index: usize, is_first: bool, is_transposed: bool) -> (Option<u32>, u32) {
        if index == 0 {
            return (Some(if is_transposed { 9 } else { 0 }), 0);
        }
        let extra = if is_transposed { 6 } else { 0 };
        match self.gap(index - 1) {
            Some(0) => (None, 0),
            Some(1) if is_first => (Some(extra), 1),
            Some(1) => (Some(extra + 4), 0),
            Some(_) => (Some(extra), u32::from(!is_transposed)),
            None => (Some(extra + 1), 0),
        }
    }

    fn convolution(&mut self, module: &Module, known: Known, choice: Choice) -> Found<()> {
        let Choice {
            enlarged,
            stride,
            padding: pad,
            more,
        } = choice;
        if enlarged {
            let mode = UpsampleMode::Nearest;
            self.draft
                .plain(LayerSpec::Upsample(layers::Upsample { factor: 2, mode }))?;
        }
        let [_, side, _] = self.draft.shape().dims();
        let dims = &module.weight()?.dims;
        let bias = module.get("bias").is_some();
        let (kernel, padding) = (known.kernel, padding([pad; 4]));
        let layer = if known.is_transposed {
            let output = (side - 1) * stride + kernel + more - 2 * pad;
            LayerSpec::ConvTranspose(layers::ConvTranspose {
                stride: stride.into(),
                padding,
                output: (more > 0).then_some([Size::fixed(output); 2]),
                bias,
                ..layers::ConvTranspose::new(Size::fixed(dims[1]), kernel)
            })
        } else {
            let out = Size::fixed(dims[0]);
            LayerSpec::Conv(layers::Conv {
                stride: stride.into(),
                padding,
                bias,
                ..layers::Conv::new(out, kernel)
            })
        };
        let window = match more {
            0 => sentence!("stride {stride}, padding {pad}", stride, pad),
            more => sentence!(
                "stride {stride}, padding {pad}, output padding {more}",
                stride,
                pad,
                more
            ),
        };
        let window = match enlarged {
            true => sentence!("enlarged by 2 (nearest), {window}", window),
            false => window,
        };
        self.windows.push(sentence!(
            "{name} ({kind}) {window}",
            name = module.path,
            kind = layer.kind(),
            window
        ));
        self.add(layer, module)
    }
}
