//! Many inputs of one parser.

use super::judge::{Judgement, judge};
use super::{Files, Source, Target, containers, words};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// After this an input is given up: a thread cannot be ended.
const HANGS: Duration = Duration::from_secs(60);

/// Failures that are listed; others of the same place are counted.
const LISTED: usize = 12;

/// Less than the main thread has, and no more than others.
const STACK: usize = 2 << 20;

/// Which inputs.
#[derive(Clone, Copy)]
pub struct Plan {
    pub seed: u64,
    pub first: u64,
    pub inputs: u64,
}

/// What came of them.
pub struct Report {
    pub target: &'static str,
    pub seed: u64,
    pub inputs: u64,
    pub accepted: u64,
    pub refused: u64,
    pub time: Duration,
    /// The longest time of an input, and which.
    pub slowest: (Duration, u64),
    /// The most bytes of an input, and which.
    pub largest: (usize, u64),
    /// The input, how many of the same kind there were, and what was wrong.
    pub failures: Vec<(u64, u64, String)>,
}

/// Runs them in a thread of their own.
pub fn run(target: &'static Target, plan: &Plan) -> Report {
    let plan = *plan;
    let under_way = Arc::new(AtomicU64::new(plan.first));
    let seen = under_way.clone();
    let runner = std::thread::Builder::new()
        .name(format!("fuzz {}", target.name))
        .stack_size(STACK)
        .spawn(move || all(target, &plan, &seen))
        .expect("a thread");
    let (mut latest, mut since) = (u64::MAX, Instant::now());
    while !runner.is_finished() {
        std::thread::sleep(Duration::from_millis(20));
        let now = under_way.load(Ordering::Relaxed);
        if now != latest {
            (latest, since) = (now, Instant::now());
        }
        if since.elapsed() > HANGS {
            let mut report = Report::new(target, &plan);
            report.inputs = now - plan.first + 1;
            report.fail(
                target,
                now,
                format!("it hangs: no end in {} s", HANGS.as_secs()),
            );
            return report;
        }
    }
    runner.join().expect("panics are caught")
}

fn all(target: &'static Target, plan: &Plan, under_way: &AtomicU64) -> Report {
    let seeds = (target.seeds)();
    let mut report = Report::new(target, plan);
    let begun = Instant::now();
    for index in plan.first..plan.first + plan.inputs {
        under_way.store(index, Ordering::Relaxed);
        let files = made(&seeds, plan.seed, index);
        let Judgement {
            is_accepted,
            time,
            peak,
            fault,
        } = judge(target, &files);
        report.inputs += 1;
        report.accepted += u64::from(is_accepted);
        report.refused += u64::from(!is_accepted);
        report.slowest = report.slowest.max((time, index));
        report.largest = report.largest.max((peak, index));
        if let Some(fault) = fault {
            report.fail(target, index, fault);
        }
    }
    report.time = begun.elapsed();
    report
}

/// Input number `index`: the seeds themselves come first.
fn made(seeds: &[Files], seed: u64, index: u64) -> Files {
    if let Some(files) = usize::try_from(index)
        .ok()
        .and_then(|index| seeds.get(index))
    {
        return files.clone();
    }
    let mut source = Source::new(seed, index, seeds);
    let mut files = source.seed().clone();
    for _ in 0..1 + source.below(3) {
        let place = source.below(files.len());
        match source.below(60) {
            0 => files[place].0 = words::text(&mut source),
            1 if files.len() > 1 => drop(files.remove(place)),
            _ => files[place].1 = containers::changed(&files[place].1, &mut source),
        }
    }
    files
}

impl Report {
    fn new(target: &'static Target, plan: &Plan) -> Self {
        Self {
            target: target.name,
            seed: plan.seed,
            inputs: 0,
            accepted: 0,
            refused: 0,
            time: Duration::ZERO,
            slowest: (Duration::ZERO, plan.first),
            largest: (0, plan.first),
            failures: Vec::new(),
        }
    }

    /// Keeps a failure, and the input itself.
    fn fail(&mut self, target: &Target, index: u64, fault: String) {
        // Numbers differ from input to input of the same kind.
        let kind = |fault: &str| -> String {
            let letters = fault
                .chars()
                .filter(|character| !character.is_ascii_digit());
            letters.take(160).collect()
        };
        let mut known = self.failures.iter_mut();
        if let Some((_, times, _)) = known.find(|known| kind(&known.2).starts_with(&kind(&fault))) {
            *times += 1;
        } else if self.failures.len() < LISTED {
            let kept = keep(target, self.seed, index);
            let kept =
                kept.map_or_else(|error| error.to_string(), |path| path.display().to_string());
            self.failures.push((index, 1, format!("{fault} ({kept})")));
        }
    }
}

/// Writes an input out.
fn keep(target: &Target, seed: u64, index: u64) -> std::io::Result<PathBuf> {
    let folder = std::env::temp_dir().join("ganvas-fuzz");
    let folder = folder.join(format!("{}-{seed}-{index}", target.name));
    std::fs::create_dir_all(&folder)?;
    let files = made(&(target.seeds)(), seed, index);
    for (place, (_, bytes)) in files.iter().enumerate() {
        // Names may be anything.
        std::fs::write(folder.join(place.to_string()), bytes)?;
    }
    Ok(folder)
}

impl fmt::Display for Report {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        let Self {
            target,
            seed,
            inputs,
            accepted,
            refused,
            ..
        } = self;
        let ((slowest, slow), (largest, large)) = (self.slowest, self.largest);
        write!(
            to,
            "{target}: {inputs} inputs of seed {seed} in {:.1} s: {accepted} taken, {refused} refused; \
             the slowest took {} ms (input {slow}), the largest {:.1} MB (input {large})",
            self.time.as_secs_f64(),
            slowest.as_millis(),
            largest as f64 / 1e6,
        )?;
        for (index, times, fault) in &self.failures {
            let others = times - 1;
            write!(
                to,
                "\n  input {index}, and {others} like it: {fault}\n    again: "
            )?;
            if cfg!(test) {
                write!(
                    to,
                    "GANVAS_FUZZ_SEED={seed} GANVAS_FUZZ_FIRST={index} GANVAS_FUZZ_INPUTS=1 cargo test \
                     ::{target}"
                )?;
            } else {
                write!(
                    to,
                    "cargo run --no-default-features --example fuzz -- --target {target} --seed {seed} \
                     --first {index} --inputs 1"
                )?;
            }
        }
        Ok(())
    }
}
