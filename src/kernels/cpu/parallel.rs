//! Work on all cores, where there are threads. What is computed does not depend on their number.

use super::product::{WIDEST, padded};
use std::cell::RefCell;

/// Numbers below which it takes longer to wake another core than to compute them.
#[cfg(not(target_arch = "wasm32"))]
const WORTHWHILE: usize = 1 << 12;

/// Runs `work` on each chunk of `to`, with the chunk's number.
pub fn chunks(to: &mut [f32], length: usize, work: impl Fn(usize, &mut [f32]) + Sync) {
    if length == 0 {
        return;
    }
    #[cfg(not(target_arch = "wasm32"))]
    if to.len() >= WORTHWHILE {
        use rayon::prelude::*;
        to.par_chunks_mut(length)
            .enumerate()
            .for_each(|(index, chunk)| work(index, chunk));
        return;
    }
    for (index, chunk) in to.chunks_mut(length).enumerate() {
        work(index, chunk);
    }
}

/// What `work` makes of each number below `count`, in their order.
pub fn map<T: Send>(count: usize, work: impl Fn(usize) -> T + Sync + Send) -> Vec<T> {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        (0..count).into_par_iter().map(work).collect()
    }
    #[cfg(target_arch = "wasm32")]
    (0..count).map(work).collect()
}

/// Runs `work` on each piece.
pub fn each<T: Send>(pieces: Vec<T>, work: impl Fn(T) + Sync + Send) {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        pieces.into_par_iter().for_each(work);
    }
    #[cfg(target_arch = "wasm32")]
    pieces.into_iter().for_each(work);
}

/// Lends this thread's working memory: slices of `lengths` numbers and `WIDEST` more, of any finite
/// value, each at an address that suits every vector.
pub fn with_scratch<T, const N: usize>(
    lengths: [usize; N],
    work: impl FnOnce([&mut [f32]; N]) -> T,
) -> T {
    thread_local! {
        static SCRATCH: RefCell<Vec<f32>> = const { RefCell::new(Vec::new()) };
    }
    // Taken, not borrowed: a thread that waits for others may start another piece of work.
    let mut memory = SCRATCH.take();
    let lengths = lengths.map(|length| padded(length) + WIDEST);
    let total = lengths.iter().sum::<usize>() + WIDEST;
    if memory.len() < total {
        memory.resize(total, 0.0);
    }
    let misplaced = memory.as_ptr().align_offset(WIDEST * size_of::<f32>());
    let mut rest = &mut memory[misplaced.min(WIDEST)..];
    let slices = lengths.map(|length| rest.split_off_mut(..length).expect("it was reserved"));
    let result = work(slices);
    SCRATCH.set(memory);
    result
}
