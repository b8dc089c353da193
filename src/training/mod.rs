//! Training: objectives, optimisers and the session that the caller pulls.

mod batch;
mod draws;
mod histogram;
mod inspect;
mod metrics;
mod networks;
mod objective;
mod optimiser;
mod penalty;
mod session;
mod state;

pub use crate::recipe::{
    Algorithm, GradientClip, Objective, OptimiserSpec, RealPenalty, Smoothing,
};
pub use histogram::{Histogram, Histograms};
pub use metrics::StepReport;
pub use session::Training;
pub use state::Counters;
pub(crate) use state::state_layout;
