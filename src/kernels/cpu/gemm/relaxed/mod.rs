//! GEMM with relaxed SIMD, where the browser has it: fused multiply-add. Browsers without it refuse a
//! whole module for one such instruction, so the microkernel is compiled a second time, into a small
//! module of its own.

use super::microkernel::{Gemm, Layout};
use std::sync::OnceLock;

/// The module: it imports `memory` from `env` and exports `multiply`.
pub const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/relaxed.wasm"));

/// Takes a [`Gemm`] and whether its layout is scattered; returns how many columns are done.
type Multiply = unsafe extern "C" fn(*const (), bool) -> usize;

static MULTIPLY: OnceLock<Multiply> = OnceLock::new();

/// Has the module compute from now on: its `multiply` is at this index of the function table.
///
/// # Safety
/// It is, and works in this memory.
pub unsafe fn set(index: usize) {
    // SAFETY: a function pointer is an index into the table.
    let multiply = unsafe { std::mem::transmute::<usize, Multiply>(index) };
    // A second call sets the same.
    let _ = MULTIPLY.set(multiply);
}

/// [`Gemm::run`] by the module, if there is one.
///
/// # Safety
/// As there.
pub unsafe fn multiply<L: Layout>(gemm: &Gemm<L>) -> Option<usize> {
    let multiply = MULTIPLY.get()?;
    // SAFETY: as the caller says, and the module has the same layout of `Gemm`.
    Some(unsafe { multiply(std::ptr::from_ref(gemm).cast(), L::IS_SCATTERED) })
}
