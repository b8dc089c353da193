//! What a person is told, on standard error.

use ganvas::printable::sentence;
use std::io::Write;

/// Tells it, without anything that a terminal obeys. That nobody listens any more, as after the terminal
/// was closed, is no failure: `eprintln` would panic, and what is to be saved would not be.
pub fn tell(what: &str) {
    writeln!(std::io::stderr(), "{}", sentence(what)).ok();
}
