//! Smaller weight files: batch norm folded, f16, 8 bits. The images stay what they are.

use burn::tensor::Device;
use ganvas::Error;
use ganvas::generator::{Generator, Statistics};
use ganvas::layers::LayerSpec;
use ganvas::network::{NamedTensor, Network, one_hot};
use ganvas::random::{Purpose, Random};
use ganvas::recipe::{Recipe, presets};
use ganvas::weights::{Encoding, GeneratorFile, Header, Trained, open_generator};
use pollster::block_on;
use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, TensorView};
use std::collections::HashMap;

/// A narrow generator of this recipe, whose every tensor is random, statistics too.
fn generator(mut recipe: Recipe) -> GeneratorFile {
    recipe.width = 4;
    let whole = recipe.image;
    recipe.image.height = recipe.image.height.min(32);
    recipe.image.width = recipe.image.width.min(32);
    if recipe.plan().is_err() {
        recipe.image = whole;
    }
    let labels = (0..recipe.classes.unwrap_or(0)).map(|class| format!("class {class}"));
    let json = serde_json::json!({
        "version": 2, "kind": "generator", "name": recipe.name, "generator": recipe.generator,
        "width": recipe.width, "image": recipe.image, "latent": recipe.latent,
        "labels": labels.collect::<Vec<_>>(),
        "training": Trained { recipe, step: 1, seed: 1, data: "none".to_owned(), averaged: true },
    });
    let header: Header = serde_json::from_value(json).unwrap();
    let plan = header.plan().unwrap();
    let network = Network::new(&plan, 5, Purpose::GeneratorWeights, &Device::flex());
    let mut tensors = block_on(network.read()).unwrap();
    for (index, tensor) in tensors.iter_mut().enumerate() {
        let mut random = Random::new(2, Purpose::Latents, index as u64);
        let NamedTensor { name, values, .. } = tensor;
        for value in values {
            *value = match name.rsplit('.').next().unwrap() {
                "variance" => random.between(0.01, 2.0),
                "scale" => random.between(0.5, 1.5),
                "weight" => 0.1 * random.normal(),
                _ => 0.3 * random.normal(),
            };
        }
    }
    GeneratorFile { header, tensors }
}

/// The numbers of four images, by the layers as they stand.
fn images(file: &GeneratorFile) -> Vec<f32> {
    let device = Device::flex();
    let mut random = Random::new(3, Purpose::FixedLatents, 0);
    let latents = file.header.latent.draw(&mut random, 4, &device);
    let labels = file.header.classes();
    let labels = labels.map(|classes| one_hot(&[0, 1, 2, 3], classes, &device));
    let images = file
        .network(&device)
        .unwrap()
        .infer(latents, labels.as_ref());
    images.into_data().try_into_vec().unwrap()
}

fn farthest(one: &[f32], other: &[f32]) -> f32 {
    assert_eq!(one.len(), other.len());
    let differences = one.iter().zip(other).map(|(a, b)| (a - b).abs());
    differences.fold(0.0, f32::max)
}

fn is_norm(layer: &LayerSpec) -> bool {
    matches!(layer, LayerSpec::BatchNorm(_))
}

#[test]
fn folding_batch_norm_changes_no_image() {
    for recipe in presets() {
        let file = generator(recipe);
        let folded = file.folded().unwrap();
        let spec = &folded.header.generator;
        assert!(
            !spec
                .iter()
                .any(|layer| matches!(layer, LayerSpec::Dropout(_)))
        );
        // Behind a sum of branches there is nothing to fold a normalisation into.
        let has_branches = spec.iter().any(|layer| !layer.branches().is_empty());
        assert!(
            has_branches || !spec.iter().any(is_norm),
            "{}",
            file.header.name
        );
        let far = farthest(&images(&file), &images(&folded));
        assert!(far < 1e-4, "{}: {far}", file.header.name);
    }
}

#[test]
fn what_cannot_be_folded_stays() {
    let mut recipe = presets()
        .into_iter()
        .find(|r| r.name == "dcgan-mnist")
        .unwrap();
    let norm = recipe.generator.iter().position(is_norm).unwrap();
    // Behind the activation, and so not affine with the layer before.
    recipe.generator.swap(norm, norm + 1);
    let file = generator(recipe);
    let folded = file.folded().unwrap();
    let count = |file: &GeneratorFile| {
        let layers = &file.header.generator;
        layers.iter().filter(|layer| is_norm(layer)).count()
    };
    assert_eq!((count(&file), count(&folded)), (2, 1));
    assert!(farthest(&images(&file), &images(&folded)) < 1e-5);
}

#[test]
fn small_files_draw_the_same_images_but_for_rounding() {
    let name = |recipe: &Recipe| recipe.name == "cdcgan-mnist";
    let file = generator(presets().into_iter().find(name).unwrap());
    let whole = file.encode(Encoding::F32).unwrap();
    assert_eq!(open_generator("whole", &whole).unwrap(), file);
    let expected = images(&file);
    for (encoding, part, most) in [(Encoding::F16, 0.55, 2e-3), (Encoding::I8, 0.32, 2e-2)] {
        let small = file.encode(encoding).unwrap();
        let size = small.len() as f64 / whole.len() as f64;
        assert!(size < part, "{encoding:?}: {size}");
        let opened = open_generator("small", &small).unwrap();
        assert_eq!(opened.header.training, file.header.training);
        let far = farthest(&images(&opened), &expected);
        assert!(far > 0.0 && far < most, "{encoding:?}: {far}");
        // And so it draws in the page.
        let generator = Generator::on(&Device::flex(), &opened, Statistics::Running).unwrap();
        assert!(block_on(generator.images(4, 1)).is_ok());
    }
}

#[test]
fn eight_bits_need_steps_that_fit() {
    let file = generator(presets().remove(0));
    let bytes = file.encode(Encoding::I8).unwrap();
    let (_, metadata) = SafeTensors::read_metadata(&bytes).unwrap();
    let tensors = SafeTensors::deserialize(&bytes).unwrap();
    let said = |change: &dyn Fn(&mut HashMap<String, TensorView<'_>>)| {
        let mut views: HashMap<_, _> = tensors.tensors().into_iter().collect();
        change(&mut views);
        let mut entries = metadata.metadata().clone().unwrap();
        entries.remove("checksum");
        let bytes = safetensors::serialize(views, Some(entries)).unwrap();
        match open_generator("small.safetensors", &bytes).unwrap_err() {
            Error::Weights(sentence) => sentence.to_string(),
            other => panic!("{other:?}"),
        }
    };
    let step = "layers.0.weight.step";
    let without = said(&|views| drop(views.remove(step)));
    assert!(
        without.contains("layers.0.weight as I8; expected a tensor of F32 steps"),
        "{without}"
    );
    static ONES: [u8; 36] = [0; 36];
    for dims in [vec![9], vec![3, 3], vec![1, 9], vec![1, 1, 9]] {
        let view = || TensorView::new(Dtype::F32, dims.clone(), &ONES).unwrap();
        let wrong = said(&|views| {
            views.insert(step.to_owned(), view());
        });
        assert!(
            wrong.contains("expected steps along one of its axes"),
            "{wrong}"
        );
    }
    let more = said(&|views| {
        let view = TensorView::new(Dtype::F32, vec![9], &ONES).unwrap();
        views.insert("layers.0.bias.step".to_owned(), view);
    });
    assert!(more.contains("which the network does not have"), "{more}");
}

#[test]
fn what_is_not_finite_is_not_drawn() {
    let file = generator(presets().remove(0));
    let generator = Generator::on(&Device::flex(), &file, Statistics::Running).unwrap();
    let dimension = file.header.latent.dimension;
    let draw = |latents: &[f32], labels: &[u8]| block_on(generator.values(latents, labels));
    assert!(draw(&vec![0.5; 2 * dimension], &[0, 0]).is_ok());
    for (latents, word) in [
        (vec![0.5; 3], "expected 2 ×"),
        (vec![f32::NAN; 2 * dimension], "finite"),
        (vec![1e38; 2 * dimension], "not finite"),
    ] {
        let error = draw(&latents, &[0, 0]).unwrap_err().to_string();
        assert!(error.contains(word), "{error}");
    }
}

#[test]
fn directions_are_those_that_move_the_first_layer_most() {
    let name = |recipe: &Recipe| recipe.name == "dcgan-mnist";
    let file = generator(presets().into_iter().find(name).unwrap())
        .folded()
        .unwrap();
    let generator = Generator::on(&Device::flex(), &file, Statistics::Running).unwrap();
    let directions = block_on(generator.directions()).unwrap();
    let dimension = file.header.latent.dimension;
    assert_eq!(directions.len(), dimension);
    assert!(directions.is_sorted_by(|one, other| one.strength >= other.strength));
    // A step along a direction moves the layer's output as far as it says.
    let weight = &file.tensors[0];
    let outputs = weight.dims[1];
    let moved = |vector: &[f32]| -> f32 {
        let output = |at: usize| -> f32 {
            let rows = vector.iter().enumerate();
            rows.map(|(row, part)| part * weight.values[row * outputs + at])
                .sum()
        };
        (0..outputs)
            .map(|at| output(at).powi(2))
            .sum::<f32>()
            .sqrt()
    };
    for place in [0, 1, dimension - 1] {
        let ganvas::latent::Direction { vector, strength } = &directions[place];
        let length: f32 = vector.iter().map(|part| part * part).sum();
        assert!((length - 1.0).abs() < 1e-4);
        let moved = moved(vector);
        assert!(
            (moved - strength).abs() < 1e-3 * directions[0].strength,
            "{moved} {strength}"
        );
    }
    // The plain coordinates move it less than the first direction does.
    let mut axis = vec![0.0; dimension];
    axis[3] = 1.0;
    assert!(moved(&axis) < directions[0].strength);
}
