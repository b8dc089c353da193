use super::*;
use ganvas::data::images::{Crop, ImageSetBuilder};
use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage, Rgba, RgbaImage};

const OPTIONS: ImageOptions = ImageOptions {
    crop: Crop::None,
    height: 2,
    width: 3,
    channels: Some(3),
    labelled: false,
};

fn image(bytes: &[u8], options: &ImageOptions) -> Result<Resized, String> {
    Looked::at(bytes.to_vec(), options)?.decode(options, &Gate::new(1 << 20))
}

/// Six colours, three across and two down, each a block of 16 pixels: JPEG keeps them.
const COLOURS: [[u8; 3]; 6] = [
    [250, 10, 10],
    [10, 250, 10],
    [10, 10, 250],
    [250, 250, 10],
    [10, 10, 10],
    [250, 250, 250],
];

fn picture() -> RgbImage {
    RgbImage::from_fn(48, 32, |x, y| Rgb(COLOURS[(y / 16 * 3 + x / 16) as usize]))
}

fn file(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The colours found, one for each block.
fn colours(bytes: &[u8], options: ImageOptions) -> Vec<[u8; 3]> {
    let mut builder = ImageSetBuilder::new("test", options).unwrap();
    builder
        .add_resized("file", &image(bytes, &options).unwrap())
        .unwrap();
    let (set, _) = builder.finish().unwrap();
    let size = options.height * options.width;
    let mut planes = vec![0; 3 * size];
    set.image(0, &mut planes);
    (0..size)
        .map(|at| [planes[at], planes[size + at], planes[2 * size + at]])
        .collect()
}

/// JPEG is lossy, and resizing blends neighbours: near is enough to tell the colours apart.
fn assert_near(found: &[[u8; 3]], expected: &[[u8; 3]]) {
    assert_eq!(found.len(), expected.len());
    for (one, other) in found.iter().flatten().zip(expected.iter().flatten()) {
        assert!(one.abs_diff(*other) < 80, "{found:?} is not {expected:?}");
    }
}

#[test]
fn every_format_is_decoded() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
    ] {
        assert_near(&colours(&file(format), OPTIONS), &COLOURS);
    }
}

/// A JPEG with an EXIF segment that says how the picture lies.
fn turned(orientation: u16) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend(orientation.to_be_bytes());
    exif.extend([0; 6]);
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 95)
        .encode_image(&picture())
        .unwrap();
    let segment = [
        &[0xFF, 0xE1][..],
        &(exif.len() as u16 + 2).to_be_bytes(),
        &exif,
    ]
    .concat();
    jpeg.splice(2..2, segment);
    jpeg
}

#[test]
fn exif_turns_the_picture() {
    let [a, b, c, d, e, f] = COLOURS;
    for (orientation, tall, expected) in [
        (1, false, [a, b, c, d, e, f]),
        (2, false, [c, b, a, f, e, d]),
        (3, false, [f, e, d, c, b, a]),
        (4, false, [d, e, f, a, b, c]),
        (5, true, [a, d, b, e, c, f]),
        (6, true, [d, a, e, b, f, c]),
        (7, true, [f, c, e, b, d, a]),
        (8, true, [c, f, b, e, a, d]),
    ] {
        let (height, width) = if tall { (3, 2) } else { (2, 3) };
        let options = ImageOptions {
            height,
            width,
            ..OPTIONS
        };
        assert_near(&colours(&turned(orientation), options), &expected);
    }
}

#[test]
fn a_crop_is_measured_after_turning() {
    let options = ImageOptions {
        crop: Crop::Centre {
            height: 48,
            width: 32,
        },
        ..OPTIONS
    };
    assert!(image(&turned(6), &options).is_ok());
    let why = image(&turned(1), &options).unwrap_err();
    assert!(why.contains("48×32 pixels, less than the 32×48"), "{why}");
}

/// The first picture of an animation.
#[test]
fn the_first_picture_of_a_gif_is_taken() {
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for colour in [[250, 10, 10, 255], [10, 10, 250, 255]] {
        let frame = RgbaImage::from_pixel(6, 4, Rgba(colour));
        encoder.encode_frame(image::Frame::new(frame)).unwrap();
    }
    drop(encoder);
    assert_near(&colours(&bytes, OPTIONS), &[[250, 10, 10]; 6]);
}

#[test]
fn grey_and_deep_and_transparent_images_are_decoded() {
    let save = |picture: DynamicImage| {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    };
    let grey = image::GrayImage::from_pixel(5, 5, image::Luma([77]));
    assert_eq!(colours(&save(grey.into()), OPTIONS), [[77; 3]; 6]);
    let deep = image::ImageBuffer::from_pixel(5, 5, Rgb([0x7777_u16, 0, 0xFFFF]));
    assert_eq!(colours(&save(deep.into()), OPTIONS), [[0x77, 0, 255]; 6]);
    let glass = RgbaImage::from_pixel(5, 5, Rgba([0, 100, 0, 51]));
    assert_eq!(colours(&save(glass.into()), OPTIONS), [[204, 224, 204]; 6]);
}

#[test]
fn broken_files_are_refused_with_the_reason() {
    let cut = |format| {
        let mut bytes = file(format);
        bytes.truncate(bytes.len() * 2 / 3);
        bytes
    };
    // The header of a PNG of 60000×60000 pixels, with its right sum.
    let mut vast = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    vast.extend([0, 0, 0xEA, 0x60, 0, 0, 0xEA, 0x60, 8, 6, 0, 0, 0]);
    vast.extend([0x80, 0xD2, 0x75, 0x42]);
    vast.extend(b"\0\0\0\x10IDAT");
    for (bytes, wanted) in [
        (Vec::new(), "it is empty"),
        (
            b"Dear diary".to_vec(),
            "it is no JPEG, PNG, WebP, GIF or BMP",
        ),
        (b"II*\0\x08\0\0\0".to_vec(), "it is no JPEG"),
        (vec![0xFF, 0xD8, 0xFF], "breaks off"),
        (cut(ImageFormat::Jpeg), "breaks off"),
        (cut(ImageFormat::Png), "it is broken"),
        (cut(ImageFormat::Bmp), "it is broken"),
        (cut(ImageFormat::WebP), "it is broken"),
        (cut(ImageFormat::Gif), "it is broken"),
        (vast, "60000×60000"),
    ] {
        let why = image(&bytes, &OPTIONS).unwrap_err();
        assert!(why.contains(wanted), "{why}, not {wanted}");
    }
}

#[test]
fn any_prefix_and_any_flipped_byte_is_decoded_or_refused() {
    for format in [
        ImageFormat::Png,
        ImageFormat::Jpeg,
        ImageFormat::Gif,
        ImageFormat::WebP,
        ImageFormat::Bmp,
    ] {
        let whole = file(format);
        for end in (0..whole.len()).step_by(whole.len() / 40 + 1) {
            image(&whole[..end], &OPTIONS).ok();
            let mut flipped = whole.clone();
            flipped[end] ^= 0xFF;
            image(&flipped, &OPTIONS).ok();
        }
    }
}
