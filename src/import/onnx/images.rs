//! Convolutions, enlarging and padding.

use super::graph::{Main, Value, Walk};
use super::operators::{needed, optional};
use super::proto::Node;
use crate::import::array::{Found, written};
use crate::import::draft::{made, padding};
use crate::spec::{Initialiser, LayerSpec, Padding, Size, UpsampleMode};

impl<'a> Walk<'a> {
    pub fn convolution(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
        main: &Main,
    ) -> Found<Value> {
        if main.last || main.dims.len() != 4 {
            return Err(format!("it works on {}", written(&main.dims)));
        }
        self.settle(main)?;
        let weight = needed(inputs, 1, "a kernel")?.array();
        let [first, second, kernel, other] = weight.dims[..] else {
            return Err(format!("its kernel is {}", written(&weight.dims)));
        };
        if kernel != other {
            return Err(format!("its kernel is {kernel}×{other}; ours are square"));
        }
        if node.whole("group", 1) != 1 {
            return Err(format!("it works in {} groups", node.whole("group", 1)));
        }
        let dilations = node.wholes("dilations").unwrap_or_default();
        if dilations.iter().any(|dilation| *dilation != 1) {
            return Err(format!("its kernel is dilated by {dilations:?}"));
        }
        let strides = node.wholes("strides").unwrap_or(&[1, 1]);
        let stride = match strides {
            [down, across] if down == across && (1..=65_536).contains(down) => *down as usize,
            _ => {
                return Err(format!(
                    "its strides are {strides:?}; ours are the same both ways"
                ));
            }
        };
        let bias = optional(inputs, 2)?.map(|bias| bias.array());
        let is_transposed = node.operator == "ConvTranspose";
        let pads = self.pads(node, is_transposed)?;
        let out = if is_transposed { second } else { first };
        let (has_bias, init) = (bias.is_some(), Initialiser::default());
        let spec = if is_transposed {
            let output = self.output(node, kernel, stride, pads)?;
            LayerSpec::ConvTranspose {
                out: Size::fixed(out),
                kernel,
                stride,
                padding: pads,
                output,
                bias: has_bias,
                init,
            }
        } else {
            LayerSpec::Conv {
                out: Size::fixed(out),
                kernel,
                stride,
                padding: pads,
                bias: has_bias,
                init,
            }
        };
        let mut weights = vec![made("weight", weight)];
        weights.extend(bias.map(|bias| made("bias", bias)));
        self.draft.push(&node.name, spec, weights)?;
        self.label_gap = 0;
        Ok(self.image(main))
    }

    fn pads(&mut self, node: &Node, is_transposed: bool) -> Found<Padding> {
        let before = std::mem::take(&mut self.pad);
        match node.word("auto_pad").as_deref() {
            None | Some("NOTSET" | "") => {}
            Some("VALID") => return Ok(padding(before)),
            Some("SAME_UPPER") if before == [0; 4] => return Ok(Padding::SAME),
            Some(other) => return Err(format!("its padding is {other}")),
        }
        // Top, left, bottom, right.
        let pads = node.wholes("pads").unwrap_or(&[0; 4]);
        let sides: Option<Vec<usize>> = pads.iter().map(small).collect();
        let Some([top, left, bottom, right]) = sides.as_deref() else {
            return Err(format!("its padding is {pads:?}"));
        };
        let own = [*top, *bottom, *left, *right];
        if is_transposed {
            return Ok(padding(own));
        }
        Ok(padding(std::array::from_fn(|side| {
            own[side] + before[side]
        })))
    }

    /// The output's sides, where they are more than stride and padding give.
    fn output(
        &self,
        node: &Node,
        kernel: usize,
        stride: usize,
        pads: Padding,
    ) -> Found<Option<[Size; 2]>> {
        let [_, height, width] = self.draft.shape().dims();
        if let Some(shape) = node.wholes("output_shape") {
            let sides = shape
                .iter()
                .rev()
                .take(2)
                .rev()
                .map(|side| usize::try_from(*side).ok());
            let sides: Option<Vec<usize>> = sides.collect();
            return match sides.as_deref() {
                Some([down, across]) => Ok(Some([*down, *across].map(Size::fixed))),
                _ => Err(format!("its output_shape is {shape:?}")),
            };
        }
        let more = node.wholes("output_padding").unwrap_or(&[0, 0]);
        if more.iter().all(|more| *more == 0) {
            return Ok(None);
        }
        let [top, bottom, left, right] = match pads {
            Padding::Even(side) => [side; 4],
            Padding::Sides(sides) => sides,
            Padding::Named(_) => return Err("it has output_padding beside auto_pad".to_owned()),
        };
        let side = |side: usize, more: i64, cut: usize| {
            let full = (side - 1) * stride + kernel;
            full.checked_add(small(&more)?)?.checked_sub(cut)
        };
        let at = |axis: usize| more.get(axis).copied().unwrap_or(0);
        match (
            side(height, at(0), top + bottom),
            side(width, at(1), left + right),
        ) {
            (Some(down), Some(across)) => Ok(Some([down, across].map(Size::fixed))),
            _ => Err(format!("its output_padding is {more:?}")),
        }
    }

    pub fn resize(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.dims.len() != 4 {
            return Err(format!("it enlarges {}", written(&main.dims)));
        }
        self.settle(main)?;
        let to = enlarged(node, inputs, main)?;
        let [_, height, width] = self.draft.shape().dims();
        let is_whole = to[0] % height == 0 && to[1] % width == 0 && to[0] / height == to[1] / width;
        let word = |name: &str, usual: &str| node.word(name).unwrap_or_else(|| usual.to_owned());
        let place = word("coordinate_transformation_mode", "half_pixel");
        let mode = match word("mode", "nearest").as_str() {
            "nearest" => {
                let round = word("nearest_mode", "round_prefer_floor");
                let repeats = match place.as_str() {
                    _ if node.operator == "Upsample" => true,
                    "asymmetric" => round == "floor",
                    // By whole factors, rules that round towards the pixel before repeat pixels.
                    "half_pixel" | "pytorch_half_pixel" => round.starts_with("round") && is_whole,
                    _ => false,
                };
                if !repeats {
                    return Err(format!("it enlarges by {place} and {round}"));
                }
                UpsampleMode::Nearest
            }
            "linear" | "bilinear" if node.operator == "Resize" && place.ends_with("half_pixel") => {
                UpsampleMode::Bilinear
            }
            mode => return Err(format!("it enlarges by {mode} with {place}")),
        };
        self.draft.plain(if is_whole && to[0] / height <= 16 {
            LayerSpec::Upsample {
                factor: to[0] / height,
                mode,
            }
        } else {
            LayerSpec::Resize {
                to: to.map(Size::fixed),
                mode,
            }
        })?;
        Ok(self.image(main))
    }

    pub fn zeros(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let mode = node.word("mode").unwrap_or_else(|| "constant".to_owned());
        let value = optional(inputs, 2)?.map_or(0.0, |value| {
            value.array().values.first().copied().unwrap_or(0.0)
        });
        if mode != "constant" || value != 0.0 || node.real("value", 0.0) != 0.0 {
            return Err(format!("it pads by {mode} {value}; only zeros can be said"));
        }
        let given = optional(inputs, 1)?.map(|pads| pads.integers());
        let pads = given
            .or_else(|| node.wholes("pads").map(<[i64]>::to_vec))
            .unwrap_or_default();
        let sides: Option<Vec<usize>> = pads.iter().map(small).collect();
        self.settle(main)?;
        match sides.as_deref() {
            Some([0, 0, top, left, 0, 0, bottom, right]) if !main.last && main.dims.len() == 4 => {
                self.pad = [*top, *bottom, *left, *right];
                let mut dims = main.dims.clone();
                dims[2] += top + bottom;
                dims[3] += left + right;
                // The draft's own image stays as it is: the convolution pads it.
                let [_, height, width] = self.draft.shape().dims();
                dims[2] = height;
                dims[3] = width;
                Ok(self.made(dims, false))
            }
            _ => Err(format!("it pads by {pads:?}")),
        }
    }
}

/// A number of pixels that makes sense.
fn small(size: &i64) -> Option<usize> {
    usize::try_from(*size).ok().filter(|size| *size <= 1 << 16)
}

/// The height and width that an image is enlarged to.
fn enlarged(node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<[usize; 2]> {
    let [_, height, width] = match (&main.dims[1..], main.last) {
        ([height, width, channels], true) | ([channels, height, width], false) => {
            [*channels, *height, *width]
        }
        _ => return Err("it has no image".to_owned()),
    };
    let pick = |four: &[f32]| {
        if main.last {
            [four[1], four[2]]
        } else {
            [four[2], four[3]]
        }
    };
    // Upsample and the first Resize have scales second; later ones a region first, sizes last.
    let place = if inputs.len() <= 2 { 1 } else { 2 };
    let scales = optional(inputs, place)?.filter(|scales| scales.len() == 4);
    let scales = scales.map(|scales| scales.array().values);
    let scales = scales.or_else(|| node.reals("scales").map(<[f32]>::to_vec));
    let sizes = optional(inputs, 3)?.map(|sizes| sizes.array().values);
    let [down, across] = match (scales.as_deref(), sizes.as_deref()) {
        (Some(scales @ [_, _, _, _]), _) => {
            let [down, across] = pick(scales);
            [
                (height as f32 * down).floor(),
                (width as f32 * across).floor(),
            ]
        }
        (_, Some(sizes @ [_, _, _, _])) => pick(sizes),
        _ => return Err("it does not say by how much it enlarges".to_owned()),
    };
    // The rule for pixels takes the sides' quotient; a scale that is another is another rule.
    if let Some(scales @ [_, _, _, _]) = scales.as_deref() {
        let own = pick(scales);
        if own != [down / height as f32, across / width as f32] {
            return Err(format!(
                "it enlarges {height}×{width} by {own:?}, which is not whole"
            ));
        }
    }
    if !(1.0..=4096.0).contains(&down) || !(1.0..=4096.0).contains(&across) {
        return Err(format!("it enlarges {height}×{width} to {down}×{across}"));
    }
    Ok([down as usize, across as usize])
}
