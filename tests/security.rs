//! What SECURITY.md promises in numbers is what the code has.

use ganvas::data::{idx, images};
use ganvas::{import, latent, weights};

const PROMISES: &str = include_str!("../SECURITY.md");

/// The row of the table that begins so.
fn row(what: &str) -> &'static str {
    let mut rows = PROMISES.lines();
    let row = rows.find(|line| line.starts_with(&format!("| {what}")));
    row.unwrap_or_else(|| panic!("SECURITY.md has no row “{what}”"))
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups = groups.map(|group| String::from_utf8_lossy(group).into_owned());
    groups.collect::<Vec<_>>().join(",")
}

#[test]
fn bounds_are_those_of_the_code() {
    for (what, bound) in [
        ("a generator's file", weights::LARGEST_GENERATOR as u64),
        ("a checkpoint", ganvas::training::LARGEST_CHECKPOINT as u64),
        ("another program's file", import::LARGEST_IMPORT as u64),
        ("an image to train on, as it is", images::SOURCE_PIXEL_LIMIT),
        (
            "an image to train on, as it is",
            images::SOURCE_SIDE_LIMIT.into(),
        ),
        ("an image as it is trained on", idx::SIDE_LIMIT as u64),
        ("a set of images", images::LIMIT as u64),
        ("a set of images", images::MOST_IMAGES as u64),
        ("an IDX file", idx::LIMIT as u64),
        ("images or latents of one call", latent::MOST_IMAGES as u64),
    ] {
        let (row, bound) = (row(what), grouped(bound));
        assert!(row.contains(&bound), "{bound} is not in: {row}");
    }
}
