//! GEMM, `c = a · b` or `c += a · b`, in the widest vectors that the processor turns out to have.
//! Blocking for the cache is left to the callers.

mod microkernel;
#[cfg(relaxed)]
pub mod relaxed;

use microkernel::{Gemm, Layout, Scattered, Strided, Vectors};
use pulp::Simd;
#[cfg(not(target_arch = "wasm32"))]
use pulp::WithSimd;
use std::ops::Range;

/// Lanes of the widest vector. Rows whose length is a multiple of it are fastest.
pub const MAX_LANES: usize = 16;

/// `count` rounded up to whole vectors.
pub fn padded(count: usize) -> usize {
    count.next_multiple_of(MAX_LANES)
}

/// A strided matrix in a slice.
#[derive(Clone, Copy)]
pub struct Matrix<'a> {
    pub values: &'a [f32],
    pub row_stride: usize,
    pub column_stride: usize,
}

impl<'a> Matrix<'a> {
    /// A row-major matrix.
    pub fn new(values: &'a [f32], row_stride: usize) -> Self {
        Self {
            values,
            row_stride,
            column_stride: 1,
        }
    }

    pub fn transposed(self) -> Self {
        Self {
            row_stride: self.column_stride,
            column_stride: self.row_stride,
            ..self
        }
    }

    fn holds(self, rows: usize, columns: usize) -> bool {
        let [row, column] = [
            last(rows, self.row_stride),
            last(columns, self.column_stride),
        ];
        row.saturating_add(column) < self.values.len()
    }
}

/// The offset of the last of `count` rows or columns. Saturating: an overflow must not look like a
/// valid offset.
fn last(count: usize, stride: usize) -> usize {
    (count - 1).saturating_mul(stride)
}

/// The factor of what `c` already holds, as in BLAS.
#[derive(Clone, Copy, PartialEq)]
pub enum Beta {
    Zero,
    One,
}

/// Offsets into a slice, with their maximum cached for bounds checks.
#[derive(Clone, Copy)]
pub struct Offsets<'a> {
    offsets: &'a [u32],
    max: usize,
}

impl<'a> Offsets<'a> {
    pub fn new(offsets: &'a [u32]) -> Self {
        let max = offsets.iter().max().map_or(0, |&offset| offset as usize);
        Self { offsets, max }
    }

    pub fn slice(self, range: Range<usize>) -> Self {
        Self {
            offsets: &self.offsets[range],
            ..self
        }
    }

    pub fn iter(self) -> impl Iterator<Item = usize> {
        self.offsets.iter().map(|&offset| offset as usize)
    }
}

/// A matrix in scatter layout: element `(r, c)` is at `rows[r] + columns[c]`. The im2col matrix of a
/// padded image is one, without being copied.
#[derive(Clone, Copy)]
pub struct ScatterMatrix<'a> {
    pub values: &'a [f32],
    pub rows: Offsets<'a>,
    pub columns: Offsets<'a>,
}

/// `c = a · b + beta · c` of `[rows, k] · [k, columns]`, on this thread. `b` is row-major.
pub fn gemm(
    c: &mut [f32],
    c_row_stride: usize,
    [rows, k, columns]: [usize; 3],
    a: Matrix<'_>,
    b: Matrix<'_>,
    beta: Beta,
) {
    assert!(rows > 0 && k > 0 && columns > 0 && b.column_stride == 1);
    assert!(c_row_stride >= columns && c.len() >= last(rows, c_row_stride).saturating_add(columns));
    assert!(a.holds(rows, k) && b.holds(k, columns));
    let sizes = [rows, k, columns];
    let layouts = [c_row_stride, a.row_stride, a.column_stride].map(Strided);
    // SAFETY: the slices are as long as asserted, and `c` is borrowed exclusively.
    unsafe { run(&problem(c, sizes, layouts, a.values, b, beta)) };
}

/// [`gemm`] with `a` and the rows of `c` in scatter layout.
pub fn gemm_scatter(
    c: &mut [f32],
    c_rows: Offsets<'_>,
    columns: usize,
    a: ScatterMatrix<'_>,
    b: Matrix<'_>,
    beta: Beta,
) {
    let [rows, k] = [a.rows, a.columns].map(|list| list.offsets.len());
    if rows == 0 {
        return;
    }
    assert!(c_rows.offsets.len() == rows);
    assert!(c.len() >= c_rows.max.saturating_add(columns));
    assert!(a.rows.max.saturating_add(a.columns.max) < a.values.len());
    assert!(columns > 0 && b.column_stride == 1 && (k == 0 || b.holds(k, columns)));
    let sizes = [rows, k, columns];
    let layouts = [c_rows, a.rows, a.columns].map(|list| Scattered(list.offsets.as_ptr()));
    // SAFETY: the slices and lists are as long as asserted, no offset in a list exceeds its maximum,
    // and `c` is borrowed exclusively.
    unsafe { run(&problem(c, sizes, layouts, a.values, b, beta)) };
}

/// The layouts are those of the rows of `c`, and of the rows and columns of `a`.
fn problem<L: Layout>(
    c: &mut [f32],
    [rows, k, columns]: [usize; 3],
    [c_rows, a_rows, a_columns]: [L; 3],
    a: &[f32],
    b: Matrix<'_>,
    beta: Beta,
) -> Gemm<L> {
    Gemm {
        c: c.as_mut_ptr(),
        c_rows,
        rows,
        k,
        columns,
        a: a.as_ptr(),
        a_rows,
        a_columns,
        b: b.values.as_ptr(),
        b_row_stride: b.row_stride,
        accumulates: beta == Beta::One,
    }
}

/// # Safety
/// As for [`Gemm::run`].
unsafe fn run<L: Layout>(gemm: &Gemm<L>) {
    // SAFETY: as the caller says.
    let done = unsafe { whole_vectors(gemm) };
    // Less than a vector remains of every row.
    for row in 0..gemm.rows {
        for column in done..gemm.columns {
            // SAFETY: as the caller says; rows and columns are in bounds.
            unsafe {
                let a = gemm.a.add(gemm.a_rows.offset(row));
                let b = gemm.b.wrapping_add(column);
                let sum = (gemm.a_columns.first(gemm.k).enumerate())
                    .map(|(at, offset)| *a.add(offset) * *b.add(at * gemm.b_row_stride))
                    .sum::<f32>();
                let c = gemm.c.add(gemm.c_rows.offset(row) + column);
                *c = if gemm.accumulates { *c + sum } else { sum };
            }
        }
    }
}

/// [`Gemm::run`] with the best vectors available.
///
/// # Safety
/// As there.
unsafe fn whole_vectors<L: Layout>(gemm: &Gemm<L>) -> usize {
    #[cfg(relaxed)]
    // SAFETY: as the caller says.
    if let Some(done) = unsafe { relaxed::multiply(gemm) } {
        return done;
    }
    #[cfg(target_arch = "wasm32")]
    // SAFETY: as the caller says; the engine is compiled for browsers with SIMD alone.
    return unsafe { gemm.run(Detected(pulp::wasm::Simd128::new_unchecked())) };
    #[cfg(not(target_arch = "wasm32"))]
    pulp::Arch::new().dispatch(Widest(*gemm))
}

/// In the widest vectors that the processor turns out to have.
#[cfg(not(target_arch = "wasm32"))]
struct Widest<L>(Gemm<L>);

#[cfg(not(target_arch = "wasm32"))]
impl<L: Layout> WithSimd for Widest<L> {
    type Output = usize;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> usize {
        // SAFETY: as `run`'s caller says.
        unsafe { self.0.run(Detected(simd)) }
    }
}

#[derive(Clone, Copy)]
struct Detected<S>(S);

impl<S: Simd> Vectors for Detected<S> {
    type Vector = S::f32s;

    const LANES: usize = S::F32_LANES;
    // WebAssembly does not say; most of its users' processors have 16 registers.
    const ACCUMULATORS: usize = match S::REGISTER_COUNT {
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
