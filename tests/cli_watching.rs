//! What a run of the command line draws and measures on its way, run as a person runs it.

use super::program::{folder, ganvas, log, names, said};
use serde_json::Value;
use std::path::{Path, PathBuf};

/// 20 drawn digits in batches of 4: five steps are an epoch.
const FEW: [&str; 8] = [
    "--data",
    "drawn-digits",
    "--train-size",
    "20",
    "--width",
    "2",
    "--batch",
    "4",
];

fn good(arguments: &[&str]) -> String {
    let run = ganvas(arguments);
    assert!(run.status.success(), "{arguments:?}: {}", said(&run));
    said(&run)
}

fn train(out: &Path, more: &str) -> String {
    let more: Vec<&str> = more.split(' ').collect();
    let out = ["train", "--out", out.to_str().unwrap()];
    good(&[&out[..], &FEW, &more].concat())
}

/// How far two pictures of one size are from each other, at most, in a byte.
fn distance(one: &Path, other: &Path) -> u8 {
    let [one, other] = [one, other].map(|path| image::open(path).unwrap().to_rgba8());
    assert_eq!(one.dimensions(), other.dimensions());
    let pairs = one.as_raw().iter().zip(other.as_raw());
    pairs.map(|(a, b)| a.abs_diff(*b)).max().unwrap()
}

#[test]
fn samples_and_checkpoints_come_by_the_epoch_also_after_a_break() {
    let [whole, broken] = ["by-epoch", "by-epoch-broken"].map(folder);
    let by_epoch = "--sample-every 1epoch --checkpoint-every 2epochs --evaluate-every 0.5epochs";
    train(&whole, &format!("--epochs 3.2 {by_epoch}"));
    assert_eq!(
        names(&whole.join("samples")),
        ["step_000005.png", "step_000010.png", "step_000015.png"]
    );
    assert_eq!(
        names(&whole.join("checkpoints")),
        ["step_00000010.safetensors", "step_00000016.safetensors"]
    );
    let evaluated = |line: &Value| line.get("evaluation").map(|_| line["step"].as_u64());
    let steps: Vec<u64> = log(&whole).iter().filter_map(evaluated).flatten().collect();
    assert_eq!(steps, [3, 5, 8, 10, 13, 15]);

    train(&broken, &format!("--steps 12 {by_epoch}"));
    std::fs::remove_file(broken.join("checkpoints/step_00000012.safetensors")).unwrap();
    let resume = format!("--resume {} --epochs 3.2 {by_epoch}", broken.display());
    train_on(&broken, &resume);
    assert_eq!(log(&broken), log(&whole));
    assert_eq!(
        names(&broken.join("samples")),
        names(&whole.join("samples"))
    );
}

/// Trains on, where the recipe is the checkpoint's.
fn train_on(out: &Path, more: &str) {
    let data = "train --data drawn-digits --train-size 20";
    let arguments = format!("{data} --out {} {more}", out.display());
    good(&arguments.split(' ').collect::<Vec<_>>());
}

#[test]
fn fewer_images_are_another_data_set() {
    let out = folder("train-size");
    train(&out, "--steps 10");
    let log = log(&out);
    assert_eq!(log[4]["epoch"], 1.0);
    let bytes = std::fs::read(out.join("generator.safetensors")).unwrap();
    let header = ganvas::weights::open_generator("few", &bytes)
        .unwrap()
        .header;
    assert_eq!(header.training.unwrap().data, "Drawn digits, first 20");

    let resume = ["train", "--resume", out.to_str().unwrap()];
    let on = |more: &[&str]| ganvas(&[&resume[..], &["--data", "drawn-digits"], more].concat());
    let other = on(&["--train-size", "21"]);
    assert!(!other.status.success());
    let wanted = "was made with Drawn digits, first 20; these";
    assert!(said(&other).contains(wanted), "{}", said(&other));
    // Who does not say how many gets as many as before, and is told.
    let same = on(&["--steps", "11"]);
    let wanted = "goes on with Drawn digits, first 20.";
    assert!(said(&same).contains(wanted), "{}", said(&same));
}

#[test]
fn the_live_generator_can_be_drawn_and_kept() {
    let out = folder("live");
    let told = train(
        &out,
        "--steps 6 --sample-every 6 --live --grid 5x3 --seed 5",
    );
    assert!(told.contains("The live generator of step 6"), "{told}");
    let [model, converted, drawn] = ["generator.safetensors", "live.safetensors", "drawn.png"]
        .map(|name| out.join(name).to_str().unwrap().to_owned());
    let run = out.to_str().unwrap();
    good(&[
        "convert",
        "--checkpoint",
        run,
        "--live",
        "--out",
        &converted,
    ]);
    let open =
        |path: &str| ganvas::weights::open_generator(path, &std::fs::read(path).unwrap()).unwrap();
    assert_eq!(open(&model).tensors, open(&converted).tensors);
    assert!(!open(&model).header.training.unwrap().averaged);
    let samples = out.join("samples/step_000006.png");
    let size = image::image_dimensions(&samples).unwrap();
    assert_eq!(size, (5 * 28, 3 * 28));
    let sample = ["sample", "--model", &model, "--seed", "5", "--out", &drawn];
    good(&[&sample[..], &["--grid", "5x3"]].concat());
    // Folding rounds.
    assert!(distance(&samples, drawn.as_ref()) <= 1);
    good(&["convert", "--checkpoint", run, "--out", &converted]);
    assert_ne!(open(&model).tensors, open(&converted).tensors);
}

#[test]
fn statistics_of_the_batch_draw_the_same_grid_during_and_after_training() {
    let out = folder("by-batch");
    train(
        &out,
        "--steps 6 --sample-every 6 --statistics batch --seed 5 --grid 10x10",
    );
    let path = |name: &str| out.join(name).to_str().unwrap().to_owned();
    let (model, by_batch, running) = (
        path("generator.safetensors"),
        path("batch.png"),
        path("running.png"),
    );
    let sample = [
        "sample", "--model", &model, "--seed", "5", "--grid", "10x10", "--out",
    ];
    good(&[&sample[..], &[&by_batch, "--statistics", "batch"]].concat());
    good(&[&sample[..], &[&running]].concat());
    let samples = out.join("samples/step_000006.png");
    assert_eq!(distance(&samples, by_batch.as_ref()), 0);
    assert!(distance(&samples, running.as_ref()) > 8);

    let folded = path("folded.safetensors");
    good(&["convert", "--model", &model, "--fold", "--out", &folded]);
    for (model, more, wanted) in [
        (&folded, &["--count", "4"][..], "normalisations folded"),
        (&model, &["--count", "1"], "takes at least 2 images"),
    ] {
        let sample = ["sample", "--model", model, "--statistics", "batch"];
        let run = ganvas(&[&sample[..], more, &["--out", &by_batch]].concat());
        assert!(!run.status.success());
        assert!(said(&run).contains(wanted), "{}", said(&run));
    }
}

#[test]
fn an_evaluated_run_learns_the_same_and_tells_more() {
    let [watched, alone] = ["evaluated", "not-evaluated"].map(folder);
    train(&watched, "--steps 8 --evaluate-every 4 --held-out 10");
    train(&alone, "--steps 8");
    let (lines, expected) = (log(&watched), log(&alone));
    let (evaluations, steps): (Vec<Value>, Vec<Value>) = lines
        .into_iter()
        .partition(|line| line.get("evaluation").is_some());
    assert_eq!(steps, expected);
    assert_eq!(evaluations.len(), 2);
    for (line, step) in evaluations.iter().zip([4, 8]) {
        assert_eq!(line["step"], step);
        for (examples, images) in [("fixed", 20), ("held_out", 10)] {
            let found = &line["evaluation"][examples];
            assert_eq!(found["images"], images, "{line}");
            for key in [
                "d_loss",
                "d_loss_real",
                "d_loss_fake",
                "g_loss",
                "d_real",
                "d_fake",
            ] {
                assert!(found[key].is_number(), "{key} in {line}");
            }
            assert!(found["accuracy"]["fake"].is_number(), "{line}");
        }
    }
    let files = [&watched, &alone]
        .map(|folder| std::fs::read(folder.join("generator.safetensors")).unwrap());
    assert!(files[0] == files[1]);
}

/// A folder of eight grey images, sorted by what they show.
fn images(name: &str) -> PathBuf {
    let folder = folder(name);
    for (class, first) in [("bright", 200), ("dark", 20)] {
        std::fs::create_dir_all(folder.join(class)).unwrap();
        for number in 0..4 {
            let grey = image::Luma([first + number]);
            let picture = image::GrayImage::from_pixel(28, 28, grey);
            let path = folder.join(format!("{class}/{number}.png"));
            picture.save(path).unwrap();
        }
    }
    folder
}

#[test]
fn own_images_are_limited_and_held_out() {
    let (own, out) = (images("own-images"), folder("own-run"));
    let train = |more: &str| {
        let start = "train --width 2 --batch 2 --steps 3 --data";
        let arguments = format!("{start} {} --out {} {more}", own.display(), out.display());
        ganvas(&arguments.split(' ').collect::<Vec<_>>())
    };
    let run = train("--held-out 2 --train-size 4 --evaluate-every 3");
    assert!(run.status.success(), "{}", said(&run));
    let log = log(&out);
    assert_eq!(log[1]["epoch"], 1.0);
    let evaluation = &log.last().unwrap()["evaluation"];
    assert_eq!(evaluation["fixed"]["images"], 4);
    assert_eq!(evaluation["held_out"]["images"], 2);
    let bytes = std::fs::read(out.join("generator.safetensors")).unwrap();
    let header = ganvas::weights::open_generator("own", &bytes)
        .unwrap()
        .header;
    assert_eq!(
        header.training.unwrap().data,
        "own-images, 2 held out, first 4"
    );
    for (more, wanted) in [
        (
            "--held-out 8",
            "8 of the 8 images of “own-images” were to be held out; it must be 1 to 7",
        ),
        ("--train-size 9", "it must be 1 to 8"),
        ("--held-out 4 --train-size 5", "it must be 1 to 4"),
        ("--train-size 0", "it must be 1 to 8"),
    ] {
        let run = train(&format!("{more} --force"));
        assert_eq!(run.status.code(), Some(1), "{more}");
        assert!(said(&run).contains(wanted), "{}", said(&run));
        assert!(out.join("log.jsonl").exists(), "{more}: the run is gone");
    }
}

#[test]
fn what_cannot_be_asked_for_is_told() {
    let out = folder("not-asked");
    for (flag, value, wanted) in [
        ("--sample-every", "1day", "1epoch or 0.5epochs"),
        ("--checkpoint-every", "-1epochs", "1epoch or 0.5epochs"),
        ("--grid", "10", "as 10x10"),
        ("--grid", "99x99", "up to 4096"),
        ("--held-out", "0", "from 1 to"),
        ("--statistics", "none", "running, batch"),
    ] {
        let flag = format!("{flag}={value}");
        let run = ganvas(&["train", "--out", out.to_str().unwrap(), &flag]);
        assert!(!run.status.success(), "{flag}");
        assert!(said(&run).contains(wanted), "{}", said(&run));
    }
    assert!(!out.exists());
}

#[test]
fn the_generator_is_judged_every_so_many_steps_and_nothing_else_changes() {
    let [judged, plain] = ["judged", "not-judged"].map(folder);
    let told = train(&judged, "--steps 6 --judge-every 2");
    train(&plain, "--steps 6");
    let is_judgement = |line: &Value| line.get("judge").is_some();
    let (judgements, steps): (Vec<Value>, Vec<Value>) =
        log(&judged).into_iter().partition(is_judgement);
    assert_eq!(steps, log(&plain));
    let at: Vec<u64> = judgements
        .iter()
        .filter_map(|line| line["step"].as_u64())
        .collect();
    assert_eq!(at, [2, 4, 6]);
    for line in &judgements {
        assert_eq!(
            (&line["judge"], &line["samples"]),
            (&"digits".into(), &500.into())
        );
        for number in [
            &line["distance"],
            &line["certainty"],
            &line["spread"],
            &line["sizes"]["generator"],
            &line["sizes"]["discriminator"],
        ] {
            assert!(
                number.as_f64().is_some_and(|number| number >= 0.0),
                "{line}"
            );
        }
        assert!(line["sliced"].is_null(), "{line}");
        let shares = line["classes"].as_array().unwrap().iter();
        let sum: f64 = shares.filter_map(Value::as_f64).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{line}");
    }
    assert!(
        told.contains(" distance ") && told.contains(" spread "),
        "{told}"
    );
    let [one, other] =
        [&judged, &plain].map(|out| std::fs::read(out.join("generator.safetensors")).unwrap());
    assert!(one == other, "judging moved the training");
}
