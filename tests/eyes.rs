//! What the discriminator sees: verdicts, saliency, maps, and sizes of weights and gradients, on the CPU
//! backend.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::recipe::preset;
use ganvas::training::{Examples, Pick, TensorSize, Training, Turn, checkpoint_file};
use pollster::block_on;
use std::sync::Arc;

fn training(name: &str, batch: usize) -> Training {
    let mut recipe = preset(name).unwrap();
    (recipe.width, recipe.batch) = (2, batch);
    let data = Arc::new(DataSet::drawn_digits(1));
    Training::new(recipe, data, 3, &Device::flex()).unwrap()
}

fn mean(values: &[f32]) -> f32 {
    values.iter().sum::<f32>() / values.len() as f32
}

#[test]
fn the_latents_of_the_grid_are_those_it_is_drawn_from() {
    let training = training("dcgan-mnist", 4);
    let latent = training.recipe().latent;
    let all = ganvas::latent::samples(latent, training.seed(), 64);
    let of_fourth = &all[3 * latent.dimension..4 * latent.dimension];
    assert_eq!(training.latent(3), of_fourth);
    assert_eq!(training.latent(64), training.latent(63));
}

#[test]
fn nothing_of_a_training_moves_when_one_looks() {
    // With batch norm, with joint batches and dropout, with spectral norm.
    for name in ["dcgan-mnist", "keras-dcgan", "sngan-32"] {
        let [mut watched, mut alone] = [training(name, 16), training(name, 16)];
        watched.sizes_every(1);
        for step in 0..2 {
            for averaged in [false, true] {
                block_on(watched.verdicts(averaged)).unwrap();
                for pick in [Pick::Real(5), Pick::Generated(63)] {
                    block_on(watched.saliency(pick, averaged)).unwrap();
                    let layer = watched.map_layers()[0].layer;
                    block_on(watched.maps(pick, averaged, layer)).unwrap();
                }
            }
            let mut seen = block_on(watched.next(1)).unwrap();
            assert!(seen[0].sizes.take().is_some());
            assert_eq!(
                seen,
                block_on(alone.next(1)).unwrap(),
                "{name}, step {step}"
            );
        }
        let files = [&watched, &alone].map(|one| block_on(checkpoint_file(one)).unwrap());
        assert!(files[0] == files[1], "{name}");
    }
}

#[test]
fn verdicts_are_those_of_the_discriminator_in_training() {
    for (name, boundary) in [("dcgan-mnist", Some(0.5)), ("wgan-gp-32", None)] {
        let mut training = training(name, 64);
        block_on(training.next(2)).unwrap();
        let verdicts = block_on(training.verdicts(false)).unwrap();
        assert_eq!((verdicts.real.len(), verdicts.generated.len()), (64, 64));
        assert_eq!(verdicts.boundary, boundary, "{name}");
        assert_eq!(verdicts.probabilities, boundary.is_some(), "{name}");
        // Both look at the first 64 drawn digits, which are a batch.
        let evaluated = block_on(training.evaluate(Examples::Fixed)).unwrap();
        let found = mean(&verdicts.real);
        assert!((found - evaluated.d_real).abs() < 1e-5, "{name}: {found}");
        let averaged = block_on(training.verdicts(true)).unwrap();
        assert_eq!(averaged.real, verdicts.real);
        assert_ne!(averaged.generated, verdicts.generated);
    }
}

#[test]
fn an_image_has_one_verdict_however_it_is_asked_for() {
    // 64 images in batches of 24 are 22, 22 and 20; joint ones are judged together with the others.
    for name in ["dcgan-mnist", "keras-dcgan"] {
        let mut training = training(name, 24);
        block_on(training.next(2)).unwrap();
        let verdicts = block_on(training.verdicts(true)).unwrap();
        for index in [0, 21, 22, 63] {
            for (pick, expected) in [
                (Pick::Real(index), verdicts.real[index]),
                (Pick::Generated(index), verdicts.generated[index]),
            ] {
                let found = block_on(training.saliency(pick, true)).unwrap();
                let apart = (found.verdict - expected).abs();
                assert!(
                    apart < 1e-5,
                    "{name}, {pick:?}: {} {expected}",
                    found.verdict
                );
                assert_eq!(found.gradient.len(), 28 * 28);
                assert!(found.gradient.iter().any(|value| *value != 0.0));
            }
        }
    }
}

#[test]
fn there_may_be_fewer_real_images_than_generated_ones() {
    let mut recipe = preset("dcgan-mnist").unwrap();
    (recipe.width, recipe.batch) = (2, 4);
    let data = Arc::new(DataSet::drawn_digits(1).limited(10).unwrap());
    let training = Training::new(recipe, data, 3, &Device::flex()).unwrap();
    let verdicts = block_on(training.verdicts(true)).unwrap();
    assert_eq!((verdicts.real.len(), verdicts.generated.len()), (10, 64));
    let error = block_on(training.saliency(Pick::Real(10), true)).unwrap_err();
    let error = error.to_string();
    assert!(
        error.contains("Real image 11") && error.contains("10 are shown"),
        "{error}"
    );
}

#[test]
fn every_layer_that_makes_images_has_maps() {
    let mut training = training("dcgan-mnist", 8);
    block_on(training.next(1)).unwrap();
    let layers = training.map_layers();
    assert!(layers.len() > 2);
    for layer in &layers {
        let grid = block_on(training.maps(Pick::Real(3), true, layer.layer)).unwrap();
        assert_eq!((grid.width, grid.height), (layer.width, layer.height));
        assert!(grid.columns * grid.rows >= layer.channels.min(64));
        let greys = grid.rgba.chunks(4).filter(|pixel| pixel[3] > 0);
        let greys: Vec<u8> = greys.map(|pixel| pixel[0]).collect();
        assert!(greys.contains(&0) && greys.contains(&255), "{layer:?}");
    }
    let last = training.plan().discriminator.layers.len();
    let error = block_on(training.maps(Pick::Real(3), true, last)).unwrap_err();
    assert!(error.to_string().contains("has no maps"), "{error}");
}

fn root_mean_square(values: &[f32]) -> f32 {
    let sum: f32 = values.iter().map(|value| value * value).sum();
    (sum / values.len() as f32).sqrt()
}

#[test]
fn sizes_are_those_of_the_weights_and_of_their_gradients() {
    let mut training = training("dcgan-mnist", 4);
    training.sizes_every(2);
    let first = block_on(training.next(1)).unwrap();
    assert_eq!(first[0].sizes, None);
    training.keep_gradients();
    let report = block_on(training.next(1)).unwrap().remove(0);
    let sizes = report.sizes.unwrap();
    let gradients = block_on(training.gradients()).unwrap();
    let weights = [
        block_on(training.generator(false)).unwrap(),
        block_on(training.discriminator()).unwrap(),
    ];
    let close = |found: f32, expected: f32| (found - expected).abs() <= 1e-4 * expected + 1e-12;
    let networks = [
        ("generator", &sizes.generator),
        ("discriminator", &sizes.discriminator),
    ];
    for ((network, sizes), weights) in networks.into_iter().zip(weights) {
        for TensorSize {
            name,
            weight,
            gradient,
        } in sizes
        {
            let own = weights.iter().find(|own| own.name == *name).unwrap();
            assert!(
                close(*weight, root_mean_square(&own.values)),
                "{network} {name}"
            );
            let full = format!("{network}.{name}");
            let own = gradients.iter().find(|own| own.name == full).unwrap();
            let expected = root_mean_square(&own.values);
            assert!(close(gradient.unwrap(), expected), "{full}");
        }
        let learns = gradients.iter().filter(|own| own.name.starts_with(network));
        assert_eq!(sizes.len(), learns.count(), "{network}");
    }
    // Who stands still has no gradient.
    training.sizes_every(1);
    let report = block_on(training.next_of(Turn::Generator, 1)).unwrap();
    let sizes = report[0].sizes.as_ref().unwrap();
    assert!(sizes.generator.iter().all(|size| size.gradient.is_some()));
    assert!(
        sizes
            .discriminator
            .iter()
            .all(|size| size.gradient.is_none())
    );
}
