//! Where a kernel's places fall on the two sides of a convolution.

use crate::spec::Window;

/// The two sides of a convolution, rows first. A convolution goes down from the big side to the
/// small one, a transposed one up. Row `s` of the small side and row `k` of the kernel meet row
/// `s · stride + k − before` of the big side; outside of it there is nothing (zeros).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Geometry {
    pub big: [usize; 2],
    pub small: [usize; 2],
    pub kernel: [usize; 2],
    pub stride: [usize; 2],
    pub before: [usize; 2],
}

impl Geometry {
    /// Of a linear layer: one pixel on either side.
    pub const LINEAR: Self = Self {
        big: [1, 1],
        small: [1, 1],
        kernel: [1, 1],
        stride: [1, 1],
        before: [0, 0],
    };

    /// The same along both axes.
    #[cfg(test)]
    pub fn square([big, small]: [usize; 2], kernel: usize, stride: usize, before: usize) -> Self {
        Self {
            big: [big; 2],
            small: [small; 2],
            kernel: [kernel; 2],
            stride: [stride; 2],
            before: [before; 2],
        }
    }

    /// Of a convolution over images of `input` rows and columns.
    pub fn down(input: [usize; 2], windows: [Window; 2]) -> Self {
        Self::new(input, windows.map(|window| window.output), windows)
    }

    /// Of a transposed convolution over images of `input` rows and columns.
    pub fn up(input: [usize; 2], windows: [Window; 2]) -> Self {
        Self::new(windows.map(|window| window.output), input, windows)
    }

    fn new(big: [usize; 2], small: [usize; 2], windows: [Window; 2]) -> Self {
        Self {
            big,
            small,
            kernel: windows.map(|window| window.kernel),
            stride: windows.map(|window| window.stride),
            before: windows.map(|window| window.before),
        }
    }

    /// Whether every sample is one product of a vector and the whole weight: the small side is one
    /// pixel, and the kernel lies on the big side exactly.
    pub fn is_product(&self) -> bool {
        self.small == [1, 1] && self.kernel == self.big && self.before == [0, 0]
    }
}
