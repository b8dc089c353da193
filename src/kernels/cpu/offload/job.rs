//! What a helper is asked to do.

use crate::kernels::cpu::convolution::{self, ConvShape, Partition};
use std::mem::transmute;

/// Some samples of a convolution, or some parts of its weight gradient. All fields are words, so that a
/// job can be copied to another thread's memory as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(C)]
pub struct Job {
    task: Task,
    /// Of those samples or channels alone.
    shape: ConvShape,
    /// Of a weight gradient.
    partition: Partition,
}

#[derive(Debug, Clone, Copy, PartialEq)]
#[repr(usize)]
enum Task {
    Conv,
    ConvTranspose,
    WeightGradient,
}

impl Job {
    pub const WORDS: usize = size_of::<Self>() / size_of::<usize>();

    pub fn conv(shape: ConvShape) -> Self {
        Self {
            task: Task::Conv,
            shape,
            partition: Partition::NONE,
        }
    }

    pub fn conv_transpose(shape: ConvShape) -> Self {
        Self {
            task: Task::ConvTranspose,
            ..Self::conv(shape)
        }
    }

    pub fn weight_gradient(shape: ConvShape, partition: Partition) -> Self {
        Self {
            task: Task::WeightGradient,
            shape,
            partition,
        }
    }

    pub fn words(self) -> [usize; Self::WORDS] {
        // SAFETY: it is `repr(C)` and made of words, so it has no padding.
        unsafe { transmute::<Self, [usize; Self::WORDS]>(self) }
    }

    /// # Safety
    /// They are the words of a job.
    pub unsafe fn from_words(words: [usize; Self::WORDS]) -> Self {
        // SAFETY: as the caller says.
        unsafe { transmute::<[usize; Self::WORDS], Self>(words) }
    }

    /// The lengths of the inputs: images and weight, or the images of the large and the small side.
    pub fn input_lengths(&self) -> [usize; 2] {
        let shape = &self.shape;
        let weight = shape.small_channels * shape.patch_len();
        let [large, small] = [shape.large_image(), shape.small_image()].map(|it| shape.batch * it);
        match self.task {
            Task::Conv => [large, weight],
            Task::ConvTranspose => [small, weight],
            Task::WeightGradient => [large, small],
        }
    }

    pub fn output_length(&self) -> usize {
        match self.task {
            Task::Conv => self.shape.batch * self.shape.small_image(),
            Task::ConvTranspose => self.shape.batch * self.shape.large_image(),
            Task::WeightGradient => self.part_lengths().sum(),
        }
    }

    /// Of a weight gradient: the length of each part.
    pub fn part_lengths(&self) -> impl Iterator<Item = usize> {
        self.partition.lengths(&self.shape)
    }

    pub fn run(&self, to: &mut [f32], [first, second]: [&[f32]; 2]) {
        let (shape, partition) = (self.shape, self.partition);
        match self.task {
            Task::Conv => convolution::conv(to, first, second, shape, &|_| {}),
            Task::ConvTranspose => convolution::conv_transpose(to, first, second, shape, &|_| {}),
            Task::WeightGradient => {
                let all = 0..partition.count(&shape);
                let mut rest = to;
                for part in convolution::compute_parts(first, second, &shape, partition, all) {
                    let to = rest.split_off_mut(..part.len());
                    to.expect("room for all parts").copy_from_slice(&part);
                }
            }
        }
    }
}
