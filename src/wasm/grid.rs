//! Grids of images for a canvas.

use crate::grid::Grid as Core;
use crate::recipe::ImageSpec;
use crate::sentence::sentence;
use crate::{Error, Result};
use wasm_bindgen::prelude::*;

/// Images side by side, as a canvas takes them.
#[wasm_bindgen]
pub struct Grid {
    core: Core,
}

impl From<Core> for Grid {
    fn from(core: Core) -> Self {
        Self { core }
    }
}

/// Most bytes of a picture.
const MOST_BYTES: usize = 1 << 28;

impl Grid {
    /// A network's numbers in `columns`.
    ///
    /// # Errors
    /// [`Error::Recipe`] when the picture would be too large.
    pub(crate) fn of_values(image: ImageSpec, values: &[f32], columns: usize) -> Result<Self> {
        let (columns, one) = (columns.max(1), image.height * image.width * 4);
        let rows = (values.len() / image.shape().bytes()).div_ceil(columns);
        let bytes = rows.saturating_mul(columns).saturating_mul(one);
        if bytes > MOST_BYTES {
            return Err(Error::recipe(sentence!(
                "A picture of {rows} rows of {columns} images would take {bytes} bytes; the most \
                 is {most}.",
                rows,
                columns,
                bytes,
                most = MOST_BYTES
            )));
        }
        Ok(Core::values_in_columns(image, values, columns).into())
    }

    #[cfg(feature = "web")]
    pub(crate) fn core(&self) -> &Core {
        &self.core
    }
}

#[wasm_bindgen]
impl Grid {
    /// Images across.
    #[wasm_bindgen(getter)]
    pub fn columns(&self) -> usize {
        self.core.columns
    }

    /// Images down.
    #[wasm_bindgen(getter)]
    pub fn rows(&self) -> usize {
        self.core.rows
    }

    /// Pixels across in one image.
    #[wasm_bindgen(getter)]
    pub fn width(&self) -> usize {
        self.core.width
    }

    /// Pixels down in one image.
    #[wasm_bindgen(getter)]
    pub fn height(&self) -> usize {
        self.core.height
    }

    /// RGBA bytes of the whole picture, for `ImageData`.
    pub fn rgba(&self) -> js_sys::Uint8ClampedArray {
        js_sys::Uint8ClampedArray::from(self.core.rgba.as_slice())
    }
}
