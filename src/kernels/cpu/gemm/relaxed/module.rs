//! The root of a separate WebAssembly module, which `build.rs` compiles: the GEMM microkernel with
//! relaxed SIMD's fused multiply-add. It works in the engine's memory and owns none of it, not even a
//! stack; `build.rs` sees to that.

#![no_std]

#[path = "../microkernel.rs"]
mod microkernel;

use core::arch::wasm32::{f32x4_add, f32x4_relaxed_madd, f32x4_splat, unreachable, v128};
use microkernel::{Gemm, Scattered, Strided, Vectors};

#[derive(Clone, Copy)]
struct Relaxed;

impl Vectors for Relaxed {
    type Vector = v128;

    const LANES: usize = 4;
    const ACCUMULATORS: usize = 8;

    #[inline(always)]
    fn splat(self, number: f32) -> v128 {
        f32x4_splat(number)
    }

    #[inline(always)]
    fn add(self, a: v128, b: v128) -> v128 {
        f32x4_add(a, b)
    }

    #[inline(always)]
    fn multiply_add(self, a: v128, b: v128, c: v128) -> v128 {
        f32x4_relaxed_madd(a, b, c)
    }
}

/// Runs a [`Gemm`] of scattered or strided layout; returns how many columns are done.
///
/// # Safety
/// It is one, and as for [`Gemm::run`].
#[unsafe(no_mangle)]
unsafe extern "C" fn multiply(gemm: *const (), is_scattered: bool) -> usize {
    // SAFETY: as the caller says.
    unsafe {
        if is_scattered {
            (*gemm.cast::<Gemm<Scattered>>()).run(Relaxed)
        } else {
            (*gemm.cast::<Gemm<Strided>>()).run(Relaxed)
        }
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    unreachable()
}
