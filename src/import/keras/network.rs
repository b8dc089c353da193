//! Turns a Keras model into a draft, along the connections between its layers.

use super::activations;
use super::configuration::{Layer, Model};
use super::layers::{Building, Point};
use super::numbers::Numbers;
use crate::import::array::{Array, activated, count, matmul};
use crate::import::budget::Budget;
use crate::import::draft::{Draft, Weight};
use crate::import::found::{Found, written};
use crate::import::join::Join;
use crate::import::label;
use crate::layers::{self, LayerSpec};
use crate::sentence::sentence;
use crate::spec::Shape;
use std::collections::HashMap;
use std::rc::Rc;

/// What flows between layers.
#[derive(Debug, Clone)]
enum Flow {
    /// The latent and what becomes of it.
    Image(Point),
    /// A label's number.
    Label,
    /// A label, one-hot, of this many classes.
    OneHot(usize),
    /// The label's embedding, `[classes, features]`, and the image that it was reshaped to: channels,
    /// height and width, with Keras' order of numbers.
    Embedding(Array, Option<[usize; 3]>),
}

/// The generator that `model` is, with its `numbers`.
pub(super) fn draft(model: &Model, numbers: &Numbers, budget: &Rc<Budget>) -> Found<Draft> {
    let inputs: Vec<&Layer> = model
        .layers
        .iter()
        .filter(|layer| layer.class == "InputLayer")
        .collect();
    let labels: Vec<&str> = inputs
        .iter()
        .filter(|input| inputs.len() > 1 && is_label(model, &input.name))
        .map(|input| input.name.as_str())
        .collect();
    let latents: Vec<&&Layer> = inputs
        .iter()
        .filter(|input| !labels.contains(&input.name.as_str()))
        .collect();
    let [latent] = latents[..] else {
        return Err(sentence!(
            "it takes {count} inputs beside labels; a generator takes one latent",
            count = latents.len()
        ));
    };
    let draft = Draft::new(size(latent)?).within(budget);
    let mut walk = Walk {
        building: Building::new(draft, numbers, is_channels_last(model)),
        uses: uses(model),
        flows: HashMap::new(),
        numbers,
    };
    if let Some(shape) = image_shape(latent) {
        walk.building.begin_with(shape)?;
    }
    walk.flows
        .insert(latent.name.clone(), Flow::Image(walk.building.point()));
    for label in labels {
        let input = inputs.iter().find(|input| input.name == label);
        let size = input.map_or(Ok(1), |input| size(input))?;
        let flow = if size > 1 {
            walk.building.draft.assume(sentence!(
                "the {numbers} numbers of “{name}” are a label, one-hot",
                numbers = size,
                name = label
            ));
            Flow::OneHot(size)
        } else {
            Flow::Label
        };
        walk.flows.insert(label.to_owned(), flow);
    }
    for layer in &model.layers {
        if layer.class != "InputLayer" && !walk.flows.contains_key(&layer.name) {
            walk.layer(layer)?;
        }
        if model.output.as_deref() == Some(&layer.name) {
            break;
        }
    }
    let end = model.output.as_ref().and_then(|name| walk.flows.get(name));
    if let Some(Flow::Image(point)) = end.cloned() {
        walk.building.go_to(&point)?;
        if point.pad != [0; 4] {
            walk.building.surround(point.pad)?;
        }
    }
    Ok(walk.building.draft)
}

/// How many layers take each layer's result.
fn uses(model: &Model) -> HashMap<String, usize> {
    let mut uses = HashMap::new();
    for input in model.layers.iter().flat_map(|layer| &layer.inputs) {
        *uses.entry(input.clone()).or_default() += 1;
    }
    uses
}

/// An input's shape, without the batch.
fn shape(layer: &Layer) -> Vec<usize> {
    let shape = ["batch_shape", "batch_input_shape"]
        .iter()
        .find_map(|name| layer.settings[*name].as_array());
    let sides = shape.into_iter().flatten().skip(1);
    sides
        .filter_map(|side| usize::try_from(side.as_u64()?).ok())
        .collect()
}

fn size(layer: &Layer) -> Found<usize> {
    let shape = shape(layer);
    let size = count(&shape).ok();
    let size = size.filter(|size| *size > 0 && *size <= 1 << 20);
    size.ok_or_else(|| {
        sentence!(
            "“{name}” takes no shape of a latent: {dims}",
            name = layer.name,
            dims = written(&shape)
        )
    })
}

fn image_shape(layer: &Layer) -> Option<[usize; 3]> {
    shape(layer).try_into().ok()
}

/// Whether an input is a label: where it is looked up, or named so.
fn is_label(model: &Model, name: &str) -> bool {
    let mut users = model
        .layers
        .iter()
        .filter(|layer| layer.inputs.iter().any(|i| i == name));
    users.any(|layer| matches!(layer.class.as_str(), "Embedding" | "CategoryEncoding"))
        || label::is_named(name)
}

fn is_channels_last(model: &Model) -> bool {
    let first = |layer: &Layer| layer.word("data_format") == Some("channels_first");
    !model.layers.iter().any(first)
}

struct Walk<'a> {
    building: Building<'a>,
    /// How many layers take a layer's result.
    uses: HashMap<String, usize>,
    flows: HashMap<String, Flow>,
    numbers: &'a Numbers,
}

impl Walk<'_> {
    fn layer(&mut self, layer: &Layer) -> Found<()> {
        let inputs: Found<Vec<Flow>> = layer
            .inputs
            .iter()
            .map(|input| {
                self.flows.get(input).cloned().ok_or_else(|| {
                    sentence!(
                        "“{name}” takes “{input}”, which comes after it",
                        name = layer.name,
                        input
                    )
                })
            })
            .collect();
        let inputs = inputs?;
        let flow = match &inputs[..] {
            [Flow::Image(point)] => {
                self.building.go_to(point)?;
                self.building.layer(layer)?;
                Flow::Image(self.building.point())
            }
            [Flow::Image(_), Flow::Image(_), ..] => self.join(layer, &inputs)?,
            [Flow::Label] => self.label(layer)?,
            [Flow::Embedding(table, _)] => self.table(layer, table.clone())?,
            [one @ Flow::OneHot(_)] if is_shapeless(layer) => one.clone(),
            [first, second] if self.is_first_label(layer, &inputs) => {
                self.concatenate(layer, first, second)?
            }
            [Flow::Image(point), Flow::Embedding(table, image)]
            | [Flow::Embedding(table, image), Flow::Image(point)] => {
                let is_first = matches!(inputs[0], Flow::Embedding(..));
                self.building.label(point, table, *image)?;
                let label = Flow::Image(Point::at(self.building.draft.place()));
                let image = Flow::Image(point.clone());
                let both = if is_first {
                    [label, image]
                } else {
                    [image, label]
                };
                self.join(layer, &both)?
            }
            [] => {
                return Err(sentence!(
                    "“{name}” ({class}) takes nothing",
                    name = layer.name,
                    class = layer.class
                ));
            }
            _ => {
                return Err(sentence!(
                    "“{name}” ({class}) joins branches, which Ganvas does not support",
                    name = layer.name,
                    class = layer.class
                ));
            }
        };
        if let Flow::Image(point) = &flow
            && self.uses.get(&layer.name).is_some_and(|uses| *uses > 1)
        {
            self.building.draft.keep(point.place);
        }
        self.flows.insert(layer.name.clone(), flow);
        Ok(())
    }

    /// Whether a label is put beside features for the first time, and stays one: the next layer takes it.
    fn is_first_label(&self, layer: &Layer, inputs: &[Flow]) -> bool {
        let is_image = |flow: &Flow| match flow {
            Flow::Embedding(_, Some([_, height, width])) => height * width > 1,
            _ => false,
        };
        layer.class == "Concatenate"
            && self.building.draft.classes.is_none()
            && !inputs.iter().any(is_image)
    }

    /// Branches that meet.
    fn join(&mut self, layer: &Layer, inputs: &[Flow]) -> Found<Flow> {
        let refused = || {
            sentence!(
                "branches meet in “{name}” ({class}); they can only be added, subtracted, averaged, \
                 multiplied or concatenated",
                name = layer.name,
                class = layer.class
            )
        };
        let point = |flow: &Flow| match flow {
            Flow::Image(point) => Some(point.clone()),
            _ => None,
        };
        let points: Option<Vec<Point>> = inputs.iter().map(point).collect();
        let points = points.ok_or_else(refused)?;
        let points: Vec<&Point> = points.iter().collect();
        let class = layer.class.rsplit('>').next().unwrap_or(&layer.class);
        let function = layer.word("function").unwrap_or(class);
        let operation = function.rsplit('.').next().unwrap_or(function);
        let how = match operation.to_ascii_lowercase().as_str() {
            "add" | "addv2" | "average" => Join::Sum,
            "subtract" => Join::Difference,
            "multiply" => Join::Product,
            "concatenate" | "concat" => {
                self.check_axis(layer, points[0])?;
                Join::Concat
            }
            _ => return Err(refused()),
        };
        self.building.join(layer, how, &points)?;
        if class == "Average" {
            let part = 1.0 / points.len() as f32;
            self.building.draft.scale_by(vec![part], vec![0.0])?;
        }
        Ok(Flow::Image(self.building.point()))
    }

    /// Refuses to concatenate along another axis than that of the channels.
    fn check_axis(&self, layer: &Layer, point: &Point) -> Found<()> {
        let axis = layer.number("axis").unwrap_or(-1.0);
        let channels = match self.building.draft.shape_at(point.place) {
            Shape::Flat(_) => [1.0, -1.0],
            Shape::Image(_) if self.building.channels_last => [3.0, -1.0],
            Shape::Image(_) => [1.0, -3.0],
        };
        if channels.contains(&axis) {
            return Ok(());
        }
        Err(sentence!(
            "“{name}” ({class}) joins along axis {axis}, which is not that of the channels",
            name = layer.name,
            class = layer.class,
            axis
        ))
    }

    fn label(&self, layer: &Layer) -> Found<Flow> {
        match layer.class.as_str() {
            "Embedding" => {
                let table = self.numbers.get(&layer.name, "embeddings");
                let table = table.filter(|table| table.dims.len() == 2);
                let table =
                    table.ok_or_else(|| sentence!("“{name}” has no table", name = layer.name))?;
                Ok(Flow::Embedding(table.clone(), None))
            }
            "CategoryEncoding" => Ok(Flow::OneHot(layer.square("num_tokens")?)),
            _ if is_shapeless(layer) => Ok(Flow::Label),
            _ => Err(layer.refused()),
        }
    }

    /// A layer between the label's embedding and the network, applied to the embedding once and for all.
    fn table(&self, layer: &Layer, table: Array) -> Found<Flow> {
        if is_shapeless(layer) {
            let sides = match layer.class.as_str() {
                "Reshape" => layer.sizes("target_shape")?,
                _ => Vec::new(),
            };
            let sides = sides.iter().map(|side| usize::try_from(*side).ok());
            let sides: Option<Vec<usize>> = sides.collect();
            let image = match sides.as_deref() {
                Some(&[height, width, channels]) if self.building.channels_last => {
                    Some([channels, height, width])
                }
                Some(&[channels, height, width]) => Some([channels, height, width]),
                _ => None,
            };
            return Ok(Flow::Embedding(table, image));
        }
        let refused = || {
            sentence!(
                "“{name}” ({class}) works on a label's features in a way that Ganvas does not \
                 support",
                name = layer.name,
                class = layer.class
            )
        };
        let mut table = table;
        if layer.class == "Dense" {
            let kernel = self
                .numbers
                .get(&layer.name, "kernel")
                .ok_or_else(refused)?;
            let bias = self.numbers.get(&layer.name, "bias");
            table = matmul(&table, kernel, bias, &self.building.draft.budget)?;
        }
        let activation = match activations::of(layer)? {
            Some(activation) => Some(activation),
            None if matches!(layer.class.as_str(), "Dense" | "Activation") => {
                activations::setting(layer)?
            }
            None => return Err(refused()),
        };
        match activation {
            Some(activation) => {
                let table = activated(&table, &activation).ok_or_else(refused)?;
                Ok(Flow::Embedding(table, None))
            }
            None => Ok(Flow::Embedding(table, None)),
        }
    }

    fn concatenate(&mut self, layer: &Layer, first: &Flow, second: &Flow) -> Found<Flow> {
        let (point, label, label_first) = match (first, second) {
            (Flow::Image(point), label) => (point, label, false),
            (label, Flow::Image(point)) => (point, label, true),
            _ => return Err(layer.refused()),
        };
        self.building.go_to(point)?;
        let draft = &mut self.building.draft;
        if draft.classes.is_some() {
            return Err(sentence!(
                "“{name}” joins a label a second time",
                name = layer.name
            ));
        }
        let classes = match label {
            Flow::OneHot(classes) => *classes,
            Flow::Embedding(table, _) => {
                draft.embedding = Some(Weight {
                    role: "table".into(),
                    source: String::new(),
                    array: table.clone(),
                });
                table.dims[0]
            }
            _ => return Err(layer.refused()),
        };
        draft.classes = Some(classes);
        draft.label_first = label_first;
        draft.plain(LayerSpec::ConcatLabel(layers::ConcatLabel {}))?;
        Ok(Flow::Image(self.building.point()))
    }
}

fn is_shapeless(layer: &Layer) -> bool {
    matches!(
        layer.class.as_str(),
        "Flatten" | "Reshape" | "Dropout" | "Identity"
    )
}
