//! Operators that take some channels or pixels, or move numbers between the two.

use super::graph::Walk;
use super::operators::{needed, optional};
use super::proto::Node;
use super::shapes::axis;
use super::slices::picked;
use super::value::{Main, Value};
use crate::import::found::{Found, listed, written};
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;

impl Walk<'_> {
    pub fn depth_to_space(&mut self, node: &Node, main: &Main) -> Found<Value> {
        let factor = self.block(node, main)?;
        let is_blocks_first = node.word("mode").is_none_or(|mode| mode == "DCR");
        self.settle(main)?;
        self.shuffle(factor, is_blocks_first)?;
        Ok(self.image(main))
    }

    pub fn space_to_depth(&mut self, node: &Node, main: &Main) -> Found<Value> {
        let factor = self.block(node, main)?;
        self.settle(main)?;
        self.unshuffle(factor, true)?;
        Ok(self.image(main))
    }

    fn block(&self, node: &Node, main: &Main) -> Found<usize> {
        let block = node.whole("blocksize", 0);
        let factor = usize::try_from(block)
            .ok()
            .filter(|factor| (1..=16).contains(factor));
        match factor {
            Some(factor) if !main.last && main.dims.len() == 4 => Ok(factor),
            _ => Err(sentence!(
                "it makes blocks of {block} pixels of {dims}",
                block,
                dims = written(&main.dims)
            )),
        }
    }

    /// Pixels from channels. `is_blocks_first`: a block's places are the channels' first axis, the
    /// channels that come out the second.
    pub fn shuffle(&mut self, factor: usize, is_blocks_first: bool) -> Found<()> {
        let (all, block) = (self.draft.shape().channels(), factor * factor);
        if is_blocks_first && all.is_multiple_of(block) {
            let channels = all / block;
            let order: Vec<usize> = (0..all)
                .map(|new| (new % block) * channels + new / block)
                .collect();
            self.draft.select(&order)?;
        }
        self.draft
            .plain(LayerSpec::PixelShuffle(layers::PixelShuffle { factor }))
    }

    /// Channels from pixels.
    pub fn unshuffle(&mut self, factor: usize, is_blocks_first: bool) -> Found<()> {
        let (channels, block) = (self.draft.shape().channels(), factor * factor);
        self.draft.unshuffle(factor)?;
        if is_blocks_first {
            let order: Vec<usize> = (0..channels * block)
                .map(|new| (new % channels) * block + new / channels)
                .collect();
            self.draft.select(&order)?;
        }
        Ok(())
    }

    /// A constant part of an image or a vector.
    pub fn sliced(&mut self, node: &Node, inputs: &[Option<Value>], main: &Main) -> Found<Value> {
        let rank = main.dims.len();
        let mut kept: Vec<Vec<usize>> = main.dims.iter().map(|side| (0..*side).collect()).collect();
        let mut dims = main.dims.clone();
        if node.operator == "Gather" {
            let along = axis(node.whole("axis", 0), rank)?;
            let indices = needed(inputs, 1, "indices")?;
            let side = main.dims[along];
            let places = indices
                .integers()
                .into_iter()
                .map(|index| axis(index, side));
            kept[along] = places.collect::<Found<_>>()?;
            dims.splice(along..=along, indices.dims.iter().copied());
        } else {
            let given = |index: usize, name: &str| {
                let attribute = || node.wholes(name).map(<[i64]>::to_vec);
                let input = optional(inputs, index)?.map(|constant| constant.integers());
                Ok::<_, crate::sentence::Sentence>(input.or_else(attribute))
            };
            let starts =
                given(1, "starts")?.ok_or_else(|| sentence!("it does not say where it starts"))?;
            let ends =
                given(2, "ends")?.ok_or_else(|| sentence!("it does not say where it ends"))?;
            let axes = given(3, "axes")?.unwrap_or_else(|| (0..starts.len() as i64).collect());
            let steps = given(4, "steps")?.unwrap_or_else(|| vec![1; starts.len()]);
            if [ends.len(), axes.len(), steps.len()] != [starts.len(); 3] {
                return Err(sentence!(
                    "it does not have a start, end, axis and step for each cut"
                ));
            }
            for (((start, end), named), step) in starts.iter().zip(&ends).zip(&axes).zip(&steps) {
                let along = axis(*named, rank)?;
                let places = picked(main.dims[along], *start, *end, *step)
                    .ok_or_else(|| sentence!("it cuts by steps of 0"))?;
                dims[along] = places.len();
                kept[along] = places;
            }
        }
        self.taken(main, kept, dims)
    }

    /// The outputs of an operator that splits a value.
    pub fn split(
        &mut self,
        node: &Node,
        inputs: &[Option<Value>],
        main: &Main,
    ) -> Found<Vec<Value>> {
        let along = axis(node.whole("axis", 0), main.dims.len())?;
        let side = main.dims[along];
        let count = node.outputs.len().max(1);
        let stated = optional(inputs, 1)?.map(|sizes| sizes.integers());
        let stated = stated.or_else(|| node.wholes("split").map(<[i64]>::to_vec));
        let sizes: Vec<usize> = match stated {
            Some(sizes) => sizes
                .iter()
                .map(|size| usize::try_from(*size).unwrap_or(0))
                .collect(),
            None => {
                let each = side.div_ceil(count);
                (0..count)
                    .map(|part| each.min(side.saturating_sub(part * each)))
                    .collect()
            }
        };
        if sizes.len() != count || sizes.iter().sum::<usize>() != side || sizes.contains(&0) {
            return Err(sentence!(
                "it splits {side} into {list}",
                side,
                list = listed(&sizes)
            ));
        }
        let mut start = 0;
        let mut values = Vec::with_capacity(count);
        for size in sizes {
            let mut kept: Vec<Vec<usize>> =
                main.dims.iter().map(|side| (0..*side).collect()).collect();
            kept[along] = (start..start + size).collect();
            let mut dims = main.dims.clone();
            dims[along] = size;
            values.push(self.taken(main, kept, dims)?);
            start += size;
        }
        Ok(values)
    }

    /// What is left of a value where of each axis only some places are kept.
    fn taken(&mut self, main: &Main, kept: Vec<Vec<usize>>, dims: Vec<usize>) -> Found<Value> {
        let rank = main.dims.len();
        let is_whole = |axis: usize| kept[axis].iter().copied().eq(0..main.dims[axis]);
        let channels = if main.last { rank.saturating_sub(1) } else { 1 };
        let is_pixel = |axis: usize| rank == 4 && axis != channels;
        let cut: Vec<usize> = (0..rank).filter(|axis| !is_whole(*axis)).collect();
        if cut
            .iter()
            .any(|axis| *axis == 0 || (*axis != channels && !is_pixel(*axis)))
            || kept.iter().any(Vec::is_empty)
            || main.label_gap != 0
        {
            return Err(sentence!(
                "it cuts {dims} along the axes {list}",
                dims = written(&main.dims),
                list = listed(&cut)
            ));
        }
        self.settle(main)?;
        if cut.contains(&channels) {
            self.draft.select(&kept[channels])?;
        }
        if cut.iter().any(|axis| is_pixel(*axis)) {
            let (rows, columns) = if main.last { (1, 2) } else { (2, 3) };
            let [rows, columns] = [rows, columns].map(|axis| {
                let (first, second) = (kept[axis].first()?, kept[axis].get(1));
                let step = second.map_or(Some(1), |second| second.checked_sub(*first))?;
                let last = first + step * (kept[axis].len() - 1);
                let is_even = kept[axis]
                    .iter()
                    .copied()
                    .eq((*first..=last).step_by(step.max(1)));
                (is_even && step > 0).then_some([*first, kept[axis].len(), step])
            });
            let (Some(rows), Some(columns)) = (rows, columns) else {
                return Err(sentence!("it takes pixels in another order"));
            };
            self.draft.crop(rows, columns)?;
        }
        Ok(self.made(dims, main.last && rank == main.dims.len()))
    }
}
