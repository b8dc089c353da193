//! Limits on what an import may cost: a few hostile bytes can ask for more numbers than fit into
//! memory, and for more work than anyone would wait for.

use super::found::Found;
use crate::sentence::sentence;
use std::cell::Cell;

/// Most numbers that a file may hold: those of the largest network that Ganvas has, and half as many
/// for what is left out, such as an optimiser's state.
pub(super) const MOST_NUMBERS: usize = 3 << 25;

/// Numbers allowed beyond those that fit into the file's bytes: some are compressed, others filled in
/// by an operator.
const EXTRA: usize = 1 << 25;

/// Most multiplications, or numbers moved: a second or two.
const STEPS: u64 = 1 << 31;

/// Most numbers that an operator may make out of fewer, as by expanding a constant.
const MOST_MADE: usize = 1 << 22;

/// What is left of an import's numbers and of its work.
#[derive(Debug)]
pub(super) struct Budget {
    numbers: Cell<usize>,
    steps: Cell<u64>,
}

impl Default for Budget {
    /// For a file whose numbers are counted as it is read.
    fn default() -> Self {
        Self::of(usize::MAX)
    }
}

impl Budget {
    /// For files of this many bytes together. Every number may be held twice: as the file has it,
    /// and in a layer.
    pub fn of(bytes: usize) -> Self {
        let numbers = bytes.saturating_mul(2).saturating_add(EXTRA);
        Self {
            numbers: Cell::new(numbers.min(2 * MOST_NUMBERS)),
            steps: Cell::new(STEPS),
        }
    }

    /// Takes the room for `count` numbers, before it is allocated.
    pub fn numbers(&self, count: usize) -> Found<()> {
        let left = self.numbers.get().checked_sub(count);
        let left = left.ok_or_else(|| {
            sentence!("its numbers are more than such a file can need: it may be damaged")
        })?;
        self.numbers.set(left);
        Ok(())
    }

    /// Takes the room for `count` numbers that are worked out of `from`.
    pub fn made(&self, count: usize, from: usize) -> Found<()> {
        if count > MOST_MADE.max(from) {
            return Err(sentence!(
                "it makes {count} numbers out of {from}",
                count,
                from
            ));
        }
        self.numbers(count)
    }

    /// Takes the time for the product of these counts.
    pub fn steps(&self, factors: &[usize]) -> Found<()> {
        let all = factors
            .iter()
            .try_fold(1_u64, |all, factor| all.checked_mul(*factor as u64));
        let left = all.and_then(|all| self.steps.get().checked_sub(all));
        let left =
            left.ok_or_else(|| sentence!("it asks for more work than any generator needs"))?;
        self.steps.set(left);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_work_run_out() {
        let budget = Budget::of(0);
        budget.numbers(EXTRA - 1).unwrap();
        budget.numbers(1).unwrap();
        assert!(budget.numbers(1).is_err());
        budget.steps(&[1 << 15, 1 << 15]).unwrap();
        budget.steps(&[1 << 30]).unwrap();
        assert!(budget.steps(&[1]).is_err());
        assert!(budget.steps(&[usize::MAX, usize::MAX]).is_err());
    }

    #[test]
    fn much_is_not_made_of_little() {
        let budget = Budget::default();
        assert!(budget.made(MOST_MADE + 1, 10).is_err());
        budget.made(MOST_MADE + 1, MOST_MADE + 1).unwrap();
        budget.made(MOST_MADE, 1).unwrap();
    }
}
