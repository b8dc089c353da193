//! Matrix products, in the widest vectors that the processor turns out to have. Blocks that fit the
//! cache are the callers' part.

#[cfg(relaxed)]
pub mod relaxed;
mod tiles;

use pulp::Simd;
#[cfg(not(target_arch = "wasm32"))]
use pulp::WithSimd;
use std::ops::Range;
use tiles::{Listed, Pitch, Places, Product, Vectors};

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
        last(rows, self.row).saturating_add(last(columns, self.column)) < self.values.len()
    }
}

/// Where the last of so many begins, this far apart. What a sum would lose beyond its bits must not pass
/// for a place in a slice.
fn last(count: usize, apart: usize) -> usize {
    (count - 1).saturating_mul(apart)
}

/// What becomes of what is there.
#[derive(Clone, Copy, PartialEq)]
pub enum Destination {
    Overwritten,
    AddedTo,
}

/// Places in a slice. The largest is known, for it is asked for more often than there are lists.
#[derive(Clone, Copy)]
pub struct List<'a> {
    places: &'a [u32],
    largest: usize,
}

impl<'a> List<'a> {
    pub fn new(places: &'a [u32]) -> Self {
        let largest = places.iter().max().map_or(0, |&place| place as usize);
        Self { places, largest }
    }

    /// Some of them.
    pub fn part(self, range: Range<usize>) -> Self {
        Self {
            places: &self.places[range],
            ..self
        }
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        self.places.iter().map(|&place| place as usize)
    }
}

/// A matrix inside a slice, whose number in row `r` and column `c` stands at `rows[r] + columns[c]`:
/// every window of an image is a row of one without being copied.
#[derive(Clone, Copy)]
pub struct Windows<'a> {
    pub values: &'a [f32],
    pub rows: List<'a>,
    pub columns: List<'a>,
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
    assert!(to_row >= columns && to.len() >= last(rows, to_row).saturating_add(columns));
    assert!(left.holds(rows, inner) && right.holds(inner, columns));
    let sizes = [rows, inner, columns];
    let places = [to_row, left.row, left.column].map(Pitch);
    // SAFETY: the slices are as long as asserted, and `to` is borrowed by this alone.
    unsafe { run(&product(to, sizes, places, left.values, right, destination)) };
}

/// The same of windows; row `r` of the result begins at `to_rows[r]`.
pub fn multiply_windows(
    to: &mut [f32],
    to_rows: List<'_>,
    columns: usize,
    left: Windows<'_>,
    right: Matrix<'_>,
    destination: Destination,
) {
    let [rows, inner] = [left.rows, left.columns].map(|list| list.places.len());
    if rows == 0 {
        return;
    }
    assert!(to_rows.places.len() == rows);
    assert!(to.len() >= to_rows.largest.saturating_add(columns));
    assert!(left.rows.largest.saturating_add(left.columns.largest) < left.values.len());
    assert!(columns > 0 && right.column == 1 && (inner == 0 || right.holds(inner, columns)));
    let sizes = [rows, inner, columns];
    let places = [to_rows, left.rows, left.columns].map(|list| Listed(list.places.as_ptr()));
    // SAFETY: the slices and lists are as long as asserted, no place in a list is larger than its largest,
    // and `to` is borrowed by this alone.
    unsafe { run(&product(to, sizes, places, left.values, right, destination)) };
}

/// `places` are those of the rows of `to`, and of the rows and columns of `left`.
fn product<P: Places>(
    to: &mut [f32],
    [rows, inner, columns]: [usize; 3],
    [to_rows, left_rows, left_columns]: [P; 3],
    left: &[f32],
    right: Matrix<'_>,
    destination: Destination,
) -> Product<P> {
    Product {
        to: to.as_mut_ptr(),
        to_rows,
        rows,
        inner,
        columns,
        left: left.as_ptr(),
        left_rows,
        left_columns,
        right: right.values.as_ptr(),
        right_row: right.row,
        is_added: destination == Destination::AddedTo,
    }
}

/// # Safety
/// As for [`Product::multiply`].
unsafe fn run<P: Places>(product: &Product<P>) {
    // SAFETY: as the caller says.
    let done = unsafe { whole_vectors(product) };
    // Less than a vector is left of every row.
    for row in 0..product.rows {
        for column in done..product.columns {
            // SAFETY: as the caller says; rows and columns are below their numbers.
            unsafe {
                let left = product.left.add(product.left_rows.place(row));
                let right = product.right.wrapping_add(column);
                let sum = (product.left_columns.first(product.inner).enumerate())
                    .map(|(at, place)| *left.add(place) * *right.add(at * product.right_row))
                    .sum::<f32>();
                let to = product.to.add(product.to_rows.place(row) + column);
                *to = if product.is_added { *to + sum } else { sum };
            }
        }
    }
}

/// [`Product::multiply`] by the best that there is.
///
/// # Safety
/// As there.
unsafe fn whole_vectors<P: Places>(product: &Product<P>) -> usize {
    #[cfg(relaxed)]
    // SAFETY: as the caller says.
    if let Some(done) = unsafe { relaxed::multiply(product) } {
        return done;
    }
    #[cfg(target_arch = "wasm32")]
    // SAFETY: as the caller says; the engine is compiled for browsers with SIMD alone.
    return unsafe { product.multiply(Detected(pulp::wasm::Simd128::new_unchecked())) };
    #[cfg(not(target_arch = "wasm32"))]
    pulp::Arch::new().dispatch(Widest(*product))
}

/// In the widest vectors that the processor turns out to have.
#[cfg(not(target_arch = "wasm32"))]
struct Widest<P>(Product<P>);

#[cfg(not(target_arch = "wasm32"))]
impl<P: Places> WithSimd for Widest<P> {
    type Output = usize;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> usize {
        // SAFETY: as `run`'s caller says.
        unsafe { self.0.multiply(Detected(simd)) }
    }
}

#[derive(Clone, Copy)]
struct Detected<S>(S);

impl<S: Simd> Vectors for Detected<S> {
    type Vector = S::f32s;

    const LANES: usize = S::F32_LANES;
    // In a browser nobody knows: most processors of its users have 16 registers.
    const SUMS: usize = match S::REGISTER_COUNT {
        _ if cfg!(target_arch = "wasm32") => 8,
        32.. => 24,
        _ => 12,
    };

    #[inline(always)]
    fn splat(self, number: f32) -> S::f32s {
        self.0.splat_f32s(number)
    }

    #[inline(always)]
    fn add(self, a: S::f32s, b: S::f32s) -> S::f32s {
        self.0.add_f32s(a, b)
    }

    #[inline(always)]
    fn multiply_add(self, a: S::f32s, b: S::f32s, c: S::f32s) -> S::f32s {
        self.0.mul_add_e_f32s(a, b, c)
    }
}
