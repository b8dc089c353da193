//! Whether a parser has kept what is promised of it.

use super::{Files, Target, allocator};
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;
use std::time::{Duration, Instant};

/// Longest that an input may take on a machine that has other things to do.
const LONGEST: Duration = Duration::from_secs(20);

/// Most bytes of a sentence.
const MOST_SAID: usize = 500;

/// What came of one input.
pub struct Judgement {
    /// Whether it was taken.
    pub is_accepted: bool,
    pub time: Duration,
    /// Most bytes at a time.
    pub peak: usize,
    /// What was not kept.
    pub fault: Option<String>,
}

thread_local! {
    /// Where the panic of this thread was, while one is looked for.
    static PANIC: RefCell<Option<String>> = const { RefCell::new(None) };
    static IS_LOOKED_FOR: RefCell<bool> = const { RefCell::new(false) };
}

/// Gives one input to a parser.
pub fn judge(target: &Target, files: &Files) -> Judgement {
    hear_panics();
    IS_LOOKED_FOR.set(true);
    allocator::restart();
    let begun = Instant::now();
    let parsed = catch_unwind(AssertUnwindSafe(|| (target.parse)(files)));
    let (time, peak) = (begun.elapsed(), allocator::peak());
    IS_LOOKED_FOR.set(false);
    let fault = match &parsed {
        Err(_) => Some(PANIC.take().unwrap_or_else(|| "a panic".to_owned())),
        Ok(Err(said)) => wrong_sentence(said),
        Ok(Ok(())) => None,
    };
    let most = target.most_bytes;
    let fault = fault
        .or_else(|| (time > LONGEST).then(|| format!("it took {:.1} s", time.as_secs_f64())))
        .or_else(|| (peak > most).then(|| format!("it took {peak} bytes, more than {most}")));
    Judgement {
        is_accepted: matches!(parsed, Ok(Ok(()))),
        time,
        peak,
        fault,
    }
}

fn wrong_sentence(said: &str) -> Option<String> {
    let is_deceptive = |character: char| {
        character.is_control()
            || matches!(character, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let what = if said.len() >= MOST_SAID {
        "is too long"
    } else if said.contains(is_deceptive) {
        "has characters that a terminal obeys"
    } else if !said.ends_with(['.', '?']) {
        "is no sentence"
    } else {
        return None;
    };
    let short: String = said.chars().take(300).collect();
    Some(format!("what was said {what}: {short:?}"))
}

/// Panics are kept where they are looked for, and printed elsewhere.
fn hear_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if !IS_LOOKED_FOR.with_borrow(|is| *is) {
                return usual(panic);
            }
            let place = panic.location().map(ToString::to_string);
            let message = panic.payload_as_str().unwrap_or("no message");
            let message: String = message.chars().take(300).collect();
            let place = place.unwrap_or_default();
            PANIC.set(Some(format!("a panic at {place}: {message}")));
        }));
    });
}
