//! What a person sees while a run goes on: a bar on a terminal, plain lines elsewhere.

use crate::cli::stderr;
use ganvas::training::StepReport;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;

/// Shows a run's progress on standard error.
pub enum Progress {
    /// A bar that moves.
    Bar(ProgressBar),
    /// A line now and then.
    Lines,
}

impl Progress {
    /// For a run from step `first` to step `steps`.
    pub fn new(first: u64, steps: u64) -> Self {
        if !std::io::stderr().is_terminal() {
            return Self::Lines;
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {per_sec} eta {eta} {msg}");
        let bar = ProgressBar::new(steps).with_position(first);
        Self::Bar(match style {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        })
    }

    /// Shows the latest report.
    pub fn show(&self, report: &StepReport, seconds: f64) {
        let StepReport {
            step,
            epoch,
            d_loss,
            g_loss,
            d_real,
            d_fake,
            ..
        } = report;
        let losses =
            format!("d_loss {d_loss:.4} g_loss {g_loss:.4} D(x) {d_real:.3} D(G(z)) {d_fake:.3}");
        match self {
            Self::Bar(bar) => {
                bar.set_position(*step);
                bar.set_message(losses);
            }
            Self::Lines => stderr::tell(&format!(
                "step {step} epoch {epoch:.3} {seconds:.1} s {losses}"
            )),
        }
    }

    /// Leaves the last state on the screen.
    pub fn finish(&self) {
        if let Self::Bar(bar) = self {
            bar.abandon();
        }
    }
}
