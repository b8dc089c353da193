//! From outlines to coverage: how much of each pixel lies inside, exactly, so that edges are soft.

use super::SIDE;
use std::ops::Range;

/// A place in the image, in pixels from its upper left corner.
pub(super) type Place = (f32, f32);

/// Columns of the sums: an edge at the right border touches two more.
const STRIDE: usize = SIDE + 2;

/// How much of each pixel is covered, from 0 to 1, row by row.
#[derive(Clone)]
pub(super) struct Mask {
    pub coverage: [f32; SIDE * SIDE],
    /// Rows outside which nothing is covered.
    pub rows: Range<usize>,
    /// Columns outside which nothing is covered.
    pub columns: Range<usize>,
}

impl Mask {
    /// The whole image.
    pub fn everything() -> Self {
        Self {
            coverage: [1.0; SIDE * SIDE],
            rows: 0..SIDE,
            columns: 0..SIDE,
        }
    }

    /// The inside of a closed outline; the last place is joined to the first.
    pub fn inside(outline: &[Place]) -> Self {
        let mut sums = [0.0; STRIDE * SIDE];
        let (mut left, mut right) = (f32::MAX, f32::MIN);
        let (mut high, mut low) = (f32::MAX, f32::MIN);
        let ends = outline.iter().cycle().skip(1);
        for (&from, &to) in outline.iter().zip(ends) {
            edge(&mut sums, from, to);
            (left, right) = (left.min(from.0), right.max(from.0));
            (high, low) = (high.min(from.1), low.max(from.1));
        }
        let (rows, columns) = (span(high - 0.5, low + 0.5), span(left - 0.5, right + 0.5));
        let mut coverage = [0.0; SIDE * SIDE];
        for row in rows.clone() {
            let mut sum = 0.0;
            for column in columns.clone() {
                sum += sums[row * STRIDE + column];
                coverage[row * SIDE + column] = sum.abs().min(1.0);
            }
        }
        Self {
            coverage,
            rows,
            columns,
        }
    }

    /// A line through places, its radius given at the start, in the middle and at the end.
    pub fn line(places: &[Place], radii: [f32; 3]) -> Self {
        let mut mask = Self {
            coverage: [0.0; SIDE * SIDE],
            rows: 0..0,
            columns: 0..0,
        };
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
        for (place, pair) in places.windows(2).enumerate() {
            mask.capsule(pair[0], pair[1], radius(place), radius(place + 1));
        }
        mask
    }

    /// Only what lies in `other` too.
    pub fn within(mut self, other: &Self) -> Self {
        for row in self.rows.clone() {
            let range = row * SIDE + self.columns.start..row * SIDE + self.columns.end;
            let other = &other.coverage[range.clone()];
            for (here, there) in self.coverage[range].iter_mut().zip(other) {
                *here *= there;
            }
        }
        self
    }

    /// Covers one straight piece of a line.
    fn capsule(&mut self, from: Place, to: Place, start: f32, end: f32) {
        let reach = start.max(end) + 0.5;
        let columns = span(from.0.min(to.0) - reach, from.0.max(to.0) + reach);
        let rows = span(from.1.min(to.1) - reach, from.1.max(to.1) + reach);
        let (along_x, along_y) = (to.0 - from.0, to.1 - from.1);
        let length = along_x * along_x + along_y * along_y;
        let inverse = if length > 0.0 { 1.0 / length } else { 0.0 };
        self.rows = union(&self.rows, &rows);
        self.columns = union(&self.columns, &columns);
        for row in rows {
            for column in columns.clone() {
                let x = column as f32 + 0.5 - from.0;
                let y = row as f32 + 0.5 - from.1;
                let t = ((x * along_x + y * along_y) * inverse).clamp(0.0, 1.0);
                let (x, y) = (x - t * along_x, y - t * along_y);
                let square = x * x + y * y;
                if square < reach * reach {
                    let radius = start + t * (end - start);
                    // A line thinner than a pixel is faint, not wide.
                    let most = (2.0 * radius).min(1.0);
                    let here = (radius - libm::sqrtf(square) + 0.5).clamp(0.0, most);
                    let pixel = &mut self.coverage[row * SIDE + column];
                    *pixel = pixel.max(here);
                }
            }
        }
    }
}

/// The pixels whose middles lie between two places, cut at the edges of the image.
fn span(low: f32, high: f32) -> Range<usize> {
    // Casts to usize take negative numbers to 0.
    let end = ((high + 0.5) as usize).min(SIDE);
    ((low + 0.5) as usize).min(end)..end
}

/// All that lies in one range or the other, and what is between them.
fn union(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => other.clone(),
        (_, true) => one.clone(),
        _ => one.start.min(other.start)..one.end.max(other.end),
    }
}

/// Adds one edge of an outline: after summing along a row, each pixel holds the area to the right
/// of the edge. Source: Levien's font-rs.
fn edge(sums: &mut [f32; STRIDE * SIDE], from: Place, to: Place) {
    if from.1 == to.1 {
        return;
    }
    let (sign, top, bottom) = if from.1 < to.1 {
        (1.0, from, to)
    } else {
        (-1.0, to, from)
    };
    let slope = (bottom.0 - top.0) / (bottom.1 - top.1);
    let first = top.1.max(0.0) as usize;
    let last = (libm::ceilf(bottom.1).max(0.0) as usize).min(SIDE);
    for row in first..last {
        let high = top.1.max(row as f32);
        let low = bottom.1.min((row + 1) as f32);
        let height = (low - high) * sign;
        let ends = [high, low].map(|y| (top.0 + (y - top.1) * slope).clamp(0.0, SIDE as f32));
        let (left, right) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
        let sums = &mut sums[row * STRIDE..][..STRIDE];
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

/// An edge that crosses several columns within one row.
fn slanted(sums: &mut [f32], left: f32, right: f32, height: f32) {
    let inverse = 1.0 / (right - left);
    let last = libm::ceilf(right) as usize;
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
