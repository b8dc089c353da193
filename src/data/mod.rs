//! Data sets: bytes or a seed in, images and labels out. Nothing here reads files or the network.

pub mod batches;
pub mod cifar;
mod classes;
mod curve;
pub mod drawn_digits;
pub mod drawn_faces;
pub mod idx;
pub mod images;
pub mod known;
pub mod nearest;
pub mod numpy;
mod parts;
mod spread;
pub mod table;
pub mod zip_names;

pub use self::classes::in_words;
use crate::error::{Error, Result};
use crate::sentence::sentence;
pub use crate::spec::ImageShape;
use adler2::Adler32;

/// Labelled or unlabelled images, each pixel a byte from 0 to 255.
#[derive(Debug, Clone)]
pub struct DataSet {
    name: String,
    shape: ImageShape,
    /// Empty without labels.
    class_names: Vec<String>,
    source: Source,
}

/// Where the images come from.
#[derive(Debug, Clone)]
enum Source {
    /// All images one after the other, and a label for each if there are labels.
    Stored {
        images: Vec<u8>,
        labels: Option<Vec<u8>>,
    },
    /// Digits drawn when asked for; with a `limit` always the same first ones.
    Digits { seed: u64, limit: Option<usize> },
    /// Faces, likewise.
    Faces { seed: u64, limit: Option<usize> },
}

impl DataSet {
    /// The images, and labels if any, of two IDX files (MNIST's format), each plain or gzip.
    ///
    /// `name` is for people: every error names it.
    ///
    /// # Errors
    /// [`Error::Data`](crate::Error::Data) if a file is not what its role or its own header says,
    /// or the two files do not belong together; see [`idx`].
    pub fn idx(name: &str, images: &[u8], labels: Option<&[u8]>) -> Result<Self> {
        let images = idx::images(name, images)?;
        let labels = labels
            .map(|file| idx::labels(name, file, images.count))
            .transpose()?;
        Ok(Self::numbered(name, images.shape, images.bytes, labels))
    }

    /// The images of this set, then those of another.
    ///
    /// # Errors
    /// [`Error::Data`](crate::Error::Data) if the images differ in size, only one set has labels,
    /// or one is drawn and so has no end.
    pub fn followed_by(mut self, other: Self) -> Result<Self> {
        let names = format!("“{}” cannot be followed by “{}”", self.name, other.name);
        let refused = |why: &str| Err(Error::Data(sentence!("{names}: {why}.", names, why)));
        if self.shape != other.shape {
            return refused("their images differ in size");
        }
        let other = other.in_classes_of(&self);
        if other.class_names.len() > 256 {
            return refused("together they have more than 256 classes");
        }
        match (&mut self.source, other.source) {
            (
                Source::Stored { images, labels },
                Source::Stored {
                    images: more,
                    labels: more_labels,
                },
            ) if labels.is_some() == more_labels.is_some() => {
                images.extend(more);
                if let Some(labels) = labels {
                    labels.extend(more_labels.unwrap_or_default());
                }
            }
            (Source::Stored { .. }, Source::Stored { .. }) => {
                return refused("only one of them has labels");
            }
            _ => return refused("one of them is drawn and has no end"),
        }
        self.class_names = other.class_names;
        Ok(self)
    }

    /// Handwritten-looking 28×28 digits, drawn by code: as many as asked for, the same for the
    /// same `seed` on every machine.
    pub fn drawn_digits(seed: u64) -> Self {
        Self {
            name: "Drawn digits".to_owned(),
            shape: drawn_digits::SHAPE,
            class_names: (0..drawn_digits::CLASSES)
                .map(|digit| digit.to_string())
                .collect(),
            source: Source::Digits { seed, limit: None },
        }
    }

    /// Anime-style 64×64 faces in colour, drawn by code: as many as asked for, the same for the
    /// same `seed` on every machine. The label is the colour of the hair; see
    /// [`drawn_faces::CLASS_NAMES`].
    pub fn drawn_faces(seed: u64) -> Self {
        Self {
            name: "Drawn faces".to_owned(),
            shape: drawn_faces::SHAPE,
            class_names: drawn_faces::CLASS_NAMES.map(str::to_owned).into(),
            source: Source::Faces { seed, limit: None },
        }
    }

    /// The same set by another name.
    pub fn named(mut self, name: &str) -> Self {
        name.clone_into(&mut self.name);
        self
    }

    /// The name, for people.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Images in an epoch, at least 1.
    pub fn len(&self) -> usize {
        match &self.source {
            Source::Stored { images, .. } => images.len() / self.shape.bytes(),
            Source::Digits { limit, .. } => limit.unwrap_or(drawn_digits::EPOCH),
            Source::Faces { limit, .. } => limit.unwrap_or(drawn_faces::EPOCH),
        }
    }

    /// Never true: a data set without images is refused.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The size that every image has.
    pub fn shape(&self) -> ImageShape {
        self.shape
    }

    /// How many classes the labels tell apart; none without labels.
    pub fn classes(&self) -> Option<usize> {
        (!self.class_names.is_empty()).then_some(self.class_names.len())
    }

    /// What the classes are called, by label; empty without labels.
    pub fn class_names(&self) -> &[String] {
        &self.class_names
    }

    /// What tells this set from another: a hash (FNV-1a) of its size and of sixteen of its images.
    pub fn fingerprint(&self) -> String {
        const LOOKED_AT: u64 = 16;
        let count = self.len() as u64;
        let mut hash = 0xcbf2_9ce4_8422_2325_u64;
        let mut take = |bytes: &[u8]| {
            for byte in bytes {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
            }
        };
        take(&count.to_le_bytes());
        if self.drawn_limit().is_some() {
            // As many as are drawn for an epoch are still other images from the second on.
            take(b"limited");
        }
        let mut image = vec![0; self.shape.bytes()];
        for part in 0..LOOKED_AT {
            let label = self.image(part * count / LOOKED_AT, &mut image);
            take(&image);
            take(&[label.unwrap_or(u8::MAX)]);
        }
        format!("{hash:016x}")
    }

    /// Adler-32 of all that is stored, images and then labels; none where images are drawn. It reads
    /// everything, where [`fingerprint`](Self::fingerprint) looks at a few.
    pub fn checksum(&self) -> Option<u32> {
        let Source::Stored { images, labels } = &self.source else {
            return None;
        };
        let mut sum = Adler32::new();
        sum.write_slice(images);
        sum.write_slice(labels.as_deref().unwrap_or_default());
        Some(sum.checksum())
    }

    /// Writes the image at a global position (epoch × [`len`](Self::len) + place) into `out`,
    /// channel-first, and gives its label if the set has labels.
    ///
    /// Stored images repeat every epoch; drawn ones are new in each, unless they are limited.
    ///
    /// # Panics
    /// If `out` does not hold exactly [`ImageShape::bytes`] bytes.
    pub fn image(&self, index: u64, out: &mut [u8]) -> Option<u8> {
        let size = self.shape.bytes();
        assert_eq!(out.len(), size, "the buffer must hold one image");
        match &self.source {
            Source::Stored { images, labels } => {
                let place = (index % self.len() as u64) as usize;
                out.copy_from_slice(&images[place * size..][..size]);
                labels.as_ref().map(|labels| labels[place])
            }
            Source::Digits { seed, limit } => {
                Some(drawn_digits::draw(*seed, within(*limit, index), out))
            }
            Source::Faces { seed, limit } => {
                Some(drawn_faces::draw(*seed, within(*limit, index), out).label())
            }
        }
    }

    /// Whether the images are drawn when they are asked for.
    pub fn is_drawn(&self) -> bool {
        !matches!(self.source, Source::Stored { .. })
    }

    /// How many drawn images repeat, if they do.
    fn drawn_limit(&self) -> Option<usize> {
        match self.source {
            Source::Stored { .. } => None,
            Source::Digits { limit, .. } | Source::Faces { limit, .. } => limit,
        }
    }
}

/// The number of a drawn image, where only so many are drawn.
fn within(limit: Option<usize>, index: u64) -> u64 {
    limit.map_or(index, |limit| index % limit as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stored_images_repeat_and_drawn_ones_do_not() {
        let file = [
            &[0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2][..],
            b"abcd",
        ]
        .concat();
        let labels = [0, 0, 8, 1, 0, 0, 0, 2, 4, 0];
        let stored = DataSet::idx("two", &file, Some(&labels)).unwrap();
        assert_eq!(
            (stored.len(), stored.class_names()),
            (2, &["0".to_owned(), "4".to_owned()][..])
        );
        let mut out = [0; 2];
        assert_eq!((stored.image(5, &mut out), &out), (Some(0), b"cd"));

        for drawn in [DataSet::drawn_digits(1), DataSet::drawn_faces(1)] {
            let mut first = vec![0; drawn.shape().bytes()];
            let mut second = first.clone();
            let label = drawn.image(0, &mut first).map(usize::from);
            assert!(label < drawn.classes());
            drawn.image(drawn.len() as u64, &mut second);
            assert_ne!(first, second);
        }
    }

    #[test]
    fn one_set_can_follow_another() {
        let file = |pixel| [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, pixel];
        let labels = |label| [0, 0, 8, 1, 0, 0, 0, 1, label];
        let one = DataSet::idx("one", &file(1), Some(&labels(0))).unwrap();
        let two = DataSet::idx("two", &file(2), Some(&labels(3))).unwrap();
        let both = one.clone().followed_by(two).unwrap();
        let mut pixel = [0];
        assert_eq!(
            (both.len(), both.class_names()),
            (2, &["0".to_owned(), "3".to_owned()][..])
        );
        assert_eq!((both.image(1, &mut pixel), pixel), (Some(1), [2]));
        for other in [
            DataSet::idx("bare", &file(2), None).unwrap(),
            DataSet::drawn_digits(1),
        ] {
            let error = one.clone().followed_by(other).unwrap_err().to_string();
            assert!(error.contains("“one” cannot be followed by"), "{error}");
        }
    }

    #[test]
    fn labels_are_optional() {
        let file = [0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 9];
        let set = DataSet::idx("one", &file, None).unwrap();
        assert_eq!((set.classes(), set.image(0, &mut [0])), (None, None));
        assert_eq!((set.name(), set.is_empty()), ("one", false));
    }
}
