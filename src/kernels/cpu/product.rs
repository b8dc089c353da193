//! Matrix products, by the gemm crate: blocked, and in the widest instructions that the processor
//! turns out to have.

use gemm::Parallelism;

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
    /// Rows of `columns` numbers, one behind the other.
    pub fn new(values: &'a [f32], columns: usize) -> Self {
        Self {
            values,
            row: columns,
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

/// Whether a product uses all cores or leaves them to others.
#[derive(Clone, Copy, PartialEq)]
pub enum Cores {
    One,
    All,
}

/// What becomes of what is there.
#[derive(Clone, Copy, PartialEq)]
pub enum Destination {
    Overwritten,
    AddedTo,
}

/// `to = left · right`, or `to += left · right`: `[rows, inner] · [inner, columns]`, with the rows
/// of `to` one behind the other. The result does not depend on the number of cores.
pub fn multiply(
    to: &mut [f32],
    [rows, inner, columns]: [usize; 3],
    left: Matrix<'_>,
    right: Matrix<'_>,
    destination: Destination,
    cores: Cores,
) {
    assert!(rows > 0 && inner > 0 && columns > 0 && to.len() >= rows * columns);
    assert!(left.holds(rows, inner) && right.holds(inner, columns));
    let parallelism = match cores {
        #[cfg(not(target_arch = "wasm32"))]
        Cores::All => Parallelism::Rayon(0),
        _ => Parallelism::None,
    };
    let added = destination == Destination::AddedTo;
    // SAFETY: the matrices lie within their slices, as asserted, and `to` is borrowed alone.
    unsafe {
        gemm::gemm(
            rows,
            columns,
            inner,
            to.as_mut_ptr(),
            1,
            columns as isize,
            added,
            left.values.as_ptr(),
            left.column as isize,
            left.row as isize,
            right.values.as_ptr(),
            right.column as isize,
            right.row as isize,
            1.0,
            1.0,
            false,
            false,
            false,
            parallelism,
        );
    }
}
