//! Images as the classifier takes them: 28×28 grey bytes.

use ganvas::data::DataSet;
use ganvas::judge::{DIGIT, centre};
use ganvas::recipe::ImageSpec;

/// Pixels along a side.
pub const SIDE: usize = DIGIT.height;

/// Images of [`SIDE`] × [`SIDE`] grey bytes, one after another.
#[derive(Default)]
pub struct Digits {
    bytes: Vec<u8>,
}

impl Digits {
    /// The first `count` images of a data set, and their labels; or why it does not have them.
    pub fn first(data: &DataSet, count: usize) -> Result<(Self, Vec<u8>), String> {
        let shape = data.shape();
        check_size(shape.channels, shape.height, shape.width)
            .map_err(|why| format!("{} {why}", data.name()))?;
        if data.len() < count {
            let (name, has) = (data.name(), data.len());
            return Err(format!(
                "{name} has {has} images; expected at least {count}"
            ));
        }
        let mut digits = Self::default();
        let mut labels = Vec::with_capacity(count);
        let mut image = vec![0; shape.bytes()];
        for index in 0..count {
            labels.extend(data.image(index as u64, &mut image));
            digits.push(&image, shape.width);
        }
        Ok((digits, labels))
    }

    /// Appends the centre of an image whose rows have `width` bytes.
    pub fn push(&mut self, image: &[u8], width: usize) {
        centre(image, width, &mut self.bytes);
    }

    /// All images, row by row.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.bytes.len() / (SIDE * SIDE)
    }
}

/// Checks that a recipe's images can be judged; else says why not.
pub fn check_image(image: ImageSpec) -> Result<(), String> {
    check_size(image.channels, image.height, image.width)
}

fn check_size(channels: usize, height: usize, width: usize) -> Result<(), String> {
    if channels == 1 && height >= SIDE && width >= SIDE {
        return Ok(());
    }
    Err(format!(
        "has images of {height}×{width} with {channels} channels; the classifier takes \
         {SIDE}×{SIDE} with 1, cut from the centre of larger ones"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_centre_of_a_padded_image_is_the_image() {
        let digit: Vec<u8> = (0..784).map(|pixel| (pixel % 251) as u8).collect();
        let mut padded = vec![0; 32 * 32];
        for (row, pixels) in digit.chunks(28).enumerate() {
            padded[(row + 2) * 32 + 2..][..28].copy_from_slice(pixels);
        }
        let mut digits = Digits::default();
        digits.push(&padded, 32);
        digits.push(&digit, 28);
        assert_eq!(digits.count(), 2);
        assert_eq!(digits.bytes(), [digit.clone(), digit].concat());
    }

    #[test]
    fn a_data_set_gives_its_first_images_or_says_how_many_it_has() {
        let data = DataSet::drawn_digits(1);
        let (digits, labels) = Digits::first(&data, 3).unwrap();
        assert_eq!((digits.count(), labels.len()), (3, 3));
        let Err(why) = Digits::first(&data, 1_000_000) else {
            panic!("there are not so many")
        };
        assert!(why.contains("at least 1000000"), "{why}");
    }

    #[test]
    fn small_and_coloured_images_are_refused() {
        assert!(check_size(1, 28, 64).is_ok());
        for (channels, height, width) in [(1, 27, 28), (1, 28, 27), (3, 32, 32)] {
            assert!(check_size(channels, height, width).is_err());
        }
    }
}
