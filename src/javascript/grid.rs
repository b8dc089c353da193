//! Grids of images for a canvas.

use crate::grid::Grid as Core;
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

impl Grid {
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
