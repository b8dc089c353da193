//! Scratch memory.

use super::gemm::{MAX_LANES, padded};
use std::cell::RefCell;

/// Lends this thread's scratch memory: slices of at least `lengths` + `MAX_LANES` unspecified numbers,
/// each aligned for the widest vector.
pub fn with_scratch<T, const N: usize>(
    lengths: [usize; N],
    work: impl FnOnce([&mut [f32]; N]) -> T,
) -> T {
    thread_local! {
        static SCRATCH: RefCell<Vec<f32>> = const { RefCell::new(Vec::new()) };
    }
    // Taken, not borrowed: a thread that waits for others may steal other work in the meantime.
    let mut memory = SCRATCH.take();
    let lengths = lengths.map(|length| padded(length) + MAX_LANES);
    let total = lengths.iter().sum::<usize>() + MAX_LANES;
    if memory.len() < total {
        memory.resize(total, 0.0);
    }
    let misalignment = memory.as_ptr().align_offset(MAX_LANES * size_of::<f32>());
    let mut rest = &mut memory[misalignment.min(MAX_LANES)..];
    let slices = lengths.map(|length| rest.split_off_mut(..length).expect("it was reserved"));
    let result = work(slices);
    SCRATCH.set(memory);
    result
}
