//! Training: objectives, optimisers and the session that the caller pulls.

mod accuracy;
mod augment;
mod batch;
mod checkpoint;
mod draws;
mod epochs;
mod evaluation;
mod fixed;
mod histogram;
mod inspect;
mod judge_state;
mod judging;
mod losses;
mod maps;
mod metrics;
mod nearest;
mod networks;
mod objective;
mod optimiser;
mod penalty;
mod saliency;
mod samples;
mod session;
mod shown;
mod sizes;
mod state;
mod step;
mod turn;
mod verdicts;

pub use crate::recipe::{
    Algorithm, GradientClip, Objective, OptimiserSpec, RealPenalty, Smoothing,
};
pub use accuracy::Accuracy;
pub use checkpoint::{
    Checkpoint, CheckpointHeader, LARGEST_CHECKPOINT, checkpoint_file, generator_file,
    open_checkpoint,
};
pub use evaluation::{Evaluation, Examples};
pub use histogram::{Histogram, Histograms};
pub use maps::MapLayer;
pub use metrics::StepReport;
pub use nearest::{NearestImages, RealDistances};
pub use saliency::Saliency;
pub use samples::Drawing;
pub use session::Training;
pub use shown::Pick;
pub use sizes::{TensorSize, TensorSizes};
pub use state::Counters;
pub use turn::Turn;
pub use verdicts::Verdicts;
