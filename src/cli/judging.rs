//! Judging a training while it runs, as a flag.

use super::Failure;
use super::every::Every;
use clap::Args;
use ganvas::judge::{Classifier, Judged, Quality};
use ganvas::training::Training;
use std::sync::Arc;

/// The classifier of digits, as the package has it.
const FILE: &str = "judge-digits.safetensors";
const CLASSIFIER: &[u8] = include_bytes!("../../www/src/engine/judge-digits.safetensors");

/// Samples that are judged.
const SAMPLES: usize = 500;

/// How good the averaged generator is, by the way.
#[derive(Args)]
pub struct Judging {
    /// Steps or epochs between two judgements of the averaged generator in the log, each of 500
    /// samples: digits by a small classifier, other images by their pixels; 0 for none
    #[arg(long, default_value = "0", value_name = "STEPS|EPOCHS")]
    pub judge_every: Every,
}

/// Judges the training as it is.
pub async fn judge(training: &mut Training) -> Result<Quality, Failure> {
    if training.wants_classifier() {
        training.give_classifier(Arc::new(Classifier::open(FILE, CLASSIFIER)?));
    }
    Ok(training.judge(SAMPLES).await?)
}

/// What the progress line says of it.
pub fn in_short(quality: &Quality) -> String {
    let number = |name: &str, value: Option<f64>| match value {
        Some(value) => format!("{name} {value:.3}"),
        None => format!("{name} –"),
    };
    let own = match quality.judge {
        Judged::Digits => number("distance", quality.distance),
        Judged::Pixels => number("sliced", quality.sliced),
    };
    format!("{own} {}", number("spread", quality.spread))
}
