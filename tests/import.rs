//! Generators of other programs: what they draw there, they draw here.

#[path = "import/branches.rs"]
mod branches;
#[path = "import/cases.rs"]
mod cases;
#[path = "import/descriptions.rs"]
pub mod descriptions;
#[path = "import/fixtures.rs"]
mod fixtures;
#[path = "import/graph.rs"]
pub mod graph;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/operators.rs"]
mod operators;
#[path = "import/read.rs"]
mod read;
#[path = "import/shared.rs"]
mod shared;
#[path = "import/together.rs"]
mod together;
