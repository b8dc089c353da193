//! Ctrl-C: the first ends the run after the step under way, and saves; the second ends it at once.

use super::Failure;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What shells report for a program that Ctrl-C ended.
const INTERRUPTED: i32 = 130;

/// Whether Ctrl-C was pressed.
pub struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    pub fn is_raised(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// Watches for Ctrl-C from here on.
pub fn watch() -> Result<Interrupt, Failure> {
    let pressed = Arc::new(AtomicBool::new(false));
    let raised = pressed.clone();
    ctrlc::set_handler(move || {
        if raised.swap(true, Ordering::Relaxed) {
            std::process::exit(INTERRUPTED);
        }
        eprintln!("Saving after this step; press Ctrl-C again to end at once.");
    })
    .map_err(|error| Failure::File(format!("Ctrl-C cannot be caught: {error}.")))?;
    Ok(Interrupt(pressed))
}
