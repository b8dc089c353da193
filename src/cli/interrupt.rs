//! Ctrl-C, and what ends a program from outside (SIGTERM; SIGHUP, when its terminal closes): the first
//! ends the run after the step under way, and saves; the next ends it at once.

use super::Failure;
use crate::cli::stderr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// What shells report for a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// One end may be told twice: a terminal that closes and the shell in it both send SIGHUP, and systemd
/// sends it behind SIGTERM.
const SAME: Duration = Duration::from_millis(500);

/// Whether the run is to end.
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Watches for an end from here on.
pub fn watch() -> Result<Interrupt, Failure> {
    let told = Arc::new(AtomicBool::new(false));
    let raised = told.clone();
    let mut first: Option<Instant> = None;
    let hang_up = HangUp::asked();
    ctrlc::set_handler(move || match first {
        None => {
            first = Some(Instant::now());
            raised.store(true, Ordering::Relaxed);
            stderr::tell("Saving after this step; press Ctrl-C again to end at once.");
        }
        Some(first) if first.elapsed() > SAME => std::process::exit(INTERRUPTED),
        Some(_) => {}
    })
    .map_err(|error| Failure::File(format!("Ctrl-C cannot be caught: {error}.")))?;
    hang_up.answer();
    Ok(Interrupt(told))
}

/// Whether `nohup` has asked for SIGHUP to be ignored, which the handler would overrule.
struct HangUp {
    #[cfg(unix)]
    is_ignored: bool,
}

#[cfg(unix)]
impl HangUp {
    fn asked() -> Self {
        let before = ignore_hang_up();
        Self {
            is_ignored: matches!(before, Some(nix::sys::signal::SigHandler::SigIgn)),
        }
    }

    fn answer(&self) {
        if self.is_ignored {
            ignore_hang_up();
        }
    }
}

/// Ignores SIGHUP; with what was done about it before.
#[cfg(unix)]
fn ignore_hang_up() -> Option<nix::sys::signal::SigHandler> {
    use nix::sys::signal::{SigHandler, Signal, signal};
    // SAFETY: to ignore a signal runs no code of ours.
    unsafe { signal(Signal::SIGHUP, SigHandler::SigIgn) }.ok()
}

#[cfg(not(unix))]
impl HangUp {
    fn asked() -> Self {
        Self {}
    }

    fn answer(&self) {}
}
