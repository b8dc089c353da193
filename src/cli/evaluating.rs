//! Evaluations of a training while it runs, as flags.

use super::Failure;
use super::every::Every;
use super::play::count;
use clap::Args;
use ganvas::data::DataSet;
use ganvas::training::{Evaluation, Examples, Training};
use serde::Serialize;

/// Losses on examples that stay apart from the training's own.
#[derive(Args)]
pub struct Evaluating {
    /// Steps or epochs between two evaluations in the log: the losses on the sample grid's latents
    /// and as many first images, without learning from them; 0 for none [default: 0, or 1epoch
    /// with --held-out]
    #[arg(long, value_name = "STEPS|EPOCHS")]
    evaluate_every: Option<Every>,
    /// Evaluate on so many images, too, that are never learnt from: MNIST's test images, else taken
    /// out of the set
    #[arg(long, value_name = "IMAGES", value_parser = count)]
    pub held_out: Option<usize>,
}

impl Evaluating {
    pub fn every(&self) -> Every {
        match (self.evaluate_every, self.held_out) {
            (Some(every), _) => every,
            (None, Some(_)) => Every::Epochs(1.0),
            (None, None) => Every::Steps(0),
        }
    }
}

/// What the log tells of an evaluation.
#[derive(Serialize)]
pub struct Evaluated {
    pub step: u64,
    pub epoch: f64,
    pub evaluation: Evaluations,
}

/// An evaluation on each kind of examples.
#[derive(Serialize)]
pub struct Evaluations {
    pub fixed: Evaluation,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_out: Option<Evaluation>,
}

/// Evaluates the networks as they are.
pub async fn evaluate(
    training: &Training,
    held_out: Option<&DataSet>,
) -> Result<Evaluated, Failure> {
    let fixed = training.evaluate(Examples::Fixed).await?;
    let held_out = match held_out {
        Some(data) => Some(training.evaluate(Examples::HeldOut(data)).await?),
        None => None,
    };
    Ok(Evaluated {
        step: training.step(),
        epoch: training.epoch(),
        evaluation: Evaluations { fixed, held_out },
    })
}
