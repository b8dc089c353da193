//! Right sides of products in panels of so many columns, each row of a panel in one piece.

use super::product::{Destination, List, Matrix, Windows, multiply_windows, padded};
use super::transposed::transpose;
use crate::parallel::{chunks, zeros};
use std::ops::Range;

/// Columns of a panel, but for the last one.
const PANEL: usize = 64;
/// Rows that are multiplied at a time: a panel of them stays in the first cache, and sums of so few
/// terms keep the digits that batch norm's gradients need.
const DEPTH: usize = 64;

/// A matrix of `rows` rows; its columns are filled up to whole vectors.
#[derive(Clone, Copy)]
pub struct Panels<'a> {
    pub values: &'a [f32],
    pub rows: usize,
    pub columns: usize,
}

/// Its panels: where each begins among its numbers, and its columns.
pub fn panels(rows: usize, columns: usize) -> impl Iterator<Item = (usize, Range<usize>)> {
    (0..columns).step_by(PANEL).map(move |start| {
        let range = start..(start + PANEL).min(columns);
        (start * rows, range)
    })
}

/// Panels of a matrix of `rows` rows.
pub fn laid_out(from: &[f32], [rows, columns]: [usize; 2]) -> Vec<f32> {
    filled([rows, columns], |panel, width, range| {
        for (to, from) in panel
            .chunks_exact_mut(width)
            .zip(from.chunks_exact(columns))
        {
            to[..range.len()].copy_from_slice(&from[range.clone()]);
        }
    })
}

/// Panels of a matrix of so many others, one below the other, whose columns are the rows of `from`:
/// `[others, columns, rows]`.
pub fn turned_over(from: &[f32], [others, columns, rows]: [usize; 3]) -> Vec<f32> {
    filled([others * rows, columns], |panel, width, range| {
        let panels = panel.chunks_exact_mut(rows * width);
        for (panel, from) in panels.zip(from.chunks_exact(columns * rows)) {
            let from = &from[range.start * rows..];
            transpose(panel, width, from, rows, [range.len(), rows]);
        }
    })
}

/// Panels as `fill` fills them: each has rows of some width, and its columns in the matrix.
fn filled(
    [rows, columns]: [usize; 2],
    fill: impl Fn(&mut [f32], usize, Range<usize>) + Sync,
) -> Vec<f32> {
    let mut panels = zeros(rows * padded(columns));
    chunks(&mut panels, rows * PANEL, |index, panel| {
        let first = index * PANEL;
        let width = panel.len() / rows;
        fill(panel, width, first..(first + PANEL).min(columns));
    });
    panels
}

impl Panels<'_> {
    /// `to = left · self`, or added; row `r` of it begins at `to_rows[r]` and is as long as whole
    /// vectors.
    pub fn multiply(
        self,
        to: &mut [f32],
        to_rows: List<'_>,
        left: Windows<'_>,
        destination: Destination,
    ) {
        if self.rows == 0 {
            for row in to_rows.iter() {
                to[row..][..padded(self.columns)].fill(0.0);
            }
        }
        for (start, columns) in panels(self.rows, self.columns) {
            let width = padded(columns.len());
            for first in (0..self.rows).step_by(DEPTH) {
                let depth = first..(first + DEPTH).min(self.rows);
                let right = Matrix::new(&self.values[start + first * width..], width);
                let left = Windows {
                    columns: left.columns.part(depth),
                    ..left
                };
                let destination = match first {
                    0 => destination,
                    _ => Destination::AddedTo,
                };
                let to = &mut to[columns.start..];
                multiply_windows(to, to_rows, width, left, right, destination);
            }
        }
    }
}
