//! The root of a WebAssembly module of its own, which `build.rs` compiles: the product's loops with
//! relaxed SIMD, whose multiplication and addition are one instruction. It works in the memory of
//! the engine, and must have nothing there itself, not even a stack; `build.rs` sees to that.

#![no_std]

#[path = "../tiles.rs"]
mod tiles;

use core::arch::wasm32::{f32x4_add, f32x4_relaxed_madd, f32x4_splat, unreachable, v128};
use tiles::{Listed, Pitch, Product, Vectors};

#[derive(Clone, Copy)]
struct Relaxed;

impl Vectors for Relaxed {
    type Vector = v128;

    const LANES: usize = 4;
    const SUMS: usize = 8;

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

/// Multiplies a [`Product`] whose places are listed, or apart by a pitch; gives how many columns are done.
///
/// # Safety
/// It is one, and as for [`Product::multiply`].
#[unsafe(no_mangle)]
unsafe extern "C" fn multiply(product: *const (), are_listed: bool) -> usize {
    // SAFETY: as the caller says.
    unsafe {
        if are_listed {
            (*product.cast::<Product<Listed>>()).multiply(Relaxed)
        } else {
            (*product.cast::<Product<Pitch>>()).multiply(Relaxed)
        }
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    unreachable()
}
