//! Trains a GAN on digits that are drawn on the fly, and writes its generator:
//!
//! ```sh
//! cargo run --release --example train -- digits.safetensors
//! ```

use ganvas::burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::recipe::preset;
use ganvas::training::{Training, generator_file};
use ganvas::weights::Encoding;
use pollster::block_on;
use std::error::Error;
use std::sync::Arc;

const STEPS: usize = 200;
const AT_ONCE: usize = 20;

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1);
    let path = path.unwrap_or_else(|| "digits.safetensors".to_owned());
    let mut recipe = preset("dcgan-mnist")?;
    recipe.width = 16;
    let digits = Arc::new(DataSet::drawn_digits(1));
    let mut training = Training::new(recipe, digits, 1, &Device::flex())?;
    for _ in 0..STEPS / AT_ONCE {
        // Losses stay on the device until they are asked for: here, once in 20 steps.
        if let Some(report) = block_on(training.next(AT_ONCE))?.last() {
            let (d_loss, g_loss) = (report.d_loss, report.g_loss);
            println!(
                "step {}: d_loss {d_loss:.3}, g_loss {g_loss:.3}",
                report.step
            );
        }
    }
    std::fs::write(
        &path,
        block_on(generator_file(&training, true, Encoding::F32))?,
    )?;
    println!("Wrote {path}.");
    Ok(())
}
