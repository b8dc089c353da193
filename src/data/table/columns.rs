//! What each column is for: told by its name if the first line has names, else by how many there are.

use crate::data::ImageShape;
use crate::data::idx::SIDE_LIMIT;
use crate::sentence::{Sentence, sentence};

/// What a column is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Use {
    Pixel,
    Label,
    /// The number of a row.
    Nothing,
}

/// The columns of a table.
#[derive(Debug, PartialEq)]
pub(super) struct Columns {
    pub separator: u8,
    pub uses: Vec<Use>,
    pub shape: ImageShape,
    /// Whether the first line names them and is no image.
    pub is_heading: bool,
}

/// Columns of labels, and of numbers of rows, by name.
const LABELS: [&str; 8] = [
    "label",
    "labels",
    "class",
    "target",
    "y",
    "digit",
    "character",
    "emotion",
];
const ROWS: [&str; 5] = ["", "id", "index", "image_id", "unnamed: 0"];

impl Columns {
    /// What the first line says; an error completes “cannot be trained on: …”.
    pub fn of(first: &str) -> Result<Self, Sentence> {
        let count = |separator: char| first.matches(separator).count();
        let separator = [',', ';', '\t', ' ']
            .into_iter()
            .max_by_key(|each| (count(*each), *each == ','));
        let separator = separator.filter(|each| count(*each) > 0).ok_or_else(|| {
            sentence!("expected a row of numbers, as label,pixel0,pixel1,…, found one column")
        })?;
        let cell = |text: &str| text.trim().trim_matches('"').trim().to_ascii_lowercase();
        let cells: Vec<String> = first.split(separator).map(cell).collect();
        let is_heading = cells.iter().any(|cell| cell.parse::<f64>().is_err());
        let uses = if is_heading {
            named(&cells)
        } else {
            counted(cells.len())
        };
        let pixels = uses.iter().filter(|each| **each == Use::Pixel).count();
        let shape = shape_of(pixels).ok_or_else(|| {
            sentence!(
                "it has {pixels} columns of pixels; expected the pixels of square images, as 784 of \
                 28×28, or 2352 of 28×28 in colour",
                pixels
            )
        })?;
        Ok(Self {
            separator: separator as u8, // one of the four above
            uses,
            shape,
            is_heading,
        })
    }

    pub fn has_labels(&self) -> bool {
        self.uses.contains(&Use::Label)
    }

    /// Colours stand pixel by pixel in tables.
    pub fn channel_first(&self, images: Vec<u8>) -> Vec<u8> {
        let channels = self.shape.channels;
        if channels == 1 {
            return images;
        }
        let mut planes = Vec::with_capacity(images.len());
        for image in images.chunks_exact(self.shape.bytes()) {
            for channel in 0..channels {
                planes.extend(image.iter().skip(channel).step_by(channels));
            }
        }
        planes
    }
}

fn named(cells: &[String]) -> Vec<Use> {
    let mut uses: Vec<Use> = cells
        .iter()
        .map(|cell| match cell.as_str() {
            name if ROWS.contains(&name) => Use::Nothing,
            name if LABELS.contains(&name) => Use::Label,
            _ => Use::Pixel,
        })
        .collect();
    // One label an image; others with such names are pixels or something else.
    let mut labels = 0;
    for each in uses.iter_mut().filter(|each| **each == Use::Label) {
        labels += 1;
        if labels > 1 {
            *each = Use::Nothing;
        }
    }
    // A first column that is called otherwise than any of these, and is one too many.
    let pixels = uses.iter().filter(|each| **each == Use::Pixel).count();
    if labels == 0 && uses[0] == Use::Pixel && is_one_too_many(pixels) {
        uses[0] = Use::Label;
    }
    uses
}

/// A label comes first where there are no names.
fn counted(columns: usize) -> Vec<Use> {
    let mut uses = vec![Use::Pixel; columns];
    if is_one_too_many(columns) {
        uses[0] = Use::Label;
    }
    uses
}

/// Whether so many columns are the pixels of an image and one more.
fn is_one_too_many(columns: usize) -> bool {
    shape_of(columns).is_none() && columns > 0 && shape_of(columns - 1).is_some()
}

/// Square images, grey or in colour.
fn shape_of(pixels: usize) -> Option<ImageShape> {
    [1, 3, 4].into_iter().find_map(|channels| {
        let side = (pixels / channels).isqrt();
        let is_square = side * side * channels == pixels;
        (is_square && (2..=SIDE_LIMIT).contains(&side)).then_some(ImageShape {
            channels,
            height: side,
            width: side,
        })
    })
}
