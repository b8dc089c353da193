//! Evaluations, accuracy and sample grids of a training, on the CPU backend.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::generator::Statistics;
use ganvas::recipe::{Recipe, preset};
use ganvas::training::checkpoint_file;
use ganvas::training::{Drawing, Examples, Training};
use pollster::block_on;
use std::sync::Arc;

fn small(name: &str) -> Recipe {
    let mut recipe = preset(name).unwrap();
    (recipe.width, recipe.batch) = (2, 4);
    recipe
}

fn training(recipe: Recipe) -> Training {
    let data = Arc::new(DataSet::drawn_digits(1));
    Training::new(recipe, data, 3, &Device::flex()).unwrap()
}

fn held_out() -> DataSet {
    DataSet::drawn_digits(1).hold_out(10).unwrap().1
}

#[test]
fn nothing_of_a_training_moves_when_it_is_evaluated() {
    // With batch norm, dropout, joint batches, classes, and a critic.
    for name in [
        "dcgan-mnist",
        "keras-dcgan",
        "mlp-gan",
        "cdcgan-mnist",
        "wgan-gp-32",
    ] {
        let [mut watched, mut alone] = [training(small(name)), training(small(name))];
        for _ in 0..3 {
            for examples in [Examples::Fixed, Examples::HeldOut(&held_out())] {
                block_on(watched.evaluate(examples)).unwrap();
            }
            let [watched, alone] =
                [&mut watched, &mut alone].map(|one| block_on(one.next(1)).unwrap());
            assert_eq!(watched, alone, "{name}");
        }
        let files = [&watched, &alone].map(|one| block_on(checkpoint_file(one)).unwrap());
        assert!(files[0] == files[1], "{name}");
    }
}

#[test]
fn fixed_examples_stay_and_held_out_ones_meet_new_latents() {
    let mut training = training(small("dcgan-mnist"));
    block_on(training.next(3)).unwrap();
    let held_out = held_out();
    let both = |training: &Training| {
        [Examples::Fixed, Examples::HeldOut(&held_out)]
            .map(|examples| block_on(training.evaluate(examples)).unwrap())
    };
    let [fixed, other] = both(&training);
    assert_eq!(both(&training), [fixed.clone(), other.clone()]);
    assert_eq!((fixed.images, other.images), (64, 10));
    // A step that moves running statistics, but no weight.
    training.set_rates(0.0, 0.0).unwrap();
    block_on(training.next(1)).unwrap();
    let [same, new] = both(&training);
    assert_eq!(same, fixed);
    // The real images are the same, and judged in a batch of their own.
    assert_eq!(
        (new.d_loss_real, new.d_real),
        (other.d_loss_real, other.d_real)
    );
    assert_ne!(new.d_loss_fake, other.d_loss_fake);
    assert_ne!(new.g_loss, other.g_loss);
}

#[test]
fn a_discriminator_that_learns_gets_its_examples_right() {
    let mut training = training(small("dcgan-mnist"));
    let reports = block_on(training.next(60)).unwrap();
    let last = reports.last().unwrap();
    // Of four images each.
    let accuracy = last.accuracy.unwrap();
    assert!(accuracy.real >= 0.5 && accuracy.fake >= 0.5, "{accuracy:?}");
    assert_eq!((accuracy.real * 4.0).fract(), 0.0);
    let found = block_on(training.evaluate(Examples::HeldOut(&held_out()))).unwrap();
    let accuracy = found.accuracy.unwrap();
    assert!(accuracy.real + accuracy.fake > 1.5, "{found:?}");
    assert!(found.d_real > found.d_fake + 0.1, "{found:?}");
    assert!((found.d_loss - found.d_loss_real - found.d_loss_fake).abs() < 1e-6);
    assert!(found.d_loss < 2.0 * 2.0_f32.ln() && found.g_loss > 2.0_f32.ln());
    let json = serde_json::to_value(last).unwrap();
    assert!(json["accuracy"]["real"].is_number(), "{json}");

    let mut critic = self::training(small("wgan-32"));
    let report = block_on(critic.next(1)).unwrap().remove(0);
    assert_eq!(report.accuracy, None);
    let json = serde_json::to_value(report).unwrap();
    assert!(json.get("accuracy").is_none(), "{json}");
    let found = block_on(critic.evaluate(Examples::Fixed)).unwrap();
    assert_eq!(found.accuracy, None);
}

#[test]
fn images_that_the_recipe_cannot_take_are_refused() {
    let faces = DataSet::drawn_faces(1).limited(4).unwrap();
    let error = block_on(training(small("dcgan-mnist")).evaluate(Examples::HeldOut(&faces)));
    let error = error.unwrap_err();
    assert_eq!(error.name(), "DataError", "{error}");
}

#[test]
fn a_grid_of_another_size_begins_with_the_same_images() {
    let mut training = training(small("dcgan-mnist"));
    block_on(training.next(3)).unwrap();
    let cell = |grid: &ganvas::grid::Grid, index: usize| -> Vec<u8> {
        let row = grid.columns * 28 * 4;
        let corner = index / grid.columns * 28 * row + index % grid.columns * 28 * 4;
        let lines = (0..28).map(|line| &grid.rgba[corner + line * row..][..28 * 4]);
        lines.flatten().copied().collect()
    };
    let small = block_on(training.samples(true)).unwrap();
    assert_eq!((small.columns, small.rows), (8, 8));
    training.set_grid(10, 10).unwrap();
    let large = block_on(training.samples(true)).unwrap();
    assert_eq!((large.columns, large.rows), (10, 10));
    for index in 0..64 {
        assert!(cell(&large, index) == cell(&small, index), "{index}");
    }
    let reals = training.reals();
    assert_eq!((reals.columns, reals.rows), (10, 10));
    training.set_grid(3, 2).unwrap();
    let few = block_on(training.samples(true)).unwrap();
    assert_eq!((few.columns, few.rows), (3, 2));
    assert!(cell(&few, 5) == cell(&small, 5));
    for (columns, rows) in [(0, 8), (8, 0), (65, 64), (usize::MAX, 2)] {
        let error = training.set_grid(columns, rows).unwrap_err();
        assert_eq!(error.name(), "RecipeError");
        let size = format!("{columns}×{rows}");
        assert!(error.to_string().contains(&size), "{error}");
    }
}

#[test]
fn every_way_to_draw_is_another_grid() {
    let mut training = training(small("dcgan-mnist"));
    block_on(training.next(5)).unwrap();
    let mut grids = Vec::new();
    for averaged in [true, false] {
        for statistics in [Statistics::Running, Statistics::Batch] {
            let drawing = Drawing {
                averaged,
                statistics,
            };
            grids.push(block_on(training.draw(drawing)).unwrap());
        }
    }
    assert_eq!(grids[0], block_on(training.samples(true)).unwrap());
    assert_eq!(grids[2], block_on(training.samples(false)).unwrap());
    for (place, grid) in grids.iter().enumerate() {
        assert!(!grids[..place].contains(grid), "{place}");
    }
}
