//! A search for the nearest training images, for JavaScript.

use crate::data::nearest::Search;
use wasm_bindgen::prelude::*;

/// A search that `Training` goes on with.
#[wasm_bindgen]
pub struct NearestSearch {
    core: Search,
}

impl From<Search> for NearestSearch {
    fn from(core: Search) -> Self {
        Self { core }
    }
}

impl NearestSearch {
    pub(super) fn core(&mut self) -> &mut Search {
        &mut self.core
    }
}
