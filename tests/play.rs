//! `ganvas sample`, `interpolate`, `sweep`, `arithmetic` and `convert`, run as a person runs them.

use super::program::{ganvas, said};
use ganvas::latent::{LatentText, sample};
use ganvas::weights::open_generator;
use image::AnimationDecoder;
use image::codecs::gif::GifDecoder;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

pub fn good(arguments: &[&str]) -> String {
    let run = ganvas(arguments);
    assert!(run.status.success(), "{arguments:?}: {}", said(&run));
    String::from_utf8(run.stdout).unwrap()
}

pub fn refused(arguments: &[&str]) -> String {
    let run = ganvas(arguments);
    assert!(!run.status.success(), "{arguments:?}");
    said(&run)
}

fn folder() -> &'static Path {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("play");
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}

pub fn path(name: &str) -> String {
    folder().join(name).to_str().unwrap().to_owned()
}

/// A conditional generator that has hardly learnt.
pub fn model() -> &'static str {
    static MODEL: OnceLock<String> = OnceLock::new();
    MODEL.get_or_init(|| {
        let out = path("run");
        good(&[
            "train",
            "--recipe",
            "cdcgan-mnist",
            "--data",
            "drawn-digits",
            "--width",
            "2",
            "--batch",
            "4",
            "--steps",
            "3",
            "--sample-every",
            "0",
            "--seed",
            "5",
            "--out",
            &out,
        ]);
        format!("{out}/generator.safetensors")
    })
}

pub fn png(name: &str) -> image::RgbaImage {
    image::open(path(name)).unwrap().to_rgba8()
}

pub fn frames(name: &str) -> Vec<image::RgbaImage> {
    let file = BufReader::new(std::fs::File::open(path(name)).unwrap());
    let frames = GifDecoder::new(file).unwrap().into_frames();
    frames.map(|frame| frame.unwrap().into_buffer()).collect()
}

/// The image at this place of a grid of 28×28 images.
pub fn cell(grid: &image::RgbaImage, row: u32, column: u32) -> Vec<u8> {
    let view = image::imageops::crop_imm(grid, 28 * column, 28 * row, 28, 28);
    view.to_image().into_raw()
}

/// The numbers of an f32 `.npy` file, whose header ends with a line break.
fn numbers(name: &str) -> Vec<f32> {
    let bytes = std::fs::read(path(name)).unwrap();
    let length = usize::from(u16::from_le_bytes([bytes[8], bytes[9]]));
    let (chunks, _) = bytes[10 + length..].as_chunks();
    chunks
        .iter()
        .map(|chunk| f32::from_le_bytes(*chunk))
        .collect()
}

/// Writes an f32 `.npy` file, by NumPy's description of format 1.0.
fn write_numbers(name: &str, dims: &str, numbers: &[f32]) -> String {
    let header = format!("{{'descr': '<f4', 'fortran_order': False, 'shape': ({dims}), }}");
    let header = format!("{header:<117}\n");
    let mut bytes = b"\x93NUMPY\x01\x00\x76\x00".to_vec();
    bytes.extend(header.as_bytes());
    bytes.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    std::fs::write(path(name), bytes).unwrap();
    path(name)
}

#[test]
fn samples_are_those_of_the_training_and_latents_can_be_given() {
    let (out, raw) = (path("samples.png"), path("samples.npy"));
    let all = ["sample", "--model", model(), "--seed", "5", "--count", "12"];
    good(&[&all[..], &["--columns", "4", "--out", &out, "--raw", &raw]].concat());
    let grid = png("samples.png");
    assert_eq!(grid.dimensions(), (4 * 28, 3 * 28));
    let drawn = numbers("samples.npy");
    assert_eq!(drawn.len(), 12 * 28 * 28);
    let byte = (drawn[784 + 300] * 255.0 + 0.5) as u8;
    assert_eq!(cell(&grid, 0, 1)[300 * 4], byte);

    // Sample 3 of seed 5, class 3, by its numbers.
    let file = open_generator("model", &std::fs::read(model()).unwrap()).unwrap();
    let z = sample(file.header.latent, 5, 3);
    for dims in ["1, 100", "1, 100, 1, 1", "100,"] {
        let z = write_numbers("z.npy", dims, &z);
        let raw = path("one.npy");
        good(&[
            "sample",
            "--model",
            model(),
            "--z",
            &z,
            "--label",
            "3",
            "--raw",
            &raw,
        ]);
        let one = numbers("one.npy");
        let far = one
            .iter()
            .zip(&drawn[3 * 784..])
            .map(|(a, b)| (a - b).abs());
        assert!(far.fold(0.0, f32::max) < 1e-6);
    }
}

#[test]
fn what_cannot_be_drawn_is_told_in_a_sentence() {
    let z = write_numbers("wrong.npy", "2, 3", &[0.0; 6]);
    let nan = write_numbers("nan.npy", "1, 100", &[f32::NAN; 100]);
    let (png, gif) = (path("no.png"), path("no.gif"));
    for (arguments, wanted) in [
        (
            &["sample", "--out", "x.jpg"][..],
            "x.jpg: pictures are written as .png or .gif",
        ),
        (&["sample", "--out", &gif], "a sample grid is a .png"),
        (
            &["sample", "--label", "11", "--out", &png],
            "classes are 0, 1",
        ),
        (
            &["sample", "--z", &z, "--out", &png],
            "2 × 3; expected latents, count × 100",
        ),
        (&["sample", "--z", &nan, "--out", &png], "holds NaN"),
        (
            &["sample", "--z", model(), "--out", &png],
            "is no NumPy array",
        ),
        (
            &["sample", "--truncation", "2", "--out", &png],
            "from 0 to 1",
        ),
        (
            &["interpolate", "--seeds", "7", "--out", &png],
            "at least 2 latents",
        ),
        (
            &["interpolate", "--seeds", "7,x", "--out", &png],
            "“x” is no latent",
        ),
        (
            &["sweep", "--dimensions", "100", "--out", &png],
            "the dimensions 0 to 99",
        ),
        (
            &["convert", "--labels", "a,b", "--out", &png],
            "names 2 classes",
        ),
        (
            &["convert", "--encoding", "f8", "--out", &png],
            "expected f32, f16 or i8",
        ),
    ] {
        let said = refused(&[arguments, &["--model", model()]].concat());
        assert!(said.contains(wanted), "{arguments:?}: {said}");
    }
}

#[test]
fn an_interpolation_begins_and_ends_at_its_latents() {
    let (strip, gif, ends) = (path("strip.png"), path("way.gif"), path("ends.png"));
    let of = ["--model", model(), "--label", "4"];
    let way = ["interpolate", "--seeds", "5,5.2", "--frames", "6"];
    good(&[&way[..], &of, &["--out", &strip]].concat());
    good(&[&way[..], &of, &["--out", &gif, "--closed", "--rate", "10"]].concat());
    good(
        &[
            &["sample", "--seed", "5", "--count", "3"],
            &of[..],
            &["--out", &ends],
        ]
        .concat(),
    );
    let (strip, ends, gif) = (png("strip.png"), png("ends.png"), frames("way.gif"));
    assert_eq!(strip.dimensions(), (6 * 28, 28));
    assert!(cell(&strip, 0, 0) == cell(&ends, 0, 0));
    assert!(cell(&strip, 0, 5) == cell(&ends, 1, 0));
    assert!(cell(&strip, 0, 3) != cell(&strip, 0, 0));
    assert_eq!((gif.len(), gif[0].dimensions()), (6, (28, 28)));
}

#[test]
fn samples_can_be_drawn_uniformly_and_in_a_grid_of_any_size() {
    let (out, raw) = (path("wide.png"), path("wide.npy"));
    let of = ["sample", "--model", model(), "--seed", "5", "--label", "1"];
    good(&[&of[..], &["--grid", "4x3", "--out", &out, "--raw", &raw]].concat());
    assert_eq!(png("wide.png").dimensions(), (4 * 28, 3 * 28));
    let usual = numbers("wide.npy");
    let uniform = |spread: &str| {
        good(
            &[
                &of[..],
                &["--grid", "4x3", "--spread", spread, "--raw", &raw],
            ]
            .concat(),
        );
        numbers("wide.npy")
    };
    let half = uniform("0.5");
    assert!(half.len() == usual.len() && half != usual);
    // With no spread to speak of all are the same image.
    let none = uniform("1e-9");
    assert!(none.chunks(784).all(|image| image == &none[..784]));
    for more in [["--count", "3"], ["--columns", "2"]] {
        let said = refused(&[&of[..], &["--grid", "4x3", "--out", &out], &more].concat());
        assert!(said.contains("cannot be used with"), "{said}");
    }
}

#[test]
fn arithmetic_shows_its_terms_and_the_way_to_the_result() {
    let out = path("arithmetic.png");
    let of = [
        "arithmetic",
        "--model",
        model(),
        "--out",
        &out,
        "--frames",
        "5",
    ];
    let said = good(&[&of[..], &["--a", "5,5.1", "--b", "5.2", "--c", "5.2"]].concat());
    let picture = png("arithmetic.png");
    assert_eq!(picture.dimensions(), (5 * 28, 2 * 28));
    // A − B + B is A.
    assert!(cell(&picture, 0, 0) == cell(&picture, 0, 3));
    assert!(cell(&picture, 1, 0) == cell(&picture, 1, 4));
    assert!(cell(&picture, 0, 1) == cell(&picture, 0, 2));
    assert!(cell(&picture, 0, 0) != cell(&picture, 0, 1));
    assert!(
        LatentText::read(said.trim().rsplit(' ').next().unwrap()).is_ok(),
        "{said}"
    );
}

#[test]
fn a_file_is_written_anew_with_what_is_said_of_it() {
    let out = path("small.safetensors");
    let words = [
        "--licence",
        "CC0-1.0",
        "--name",
        "mine",
        "--data-name",
        "digits",
    ];
    good(
        &[
            &[
                "convert",
                "--model",
                model(),
                "--out",
                &out,
                "--encoding",
                "i8",
            ],
            &words[..],
        ]
        .concat(),
    );
    let small = std::fs::read(&out).unwrap();
    let whole = std::fs::metadata(model()).unwrap().len() as usize;
    assert!(small.len() < whole / 2);
    let header = open_generator("small", &small).unwrap().header;
    assert_eq!(
        (header.name.as_str(), header.licence.as_deref()),
        ("mine", Some("CC0-1.0"))
    );
    let training = header.training.unwrap();
    assert_eq!((training.seed, training.data.as_str()), (5, "digits"));

    // Out of a checkpoint comes the generator that the run left.
    let run = Path::new(model()).parent().unwrap().to_str().unwrap();
    let again = path("again.safetensors");
    good(&["convert", "--checkpoint", run, "--out", &again]);
    let open = |path: &str| open_generator(path, &std::fs::read(path).unwrap()).unwrap();
    assert_eq!(open(&again), open(model()));
    let live = path("live.safetensors");
    good(&["convert", "--checkpoint", run, "--live", "--out", &live]);
    assert_ne!(open(&live).tensors, open(model()).tensors);
}
