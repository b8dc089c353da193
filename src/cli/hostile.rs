//! What the command line parses by itself, under inputs that nobody would write: see `tests/fuzz`.

use super::{knobs, numpy};
use crate::fuzz::{Files, Target, tests};
use std::path::PathBuf;

static TARGETS: &[Target] = &[
    Target {
        name: "numpy",
        seeds: arrays,
        parse: |files| {
            let path = written("npy", &files[0].1);
            // A latent of three numbers, or classes of two images.
            let latents = numpy::latents(&path, 3).map_err(|why| why.to_string());
            let labels = numpy::labels(&path, 2).map_err(|why| why.to_string());
            latents.map(drop).or(labels.map(drop))
        },
        most_bytes: 64 << 20,
    },
    Target {
        name: "assignment",
        seeds: assignments,
        parse: |files| {
            let assignment = String::from_utf8_lossy(&files[0].1).into_owned();
            let recipe = ganvas::recipe::preset("dcgan-mnist").expect("a preset");
            let changed = knobs::set(recipe, &assignment).map_err(|why| why.to_string())?;
            changed.plan().map_err(|why| why.to_string())?;
            Ok(())
        },
        most_bytes: 16 << 20,
    },
];

/// A file with these bytes, for this thread alone.
pub fn written(ending: &str, bytes: &[u8]) -> PathBuf {
    let (process, thread) = (std::process::id(), std::thread::current().id());
    let name = format!("ganvas-fuzz-{process}-{thread:?}.{ending}");
    let path = std::env::temp_dir().join(name);
    std::fs::write(&path, bytes).expect("room for a file");
    path
}

fn arrays() -> Vec<Files> {
    let array = |kind: &str, shape: &str, data: &[u8]| {
        let mut header =
            format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}");
        while (header.len() + 11) % 64 != 0 {
            header.push(' ');
        }
        header.push('\n');
        let length = (header.len() as u16).to_le_bytes();
        let file = [b"\x93NUMPY\x01\x00", &length[..], header.as_bytes(), data].concat();
        vec![("array.npy".to_owned(), file)]
    };
    let halves = 0.5_f32.to_le_bytes();
    vec![
        array("<f4", "(2, 3)", &halves.repeat(6)),
        array(">f4", "(2, 3, 1, 1)", &halves.repeat(6)),
        array("<f8", "(1, 3)", &0.25_f64.to_le_bytes().repeat(3)),
        array("|u1", "(2,)", &[3, 4]),
        array("<i4", "(2,)", &[1, 0, 0, 0, 2, 0, 0, 0]),
        array("<i8", "(2,)", &[1, 0, 0, 0, 0, 0, 0, 0].repeat(2)),
    ]
}

fn assignments() -> Vec<Files> {
    [
        "latent.dimension=64",
        "objective=hinge",
        r#"objective={"wasserstein":{"clip":0.1}}"#,
        "discriminator.1.slope=0.1",
        "generator.0.out=8w*height/16*width/16",
        "schedule.discriminator_updates=2",
        "image.height=32",
        "epochs=3",
    ]
    .iter()
    .map(|text| vec![("flag".to_owned(), text.as_bytes().to_vec())])
    .collect()
}

tests!(TARGETS, numpy, assignment);
