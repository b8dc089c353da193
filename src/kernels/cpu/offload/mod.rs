//! Convolutions of which helper threads compute a part, and this thread the rest. For browsers, where
//! every thread has a memory of its own; natively `parallel` uses all cores. The results are the same
//! to the last bit, however many helpers there are.

mod helpers;
mod job;
#[cfg(test)]
mod tests;

use super::convolution::{self, ConvShape, Epilogue, Partition};
use super::linear;
use helpers::{Pending, Split, split};

pub use helpers::{Helper, enlist};
pub use job::Job;

/// `count` runs of `length` elements, `stride` apart.
#[derive(Clone, Copy)]
pub struct Runs<'a> {
    pub values: &'a [f32],
    pub length: usize,
    pub stride: usize,
    pub count: usize,
}

impl<'a> Runs<'a> {
    fn of(values: &'a [f32]) -> Self {
        Self {
            values,
            length: values.len(),
            stride: values.len(),
            count: 1,
        }
    }

    /// As one run, if they are contiguous.
    fn joined(self) -> Self {
        match self.stride == self.length {
            true => Self::of(&self.values[..self.count * self.length]),
            false => self,
        }
    }

    fn to_vec(self) -> Vec<f32> {
        self.iter().collect::<Vec<_>>().concat()
    }

    pub fn iter(self) -> impl Iterator<Item = &'a [f32]> {
        (0..self.count).map(move |run| &self.values[run * self.stride..][..self.length])
    }
}

/// See [`convolution::conv`].
pub fn conv(y: &mut [f32], x: &[f32], weight: &[f32], shape: ConvShape, epilogue: Epilogue<'_>) {
    let channels = [shape.large_channels, shape.small_channels];
    let direction = Direction {
        job: Job::conv,
        run: convolution::conv,
        min_batch: shape.min_equivalent_batch(channels),
    };
    by_samples(direction, y, [x, weight], shape, epilogue);
}

/// See [`convolution::conv_transpose`].
pub fn conv_transpose(
    y: &mut [f32],
    x: &[f32],
    weight: &[f32],
    shape: ConvShape,
    epilogue: Epilogue<'_>,
) {
    let channels = [shape.small_channels, shape.large_channels];
    let direction = Direction {
        job: Job::conv_transpose,
        run: convolution::conv_transpose,
        min_batch: shape.min_equivalent_batch(channels),
    };
    by_samples(direction, y, [x, weight], shape, epilogue);
}

/// One direction of a convolution.
struct Direction {
    job: fn(ConvShape) -> Job,
    run: fn(&mut [f32], &[f32], &[f32], ConvShape, Epilogue<'_>),
    /// The fewest samples of a helper.
    min_batch: usize,
}

/// Splits a convolution by samples.
fn by_samples(
    direction: Direction,
    y: &mut [f32],
    [x, weight]: [&[f32]; 2],
    shape: ConvShape,
    epilogue: Epilogue<'_>,
) {
    let (from, to) = (x.len() / shape.batch, y.len() / shape.batch);
    let Split { own, others } = split(shape.batch, direction.min_batch, shape.multiplications());
    let of_batch = |batch| ConvShape { batch, ..shape };
    let pending: Vec<_> = (others.into_iter())
        .map(|(helper, samples)| {
            let job = (direction.job)(of_batch(samples.len()));
            let x = &x[samples.start * from..samples.end * from];
            Pending::begin(helper, job, [x, weight].map(Runs::of))
        })
        .collect();

    let (y, mut rest) = y.split_at_mut(own.len() * to);
    let x = &x[..own.len() * from];
    (direction.run)(y, x, weight, of_batch(own.len()), epilogue);
    for pending in pending {
        let length = pending.job.output_length();
        let y = rest.split_off_mut(..length).expect("room for every sample");
        pending.finish(y);
        y.chunks_exact_mut(to).for_each(epilogue);
    }
}

/// The gradient of a convolution's weights: `[small channels, large channels, kernel]`.
pub fn weight_gradient(large: &[f32], small: &[f32], shape: ConvShape) -> Vec<f32> {
    if shape.geometry.is_linear() {
        return linear::weight_gradient(large, small, [shape.small_channels, shape.patch_len()]);
    }
    let partition = Partition::of(&shape);
    let Split { own, others } = split(partition.count(&shape), 1, shape.multiplications());
    let pending: Vec<_> = (others.into_iter())
        .map(|(helper, which)| {
            let [samples, channels] = partition.ranges(which, &shape);
            let image = shape.large_image();
            let channel = image / shape.large_channels;
            let large = Runs {
                values: &large[samples.start * image + channels.start * channel..],
                length: channels.len() * channel,
                stride: image,
                count: samples.len(),
            }
            .joined();
            let image = shape.small_image();
            let small = Runs::of(&small[samples.start * image..samples.end * image]);
            let shape = ConvShape {
                batch: samples.len(),
                large_channels: channels.len(),
                ..shape
            };
            let job = Job::weight_gradient(shape, partition);
            Pending::begin(helper, job, [large, small])
        })
        .collect();

    let mut computed = convolution::compute_parts(large, small, &shape, partition, own);
    for pending in pending {
        let mut parts = vec![0.0; pending.job.output_length()];
        pending.finish(&mut parts);
        let mut rest = parts.as_slice();
        for length in pending.job.part_lengths() {
            computed.push(rest.split_off(..length).expect("all parts").to_vec());
        }
    }
    convolution::join_parts(computed, &shape, partition)
}
