//! Draws 64 images of a generator's file on the CPU, without burn, and writes them as a picture:
//!
//! ```sh
//! cargo run --release --example draw -- digits.safetensors digits.png
//! ```

use ganvas::generator::{Generator, Statistics, now};
use ganvas::weights::open_generator;
use std::error::Error;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(model), Some(picture)) = (arguments.next(), arguments.next()) else {
        return Err("Usage: draw MODEL.safetensors PICTURE.png".into());
    };
    let file = open_generator(&model, &std::fs::read(&model)?)?;
    let generator = Generator::on_cpu(&file, Statistics::Running)?;
    let grid = now(generator.images(64, 1))?;
    let [width, height] = [grid.columns * grid.width, grid.rows * grid.height];
    image::save_buffer(
        &picture,
        &grid.rgba,
        width as u32,
        height as u32,
        image::ExtendedColorType::Rgba8,
    )?;
    println!(
        "Wrote {picture}: {}, {width}×{height} pixels.",
        generator.header().name
    );
    Ok(())
}
