//! The files that a person gives to import.

/// A file to import.
#[derive(Debug, Clone, Copy)]
pub struct Given<'a> {
    /// Its name: for errors, and because other files refer to it by name.
    pub name: &'a str,
    /// Its content.
    pub bytes: &'a [u8],
}
