//! Products with relaxed SIMD, where the browser has it: a multiplication and an addition are one
//! instruction then, rounded once. Browsers without it refuse a whole module for one such instruction,
//! so the loops are compiled a second time, into a small module of their own.

use super::tiles::{Places, Product};
use std::sync::OnceLock;

/// The module: it imports `memory` from `env` and exports `multiply`.
pub const MODULE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/relaxed.wasm"));

/// Takes a `Product`, and whether its places are listed; gives how many columns are done.
type Multiply = unsafe extern "C" fn(*const (), bool) -> usize;

static MULTIPLY: OnceLock<Multiply> = OnceLock::new();

/// From now on the module does the products: its `multiply` is at this place of the table of functions.
///
/// # Safety
/// It is, and works in this memory.
pub unsafe fn set(place: usize) {
    // SAFETY: a pointer to a function is its place in the table.
    let multiply = unsafe { std::mem::transmute::<usize, Multiply>(place) };
    // Whoever comes second brings the same.
    let _ = MULTIPLY.set(multiply);
}

/// [`Product::multiply`] by the module, if there is one.
///
/// # Safety
/// As there.
pub unsafe fn multiply<P: Places>(product: &Product<P>) -> Option<usize> {
    let multiply = MULTIPLY.get()?;
    // SAFETY: as the caller says, and the module has the same layout of a product.
    Some(unsafe { multiply(std::ptr::from_ref(product).cast(), P::ARE_LISTED) })
}
