//! Modules that put pixels around an image, or take their mean or largest.

use super::leaves::Leaf;
use super::modules::Reading;
use crate::import::draft::padding;
use crate::import::found::Found;
use crate::layers::{self, LayerSpec, PadMode};
use crate::sentence::sentence;

impl<'a> Reading<'a, '_> {
    /// Pixels that repeat or mirror the image.
    pub(super) fn edges(&mut self, leaf: &'a Leaf, mode: PadMode) -> Found<()> {
        let sides = self.settings(leaf).sizes("padding")?;
        let sides = match sides[..] {
            [all] => [all; 4],
            [left, right, top, bottom] => [top, bottom, left, right],
            _ => return Err(sentence!("“{name}” has no four sides", name = leaf.path)),
        };
        self.surround(sides, mode)
    }

    pub(super) fn surround(&mut self, sides: [usize; 4], mode: PadMode) -> Found<()> {
        let padding = padding(sides);
        self.draft
            .plain(LayerSpec::Pad(layers::Pad { padding, mode }))
    }

    pub(super) fn average_pool(&mut self, leaf: &'a Leaf) -> Found<()> {
        let settings = self.settings(leaf);
        let kernel = settings.per_axis("kernel_size")?;
        let stride = settings
            .per_axis("stride")
            .or_else(|_| settings.per_axis("kernel_size"))?;
        let [down, across] = settings.per_axis("padding")?;
        let is_unusual = settings.is("ceil_mode") || settings.number("divisor_override").is_some();
        if is_unusual || ([down, across] != [0, 0] && !settings.is("count_include_pad")) {
            return Err(sentence!(
                "“{name}” ({class}) does not count all pixels under its kernel, which Ganvas does not support",
                name = leaf.path,
                class = leaf.class
            ));
        }
        self.draft
            .average_pool(kernel, stride, [down, down, across, across])
    }

    pub(super) fn max_pool(&mut self, leaf: &'a Leaf) -> Found<()> {
        let settings = self.settings(leaf);
        let kernel = settings.per_axis("kernel_size")?;
        let stride = settings.per_axis("stride").unwrap_or(kernel);
        let [down, across] = settings.per_axis("padding")?;
        if settings.is("ceil_mode") || settings.per_axis("dilation")? != [1, 1] {
            return Err(sentence!(
                "“{name}” ({class}) has gaps in its kernel or reaches beyond its padding, which Ganvas does not support",
                name = leaf.path,
                class = leaf.class
            ));
        }
        let around = padding([down, down, across, across]);
        self.draft.max_pool(kernel, stride, around)
    }
}
