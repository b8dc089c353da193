//! Ways through the latent space.

mod neighbours;
mod walk;

pub use neighbours::neighbours;
pub use walk::Walk;
