//! Grids as the pictures that files are written of.

use ganvas::grid::Grid;
use image::RgbaImage;

pub fn rgba(grid: Grid) -> RgbaImage {
    let [width, height] = [grid.columns * grid.width, grid.rows * grid.height];
    RgbaImage::from_raw(width as u32, height as u32, grid.rgba)
        .expect("a grid has as many bytes as its size says")
}
