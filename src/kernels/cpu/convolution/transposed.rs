//! Matrices turned over.

/// `to[column][row] = from[row][column]`; the rows of either begin so many numbers apart.
pub fn transpose(
    to: &mut [f32],
    to_row: usize,
    from: &[f32],
    from_row: usize,
    [rows, columns]: [usize; 2],
) {
    /// Rows at a time: what is read of them stays in the first cache.
    const BAND: usize = 16;
    for first in (0..rows).step_by(BAND) {
        let band = first..(first + BAND).min(rows);
        for column in 0..columns {
            let from = from[band.start * from_row + column..]
                .iter()
                .step_by(from_row);
            let to = &mut to[column * to_row..][band.clone()];
            for (to, from) in to.iter_mut().zip(from) {
                *to = *from;
            }
        }
    }
}
