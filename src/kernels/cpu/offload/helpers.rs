//! The helper threads.

use super::{Job, Runs};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// Another thread with a memory of its own: inputs are copied to it, and results back.
pub trait Helper {
    /// Whether it is running and idle.
    fn is_free(&self) -> bool;
    /// Starts a job; returns whether it could.
    fn begin(&self, job: &Job, inputs: [Runs<'_>; 2]) -> bool;
    /// Waits for the job that it started; returns whether the result is in `to`.
    fn finish(&self, job: &Job, to: &mut [f32]) -> bool;
}

struct Helpers {
    all: Vec<Rc<dyn Helper>>,
    /// The fewest multiplications that are worth offloading.
    least: u64,
}

thread_local! {
    static HELPERS: RefCell<Helpers> = const {
        RefCell::new(Helpers { all: Vec::new(), least: 0 })
    };
}

/// Adds a helper to this thread, for work of at least so many multiplications each.
pub fn enlist(helper: Rc<dyn Helper>, least: u64) {
    HELPERS.with_borrow_mut(|helpers| {
        helpers.all.push(helper);
        helpers.least = least.max(1);
    });
}

/// Which part of the work is done by whom.
pub struct Split {
    /// This thread's part: never a larger one, because it also has to copy.
    pub own: Range<usize>,
    pub others: Vec<(Rc<dyn Helper>, Range<usize>)>,
}

/// Splits `count` items of `multiplications` in all among free helpers, at least `at_least` items each.
pub fn split(count: usize, at_least: usize, multiplications: u64) -> Split {
    let helpers = HELPERS.with_borrow(|helpers| {
        let worth = multiplications.checked_div(helpers.least).unwrap_or(0) as usize;
        let most = worth.min(count / at_least).saturating_sub(1);
        let free = helpers.all.iter().filter(|helper| helper.is_free());
        free.take(most).cloned().collect::<Vec<_>>()
    });
    let workers = helpers.len() + 1;
    let share = |index: usize| index * count / workers..(index + 1) * count / workers;
    let others = helpers.into_iter().enumerate();
    Split {
        own: share(0),
        others: others.map(|(at, helper)| (helper, share(at + 1))).collect(),
    }
}

/// A job that a helper is working on.
pub struct Pending<'a> {
    pub job: Job,
    inputs: [Runs<'a>; 2],
    helper: Option<Rc<dyn Helper>>,
}

impl<'a> Pending<'a> {
    pub fn begin(helper: Rc<dyn Helper>, job: Job, inputs: [Runs<'a>; 2]) -> Self {
        let has_begun = helper.begin(&job, inputs);
        Self {
            job,
            inputs,
            helper: has_begun.then_some(helper),
        }
    }

    /// Puts the result into `to`; if the helper failed, this thread runs the job.
    pub fn finish(&self, to: &mut [f32]) {
        let Self {
            job,
            inputs,
            helper,
        } = self;
        if (helper.as_ref()).is_some_and(|helper| helper.finish(job, to)) {
            return;
        }
        let [first, second] = inputs.map(Runs::to_vec);
        job.run(to, [&first, &second]);
    }
}
