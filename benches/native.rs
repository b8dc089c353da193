//! What `npm run bench` measures out of the tab: one measurement a run, printed as lines of JSON, on the
//! CPU but for `gpu-step`. RAYON_NUM_THREADS sets the threads.
//!
//!   native step RECIPE WIDTH BATCH MILLISECONDS       a training step
//!   native gpu-step RECIPE WIDTH BATCH MILLISECONDS   the same on the GPU, with the feature `wgpu`
//!   native generate RECIPE WIDTH COUNT MILLISECONDS   images from latents
//!   native memory RECIPE WIDTH BATCH STEPS EVERY      the resident set, as a training goes on
//!
//! MILLISECONDS is what the measured part should last, and before it the part that warms up.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::data::images::{Crop, ImageOptions, ImageSetBuilder};
use ganvas::generator::{Generator, Statistics};
use ganvas::recipe::{DataKind, preset};
use ganvas::training::generator_file;
use ganvas::training::{StepReport, Training};
use ganvas::weights::{Encoding, open_generator};
use mimalloc::MiMalloc;
use pollster::block_on;
use serde_json::json;
use std::error::Error;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

/// The command line's.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// Bounds on how often the measured work is done.
const REPEATS: [u32; 2] = [3, 100];

const SEED: u64 = 1;

/// Images in a data set.
const KEPT: u64 = 512;

fn main() -> ExitCode {
    // As the command line does.
    rayon::scope(|_| run())
}

fn run() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["step", recipe, width, batch, budget] => {
            let cpu = (Device::flex(), "CPU".to_owned());
            step(recipe, width, batch, budget, cpu)
        }
        ["gpu-step", recipe, width, batch, budget] => {
            gpu().and_then(|gpu| step(recipe, width, batch, budget, gpu))
        }
        ["generate", recipe, width, count, budget] => generate(recipe, width, count, budget),
        ["memory", recipe, width, batch, steps, every] => {
            memory(recipe, width, batch, steps, every)
        }
        _ => Err(format!(
            "One of step, gpu-step, generate, memory was expected, found {arguments:?}."
        )
        .into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn step(
    recipe: &str,
    width: &str,
    batch: &str,
    budget: &str,
    (device, on): (Device, String),
) -> Result<()> {
    let mut training = training(recipe, width, batch.parse()?, &device)?;
    let mut last = None;
    let timed = timed(budget, |steps| {
        last = block_on(training.next(steps as usize))?.pop();
        Ok(())
    })?;
    let Some(StepReport { d_loss, g_loss, .. }) = last else {
        return Err("The training reported no step.".into());
    };
    let mut line = timed.json();
    line["losses"] = json!([d_loss, g_loss]);
    let plan = training.plan();
    line["parameters"] = json!(plan.generator.parameters + plan.discriminator.parameters);
    line["on"] = json!(on);
    println!("{line}");
    Ok(())
}

/// The GPU, opened as the command line does, and its name.
#[cfg(feature = "wgpu")]
fn gpu() -> Result<(Device, String)> {
    let options = Device::wgpu_options().tasks_max(ganvas::device::TASKS_PER_SUBMIT);
    let (device, setup) = options.init_with_setup()?;
    Ok((device, setup.adapter.get_info().name))
}

#[cfg(not(feature = "wgpu"))]
fn gpu() -> Result<(Device, String)> {
    Err("gpu-step needs a build with --features wgpu.".into())
}

fn generate(recipe: &str, width: &str, count: &str, budget: &str) -> Result<()> {
    let count = count.parse()?;
    let training = training(recipe, width, 2, &Device::flex())?;
    let file = block_on(generator_file(&training, true, Encoding::F32))?;
    let file = open_generator("the training's generator", &file)?;
    let generator = Generator::on_cpu(&file, Statistics::Running)?;
    let timed = timed(budget, |times| {
        for _ in 0..times {
            block_on(generator.images(count, SEED))?;
        }
        Ok(())
    })?;
    println!("{}", timed.json());
    Ok(())
}

fn memory(recipe: &str, width: &str, batch: &str, steps: &str, every: &str) -> Result<()> {
    let mut training = training(recipe, width, batch.parse()?, &Device::flex())?;
    let (steps, every): (u64, u64) = (steps.parse()?, every.parse()?);
    while training.step() < steps {
        // As the page pulls: a few steps at a time.
        let due = (training.step() / every + 1) * every;
        while training.step() < due.min(steps) {
            let pull = (due.min(steps) - training.step()).min(10);
            block_on(training.next(pull as usize))?;
        }
        println!(
            "{}",
            json!({ "step": training.step(), "resident": resident_bytes() })
        );
    }
    Ok(())
}

fn training(recipe: &str, width: &str, batch: usize, device: &Device) -> Result<Training> {
    let mut recipe = preset(recipe)?;
    recipe.width = width.parse()?;
    recipe.batch = batch;
    let drawn = match recipe.data {
        DataKind::DrawnFaces => DataSet::drawn_faces(0),
        _ => DataSet::drawn_digits(0),
    };
    Ok(Training::new(
        recipe,
        Arc::new(kept(&drawn)?),
        SEED,
        device,
    )?)
}

/// Some of the drawn images, kept: the peer draws none either.
fn kept(drawn: &DataSet) -> Result<DataSet> {
    let shape = drawn.shape();
    let mut set = ImageSetBuilder::new(
        drawn.name(),
        ImageOptions {
            crop: Crop::None,
            height: shape.height,
            width: shape.width,
            channels: Some(shape.channels),
            labelled: false,
        },
    )?;
    let mut image = vec![0; shape.bytes()];
    for index in 0..KEPT {
        drawn.image(index, &mut image);
        let pixels = shape.height * shape.width;
        let rgba: Vec<u8> = (0..pixels)
            .flat_map(|pixel| {
                let colour = |at: usize| image[at.min(shape.channels - 1) * pixels + pixel];
                [colour(0), colour(1), colour(2), u8::MAX]
            })
            .collect();
        set.add(
            &index.to_string(),
            shape.width as u32,
            shape.height as u32,
            &rgba,
        )?;
    }
    Ok(set.finish()?.0)
}

struct Timed {
    first: Duration,
    each: Duration,
    repeats: u32,
}

impl Timed {
    fn json(&self) -> serde_json::Value {
        let milliseconds = |time: Duration| time.as_secs_f64() * 1000.0;
        json!({
            "steps": self.repeats,
            "first": milliseconds(self.first),
            "milliseconds": milliseconds(self.each),
        })
    }
}

/// Warms up, then times `work`, which takes how often it is to be done.
fn timed(budget: &str, mut work: impl FnMut(u32) -> Result<()>) -> Result<Timed> {
    let budget = Duration::from_millis(budget.parse()?);
    let mut time = |times| -> Result<Duration> {
        let since = Instant::now();
        work(times)?;
        Ok(since.elapsed())
    };
    let first = time(1)?;
    let mut estimate = time(1)?;
    let mut spent = estimate;
    while spent < budget {
        estimate = time(1)?;
        spent += estimate;
    }
    let repeats = (budget.as_secs_f64() / estimate.as_secs_f64()).round() as u32;
    let repeats = repeats.clamp(REPEATS[0], REPEATS[1]);
    Ok(Timed {
        first,
        each: time(repeats)? / repeats,
        repeats,
    })
}

/// Bytes of this process that are in memory; `None` where the system does not tell.
fn resident_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}
