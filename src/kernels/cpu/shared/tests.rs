use super::*;
use crate::kernels::Geometry;
use crate::random::{Purpose, Random};
use std::cell::RefCell;
use std::rc::Rc;
use std::thread::{JoinHandle, spawn};

/// A thread for every job, which knows of it only what a helper in a browser does.
#[derive(Default)]
struct Thread {
    /// Whether it loses what it was given.
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
        assert_eq!(inputs.each_ref().map(Vec::len), job.inputs());
        let numbers = job.numbers();
        self.work.replace(Some(spawn(move || {
            let job = Job::from_numbers(numbers);
            let mut to = vec![f32::NAN; job.output()];
            job.run(&mut to, inputs.each_ref().map(Vec::as_slice));
            to
        })));
        true
    }

    fn finish(&self, job: &Job, to: &mut [f32]) -> bool {
        assert_eq!(to.len(), job.output());
        let made = self.work.take().expect("work was begun").join().unwrap();
        if !self.is_unreliable {
            to.copy_from_slice(&made);
            *self.done.borrow_mut() += 1;
        }
        !self.is_unreliable
    }
}

/// Sizes that go every way: across channels and along pixels, weights in parts of either kind, a
/// linear layer; batches that no number of threads divides.
fn cases() -> Vec<Sizes> {
    vec![
        Sizes::new(19, [1, 16], Geometry::square([28, 14], 5, 2, 2)),
        Sizes::new(17, [16, 24], Geometry::square([14, 7], 5, 2, 2)),
        Sizes::new(23, [96, 200], Geometry::square([8, 4], 4, 2, 1)),
        Sizes::new(5, [9, 130], Geometry::square([3, 3], 3, 1, 1)),
        Sizes::new(29, [40, 60], Geometry::square([4, 1], 4, 1, 0)),
    ]
}

/// Of images on both sides and a weight: images that went down and up, and the weight's gradient.
fn all(sizes: Sizes) -> [Vec<f32>; 3] {
    let mut random = Random::new(1, Purpose::Latents, 0);
    let mut draw = |count| (0..count).map(|_| random.normal()).collect::<Vec<f32>>();
    let big = draw(sizes.batch * sizes.big_image());
    let small = draw(sizes.batch * sizes.small_image());
    let weight = draw(sizes.small * sizes.places());
    let finish = |image: &mut [f32]| image.iter_mut().for_each(|number| *number += 1.0);
    let [mut y, mut x] = [vec![0.0; small.len()], vec![0.0; big.len()]];
    down(&mut y, &big, &weight, sizes, &finish);
    up(&mut x, &small, &weight, sizes, &finish);
    [y, x, weight_gradient(&big, &small, sizes)]
}

#[test]
fn the_numbers_are_those_of_one_thread() {
    let alone: Vec<_> = cases().into_iter().map(all).collect();
    let helpers = [false, false, true].map(|is_unreliable| {
        Rc::new(Thread {
            is_unreliable,
            ..Thread::default()
        })
    });
    for helper in &helpers {
        enlist(helper.clone(), 1);
        for (sizes, alone) in cases().into_iter().zip(&alone) {
            assert_eq!(&all(sizes), alone, "{sizes:?}");
        }
    }
    let done = helpers.map(|helper| *helper.done.borrow());
    assert!(done[0] > done[1] && done[1] > 10, "{done:?}");
}

#[test]
fn little_work_is_not_handed_over() {
    let helper = Rc::new(Thread::default());
    let sizes = cases()[1];
    enlist(helper.clone(), sizes.multiplications());
    all(sizes);
    assert_eq!(*helper.done.borrow(), 0);
    enlist(helper.clone(), sizes.multiplications() / 2);
    all(sizes);
    assert!(*helper.done.borrow() > 0);
}

#[test]
fn all_of_a_job_is_in_its_numbers() {
    for sizes in cases() {
        let parts = [true, false].map(|in_tiles| Parts {
            in_tiles,
            ..Parts::of(&sizes)
        });
        let [one, other] = parts.map(Task::WeightGradient);
        for task in [Task::Down, Task::Up, one, other] {
            let job = Job { task, sizes };
            let read = Job::from_numbers(job.numbers());
            assert_eq!(format!("{read:?}"), format!("{job:?}"));
        }
    }
}
