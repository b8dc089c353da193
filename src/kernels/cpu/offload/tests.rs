use super::*;
use crate::kernels::Geometry;
use crate::kernels::cpu::convolution::GradientAlgorithm;
use crate::random::{Purpose, Random};
use std::cell::RefCell;
use std::rc::Rc;
use std::thread::{JoinHandle, spawn};

/// A thread for every job, which gets no more of it than a helper in a browser.
#[derive(Default)]
struct Thread {
    /// Whether it loses its results.
    is_unreliable: bool,
    work: RefCell<Option<JoinHandle<Vec<f32>>>>,
    done: RefCell<usize>,
}

impl Helper for Thread {
    fn is_free(&self) -> bool {
        self.work.borrow().is_none()
    }

    fn begin(&self, job: &Job, inputs: [Runs<'_>; 2]) -> bool {
        let inputs = inputs.map(Runs::to_vec);
        assert_eq!(inputs.each_ref().map(Vec::len), job.input_lengths());
        let words = job.words();
        self.work.replace(Some(spawn(move || {
            // SAFETY: they are a job's.
            let job = unsafe { Job::from_words(words) };
            let mut to = vec![f32::NAN; job.output_length()];
            job.run(&mut to, inputs.each_ref().map(Vec::as_slice));
            to
        })));
        true
    }

    fn finish(&self, job: &Job, to: &mut [f32]) -> bool {
        assert_eq!(to.len(), job.output_length());
        let made = self.work.take().expect("work was begun").join().unwrap();
        if !self.is_unreliable {
            to.copy_from_slice(&made);
            *self.done.borrow_mut() += 1;
        }
        !self.is_unreliable
    }
}

/// ConvShape that go every way: across channels and axis pixels, weights in parts of either kind, a
/// linear layer; batches that no number of threads divides.
fn cases() -> Vec<ConvShape> {
    vec![
        ConvShape::new(19, [1, 16], Geometry::square([28, 14], 5, 2, 2)),
        ConvShape::new(17, [16, 24], Geometry::square([14, 7], 5, 2, 2)),
        ConvShape::new(23, [96, 200], Geometry::square([8, 4], 4, 2, 1)),
        ConvShape::new(5, [9, 130], Geometry::square([3, 3], 3, 1, 1)),
        ConvShape::new(29, [40, 60], Geometry::square([4, 1], 4, 1, 0)),
    ]
}

/// Of images on both sides and a weight: images that went down and up, and the weight's gradient.
fn all(shape: ConvShape) -> [Vec<f32>; 3] {
    let mut random = Random::new(1, Purpose::Latents, 0);
    let mut draw = |count| (0..count).map(|_| random.normal()).collect::<Vec<f32>>();
    let large = draw(shape.batch * shape.large_image());
    let small = draw(shape.batch * shape.small_image());
    let weight = draw(shape.small_channels * shape.patch_len());
    let epilogue = |image: &mut [f32]| image.iter_mut().for_each(|number| *number += 1.0);
    let [mut y, mut x] = [vec![0.0; small.len()], vec![0.0; large.len()]];
    conv(&mut y, &large, &weight, shape, &epilogue);
    conv_transpose(&mut x, &small, &weight, shape, &epilogue);
    [y, x, weight_gradient(&large, &small, shape)]
}

#[test]
fn helpers_do_not_change_a_bit() {
    let alone: Vec<_> = cases().into_iter().map(all).collect();
    let helpers = [false, false, true].map(|is_unreliable| {
        Rc::new(Thread {
            is_unreliable,
            ..Thread::default()
        })
    });
    for helper in &helpers {
        enlist(helper.clone(), 1);
        for (shape, alone) in cases().into_iter().zip(&alone) {
            assert_eq!(&all(shape), alone, "{shape:?}");
        }
    }
    let done = helpers.map(|helper| *helper.done.borrow());
    assert!(done[0] > done[1] && done[1] > 10, "{done:?}");
}

#[test]
fn little_work_is_not_offloaded() {
    let helper = Rc::new(Thread::default());
    let shape = cases()[1];
    enlist(helper.clone(), shape.multiplications());
    all(shape);
    assert_eq!(*helper.done.borrow(), 0);
    enlist(helper.clone(), shape.multiplications() / 2);
    all(shape);
    assert!(*helper.done.borrow() > 0);
}

#[test]
fn a_job_is_its_words() {
    for shape in cases() {
        let partitions = [GradientAlgorithm::ImplicitGemm, GradientAlgorithm::Winograd]
            .map(|algorithm| Partition::by(algorithm, &shape));
        let [one, other] = partitions.map(|partition| Job::weight_gradient(shape, partition));
        for job in [Job::conv(shape), Job::conv_transpose(shape), one, other] {
            let words = job.words();
            assert!(words.contains(&shape.batch) && words.contains(&shape.small_channels));
            // SAFETY: they are a job's.
            assert_eq!(unsafe { Job::from_words(words) }, job);
        }
    }
}
