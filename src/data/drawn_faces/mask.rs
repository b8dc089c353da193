//! From outlines to coverage: how much of each pixel lies inside, exactly, so that edges are soft.

use super::SIDE;
use std::ops::Range;

/// A place in the image, in pixels from its upper left corner.
pub(super) type Place = (f32, f32);

/// How much of each pixel is covered, from 0 to 1, row by row; nothing outside of the rows and columns.
#[derive(Clone)]
pub(super) struct Mask {
    coverage: Vec<f32>,
    pub rows: Range<usize>,
    pub columns: Range<usize>,
}

impl Mask {
    fn new(coverage: f32, rows: Range<usize>, columns: Range<usize>) -> Self {
        Self {
            coverage: vec![coverage; rows.len() * columns.len()],
            rows,
            columns,
        }
    }

    /// The whole image.
    pub fn everything() -> Self {
        Self::new(1.0, 0..SIDE, 0..SIDE)
    }

    /// The coverage of a row's columns.
    pub fn row(&self, row: usize) -> &[f32] {
        let width = self.columns.len();
        &self.coverage[(row - self.rows.start) * width..][..width]
    }

    fn row_mut(&mut self, row: usize) -> &mut [f32] {
        let width = self.columns.len();
        &mut self.coverage[(row - self.rows.start) * width..][..width]
    }

    /// The inside of a closed outline; the last place is joined to the first.
    pub fn inside(outline: &[Place]) -> Self {
        let (rows, columns) = bounds(outline, 0.5);
        let mut sums = Sums::new(&rows);
        let ends = outline.iter().cycle().skip(1);
        for (&from, &to) in outline.iter().zip(ends) {
            sums.edge(from, to);
        }
        let mut mask = Self::new(0.0, rows, columns);
        for row in mask.rows.clone() {
            let mut sum = 0.0;
            let sums = &sums.row(row)[mask.columns.clone()];
            for (coverage, part) in mask.row_mut(row).iter_mut().zip(sums) {
                sum += part;
                *coverage = sum.abs().min(1.0);
            }
        }
        mask
    }

    /// A line through places, its radius given at the start, in the middle and at the end.
    pub fn line(places: &[Place], radii: [f32; 3]) -> Self {
        let last = (places.len() - 1) as f32;
        let radius = |place: usize| {
            let t = place as f32 / last * 2.0;
            let [start, middle, end] = radii;
            if t < 1.0 {
                start + (middle - start) * t
            } else {
                middle + (end - middle) * (t - 1.0)
            }
        };
        let widest = radii.into_iter().fold(0.0, f32::max);
        let (rows, columns) = bounds(places, widest + 0.5);
        let mut mask = Self::new(0.0, rows, columns);
        for (place, pair) in places.windows(2).enumerate() {
            mask.capsule(pair[0], pair[1], radius(place), radius(place + 1));
        }
        mask
    }

    /// Only what lies in `other` too.
    pub fn within(&self, other: &Self) -> Self {
        let common = |one: &Range<usize>, other: &Range<usize>| {
            let start = one.start.max(other.start);
            start..one.end.min(other.end).max(start)
        };
        let rows = common(&self.rows, &other.rows);
        let columns = common(&self.columns, &other.columns);
        let mut both = Self::new(0.0, rows.clone(), columns.clone());
        for row in rows {
            let part =
                |mask: &Self| columns.start - mask.columns.start..columns.end - mask.columns.start;
            let pairs = self.row(row)[part(self)]
                .iter()
                .zip(&other.row(row)[part(other)]);
            for (coverage, (one, other)) in both.row_mut(row).iter_mut().zip(pairs) {
                *coverage = one * other;
            }
        }
        both
    }

    /// Covers one straight piece of a line.
    fn capsule(&mut self, from: Place, to: Place, start: f32, end: f32) {
        let reach = start.max(end) + 0.5;
        let (rows, columns) = bounds(&[from, to], reach);
        let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
        let length = along_x * along_x + along_y * along_y;
        let inverse = if length > 0.0 { 1.0 / length } else { 0.0 };
        let first = self.columns.start;
        for row in rows {
            let y = row as f32 + 0.5 - from.1;
            let pixels = &mut self.row_mut(row)[columns.start - first..columns.end - first];
            for (column, pixel) in columns.clone().zip(pixels) {
                let x = column as f32 + 0.5 - from.0;
                let t = ((x * along_x + y * along_y) * inverse).clamp(0.0, 1.0);
                let (x, y) = (x - t * along_x, y - t * along_y);
                let square = x * x + y * y;
                if square < reach * reach {
                    let radius = start + t * (end - start);
                    // A line thinner than a pixel is faint, not wide.
                    let most = (2.0 * radius).min(1.0);
                    let here = (radius - square.sqrt() + 0.5).clamp(0.0, most);
                    *pixel = pixel.max(here);
                }
            }
        }
    }
}

/// The rows and columns that are within reach of places.
fn bounds(places: &[Place], reach: f32) -> (Range<usize>, Range<usize>) {
    let (mut left, mut right) = (f32::MAX, f32::MIN);
    let (mut high, mut low) = (f32::MAX, f32::MIN);
    for &(x, y) in places {
        (left, right) = (left.min(x), right.max(x));
        (high, low) = (high.min(y), low.max(y));
    }
    (
        span(high - reach, low + reach),
        span(left - reach, right + reach),
    )
}

/// The pixels whose middles lie between two places, cut at the edges of the image.
fn span(low: f32, high: f32) -> Range<usize> {
    // Casts to usize take negative numbers to 0.
    let end = ((high + 0.5) as usize).min(SIDE);
    ((low + 0.5) as usize).min(end)..end
}

/// Columns of the sums: an edge at the right border touches two more.
const STRIDE: usize = SIDE + 2;

/// Sums of the edges of an outline: after summing along a row, each pixel holds the area to the right of
/// the edges. Source: Levien's font-rs.
struct Sums {
    sums: Vec<f32>,
    rows: Range<usize>,
}

impl Sums {
    fn new(rows: &Range<usize>) -> Self {
        Self {
            sums: vec![0.0; rows.len() * STRIDE],
            rows: rows.clone(),
        }
    }

    fn row(&self, row: usize) -> &[f32] {
        &self.sums[(row - self.rows.start) * STRIDE..][..STRIDE]
    }

    /// Adds one edge.
    fn edge(&mut self, from: Place, to: Place) {
        if from.1 == to.1 {
            return;
        }
        let (sign, top, bottom) = if from.1 < to.1 {
            (1.0, from, to)
        } else {
            (-1.0, to, from)
        };
        let slope = (bottom.0 - top.0) / (bottom.1 - top.1);
        let first = (top.1.max(0.0) as usize).max(self.rows.start);
        let last = (bottom.1.ceil().max(0.0) as usize).min(self.rows.end);
        for row in first..last {
            let high = top.1.max(row as f32);
            let low = bottom.1.min((row + 1) as f32);
            let height = (low - high) * sign;
            let ends = [high, low].map(|y| (top.0 + (y - top.1) * slope).clamp(0.0, SIDE as f32));
            let (left, right) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let sums = &mut self.sums[(row - self.rows.start) * STRIDE..][..STRIDE];
            let column = left as usize;
            if right <= (column + 1) as f32 {
                let outside = (left + right) * 0.5 - column as f32;
                sums[column] += height * (1.0 - outside);
                sums[column + 1] += height * outside;
            } else {
                slanted(sums, left, right, height);
            }
        }
    }
}

/// An edge that crosses several columns within one row.
fn slanted(sums: &mut [f32], left: f32, right: f32, height: f32) {
    let inverse = 1.0 / (right - left);
    let last = right.ceil() as usize;
    let mut before = 0.0;
    for (column, sum) in sums
        .iter_mut()
        .enumerate()
        .take(last + 1)
        .skip(left as usize)
    {
        let (here, next) = (column as f32, (column + 1) as f32);
        // Where the edge has passed, the whole pixel lies to its right.
        let passed = ((here - left) * inverse).clamp(0.0, 1.0);
        let (begin, end) = (left.max(here), right.min(next));
        let inside = (end - begin).max(0.0) * inverse * (next - (begin + end) * 0.5);
        *sum += height * (passed + inside - before);
        before = passed + inside;
    }
}

#[cfg(test)]
#[path = "mask_tests.rs"]
mod tests;
