//! Labels as numbers, and the classes that they stand for.

use super::{DataSet, ImageShape, Source};

/// How many classes a sentence names.
const NAMED: usize = 6;

/// Longest name of a class in a sentence, in characters.
const LONGEST: usize = 24;

impl DataSet {
    /// A set whose labels, if any, are numbers. A class is a number that occurs: letters that are
    /// counted from 1 are 26 classes, and not 27.
    pub(super) fn numbered(
        name: &str,
        shape: ImageShape,
        images: Vec<u8>,
        mut labels: Option<Vec<u8>>,
    ) -> Self {
        let mut occurs = [false; 256];
        for &label in labels.iter().flatten() {
            occurs[usize::from(label)] = true;
        }
        let mut places = [0; 256];
        let mut class_names = Vec::new();
        for (number, place) in places.iter_mut().enumerate().filter(|(at, _)| occurs[*at]) {
            *place = class_names.len() as u8; // below 256, as the numbers
            class_names.push(number.to_string());
        }
        for label in labels.iter_mut().flatten() {
            *label = places[usize::from(*label)];
        }
        Self {
            name: name.to_owned(),
            shape,
            class_names,
            source: Source::Stored { images, labels },
        }
    }

    /// The same set, whose classes are called by their numbers, with a name for each number; a number
    /// beyond the names stays.
    #[must_use]
    pub fn with_class_names(mut self, names: &[&str]) -> Self {
        for class in &mut self.class_names {
            let name = class
                .parse()
                .ok()
                .and_then(|number: usize| names.get(number));
            if let Some(name) = name {
                (*name).clone_into(class);
            }
        }
        self
    }

    /// The same images with labels that mean what they mean in another set; classes that it lacks
    /// come behind its own.
    pub fn in_classes_of(mut self, other: &Self) -> Self {
        let mut names = other.class_names.clone();
        let place = |name: &String| match names.iter().position(|known| known == name) {
            Some(place) => place,
            None => {
                names.push(name.clone());
                names.len() - 1
            }
        };
        let places: Vec<usize> = self.class_names.iter().map(place).collect();
        if let Source::Stored { labels, .. } = &mut self.source {
            for label in labels.iter_mut().flatten() {
                *label = places[usize::from(*label)] as u8;
            }
        }
        self.class_names = names;
        self
    }

    /// The names of the classes that no image is of: the first images of a set, or what is chosen of
    /// its files, may leave some out.
    pub fn classes_without_images(&self) -> Vec<String> {
        let Source::Stored {
            labels: Some(labels),
            ..
        } = &self.source
        else {
            return Vec::new();
        };
        let mut occurs = [false; 256];
        labels
            .iter()
            .for_each(|label| occurs[usize::from(*label)] = true);
        let classes = self.class_names.iter().zip(occurs);
        let missing = classes.filter(|(_, occurs)| !occurs);
        missing.map(|(name, _)| name.clone()).collect()
    }

    /// The names of the classes for a sentence: the first ones, cut short.
    pub fn classes_in_words(&self) -> String {
        in_words(&self.class_names)
    }
}

/// The first names, cut short, as “cats, dogs”.
pub fn in_words(names: &[String]) -> String {
    let short = |name: &String| {
        let printable = |letter: char| {
            if letter.is_control() {
                '\u{FFFD}'
            } else {
                letter
            }
        };
        let mut short: String = name.chars().take(LONGEST).map(printable).collect();
        if name.chars().nth(LONGEST).is_some() {
            short.push('…');
        }
        short
    };
    let mut named: Vec<String> = names.iter().take(NAMED).map(short).collect();
    if names.len() > NAMED {
        named.push(format!("… {} in all", names.len()));
    }
    named.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIXEL: ImageShape = ImageShape {
        channels: 1,
        height: 1,
        width: 1,
    };

    fn set(labels: &[u8]) -> DataSet {
        DataSet::numbered("set", PIXEL, vec![0; labels.len()], Some(labels.to_vec()))
    }

    fn labels(set: &DataSet) -> Vec<u8> {
        let labels = (0..set.len() as u64).map(|index| set.image(index, &mut [0]));
        labels.flatten().collect()
    }

    #[test]
    fn a_class_is_a_number_that_occurs() {
        let letters: Vec<u8> = (1..=26).rev().collect();
        let set = set(&letters);
        assert_eq!(set.classes(), Some(26));
        assert_eq!(set.classes_in_words(), "1, 2, 3, 4, 5, 6, … 26 in all");
        assert_eq!(labels(&set), (0..26).rev().collect::<Vec<u8>>());
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(labels(&super::tests::set(&all)), all);
    }

    #[test]
    fn sets_of_different_classes_go_together_by_name() {
        let both = set(&[7, 3]).followed_by(set(&[3, 9, 7])).unwrap();
        assert_eq!(both.class_names(), ["3", "7", "9"]);
        assert_eq!(labels(&both), [1, 0, 0, 2, 1]);
        assert_eq!(both.limited(3).unwrap().classes_without_images(), ["9"]);
        assert!(both.classes_without_images().is_empty());
    }
}
