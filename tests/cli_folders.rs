//! Runs and their folders: nothing of one is lost to another, and a run knows what it learns from.

use super::program::{folder, ganvas, log, names, said};
use std::path::Path;

const SMALL: &str = "--width 2 --batch 4 --sample-every 2 --checkpoint-every 2";

/// Trains into a folder; with what it had to say.
fn train(out: &Path, more: &str) -> (bool, String) {
    let arguments = format!("train --out {} {more}", out.display());
    let run = ganvas(&arguments.split(' ').collect::<Vec<_>>());
    (run.status.success(), said(&run))
}

fn good(out: &Path, more: &str) -> String {
    let (is_good, said) = train(out, more);
    assert!(is_good, "{said}");
    said
}

/// A run that fails with one sentence.
fn refused(out: &Path, more: &str, wanted: &str) {
    let (is_good, said) = train(out, more);
    assert!(!is_good, "{said}");
    assert!(
        said.starts_with("error: ") && said.contains(wanted) && said.lines().count() == 1,
        "{said}"
    );
}

fn begin(out: &Path, more: &str) {
    good(out, &format!("--data drawn-digits {SMALL} {more}"));
}

fn steps(folder: &Path) -> Vec<u64> {
    let lines = log(folder).into_iter();
    lines.map(|line| line["step"].as_u64().unwrap()).collect()
}

fn checkpoint(step: u64) -> String {
    format!("step_{step:08}.safetensors")
}

#[test]
fn a_new_run_leaves_the_run_of_its_folder_alone() {
    let out = folder("used");
    begin(&out, "--steps 6");
    let before = log(&out);
    let shorter = format!("--data drawn-digits {SMALL} --seed 2 --steps 4");
    refused(&out, &shorter, "holds a run: --resume");
    assert_eq!(log(&out), before);

    // Neither a checkpoint of somebody else's nor what is not the run's goes with it.
    let foreign = out.join("checkpoints").join(checkpoint(9));
    std::fs::copy(out.join("checkpoints").join(checkpoint(6)), &foreign).unwrap();
    std::fs::write(out.join("notes.txt"), "mine").unwrap();
    good(&out, &format!("{shorter} --keep 1 --force"));
    assert_eq!(steps(&out), [1, 2, 3, 4]);
    assert_eq!(
        names(&out.join("checkpoints")),
        [checkpoint(4), checkpoint(9)]
    );
    assert_eq!(
        names(&out.join("samples")),
        ["step_000002.png", "step_000004.png"]
    );
    assert!(out.join("notes.txt").exists());

    // The newest is the run's own, whatever its number.
    let said = good(
        &out,
        &format!("--resume {} --steps 5 {SMALL}", out.display())
            .replace(" --width 2 --batch 4", ""),
    );
    assert!(said.contains("step 5 "), "{said}");
    assert!(foreign.exists());
}

#[test]
fn whoever_goes_back_has_one_history() {
    let (out, straight) = (folder("back"), folder("straight"));
    begin(&out, "--steps 8");
    begin(&straight, "--steps 5");
    let from = out.join("checkpoints").join(checkpoint(4));
    let often = "--sample-every 2 --checkpoint-every 2";
    good(
        &out,
        &format!("--resume {} --steps 5 {often}", from.display()),
    );
    assert_eq!(log(&out), log(&straight));
    for part in ["checkpoints", "samples"] {
        assert_eq!(
            names(&out.join(part)),
            names(&straight.join(part)),
            "{part}"
        );
    }
    // Into another folder the first one stays as it is.
    let other = folder("branched");
    good(
        &other,
        &format!("--resume {} --steps 6 {often}", from.display()),
    );
    assert_eq!(steps(&out), [1, 2, 3, 4, 5]);
    assert_eq!(steps(&other), [5, 6]);
    refused(
        &straight,
        &format!("--resume {} --steps 6", out.display()),
        "holds a run",
    );
}

#[test]
fn a_broken_checkpoint_is_told_and_the_one_before_taken() {
    let out = folder("cut");
    begin(&out, "--steps 6");
    let newest = out.join("checkpoints").join(checkpoint(6));
    let bytes = std::fs::read(&newest).unwrap();
    std::fs::write(&newest, &bytes[..bytes.len() / 2]).unwrap();
    let leftover = out.join("checkpoints/step_00000008.safetensors.part");
    std::fs::write(&leftover, "half").unwrap();
    let said = good(&out, &format!("--resume {} --steps 7", out.display()));
    assert!(
        said.contains(&checkpoint(6)) && said.contains("which is older"),
        "{said}"
    );
    assert_eq!(steps(&out), [1, 2, 3, 4, 5, 6, 7]);
    assert!(!leftover.exists());
}

#[test]
fn one_process_at_a_time_writes_a_folder() {
    let out = folder("locked");
    begin(&out, "--steps 2");
    let lock = std::fs::File::open(out.join("run.lock")).unwrap();
    lock.try_lock().unwrap();
    let on = format!("--resume {} --steps 3", out.display());
    refused(&out, &on, "Another ganvas train writes into");
    drop(lock);
    good(&out, &on);
}

#[test]
fn a_run_knows_what_it_learns_from() {
    let flags = "--train-size 30 --held-out 20 --evaluate-every 2";
    let (whole, broken) = (folder("knows-whole"), folder("knows"));
    begin(&whole, &format!("--steps 6 {flags}"));
    begin(&broken, &format!("--steps 4 {flags}"));
    let often = "--sample-every 2 --checkpoint-every 2 --evaluate-every 2";
    good(
        &broken,
        &format!("--resume {} --steps 6 {often}", broken.display()),
    );
    assert_eq!(log(&broken), log(&whole));
    // Flags that name a data set hold alone.
    refused(
        &broken,
        &format!("--resume {} --data drawn-faces", broken.display()),
        "these 50000 images of Drawn faces are not the same",
    );
}

#[test]
fn a_checkpoint_alone_finds_what_has_a_name() {
    let (out, on) = (folder("alone"), folder("alone-on"));
    begin(&out, "--steps 4 --seed 7 --train-size 40");
    let file = folder("alone-file").with_extension("safetensors");
    std::fs::copy(out.join("checkpoints").join(checkpoint(4)), &file).unwrap();
    let resume = format!("--resume {} --steps 6 --sample-every 2", file.display());
    good(&on, &resume);
    good(&out, &format!("--resume {} --steps 6", out.display()));
    assert_eq!(log(&on), log(&out)[4..]);
    // The same step of the same run, but nobody said that what came after it may go.
    let of_run = out.join("checkpoints").join(checkpoint(4));
    let run = ganvas(&["train", "--resume", of_run.to_str().unwrap()]);
    let wanted = format!("--out {} goes on in its run's folder", out.display());
    assert!(
        !run.status.success() && said(&run).contains(&wanted),
        "{}",
        said(&run)
    );
}

#[test]
fn a_run_on_a_folder_of_images_goes_on_from_anywhere() {
    let (images, out) = (folder("some-images"), folder("on-images"));
    std::fs::create_dir_all(&images).unwrap();
    for index in 0..6u8 {
        let path = images.join(format!("{index}.png"));
        let pixel = |x, y| image::Luma([(x * 9 + y * u32::from(index)) as u8]);
        image::GrayImage::from_fn(40, 30, pixel).save(path).unwrap();
    }
    let name = images.file_name().unwrap().to_str().unwrap();
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_ganvas"))
        .current_dir(images.parent().unwrap())
        .args([
            "train", "--data", name, "--crop", "--width", "2", "--batch", "4",
        ])
        .args(["--steps", "2", "--sample-every", "0", "--out"])
        .arg(&out)
        .output()
        .unwrap();
    assert!(run.status.success(), "{}", said(&run));
    let on = format!("--resume {} --sample-every 0 --steps", out.display());
    let said = good(&out, &format!("{on} 3"));
    assert!(said.contains("6 images, taken as 28×28×1"), "{said}");
    std::fs::remove_dir_all(&images).unwrap();
    refused(&out, &format!("{on} 4"), "which is not to be found");
}
