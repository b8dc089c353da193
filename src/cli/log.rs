//! What a person sees while a run goes on: a bar on a terminal, plain lines elsewhere.

use super::judging::in_short;
use crate::cli::stderr;
use ganvas::judge::Quality;
use ganvas::training::StepReport;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;

/// Shows a run's progress on standard error.
pub struct Progress {
    shown: Shown,
    /// What the latest judgement says, with a blank before it; empty without one.
    judged: String,
}

enum Shown {
    /// A bar that moves.
    Bar(ProgressBar),
    /// A line now and then.
    Lines,
}

impl Progress {
    /// For a run from step `first` to step `steps`.
    pub fn new(first: u64, steps: u64) -> Self {
        Self {
            shown: Shown::new(first, steps),
            judged: String::new(),
        }
    }

    /// Takes over what the latest judgement says.
    pub fn judged(&mut self, quality: &Quality) {
        self.judged = format!(" {}", in_short(quality));
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
        let judged = &self.judged;
        let losses = format!(
            "d_loss {d_loss:.4} g_loss {g_loss:.4} D(x) {d_real:.3} D(G(z)) {d_fake:.3}{judged}"
        );
        match &self.shown {
            Shown::Bar(bar) => {
                bar.set_position(*step);
                bar.set_message(losses);
            }
            Shown::Lines => stderr::tell(&format!(
                "step {step} epoch {epoch:.3} {seconds:.1} s {losses}"
            )),
        }
    }

    /// Leaves the last state on the screen.
    pub fn finish(&self) {
        if let Shown::Bar(bar) = &self.shown {
            bar.abandon();
        }
    }
}

impl Shown {
    fn new(first: u64, steps: u64) -> Self {
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
}
