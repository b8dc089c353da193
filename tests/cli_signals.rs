//! What ends a program from outside: a run is saved first.

use super::program::{folder, log, names};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A run that would go on for ever, once it has learnt something. The shell comes first, with what it
/// is to do before.
fn begun(out: &Path, before: &str) -> Child {
    let run = format!(
        "{before} exec '{}' train --data drawn-digits --width 2 --batch 4 --sample-every 0 \
         --checkpoint-every 0 --steps 1000000 --out '{}'",
        env!("CARGO_BIN_EXE_ganvas"),
        out.display()
    );
    let mut child = Command::new("sh");
    let child = child.args(["-c", &run]).stderr(Stdio::piped());
    let child = child.spawn().unwrap();
    let start = Instant::now();
    while !std::fs::read_to_string(out.join("log.jsonl")).is_ok_and(|log| log.contains('\n')) {
        assert!(start.elapsed() < Duration::from_secs(60));
        std::thread::sleep(Duration::from_millis(20));
    }
    child
}

fn send(signal: &str, to: &Child) {
    let mut kill = Command::new("kill");
    let kill = kill.args([signal, &to.id().to_string()]);
    assert!(kill.status().unwrap().success());
}

/// The run has ended well, and its last step is saved.
fn saved(mut child: Child, out: &Path) {
    assert!(child.wait().unwrap().success());
    let last = log(out).last().unwrap()["step"].as_u64().unwrap();
    let checkpoint = format!("step_{last:08}.safetensors");
    assert_eq!(names(&out.join("checkpoints")), [checkpoint]);
    assert!(out.join("generator.safetensors").exists());
}

#[test]
fn every_signal_that_asks_for_an_end_saves_first() {
    for signal in ["-INT", "-TERM", "-HUP"] {
        let out = folder(&format!("signal{signal}"));
        let child = begun(&out, "");
        send(signal, &child);
        saved(child, &out);
    }
}

#[test]
fn an_end_that_is_told_twice_is_one() {
    let out = folder("signal-twice");
    let child = begun(&out, "");
    send("-TERM", &child);
    send("-HUP", &child);
    saved(child, &out);
}

#[test]
fn nohup_keeps_a_run_alive() {
    let out = folder("signal-nohup");
    let mut child = begun(&out, "trap '' HUP;");
    send("-HUP", &child);
    std::thread::sleep(Duration::from_millis(700));
    assert!(child.try_wait().unwrap().is_none());
    send("-TERM", &child);
    saved(child, &out);
}

#[test]
fn a_terminal_that_is_gone_costs_nothing() {
    let out = folder("signal-deaf");
    let mut child = begun(&out, "");
    drop(child.stderr.take());
    let before = log(&out).len();
    while log(&out).len() < before + 20 {
        assert!(child.try_wait().unwrap().is_none());
        std::thread::sleep(Duration::from_millis(20));
    }
    send("-HUP", &child);
    saved(child, &out);
}

/// Steps between two checkpoints of a run that is killed.
const OFTEN: usize = 5;

/// A run from where the last one was killed.
fn going_on(out: &Path, steps: usize) -> Child {
    let mut run = Command::new(env!("CARGO_BIN_EXE_ganvas"));
    run.args(["train", "--checkpoint-every", &OFTEN.to_string()])
        .args(["--sample-every", "7", "--steps", &steps.to_string()])
        .arg("--out")
        .arg(out);
    if out.join("checkpoints").exists() {
        run.arg("--resume").arg(out);
    } else {
        run.args(["--data", "drawn-digits", "--width", "2", "--batch", "4"]);
    }
    run.stderr(Stdio::null()).spawn().unwrap()
}

fn lines(out: &Path) -> usize {
    std::fs::read_to_string(out.join("log.jsonl")).map_or(0, |log| log.lines().count())
}

/// `GANVAS_KILLS=30` kills more often than every run of the tests needs.
#[test]
fn a_run_that_is_killed_again_and_again_is_the_uninterrupted_one() {
    let kills = std::env::var("GANVAS_KILLS").map_or(4, |kills| kills.parse().unwrap());
    let steps = (kills + 2) * OFTEN;
    let (whole, killed) = (folder("not-killed"), folder("killed"));
    assert!(going_on(&whole, steps).wait().unwrap().success());
    for kill in 0..kills {
        let mut child = going_on(&killed, steps);
        // Once a checkpoint more is there, a little later every time: while steps are taken, while
        // a checkpoint is written, while samples are.
        while lines(&killed) <= (kill + 1) * OFTEN {
            assert!(
                child.try_wait().unwrap().is_none(),
                "it ended before it was killed"
            );
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_millis(kill as u64 * 3 % 16));
        child.kill().unwrap();
        child.wait().unwrap();
    }
    assert!(going_on(&killed, steps).wait().unwrap().success());
    assert_eq!(log(&killed), log(&whole));
    for part in ["checkpoints", "samples"] {
        assert_eq!(
            names(&killed.join(part)),
            names(&whole.join(part)),
            "{part}"
        );
    }
    let generator = |out: &Path| std::fs::read(out.join("generator.safetensors")).unwrap();
    assert!(generator(&killed) == generator(&whole));
}
