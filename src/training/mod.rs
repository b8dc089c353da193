//! Training: objectives, optimisers and the session that the caller pulls.

mod accuracy;
mod batch;
mod draws;
mod epochs;
mod evaluation;
mod fixed;
mod histogram;
mod inspect;
mod metrics;
mod networks;
mod objective;
mod optimiser;
mod penalty;
mod samples;
mod session;
mod state;

pub use crate::recipe::{
    Algorithm, GradientClip, Objective, OptimiserSpec, RealPenalty, Smoothing,
};
pub use accuracy::Accuracy;
pub use evaluation::{Evaluation, Examples};
pub use histogram::{Histogram, Histograms};
pub use metrics::StepReport;
pub use samples::Drawing;
pub use session::Training;
pub use state::Counters;
pub(crate) use state::state_layout;
