//! The size of an image.

/// The size of one image; its bytes are channel-first, then row by row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct ImageShape {
    /// Colour planes: 1 (grey), 3 (RGB) or 4 (RGBA).
    pub channels: usize,
    /// Rows, in pixels.
    pub height: usize,
    /// Columns, in pixels.
    pub width: usize,
}

impl ImageShape {
    /// Bytes an image takes: one for each pixel of each channel.
    pub fn bytes(&self) -> usize {
        self.channels * self.height * self.width
    }
}
