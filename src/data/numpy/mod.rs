//! NumPy's arrays as data sets: `.npy` files, and what `.npz` archives hold.

mod array;
#[cfg(test)]
mod tests;

pub use array::{Array, Header, in_words};

use super::idx::{LIMIT, SIDE_LIMIT};
use super::{DataSet, ImageShape};
use crate::error::{Error, Result};
use crate::sentence::{Sentence, sentence};

/// Which arrays of an archive make a data set, by their places.
#[derive(Debug, PartialEq, Eq)]
pub struct Chosen {
    /// The images.
    pub images: usize,
    /// A label for each, if there is such an array.
    pub labels: Option<usize>,
}

/// Chooses among the arrays of an archive, each a name and the beginning of its file: the images of
/// which there are most, and labels for them.
///
/// # Errors
/// [`Error::Data`] if none holds images.
pub fn choose(archive: &str, arrays: &[(&str, &[u8])]) -> Result<Chosen> {
    let read = |(name, start): &(&str, &[u8])| Header::read(name, start).ok();
    let headers: Vec<Option<Header>> = arrays.iter().map(read).collect();
    let images = (0..arrays.len())
        .filter_map(|place| {
            let header = headers[place].as_ref()?;
            let layout = Layout::of(&header.shape)?;
            is_pixels(&header.kind).then_some((layout.count, place))
        })
        .max_by_key(|&(count, place)| (count, std::cmp::Reverse(place)));
    let Some((count, images)) = images else {
        let found = arrays.iter().zip(&headers).map(|((name, _), header)| {
            let shape = header.as_ref().map(|header| in_words(&header.shape));
            format!("{} ({})", short(name), shape.unwrap_or_default())
        });
        return Err(Error::Data(sentence!(
            "“{archive}” has no images in it: expected an array of bytes (uint8), count × height × \
             width or count × height × width × channels; found {found}.",
            archive,
            found = found.take(4).collect::<Vec<_>>().join(", ")
        )));
    };
    let is_train = arrays[images].0.contains("train");
    let labels = (0..arrays.len())
        .filter(|&place| {
            let header = headers[place].as_ref();
            header.is_some_and(|header| is_labels(header, count))
        })
        .max_by_key(|&place| arrays[place].0.contains("train") == is_train);
    Ok(Chosen { images, labels })
}

impl DataSet {
    /// The images, and labels if any, of two arrays: files of NumPy's (`.npy`).
    ///
    /// # Errors
    /// [`Error::Data`] if a file is not what it should be, or the two do not belong together.
    pub fn numpy(name: &str, images: &[u8], labels: Option<&[u8]>) -> Result<Self> {
        let array = Array::read(name, images)?;
        let found = held(&array);
        let refused = |why: Sentence| {
            Err(Error::Data(sentence!(
                "“{name}” holds {found}: {why}.",
                name,
                found,
                why
            )))
        };
        let Some(layout) = Layout::of(&array.shape) else {
            return refused(sentence!(
                "expected count × height × width, or count × height × width × channels with 1, 3 \
                 or 4 channels"
            ));
        };
        if !is_pixels(&array.kind) {
            return refused(sentence!(
                "expected bytes, as by (255 * a).astype('uint8') of numbers from 0 to 1"
            ));
        }
        let shape = layout.shape;
        if shape.height > SIDE_LIMIT || shape.width > SIDE_LIMIT || array.bytes().len() > LIMIT {
            return refused(sentence!(
                "the limits are {most} × {limit} pixels and {size} MiB",
                most = SIDE_LIMIT,
                limit = SIDE_LIMIT,
                size = LIMIT >> 20
            ));
        }
        if array.bytes().is_empty() {
            return refused(sentence!("there is no image in it"));
        }
        let labels = labels
            .map(|file| read_labels(name, file, layout.count))
            .transpose()?;
        let mut pixels = layout.channel_first(array.bytes());
        if array.kind == "b1" {
            pixels
                .iter_mut()
                .for_each(|pixel| *pixel = pixel.saturating_mul(255));
        }
        Ok(Self::numbered(name, shape, pixels, labels))
    }
}

/// How images lie in an array.
struct Layout {
    count: usize,
    shape: ImageShape,
    is_channel_last: bool,
}

impl Layout {
    fn of(shape: &[usize]) -> Option<Self> {
        let (count, channels, height, width, is_channel_last) = match *shape {
            [count, height, width] => (count, 1, height, width, false),
            [count, height, width, channels @ (1 | 3 | 4)] => {
                (count, channels, height, width, true)
            }
            [count, channels @ (1 | 3 | 4), height, width] => {
                (count, channels, height, width, false)
            }
            _ => return None,
        };
        Some(Self {
            count,
            shape: ImageShape {
                channels,
                height,
                width,
            },
            is_channel_last,
        })
    }

    fn channel_first(&self, bytes: &[u8]) -> Vec<u8> {
        let channels = self.shape.channels;
        if !self.is_channel_last || channels == 1 {
            return bytes.to_vec();
        }
        let mut planes = Vec::with_capacity(bytes.len());
        for image in bytes.chunks_exact(self.shape.bytes()) {
            for channel in 0..channels {
                planes.extend(image.iter().skip(channel).step_by(channels));
            }
        }
        planes
    }
}

/// What an array holds, to stand behind “holds”.
fn held(array: &Array<'_>) -> Sentence {
    sentence!(
        "{shape} numbers of kind {kind}",
        shape = in_words(&array.shape),
        kind = array.kind
    )
}

fn is_pixels(kind: &str) -> bool {
    matches!(kind, "u1" | "b1")
}

/// One whole number for each image.
fn is_labels(header: &Header, count: usize) -> bool {
    header.kind.starts_with(['u', 'i', 'f'])
        && (header.shape == [count] || header.shape == [count, 1])
}

fn read_labels(name: &str, file: &[u8], count: usize) -> Result<Vec<u8>> {
    let name = format!("{name}, labels");
    let array = Array::read(&name, file)?;
    let found = held(&array);
    let expected = || {
        Error::Data(sentence!(
            "“{name}” holds {found}; expected {count} classes, one for each image, whole numbers \
             from 0 to 255.",
            name,
            found,
            count
        ))
    };
    let numbers = array.into_numbers().ok_or_else(expected)?;
    let is_class = |number: &f64| number.fract() == 0.0 && (0.0..256.0).contains(number);
    let labels: Option<Vec<u8>> = numbers
        .take(count + 1)
        .map(|number| is_class(&number).then_some(number as u8))
        .collect();
    labels
        .filter(|labels| labels.len() == count)
        .ok_or_else(expected)
}

/// A name from a stranger, cut short.
fn short(name: &str) -> String {
    name.chars()
        .filter(|letter| !letter.is_control())
        .take(40)
        .collect()
}
