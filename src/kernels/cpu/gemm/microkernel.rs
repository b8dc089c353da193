//! The GEMM microkernel: a tile of `c` stays in registers while it runs along k.

/// An instruction set's vectors.
pub trait Vectors: Copy {
    type Vector: Copy;

    const LANES: usize;
    /// Vectors of sums that fit the registers beside the operands.
    const ACCUMULATORS: usize;

    fn splat(self, number: f32) -> Self::Vector;
    fn add(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    /// `a · b + c`
    fn multiply_add(self, a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector;
}

/// Where rows or columns begin.
pub trait Layout: Copy {
    /// Whether it is [`Scattered`].
    #[cfg_attr(not(relaxed), allow(dead_code))]
    const IS_SCATTERED: bool;

    /// # Safety
    /// There is such a row or column.
    unsafe fn offset(self, index: usize) -> usize;

    /// The offsets of the first `count`: faster than one by one.
    ///
    /// # Safety
    /// There are as many.
    unsafe fn first(self, count: usize) -> impl Iterator<Item = usize>;
}

/// At multiples of a stride.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Strided(pub usize);

impl Layout for Strided {
    const IS_SCATTERED: bool = false;

    #[inline(always)]
    unsafe fn offset(self, index: usize) -> usize {
        index * self.0
    }

    #[inline(always)]
    unsafe fn first(self, count: usize) -> impl Iterator<Item = usize> {
        (0..count).map(move |index| index * self.0)
    }
}

/// Where a list of offsets says.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Scattered(pub *const u32);

impl Layout for Scattered {
    const IS_SCATTERED: bool = true;

    #[inline(always)]
    unsafe fn offset(self, index: usize) -> usize {
        // SAFETY: as the caller says.
        unsafe { *self.0.add(index) as usize }
    }

    #[inline(always)]
    unsafe fn first(self, count: usize) -> impl Iterator<Item = usize> {
        // SAFETY: as the caller says.
        let offsets = unsafe { core::slice::from_raw_parts(self.0, count) };
        offsets.iter().map(|&offset| offset as usize)
    }
}

/// `c = a · b`, or `c += a · b`. An element of `a` is at the sum of its row's and its column's offset;
/// the columns of `c` and `b` are contiguous.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Gemm<L> {
    pub c: *mut f32,
    pub c_rows: L,
    pub rows: usize,
    pub k: usize,
    pub columns: usize,
    pub a: *const f32,
    pub a_rows: L,
    pub a_columns: L,
    pub b: *const f32,
    pub b_row_stride: usize,
    pub accumulates: bool,
}

impl<L: Layout> Gemm<L> {
    /// Computes all columns that fill whole vectors, and returns how many those are.
    ///
    /// # Safety
    /// All of `a`, `b` and `c` is in bounds, and `c` is borrowed exclusively.
    #[inline(always)]
    pub unsafe fn run<V: Vectors>(&self, vectors: V) -> usize {
        let mut column = 0;
        while column + V::LANES <= self.columns {
            // Four as two and two: a single vector would wait for its own sums.
            let count = match (self.columns - column) / V::LANES {
                1 => 1,
                2 | 4 => 2,
                _ if V::ACCUMULATORS < 24 => 2,
                _ => 3,
            };
            // SAFETY: so many vectors remain, and the rest is as the caller says.
            unsafe {
                match count {
                    1 => self.panel::<V, 1>(vectors, column),
                    2 => self.panel::<V, 2>(vectors, column),
                    _ => self.panel::<V, 3>(vectors, column),
                }
            }
            column += count * V::LANES;
        }
        column
    }

    /// All rows of `VECTORS` vectors of columns.
    ///
    /// # Safety
    /// As [`Self::run`], and there are as many columns.
    #[inline(always)]
    unsafe fn panel<V: Vectors, const VECTORS: usize>(&self, vectors: V, column: usize) {
        let mut row = 0;
        // SAFETY: every tile's rows are in bounds.
        unsafe {
            if V::ACCUMULATORS >= 24 {
                row = self.whole_tiles::<V, 8, VECTORS>(vectors, row, column);
            } else if V::ACCUMULATORS >= 12 {
                // Not 4 × 3: 12 sums, three vectors and a factor leave no register, and compilers spill
                // one.
                row = self.whole_tiles::<V, 6, VECTORS>(vectors, row, column);
            }
            row = self.whole_tiles::<V, 4, VECTORS>(vectors, row, column);
            // One row at a time would wait for its own sums.
            match self.rows - row {
                3 => self.microkernel::<V, 3, VECTORS>(vectors, row, column),
                2 => self.microkernel::<V, 2, VECTORS>(vectors, row, column),
                1 => self.microkernel::<V, 1, VECTORS>(vectors, row, column),
                _ => {}
            }
        }
    }

    /// Tiles of `ROWS` rows from `row` on, as many as fit; returns the row after them.
    ///
    /// # Safety
    /// As [`Self::panel`].
    #[inline(always)]
    unsafe fn whole_tiles<V: Vectors, const ROWS: usize, const VECTORS: usize>(
        &self,
        vectors: V,
        mut row: usize,
        column: usize,
    ) -> usize {
        while row + ROWS <= self.rows {
            // SAFETY: as the caller says, and there are as many rows.
            unsafe { self.microkernel::<V, ROWS, VECTORS>(vectors, row, column) };
            row += ROWS;
        }
        row
    }

    /// One tile: `ROWS` rows (BLIS's MR) of `VECTORS` vectors (NR).
    ///
    /// # Safety
    /// As [`Self::panel`], and there are as many rows.
    #[inline(always)]
    unsafe fn microkernel<V: Vectors, const ROWS: usize, const VECTORS: usize>(
        &self,
        vectors: V,
        row: usize,
        column: usize,
    ) {
        let mut accumulators = [[vectors.splat(0.0); VECTORS]; ROWS];
        let mut a = [self.a; ROWS];
        // SAFETY: as the caller says. Where k is 0 nothing is read of `b`, which then may have no such
        // column.
        unsafe {
            for (at, a) in a.iter_mut().enumerate() {
                *a = a.add(self.a_rows.offset(row + at));
            }
            let mut b = self.b.wrapping_add(column);
            for offset in self.a_columns.first(self.k) {
                let mut loaded = [vectors.splat(0.0); VECTORS];
                for (at, vector) in loaded.iter_mut().enumerate() {
                    *vector = b.cast::<V::Vector>().add(at).read_unaligned();
                }
                b = b.wrapping_add(self.b_row_stride);
                for (a, accumulators) in a.iter().zip(&mut accumulators) {
                    let factor = vectors.splat(*a.add(offset));
                    for (sum, vector) in accumulators.iter_mut().zip(loaded) {
                        *sum = vectors.multiply_add(factor, vector, *sum);
                    }
                }
            }
            for (at, accumulators) in accumulators.into_iter().enumerate() {
                let c = self.c.add(self.c_rows.offset(row + at) + column);
                let c = c.cast::<V::Vector>();
                for (at, sum) in accumulators.into_iter().enumerate() {
                    let c = c.add(at);
                    let sum = match self.accumulates {
                        true => vectors.add(c.read_unaligned(), sum),
                        false => sum,
                    };
                    c.write_unaligned(sum);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vectors of four lanes, with so many accumulators.
    #[derive(Clone, Copy)]
    struct Four<const ACCUMULATORS: usize>;

    impl<const ACCUMULATORS: usize> Vectors for Four<ACCUMULATORS> {
        type Vector = [f32; 4];

        const LANES: usize = 4;
        const ACCUMULATORS: usize = ACCUMULATORS;

        fn splat(self, number: f32) -> [f32; 4] {
            [number; 4]
        }

        fn add(self, a: [f32; 4], b: [f32; 4]) -> [f32; 4] {
            std::array::from_fn(|lane| a[lane] + b[lane])
        }

        fn multiply_add(self, a: [f32; 4], b: [f32; 4], c: [f32; 4]) -> [f32; 4] {
            std::array::from_fn(|lane| a[lane] * b[lane] + c[lane])
        }
    }

    /// Small integers, so that no order of summation changes a result.
    fn assert_exact<const ACCUMULATORS: usize>([rows, k, columns]: [usize; 3], accumulates: bool) {
        let numbers = |count: usize, of: usize| -> Vec<f32> {
            (0..count).map(|at| (at * of % 17) as f32 - 8.0).collect()
        };
        let [a, b] = [numbers(rows * k, 5), numbers(k * columns, 7)];
        let before = numbers(rows * columns, 3);
        let mut c = before.clone();
        let gemm = Gemm {
            c: c.as_mut_ptr(),
            c_rows: Strided(columns),
            rows,
            k,
            columns,
            a: a.as_ptr(),
            a_rows: Strided(k),
            a_columns: Strided(1),
            b: b.as_ptr(),
            b_row_stride: columns,
            accumulates,
        };
        // SAFETY: the matrices have these sizes.
        let done = unsafe { gemm.run(Four::<ACCUMULATORS>) };
        assert_eq!(done, columns / 4 * 4);
        for (at, (found, before)) in c.iter().zip(&before).enumerate() {
            let (row, column) = (at / columns, at % columns);
            let sum = (0..k).map(|at| a[row * k + at] * b[at * columns + column]);
            let expected = match column < done {
                true => sum.sum::<f32>() + if accumulates { *before } else { 0.0 },
                false => *before,
            };
            assert_eq!(
                *found, expected,
                "{ACCUMULATORS} accumulators, {rows} rows, {row}, {column}"
            );
        }
    }

    #[test]
    fn tiles_of_every_shape_cover_the_whole_matrix() {
        for rows in 1..=21 {
            for columns in [4, 8, 12, 16, 20, 27, 35] {
                for accumulates in [false, true] {
                    let sizes = [rows, 9, columns];
                    assert_exact::<8>(sizes, accumulates);
                    assert_exact::<12>(sizes, accumulates);
                    assert_exact::<24>(sizes, accumulates);
                }
            }
        }
    }
}
