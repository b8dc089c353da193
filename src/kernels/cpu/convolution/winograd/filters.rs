//! The transformed filters U.

use super::super::{ConvShape, area};
use super::input_transform::MAX_ALPHA;
use super::tiling::{TileAxis, Tiling};
use super::{components, padded_stride, transforms};
use crate::kernels::cpu::gemm::padded;
use crate::kernels::cpu::packing::{PackedMatrix, pack_transposed, panels};
use std::ops::Range;

/// U of a group of phases: a packed matrix for each component.
pub struct TransformedFilters {
    pub group: [Range<usize>; 2],
    /// Components along rows, and along columns.
    pub alpha: [usize; 2],
    /// For each component the offset of its matrix, and its rows.
    matrices: Vec<[usize; 2]>,
    values: Vec<f32>,
    pub columns: usize,
}

impl TransformedFilters {
    pub fn conv(weight: &[f32], shape: &ConvShape, tiling: &Tiling) -> Vec<Self> {
        let packed = pack_transposed(weight, [1, shape.small_channels, shape.patch_len()]);
        Self::of_groups(
            &packed,
            [shape.large_channels, shape.small_channels],
            shape,
            tiling,
        )
    }

    pub fn conv_transpose(weight: &[f32], shape: &ConvShape, tiling: &Tiling) -> Vec<Self> {
        let dims = [
            shape.small_channels,
            shape.large_channels,
            area(shape.geometry.kernel),
        ];
        Self::of_groups(
            &pack_transposed(weight, dims),
            [shape.small_channels, shape.large_channels],
            shape,
            tiling,
        )
    }

    /// Those of all groups, from packed weights with a row for each input channel and tap.
    fn of_groups(
        weights: &[f32],
        [from, to]: [usize; 2],
        shape: &ConvShape,
        tiling: &Tiling,
    ) -> Vec<Self> {
        let weights = PackedMatrix {
            values: weights,
            rows: from * area(shape.geometry.kernel),
            columns: to,
        };
        let [rows, columns] = tiling.each_ref().map(TileAxis::groups);
        let mut filters = Vec::new();
        for row in &rows {
            for column in &columns {
                let mut group = Self::empty([from, to], tiling, [row.clone(), column.clone()]);
                group.fill(weights, from, shape.geometry.kernel, tiling);
                filters.push(group);
            }
        }
        filters
    }

    fn empty([from, to]: [usize; 2], tiling: &Tiling, group: [Range<usize>; 2]) -> Self {
        let alpha = [0, 1].map(|axis| tiling[axis].max_components(&group[axis]));
        let mut matrices = Vec::new();
        let mut start = 0;
        for row in 0..alpha[0] {
            for column in 0..alpha[1] {
                let of = |axis: usize, component| {
                    tiling[axis].phases_with(&group[axis], component).count()
                };
                let rows = of(0, row) * of(1, column) * from;
                matrices.push([start, rows]);
                start += padded_stride(rows * padded(to));
            }
        }
        Self {
            group,
            alpha,
            matrices,
            values: vec![0.0; start],
            columns: to,
        }
    }

    fn fill(
        &mut self,
        weights: PackedMatrix<'_>,
        channels: usize,
        kernel: [usize; 2],
        tiling: &Tiling,
    ) {
        for row in self.group[0].clone() {
            for column in self.group[1].clone() {
                self.fill_phase([row, column], weights, channels, kernel, tiling);
            }
        }
    }

    fn fill_phase(
        &mut self,
        phase: [usize; 2],
        weights: PackedMatrix<'_>,
        channels: usize,
        kernel: [usize; 2],
        tiling: &Tiling,
    ) {
        let matrices = self.matrices_of(phase, channels, tiling);
        let taps = [0, 1].map(|axis| &tiling[axis].phases[phase[axis]].taps);
        for (panel, range) in panels(weights.rows, self.columns) {
            let width = padded(range.len());
            for channel in 0..channels {
                let kernels = panel + channel * area(kernel) * width;
                let from = |at: usize, other: usize| {
                    kernels + (taps[0][at] * kernel[1] + taps[1][other]) * width
                };
                let to = |at: usize, other: usize| {
                    let [start, rows, before] = matrices[at][other];
                    start + range.start * rows + (before + channel) * width
                };
                let counts = taps.map(Vec::len);
                transforms::filter_transform(
                    &mut self.values,
                    to,
                    weights.values,
                    from,
                    counts,
                    width,
                );
            }
        }
    }

    /// For each component of a phase the offset of its matrix, its rows, and how many of them belong to
    /// earlier phases.
    fn matrices_of(
        &self,
        phase: [usize; 2],
        channels: usize,
        tiling: &Tiling,
    ) -> [[[usize; 3]; MAX_ALPHA]; MAX_ALPHA] {
        let mut matrices = [[[0; 3]; MAX_ALPHA]; MAX_ALPHA];
        for component in components(self.alpha) {
            let phases_with = |axis: usize, end| {
                let group = self.group[axis].start..end;
                tiling[axis].phases_with(&group, component[axis]).count()
            };
            let before = phases_with(0, phase[0]) * phases_with(1, self.group[1].end)
                + phases_with(1, phase[1]);
            let [start, rows] = self.matrices[component[0] * self.alpha[1] + component[1]];
            matrices[component[0]][component[1]] = [start, rows, before * channels];
        }
        matrices
    }

    /// The matrix of a component.
    pub fn of(&self, [row, column]: [usize; 2]) -> PackedMatrix<'_> {
        let [start, rows] = self.matrices[row * self.alpha[1] + column];
        PackedMatrix {
            values: &self.values[start..],
            rows,
            columns: self.columns,
        }
    }
}
