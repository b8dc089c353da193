//! Weight files and tensors put into networks: what goes in comes out, and nothing else goes in.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::generator::{Generator, MOST_IMAGES, Statistics};
use ganvas::grid::Grid;
use ganvas::network::NamedTensor;
use ganvas::random::{Purpose, Random};
use ganvas::recipe::{Recipe, preset};
use ganvas::training::Training;
use ganvas::training::generator_file;
use ganvas::weights::{Encoding, GeneratorFile, LARGEST_GENERATOR, open_generator};
use ganvas::{Error, network::Network};
use pollster::block_on;
use safetensors::tensor::{Dtype, TensorView};
use std::collections::HashMap;
use std::sync::Arc;

fn small() -> Recipe {
    let mut recipe = preset("dcgan-mnist").unwrap();
    recipe.width = 2;
    recipe.batch = 4;
    recipe
}

fn trained(steps: usize) -> Training {
    let data = Arc::new(DataSet::drawn_digits(1));
    let mut training = Training::new(small(), data, 3, &Device::flex()).unwrap();
    block_on(training.next(steps)).unwrap();
    training
}

fn file() -> Vec<u8> {
    block_on(generator_file(&trained(2), false, Encoding::F32)).unwrap()
}

/// The file made of these tensors and this metadata.
fn packed(tensors: &[NamedTensor], metadata: &[(&str, &str)]) -> Vec<u8> {
    let bytes: Vec<Vec<u8>> = tensors
        .iter()
        .map(|tensor| tensor.values.iter().flat_map(|v| v.to_le_bytes()).collect())
        .collect();
    let views = tensors.iter().zip(&bytes).map(|(tensor, bytes)| {
        let view = TensorView::new(Dtype::F32, tensor.dims.clone(), bytes).unwrap();
        (tensor.name.clone(), view)
    });
    let metadata: HashMap<String, String> = metadata
        .iter()
        .map(|(key, value)| (key.to_string(), value.to_string()))
        .collect();
    safetensors::serialize(views, Some(metadata)).unwrap()
}

fn refusal(bytes: &[u8]) -> String {
    match open_generator("gen.safetensors", bytes).unwrap_err() {
        Error::Weights(sentence) => sentence.to_string(),
        other => panic!("{other:?}"),
    }
}

/// Two grids whose bytes differ by rounding alone.
fn is_near(one: &Grid, other: &Grid) {
    assert_eq!((one.columns, one.rows), (other.columns, other.rows));
    let pairs = one.rgba.iter().zip(&other.rgba);
    assert!(
        pairs
            .into_iter()
            .all(|(one, other)| one.abs_diff(*other) <= 1)
    );
}

/// What is said to the good file after `change`.
fn refusal_after(change: impl FnOnce(&mut Vec<NamedTensor>)) -> String {
    let GeneratorFile {
        header,
        mut tensors,
    } = open_generator("gen.safetensors", &file()).unwrap();
    change(&mut tensors);
    let header = serde_json::to_string(&header).unwrap();
    refusal(&packed(&tensors, &[("ganvas", &header)]))
}

#[test]
fn a_generator_draws_the_sample_grid_of_its_training() {
    let training = trained(3);
    let bytes = block_on(generator_file(&training, true, Encoding::F32)).unwrap();
    let file = open_generator("gen.safetensors", &bytes).unwrap();
    let generator = Generator::on(&Device::flex(), &file, Statistics::Running).unwrap();
    let grid = block_on(generator.images(64, training.seed())).unwrap();
    is_near(&grid, &block_on(training.samples(true)).unwrap());

    let single = block_on(generator.images(1, training.seed())).unwrap();
    assert_eq!((single.rows, single.columns), (1, 1));
    let row = single.width * 4;
    assert_eq!(single.rgba[..row], grid.rgba[..row]);
    assert_ne!(grid, block_on(generator.images(64, 4)).unwrap());
    for count in [0, MOST_IMAGES + 1] {
        let error = block_on(generator.images(count, 1)).unwrap_err();
        assert!(error.to_string().contains(&count.to_string()), "{error}");
    }
}

#[test]
fn a_generator_file_gives_the_same_generator_back() {
    let training = trained(3);
    let bytes = block_on(generator_file(&training, true, Encoding::F32)).unwrap();
    let file = open_generator("gen.safetensors", &bytes).unwrap();
    let of = file.header.training.as_ref().unwrap();
    assert_eq!(of.recipe, *training.recipe());
    assert_eq!((of.step, of.seed, of.averaged), (3, 3, true));
    let expected = block_on(training.generator(true)).unwrap();
    assert_eq!(file.tensors, expected);

    let device = Device::flex();
    let network = file.network(&device).unwrap();
    assert_eq!(block_on(network.read()).unwrap(), expected);
    // The same latents make the same images as in the training's own grid.
    let mut random = Random::new(3, Purpose::FixedLatents, 0);
    let z = file.header.latent.draw(&mut random, 64, &device);
    let images = network.infer(z, None).into_data().try_into_vec().unwrap();
    let grid = Grid::from_values(file.header.image, &images);
    assert_eq!(grid, block_on(training.samples(true)).unwrap());
}

#[test]
fn a_file_of_version_1_is_still_read() {
    let GeneratorFile { header, tensors } = open_generator("new", &file()).unwrap();
    let mut first = serde_json::to_value(header.training.as_ref().unwrap()).unwrap();
    first["version"] = 1.into();
    let old = packed(&tensors, &[("ganvas", &first.to_string())]);
    let read = open_generator("old", &old).unwrap();
    assert_eq!((read.header, read.tensors), (header, tensors));
}

#[test]
fn a_damaged_file_is_refused_in_a_sentence() {
    let good = file();
    for cut in [0, 7, 8, 100, good.len() - 1] {
        let said = refusal(&good[..cut]);
        assert!(said.contains("“gen.safetensors” is not a whole"), "{said}");
    }
    let mut changed = good.clone();
    *changed.last_mut().unwrap() ^= 1;
    assert!(refusal(&changed).starts_with("“gen.safetensors” is damaged: "));
    let mut longer = good.clone();
    longer.push(0);
    assert!(refusal(&longer).contains("is not a whole"));
    let mut claiming = good;
    claiming[..8].copy_from_slice(&u64::MAX.to_le_bytes());
    assert!(
        refusal(&claiming)
            .contains("at most 16777216 bytes, found a claim of 18446744073709551615")
    );
    let said = refusal(&vec![0; LARGEST_GENERATOR + 1]);
    assert!(said.contains("too large"), "{said}");
}

#[test]
fn wrong_metadata_is_refused_in_a_sentence() {
    let GeneratorFile { header, tensors } = open_generator("gen.safetensors", &file()).unwrap();
    let said = |metadata: &[(&str, &str)]| refusal(&packed(&tensors, metadata));
    assert_eq!(
        said(&[("format", "pt")]),
        "“gen.safetensors” was not written by Ganvas: expected the metadata entry “ganvas”, \
         found none."
    );
    assert!(said(&[("ganvas", "no JSON")]).starts_with("The header of “gen.safetensors” cannot"));
    assert!(said(&[("ganvas", r#"{"version":1}"#)]).contains("recipe"));
    assert_eq!(
        said(&[("ganvas", r#"{"version":7,"of":"another shape"}"#)]),
        "The header of “gen.safetensors” has version 7; this Ganvas reads up to 2."
    );
    let mut broken = header;
    broken.latent.dimension = 0;
    let broken = serde_json::to_string(&broken).unwrap();
    let said = said(&[("ganvas", &broken)]);
    assert!(
        said.contains("gen.safetensors") && said.contains("latent dimension is 0"),
        "{said}"
    );
}

#[test]
fn a_tensor_that_does_not_fit_is_named() {
    assert_eq!(
        refusal_after(|tensors| tensors.truncate(1)),
        "The weights of “gen.safetensors” lack layers.2.scale; expected it as 4 numbers."
    );
    assert_eq!(
        refusal_after(|tensors| {
            let mut more = tensors[0].clone();
            more.name = "layers.99.weight".to_owned();
            tensors.push(more);
        }),
        "The weights of “gen.safetensors” hold \"layers.99.weight\" (100×196), \
         which the network does not have."
    );
    assert_eq!(
        refusal_after(|tensors| tensors[0].dims.reverse()),
        "The weights of “gen.safetensors” hold layers.0.weight as 196×100; expected 100×196."
    );
    assert_eq!(
        refusal_after(|tensors| tensors[0].values[7] = f32::NAN),
        "The weights of “gen.safetensors” hold NaN in layers.0.weight, at place 7; \
         expected finite numbers."
    );
    assert_eq!(
        refusal_after(|tensors| {
            let variance = tensors.iter_mut().find(|t| t.name == "layers.2.variance");
            variance.unwrap().values[1] = -1.0;
        }),
        "The weights of “gen.safetensors” hold -1 in layers.2.variance, at place 1; \
         expected numbers from 0."
    );
}

#[test]
fn another_type_of_numbers_is_refused() {
    let GeneratorFile { header, tensors } = open_generator("gen.safetensors", &file()).unwrap();
    let bytes: Vec<Vec<u8>> = tensors
        .iter()
        .map(|tensor| vec![0; 8 * tensor.values.len()])
        .collect();
    let views = tensors.iter().zip(&bytes).map(|(tensor, bytes)| {
        let view = TensorView::new(Dtype::F64, tensor.dims.clone(), bytes).unwrap();
        (tensor.name.clone(), view)
    });
    let header = serde_json::to_string(&header).unwrap();
    let metadata = HashMap::from([("ganvas".to_owned(), header)]);
    assert_eq!(
        refusal(&safetensors::serialize(views, Some(metadata)).unwrap()),
        "The weights of “gen.safetensors” hold layers.0.weight as F64; \
         expected F32, F16, or I8 with steps."
    );
}

/// The discriminator of [`small`], as it is inside a training.
fn learning(seed: u64) -> Network {
    let plan = small().plan().unwrap().discriminator;
    let device = Device::flex().autodiff();
    Network::new(&plan, seed, Purpose::DiscriminatorWeights, &device)
}

#[test]
fn a_refused_write_changes_nothing() {
    let mut network = learning(1);
    let before = block_on(network.read()).unwrap();
    let mut wrong = block_on(learning(2).read()).unwrap();
    wrong.last_mut().unwrap().values[0] = f32::INFINITY;
    let said = network.write(&wrong).unwrap_err().to_string();
    assert!(
        said.contains("inf") && said.contains("layers.6.bias"),
        "{said}"
    );
    wrong.pop();
    wrong.push(wrong[0].clone());
    let said = network.write(&wrong).unwrap_err().to_string();
    assert!(said.contains("\"layers.0.weight\" twice"), "{said}");
    wrong.pop();
    let mut short = before.last().unwrap().clone();
    short.values.clear();
    wrong.push(short);
    let said = network.write(&wrong).unwrap_err().to_string();
    assert!(said.contains("0 numbers for layers.6.bias"), "{said}");
    assert_eq!(block_on(network.read()).unwrap(), before);
}

#[test]
fn written_weights_go_on_learning_and_written_statistics_do_not() {
    use burn::module::{Module, ModuleVisitor, Param};
    use burn::tensor::Tensor;

    #[derive(Default)]
    struct Learning(Vec<(u64, bool)>);
    impl ModuleVisitor for Learning {
        fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
            self.0.push((param.id.val(), param.is_require_grad()));
        }
    }
    let states = |network: &Network| {
        let mut visitor = Learning::default();
        network.visit(&mut visitor);
        visitor.0
    };

    let source = learning(2);
    let tensors = block_on(source.read()).unwrap();
    let mut network = learning(1);
    let before = states(&network);
    network.write(&tensors).unwrap();
    // Optimisers know parameters by their identity.
    assert_eq!(states(&network), before);
    assert!(before.iter().any(|(_, learns)| *learns) && before.iter().any(|(_, learns)| !learns));
    assert_eq!(block_on(network.read()).unwrap(), tensors);

    let step = |network: &mut Network| {
        let x = Tensor::ones([2, 1, 28, 28], &Device::flex().autodiff());
        let mut random = Random::new(1, Purpose::Dropout, 0);
        let mut pass = ganvas::network::Pass {
            labels: None,
            groups: 1,
            random: &mut random,
        };
        let gradients = network.forward(x, &mut pass).sum().backward();
        let mut sums = Gradients(Vec::new(), gradients);
        network.visit(&mut sums);
        (sums.0, block_on(network.read()).unwrap())
    };
    struct Gradients(Vec<Option<f32>>, burn::tensor::Gradients);
    impl ModuleVisitor for Gradients {
        fn visit_float<const D: usize>(&mut self, param: &Param<Tensor<D>>) {
            let gradient = param.val().grad(&self.1);
            self.0.push(gradient.map(|g| g.abs().sum().into_scalar()));
        }
    }
    let mut source = source;
    let (expected, found) = (step(&mut source), step(&mut network));
    assert_eq!(found, expected);
    assert!(expected.0.iter().flatten().any(|sum| *sum > 0.0));
    // The statistics followed the batch.
    assert_ne!(found.1, tensors);
}
