//! Which of the files in a folder or ZIP file are taken.

use super::super::Failure;
use glob::{MatchOptions, Pattern};

/// What image files are called.
const EXTENSIONS: [&str; 7] = ["jpg", "jpeg", "jfif", "png", "webp", "gif", "bmp"];

/// Which files are taken.
pub enum Chosen {
    /// Those that are called like images.
    Images,
    /// Those that match.
    Matching(Pattern),
}

impl Chosen {
    /// By a pattern, or all that are called like images.
    pub fn new(pattern: Option<&str>) -> Result<Self, Failure> {
        let Some(pattern) = pattern else {
            return Ok(Self::Images);
        };
        Pattern::new(pattern).map(Self::Matching).map_err(|error| {
            Failure::File(format!("The pattern “{pattern}” cannot be read: {error}."))
        })
    }

    /// Whether a file is taken; `path` as seen from the folder.
    pub fn takes(&self, path: &str) -> bool {
        match self {
            Self::Images => {
                let extension = path.rsplit_once('.').map(|(_, extension)| extension);
                extension.is_some_and(|extension| {
                    let extension = extension.to_ascii_lowercase();
                    EXTENSIONS.contains(&extension.as_str())
                })
            }
            Self::Matching(pattern) => pattern.matches_with(
                path,
                MatchOptions {
                    case_sensitive: false,
                    require_literal_separator: true,
                    require_literal_leading_dot: false,
                },
            ),
        }
    }

    /// Whether what is left out is left out because of its kind.
    pub fn is_by_kind(&self) -> bool {
        matches!(self, Self::Images)
    }

    /// “has no …”, to stand behind the folder's name.
    pub fn nothing(&self) -> String {
        match self {
            Self::Images => format!("has no images in it (.{})", EXTENSIONS.join(", .")),
            Self::Matching(pattern) => format!("has no file that matches “{pattern}”"),
        }
    }
}

/// What operating systems leave in folders and ZIP files.
const LEFT: [&str; 3] = ["__MACOSX", "Thumbs.db", "desktop.ini"];

/// Whether it is no file of a person's, as `.DS_Store` and what macOS adds to a ZIP.
pub fn hidden(path: &str) -> bool {
    path.split('/')
        .any(|part| part.starts_with('.') || LEFT.contains(&part))
}
