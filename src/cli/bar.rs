//! How far one part of the work is, on standard error.

use crate::cli::stderr;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;

/// Shows one part of the work: a bar on a terminal, else one line at its start.
pub struct Progress(Option<ProgressBar>);

impl Progress {
    /// Of `count` images.
    pub fn new(title: &str, count: usize) -> Self {
        if !std::io::stderr().is_terminal() {
            stderr::tell(&format!("{title}: {count}"));
            return Self(None);
        }
        let bar = ProgressBar::new(count as u64).with_message(title.to_owned());
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}");
        Self(Some(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        }))
    }

    /// So many are done.
    pub fn show(&self, done: usize) {
        if let Self(Some(bar)) = self {
            bar.set_position(done as u64);
        }
    }

    /// Leaves the last state on the screen.
    pub fn finish(self) {
        if let Self(Some(bar)) = self {
            bar.abandon();
        }
    }
}
