//! A product's innermost loops: a tile of the result at a time stays in registers.

/// Vectors of numbers, as some instructions of a processor have them.
pub trait Vectors: Copy {
    type Vector: Copy;

    /// Numbers of a vector.
    const LANES: usize;
    /// Sums that the processor keeps in registers, beside what is multiplied.
    const SUMS: usize;

    fn splat(self, number: f32) -> Self::Vector;
    fn add(self, a: Self::Vector, b: Self::Vector) -> Self::Vector;
    /// `a · b + c`
    fn multiply_add(self, a: Self::Vector, b: Self::Vector, c: Self::Vector) -> Self::Vector;
}

/// Where rows, or columns, begin.
pub trait Places: Copy {
    /// Whether they are [`Listed`].
    #[cfg_attr(not(relaxed), allow(dead_code))]
    const ARE_LISTED: bool;

    /// # Safety
    /// There is such a row or column.
    unsafe fn place(self, index: usize) -> usize;

    /// The places of the first `count`, one after the other: quicker than asking for each.
    ///
    /// # Safety
    /// There are as many.
    unsafe fn first(self, count: usize) -> impl Iterator<Item = usize>;
}

/// As far apart as this.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Pitch(pub usize);

impl Places for Pitch {
    const ARE_LISTED: bool = false;

    #[inline(always)]
    unsafe fn place(self, index: usize) -> usize {
        index * self.0
    }

    #[inline(always)]
    unsafe fn first(self, count: usize) -> impl Iterator<Item = usize> {
        (0..count).map(move |index| index * self.0)
    }
}

/// Where a list says.
#[derive(Clone, Copy)]
#[repr(transparent)]
pub struct Listed(pub *const u32);

impl Places for Listed {
    const ARE_LISTED: bool = true;

    #[inline(always)]
    unsafe fn place(self, index: usize) -> usize {
        // SAFETY: as the caller says.
        unsafe { *self.0.add(index) as usize }
    }

    #[inline(always)]
    unsafe fn first(self, count: usize) -> impl Iterator<Item = usize> {
        // SAFETY: as the caller says.
        let places = unsafe { core::slice::from_raw_parts(self.0, count) };
        places.iter().map(|&place| place as usize)
    }
}

/// `to = left · right`, or `to += left · right`. A number of `left` stands at the sum of its row's and
/// its column's place; `to` and `right` have their rows in one piece.
#[derive(Clone, Copy)]
#[repr(C)]
pub struct Product<P> {
    pub to: *mut f32,
    pub to_rows: P,
    pub rows: usize,
    pub inner: usize,
    pub columns: usize,
    pub left: *const f32,
    pub left_rows: P,
    pub left_columns: P,
    pub right: *const f32,
    pub right_row: usize,
    pub is_added: bool,
}

impl<P: Places> Product<P> {
    /// All columns that whole vectors have room for; how many those are.
    ///
    /// # Safety
    /// All of `to`, `left` and `right` is there, and nobody else has `to`.
    #[inline(always)]
    pub unsafe fn multiply<V: Vectors>(&self, vectors: V) -> usize {
        let mut column = 0;
        while column + V::LANES <= self.columns {
            // Of four vectors two and two: one alone would wait for its own sums.
            let count = match (self.columns - column) / V::LANES {
                1 => 1,
                2 | 4 => 2,
                _ if V::SUMS < 24 => 2,
                _ => 3,
            };
            // SAFETY: so many vectors are left, and the rest is as the caller says.
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
    /// As [`Self::multiply`], and there are as many columns.
    #[inline(always)]
    unsafe fn panel<V: Vectors, const VECTORS: usize>(&self, vectors: V, column: usize) {
        let mut row = 0;
        // SAFETY: every tile's rows are among those that there are.
        unsafe {
            if V::SUMS >= 24 {
                row = self.tiles::<V, 8, VECTORS>(vectors, row, column);
            } else if V::SUMS >= 12 {
                // Of 4 × 3 compilers keep one sum in memory: 12, three vectors and a factor leave no register.
                row = self.tiles::<V, 6, VECTORS>(vectors, row, column);
            }
            row = self.tiles::<V, 4, VECTORS>(vectors, row, column);
            // One by one they would wait for their own sums.
            match self.rows - row {
                3 => self.tile::<V, 3, VECTORS>(vectors, row, column),
                2 => self.tile::<V, 2, VECTORS>(vectors, row, column),
                1 => self.tile::<V, 1, VECTORS>(vectors, row, column),
                _ => {}
            }
        }
    }

    /// Tiles from `row` on, for as long as there are rows for whole ones; where they end.
    ///
    /// # Safety
    /// As [`Self::panel`].
    #[inline(always)]
    unsafe fn tiles<V: Vectors, const ROWS: usize, const VECTORS: usize>(
        &self,
        vectors: V,
        mut row: usize,
        column: usize,
    ) -> usize {
        while row + ROWS <= self.rows {
            // SAFETY: as the caller says, and there are as many rows.
            unsafe { self.tile::<V, ROWS, VECTORS>(vectors, row, column) };
            row += ROWS;
        }
        row
    }

    /// So many rows of `VECTORS` vectors of columns.
    ///
    /// # Safety
    /// As [`Self::panel`], and there are as many rows.
    #[inline(always)]
    unsafe fn tile<V: Vectors, const ROWS: usize, const VECTORS: usize>(
        &self,
        vectors: V,
        row: usize,
        column: usize,
    ) {
        let mut sums = [[vectors.splat(0.0); VECTORS]; ROWS];
        let mut left = [self.left; ROWS];
        // SAFETY: as the caller says. Where nothing is to be summed up, nothing is read of `right`, which
        // then may have no such column.
        unsafe {
            for (at, left) in left.iter_mut().enumerate() {
                *left = left.add(self.left_rows.place(row + at));
            }
            let mut right = self.right.wrapping_add(column);
            for place in self.left_columns.first(self.inner) {
                let mut loaded = [vectors.splat(0.0); VECTORS];
                for (at, vector) in loaded.iter_mut().enumerate() {
                    *vector = right.cast::<V::Vector>().add(at).read_unaligned();
                }
                right = right.wrapping_add(self.right_row);
                for (left, sums) in left.iter().zip(&mut sums) {
                    let factor = vectors.splat(*left.add(place));
                    for (sum, vector) in sums.iter_mut().zip(loaded) {
                        *sum = vectors.multiply_add(factor, vector, *sum);
                    }
                }
            }
            for (at, sums) in sums.into_iter().enumerate() {
                let to = self.to.add(self.to_rows.place(row + at) + column);
                let to = to.cast::<V::Vector>();
                for (at, sum) in sums.into_iter().enumerate() {
                    let to = to.add(at);
                    let sum = match self.is_added {
                        true => vectors.add(to.read_unaligned(), sum),
                        false => sum,
                    };
                    to.write_unaligned(sum);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Vectors of four, for so many sums.
    #[derive(Clone, Copy)]
    struct Four<const SUMS: usize>;

    impl<const SUMS: usize> Vectors for Four<SUMS> {
        type Vector = [f32; 4];

        const LANES: usize = 4;
        const SUMS: usize = SUMS;

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

    /// Small integers, so that no order of sums changes one.
    fn assert_exact<const SUMS: usize>([rows, inner, columns]: [usize; 3], is_added: bool) {
        let numbers = |count: usize, of: usize| -> Vec<f32> {
            (0..count).map(|at| (at * of % 17) as f32 - 8.0).collect()
        };
        let [left, right] = [numbers(rows * inner, 5), numbers(inner * columns, 7)];
        let before = numbers(rows * columns, 3);
        let mut to = before.clone();
        let product = Product {
            to: to.as_mut_ptr(),
            to_rows: Pitch(columns),
            rows,
            inner,
            columns,
            left: left.as_ptr(),
            left_rows: Pitch(inner),
            left_columns: Pitch(1),
            right: right.as_ptr(),
            right_row: columns,
            is_added,
        };
        // SAFETY: the matrices have these sizes.
        let done = unsafe { product.multiply(Four::<SUMS>) };
        assert_eq!(done, columns / 4 * 4);
        for (at, (found, before)) in to.iter().zip(&before).enumerate() {
            let (row, column) = (at / columns, at % columns);
            let sum = (0..inner).map(|at| left[row * inner + at] * right[at * columns + column]);
            let expected = match column < done {
                true => sum.sum::<f32>() + if is_added { *before } else { 0.0 },
                false => *before,
            };
            assert_eq!(
                *found, expected,
                "{SUMS} sums, {rows} rows, {row}, {column}"
            );
        }
    }

    #[test]
    fn tiles_of_every_shape_make_the_whole_product() {
        for rows in 1..=21 {
            for columns in [4, 8, 12, 16, 20, 27, 35] {
                for is_added in [false, true] {
                    let sizes = [rows, 9, columns];
                    assert_exact::<8>(sizes, is_added);
                    assert_exact::<12>(sizes, is_added);
                    assert_exact::<24>(sizes, is_added);
                }
            }
        }
    }
}
