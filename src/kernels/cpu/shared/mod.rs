//! Convolutions shared out: helpers compute a part of each, and this thread the rest. That is for
//! browsers, where a thread has a memory of its own; natively `parallel` sees to all cores. The parts
//! are such that the numbers do not depend on how many helpers there are, or whether there are any.

mod helpers;
mod job;
#[cfg(test)]
mod tests;

use super::convolution::{self, Finish, Parts, Sizes};
use super::linear;
use helpers::{Handed, Shares, shares};

pub use helpers::{Helper, enlist};
pub use job::{Job, Task};

/// Numbers of some images: `count` runs of `length`, which begin `apart` from each other.
#[derive(Clone, Copy)]
pub struct Runs<'a> {
    pub values: &'a [f32],
    pub length: usize,
    pub apart: usize,
    pub count: usize,
}

impl<'a> Runs<'a> {
    fn of(values: &'a [f32]) -> Self {
        Self {
            values,
            length: values.len(),
            apart: values.len(),
            count: 1,
        }
    }

    /// As one, where nothing is between them.
    fn joined(self) -> Self {
        match self.apart == self.length {
            true => Self::of(&self.values[..self.count * self.length]),
            false => self,
        }
    }

    fn to_vec(self) -> Vec<f32> {
        self.iter().collect::<Vec<_>>().concat()
    }

    pub fn iter(self) -> impl Iterator<Item = &'a [f32]> {
        (0..self.count).map(move |run| &self.values[run * self.apart..][..self.length])
    }
}

/// See [`convolution::down`].
pub fn down(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    images(Task::Down, y, [x, weight], sizes, finish);
}

/// See [`convolution::up`].
pub fn up(y: &mut [f32], x: &[f32], weight: &[f32], sizes: Sizes, finish: Finish<'_>) {
    images(Task::Up, y, [x, weight], sizes, finish);
}

fn images(task: Task, y: &mut [f32], [x, weight]: [&[f32]; 2], sizes: Sizes, finish: Finish<'_>) {
    let (from, to) = (x.len() / sizes.batch, y.len() / sizes.batch);
    let channels = match task {
        Task::Up => [sizes.small, sizes.big],
        _ => [sizes.big, sizes.small],
    };
    let least = sizes.least_alike(channels);
    let Shares { own, others } = shares(sizes.batch, least, sizes.multiplications());
    let of_batch = |batch| Sizes { batch, ..sizes };
    let handed: Vec<_> = (others.into_iter())
        .map(|(helper, samples)| {
            let sizes = of_batch(samples.len());
            let x = &x[samples.start * from..samples.end * from];
            Handed::begin(helper, Job { task, sizes }, [x, weight].map(Runs::of))
        })
        .collect();

    let (y, mut rest) = y.split_at_mut(own.len() * to);
    let (x, sizes) = (&x[..own.len() * from], of_batch(own.len()));
    match task {
        Task::Up => convolution::up(y, x, weight, sizes, finish),
        _ => convolution::down(y, x, weight, sizes, finish),
    }
    for handed in handed {
        let length = handed.job.output();
        let y = rest.split_off_mut(..length).expect("room for every sample");
        handed.finish(y);
        y.chunks_exact_mut(to).for_each(finish);
    }
}

/// The gradient of a convolution's weights: `[small channels, big channels, kernel]`.
pub fn weight_gradient(big: &[f32], small: &[f32], sizes: Sizes) -> Vec<f32> {
    if sizes.geometry.is_product() {
        return linear::weight_gradient(big, small, [sizes.small, sizes.places()]);
    }
    let parts = Parts::of(&sizes);
    let Shares { own, others } = shares(parts.count(&sizes), 1, sizes.multiplications());
    let handed: Vec<_> = (others.into_iter())
        .map(|(helper, which)| {
            let [samples, channels] = parts.ranges(which, &sizes);
            let image = sizes.big_image();
            let channel = image / sizes.big;
            let big = Runs {
                values: &big[samples.start * image + channels.start * channel..],
                length: channels.len() * channel,
                apart: image,
                count: samples.len(),
            }
            .joined();
            let image = sizes.small_image();
            let small = Runs::of(&small[samples.start * image..samples.end * image]);
            let sizes = Sizes {
                batch: samples.len(),
                big: channels.len(),
                ..sizes
            };
            let task = Task::WeightGradient(parts);
            Handed::begin(helper, Job { task, sizes }, [big, small])
        })
        .collect();

    let mut computed = convolution::compute_parts(big, small, &sizes, parts, own);
    for handed in handed {
        let mut numbers = vec![0.0; handed.job.output()];
        handed.finish(&mut numbers);
        let mut rest = numbers.as_slice();
        for length in parts.lengths(&handed.job.sizes) {
            computed.push(rest.split_off(..length).expect("all parts").to_vec());
        }
    }
    convolution::join_parts(computed, &sizes, parts)
}
