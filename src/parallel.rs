//! Work on all cores, where there are threads. What is computed does not depend on their number.

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
#[cfg(feature = "engine")]
pub fn each<T: Send>(pieces: Vec<T>, work: impl Fn(T) + Sync + Send) {
    #[cfg(not(target_arch = "wasm32"))]
    {
        use rayon::prelude::*;
        pieces.into_par_iter().for_each(work);
    }
    #[cfg(target_arch = "wasm32")]
    pieces.into_iter().for_each(work);
}
