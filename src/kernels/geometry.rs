//! Where the kernel's taps fall on the two sides of a convolution.

/// The spatial sizes of a convolution, rows first. The large side is the input of a convolution and the
/// output of a transposed one. Small row `s` and kernel row `k` meet large row `s · stride + k −
/// padding`; beyond the large side's edges there are zeros. How much padding there is after the last
/// row follows from the sizes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(C)]
pub struct Geometry {
    pub large: [usize; 2],
    pub small: [usize; 2],
    pub kernel: [usize; 2],
    pub stride: [usize; 2],
    /// Before the first row and column.
    pub padding: [usize; 2],
    /// How many equal parts the channels of both sides are in, each of which only meets its own. The
    /// weight is then `[small channels, large channels / groups, kernel rows, kernel columns]`.
    pub groups: usize,
}

impl Geometry {
    /// A linear layer: one pixel on either side.
    pub const LINEAR: Self = Self {
        large: [1, 1],
        small: [1, 1],
        kernel: [1, 1],
        stride: [1, 1],
        padding: [0, 0],
        groups: 1,
    };

    /// The same along both axes.
    #[cfg(test)]
    pub fn square(
        [large, small]: [usize; 2],
        kernel: usize,
        stride: usize,
        padding: usize,
    ) -> Self {
        Self {
            large: [large; 2],
            small: [small; 2],
            kernel: [kernel; 2],
            stride: [stride; 2],
            padding: [padding; 2],
            groups: 1,
        }
    }

    /// Whether the convolution is a linear layer: the small side is one pixel, and the kernel covers
    /// the large side exactly.
    pub fn is_linear(&self) -> bool {
        self.small == [1, 1] && self.kernel == self.large && self.padding == [0, 0]
    }
}
