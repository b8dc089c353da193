//! What a person is told, on standard error.

use std::io::Write;

/// Tells it. That nobody listens any more, as after the terminal was closed, is no failure: `eprintln`
/// would panic, and what is to be saved would not be.
pub fn tell(sentence: &str) {
    writeln!(std::io::stderr(), "{sentence}").ok();
}
