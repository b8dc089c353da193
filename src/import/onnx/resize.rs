//! `Resize` and `Upsample`, in all versions of the operators.

use super::graph::Walk;
use super::operators::optional;
use super::proto::Node;
use super::shapes::axes;
use super::value::{Main, Value};
use crate::import::found::{Found, listed, written};
use crate::layers::{self, LayerSpec, UpsampleMode};
use crate::sentence::{Sentence, sentence};
use crate::spec::Size;

/// Most pixels of a side.
const LARGEST: f32 = 4096.0;

impl Walk<'_> {
    pub fn resize(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        if main.dims.len() != 4 {
            return Err(sentence!("it enlarges {dims}", dims = written(&main.dims)));
        }
        self.settle(main)?;
        let to = self.enlarged(node, inputs, main)?;
        let [_, height, width] = self.draft.shape().dims();
        let is_whole = to[0].is_multiple_of(height)
            && to[1].is_multiple_of(width)
            && to[0] / height == to[1] / width;
        let factor = to[0] / height;
        let mode = self.mode(node, is_whole.then_some(factor))?;
        if to != [height, width] {
            self.draft.plain(if is_whole && factor <= 16 {
                LayerSpec::Upsample(layers::Upsample { factor, mode })
            } else {
                LayerSpec::Resize(layers::Resize {
                    to: to.map(Size::fixed),
                    mode,
                })
            })?;
        }
        Ok(self.image(main))
    }

    /// How pixels between are made, if it is by a rule of ours. `factor` is the whole number that
    /// both sides are enlarged by, if it is one.
    fn mode(&self, node: &Node, factor: Option<usize>) -> Found<UpsampleMode> {
        for attribute in ["antialias", "exclude_outside"] {
            if node.whole(attribute, 0) != 0 {
                return Err(sentence!("it enlarges with {setting}", setting = attribute));
            }
        }
        let word = |name: &str, usual: &str| node.word(name).unwrap_or_else(|| usual.to_owned());
        // Upsample and the first Resize had one rule for places.
        let is_early = node.operator == "Upsample" || self.opset < 11;
        let (place, round) = if is_early {
            ("asymmetric".to_owned(), "floor".to_owned())
        } else {
            (
                word("coordinate_transformation_mode", "half_pixel"),
                word("nearest_mode", "round_prefer_floor"),
            )
        };
        // Enlarged by just the sides' quotient, these are the same.
        let is_half_pixel = matches!(
            place.as_str(),
            "half_pixel" | "pytorch_half_pixel" | "half_pixel_symmetric"
        );
        match word("mode", "nearest").as_str() {
            "nearest" => {
                let repeats = match place.as_str() {
                    "asymmetric" => {
                        round == "floor" || (round == "round_prefer_floor" && factor == Some(2))
                    }
                    // By whole factors, rules that round towards the pixel before repeat pixels.
                    _ if is_half_pixel => round.starts_with("round") && factor.is_some(),
                    "tf_half_pixel_for_nn" => round == "floor" && factor.is_some(),
                    _ => false,
                };
                if !repeats {
                    return Err(sentence!(
                        "it enlarges by {place} and {round}",
                        place,
                        round
                    ));
                }
                Ok(UpsampleMode::Nearest)
            }
            "linear" | "bilinear" if is_half_pixel => Ok(UpsampleMode::Bilinear),
            "linear" | "bilinear" if place == "align_corners" => Ok(UpsampleMode::BilinearAligned),
            mode => Err(sentence!("it enlarges by {mode} with {place}", mode, place)),
        }
    }

    /// The height and width that an image is enlarged to.
    fn enlarged(&self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<[usize; 2]> {
        let numbers = |index: usize| {
            let constant = optional(inputs, index)?.filter(|constant| constant.len() > 0);
            Ok::<_, Sentence>(constant.map(|constant| constant.array().values))
        };
        // Later ones have a region before the scales, and sizes behind them.
        let is_late = node.operator == "Resize" && self.opset >= 11;
        let scales = numbers(if is_late { 2 } else { 1 })?;
        let scales = scales.or_else(|| node.reals("scales").map(<[f32]>::to_vec));
        let sizes = if is_late { numbers(3)? } else { None };
        let named = node
            .wholes("axes")
            .map(|named| axes(named, 4))
            .transpose()?;
        let spread = |values: &[f32], usual: [f32; 4]| match &named {
            None => <[f32; 4]>::try_from(values).ok(),
            Some(axes) if axes.len() == values.len() => {
                let mut all = usual;
                axes.iter()
                    .zip(values)
                    .for_each(|(axis, value)| all[*axis] = *value);
                Some(all)
            }
            Some(_) => None,
        };
        let own: [f32; 4] = std::array::from_fn(|axis| main.dims[axis] as f32);
        let (scales, to) = match (&scales, &sizes) {
            (Some(_), Some(_)) => {
                return Err(sentence!(
                    "it has scales and sizes, of which ONNX allows only one"
                ));
            }
            (Some(values), None) => {
                let wrong = || sentence!("its scales are {list}", list = listed(values));
                let scales = spread(values, [1.0; 4]).ok_or_else(wrong)?;
                let to = std::array::from_fn(|axis| (own[axis] * scales[axis]).floor());
                (scales, to)
            }
            (None, Some(values)) => {
                let wrong = || sentence!("its sizes are {list}", list = listed(values));
                let to = spread(values, own).ok_or_else(wrong)?;
                (std::array::from_fn(|axis| to[axis] / own[axis]), to)
            }
            (None, None) => return Err(sentence!("it does not say by how much it enlarges")),
        };
        let is_side = |axis: &usize| if main.last { [1, 2] } else { [2, 3] }.contains(axis);
        if (0..4).any(|axis| !is_side(&axis) && to[axis] != own[axis]) {
            return Err(sentence!(
                "it enlarges more than height and width: {list}",
                list = listed(&to)
            ));
        }
        let sides: Vec<usize> = (0..4).filter(is_side).collect();
        let of = |four: [f32; 4]| [four[sides[0]], four[sides[1]]];
        let ([down, across], [height, width], scales) = (of(to), of(own), of(scales));
        // The rule for pixels takes the sides' quotient; a scale that is another is another rule.
        if scales != [down / height, across / width] {
            return Err(sentence!(
                "it enlarges {height}×{width} by {list}, which does not come to whole pixels",
                height,
                width,
                list = listed(&scales)
            ));
        }
        let policy = node.word("keep_aspect_ratio_policy").unwrap_or_default();
        if !matches!(policy.as_str(), "" | "stretch") && scales[0] != scales[1] {
            return Err(sentence!("it keeps the sides' ratio ({policy})", policy));
        }
        if !(height..=LARGEST).contains(&down) || !(width..=LARGEST).contains(&across) {
            return Err(sentence!(
                "it brings {height}×{width} to {down}×{across}",
                height,
                width,
                down,
                across
            ));
        }
        Ok([down as usize, across as usize])
    }
}
