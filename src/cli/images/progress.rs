//! How far the reading is: a bar on a terminal, a plain line now and then elsewhere.

use crate::cli::stderr;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// Time between two plain lines.
const PAUSE: Duration = Duration::from_secs(5);

/// Shows progress on standard error.
pub enum Progress {
    /// A bar that moves.
    Bar(ProgressBar),
    /// Lines; the latest was at this time.
    Lines { files: usize, latest: Instant },
}

impl Progress {
    /// For so many files.
    pub fn new(files: usize) -> Self {
        if !std::io::stderr().is_terminal() {
            let latest = Instant::now();
            return Self::Lines { files, latest };
        }
        let style = ProgressStyle::with_template("Reading images {bar:30} {pos}/{len} eta {eta}");
        let bar = ProgressBar::new(files as u64);
        Self::Bar(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// So many files are done.
    pub fn show(&mut self, done: usize) {
        match self {
            Self::Bar(bar) => bar.set_position(done as u64),
            Self::Lines { files, latest } => {
                if latest.elapsed() >= PAUSE {
                    stderr::tell(&format!("read {done} of {files} images"));
                    *latest = Instant::now();
                }
            }
        }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Self::Bar(bar) = self {
            bar.finish_and_clear();
        }
    }
}
