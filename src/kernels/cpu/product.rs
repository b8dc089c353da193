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

/// A matrix inside a slice, whose number in row `r` and column `c` stands at `rows[r] + columns[c]`:
/// every window of an image is a row of one without being copied.
#[derive(Clone, Copy)]
pub struct Windows<'a> {
    pub values: &'a [f32],
    pub rows: &'a [u32],
    pub columns: &'a [u32],
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
        to_rows: Pitch(to_row),
        sizes: [rows, inner, columns],
        left: Strided(left),
        right,
        is_added: destination == Destination::AddedTo,
    });
}

/// The same of windows; row `r` of the result begins at `to_rows[r]`.
pub fn multiply_windows(
    to: &mut [f32],
    to_rows: &[u32],
    columns: usize,
    left: Windows<'_>,
    right: Matrix<'_>,
    destination: Destination,
) {
    let [rows, inner] = [left.rows, left.columns].map(<[u32]>::len);
    if rows == 0 {
        return;
    }
    let last = |places: &[u32]| places.iter().max().map_or(0, |&place| place as usize);
    assert!(columns > 0 && to_rows.len() == rows && to.len() >= last(to_rows) + columns);
    assert!(last(left.rows) + last(left.columns) < left.values.len());
    assert!(right.column == 1 && (inner == 0 || right.holds(inner, columns)));
    Arch::new().dispatch(Product {
        to,
        to_rows,
        sizes: [rows, inner, columns],
        left,
        right,
        is_added: destination == Destination::AddedTo,
    });
}

/// Where rows, or columns, begin.
trait Places: Copy {
    fn place(self, index: usize) -> usize;
}

#[derive(Clone, Copy)]
struct Pitch(usize);

impl Places for Pitch {
    #[inline(always)]
    fn place(self, index: usize) -> usize {
        index * self.0
    }
}

impl Places for &[u32] {
    #[inline(always)]
    fn place(self, index: usize) -> usize {
        self[index] as usize
    }
}

/// A left side: the number in a row and column stands at the sum of both places.
trait Left: Copy {
    fn values(&self) -> &[f32];
    fn row(self, row: usize) -> usize;
    /// # Safety
    /// There is such a column.
    unsafe fn column(self, column: usize) -> usize;
}

#[derive(Clone, Copy)]
struct Strided<'a>(Matrix<'a>);

impl Left for Strided<'_> {
    #[inline(always)]
    fn values(&self) -> &[f32] {
        self.0.values
    }

    #[inline(always)]
    fn row(self, row: usize) -> usize {
        row * self.0.row
    }

    #[inline(always)]
    unsafe fn column(self, column: usize) -> usize {
        column * self.0.column
    }
}

impl Left for Windows<'_> {
    #[inline(always)]
    fn values(&self) -> &[f32] {
        self.values
    }

    #[inline(always)]
    fn row(self, row: usize) -> usize {
        self.rows[row] as usize
    }

    #[inline(always)]
    unsafe fn column(self, column: usize) -> usize {
        // SAFETY: as the caller says.
        unsafe { *self.columns.get_unchecked(column) as usize }
    }
}

struct Product<'a, T, L> {
    to: &'a mut [f32],
    to_rows: T,
    /// Rows, inner, columns.
    sizes: [usize; 3],
    left: L,
    right: Matrix<'a>,
    is_added: bool,
}

impl<T: Places, L: Left> WithSimd for Product<'_, T, L> {
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
                    // SAFETY: `index` is below `inner`.
                    let place = self.left.row(row) + unsafe { self.left.column(index) };
                    sum += self.left.values()[place]
                        * self.right.values[index * self.right.row + column];
                }
                let to = &mut self.to[self.to_rows.place(row) + column];
                *to = if self.is_added { *to + sum } else { sum };
            }
        }
    }
}

impl<T: Places, L: Left> Product<'_, T, L> {
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
        let rows: [usize; ROWS] = std::array::from_fn(|at| self.left.row(row + at));
        // SAFETY: `multiply` and `multiply_windows` have asserted that all of `left`, `right` and
        // `to` lie within their slices, and the callers above that rows and columns of the tile
        // are among them.
        unsafe {
            let left = rows.map(|row| self.left.values().as_ptr().add(row));
            let right = self.right.values.as_ptr().add(column);
            for index in 0..self.sizes[1] {
                let mut vectors = [simd.splat_f32s(0.0); VECTORS];
                let right = right.add(index * self.right.row).cast::<S::f32s>();
                for (at, vector) in vectors.iter_mut().enumerate() {
                    *vector = right.add(at).read_unaligned();
                }
                let place = self.left.column(index);
                for (left, sums) in left.iter().zip(&mut sums) {
                    let factor = simd.splat_f32s(*left.add(place));
                    for (sum, vector) in sums.iter_mut().zip(vectors) {
                        *sum = simd.mul_add_e_f32s(factor, vector, *sum);
                    }
                }
            }
            for (at, sums) in sums.into_iter().enumerate() {
                let to = self
                    .to
                    .as_mut_ptr()
                    .add(self.to_rows.place(row + at) + column);
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
