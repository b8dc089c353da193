//! Matrix products: a tile of the result at a time stays in registers, in the widest vectors that
//! the processor turns out to have. Blocks that fit the cache are the callers' part.

use pulp::{Arch, Simd, WithSimd};

/// Numbers of the widest vector. Rows whose length is a multiple of it are quickest.
pub const WIDEST: usize = 16;

/// `count`, rounded up to whole vectors.
pub fn padded(count: usize) -> usize {
    count.next_multiple_of(WIDEST)
}

/// A matrix inside a slice.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    pub values: &'a [f32],
    /// From a row to the next.
    pub row: usize,
    /// From a column to the next.
    pub column: usize,
}

impl<'a> Matrix<'a> {
    /// Rows that begin `row` numbers apart.
    pub fn new(values: &'a [f32], row: usize) -> Self {
        Self {
            values,
            row,
            column: 1,
        }
    }

    pub fn transposed(self) -> Self {
        Self {
            row: self.column,
            column: self.row,
            ..self
        }
    }

    fn holds(self, rows: usize, columns: usize) -> bool {
        (rows - 1) * self.row + (columns - 1) * self.column < self.values.len()
    }
}

/// What becomes of what is there.
#[derive(Clone, Copy, PartialEq)]
pub enum Destination {
    Overwritten,
    AddedTo,
}

/// `to = left · right`, or `to += left · right`: `[rows, inner] · [inner, columns]`, on this core.
/// The rows of `to` begin `to_row` numbers apart; `right` has its rows in one piece.
pub fn multiply(
    to: &mut [f32],
    to_row: usize,
    [rows, inner, columns]: [usize; 3],
    left: Matrix<'_>,
    right: Matrix<'_>,
    destination: Destination,
) {
    assert!(rows > 0 && inner > 0 && columns > 0 && right.column == 1);
    assert!(to_row >= columns && to.len() >= (rows - 1) * to_row + columns);
    assert!(left.holds(rows, inner) && right.holds(inner, columns));
    Arch::new().dispatch(Product {
        to,
        to_row,
        sizes: [rows, inner, columns],
        left,
        right,
        is_added: destination == Destination::AddedTo,
    });
}

struct Product<'a> {
    to: &'a mut [f32],
    to_row: usize,
    /// Rows, inner, columns.
    sizes: [usize; 3],
    left: Matrix<'a>,
    right: Matrix<'a>,
    is_added: bool,
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, simd: S) {
        let [rows, inner, columns] = self.sizes;
        let mut column = 0;
        while column + S::F32_LANES <= columns {
            // Of four vectors two and two: one alone would wait for its own sums.
            let vectors = match (columns - column) / S::F32_LANES {
                1 => 1,
                2 | 4 => 2,
                _ => 3,
            };
            match vectors {
                1 => self.panel::<S, 1>(simd, column),
                2 => self.panel::<S, 2>(simd, column),
                _ => self.panel::<S, 3>(simd, column),
            }
            column += vectors * S::F32_LANES;
        }
        // Less than a vector is left of every row.
        for row in 0..rows {
            for column in column..columns {
                let mut sum = 0.0;
                for index in 0..inner {
                    let left = self.left.values[row * self.left.row + index * self.left.column];
                    sum += left * self.right.values[index * self.right.row + column];
                }
                let to = &mut self.to[row * self.to_row + column];
                *to = if self.is_added { *to + sum } else { sum };
            }
        }
    }
}

impl Product<'_> {
    /// All rows of `VECTORS` vectors of columns.
    #[inline(always)]
    fn panel<S: Simd, const VECTORS: usize>(&mut self, simd: S, column: usize) {
        let rows = self.sizes[0];
        let mut row = 0;
        // As many sums as there are registers for, and some for what is multiplied.
        if S::REGISTER_COUNT >= 32 {
            while row + 8 <= rows {
                self.tile::<S, 8, VECTORS>(simd, row, column);
                row += 8;
            }
        }
        while row + 4 <= rows {
            self.tile::<S, 4, VECTORS>(simd, row, column);
            row += 4;
        }
        while row < rows {
            self.tile::<S, 1, VECTORS>(simd, row, column);
            row += 1;
        }
    }

    #[inline(always)]
    fn tile<S: Simd, const ROWS: usize, const VECTORS: usize>(
        &mut self,
        simd: S,
        row: usize,
        column: usize,
    ) {
        let mut sums = [[simd.splat_f32s(0.0); VECTORS]; ROWS];
        // SAFETY: `multiply` has asserted that all of `left`, `right` and `to` lie within their
        // slices, and the callers above that rows and columns of the tile are among them.
        unsafe {
            let left = self.left.values.as_ptr().add(row * self.left.row);
            let right = self.right.values.as_ptr().add(column);
            for index in 0..self.sizes[1] {
                let mut vectors = [simd.splat_f32s(0.0); VECTORS];
                let right = right.add(index * self.right.row).cast::<S::f32s>();
                for (at, vector) in vectors.iter_mut().enumerate() {
                    *vector = right.add(at).read_unaligned();
                }
                for (at, sums) in sums.iter_mut().enumerate() {
                    let factor = left.add(at * self.left.row + index * self.left.column);
                    let factor = simd.splat_f32s(*factor);
                    for (sum, vector) in sums.iter_mut().zip(vectors) {
                        *sum = simd.mul_add_e_f32s(factor, vector, *sum);
                    }
                }
            }
            for (at, sums) in sums.into_iter().enumerate() {
                let to = self.to.as_mut_ptr().add((row + at) * self.to_row + column);
                let to = to.cast::<S::f32s>();
                for (at, sum) in sums.into_iter().enumerate() {
                    let to = to.add(at);
                    let sum = match self.is_added {
                        true => simd.add_f32s(to.read_unaligned(), sum),
                        false => sum,
                    };
                    to.write_unaligned(sum);
                }
            }
        }
    }
}
