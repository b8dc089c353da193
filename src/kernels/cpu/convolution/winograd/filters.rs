//! Weights as the products of tiles need them.

use super::super::{Sizes, area};
use super::forms::MOST_PRODUCTS;
use super::tiling::{Axis, Tiling};
use super::{apart, changes, products_of};
use crate::kernels::cpu::panels::{Panels, panels, turned_over};
use crate::kernels::cpu::product::padded;
use std::ops::Range;

/// The right sides of a group's products, in panels.
pub struct Filters {
    pub group: [Range<usize>; 2],
    /// Products of rows, and of columns.
    pub products: [usize; 2],
    /// Of every two of them where its matrix begins, and its rows.
    matrices: Vec<[usize; 2]>,
    values: Vec<f32>,
    pub columns: usize,
}

impl Filters {
    /// From the big side to the small one.
    pub fn down(weight: &[f32], sizes: &Sizes, tiling: &Tiling) -> Vec<Self> {
        let turned = turned_over(weight, [1, sizes.small, sizes.places()]);
        Self::of_groups(&turned, [sizes.big, sizes.small], sizes, tiling)
    }

    /// From the small side to the big one.
    pub fn up(weight: &[f32], sizes: &Sizes, tiling: &Tiling) -> Vec<Self> {
        let shape = [sizes.small, sizes.big, area(sizes.geometry.kernel)];
        Self::of_groups(
            &turned_over(weight, shape),
            [sizes.small, sizes.big],
            sizes,
            tiling,
        )
    }

    /// Those of all groups, of weights whose rows are the places of the kernels of all channels that are
    /// read.
    fn of_groups(
        weights: &[f32],
        [from, to]: [usize; 2],
        sizes: &Sizes,
        tiling: &Tiling,
    ) -> Vec<Self> {
        let weights = Panels {
            values: weights,
            rows: from * area(sizes.geometry.kernel),
            columns: to,
        };
        let [rows, columns] = tiling.each_ref().map(Axis::groups);
        let mut filters = Vec::new();
        for row in &rows {
            for column in &columns {
                let mut group = Self::empty([from, to], tiling, [row.clone(), column.clone()]);
                group.fill(weights, from, sizes.geometry.kernel, tiling);
                filters.push(group);
            }
        }
        filters
    }

    fn empty([from, to]: [usize; 2], tiling: &Tiling, group: [Range<usize>; 2]) -> Self {
        let products = [0, 1].map(|axis| tiling[axis].most_products(&group[axis]));
        let mut matrices = Vec::new();
        let mut start = 0;
        for row in 0..products[0] {
            for column in 0..products[1] {
                let of = |axis: usize, product| tiling[axis].having(&group[axis], product).count();
                let rows = of(0, row) * of(1, column) * from;
                matrices.push([start, rows]);
                start += apart(rows * padded(to));
            }
        }
        Self {
            group,
            products,
            matrices,
            values: vec![0.0; start],
            columns: to,
        }
    }

    fn fill(&mut self, weights: Panels<'_>, channels: usize, kernel: [usize; 2], tiling: &Tiling) {
        for row in self.group[0].clone() {
            for column in self.group[1].clone() {
                self.fill_phase([row, column], weights, channels, kernel, tiling);
            }
        }
    }

    fn fill_phase(
        &mut self,
        phase: [usize; 2],
        weights: Panels<'_>,
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
                changes::weights(&mut self.values, to, weights.values, from, counts, width);
            }
        }
    }

    /// Of every two of a phase's products where their matrix begins, its rows, and those of phases before
    /// this one.
    fn matrices_of(
        &self,
        phase: [usize; 2],
        channels: usize,
        tiling: &Tiling,
    ) -> [[[usize; 3]; MOST_PRODUCTS]; MOST_PRODUCTS] {
        let mut matrices = [[[0; 3]; MOST_PRODUCTS]; MOST_PRODUCTS];
        for product in products_of(self.products) {
            let having = |axis: usize, end| {
                let group = self.group[axis].start..end;
                tiling[axis].having(&group, product[axis]).count()
            };
            let before = having(0, phase[0]) * having(1, self.group[1].end) + having(1, phase[1]);
            let [start, rows] = self.matrices[product[0] * self.products[1] + product[1]];
            matrices[product[0]][product[1]] = [start, rows, before * channels];
        }
        matrices
    }

    /// The right side for two products.
    pub fn of(&self, [row, column]: [usize; 2]) -> Panels<'_> {
        let [start, rows] = self.matrices[row * self.products[1] + column];
        Panels {
            values: &self.values[start..],
            rows,
            columns: self.columns,
        }
    }
}
