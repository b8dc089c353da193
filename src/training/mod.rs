//! Training: objectives, optimisers and the session that the caller pulls.

mod batch;
mod metrics;
mod objective;
mod optimiser;
mod session;

pub use metrics::StepReport;
pub use objective::Objective;
pub use optimiser::OptimiserSpec;
pub use session::Training;
