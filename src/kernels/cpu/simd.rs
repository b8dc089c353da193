//! Loops compiled to SIMD.

use pulp::{Arch, Simd, WithSimd};

/// Runs `work` compiled for the widest vectors that the processor turns out to have. It must be
/// `#[inline(always)]`, and so must all that it calls: what is not inlined is compiled for the baseline
/// instruction set.
pub fn vectorised<R>(mut work: impl FnMut() -> R) -> R {
    if cfg!(target_arch = "wasm32") {
        return work();
    }
    Arch::new().dispatch(Work(work))
}

// Not the closure itself, which would be called through `FnOnce` and not be inlined.
struct Work<F>(F);

impl<R, F: FnMut() -> R> WithSimd for Work<F> {
    type Output = R;

    #[inline(always)]
    fn with_simd<S: Simd>(mut self, _: S) -> R {
        (self.0)()
    }
}
