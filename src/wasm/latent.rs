//! What of latent mathematics needs no generator.

use crate::Error;
use crate::latent::{Direction, Interpolation, Path};
use crate::sentence::sentence;
use wasm_bindgen::prelude::*;

/// Directions of a latent space.
#[wasm_bindgen]
pub struct Directions(pub(crate) Vec<Direction>);

#[wasm_bindgen]
impl Directions {
    /// Vectors of length 1, one after another.
    pub fn vectors(&self) -> Vec<f32> {
        self.0
            .iter()
            .flat_map(|each| &each.vector)
            .copied()
            .collect()
    }

    /// How far the first layer's output moves along each.
    pub fn strengths(&self) -> Vec<f32> {
        self.0.iter().map(|each| each.strength).collect()
    }
}

/// What a text says.
#[wasm_bindgen]
pub struct ReadLatent {
    pub(super) latent: Vec<f32>,
    pub(super) label: Option<u8>,
}

#[wasm_bindgen]
impl ReadLatent {
    /// The latent.
    pub fn latent(&self) -> Vec<f32> {
        self.latent.clone()
    }

    /// The class, if the text names one.
    #[wasm_bindgen(getter)]
    pub fn label(&self) -> Option<u8> {
        self.label
    }
}

/// What lies at each of these parts (0 to 1) of the way through `keys`, points of `width` numbers.
///
/// # Errors
/// `RecipeError` for fewer than two points, or numbers that are left over.
#[wasm_bindgen]
pub fn along(
    keys: &[f32],
    width: usize,
    parts: &[f32],
    spherical: bool,
    closed: bool,
) -> std::result::Result<Vec<f32>, JsValue> {
    let keys = keys.chunks(width.max(1)).map(<[f32]>::to_vec).collect();
    let how = if spherical {
        Interpolation::Slerp
    } else {
        Interpolation::Linear
    };
    Ok(Path::new(keys, how, closed)?.points(parts)?)
}

/// A seed that JavaScript can hold exactly.
pub fn seed(value: f64) -> crate::Result<u64> {
    const LARGEST: f64 = 9_007_199_254_740_991.0;
    if value.fract() == 0.0 && (0.0..=LARGEST).contains(&value) {
        return Ok(value as u64);
    }
    Err(Error::recipe(sentence!(
        "The seed is {value}; it must be a whole number, 0 to {most}.",
        value,
        most = LARGEST
    )))
}
