//! Many small images as one picture.

use crate::recipe::{ImageSpec, Range};

/// Images side by side, without gaps, as RGBA bytes, row by row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    /// Images across.
    pub columns: usize,
    /// Images down.
    pub rows: usize,
    /// Pixels across in one image.
    pub width: usize,
    /// Pixels down in one image.
    pub height: usize,
    /// `rows × height × columns × width × 4` bytes.
    pub rgba: Vec<u8>,
}

impl Grid {
    /// Lays images out in about a square. `bytes` holds them one after another, channel-first.
    pub fn new(image: ImageSpec, bytes: &[u8]) -> Self {
        let count = bytes.len() / image.shape().bytes();
        let columns = (1..).find(|side| side * side >= count).unwrap_or(1);
        Self::with_columns(image, bytes, columns)
    }

    /// The same with `columns` across, at least 1; what the last row lacks is transparent.
    pub fn with_columns(image: ImageSpec, bytes: &[u8], columns: usize) -> Self {
        let ImageSpec {
            channels,
            height,
            width,
            ..
        } = image;
        let plane = height * width;
        let count = bytes.len() / (channels * plane);
        let rows = count.div_ceil(columns);
        let mut rgba = vec![0; rows * columns * plane * 4];
        for (index, image) in bytes.chunks_exact(channels * plane).enumerate() {
            let corner = (index / columns * height * columns + index % columns) * width;
            for pixel in 0..plane {
                let at = (corner + pixel / width * columns * width + pixel % width) * 4;
                rgba[at..at + 4].copy_from_slice(&colour(image, plane, pixel));
            }
        }
        Self {
            columns,
            rows,
            width,
            height,
            rgba,
        }
    }

    /// The bytes of one image of a grid, channel-first, from its pixels as a grid has them; none if
    /// these are not the pixels of such an image.
    pub fn image_bytes(image: ImageSpec, rgba: &[u8]) -> Option<Vec<u8>> {
        let pixels = rgba.chunks_exact(4);
        if rgba.len() != image.height * image.width * 4 {
            return None;
        }
        let channels =
            (0..image.channels).map(|channel| pixels.clone().map(move |rgba| rgba[channel]));
        Some(channels.flatten().collect())
    }

    /// The same from a network's numbers.
    pub fn from_values(image: ImageSpec, values: &[f32]) -> Self {
        Self::new(image, &decoded(image.range, values))
    }

    /// A network's numbers in `columns`, 1 or more.
    pub fn values_in_columns(image: ImageSpec, values: &[f32], columns: usize) -> Self {
        Self::with_columns(image, &decoded(image.range, values), columns)
    }
}

fn decoded(range: Range, values: &[f32]) -> Vec<u8> {
    values.iter().map(|value| range.decode(*value)).collect()
}

fn colour(image: &[u8], plane: usize, pixel: usize) -> [u8; 4] {
    let channel = |index: usize| image[index * plane + pixel];
    match image.len() / plane {
        1 => [channel(0), channel(0), channel(0), 255],
        3 => [channel(0), channel(1), channel(2), 255],
        _ => [channel(0), channel(1), channel(2), channel(3)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Fit;

    #[test]
    fn images_stand_row_by_row() {
        let image = ImageSpec {
            channels: 1,
            height: 1,
            width: 2,
            range: Range::Unit,
            fit: Fit::Exact,
        };
        let grid = Grid::from_values(image, &[0.0, 0.2, 0.4, 0.6, 0.8, 1.5]);
        assert_eq!((grid.columns, grid.rows), (2, 2));
        let reds: Vec<u8> = grid.rgba.chunks(4).map(|rgba| rgba[0]).collect();
        assert_eq!(reds, [0, 51, 102, 153, 204, 255, 0, 0]);
    }

    #[test]
    fn colours_are_channel_first() {
        let image = ImageSpec {
            channels: 3,
            height: 1,
            width: 1,
            range: Range::Symmetric,
            fit: Fit::Exact,
        };
        let grid = Grid::from_values(image, &[-1.0, 0.0, 1.0]);
        assert_eq!(grid.rgba, [0, 128, 255, 255]);
        assert_eq!(
            Grid::image_bytes(image, &grid.rgba),
            Some(vec![0, 128, 255])
        );
        assert_eq!(Grid::image_bytes(image, &grid.rgba[1..]), None);
    }
}
