//! NumPy's `.npy` files: latents in, images' numbers out.

use super::Failure;
use super::files::{self, unwritable};
use ganvas::generation::MOST_IMAGES;
use npyz::{DType, NpyFile, WriterBuilder};
use std::fs::File;
use std::io::BufWriter;
use std::path::Path;

/// Most bytes of a file.
const LARGEST: u64 = 1 << 30;

/// Reads latents: f32 or f64, `[count, dimension]`; axes of size 1 may follow.
pub fn latents(path: &Path, dimension: usize) -> Result<Vec<Vec<f32>>, Failure> {
    let (dims, numbers) = numbers(path)?;
    let wrong = |what: String| {
        Failure::File(format!(
            "{} holds {what}; expected latents, count × {dimension}.",
            path.display()
        ))
    };
    let sides: Vec<usize> = dims.iter().copied().filter(|side| *side != 1).collect();
    let count = numbers.len() / dimension;
    let is_latents = numbers.len() == count * dimension
        && (sides == [count, dimension] || [count, dimension].contains(&1));
    if !is_latents || count == 0 {
        return Err(wrong(format!("an array of {dims:?}")));
    }
    if count > MOST_IMAGES {
        return Err(wrong(format!("{count} latents, more than {MOST_IMAGES}")));
    }
    let latents = numbers.chunks_exact(dimension);
    Ok(latents
        .map(|latent| latent.iter().map(|value| *value as f32).collect())
        .collect())
}

/// Reads `count` classes, whole numbers from 0 to 255.
pub fn labels(path: &Path, count: usize) -> Result<Vec<u8>, Failure> {
    let (dims, numbers) = numbers(path)?;
    let is_class = |number: &f64| number.fract() == 0.0 && (0.0..256.0).contains(number);
    if numbers.len() != count || !numbers.iter().all(is_class) {
        return Err(Failure::File(format!(
            "{} holds an array of {dims:?}; expected {count} classes, each 0 to 255.",
            path.display()
        )));
    }
    Ok(numbers.into_iter().map(|number| number as u8).collect())
}

/// The dimensions and the numbers of a file in C order.
fn numbers(path: &Path) -> Result<(Vec<usize>, Vec<f64>), Failure> {
    let bytes = files::read(path, LARGEST)?;
    let failed = |why: &dyn std::fmt::Display| {
        Failure::File(format!(
            "{} is no NumPy file (.npy) of plain numbers: {why}.",
            path.display()
        ))
    };
    let file = NpyFile::new(&bytes[..]).map_err(|error| failed(&error))?;
    let dims = file.shape().to_vec();
    if file.order() != npyz::Order::C {
        return Err(failed(&"its numbers are in Fortran order"));
    }
    let DType::Plain(kind) = file.dtype() else {
        return Err(failed(&"it holds records"));
    };
    let whole = |error: std::io::Error| failed(&error);
    macro_rules! read {
        ($number:ty) => {
            file.into_vec::<$number>()
                .map_err(whole)?
                .into_iter()
                .map(|number| number as f64)
                .collect()
        };
    }
    let numbers: Vec<f64> = match kind.to_string().trim_start_matches(['<', '>', '|', '=']) {
        "f4" => read!(f32),
        "f8" => read!(f64),
        "u1" => read!(u8),
        "i4" => read!(i32),
        "i8" => read!(i64),
        other => return Err(failed(&format_args!("its numbers are {other}"))),
    };
    let dims: Vec<usize> = dims.into_iter().map(|side| side as usize).collect();
    Ok((dims, numbers))
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
