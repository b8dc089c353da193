//! Parsers under inputs that nobody would write: none of them may panic, take endless time or memory, or
//! say more than a sentence. Inputs follow from a seed and a number, so that any of them can be had again.
//!
//! `cargo test` runs a few of every parser, `cargo run --example fuzz` as many as one likes.

mod allocator;
mod bytes;
mod containers;
mod json;
mod judge;
mod protobuf;
mod run;
mod source;
mod words;

pub use allocator::Counting;
pub use run::{Plan, run};
use source::Source;

/// What a parser is given: files with their names, the main one first.
pub type Files = Vec<(String, Vec<u8>)>;

/// A parser, and what it is known to take.
pub struct Target {
    pub name: &'static str,
    /// What inputs are made from.
    pub seeds: fn() -> Vec<Files>,
    /// Has the parser read the files; an error is what a person is told.
    pub parse: fn(&Files) -> Result<(), String>,
    /// Most bytes that an input may take.
    pub most_bytes: usize,
}

/// Inputs of every parser in `cargo test`: 20,000 of all together.
#[cfg(test)]
const IN_TESTS: u64 = 1500;

/// Runs a target as a test; `GANVAS_FUZZ_INPUTS`, `GANVAS_FUZZ_SEED` and `GANVAS_FUZZ_FIRST` have it run
/// more, or others.
#[cfg(test)]
pub fn assert_holds(target: &'static Target) {
    let number = |variable: &str, usual| {
        let named = std::env::var(variable).ok();
        named.and_then(|text| text.parse().ok()).unwrap_or(usual)
    };
    let report = run(
        target,
        &Plan {
            seed: number("GANVAS_FUZZ_SEED", 1),
            first: number("GANVAS_FUZZ_FIRST", 0),
            inputs: number("GANVAS_FUZZ_INPUTS", IN_TESTS),
        },
    );
    eprintln!("{report}");
    assert!(report.failures.is_empty(), "{report}");
    // One that refuses everything at its door would find nothing.
    let is_both = report.accepted > 0 && report.refused > 0;
    assert!(is_both || report.inputs < IN_TESTS, "{report}");
}

/// A test of the same name for each target.
#[cfg(test)]
macro_rules! tests {
    ($targets:expr, $($name:ident),+ $(,)?) => {
        $(
            #[test]
            fn $name() {
                let mut targets = $targets.iter();
                let found = targets.find(|target| target.name == stringify!($name));
                crate::fuzz::assert_holds(found.expect("a target of this name"));
            }
        )+

        #[test]
        fn every_target_is_tested() {
            let tested = [$(stringify!($name)),+];
            for target in $targets {
                assert!(tested.contains(&target.name), "{} has no test", target.name);
            }
        }
    };
}
#[cfg(test)]
pub(crate) use tests;
