//! SIMD lanes, written out where compilers would not vectorise.

pub use arch::{LANES, Lanes, ZERO, add, half, load, store, subtract};

#[cfg(not(target_arch = "wasm32"))]
mod arch {
    pub const LANES: usize = 16;
    pub type Lanes = [f32; LANES];
    pub const ZERO: Lanes = [0.0; LANES];

    #[inline(always)]
    pub fn load(numbers: &[f32], offset: usize) -> Lanes {
        *numbers[offset..].first_chunk().expect("whole vectors")
    }

    #[inline(always)]
    pub fn store(to: &mut [f32], offset: usize, lanes: Lanes) {
        to[offset..][..LANES].copy_from_slice(&lanes);
    }

    #[inline(always)]
    pub fn add(one: Lanes, other: Lanes) -> Lanes {
        std::array::from_fn(|at| one[at] + other[at])
    }

    #[inline(always)]
    pub fn subtract(one: Lanes, other: Lanes) -> Lanes {
        std::array::from_fn(|at| one[at] - other[at])
    }

    #[inline(always)]
    pub fn half(lanes: Lanes) -> Lanes {
        lanes.map(|number| number * 0.5)
    }
}

#[cfg(target_arch = "wasm32")]
mod arch {
    use std::arch::wasm32::{f32x4, f32x4_add, f32x4_mul, f32x4_splat, f32x4_sub, v128};
    use std::mem::transmute;

    pub const LANES: usize = 8;
    pub type Lanes = [v128; 2];
    pub const ZERO: Lanes = [f32x4(0.0, 0.0, 0.0, 0.0); 2];

    #[inline(always)]
    pub fn load(numbers: &[f32], offset: usize) -> Lanes {
        let numbers: [f32; LANES] = *numbers[offset..].first_chunk().expect("whole vectors");
        // SAFETY: a `v128` is four `f32`.
        unsafe { transmute::<[f32; LANES], Lanes>(numbers) }
    }

    #[inline(always)]
    pub fn store(to: &mut [f32], offset: usize, lanes: Lanes) {
        // SAFETY: a `v128` is four `f32`.
        let numbers = unsafe { transmute::<Lanes, [f32; LANES]>(lanes) };
        to[offset..][..LANES].copy_from_slice(&numbers);
    }

    #[inline(always)]
    pub fn add([a, b]: Lanes, [c, d]: Lanes) -> Lanes {
        [f32x4_add(a, c), f32x4_add(b, d)]
    }

    #[inline(always)]
    pub fn subtract([a, b]: Lanes, [c, d]: Lanes) -> Lanes {
        [f32x4_sub(a, c), f32x4_sub(b, d)]
    }

    #[inline(always)]
    pub fn half([a, b]: Lanes) -> Lanes {
        let half = f32x4_splat(0.5);
        [f32x4_mul(a, half), f32x4_mul(b, half)]
    }
}
