//! A run's samples as an animation.

use super::program::{folder, ganvas, said};
use image::codecs::gif::GifDecoder;
use image::{AnimationDecoder, GenericImageView, Rgb, RgbImage, RgbaImage};
use std::fs::File;
use std::io::BufReader;
use std::path::{Path, PathBuf};

/// What a run of these steps leaves: each picture is as bright as its step.
fn run_of(name: &str, steps: &[u32]) -> PathBuf {
    let out = folder(name);
    std::fs::create_dir_all(out.join("samples")).unwrap();
    std::fs::write(out.join("log.jsonl"), "").unwrap();
    for step in steps {
        sample(&out, *step, [8, 6]);
    }
    out
}

fn sample(out: &Path, step: u32, [width, height]: [u32; 2]) {
    let picture = RgbImage::from_pixel(width, height, Rgb([(step % 256) as u8; 3]));
    let path = out.join("samples").join(format!("step_{step:06}.png"));
    picture.save(path).unwrap();
}

fn timelapse(out: &Path, file: &str, more: &str) -> (bool, String, PathBuf) {
    let file = out.join(file);
    let arguments = format!(
        "timelapse {} --out {} {more}",
        out.display(),
        file.display()
    );
    let run = ganvas(&arguments.split_whitespace().collect::<Vec<_>>());
    (run.status.success(), said(&run), file)
}

/// Of every frame its size, its brightness and its milliseconds.
fn frames(file: &Path) -> Vec<([u32; 2], u8, u32)> {
    let decoder = GifDecoder::new(BufReader::new(File::open(file).unwrap())).unwrap();
    let frames = decoder.into_frames().map(|frame| {
        let frame = frame.unwrap();
        let (numerator, denominator) = frame.delay().numer_denom_ms();
        let picture = frame.buffer();
        let brightness = picture.get_pixel(0, 0).0[0];
        let size = [picture.width(), picture.height()];
        (size, brightness, numerator / denominator)
    });
    frames.collect()
}

/// What is beneath this height in every frame.
fn lines(file: &Path, height: u32) -> Vec<RgbaImage> {
    let decoder = GifDecoder::new(BufReader::new(File::open(file).unwrap())).unwrap();
    let frames = decoder.into_frames().map(|frame| {
        let picture = frame.unwrap().into_buffer();
        let line = picture.view(0, height, picture.width(), picture.height() - height);
        line.to_image()
    });
    frames.collect()
}

fn animated(out: &Path, more: &str) -> Vec<([u32; 2], u8, u32)> {
    let (is_good, said, file) = timelapse(out, "lapse.gif", more);
    assert!(is_good && said.is_empty(), "{said}");
    frames(&file)
}

fn refused(out: &Path, file: &str, wanted: &str) {
    let (is_good, said, file) = timelapse(out, file, "");
    assert!(!is_good && !file.exists(), "{said}");
    assert!(
        said.starts_with("error: ") && said.contains(wanted) && said.lines().count() == 1,
        "{said}"
    );
}

#[test]
fn every_picture_of_a_run_is_a_frame_in_the_order_of_the_steps() {
    // By name the last of these comes before the others.
    let out = run_of("lapse", &[40, 100, 200, 1_000_000]);
    let size = [8, 6];
    let last = (1_000_000 % 256) as u8;
    assert_eq!(
        animated(&out, "--plain"),
        [
            (size, 40, 80),
            (size, 100, 80),
            (size, 200, 80),
            (size, last, 2000)
        ]
    );
    let slow = "--plain --frames-per-second 4 --last-for 0.5 --every 100 --size 32";
    let size = [32, 24];
    assert_eq!(
        animated(&out, slow),
        [(size, 40, 250), (size, 200, 250), (size, last, 500)]
    );
}

#[test]
fn a_line_beneath_says_the_step_of_each_frame() {
    let out = run_of("lapse-numbered", &[]);
    for step in [7, 71, 80] {
        sample(&out, step, [224, 30]);
    }
    let (is_good, said, file) = timelapse(&out, "lapse.gif", "");
    assert!(is_good, "{said}");
    let lines = lines(&file, 30);
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[0].dimensions(), (224, 22));
    // The same numeral looks the same, wherever it is; others do not.
    let numeral = |frame: usize, place: u32| -> Vec<u8> {
        let part = lines[frame].view(4 + 12 * place, 4, 10, 14).to_image();
        part.pixels().map(|pixel| pixel.0[0]).collect()
    };
    assert_eq!(numeral(0, 0), numeral(1, 0));
    assert_ne!(numeral(0, 0), numeral(2, 0));
    assert!(numeral(0, 0).contains(&255) && numeral(0, 0).contains(&0));
    assert!(numeral(0, 1).iter().all(|pixel| *pixel == 0));
}

#[test]
fn what_a_run_wrote_becomes_an_animation() {
    let out = folder("lapse-trained");
    let arguments =
        "train --data drawn-digits --width 2 --batch 4 --steps 4 --sample-every 2 --out";
    let mut arguments: Vec<&str> = arguments.split(' ').collect();
    arguments.push(out.to_str().unwrap());
    let run = ganvas(&arguments);
    assert!(run.status.success(), "{}", said(&run));
    let pictures = std::fs::read_dir(out.join("samples")).unwrap().count();
    assert!(pictures >= 2, "{pictures}");
    assert_eq!(animated(&out, "").len(), pictures);
}

#[test]
fn a_folder_that_makes_no_time_lapse_is_refused_in_one_sentence() {
    let out = run_of("lapse-refused", &[]);
    refused(&out.join("nowhere"), "lapse.gif", "is no folder");
    refused(
        &out,
        "lapse.gif",
        "too few samples for a time-lapse: expected two or more",
    );
    sample(&out, 10, [8, 6]);
    refused(&out, "lapse.gif", "found one");
    sample(&out, 20, [16, 12]);
    refused(&out, "lapse.gif", "step_000020.png is 16×12 pixels, and ");
    std::fs::write(out.join("samples/step_000020.png"), "no picture").unwrap();
    refused(
        &out,
        "lapse.gif",
        "step_000020.png is no PNG that can be read",
    );
    refused(&out, "lapse.mp4", "a time-lapse is written as .gif");
    let empty = folder("lapse-empty");
    std::fs::create_dir_all(&empty).unwrap();
    refused(&empty, "lapse.gif", "holds no run");
}
