//! Every recipe against its source's mathematics in PyTorch: three training steps from the same
//! weights, batches and latents. `tests/parity/README.md` says how the fixtures are made.

mod comparison;
mod reduced;

use self::comparison::{Fixture, prefixed};
use self::reduced::{EPSILON_SCALE, NAMES, SEED, STEPS, reduced};
use burn::tensor::Device;
use ganvas::network::NamedTensor;
use ganvas::recipe::{LatentReuse, Recipe};
use ganvas::training::{Objective, Training};
use pollster::block_on;
use safetensors::tensor::{Dtype, TensorView};
use std::collections::HashMap;
use std::path::Path;

fn training(name: &str) -> Training {
    let (recipe, data) = reduced(name);
    Training::new(recipe, data, SEED, &Device::flex()).unwrap()
}

/// Both networks' tensors.
fn networks(training: &Training) -> Vec<NamedTensor> {
    let generator = block_on(training.generator(false)).unwrap();
    let discriminator = block_on(training.discriminator()).unwrap();
    let mut all = prefixed("generator", generator);
    all.extend(prefixed("discriminator", discriminator));
    all
}

#[test]
fn every_recipe_computes_what_its_source_computes() {
    for name in NAMES {
        let fixture = Fixture::open(name);
        let mut training = training(name);
        training.keep_gradients();
        let reports = block_on(training.next(1)).unwrap();
        fixture.compare_gradients(&block_on(training.gradients()).unwrap());
        let mut losses = reports;
        losses.extend(block_on(training.next(STEPS - 1)).unwrap());
        fixture.compare_losses(&losses);
        fixture.compare_weights(&networks(&training), training.recipe());
    }
}

/// What a source does otherwise than most has to show in three steps, or nothing would hold it.
#[test]
fn a_recipe_without_its_sources_peculiarity_disagrees() {
    type Change = fn(&mut Recipe);
    let changes: [(&str, Change); 5] = [
        ("mlp-gan", |recipe| {
            recipe.schedule.shared_iterations = false
        }),
        ("keras-dcgan", |recipe| {
            recipe.schedule.discriminator_trainable = false;
        }),
        ("wgan-32", |recipe| recipe.schedule.warmup = None),
        ("wgan-32", |recipe| {
            if let Objective::Wasserstein {
                clip_before_update, ..
            } = &mut recipe.objective
            {
                *clip_before_update = false;
            }
        }),
        ("dcgan-32", |recipe| {
            recipe.schedule.latents = LatentReuse::Fresh
        }),
    ];
    for (name, change) in changes {
        let (mut recipe, data) = reduced(name);
        change(&mut recipe);
        let mut training = Training::new(recipe, data, SEED, &Device::flex()).unwrap();
        let losses = block_on(training.next(STEPS)).unwrap();
        let (weights, recipe) = (networks(&training), training.recipe().clone());
        let disagreement = std::panic::catch_unwind(|| {
            let fixture = Fixture::open(name);
            fixture.compare_losses(&losses);
            fixture.compare_weights(&weights, &recipe);
        });
        assert!(disagreement.is_err(), "{name}");
    }
}

/// `cargo test --test parity -- --ignored` writes what `tests/parity/reference.py` starts from.
#[test]
#[ignore = "writes files for the reference"]
fn write_the_inputs() {
    for name in NAMES {
        let mut training = training(name);
        let mut tensors = networks(&training);
        for step in 0..STEPS {
            let inputs = block_on(training.inputs(step as u64)).unwrap();
            tensors.extend(prefixed(&format!("step.{step}"), inputs));
        }
        write(name, &training, &tensors);
    }
}

fn write(name: &str, training: &Training, tensors: &[NamedTensor]) {
    let recipe = training.recipe();
    let image = recipe.image;
    let about = serde_json::json!({
        "name": name,
        "width": recipe.width,
        "batch": recipe.batch,
        "latent": recipe.latent.dimension,
        "image": [image.channels, image.height, image.width],
        "classes": recipe.classes,
        "seed": SEED,
        "epsilon_scale": EPSILON_SCALE,
    });
    let bytes: Vec<Vec<u8>> = tensors
        .iter()
        .map(|tensor| tensor.values.iter().flat_map(|v| v.to_le_bytes()).collect())
        .collect();
    let views = tensors.iter().zip(&bytes).map(|(tensor, bytes)| {
        // What is a vector for each sample is an image of one pixel here.
        let dims: Vec<usize> = match tensor.dims[..] {
            [batch, 1, 1, 1] if tensor.name.contains(".mix.") => vec![batch],
            [batch, numbers, 1, 1] if tensor.name.starts_with("step") => vec![batch, numbers],
            _ => tensor.dims.clone(),
        };
        let view = TensorView::new(Dtype::F32, dims, bytes).unwrap();
        (tensor.name.clone(), view)
    });
    let metadata = HashMap::from([("ganvas".to_owned(), about.to_string())]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/parity/inputs");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.safetensors"));
    let bytes = safetensors::serialize(views, Some(metadata)).unwrap();
    std::fs::write(file, bytes).unwrap();
}
