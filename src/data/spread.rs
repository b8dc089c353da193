//! A few images that stand for a whole set: folders are sorted, so the first ones are all alike.

use super::{DataSet, Source};
use crate::random::{Purpose, Random};

impl DataSet {
    /// The places of `count` images from all over the set, or of as many as it has: equally many of
    /// every class as far as there are, in turn. Another seed chooses others; drawn images are
    /// the first ones.
    pub fn spread(&self, count: usize, seed: u64) -> Vec<u64> {
        let Source::Stored { labels, .. } = &self.source else {
            return (0..count.min(self.len()) as u64).collect();
        };
        let mut order: Vec<u64> = (0..self.len() as u64).collect();
        if order.len() <= count {
            return order;
        }
        Random::new(seed, Purpose::Shown, 0).shuffle(&mut order);
        if let Some(labels) = labels {
            order = in_turn(&order, labels, self.class_names.len());
        }
        order.truncate(count);
        order
    }
}

/// The same images, one of every class after the other.
fn in_turn(order: &[u64], labels: &[u8], classes: usize) -> Vec<u64> {
    let mut rounds = vec![0_usize; classes];
    let mut turns: Vec<(usize, u8, u64)> = order
        .iter()
        .map(|&place| {
            let label = labels[place as usize];
            let round = &mut rounds[usize::from(label)];
            *round += 1;
            (*round, label, place)
        })
        .collect();
    turns.sort_by_key(|&(round, label, _)| (round, label));
    turns.into_iter().map(|(.., place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::ImageShape;

    fn set(labels: Option<&[u8]>, count: usize) -> DataSet {
        let shape = ImageShape {
            channels: 1,
            height: 1,
            width: 1,
        };
        DataSet::numbered("set", shape, vec![0; count], labels.map(<[u8]>::to_vec))
    }

    #[test]
    fn every_class_is_shown_equally_often() {
        let labels: Vec<u8> = (0..100)
            .map(|place| u8::from(place >= 97) * 3 + place / 50)
            .collect();
        let sorted = set(Some(&labels), 100);
        let shown = sorted.spread(64, 1);
        let count = |class: u8| {
            let of_class = |place: &&u64| labels[**place as usize] == class;
            shown.iter().filter(of_class).count()
        };
        assert_eq!([count(0), count(1), count(4)], [31, 30, 3]);
        let mut unique = shown.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), 64);
        assert_eq!(shown, sorted.spread(64, 1));
        assert_ne!(shown, sorted.spread(64, 2));
    }

    #[test]
    fn without_classes_they_come_from_all_over_the_set() {
        let shown = set(None, 1000).spread(64, 1);
        assert_eq!(shown.len(), 64);
        let quarter = |number: u64| shown.iter().filter(|place| **place / 250 == number).count();
        assert!((0..4).all(|number| quarter(number) > 4), "{shown:?}");
        assert_eq!(set(None, 3).spread(64, 1), [0, 1, 2]);
        assert_eq!(DataSet::drawn_digits(1).spread(3, 9), [0, 1, 2]);
    }
}
