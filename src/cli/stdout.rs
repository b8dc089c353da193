//! Results on standard output.

use super::Failure;
use ganvas::printable::escaped;
use serde::Serialize;
use std::io::{ErrorKind, Write};

/// Prints `text`. That the reader had enough, as `head` has, is no failure.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::File(format!(
            "Standard output could not be written: {error}."
        ))),
        _ => Ok(()),
    }
}

/// Prints `report` as JSON; `what` it is, errors say.
pub fn print_json(what: &str, report: &impl Serialize) -> Result<(), Failure> {
    let json = serde_json::to_string_pretty(report);
    let json =
        json.map_err(|error| Failure::File(format!("{what} cannot be written: {error}.")))?;
    print(&(escaped(&json) + "\n"))
}
