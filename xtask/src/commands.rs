//! Running other programs.

use crate::Result;
use std::process::Command;

/// Runs a command whose output goes to the terminal; a failure is `problem`.
pub fn run(command: &mut Command, problem: &str) -> Result<()> {
    let program = command.get_program().to_string_lossy().into_owned();
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{problem} ({program}: {status}).")),
        Err(error) => Err(format!("{problem}: {program} did not start ({error}).")),
    }
}

/// The output of a command on one line; none if it failed.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}
