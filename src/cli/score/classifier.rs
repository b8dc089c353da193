//! The classifier whose features the distance is measured on: the MNIST network of burn's own
//! examples, written as specs and run by our own networks.

use super::super::Failure;
use super::super::files;
use super::digits::{Digits, SIDE};
use super::tensors;
use burn::tensor::{Device, Tensor, TensorData, activation};
use ganvas::layers::NetworkSpec;
use ganvas::network::Network;
use ganvas::network::NetworkPlan;
use ganvas::random::Purpose;
use ganvas::spec::{Scale, Shape};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where the classifier lies beside the checkout.
const BESIDE: &str = "../shared/models/burn-mnist-cnn/mnist.safetensors";
/// Environment variable that names another place.
const VARIABLE: &str = "GANVAS_CLASSIFIER";
/// Most bytes of its file, which has 1.5 MB.
const LARGEST: u64 = 16 << 20;
/// Images that are classified at once.
const BATCH: usize = 250;

/// What it reads; its sizes are all plain numbers.
const SCALE: Scale = Scale {
    width: 1,
    image: [1, 28, 28],
    classes: None,
};
/// Its layers, split behind the penultimate one, and what the file calls their tensors.
const DESCRIPTION: &str = include_str!("classifier.json");

/// What the features are, for people.
pub const FEATURES: &str = "the 32 outputs of fc1 after ReLU, the classifier's penultimate layer";
/// Numbers in one image's features.
pub const FEATURE_COUNT: usize = 32;
/// Classes that it tells apart.
pub const CLASSES: usize = 10;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Description {
    features: NetworkSpec,
    head: NetworkSpec,
    names: Names,
}

/// Our tensors' names and the file's.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    features: BTreeMap<String, String>,
    head: BTreeMap<String, String>,
}

/// The classifier at work.
pub struct Classifier {
    features: Network,
    head: Network,
    device: Device,
}

/// What the classifier makes of images.
#[derive(Default)]
pub struct Judgement {
    /// [`FEATURE_COUNT`] numbers an image.
    pub features: Vec<f32>,
    /// The most probable class of each image.
    pub classes: Vec<u8>,
    /// Its probability.
    pub confidences: Vec<f32>,
}

impl Classifier {
    /// Where its file is: as asked for, else by the environment, else beside the checkout.
    pub fn path(asked: Option<PathBuf>) -> PathBuf {
        asked
            .or_else(|| std::env::var_os(VARIABLE).map(PathBuf::from))
            .unwrap_or_else(|| BESIDE.into())
    }

    /// Reads the file.
    pub fn open(path: &Path, device: &Device) -> Result<Self, Failure> {
        if !path.exists() {
            return Err(Failure::File(format!(
                "The classifier {} does not exist: expected mnist.safetensors of burn's example \
                 import-model-weights; name it with --classifier or {VARIABLE}.",
                path.display()
            )));
        }
        let bytes = files::read(path, LARGEST)?;
        let Description {
            features,
            head,
            names,
        } = serde_json::from_str(DESCRIPTION).expect("the description is read by a test");
        let file = tensors::open(path, &bytes)?;
        let build = |spec, input, names| {
            let plan = NetworkPlan::new("classifier", spec, input, &SCALE)?;
            let mut network = Network::new(&plan, 0, Purpose::DiscriminatorWeights, device);
            network.write(&tensors::renamed(path, &file, names)?)?;
            Ok::<_, Failure>(network)
        };
        Ok(Self {
            features: build(&features, Shape::Image([1, SIDE, SIDE]), &names.features)?,
            head: build(&head, Shape::Flat(FEATURE_COUNT), &names.head)?,
            device: device.clone(),
        })
    }

    /// Judges images; `progress` hears how many are done.
    pub fn judge(
        &self,
        digits: &Digits,
        mut progress: impl FnMut(usize),
    ) -> Result<Judgement, Failure> {
        let mut judgement = Judgement::default();
        for bytes in digits.bytes().chunks(BATCH * SIDE * SIDE) {
            self.judge_batch(bytes, &mut judgement)?;
            progress(judgement.classes.len());
        }
        Ok(judgement)
    }

    fn judge_batch(&self, bytes: &[u8], judgement: &mut Judgement) -> Result<(), Failure> {
        let pixels: Vec<f32> = bytes
            .iter()
            .map(|byte| (f32::from(*byte) / 255.0 - 0.1307) / 0.3081)
            .collect();
        let count = bytes.len() / (SIDE * SIDE);
        let data = TensorData::new(pixels, [count, 1, SIDE, SIDE]);
        let features = self
            .features
            .infer(Tensor::from_data(data, &self.device), None);
        let logits = self.head.infer(features.clone(), None);
        let probabilities = numbers(activation::softmax(logits, 1))?;
        judgement.features.extend(numbers(features)?);
        for row in probabilities.chunks_exact(CLASSES) {
            let best = (0..CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b]));
            let best = best.unwrap_or_default();
            judgement.classes.push(best as u8);
            judgement.confidences.push(row[best]);
        }
        Ok(())
    }
}

/// A tensor's numbers, off the device, all finite.
fn numbers(tensor: Tensor<4>) -> Result<Vec<f32>, Failure> {
    let who = "The classifier gives";
    let values: Vec<f32> = tensor
        .into_data()
        .try_into_vec()
        .map_err(|error| Failure::File(format!("{who} other than f32: {error:?}.")))?;
    if values.iter().all(|value| value.is_finite()) {
        return Ok(values);
    }
    Err(Failure::File(format!("{who} numbers that are not finite.")))
}
