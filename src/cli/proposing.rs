//! The readings that `ganvas import` proposes of a bare state dict: a picture of all, and a list.

use super::rgba::rgba;
use super::{Failure, files};
use ganvas::grid::Grid;
use ganvas::import::{Given, Proposal, Statement, proposals};
use ganvas::printable::{printable, sentence};
use image::{Rgba, RgbaImage, imageops};
use std::path::Path;

/// Pixels to the left of the images, for a row's number, and between rows.
const MARGIN: u32 = 24;
const GAP: u32 = 4;
/// Pixels across and down that a dot of a digit is drawn with.
const DOT: u32 = 3;
const PAPER: Rgba<u8> = Rgba([255, 255, 255, 255]);
const INK: Rgba<u8> = Rgba([0, 0, 0, 255]);

/// The digits 1 to 8, three dots across and five down, row by row from the highest bit.
const DIGITS: [u16; 8] = [
    0b010_110_010_010_111,
    0b111_001_111_100_111,
    0b111_001_111_001_111,
    0b101_101_111_001_001,
    0b111_100_111_001_111,
    0b111_100_111_101_111,
    0b111_001_001_001_001,
    0b111_101_111_101_111,
];

/// Proposes readings, at least one.
pub fn proposed(
    files: &[Given<'_>],
    key: Option<&str>,
    stated: &Statement,
) -> Result<Vec<Proposal>, Failure> {
    let all = proposals(files, key, stated)?;
    match all.is_empty() {
        true => Err(Failure::File(
            "No reading of this file gives images that are finite: state its layers with \
             --print-spec and --spec."
                .to_owned(),
        )),
        false => Ok(all),
    }
}

/// The reading with this number, counted from 1.
pub fn chosen(
    files: &[Given<'_>],
    key: Option<&str>,
    stated: &Statement,
    number: u64,
) -> Result<Proposal, Failure> {
    let mut all = proposed(files, key, stated)?;
    let count = all.len();
    let index = usize::try_from(number).map_or(count, |number| number.saturating_sub(1));
    if index < count {
        return Ok(all.swap_remove(index));
    }
    Err(Failure::File(format!(
        "There is no proposal {number}: this file has {count}, which --proposals lists."
    )))
}

/// Writes the sheet: a row for each reading, with its number.
pub fn write_sheet(path: &Path, all: &[Proposal]) -> Result<(), Failure> {
    let rows: Vec<RgbaImage> = all.iter().map(row).collect();
    let width = rows.iter().map(RgbaImage::width).max().unwrap_or(0);
    let tall = |row: &RgbaImage| row.height().max(5 * DOT) + GAP;
    let height = GAP + rows.iter().map(tall).sum::<u32>();
    let mut sheet = RgbaImage::from_pixel(MARGIN + width + GAP, height, PAPER);
    let mut top = GAP;
    for (row, digit) in rows.iter().zip(DIGITS) {
        draw(&mut sheet, top, digit);
        imageops::overlay(&mut sheet, row, MARGIN.into(), top.into());
        top += tall(row);
    }
    let written = sheet.save_with_format(path, image::ImageFormat::Png);
    written.map_err(|error| files::unwritable(path, &error))
}

/// The images of a reading, side by side.
fn row(proposal: &Proposal) -> RgbaImage {
    let image = proposal.image;
    let count = proposal.images.len() / image.shape().bytes();
    let grid = Grid::values_in_columns(image, &proposal.images, count);
    rgba(grid)
}

fn draw(sheet: &mut RgbaImage, top: u32, digit: u16) {
    for dot in (0..15).filter(|dot| digit >> (14 - dot) & 1 == 1) {
        let [left, down] = [dot % 3 * DOT + GAP, dot / 3 * DOT + top];
        for pixel in 0..DOT * DOT {
            sheet.put_pixel(left + pixel % DOT, down + pixel / DOT, INK);
        }
    }
}

/// The readings as a numbered list, and how one is taken; `command` is the import so far.
pub fn list(all: &[Proposal], command: &str) -> String {
    let mut text = "Readings of this file, the most image-like first:\n".to_owned();
    for (index, proposal) in all.iter().enumerate() {
        let what = sentence(&proposal.assumed.to_string());
        text += &format!("  {}  {what} (score {:.2})\n", index + 1, proposal.score);
        if let Some(why) = &proposal.suspicion {
            text += &format!("     Beware: {why}.\n");
        }
    }
    if all.iter().all(|proposal| proposal.suspicion.is_some()) {
        text += "None of them looks like a trained generator's images: the layers are others, or it \
                 was not trained.\n";
    }
    text += &format!(
        "Take the one that looks right:\n  {} --proposal 1 --out MODEL.safetensors\n",
        printable(command)
    );
    text
}
