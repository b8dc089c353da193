//! Checkpoints: a resumed training is the uninterrupted one.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::recipe::{Recipe, preset, presets};
use ganvas::training::{Algorithm, GradientClip, StepReport, Training};
use ganvas::training::{checkpoint_file, generator_file, open_checkpoint};
use ganvas::weights::{Encoding, open_generator};
use pollster::block_on;
use std::sync::Arc;

fn small(mut recipe: Recipe) -> Recipe {
    (recipe.width, recipe.batch) = (1, 4);
    recipe
}

fn digits() -> Arc<DataSet> {
    Arc::new(DataSet::drawn_digits(1))
}

/// Digits, or faces for a recipe that takes no other size.
fn data(recipe: &Recipe) -> Arc<DataSet> {
    let digits = digits();
    match recipe.check_data(&digits) {
        Ok(()) => digits,
        Err(_) => Arc::new(DataSet::drawn_faces(1)),
    }
}

fn training(recipe: Recipe) -> Training {
    let data = data(&recipe);
    Training::new(recipe, data, 3, &Device::flex()).unwrap()
}

fn steps(training: &mut Training, count: usize) -> Vec<StepReport> {
    block_on(training.next(count)).unwrap()
}

/// Trains, stops, goes on from the file, and compares with a run that never stopped.
fn goes_on_as_if_never_stopped(recipe: Recipe) {
    let name = recipe.name.clone();
    let mut whole = training(recipe.clone());
    steps(&mut whole, 2);
    let expected = steps(&mut whole, 2);

    let data = data(&recipe);
    let mut first = training(recipe);
    steps(&mut first, 2);
    let file = block_on(checkpoint_file(&first)).unwrap();
    let checkpoint = open_checkpoint("saved", &file).unwrap();
    let mut resumed = checkpoint.resume(data, &Device::flex()).unwrap();
    assert_eq!(resumed.step(), 2, "{name}");
    assert_eq!(steps(&mut resumed, 2), expected, "{name}");
    let files = [&whole, &resumed].map(|one| block_on(checkpoint_file(one)).unwrap());
    assert!(files[0] == files[1], "{name}: everything else is equal too");
}

#[test]
fn every_recipe_goes_on_as_if_never_stopped() {
    for recipe in presets() {
        goes_on_as_if_never_stopped(small(recipe));
    }
}

#[test]
fn every_optimiser_goes_on_as_if_never_stopped() {
    for algorithm in [
        Algorithm::Adamw {
            beta1: 0.5,
            beta2: 0.9,
            epsilon: 1e-8,
            weight_decay: 0.1,
        },
        Algorithm::Sgd {
            momentum: 0.9,
            nesterov: true,
        },
        Algorithm::Sgd {
            momentum: 0.0,
            nesterov: false,
        },
    ] {
        let mut recipe = small(preset("dcgan-mnist").unwrap());
        recipe.generator_optimiser.algorithm = algorithm;
        recipe.discriminator_optimiser.algorithm = algorithm;
        recipe.discriminator_optimiser.decay = 0.1;
        recipe.discriminator_optimiser.clip_gradient = Some(GradientClip::Norm(0.01));
        goes_on_as_if_never_stopped(recipe);
    }
}

#[test]
fn a_training_can_be_saved_before_its_first_step() {
    let mut fresh = training(small(preset("dcgan-mnist").unwrap()));
    let file = block_on(checkpoint_file(&fresh)).unwrap();
    let checkpoint = open_checkpoint("fresh", &file).unwrap();
    let mut resumed = checkpoint.resume(digits(), &Device::flex()).unwrap();
    assert_eq!(steps(&mut resumed, 2), steps(&mut fresh, 2));
}

#[test]
fn a_checkpoint_knows_which_part_of_the_data_it_saw() {
    let recipe = || small(preset("dcgan-mnist").unwrap());
    let begun =
        |data: DataSet| Training::new(recipe(), Arc::new(data), 3, &Device::flex()).unwrap();
    let few = || DataSet::drawn_digits(5).limited(40).unwrap();
    let stored = sixty(0);
    for (saw, given) in [
        // The page draws by seed 0, the command line by the training's, here 3.
        (DataSet::drawn_digits(0), DataSet::drawn_digits(3)),
        (DataSet::drawn_digits(3), DataSet::drawn_digits(0)),
        (
            DataSet::drawn_digits(0).limited(40).unwrap(),
            DataSet::drawn_digits(3),
        ),
        (
            DataSet::drawn_digits(3).limited(40).unwrap(),
            DataSet::drawn_digits(0),
        ),
        (
            DataSet::drawn_digits(3),
            DataSet::drawn_digits(0).limited(40).unwrap(),
        ),
        (few(), DataSet::drawn_digits(5)),
        (
            stored.limited(20).unwrap().named("sixty, first 20"),
            stored.clone(),
        ),
    ] {
        let name = saw.name().to_owned();
        let mut training = begun(saw);
        let file = block_on(checkpoint_file(&training)).unwrap();
        let expected = steps(&mut training, 2);
        let checkpoint = open_checkpoint("saved", &file).unwrap();
        let mut resumed = checkpoint.resume(Arc::new(given), &Device::flex()).unwrap();
        assert_eq!(steps(&mut resumed, 2), expected);
        assert_eq!(resumed.data_name(), name);
    }
    let file = block_on(checkpoint_file(&begun(few()))).unwrap();
    let other = Arc::new(DataSet::drawn_faces(5));
    let checkpoint = open_checkpoint("saved", &file).unwrap();
    assert!(checkpoint.resume(other, &Device::flex()).is_err());

    let file = block_on(checkpoint_file(&begun(sixty(0)))).unwrap();
    let [same, other] = [0, 1].map(|changed| {
        let checkpoint = open_checkpoint("saved", &file).unwrap();
        checkpoint.resume(Arc::new(sixty(changed)), &Device::flex())
    });
    assert!(same.is_ok());
    let said = other.err().unwrap().to_string();
    assert!(
        said.contains("60 images of sixty are not the same"),
        "{said}"
    );
}

/// Sixty grey images, of which the second is changed by so much.
fn sixty(changed: u8) -> DataSet {
    let mut file = vec![0, 0, 8, 3, 0, 0, 0, 60, 0, 0, 0, 28, 0, 0, 0, 28];
    file.extend((0..60).flat_map(|image| [image; 784]));
    file[16 + 784] += changed;
    DataSet::idx("sixty", &file, None).unwrap()
}

#[test]
fn what_cannot_go_on_is_a_sentence() {
    let mut training = training(small(preset("dcgan-mnist").unwrap()));
    steps(&mut training, 1);
    let file = block_on(checkpoint_file(&training)).unwrap();
    let generator = block_on(generator_file(&training, true, Encoding::F32)).unwrap();
    let refusal = |bytes: &[u8]| open_checkpoint("mine", bytes).unwrap_err().to_string();
    assert_eq!(
        refusal(&generator),
        "“mine” is a generator; expected a checkpoint."
    );
    let error = open_generator("mine", &file).unwrap_err().to_string();
    assert_eq!(error, "“mine” is a checkpoint; expected a generator.");
    for length in [0, 7, 100, file.len() / 2, file.len() - 1] {
        assert!(refusal(&file[..length]).contains("mine"));
    }
    // A counter that says more than the optimiser remembers, or than can be counted.
    let file_before = file.clone();
    let file = unchecked(&file);
    let json = String::from_utf8_lossy(&file).into_owned();
    let counters = r#"\"step\":1,\"generator_updates\":1"#;
    assert!(json.contains(counters));
    let none = r#"\"step\":1,\"generator_updates\":0"#;
    let less = replaced(&file, counters.as_bytes(), none.as_bytes());
    assert!(
        refusal(&less).contains("generator_optimiser"),
        "{}",
        refusal(&less)
    );

    let small = r#"\"step\":1,\"generator_updates\":1,\"discriminator_updates\":1"#;
    for place in 0..3 {
        for much in [1 << 48, u64::MAX] {
            let mut counts = [1; 3];
            counts[place] = much;
            let [step, generator, discriminator] = counts;
            let large = format!(
                "\\\"step\\\":{step},\\\"generator_updates\\\":{generator},\
                 \\\"discriminator_updates\\\":{discriminator}"
            );
            let said = refusal(&grown(&file, small, &large));
            let wanted = format!("“mine” is a checkpoint of {much} steps");
            assert!(said.contains(&wanted), "{said}");
        }
    }
    let file = file_before;

    let few = [0, 0, 8, 3, 0, 0, 0, 4, 0, 0, 0, 28, 0, 0, 0, 28];
    let few = [&few[..], &[0; 4 * 784]].concat();
    let other = Arc::new(DataSet::idx("few", &few, None).unwrap());
    let checkpoint = open_checkpoint("mine", &file).unwrap();
    let error = checkpoint.resume(other, &Device::flex()).err().unwrap();
    assert_eq!(error.name(), "DataError");
    let said = error.to_string();
    assert!(said.contains("made with Drawn digits"), "{said}");
    assert!(said.contains("4 images of few"), "{said}");
}

/// The file as one from before there were checksums.
fn unchecked(bytes: &[u8]) -> Vec<u8> {
    let entry = b"\"checksum\":\"adler32:";
    let mut bytes = bytes.to_vec();
    let place = bytes
        .windows(entry.len())
        .position(|window| window == entry)
        .unwrap();
    bytes[place..place + entry.len() + 10].fill(b' ');
    bytes
}

/// The file with a longer header.
fn grown(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut grown = replaced(bytes, from.as_bytes(), to.as_bytes());
    let more = (grown.len() - bytes.len()) as u64;
    let length = u64::from_le_bytes(*bytes.first_chunk().unwrap());
    grown[..8].copy_from_slice(&(length + more).to_le_bytes());
    grown
}

#[test]
fn a_training_that_is_no_longer_finite_is_not_saved() {
    let mut training = training(small(preset("dcgan-mnist").unwrap()));
    steps(&mut training, 1);
    assert!(block_on(checkpoint_file(&training)).is_ok());
    // What an optimiser remembers is looked at nowhere else.
    let mut state = block_on(training.state()).unwrap();
    let remembered = state
        .iter_mut()
        .find(|tensor| tensor.name.starts_with("discriminator_optimiser."));
    let name = remembered
        .map(|tensor| {
            tensor.values[0] = f32::NAN;
            tensor.name.clone()
        })
        .unwrap();
    training.restore(training.counters(), state).unwrap();
    let said = block_on(checkpoint_file(&training))
        .unwrap_err()
        .to_string();
    let wanted = format!("The training cannot be saved any more: its weights hold NaN in {name}");
    assert!(said.starts_with(&wanted), "{said}");
}

fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    let place = bytes
        .windows(from.len())
        .position(|window| window == from)
        .unwrap();
    [&bytes[..place], to, &bytes[place + from.len()..]].concat()
}
