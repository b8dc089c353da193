//! Generators of other programs: what they draw there, they draw here.

#[path = "import/fixtures.rs"]
mod fixtures;
#[path = "import/hostile.rs"]
mod hostile;
#[path = "import/read.rs"]
mod read;
#[path = "import/shared.rs"]
mod shared;
