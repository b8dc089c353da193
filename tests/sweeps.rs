//! `ganvas sweep`, run as a person runs it.

use super::play::{cell, frames, good, model, path, png, refused};
use image::AnimationDecoder;
use image::codecs::gif::GifDecoder;
use std::io::BufReader;

#[test]
fn sweeps_move_one_coordinate() {
    let out = path("sweep");
    let of = ["sweep", "--model", model(), "--out", &out, "--count", "4"];
    good(
        &[
            &of[..],
            &[
                "--mode",
                "grids",
                "--dimensions",
                "0,7",
                "--label",
                "1",
                "--to",
                "90",
            ],
        ]
        .concat(),
    );
    good(&[&of[..], &["--mode", "2", "--dimensions", "7"]].concat());
    good(&[&of[..], &["--mode", "merged", "--dimensions", "0,1,2,3,4"]].concat());
    let [zero, seven] = [0, 7].map(|number| png(&format!("sweep/dimension_{number:03}.png")));
    assert_eq!(zero.dimensions(), (2 * 28, 2 * 28));
    // Both begin with all coordinates 0, and then go different ways.
    assert!(cell(&zero, 0, 0) == cell(&seven, 0, 0));
    assert!(cell(&zero, 1, 1) != cell(&seven, 1, 1));
    assert_eq!(frames("sweep/dimension_007.gif").len(), 4);
    let merged = frames("sweep/merged.gif");
    // There and back, without either end twice.
    assert_eq!(
        (merged.len(), merged[0].dimensions()),
        (6, (3 * 28, 2 * 28))
    );
    assert_eq!(merged[1], merged[5]);
}

#[test]
fn sweeps_can_start_from_uniform_latents() {
    let out = path("spread");
    let of = ["sweep", "--model", model(), "--out", &out, "--count", "4"];
    let sweep = |more: &str| good(&[&of[..], &more.split(' ').collect::<Vec<_>>()].concat());
    // All latents are those of one seed, so close to 0 that the images are as those of 0.
    let near = "--mode grids --dimensions 0 --label 1";
    sweep(near);
    let zero = png("spread/dimension_000.png");
    sweep(&format!("{near} --spread 1e-9"));
    assert!(png("spread/dimension_000.png") == zero);
    // Far from it each image of mode grids has a latent of its own: they differ also where the
    // coordinate stands still.
    sweep(&format!("{near} --spread 90 --to 0"));
    let spread = png("spread/dimension_000.png");
    assert!(cell(&spread, 0, 0) != cell(&spread, 0, 1));
    // Mode random keeps one; then nothing moves.
    for mode in ["random", "merged"] {
        sweep(&format!(
            "--mode {mode} --dimensions 0 --spread 0.2 --to 0 --seconds 2"
        ));
        let name = match mode {
            "random" => "spread/dimension_000.gif",
            _ => "spread/merged.gif",
        };
        let still = frames(name);
        assert!(still.iter().all(|frame| frame == &still[0]));
        let file = BufReader::new(std::fs::File::open(path(name)).unwrap());
        let delays = GifDecoder::new(file).unwrap().into_frames();
        let lasts: u32 = delays
            .map(|frame| frame.unwrap().delay().numer_denom_ms())
            .map(|(numerator, denominator)| numerator / denominator)
            .sum();
        assert!((1980..=2020).contains(&lasts), "{mode}: {lasts} ms");
    }
    for (more, wanted) in [
        (
            &["--mode", "zero", "--spread", "1"][..],
            "--mode zero, whose",
        ),
        (&["--spread", "0"], "a number above 0"),
        (&["--seconds", "0"], "a number above 0"),
    ] {
        let said = refused(&[&of[..], more].concat());
        assert!(said.contains(wanted), "{said}");
    }
}
