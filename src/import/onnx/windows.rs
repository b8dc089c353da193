//! A convolution's kernel, strides and padding, which several attributes may give; one of them wins.

use super::proto::Node;
use crate::import::draft::padding;
use crate::import::found::{Found, listed};
use crate::sentence::sentence;
use crate::spec::{Padding, Size};

/// Zeros on each side: top, bottom, left, right.
pub(super) type Sides = [usize; 4];

/// A convolution's attributes that say where its kernel goes.
pub(super) struct Window {
    /// As large as dilation makes it.
    kernel: [usize; 2],
    pub stride: [usize; 2],
    pub dilation: [usize; 2],
    pub groups: usize,
    auto: Auto,
    /// `pads`, which count where nothing else says them.
    pads: Sides,
}

#[derive(Clone, Copy, PartialEq)]
enum Auto {
    Not,
    Valid,
    /// The odd pixel at the end, or at the beginning.
    SameUpper,
    SameLower,
}

impl Window {
    /// Reads the attributes of a convolution with this kernel.
    pub fn of(node: &Node, kernel: [usize; 2]) -> Found<Self> {
        let stated = node.wholes("kernel_shape").unwrap_or_default();
        if !stated.is_empty() && !stated.iter().map(|side| *side as usize).eq(kernel) {
            return Err(sentence!(
                "its kernel_shape is {list}, its kernel {height}×{width}",
                list = listed(stated),
                height = kernel[0],
                width = kernel[1]
            ));
        }
        let groups = usize::try_from(node.whole("group", 1));
        let groups = groups.ok().filter(|groups| (1..=1 << 16).contains(groups));
        let groups = groups.ok_or_else(|| {
            sentence!("it works in {count} groups", count = node.whole("group", 1))
        })?;
        let auto = match node.word("auto_pad").as_deref() {
            None | Some("NOTSET" | "") => Auto::Not,
            Some("VALID") => Auto::Valid,
            Some("SAME_UPPER") => Auto::SameUpper,
            Some("SAME_LOWER") => Auto::SameLower,
            Some(_) => return Err(sentence!("its auto_pad is not one of ONNX's")),
        };
        let pads = pixels(node, "pads", 4)?;
        if auto != Auto::Not && pads.iter().any(|side| *side != 0) {
            return Err(sentence!(
                "it has auto_pad beside pads of {list}, of which ONNX allows only one",
                list = listed(&pads)
            ));
        }
        let [top, left, bottom, right] = pads[..] else {
            return Err(sentence!("it does not have four pads"));
        };
        let dilation = steps(node, "dilations")?;
        Ok(Self {
            kernel: [0, 1].map(|axis| kernel[axis].saturating_sub(1) * dilation[axis] + 1),
            stride: steps(node, "strides")?,
            dilation,
            groups,
            auto,
            pads: [top, bottom, left, right],
        })
    }

    /// The padding of a convolution over an image, `before` which zeros are put around it.
    pub fn convolution(&self, image: [usize; 2], before: Sides) -> Padding {
        if self.auto == Auto::SameUpper && before == [0; 4] {
            return Padding::SAME;
        }
        let mut own = match self.auto {
            Auto::Not => self.pads,
            Auto::Valid => [0; 4],
            Auto::SameUpper | Auto::SameLower => {
                let around = |axis: usize| {
                    let side = image[axis] + before[2 * axis] + before[2 * axis + 1];
                    let last =
                        side.div_ceil(self.stride[axis]).saturating_sub(1) * self.stride[axis];
                    self.split((last + self.kernel[axis]).saturating_sub(side))
                };
                let ([top, bottom], [left, right]) = (around(0), around(1));
                [top, bottom, left, right]
            }
        };
        own.iter_mut()
            .zip(before)
            .for_each(|(own, before)| *own += before);
        padding(own)
    }

    /// The padding and, where it does not follow from that, the size of what a transposed
    /// convolution makes of an image.
    pub fn transposed(
        &self,
        node: &Node,
        image: [usize; 2],
    ) -> Found<(Padding, Option<[Size; 2]>)> {
        let more = pixels(node, "output_padding", 2)?;
        let shape = node.wholes("output_shape").unwrap_or_default();
        let is_same = matches!(self.auto, Auto::SameUpper | Auto::SameLower);
        let stated: Option<Vec<usize>> =
            match shape.len() {
                0 if is_same => Some([0, 1].map(|axis| image[axis] * self.stride[axis]).to_vec()),
                0 => None,
                // Some say the batch and the channels, too.
                2 | 4 => {
                    let sides = &shape[shape.len() - 2..];
                    let sides: Option<Vec<usize>> = sides.iter().map(small).collect();
                    Some(sides.ok_or_else(|| {
                        sentence!("its output_shape is {list}", list = listed(shape))
                    })?)
                }
                _ => {
                    return Err(sentence!(
                        "its output_shape is {list}",
                        list = listed(shape)
                    ));
                }
            };
        let mut pads = match self.auto {
            Auto::Not => self.pads,
            _ => [0; 4],
        };
        let (mut output, mut least) = ([0; 2], [0; 2]);
        for axis in 0..2 {
            let full = image[axis].saturating_sub(1) * self.stride[axis] + self.kernel[axis];
            if let Some(stated) = &stated {
                // What is stated wins over pads, which are worked out from it.
                let total = (full + more[axis]).checked_sub(stated[axis]);
                let total = total.ok_or_else(|| {
                    sentence!(
                        "it is to make {wanted} pixels out of {has}, more than its kernel reaches",
                        wanted = stated[axis],
                        has = image[axis]
                    )
                })?;
                [pads[2 * axis], pads[2 * axis + 1]] = self.split(total);
            }
            let cut = pads[2 * axis] + pads[2 * axis + 1];
            let made = (full + more[axis])
                .checked_sub(cut)
                .filter(|made| *made > 0);
            output[axis] = made.ok_or_else(|| {
                sentence!("its pads of {list} leave nothing", list = listed(&pads))
            })?;
            least[axis] = full.saturating_sub(cut);
        }
        let sides = (output != least).then(|| output.map(Size::fixed));
        Ok((padding(pads), sides))
    }

    /// Pixels on both sides together, as they are put before and behind.
    fn split(&self, total: usize) -> [usize; 2] {
        let less = total / 2;
        match self.auto {
            Auto::SameUpper => [less, total - less],
            _ => [total - less, less],
        }
    }
}

/// Strides or dilations along rows and columns; 1 where there are none.
pub(super) fn steps(node: &Node, name: &str) -> Found<[usize; 2]> {
    let values = node.wholes(name).filter(|values| !values.is_empty());
    let usual: &[i64] = &[1, 1];
    let values = values.unwrap_or(usual);
    match values {
        [down, across] if [down, across].iter().all(|step| (1..=1024).contains(*step)) => {
            Ok([*down as usize, *across as usize])
        }
        _ => Err(sentence!(
            "its {setting} are {list}",
            setting = name,
            list = listed(values)
        )),
    }
}

/// An attribute of so many numbers of pixels; zeros where it is not there.
pub(super) fn pixels(node: &Node, name: &str, count: usize) -> Found<Vec<usize>> {
    let values = match node.wholes(name) {
        None | Some([]) => return Ok(vec![0; count]),
        Some(values) => values,
    };
    let sides: Option<Vec<usize>> = values.iter().map(small).collect();
    sides.filter(|sides| sides.len() == count).ok_or_else(|| {
        sentence!(
            "its {setting} are {list}",
            setting = name,
            list = listed(values)
        )
    })
}

/// A number of pixels that makes sense.
pub(super) fn small(size: &i64) -> Option<usize> {
    usize::try_from(*size).ok().filter(|size| *size <= 1 << 16)
}

#[cfg(test)]
mod tests {
    use super::super::proto::Attribute;
    use super::*;

    fn node(attributes: &[(&str, &[i64])], auto: &str) -> Node {
        let list = attributes.iter().map(|(name, wholes)| Attribute {
            name: (*name).to_owned(),
            wholes: wholes.to_vec(),
            ..Attribute::default()
        });
        let auto = Attribute {
            name: "auto_pad".to_owned(),
            text: auto.as_bytes().to_vec(),
            ..Attribute::default()
        };
        Node {
            attributes: list.chain([auto]).collect(),
            ..Node::default()
        }
    }

    type Made = Found<(Padding, Option<[Size; 2]>)>;

    fn transposed(attributes: &[(&str, &[i64])], auto: &str, kernel: usize, side: usize) -> Made {
        let node = node(attributes, auto);
        let window = Window::of(&node, [kernel; 2])?;
        window.transposed(&node, [side; 2])
    }

    #[test]
    fn an_output_shape_wins_over_pads() {
        let two: (&str, &[i64]) = ("strides", &[2, 2]);
        let shape: (&str, &[i64]) = ("output_shape", &[14, 14]);
        // 2·(7−1) + 5 − 14 = 3: the odd one at the beginning, but for SAME_UPPER.
        let odd = Padding::Sides([2, 1, 2, 1]);
        assert_eq!(transposed(&[two, shape], "", 5, 7).unwrap(), (odd, None));
        let upper = Padding::Sides([1, 2, 1, 2]);
        let made = transposed(&[two, shape], "SAME_UPPER", 5, 7).unwrap();
        assert_eq!(made, (upper, None));
        let made = transposed(&[two, shape], "SAME_LOWER", 5, 7).unwrap();
        assert_eq!(made, (odd, None));
        let pads: (&str, &[i64]) = ("pads", &[0, 0, 0, 0]);
        let ignored: (&str, &[i64]) = ("pads", &[3, 0, 2, 1]);
        for pads in [pads, ignored] {
            assert_eq!(
                transposed(&[two, shape, pads], "", 5, 7).unwrap(),
                (odd, None)
            );
        }
        let whole: (&str, &[i64]) = ("output_shape", &[1, 8, 14, 14]);
        assert_eq!(transposed(&[two, whole], "", 5, 7).unwrap(), (odd, None));
        // Output padding counts into what is cut.
        let more: (&str, &[i64]) = ("output_padding", &[1, 1]);
        let made = transposed(&[two, shape, more], "", 4, 7).unwrap();
        assert_eq!(made, (odd, Some([Size::fixed(14); 2])));
        assert!(transposed(&[two, ("output_shape", &[18, 18])], "", 4, 7).is_err());
        assert!(transposed(&[two, ("output_shape", &[14])], "", 4, 7).is_err());
        assert!(transposed(&[two, ("output_shape", &[-14, 14])], "", 4, 7).is_err());
    }

    #[test]
    fn same_and_valid_stand_alone() {
        let two: (&str, &[i64]) = ("strides", &[2, 2]);
        let made = transposed(&[two], "SAME_LOWER", 5, 7).unwrap();
        assert_eq!(made, (Padding::Sides([2, 1, 2, 1]), None));
        let made = transposed(&[two], "VALID", 5, 7).unwrap();
        assert_eq!(made, (Padding::Even(0), None));
        let more: (&str, &[i64]) = ("output_padding", &[1, 1]);
        let made = transposed(&[two, more, ("pads", &[1, 1, 1, 1])], "", 3, 7).unwrap();
        assert_eq!(made, (Padding::Even(1), Some([Size::fixed(14); 2])));
        for auto in ["VALID", "SAME_UPPER", "SAME_LOWER", "ANY"] {
            let both = transposed(&[two, ("pads", &[1, 1, 1, 1])], auto, 4, 7);
            assert!(both.is_err(), "{auto}");
        }
        for (name, values) in [
            ("pads", vec![-1, 0, 0, 0]),
            ("pads", vec![1, 1]),
            ("strides", vec![2, 0]),
            ("dilations", vec![2]),
            ("kernel_shape", vec![3, 3]),
            ("output_padding", vec![1]),
        ] {
            assert!(transposed(&[(name, &values)], "", 4, 7).is_err(), "{name}");
        }
    }

    #[test]
    fn a_convolution_pads_on_the_side_that_is_named() {
        let window = |attributes: &[(&str, &[i64])], auto: &str| {
            Window::of(&node(attributes, auto), [4, 4]).unwrap()
        };
        let lower = window(&[], "SAME_LOWER");
        assert_eq!(
            lower.convolution([8, 8], [0; 4]),
            Padding::Sides([2, 1, 2, 1])
        );
        let upper = window(&[], "SAME_UPPER");
        assert_eq!(upper.convolution([8, 8], [0; 4]), Padding::SAME);
        assert_eq!(
            upper.convolution([8, 8], [1, 0, 0, 0]),
            Padding::Sides([2, 2, 1, 2])
        );
        // Top, left, bottom, right in the file.
        let own = window(&[("pads", &[1, 2, 3, 4])], "NOTSET");
        assert_eq!(
            own.convolution([8, 8], [1; 4]),
            Padding::Sides([2, 4, 3, 5])
        );
    }
}
