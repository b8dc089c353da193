//! What was taken and what was not, on standard error.

use crate::cli::stderr;
use ganvas::data::DataSet;
use ganvas::data::images::kinds::listed;
use ganvas::data::images::{ImageReport, OtherKind};

/// How many times larger than it is taken an image may be, along a side, without a word.
const SHRUNK: u32 = 4;

pub fn tell(set: &DataSet, report: &ImageReport) {
    let (name, kept) = (&report.name, report.kept);
    let shape = set.shape();
    let (width, height, channels) = (shape.width, shape.height, shape.channels);
    let labels = match report.classes.len() {
        0 => String::new(),
        count => format!(", {count} classes by folder: {}", set.classes_in_words()),
    };
    stderr::tell(&format!(
        "{name}: {kept} images, taken as {width}×{height}×{channels}{labels}."
    ));
    if let Some(why) = &report.unlabelled {
        stderr::tell(&format!("No labels: {why}."));
    }
    tell_losses(report, [width as u32, height as u32], channels);
    if !report.other_kinds.is_empty() {
        stderr::tell(&format!("Left out {}.", left_out(&report.other_kinds)));
    }
    if report.skipped > 0 {
        stderr::tell(&format!("Skipped {} that cannot be used:", report.skipped));
        for file in &report.first_skipped {
            stderr::tell(&format!("  {file}"));
        }
        match report.skipped - report.first_skipped.len() {
            0 => {}
            more => stderr::tell(&format!("  and {more} more")),
        }
    }
}

/// What is lost of the images, where it is much.
fn tell_losses(report: &ImageReport, taken: [u32; 2], channels: usize) {
    let (kept, coloured) = (report.kept, report.coloured);
    if channels == 1 && coloured > 0 {
        stderr::tell(&format!(
            "Colours are lost: of {kept} images {coloured} in colour are taken as grey, as the recipe \
             or --channels asks."
        ));
    } else if channels > 1 && coloured > 0 && coloured < kept {
        stderr::tell(&format!(
            "Taken in colour: of {kept} images {coloured} in colour, the others grey."
        ));
    }
    let [width, height] = report.largest;
    if width >= SHRUNK * taken[0] && height >= SHRUNK * taken[1] {
        stderr::tell(&format!(
            "They are made much smaller: the largest measures {width}×{height} pixels; a recipe for \
             larger images keeps more of them."
        ));
    }
}

/// “40 files of kinds that are not read (.tif 30, .heic 10)”.
fn left_out(kinds: &[OtherKind]) -> String {
    let all: usize = kinds.iter().map(|kind| kind.files).sum();
    let files = if all == 1 {
        "1 file of a kind that is"
    } else {
        &format!("{all} files of kinds that are")
    };
    format!("{files} not read ({})", listed(kinds))
}
