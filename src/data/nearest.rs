//! Which images of a set are nearest to a given one: is it copied?

/// The nearest of what was held against something, as many as are wanted, the nearest first.
#[derive(Debug, Clone)]
pub struct Nearest<Distance> {
    most: usize,
    found: Vec<(usize, Distance)>,
}

impl<Distance: Copy + PartialOrd> Nearest<Distance> {
    /// Nothing yet; it keeps `most`, at least 1.
    pub fn new(most: usize) -> Self {
        let most = most.max(1);
        Self {
            most,
            found: Vec::with_capacity(most + 1),
        }
    }

    /// What a distance must be below to be kept; none while there is room.
    pub fn bound(&self) -> Option<Distance> {
        let last = self.found.last().filter(|_| self.found.len() == self.most);
        last.map(|(_, distance)| *distance)
    }

    /// Keeps a place if it is near enough. Of equally near ones the first stays.
    pub fn offer(&mut self, place: usize, distance: Distance) {
        if self.bound().is_some_and(|bound| distance >= bound) {
            return;
        }
        let at = self.found.partition_point(|(_, other)| *other <= distance);
        self.found.insert(at, (place, distance));
        self.found.truncate(self.most);
    }

    /// Places with their distances.
    pub fn found(&self) -> &[(usize, Distance)] {
        &self.found
    }
}

/// Bytes after which a comparison may end early.
const PORTION: usize = 256;

/// The squared distance of two images, or any number from `bound` on once it is that large.
fn squared_distance(one: &[u8], other: &[u8], bound: u64) -> u64 {
    let mut sum = 0;
    for (one, other) in one.chunks(PORTION).zip(other.chunks(PORTION)) {
        let squares = one.iter().zip(other).map(|(a, b)| {
            let difference = i32::from(*a) - i32::from(*b);
            (difference * difference) as u32
        });
        sum += u64::from(squares.sum::<u32>());
        if sum >= bound {
            return sum;
        }
    }
    sum
}

/// What is held against every image of a set.
#[derive(Debug, Clone)]
struct Query {
    /// The image, and its mirror image where a training sees both.
    forms: Vec<Vec<u8>>,
    /// The place of the image itself, which does not count.
    own: Option<usize>,
    nearest: Nearest<u64>,
}

impl Query {
    fn compare(&mut self, place: usize, image: &[u8]) {
        if self.own == Some(place) {
            return;
        }
        for form in &self.forms {
            let bound = self.nearest.bound().unwrap_or(u64::MAX);
            let distance = squared_distance(form, image, bound);
            let known = self.nearest.found.iter().find(|(known, _)| *known == place);
            match known {
                // The other form was kept already; the nearer one counts.
                Some((_, before)) if *before <= distance => {}
                Some(_) => {
                    self.nearest.found.retain(|(known, _)| *known != place);
                    self.nearest.offer(place, distance);
                }
                None => self.nearest.offer(place, distance),
            }
        }
    }
}

/// A search through a set, whose images are given one after the other.
#[derive(Debug, Clone)]
pub struct Search {
    sample: Query,
    /// Real images, of which the nearest others give the scale.
    reals: Vec<Query>,
    /// Bytes of an image.
    size: usize,
    seen: usize,
}

impl Search {
    /// For the `most` images that are nearest to a sample; `is_mirrored` says that mirror images count
    /// as well. For a scale real images, each with its place in the set, are held against all others.
    pub fn new(
        sample: &[u8],
        most: usize,
        reals: Vec<(usize, Vec<u8>)>,
        width: usize,
        is_mirrored: bool,
    ) -> Self {
        let query = |image: &[u8], own, most| {
            let mut forms = vec![image.to_vec()];
            if is_mirrored {
                forms.push(mirrored(width, image));
            }
            Query {
                forms,
                own,
                nearest: Nearest::new(most),
            }
        };
        let reals = reals
            .iter()
            .map(|(place, image)| query(image, Some(*place), 1));
        Self {
            reals: reals.collect(),
            sample: query(sample, None, most),
            size: sample.len(),
            seen: 0,
        }
    }

    /// How many images were looked at.
    pub fn seen(&self) -> usize {
        self.seen
    }

    /// Looks at the next images of the set, one after the other.
    pub fn look(&mut self, images: &[u8]) {
        for image in images.chunks_exact(self.size) {
            for query in std::iter::once(&mut self.sample).chain(&mut self.reals) {
                query.compare(self.seen, image);
            }
            self.seen += 1;
        }
    }

    /// The places of the nearest, and how far they are: the root mean square difference of the
    /// pixels, 0 to 255.
    pub fn nearest(&self) -> Vec<(usize, f64)> {
        let found = self.sample.nearest.found().iter();
        found
            .map(|&(place, sum)| (place, self.root_mean(sum)))
            .collect()
    }

    /// How far the nearest other image of each real one is, sorted.
    pub fn real_distances(&self) -> Vec<f64> {
        let nearest = self
            .reals
            .iter()
            .filter_map(|query| query.nearest.found().first());
        let mut distances: Vec<f64> = nearest.map(|(_, sum)| self.root_mean(*sum)).collect();
        distances.sort_by(f64::total_cmp);
        distances
    }

    fn root_mean(&self, sum: u64) -> f64 {
        (sum as f64 / self.size as f64).sqrt()
    }
}

/// An image, or several, left and right exchanged.
pub fn mirrored(width: usize, images: &[u8]) -> Vec<u8> {
    let rows = images.chunks_exact(width);
    rows.flat_map(|row| row.iter().rev().copied()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_come_first_and_of_equal_ones_the_first() {
        let mut nearest = Nearest::new(3);
        for (place, distance) in [5, 3, 9, 3, 4, 1].into_iter().enumerate() {
            nearest.offer(place, distance);
        }
        assert_eq!(nearest.found(), [(5, 1), (1, 3), (3, 3)]);
        assert_eq!(nearest.bound(), Some(3));
    }

    #[test]
    fn a_search_is_the_same_in_any_portions_and_as_without_shortcuts() {
        let image = |seed: usize| -> Vec<u8> {
            let pixel = |at: usize| ((at * 31 + seed * seed * 77 + at * seed) % 256) as u8;
            (0..600).map(pixel).collect()
        };
        let all: Vec<u8> = (0..50).flat_map(image).collect();
        let sample = image(1000);
        let reals = || [3, 40].map(|place| (place, image(place))).to_vec();
        let mut plain: Vec<(usize, f64)> = all
            .chunks(600)
            .map(|other| {
                let squares = sample
                    .iter()
                    .zip(other)
                    .map(|(a, b)| f64::from(a.abs_diff(*b)).powi(2));
                (squares.sum::<f64>() / 600.0).sqrt()
            })
            .enumerate()
            .collect();
        plain.sort_by(|one, other| one.1.total_cmp(&other.1));
        for portion in [1, 7, 50] {
            let mut search = Search::new(&sample, 4, reals(), 20, false);
            all.chunks(600 * portion)
                .for_each(|images| search.look(images));
            assert_eq!(search.seen(), 50);
            assert_eq!(search.nearest(), plain[..4]);
            let real = search.real_distances();
            assert!(
                real.len() == 2 && real[0] > 0.0 && real[0] <= real[1],
                "{real:?}"
            );
        }
    }

    #[test]
    fn mirror_images_count_where_a_training_sees_them() {
        let all = [[1, 2, 3, 4], [9, 9, 9, 9], [4, 3, 2, 2]].concat();
        let found = |is_mirrored| {
            let mut search = Search::new(&[2, 1, 4, 3], 2, Vec::new(), 2, is_mirrored);
            search.look(&all);
            search.nearest()
        };
        assert_eq!(found(true)[0], (0, 0.0));
        assert_eq!(found(false)[0], (0, 1.0));
        assert_eq!(found(true).len(), 2);
    }
}
