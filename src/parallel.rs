//! Work on all cores, where there are threads. What is computed does not depend on their number.

/// Numbers below which it takes longer to wake another core than to compute them.
#[cfg(not(target_arch = "wasm32"))]
const WORTHWHILE: usize = 1 << 12;

/// Numbers that one core clears at a time.
#[cfg(not(target_arch = "wasm32"))]
const CLEARED: usize = 1 << 16;

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

/// So many zeros. Whoever first writes to memory waits for it to be cleared: of much, every core clears some.
pub fn zeros(count: usize) -> Vec<f32> {
    #[cfg(not(target_arch = "wasm32"))]
    if count >= 4 * CLEARED {
        use rayon::prelude::*;
        use std::mem::MaybeUninit;
        let mut zeros = Vec::with_capacity(count);
        zeros.spare_capacity_mut()[..count]
            .par_chunks_mut(CLEARED)
            .for_each(|chunk| chunk.fill(MaybeUninit::new(0.0)));
        // SAFETY: each of them has been written.
        unsafe { zeros.set_len(count) };
        return zeros;
    }
    vec![0.0; count]
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
#[cfg(feature = "cpu")]
pub fn each<T: Send>(pieces: Vec<T>, work: impl Fn(T) + Sync + Send) {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        pieces.into_par_iter().for_each(work);
    }
    #[cfg(target_arch = "wasm32")]
    pieces.into_iter().for_each(work);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_many_zeros_as_are_asked_for() {
        for count in [0, 1, (1 << 18) - 1, 1 << 18, (1 << 18) + 77] {
            // Memory that has been in use, where the allocator gives the same again.
            drop(std::hint::black_box(vec![1.0f32; count]));
            assert_eq!(zeros(count), vec![0.0; count]);
        }
    }
}
