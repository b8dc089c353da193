//! A generator while it is being imported: layers with weights in Ganvas' layout, and what had to be
//! assumed.

use super::array::Array;
use super::budget::Budget;
use super::found::{Found, written};
use super::join::Join;
use super::steps::{Place, Steps};
use crate::layers::sequence::check_size;
use crate::layers::{self, LayerSpec, PlannedLayer, TensorSpec};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Padding, Scale, Shape, Size};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// One tensor of a layer.
#[derive(Debug, Clone)]
pub(super) struct Weight {
    /// Its role in the layer, such as `weight`.
    pub role: Cow<'static, str>,
    /// Its name in the file; empty where it was computed.
    pub source: String,
    pub array: Array,
}

/// A layer with its weights.
#[derive(Debug, Clone)]
pub(super) struct Part {
    pub layer: LayerSpec,
    pub weights: Vec<Weight>,
    pub output: Shape,
}

/// A generator while it is being imported.
#[derive(Debug)]
pub(super) struct Draft {
    /// Dimensions of the latent, without labels.
    pub latent: usize,
    /// Number of classes, if it is conditional.
    pub classes: Option<usize>,
    /// The layers up to the value that it goes on from.
    pub parts: Vec<Rc<Part>>,
    pub assumed: Vec<Sentence>,
    /// What of that other readings of the file assume otherwise.
    pub varied: Vec<Sentence>,
    /// The label's embedding, `[classes, features]`, if the file has one. It is multiplied into the layer
    /// behind `concat-label`, which then takes one-hot labels.
    pub embedding: Option<Weight>,
    /// Whether the label's features come before the latent in the file's first layer.
    pub label_first: bool,
    /// What the import may still cost.
    pub budget: Rc<Budget>,
    /// The layers up to every value.
    pub(super) steps: Steps,
    /// The value that it goes on from.
    pub(super) at: Place,
    /// What values were joined to.
    pub(super) joins: HashMap<(Join, [Place; 2]), Place>,
    /// Values that are some channels of another, from a first one on.
    pub(super) selections: HashMap<Place, (Place, usize)>,
    /// Layers that lie in a branch.
    pub(super) inside: HashSet<Place>,
}

impl Draft {
    pub fn new(latent: usize) -> Self {
        Self {
            latent,
            classes: None,
            parts: Vec::new(),
            assumed: Vec::new(),
            varied: Vec::new(),
            embedding: None,
            label_first: false,
            budget: Rc::default(),
            steps: Steps::default(),
            at: 0,
            joins: HashMap::new(),
            selections: HashMap::new(),
            inside: HashSet::new(),
        }
    }

    /// The same draft, counted against `budget`.
    pub fn within(self, budget: &Rc<Budget>) -> Self {
        Self {
            budget: budget.clone(),
            ..self
        }
    }

    /// What comes out of the last layer so far.
    pub fn shape(&self) -> Shape {
        let last = self.parts.last();
        last.map_or(Shape::Flat(self.latent), |part| part.output)
    }

    /// What a value is.
    pub fn shape_at(&self, place: Place) -> Shape {
        let part = self.steps.part(place);
        part.map_or(Shape::Flat(self.latent), |part| part.output)
    }

    /// The scale at which its spec is planned: sizes are plain numbers, so only the classes matter.
    pub fn scale(&self) -> Scale {
        Scale {
            width: 1,
            image: [1, 1, 1],
            classes: self.classes,
        }
    }

    pub fn assume(&mut self, what: Sentence) {
        if !self.assumed.contains(&what) {
            self.assumed.push(what);
        }
    }

    /// Assumes what other readings of the file assume otherwise.
    pub fn assume_varied(&mut self, what: Sentence) {
        self.varied.push(what.clone());
        self.assume(what);
    }

    /// Adds a layer without weights.
    pub fn plain(&mut self, layer: LayerSpec) -> Found<()> {
        self.push("", layer, Vec::new())
    }

    /// Adds a layer with its weights, and before it a reshape or flatten where the layer needs one. `from`
    /// is the layer's name in the file.
    pub fn push(&mut self, from: &str, layer: LayerSpec, weights: Vec<Weight>) -> Found<()> {
        self.bridge(&layer)?;
        let weights = self.absorb(&layer, weights)?;
        self.push_as_is(from, layer, weights)
    }

    /// The same with weights that are already those of the draft.
    pub(super) fn push_as_is(
        &mut self,
        from: &str,
        layer: LayerSpec,
        weights: Vec<Weight>,
    ) -> Found<()> {
        for weight in &weights {
            self.budget.numbers(weight.array.values.len())?;
        }
        let scale = self.scale();
        let number = self.parts.len() + 1;
        let place = || {
            let kind = layer.kind();
            match from {
                "" => sentence!("layer {number} ({kind})", number, kind),
                name => sentence!("layer {number} “{name}” ({kind})", number, name, kind),
            }
        };
        let planned = PlannedLayer::new(&layer, self.shape(), &scale)
            .and_then(|planned| {
                check_size(
                    planned.output,
                    self.steps
                        .parameters(self.at)
                        .saturating_add(planned.parameters),
                )?;
                Ok(planned)
            })
            .map_err(|why| {
                sentence!(
                    "{place} gets {shape}: {why}",
                    place = place(),
                    shape = self.shape(),
                    why
                )
            })?;
        for TensorSpec { role, dims, .. } in planned.tensors() {
            let found = weights.iter().find(|weight| weight.role == role);
            let found =
                found.ok_or_else(|| sentence!("{place} has no {role}", place = place(), role))?;
            if found.array.dims != dims {
                return Err(sentence!(
                    "{place} has a {role} of {found}; expected {expected}",
                    place = place(),
                    role,
                    found = written(&found.array.dims),
                    expected = written(&dims)
                ));
            }
        }
        let part = Part {
            layer,
            weights,
            output: planned.output,
        };
        self.add(Rc::new(part), planned.parameters);
        Ok(())
    }

    fn bridge(&mut self, layer: &LayerSpec) -> Found<()> {
        match (layer, self.shape()) {
            (
                LayerSpec::Conv(_)
                | LayerSpec::ConvTranspose(_)
                | LayerSpec::Upsample(_)
                | LayerSpec::Resize(_)
                | LayerSpec::PixelShuffle(_)
                | LayerSpec::AvgPool(_)
                | LayerSpec::MaxPool(_)
                | LayerSpec::Pad(_)
                | LayerSpec::InstanceNorm(_),
                Shape::Flat(features),
            ) => self.plain(LayerSpec::Reshape(layers::Reshape {
                to: [features, 1, 1].map(Size::fixed),
            })),
            (LayerSpec::Linear(_), Shape::Image(_)) => {
                self.plain(LayerSpec::Flatten(layers::Flatten {}))
            }
            _ => Ok(()),
        }
    }
}

/// A tensor that the file does not have, or not in this form.
pub(super) fn made(role: &'static str, array: Array) -> Weight {
    Weight {
        role: role.into(),
        source: String::new(),
        array,
    }
}

/// Padding on four sides (top, bottom, left, right), in its shortest form.
pub(super) fn padding(sides: [usize; 4]) -> Padding {
    if sides.iter().all(|side| *side == sides[0]) {
        Padding::Even(sides[0])
    } else {
        Padding::Sides(sides)
    }
}
