//! Where a kernel's places fall on the two sides of a convolution.

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

    /// Whether every sample is one product of a vector and the whole weight: the small side is one
    /// pixel, and the kernel lies on the big side exactly.
    pub fn is_product(&self) -> bool {
        self.small == [1, 1] && self.kernel == self.big && self.before == [0, 0]
    }
}
