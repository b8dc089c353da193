//! Files that are broken, mistaken or malicious: each must end in a sentence, quickly.

use super::LIMIT;
use crate::data::DataSet;
use flate2::{Compression, write::GzEncoder};
use std::io::Write;

fn file(kind: u8, sizes: &[u32], elements: &[u8]) -> Vec<u8> {
    let mut file = vec![0, 0, kind, sizes.len() as u8];
    file.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
    file.extend(elements);
    file
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn two_images() -> Vec<u8> {
    file(8, &[2, 2, 2], b"abcdefgh")
}

/// Checks that these images are refused with one sentence that holds every part.
#[track_caller]
fn refused(images: &[u8], labels: Option<&[u8]>, parts: &[&str]) {
    let error = DataSet::idx("cats", images, labels).unwrap_err();
    assert_eq!(error.name(), "DataError");
    let text = error.to_string();
    assert!(text.contains("“cats”") && text.ends_with('.'), "{text}");
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in: {text}");
    }
}

#[test]
fn good_files_are_read_plain_and_compressed() {
    let (images, labels) = (two_images(), file(8, &[2], &[1, 0]));
    let (first, second) = images.split_at(7);
    let members = [gzip(first), gzip(b""), gzip(second)].concat();
    for images in [images.clone(), gzip(&images), members] {
        let set = DataSet::idx("cats", &images, Some(&gzip(&labels))).unwrap();
        let mut out = [0; 4];
        assert_eq!((set.image(1, &mut out), &out), (Some(0), b"efgh"));
    }
    let colour = file(8, &[1, 3, 1, 2], b"rrggbb");
    let shape = DataSet::idx("cats", &colour, None).unwrap().shape();
    assert_eq!((shape.channels, shape.height, shape.width), (3, 1, 2));
}

#[test]
fn what_is_not_idx_is_named() {
    refused(b"", None, &["images", "empty file"]);
    refused(b"<!doctype html>", None, &["not an IDX", "a web page"]);
    refused(b"\x89PNG\r\n\x1a\n", None, &["a PNG image"]);
    refused(b"version https://git-lfs", None, &["a Git LFS pointer"]);
    refused(b"PK\x03\x04....", None, &["a ZIP archive"]);
    refused(b"hello, world", None, &["found text"]);
    refused(&[0, 0], None, &["not an IDX", "found 00 00"]);
    refused(&[0, 0, 8, 0], None, &["not an IDX"]);
    refused(&gzip(b"<html>"), None, &["a web page"]);
    refused(&gzip(b""), None, &["found nothing at all"]);
    refused(&two_images(), Some(b"<html>"), &["labels", "a web page"]);
}

#[test]
fn other_types_and_sizes_are_refused() {
    refused(
        &file(13, &[2, 2, 2], &[0; 32]),
        None,
        &["0x0D", "32-bit floats"],
    );
    refused(
        &file(8, &[2, 2], b"abcd"),
        None,
        &["2 dimensions", "expected 3"],
    );
    refused(&file(8, &[1; 255], b"a"), None, &["255 dimensions"]);
    refused(
        &file(8, &[1, 2, 2, 3], &[0; 12]),
        None,
        &["2 channels", "1, 3 or 4"],
    );
    refused(&file(8, &[0, 2, 2], b""), None, &["empty", "0 × 2 × 2"]);
    refused(&file(8, &[2, 2, 0], b""), None, &["empty", "2 × 2 × 0"]);
    refused(
        &file(8, &[1, 1025, 1], &[0; 1025]),
        None,
        &["1 × 1025", "1024"],
    );
    refused(
        &two_images()[..9],
        None,
        &["header", "expected 3 sizes, found 1"],
    );
}

#[test]
fn swapped_and_mismatched_files_are_told() {
    let (images, labels) = (two_images(), file(8, &[2], &[1, 0]));
    refused(&labels, Some(&images), &["images", "swapped"]);
    refused(&images, Some(&images), &["labels", "swapped"]);
    refused(
        &images,
        Some(&file(8, &[3], &[0; 3])),
        &["3 labels for 2 images"],
    );
    refused(
        &images,
        Some(&file(8, &[2, 1], &[0; 2])),
        &["labels", "2 dimensions"],
    );
    refused(
        &images,
        Some(&labels[..9]),
        &["labels", "2 = 2 bytes, found 1"],
    );
}

#[test]
fn a_header_must_match_the_bytes() {
    let images = two_images();
    let longer = [&images[..], b"!"].concat();
    for (short, long) in [
        (images[..19].to_vec(), longer.clone()),
        (gzip(&images[..19]), gzip(&longer)),
    ] {
        refused(&short, None, &["break off", "= 8 bytes, found 3"]);
        refused(&long, None, &["go on", "= 8 bytes, found more"]);
    }
}

#[test]
fn sizes_beyond_the_limits_are_refused_before_any_allocation() {
    refused(
        &file(8, &[u32::MAX, 1024, 1024], b""),
        None,
        &["too large", "256 MiB"],
    );
    refused(
        &file(8, &[u32::MAX, 4, 1024, 1024], b""),
        None,
        &["too large"],
    );
    refused(&file(8, &[257, 1024, 1024], b""), None, &["too large"]);
    let within = file(8, &[256, 1024, 1024], b"a");
    refused(&within, None, &["break off", "found 1."]);
    refused(&gzip(&within), None, &["break off", "found 1."]);
}

#[test]
fn broken_gzip_is_told() {
    let whole = gzip(&two_images());
    for end in [2, 9, 15, whole.len() - 1] {
        refused(&whole[..end], None, &["gzip", "breaks off"]);
    }
    let mut sum = whole.clone();
    let place = sum.len() - 8;
    sum[place] ^= 1;
    refused(&sum, None, &["damaged gzip"]);
    let mut body = whole.clone();
    body[10] = 0xFF;
    refused(&body, None, &["damaged gzip"]);
    refused(
        &[&whole[..], b"rubbish after it"].concat(),
        None,
        &["damaged gzip"],
    );
}

#[test]
fn a_gzip_bomb_is_read_no_further_than_its_header_says() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(&file(8, &[1, 2, 2], b"abcd")).unwrap();
    let zeros = vec![0; 1 << 20];
    for _ in 0..=LIMIT >> 20 {
        encoder.write_all(&zeros).unwrap();
    }
    let bomb = encoder.finish().unwrap();
    refused(&bomb, None, &["go on", "= 4 bytes, found more"]);
}

#[test]
fn no_damage_to_a_file_makes_it_panic() {
    let (images, compressed) = (two_images(), gzip(&two_images()));
    for file in [images, compressed] {
        for place in 0..file.len() {
            for bit in 0..8 {
                let mut damaged = file.clone();
                damaged[place] ^= 1 << bit;
                let _ = DataSet::idx("cats", &damaged, Some(&damaged));
                let _ = DataSet::idx("cats", &damaged[..place], None);
            }
        }
    }
}
