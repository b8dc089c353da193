//! Those who help this thread.

use super::{Job, Runs};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;

/// Another thread, which is given copies of what it needs and gives back a copy of what it makes.
pub trait Helper {
    /// Whether it is there and has nothing to do.
    fn is_free(&self) -> bool;
    /// Begins; whether it has.
    fn begin(&self, job: &Job, inputs: [Runs<'_>; 2]) -> bool;
    /// Waits for the job that it has begun; whether what it makes is in `to` now.
    fn finish(&self, job: &Job, to: &mut [f32]) -> bool;
}

struct Helpers {
    all: Vec<Rc<dyn Helper>>,
    /// Multiplications of the least that is worth handing over.
    least: u64,
}

thread_local! {
    static HELPERS: RefCell<Helpers> = const {
        RefCell::new(Helpers { all: Vec::new(), least: 0 })
    };
}

/// From now on it helps this thread, where each has at least so many multiplications to do.
pub fn enlist(helper: Rc<dyn Helper>, least: u64) {
    HELPERS.with_borrow_mut(|helpers| {
        helpers.all.push(helper);
        helpers.least = least.max(1);
    });
}

/// Who does which part of something.
pub struct Shares {
    /// Of this thread: none of the larger ones, for it has the copying to do.
    pub own: Range<usize>,
    pub others: Vec<(Rc<dyn Helper>, Range<usize>)>,
}

/// Shares of `count` things of `multiplications` in all, each of `at_least` things.
pub fn shares(count: usize, at_least: usize, multiplications: u64) -> Shares {
    let helpers = HELPERS.with_borrow(|helpers| {
        let worth = multiplications.checked_div(helpers.least).unwrap_or(0) as usize;
        let most = worth.min(count / at_least).saturating_sub(1);
        let free = helpers.all.iter().filter(|helper| helper.is_free());
        free.take(most).cloned().collect::<Vec<_>>()
    });
    let workers = helpers.len() + 1;
    let share = |index: usize| index * count / workers..(index + 1) * count / workers;
    let others = helpers.into_iter().enumerate();
    Shares {
        own: share(0),
        others: others.map(|(at, helper)| (helper, share(at + 1))).collect(),
    }
}

/// A job that a helper is doing.
pub struct Handed<'a> {
    pub job: Job,
    inputs: [Runs<'a>; 2],
    helper: Option<Rc<dyn Helper>>,
}

impl<'a> Handed<'a> {
    pub fn begin(helper: Rc<dyn Helper>, job: Job, inputs: [Runs<'a>; 2]) -> Self {
        let has_begun = helper.begin(&job, inputs);
        Self {
            job,
            inputs,
            helper: has_begun.then_some(helper),
        }
    }

    /// Puts into `to` what comes of it; if the helper failed, this thread does it.
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
