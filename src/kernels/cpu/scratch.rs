//! Working memory.

use super::product::{WIDEST, padded};
use std::cell::RefCell;

/// Lends this thread's working memory: slices of `lengths` numbers and `WIDEST` more, of any value,
/// each at an address that suits every vector.
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
