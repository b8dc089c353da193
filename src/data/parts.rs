//! Parts of a data set: its first images alone, and images that training never sees.

use super::{DataSet, ImageShape, Source};
use crate::error::{Error, Result};
use crate::sentence::sentence;

impl DataSet {
    /// All that another seed draws; nothing where images are not drawn.
    #[cfg(feature = "engine")]
    pub(crate) fn redrawn(&self, seed: u64) -> Option<Self> {
        let limit = None;
        let source = match self.source {
            Source::Stored { .. } => return None,
            Source::Digits { .. } => Source::Digits { seed, limit },
            Source::Faces { .. } => Source::Faces { seed, limit },
        };
        Some(self.with(source))
    }

    /// Its first `count` images alone; drawn images then repeat every epoch, as stored ones do.
    ///
    /// # Errors
    /// [`Error::Data`] unless there are that many, at least 1.
    pub fn limited(&self, count: usize) -> Result<Self> {
        let has = match self.source {
            Source::Stored { .. } => self.len(),
            Source::Digits { .. } | Source::Faces { .. } => {
                self.drawn_limit().unwrap_or(u32::MAX as usize)
            }
        };
        if count == 0 || count > has {
            return Err(Error::Data(sentence!(
                "The first {count} images of “{name}” were asked for; it must be 1 to {has}.",
                count,
                name = self.name,
                has
            )));
        }
        Ok(match self.source {
            Source::Stored { .. } => self.only(0..count),
            Source::Digits { seed, .. } => self.with(Source::Digits {
                seed,
                limit: Some(count),
            }),
            Source::Faces { seed, .. } => self.with(Source::Faces {
                seed,
                limit: Some(count),
            }),
        })
    }

    /// Takes `count` images out of the set: what is left, and those. Stored ones are taken evenly
    /// from all over it, because folders are often sorted; drawn ones are drawn with the next seed,
    /// and nothing is missing from the set.
    ///
    /// # Errors
    /// [`Error::Data`] unless one is taken and one is left.
    pub fn hold_out(&self, count: usize) -> Result<(Self, Self)> {
        let held_out = match self.source {
            Source::Stored { .. } => {
                let has = self.len();
                if count == 0 || count >= has {
                    return Err(Error::Data(sentence!(
                        "{count} of the {has} images of “{name}” were to be held out; it must be 1 to {most}.",
                        count,
                        name = self.name,
                        most = has - 1,
                        has
                    )));
                }
                let share = |places: usize| places as u64 * count as u64 / has as u64;
                let is_held_out = |place: &usize| share(*place) != share(place + 1);
                let [held_out, left]: [Vec<usize>; 2] = [true, false]
                    .map(|wanted| (0..has).filter(|at| is_held_out(at) == wanted).collect());
                return Ok((self.only(left), self.only(held_out)));
            }
            Source::Digits { seed, .. } => Source::Digits {
                seed: seed.wrapping_add(1),
                limit: None,
            },
            Source::Faces { seed, .. } => Source::Faces {
                seed: seed.wrapping_add(1),
                limit: None,
            },
        };
        Ok((self.clone(), self.with(held_out).limited(count)?))
    }

    /// The same images with rows and columns swapped: the files of EMNIST hold them so. Drawn images
    /// stay as they are.
    pub fn transposed(mut self) -> Self {
        let Source::Stored { images, .. } = &mut self.source else {
            return self;
        };
        let ImageShape { height, width, .. } = self.shape;
        let mut turned = Vec::with_capacity(images.len());
        for plane in images.chunks_exact(height * width) {
            for column in 0..width {
                turned.extend(plane.iter().skip(column).step_by(width));
            }
        }
        *images = turned;
        (self.shape.height, self.shape.width) = (width, height);
        self
    }

    /// A set like this of other images.
    fn with(&self, source: Source) -> Self {
        Self {
            name: self.name.clone(),
            shape: self.shape,
            class_names: self.class_names.clone(),
            source,
        }
    }

    /// The stored images at these places.
    pub(super) fn only(&self, places: impl IntoIterator<Item = usize>) -> Self {
        let Source::Stored { images, labels } = &self.source else {
            unreachable!("drawn images are not stored")
        };
        let size = self.shape.bytes();
        let (mut kept, mut kept_labels) = (Vec::new(), labels.as_ref().map(|_| Vec::new()));
        for place in places {
            kept.extend_from_slice(&images[place * size..][..size]);
            if let (Some(kept), Some(labels)) = (&mut kept_labels, labels) {
                kept.push(labels[place]);
            }
        }
        self.with(Source::Stored {
            images: kept,
            labels: kept_labels,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Images of one pixel, which is their place and, halved, their label.
    fn stored(count: u8) -> DataSet {
        let mut images = vec![0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 1, 0, 0, 0, 1];
        let mut labels = vec![0, 0, 8, 1, 0, 0, 0, count];
        images.extend(0..count);
        labels.extend((0..count).map(|place| place / 2));
        DataSet::idx("pixels", &images, Some(&labels)).unwrap()
    }

    fn pixels(set: &DataSet) -> Vec<(u8, Option<u8>)> {
        let pixel = |index| {
            let mut out = [0];
            let label = set.image(index, &mut out);
            (out[0], label)
        };
        (0..set.len() as u64).map(pixel).collect()
    }

    #[test]
    fn the_first_images_are_a_set_of_their_own() {
        let all = stored(10);
        let first = all.limited(3).unwrap();
        assert_eq!(
            pixels(&first),
            [(0, Some(0)), (1, Some(0)), (2, Some(1))],
            "images and labels"
        );
        assert_eq!(first.class_names(), all.class_names());
        assert_ne!(first.fingerprint(), all.fingerprint());
        assert_eq!(all.limited(10).unwrap().fingerprint(), all.fingerprint());
        for count in [0, 11] {
            let error = all.limited(count).unwrap_err().to_string();
            assert!(
                error.contains(&format!("first {count} images of “pixels”"))
                    && error.contains("1 to 10"),
                "{error}"
            );
        }
    }

    #[test]
    fn rows_and_columns_are_swapped() {
        let file = [
            &[0, 0, 8, 4, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 2, 0, 0, 0, 3][..],
            b"abcdefghijklmnopqr",
        ];
        let set = DataSet::idx("letters", &file.concat(), None).unwrap();
        let turned = set.clone().transposed();
        let mut image = [0; 18];
        turned.image(0, &mut image);
        assert_eq!(&image, b"adbecfgjhkilmpnqor");
        let shape = turned.shape();
        assert_eq!((shape.channels, shape.height, shape.width), (3, 3, 2));
        assert_eq!(turned.transposed().fingerprint(), set.fingerprint());
    }

    #[test]
    fn drawn_images_repeat_once_they_are_limited() {
        for all in [DataSet::drawn_digits(4), DataSet::drawn_faces(4)] {
            let image = |set: &DataSet, index| {
                let mut out = vec![0; set.shape().bytes()];
                let label = set.image(index, &mut out);
                (label, out)
            };
            let first = all.limited(5).unwrap();
            assert_eq!(first.len(), 5);
            assert_eq!(image(&first, 3), image(&all, 3));
            assert_eq!(image(&first, 5 + 3), image(&all, 3));
            let epoch = all.limited(all.len()).unwrap();
            assert_ne!(epoch.fingerprint(), all.fingerprint());
            assert!(first.limited(6).is_err());
        }
    }

    #[test]
    fn what_is_held_out_comes_from_all_over_the_set_and_is_left_out_of_it() {
        let all = stored(10);
        let (left, held_out) = all.hold_out(3).unwrap();
        assert_eq!(
            pixels(&held_out),
            [(3, Some(1)), (6, Some(3)), (9, Some(4))]
        );
        let mut both = [pixels(&left), pixels(&held_out)].concat();
        both.sort_unstable();
        assert_eq!(both, pixels(&all));
        for count in [0, 10, 11] {
            let error = all.hold_out(count).unwrap_err().to_string();
            assert!(error.contains("1 to 9"), "{error}");
        }
        for count in 1..10 {
            assert_eq!(all.hold_out(count).unwrap().1.len(), count);
        }
    }

    #[test]
    fn drawn_images_are_held_out_by_another_seed() {
        let all = DataSet::drawn_digits(4);
        let (left, held_out) = all.hold_out(7).unwrap();
        assert_eq!((left.len(), held_out.len()), (all.len(), 7));
        assert_eq!(left.fingerprint(), all.fingerprint());
        assert_eq!(
            held_out.fingerprint(),
            DataSet::drawn_digits(5).limited(7).unwrap().fingerprint()
        );
    }
}
