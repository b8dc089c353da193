//! Images and archives of them, under inputs that nobody would write: see `tests/fuzz`.

use super::super::hostile::written;
use super::decode::Looked;
use super::files::{Content, Files as Found};
use super::gate::Gate;
use crate::fuzz::{Files, Target, tests};
use ganvas::data::images::{Allowance, Crop, ImageOptions};
use image::{DynamicImage, ImageFormat};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const OPTIONS: ImageOptions = ImageOptions {
    crop: Crop::Fill,
    height: 8,
    width: 8,
    channels: None,
    labelled: false,
};

/// Files of an archive that are looked at.
const LOOKED_AT: usize = 50;

static TARGETS: &[Target] = &[
    Target {
        name: "images",
        seeds: || {
            let pictures = pictures().into_iter();
            pictures.map(|picture| vec![picture]).collect()
        },
        parse: |files| decoded(files[0].1.clone()).map_err(sentence),
        // The largest image that is taken, at 16 bits a channel, and its 8 bits.
        most_bytes: 1 << 30,
    },
    Target {
        name: "archive",
        seeds: archives,
        parse: |files| {
            let path = written("zip", &files[0].1);
            let mut found = Found::open(&path, None, None).map_err(|why| why.to_string())?;
            let mut result = Err("None of its images can be used.".to_owned());
            let mut allowance = Allowance::new(found.size());
            for place in 0..found.len().min(LOOKED_AT) {
                let bytes = found.content(place, &mut allowance).and_then(Content::read);
                match bytes.and_then(decoded) {
                    Ok(()) => result = Ok(()),
                    // Reasons go into a report, which makes them printable.
                    Err(why) => drop(sentence(why)),
                }
            }
            result
        },
        most_bytes: 1 << 30,
    },
];

fn decoded(bytes: Vec<u8>) -> Result<(), String> {
    let image = Looked::at(bytes, &OPTIONS)?.decode(&OPTIONS, &Gate::new(1 << 30));
    image.map(drop)
}

/// A reason, as a report tells it.
fn sentence(why: String) -> String {
    format!("{}.", ganvas::printable::printable(&why))
}

fn pictures() -> Vec<(String, Vec<u8>)> {
    let image = image::RgbImage::from_fn(12, 9, |x, y| {
        image::Rgb([x as u8 * 20, y as u8 * 25, (x ^ y) as u8 * 15])
    });
    let colour = DynamicImage::from(image);
    let kinds = [
        (ImageFormat::Png, colour.clone()),
        (ImageFormat::Png, colour.to_luma16().into()),
        (ImageFormat::Png, colour.to_rgba8().into()),
        (ImageFormat::Jpeg, colour.clone()),
        (ImageFormat::Gif, colour.to_rgba8().into()),
        (ImageFormat::Bmp, colour.clone()),
        (ImageFormat::WebP, colour.to_rgba8().into()),
    ];
    kinds
        .into_iter()
        .map(|(format, image)| {
            let mut file = Cursor::new(Vec::new());
            image.write_to(&mut file, format).expect("memory");
            let ending = format.extensions_str()[0];
            (format!("picture.{ending}"), file.into_inner())
        })
        .collect()
}

fn archives() -> Vec<Files> {
    [true, false]
        .map(|is_packed| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            let options = SimpleFileOptions::default().compression_method(if is_packed {
                zip::CompressionMethod::Deflated
            } else {
                zip::CompressionMethod::Stored
            });
            for (place, (name, bytes)) in pictures().into_iter().enumerate() {
                zip.start_file(format!("set/{place}/{name}"), options)
                    .expect("memory");
                zip.write_all(&bytes).expect("memory");
            }
            let file = zip.finish().expect("memory").into_inner();
            vec![("images.zip".to_owned(), file)]
        })
        .into()
}

tests!(TARGETS, images, archive);
