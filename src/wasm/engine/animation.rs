//! Animated GIFs of what a generator draws.

use crate::Error;
use crate::sentence::sentence;
use crate::wasm::grid::Grid;
use gif::{Encoder, Frame, Repeat};
use std::borrow::Cow;
use wasm_bindgen::prelude::*;

/// Most pixels of a side.
const LARGEST_SIDE: usize = 4096;
/// How hard the colours are searched for, 1 (hardest) to 30.
const HASTE: i32 = 10;

/// A GIF in the making, that plays for ever.
#[wasm_bindgen]
pub struct Animation {
    encoder: Encoder<Vec<u8>>,
    width: usize,
    height: usize,
    magnify: usize,
    /// Hundredths of a second.
    delay: u16,
}

#[wasm_bindgen]
impl Animation {
    /// Frames of `width` × `height` pixels, each shown `magnify` times as large, one every
    /// `delay` hundredths of a second.
    ///
    /// # Errors
    /// `RecipeError` when they would be too large.
    pub fn create(
        width: usize,
        height: usize,
        magnify: usize,
        delay: u16,
    ) -> std::result::Result<Animation, JsValue> {
        let sides = [width, height].map(|side| side.saturating_mul(magnify));
        if let Some(side) = sides
            .iter()
            .find(|side| !(1..=LARGEST_SIDE).contains(*side))
        {
            return Err(Error::recipe(sentence!(
                "A GIF of {side} pixels a side was asked for; it must be 1 to {most}.",
                side,
                most = LARGEST_SIDE
            ))
            .into());
        }
        let [across, down] = sides.map(|side| side as u16);
        let mut encoder = Encoder::new(Vec::new(), across, down, &[]).map_err(unwritten)?;
        encoder.set_repeat(Repeat::Infinite).map_err(unwritten)?;
        Ok(Self {
            encoder,
            width,
            height,
            magnify,
            delay,
        })
    }

    /// Adds the images of a grid that stand below each other, each as a frame.
    ///
    /// # Errors
    /// `RecipeError` for images of another size.
    pub fn add(&mut self, grid: &Grid) -> std::result::Result<(), JsValue> {
        let grid = grid.core();
        if (grid.columns, grid.width, grid.height) != (1, self.width, self.height) {
            return Err(other_size().into());
        }
        for image in grid.rgba.chunks_exact(self.width * self.height * 4) {
            let frame = self.frame(image);
            self.encoder.write_frame(&frame).map_err(unwritten)?;
        }
        Ok(())
    }

    /// Adds a whole grid as one frame.
    ///
    /// # Errors
    /// `RecipeError` for a grid of another size.
    #[wasm_bindgen(js_name = addPicture)]
    pub fn add_picture(&mut self, grid: &Grid) -> std::result::Result<(), JsValue> {
        let grid = grid.core();
        let size = (grid.columns * grid.width, grid.rows * grid.height);
        if size != (self.width, self.height) {
            return Err(other_size().into());
        }
        let frame = self.frame(&grid.rgba);
        Ok(self.encoder.write_frame(&frame).map_err(unwritten)?)
    }

    /// The file.
    ///
    /// # Errors
    /// `RecipeError` when it cannot be finished.
    pub fn finish(self) -> std::result::Result<Vec<u8>, JsValue> {
        let bytes = self.encoder.into_inner();
        Ok(bytes.map_err(unwritten)?)
    }
}

impl Animation {
    /// Colours are picked for the image as it is, and only then is it magnified.
    fn frame(&self, image: &[u8]) -> Frame<'static> {
        let [width, height] = [self.width, self.height].map(|side| side as u16);
        let mut frame = Frame::from_rgba_speed(width, height, &mut image.to_vec(), HASTE);
        let rows = frame.buffer.chunks_exact(self.width);
        let magnified = rows.flat_map(|row| {
            let row: Vec<u8> = row
                .iter()
                .flat_map(|colour| std::iter::repeat_n(*colour, self.magnify))
                .collect();
            row.repeat(self.magnify)
        });
        frame.buffer = Cow::Owned(magnified.collect());
        frame.width *= self.magnify as u16;
        frame.height *= self.magnify as u16;
        frame.delay = self.delay;
        frame
    }
}

fn other_size() -> Error {
    Error::recipe(sentence!("The frames of a GIF have one size."))
}

fn unwritten(error: gif::EncodingError) -> Error {
    Error::recipe(sentence!(
        "The GIF could not be written: {error}.",
        error = error.to_string()
    ))
}
