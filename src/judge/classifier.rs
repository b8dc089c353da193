//! The classifier of digits, on plain buffers; `examples/train_judge.rs` trains it.

use crate::layers::{NetworkSpec, PlannedLayer, Run};
use crate::network::{NamedTensor, NetworkPlan, Stack, in_order};
use crate::ops::{Buffer, rank_4};
use crate::sentence::{sentence, term};
use crate::spec::{ImageShape, Scale, Shape};
use crate::weights::{Encoding, TensorFile, serialise};
use crate::{Error, Result};
use serde::{Deserialize, Serialize};

/// The images that it takes.
pub const DIGIT: ImageShape = ImageShape {
    channels: 1,
    height: 28,
    width: 28,
};
/// Classes that it tells apart.
pub const CLASSES: usize = 10;
/// Most bytes of its file.
pub const LARGEST_CLASSIFIER: usize = 1 << 20;
/// Images that are classified together: what they become between two layers stays in a core's cache.
const TOGETHER: usize = 20;
/// What its file is to say.
const KIND: &str = "classifier";
const VERSION: u32 = 1;

/// Its layers as JSON in the file's metadata.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    version: u32,
    kind: String,
    /// What it tells apart and what it was trained on, in a line.
    title: String,
    /// From pixels, black 0 and white 1, to a logit for each class.
    layers: NetworkSpec,
    /// How many of the layers make the features.
    features: usize,
}

/// Tells digits apart.
#[derive(Debug)]
pub struct Classifier {
    features: Part,
    head: Part,
    feature_count: usize,
}

/// Layers at work, and their tensors.
#[derive(Debug)]
struct Part {
    stack: Stack,
    tensors: Vec<Buffer>,
}

/// What the classifier makes of images.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Seen {
    /// Features of one image after another.
    pub features: Vec<f32>,
    /// For each image the probability of every class.
    pub probabilities: Vec<f32>,
}

impl Classifier {
    /// Reads its file. `name` is for people: every error names it.
    ///
    /// # Errors
    /// [`Error::Weights`] when the file is damaged, something else, or does not fit its own layers.
    pub fn open(name: &str, bytes: &[u8]) -> Result<Self> {
        let file = TensorFile::open(name, bytes, LARGEST_CLASSIFIER)?;
        let read = |_, json: &str| serde_json::from_str::<Header>(json);
        let header = file.header(VERSION, KIND, read)?;
        let plan = file.planned(header.plan())?;
        let tensors = file.tensors(&plan.layout())?;
        Ok(Self::of(&plan, header.features, tensors))
    }

    /// `tensors` are those of the plan, in its order.
    fn of(plan: &NetworkPlan, features: usize, tensors: Vec<NamedTensor>) -> Self {
        let (first, second) = plan.layers.split_at(features);
        let feature_count = first[features - 1].output.size();
        let mut buffers = tensors
            .into_iter()
            .map(|tensor| Buffer::new(tensor.values, rank_4(&tensor.dims)));
        let mut part = |layers: &[PlannedLayer]| {
            let stack = Stack::new(layers);
            let tensors = buffers.by_ref().take(stack.tensor_count()).collect();
            Part { stack, tensors }
        };
        Self {
            features: part(first),
            head: part(second),
            feature_count,
        }
    }

    /// Numbers in the features of an image.
    pub fn feature_count(&self) -> usize {
        self.feature_count
    }

    /// Looks at images of the shape [`DIGIT`], one behind the other.
    pub fn see(&self, images: &[u8]) -> Seen {
        let mut seen = Seen::default();
        for images in images.chunks(TOGETHER * DIGIT.bytes()) {
            let pixels: Vec<f32> = images.iter().map(|byte| f32::from(*byte) / 255.0).collect();
            let count = pixels.len() / DIGIT.bytes();
            let dims = [count, DIGIT.channels, DIGIT.height, DIGIT.width];
            let features = self.features.run(Buffer::new(pixels, dims));
            let logits = self.head.run(features.clone()).into_values();
            seen.features.extend(features.into_values());
            for logits in logits.chunks_exact(CLASSES) {
                seen.probabilities.extend(softmax(logits));
            }
        }
        seen
    }
}

impl Seen {
    /// For each image the class that it is taken for, and its probability.
    pub fn verdicts(&self) -> impl Iterator<Item = (usize, f32)> {
        self.probabilities.chunks_exact(CLASSES).map(|row| {
            let best = (0..CLASSES).max_by(|&a, &b| row[a].total_cmp(&row[b]));
            let best = best.unwrap_or_default();
            (best, row[best])
        })
    }
}

impl Part {
    fn run(&self, x: Buffer) -> Buffer {
        let (mut run, count) = (Run::inference(), self.stack.len());
        self.stack.forward(&self.tensors, x, None, count, &mut run)
    }
}

impl Header {
    /// Works out every shape.
    fn plan(&self) -> Result<NetworkPlan> {
        let [channels, height, width] = [DIGIT.channels, DIGIT.height, DIGIT.width];
        let image = [channels, height, width];
        let scale = Scale {
            width: 1,
            image,
            classes: None,
        };
        let plan = NetworkPlan::new(KIND, &self.layers, Shape::Image(image), &scale)?;
        plan.check_work(KIND)?;
        if plan.output != Shape::Flat(CLASSES) {
            return Err(Error::spec(sentence!(
                "The {name} makes {output}; expected {classes} features, one for each digit.",
                name = term("classifier"),
                output = plan.output,
                classes = CLASSES
            )));
        }
        if !(1..plan.layers.len()).contains(&self.features) {
            return Err(Error::spec(sentence!(
                "The classifier takes its features from layer {features}; expected 1 to {most}.",
                features = self.features,
                most = plan.layers.len() - 1
            )));
        }
        Ok(plan)
    }
}

/// The file of a classifier: these layers, of which the first `features` make the features.
///
/// # Errors
/// [`Error::Spec`] for layers that do not go from a digit to its class, [`Error::Weights`] unless the tensors
/// are exactly theirs.
pub fn classifier_file(
    title: &str,
    layers: NetworkSpec,
    features: usize,
    tensors: &[NamedTensor],
    encoding: Encoding,
) -> Result<Vec<u8>> {
    let header = Header {
        version: VERSION,
        kind: KIND.to_owned(),
        title: title.to_owned(),
        layers,
        features,
    };
    let plan = header.plan()?;
    in_order("The weights given", &plan.layout(), tensors)?;
    serialise(&encoding.encode_all(&plan, tensors), &header)
}

/// Appends the centre of an image whose rows have `width` bytes, as large as a digit: MNIST's
/// images are often padded.
pub fn centre(image: &[u8], width: usize, to: &mut Vec<u8>) {
    let height = image.len() / width;
    let top = (height - DIGIT.height) / 2;
    let left = (width - DIGIT.width) / 2;
    for row in image.chunks_exact(width).skip(top).take(DIGIT.height) {
        to.extend_from_slice(&row[left..left + DIGIT.width]);
    }
}

fn softmax(logits: &[f32]) -> impl Iterator<Item = f32> {
    let most = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers = logits.iter().map(move |logit| libm::expf(logit - most));
    let sum: f32 = powers.clone().sum();
    powers.map(move |power| power / sum)
}
