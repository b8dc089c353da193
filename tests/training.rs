//! Training sessions on the CPU backend.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::judge::{Classifier, Judged};
use ganvas::layers::{self, LayerSpec};
use ganvas::recipe::{Recipe, preset};
use ganvas::training::{StepReport, Training};
use ganvas::training::{checkpoint_file, generator_file, open_checkpoint};
use ganvas::weights::{Encoding, Header};
use pollster::block_on;
use std::sync::Arc;

fn small() -> Recipe {
    let mut recipe = preset("dcgan-mnist").unwrap();
    recipe.width = 2;
    recipe.batch = 4;
    recipe
}

fn training(recipe: Recipe, seed: u64) -> ganvas::Result<Training> {
    Training::new(
        recipe,
        Arc::new(DataSet::drawn_digits(1)),
        seed,
        &Device::flex(),
    )
}

fn losses(reports: &[StepReport]) -> Vec<[f32; 4]> {
    let of = |r: &StepReport| [r.d_loss, r.g_loss, r.d_real, r.d_fake];
    reports.iter().map(of).collect()
}

#[test]
fn one_seed_is_one_run_however_it_is_pulled() {
    let mut at_once = training(small(), 3).unwrap();
    let mut piecewise = training(small(), 3).unwrap();
    let expected = block_on(at_once.next(6)).unwrap();
    let mut found = block_on(piecewise.next(1)).unwrap();
    block_on(piecewise.samples(true)).unwrap();
    piecewise.advance(2);
    found.extend(block_on(piecewise.next(3)).unwrap());
    assert_eq!(found, expected);
    assert_eq!(block_on(piecewise.next(0)).unwrap(), []);
    assert_eq!(
        expected.iter().map(|r| r.step).collect::<Vec<_>>(),
        [1, 2, 3, 4, 5, 6]
    );
    let grids = [&at_once, &piecewise].map(|training| block_on(training.samples(false)).unwrap());
    assert_eq!(grids[0], grids[1]);

    let other = block_on(training(small(), 4).unwrap().next(6)).unwrap();
    assert_ne!(losses(&other), losses(&expected));
}

#[test]
fn judging_gives_the_same_twice_and_changes_nothing_that_follows() {
    let file = std::fs::read("www/src/engine/judge-digits.safetensors").unwrap();
    let classifier = Arc::new(Classifier::open("judge-digits.safetensors", &file).unwrap());
    let mut plain = training(small(), 3).unwrap();
    let mut judged = training(small(), 3).unwrap();
    let mut reports = block_on(judged.next(3)).unwrap();
    assert!(judged.wants_classifier());
    judged.give_classifier(classifier.clone());
    assert!(!judged.wants_classifier());
    let first = block_on(judged.judge(50)).unwrap();
    assert_eq!(block_on(judged.judge(50)).unwrap(), first);
    assert_eq!(
        (first.step, first.samples, first.judge),
        (3, 50, Judged::Digits)
    );
    let weights = [first.sizes.generator, first.sizes.discriminator];
    for value in [first.distance, first.certainty, first.spread]
        .into_iter()
        .chain(weights)
    {
        assert!(value.is_some_and(|value| value > 0.0), "{first:?}");
    }
    reports.extend(block_on(judged.next(3)).unwrap());
    assert_eq!(reports, block_on(plain.next(6)).unwrap());
    let grids = [&judged, &plain].map(|training| block_on(training.samples(true)).unwrap());
    assert_eq!(grids[0], grids[1]);
    let files = [&judged, &plain].map(|training| block_on(checkpoint_file(training)).unwrap());
    assert!(files[0] == files[1], "the checkpoints differ");

    // A training that goes on elsewhere is judged the same.
    let checkpoint = open_checkpoint("checkpoint", &files[0]).unwrap();
    let data = Arc::new(DataSet::drawn_digits(1));
    let mut resumed = checkpoint.resume(data, &Device::flex()).unwrap();
    resumed.give_classifier(classifier);
    let [one, other] = [&mut judged, &mut resumed].map(|one| block_on(one.judge(50)).unwrap());
    assert_eq!(one, other);
    assert_ne!(one.sizes, first.sizes);
    for count in [1, 5001] {
        let refusal = block_on(judged.judge(count)).unwrap_err().to_string();
        assert!(refusal.ends_with("expected 2 to 5000."), "{refusal}");
    }
}

#[test]
fn without_a_classifier_pixels_are_judged() {
    let mut training = training(small(), 3).unwrap();
    let quality = block_on(training.judge(50)).unwrap();
    assert_eq!((quality.judge, quality.distance), (Judged::Pixels, None));
    assert!(
        quality.sliced.is_some_and(|sliced| sliced > 0.0),
        "{quality:?}"
    );
}

#[test]
fn training_changes_the_samples_and_separates_the_losses() {
    let mut training = training(small(), 1).unwrap();
    let before = block_on(training.samples(false)).unwrap();
    let reports = block_on(training.next(60)).unwrap();
    let after = block_on(training.samples(false)).unwrap();
    assert_ne!(before, after);
    assert_eq!((after.columns, after.rows), (8, 8));
    assert_eq!(after.rgba.len(), 64 * 28 * 28 * 4);
    // An untrained discriminator is undecided; this one soon tells most drawn digits from noise.
    assert!(
        (reports[0].d_loss - 2.0 * 2.0_f32.ln()).abs() < 0.2,
        "{:?}",
        reports[0]
    );
    let last = reports.last().unwrap();
    assert!(last.d_real > last.d_fake + 0.1, "{last:?}");
    assert!((last.epoch - 60.0 * 4.0 / 60_000.0).abs() < 1e-9);
}

#[test]
fn the_averaged_generator_is_another_than_the_live_one() {
    let mut training = training(small(), 1).unwrap();
    block_on(training.next(5)).unwrap();
    let [averaged, live] = [true, false].map(|which| block_on(training.generator(which)).unwrap());
    assert_eq!(averaged.len(), live.len());
    assert_ne!(averaged[0].values, live[0].values);
    let names: Vec<_> = live.iter().map(|tensor| tensor.name.as_str()).collect();
    assert_eq!(
        names[..3],
        ["layers.0.weight", "layers.2.scale", "layers.2.shift"]
    );
}

#[test]
fn schedules_conditions_and_fresh_latents_train() {
    let mut recipe = small();
    recipe.classes = Some(10);
    let concat = serde_json::json!({ "layer": "concat-label" });
    let concat: LayerSpec = serde_json::from_value(concat).unwrap();
    recipe.generator.insert(0, concat.clone());
    recipe.discriminator.insert(0, concat);
    recipe.schedule.discriminator_updates = 2;
    recipe.schedule.generator_updates = 3;
    let mut shared = training(recipe.clone(), 1).unwrap();
    recipe.schedule.latents = ganvas::recipe::LatentReuse::Fresh;
    let mut fresh = training(recipe, 1).unwrap();
    let [shared_losses, fresh_losses] =
        [&mut shared, &mut fresh].map(|training| losses(&block_on(training.next(3)).unwrap()));
    assert!(shared_losses.iter().flatten().all(|loss| loss.is_finite()));
    assert_ne!(shared_losses, fresh_losses);
    assert_eq!(shared.steps_per_epoch(), 60_000.0 / 4.0 / 2.0);
}

#[test]
fn learning_rates_change_at_once_and_bad_ones_change_nothing() {
    let mut training = training(small(), 1).unwrap();
    block_on(training.next(2)).unwrap();
    let before = block_on(training.generator(false)).unwrap();
    assert_eq!(
        training.set_rates(-1.0, 0.1).unwrap_err().name(),
        "RecipeError"
    );
    assert_eq!(
        training.set_rates(0.0, f64::NAN).unwrap_err().name(),
        "RecipeError"
    );
    training.set_rates(0.0, 0.0).unwrap();
    block_on(training.next(1)).unwrap();
    let after = block_on(training.generator(false)).unwrap();
    for (before, after) in before.iter().zip(&after) {
        let is_statistic = before.name.ends_with("mean") || before.name.ends_with("variance");
        assert_eq!(before == after, !is_statistic, "{}", before.name);
    }
}

#[test]
fn diverged_training_is_an_error_and_not_nan() {
    let mut recipe = small();
    for layer in &mut recipe.discriminator {
        if let LayerSpec::LeakyRelu(layers::LeakyRelu { slope }) = layer {
            *slope = 1e38;
        }
    }
    let error = block_on(training(recipe, 1).unwrap().next(3)).unwrap_err();
    assert_eq!(error.name(), "TrainingError");
    // The losses stay harmless: batch norm divides what is infinite back to zero.
    assert!(error.to_string().contains("no longer finite"), "{error}");
}

#[test]
fn what_does_not_fit_is_refused_before_anything_runs() {
    let refusal = |change: &dyn Fn(&mut Recipe)| {
        let mut recipe = small();
        change(&mut recipe);
        training(recipe, 1).err().expect("refused").to_string()
    };
    for (change, words) in [
        (
            (&|recipe: &mut Recipe| recipe.batch = 0) as &dyn Fn(&mut Recipe),
            ["batch is 0", "1 to 4096"],
        ),
        (&|recipe| recipe.width = 0, ["width is 0", "1 to 1024"]),
        (
            &|recipe| (recipe.width, recipe.batch) = (1024, 4096),
            ["smaller batches", "numbers for each sample"],
        ),
        (&|recipe| recipe.image.height = 32, ["28×28", "32×28"]),
        (&|recipe| recipe.classes = Some(4), ["4 classes", "has 10"]),
        (
            &|recipe| recipe.average = 1.5,
            ["average is 1.5", "below 1"],
        ),
        (&|recipe| recipe.image.channels = 2, ["2 channels", "RGB"]),
        (&|recipe| recipe.generator.truncate(4), ["generator", "7×7"]),
    ] {
        let refusal = refusal(change);
        assert!(words.iter().all(|word| refusal.contains(word)), "{refusal}");
    }
}

#[test]
fn the_generators_file_carries_recipe_and_weights() {
    let mut training = training(small(), 9).unwrap();
    block_on(training.next(2)).unwrap();
    let bytes = block_on(generator_file(&training, true, Encoding::F32)).unwrap();
    let (_, header) = safetensors::SafeTensors::read_metadata(&bytes).unwrap();
    let metadata = header.metadata().as_ref().unwrap();
    let header: Header = serde_json::from_str(&metadata["ganvas"]).unwrap();
    let of = header.training.unwrap();
    assert_eq!(&of.recipe, training.recipe());
    assert_eq!((of.seed, of.step, of.averaged), (9, 2, true));
    let file = safetensors::SafeTensors::deserialize(&bytes).unwrap();
    let weight = file.tensor("layers.0.weight").unwrap();
    assert_eq!(weight.shape(), [100, 196]);
}

#[test]
fn a_critic_without_an_input_gradient_is_refused_by_its_layer() {
    let mut recipe = preset("wgan-gp-32").unwrap();
    recipe.plan().unwrap();
    for (json, words) in [
        (
            r#"{"layer":"batch-norm"}"#,
            ["Layer 3", "batch-norm", "rest of its batch"],
        ),
        (
            r#"{"layer":"dropout","rate":0.3}"#,
            ["Layer 3", "dropout", "every pass"],
        ),
    ] {
        let mut critic = recipe.clone();
        critic
            .discriminator
            .insert(2, serde_json::from_str(json).unwrap());
        let error = critic.plan().unwrap_err();
        assert_eq!(error.name(), "RecipeError");
        let said = error.to_string();
        assert!(words.iter().all(|word| said.contains(word)), "{said}");
    }
    recipe.discriminator.insert(
        2,
        serde_json::from_str(r#"{"layer":"layer-norm"}"#).unwrap(),
    );
    recipe.plan().unwrap();
    recipe
        .discriminator
        .push(LayerSpec::Sigmoid(layers::Sigmoid {}));
    let said = recipe.plan().unwrap_err().to_string();
    assert!(
        said.contains("sigmoid") && said.contains("logits"),
        "{said}"
    );
}

#[test]
fn data_of_another_size_is_padded_adapted_to_or_refused() {
    let digits = DataSet::drawn_digits(1);
    let fitted = |name: &str| preset(name).unwrap().fitted(digits.shape());
    let padded = fitted("dcgan-32");
    assert_eq!(padded.image.height, 32);
    padded.check_data(&digits).unwrap();
    let adapted = fitted("dcgan-tensorflow");
    let image = adapted.image;
    assert_eq!((image.channels, image.height, image.width), (1, 28, 28));
    adapted.plan().unwrap();
    adapted.check_data(&digits).unwrap();
    let faces = DataSet::drawn_faces(1);
    let said = padded.check_data(&faces).unwrap_err().to_string();
    assert!(said.contains("up to 32×32 with 1 channels"), "{said}");
    for (height, width) in [(48, 48), (96, 64), (28, 28), (17, 33), (1, 1)] {
        let mut shape = faces.shape();
        (shape.height, shape.width) = (height, width);
        for channels in [1, 3, 4] {
            shape.channels = channels;
            preset("dcgan-tensorflow")
                .unwrap()
                .fitted(shape)
                .plan()
                .unwrap();
        }
    }
}

#[test]
fn a_padded_image_is_black_around() {
    let recipe = small_of("dcgan-32");
    let training = training(recipe, 1).unwrap();
    let grid = training.reals();
    assert_eq!((grid.width, grid.height), (32, 32));
    let row = grid.columns * grid.width * 4;
    let edge = grid.rgba[..2 * row].chunks(4);
    assert!(edge.clone().all(|pixel| pixel == [0, 0, 0, 255]));
    assert!(grid.rgba.chunks(4).any(|pixel| pixel[0] > 200));
}

fn small_of(name: &str) -> Recipe {
    let mut recipe = preset(name).unwrap();
    (recipe.width, recipe.batch) = (1, 4);
    recipe
}
