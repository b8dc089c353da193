//! Trains the small classifier that judges digits, `www/src/engine/judge-digits.safetensors`, on MNIST's
//! training images and on drawn digits, and counts how many of the 10,000 test images its 8-bit file
//! gets right:
//!
//! ```sh
//! MNIST_DIR=… cargo run --release --example train_judge -- judge-digits.safetensors
//! ```

use ganvas::burn::module::{Module, ModuleMapper, Param, ParamId};
use ganvas::burn::tensor::{Device, Gradients, Tensor, TensorData, activation};
use ganvas::data::DataSet;
use ganvas::judge::{CLASSES, Classifier, DIGIT, classifier_file};
use ganvas::layers::NetworkSpec;
use ganvas::network::{Network, NetworkPlan, Pass};
use ganvas::random::{Purpose, Random};
use ganvas::spec::{Scale, Shape};
use ganvas::weights::Encoding;
use pollster::block_on;
use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const TITLE: &str = "Digits 0 to 9; trained on MNIST and on drawn digits";
/// The features are what the first nine layers make.
const LAYERS: &str = r#"[
    {"layer": "conv", "out": 16, "kernel": 4, "stride": 2},
    {"layer": "relu"},
    {"layer": "conv", "out": 32, "kernel": 4, "stride": 2},
    {"layer": "relu"},
    {"layer": "conv", "out": 40, "kernel": 3, "stride": 2},
    {"layer": "relu"},
    {"layer": "flatten"},
    {"layer": "linear", "out": 48},
    {"layer": "relu"},
    {"layer": "linear", "out": 10}
]"#;
const FEATURES: usize = 9;

const STEPS: u64 = 5000;
const REPORT_EVERY: u64 = 250;
/// Images of a step: of MNIST, drawn ones, and some that show no digit.
const BATCH: [usize; 3] = [88, 28, 12];
/// The learning rate at first; it falls to 0 along half a cosine.
const RATE: f64 = 2e-3;
const SEED: u64 = 1;

fn main() -> Result<()> {
    let path = std::env::args().nth(1);
    let path = path.unwrap_or_else(|| "judge-digits.safetensors".to_owned());
    let folder = std::env::var("MNIST_DIR")
        .map_err(|_| "Set MNIST_DIR to the folder of MNIST's four files.")?;
    let [train, test] = [
        mnist(Path::new(&folder), "train")?,
        mnist(Path::new(&folder), "t10k")?,
    ];
    let layers: NetworkSpec = serde_json::from_str(LAYERS)?;
    let network = trained(&layers, &train)?;
    let tensors = block_on(network.valid().read())?;
    let file = classifier_file(TITLE, layers, FEATURES, &tensors, Encoding::I8)?;
    std::fs::write(&path, &file)?;
    let (right, sure) = tested(&Classifier::open(&path, &file)?, &test);
    println!(
        "Wrote {path}, {} bytes: {:.2} % of {} test images right, mean probability {sure:.4}.",
        file.len(),
        100.0 * right,
        test.len()
    );
    Ok(())
}

/// Half of MNIST: its images and labels.
fn mnist(folder: &Path, half: &str) -> Result<DataSet> {
    let read = |name: String| {
        let plain = folder.join(&name);
        std::fs::read(&plain)
            .or_else(|_| std::fs::read(folder.join(name + ".gz")))
            .map_err(|error| format!("{} cannot be read: {error}.", plain.display()))
    };
    let images = read(format!("{half}-images-idx3-ubyte"))?;
    let labels = read(format!("{half}-labels-idx1-ubyte"))?;
    Ok(DataSet::idx("MNIST", &images, Some(&labels))?)
}

fn trained(layers: &NetworkSpec, train: &DataSet) -> Result<Network> {
    let device = Device::flex();
    let image = [DIGIT.channels, DIGIT.height, DIGIT.width];
    let scale = Scale {
        width: 1,
        image,
        classes: None,
    };
    let plan = NetworkPlan::new("classifier", layers, Shape::Image(image), &scale)?;
    println!("{} weights", plan.parameters);
    let on = device.clone().autodiff();
    let mut network = Network::new(&plan, SEED, Purpose::DiscriminatorWeights, &on);
    let mut adam = Adam::default();
    let mut batches = Batches::new(train);
    let mut sum = 0.0;
    for step in 0..STEPS {
        let (pixels, targets) = batches.next();
        let count = targets.len() / CLASSES;
        let tensor = |values, dims: [usize; 4]| {
            Tensor::<4>::from_inner(Tensor::from_data(TensorData::new(values, dims), &device))
        };
        let images = tensor(pixels, [count, image[0], image[1], image[2]]);
        let targets = tensor(targets, [count, CLASSES, 1, 1]);
        let mut pass = Pass {
            labels: None,
            groups: 1,
            random: &mut Random::new(SEED, Purpose::Dropout, step),
        };
        let logits = network.forward(images, &mut pass);
        let loss = -(activation::log_softmax(logits, 1) * targets).sum() / count as f64;
        let half = std::f64::consts::PI * step as f64 / STEPS as f64;
        adam.begin(loss.backward(), RATE * 0.5 * (1.0 + half.cos()));
        network = network.map(&mut adam);
        sum += f64::from(loss.inner().into_data().try_to_vec::<f32>()?[0]);
        if (step + 1) % REPORT_EVERY == 0 {
            println!("step {}: loss {:.4}", step + 1, sum / REPORT_EVERY as f64);
            sum = 0.0;
        }
    }
    Ok(network)
}

/// The part of the test images that the classifier gets right, and how sure it is of its answers.
fn tested(classifier: &Classifier, test: &DataSet) -> (f64, f64) {
    let mut images = vec![0; test.len() * DIGIT.bytes()];
    let labels: Vec<Option<u8>> = images
        .chunks_exact_mut(DIGIT.bytes())
        .enumerate()
        .map(|(place, image)| test.image(place as u64, image))
        .collect();
    let seen = classifier.see(&images);
    let (mut right, mut sure) = (0.0, 0.0);
    for ((class, probability), label) in seen.verdicts().zip(labels) {
        right += f64::from(u8::from(label.map(usize::from) == Some(class)));
        sure += f64::from(probability);
    }
    let count = test.len() as f64;
    (right / count, sure / count)
}

/// Images as no two epochs have them, and what the classifier is to make of them.
struct Batches<'a> {
    train: &'a DataSet,
    drawn: DataSet,
    order: Vec<u64>,
    next: usize,
    drawn_next: u64,
    random: Random,
}

impl<'a> Batches<'a> {
    fn new(train: &'a DataSet) -> Self {
        Self {
            train,
            drawn: DataSet::drawn_digits(SEED),
            order: Vec::new(),
            next: 0,
            drawn_next: 0,
            random: Random::new(SEED, Purpose::Shuffle, 0),
        }
    }

    fn next(&mut self) -> (Vec<f32>, Vec<f32>) {
        let (mut pixels, mut targets) = (Vec::new(), Vec::new());
        let mut image = vec![0; DIGIT.bytes()];
        let [real, drawn, none] = BATCH;
        for number in 0..real + drawn + none {
            let label = if number >= real && number < real + drawn {
                self.drawn_next += 1;
                self.drawn.image(self.drawn_next, &mut image)
            } else {
                let place = self.place();
                self.train.image(place, &mut image)
            };
            let label = usize::from(label.expect("both sets have labels"));
            if number < real + drawn {
                pixels.extend(moved(&image, &mut self.random));
                targets.extend((0..CLASSES).map(|class| f32::from(u8::from(class == label))));
            } else {
                pixels.extend(spoilt(&image, &mut self.random));
                targets.extend([1.0 / CLASSES as f32; CLASSES]);
            }
        }
        (pixels, targets)
    }

    fn place(&mut self) -> u64 {
        if self.next == self.order.len() {
            self.order = (0..self.train.len() as u64).collect();
            self.random.shuffle(&mut self.order);
            self.next = 0;
        }
        self.next += 1;
        self.order[self.next - 1]
    }
}

const SIDE: usize = DIGIT.height;

/// A digit a little turned, sheared, scaled and shifted.
fn moved(image: &[u8], random: &mut Random) -> Vec<f32> {
    let (angle, shear) = (random.between(-0.2, 0.2), random.between(-0.15, 0.15));
    let scale = [random.between(0.88, 1.12), random.between(0.88, 1.12)];
    let shift = [random.between(-2.0, 2.0), random.between(-2.0, 2.0)];
    let middle = (SIDE as f32 - 1.0) / 2.0;
    let at = |row: isize, column: isize| {
        let inside = |place: isize| (0..SIDE as isize).contains(&place);
        let byte = if inside(row) && inside(column) {
            image[row as usize * SIDE + column as usize]
        } else {
            0
        };
        f32::from(byte) / 255.0
    };
    let pixel = |place: usize| {
        let y = ((place / SIDE) as f32 - middle - shift[0]) * scale[0];
        let x = ((place % SIDE) as f32 - middle - shift[1]) * scale[1];
        let x = x + shear * y;
        let row = angle.cos() * y - angle.sin() * x + middle;
        let column = angle.sin() * y + angle.cos() * x + middle;
        let (top, left) = (row.floor() as isize, column.floor() as isize);
        let (down, right) = (row - row.floor(), column - column.floor());
        let upper = at(top, left) * (1.0 - right) + at(top, left + 1) * right;
        let lower = at(top + 1, left) * (1.0 - right) + at(top + 1, left + 1) * right;
        upper * (1.0 - down) + lower * down
    };
    (0..DIGIT.bytes()).map(pixel).collect()
}

/// What shows no digit: the digit's negative, its quarters in another order, noise, or one grey.
fn spoilt(image: &[u8], random: &mut Random) -> Vec<f32> {
    let (low, high) = (random.uniform(), random.uniform());
    match random.below(4) {
        0 => moved(image, random)
            .into_iter()
            .map(|pixel| 1.0 - pixel)
            .collect(),
        1 => {
            let half = SIDE / 2;
            let turn = half * (1 + random.below(2) as usize);
            let from = |place: usize| {
                let (row, column) = (place / SIDE, place % SIDE);
                let row = if turn == half {
                    (row + half) % SIDE
                } else {
                    row
                };
                image[row * SIDE + (column + half) % SIDE]
            };
            let bytes: Vec<u8> = (0..DIGIT.bytes()).map(from).collect();
            moved(&bytes, random)
        }
        2 => (0..DIGIT.bytes())
            .map(|_| low + (high - low) * random.uniform())
            .collect(),
        _ => vec![low; DIGIT.bytes()],
    }
}

/// Adam (Kingma and Ba 2015), with PyTorch's usual numbers.
#[derive(Default)]
struct Adam {
    gradients: Option<Gradients>,
    rate: f64,
    updates: i32,
    /// Means of each weight's gradient and of its square.
    means: HashMap<ParamId, [Tensor<1>; 2]>,
}

impl Adam {
    fn begin(&mut self, gradients: Gradients, rate: f64) {
        self.updates += 1;
        (self.gradients, self.rate) = (Some(gradients), rate);
    }
}

impl ModuleMapper for Adam {
    fn map_float<const D: usize>(&mut self, param: Param<Tensor<D>>) -> Param<Tensor<D>> {
        let gradients = self.gradients.as_mut();
        let Some(gradient) = gradients.and_then(|all| param.val().grad_remove(all)) else {
            return param;
        };
        let count = gradient.dims().iter().product::<usize>();
        let gradient: Tensor<1> = gradient.reshape([count]);
        let before = self.means.remove(&param.id);
        let [mean, square] =
            before.unwrap_or_else(|| [gradient.zeros_like(), gradient.zeros_like()]);
        let mean = mean * 0.9 + gradient.clone() * 0.1;
        let square = square * 0.999 + gradient.clone() * gradient * 0.001;
        let means = [mean.clone(), square.clone()];
        self.means.insert(param.id, means);
        let corrected = mean / (1.0 - 0.9_f64.powi(self.updates));
        let root = (square / (1.0 - 0.999_f64.powi(self.updates))).sqrt() + 1e-8;
        let change = corrected / root * self.rate;
        param.map(|weight| {
            let dims = weight.dims();
            Tensor::from_inner(weight.inner() - change.reshape(dims)).require_grad()
        })
    }
}
