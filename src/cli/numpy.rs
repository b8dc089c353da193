//! NumPy's `.npy` files: latents in, images' numbers out.

use super::Failure;
use super::files::{self, unwritable};
use ganvas::data::numpy::{Array, in_words};
use ganvas::generator::MOST_IMAGES;
use npyz::WriterBuilder;
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Most bytes of a file.
const LARGEST: u64 = 1 << 30;

/// Reads latents: whole numbers or floats, `[count, dimension]`; axes of size 1 may follow.
pub fn latents(path: &Path, dimension: usize) -> Result<Vec<Vec<f32>>, Failure> {
    let bytes = files::read(path, LARGEST)?;
    let (dims, numbers) = numbers(path, &bytes)?;
    let wrong = |what: String| {
        Failure::File(format!(
            "{} holds {what}; expected latents, count × {dimension}.",
            path.display()
        ))
    };
    let sides: Vec<usize> = dims.iter().copied().filter(|side| *side != 1).collect();
    let all: usize = dims.iter().product();
    let count = all / dimension;
    let is_latents = all == count * dimension
        && (sides == [count, dimension] || [count, dimension].contains(&1));
    if !is_latents || count == 0 {
        return Err(wrong(format!("an array of {}", in_words(&dims))));
    }
    if count > MOST_IMAGES {
        return Err(wrong(format!("{count} latents, more than {MOST_IMAGES}")));
    }
    let numbers: Vec<f32> = numbers.map(|value| value as f32).collect();
    Ok(numbers
        .chunks_exact(dimension)
        .map(<[f32]>::to_vec)
        .collect())
}

/// Reads `count` classes, whole numbers from 0 to 255.
pub fn labels(path: &Path, count: usize) -> Result<Vec<u8>, Failure> {
    let bytes = files::read(path, LARGEST)?;
    let (dims, numbers) = numbers(path, &bytes)?;
    let is_class = |number: &f64| number.fract() == 0.0 && (0.0..256.0).contains(number);
    let classes: Option<Vec<u8>> = numbers
        .take(count + 1)
        .map(|number| is_class(&number).then_some(number as u8))
        .collect();
    classes
        .filter(|classes| classes.len() == count)
        .ok_or_else(|| {
            Failure::File(format!(
                "{} holds an array of {}; expected {count} classes, each 0 to 255.",
                path.display(),
                in_words(&dims)
            ))
        })
}

/// The dimensions and the numbers of a file in C order.
fn numbers<'a>(
    path: &Path,
    bytes: &'a [u8],
) -> Result<(Vec<usize>, impl Iterator<Item = f64> + 'a), Failure> {
    let array = Array::read(&path.display().to_string(), bytes)?;
    let dims = array.shape.clone();
    match array.into_numbers() {
        Some(numbers) => Ok((dims, numbers)),
        None => Err(Failure::File(format!(
            "{} holds numbers of a kind that is not read; expected f4 (float32).",
            path.display()
        ))),
    }
}

/// Writes f32 numbers in C order.
pub fn write(path: &Path, dims: &[usize], numbers: &[f32]) -> Result<(), Failure> {
    let file = File::create(path).map_err(|error| unwritable(path, &error))?;
    let dims: Vec<u64> = dims.iter().map(|side| *side as u64).collect();
    let save = || {
        let mut writer = npyz::WriteOptions::new()
            .default_dtype()
            .shape(&dims)
            .writer(BufWriter::new(file))
            .begin_nd()?;
        writer.extend(numbers.iter().copied())?;
        writer.finish()
    };
    save().map_err(|error: std::io::Error| unwritable(path, &error))
}
