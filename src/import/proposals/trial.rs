//! Drawing with a reading, and what that says of it.

use super::activations::{self, ENDS, End, Hidden, assumed, with_hidden};
use super::structure::Structure;
use super::{PROPOSED_IMAGES, Proposal};
use crate::Result;
use crate::generator::{Measures, Observed, observe};
use crate::import::found::named;
use crate::import::statement::Statement;
use crate::network::NetworkPlan;
use crate::recipe::{ImageSpec, Range};
use crate::sentence::{Fill, sentence};

/// Images of each reading that are measured, and fewest that tell anything.
const IMAGES: usize = 16;
const FEWEST: usize = 4;
/// Most multiplications for all readings: a few seconds.
const MOST_WORK: u64 = 1 << 35;
/// Readings that the work has to do for.
const FEWEST_TRIALS: u64 = 8;
/// Most numbers between layers of one reading (256 MiB).
const MOST_NUMBERS: u64 = 1 << 26;

/// What is left of the work, and how many images each reading draws.
pub(super) struct Trials {
    left: u64,
    count: usize,
    /// The range that is stated.
    range: Option<Range>,
}

/// A reading that drew.
pub(super) struct Reading {
    pub structure: usize,
    pub score: f64,
    hidden: Hidden,
    end: End,
    measures: Measures,
    image: ImageSpec,
    values: Vec<f32>,
    /// The images as they are seen.
    bytes: Vec<u8>,
}

impl Trials {
    /// Nothing where images take too long.
    pub fn new(structures: &[Structure], range: Option<Range>) -> Result<Option<Self>> {
        let Some(first) = structures.first() else {
            return Ok(None);
        };
        let plan = first.model.header.plan()?;
        let work = (plan.multiplications() * FEWEST_TRIALS).max(1);
        let most = (MOST_WORK / work).min(MOST_NUMBERS / numbers(&plan).max(1));
        let count = usize::try_from(most).map_or(IMAGES, |most| most.min(IMAGES));
        Ok((count >= FEWEST).then_some(Self {
            left: MOST_WORK,
            count,
            range,
        }))
    }

    /// The readings of a structure with `hidden` between its layers, one for each end; none where the work
    /// is used up, or where there is nothing between the layers that was assumed.
    pub fn read(
        &mut self,
        index: usize,
        structure: &Structure,
        hidden: &Hidden,
    ) -> Result<Vec<Reading>> {
        let mut header = structure.model.header.clone();
        if assumed(&header.generator).is_none() && *hidden != activations::hidden()[0] {
            return Ok(Vec::new());
        }
        header.generator = with_hidden(&header.generator, hidden);
        let Ok(plan) = header.plan() else {
            return Ok(Vec::new());
        };
        let count = self.count as u64;
        let work = plan.multiplications().saturating_mul(count);
        let numbers = numbers(&plan).saturating_mul(count);
        let left = self.left.checked_sub(work).filter(|_| {
            // One structure with far larger images must not take the work of all others.
            work <= MOST_WORK / FEWEST_TRIALS && numbers <= MOST_NUMBERS
        });
        let Some(left) = left else {
            return Ok(Vec::new());
        };
        self.left = left;
        let space = header.space();
        let latents = space.samples(self.count, 0)?;
        // One class: what differs is to come from the latents.
        let classes = space.one_hot(&vec![0; self.count])?;
        let tensors = structure.model.in_order(&structure.model.header.plan()?)?;
        let tensors: Vec<_> = tensors.into_iter().cloned().collect();
        let Observed { values, drift } = observe(&header, &tensors, &latents, &classes)?;
        if !values.iter().all(|value| value.is_finite()) {
            return Ok(Vec::new());
        }
        let agreement = libm::exp(-drift);
        let is_stated = |end: &&End| self.range.is_none_or(|range| range == end.range);
        let read = ENDS.iter().filter(is_stated).map(|end| {
            let image = ImageSpec {
                range: end.range,
                ..header.image
            };
            let mut values: Vec<f32> = values.iter().map(|value| end.of(*value)).collect();
            let measures = Measures::of(&values, self.count, image);
            values.truncate(PROPOSED_IMAGES * image.shape().bytes());
            let usual = structure.usual * hidden.usual * end.usual;
            Reading {
                structure: index,
                score: measures.likeness() * agreement * usual,
                hidden: hidden.clone(),
                end: *end,
                measures,
                image,
                bytes: values
                    .iter()
                    .map(|value| image.range.decode(*value))
                    .collect(),
                values,
            }
        });
        Ok(read.collect())
    }
}

/// Numbers that all layers make of a latent.
fn numbers(plan: &NetworkPlan) -> u64 {
    plan.layers
        .iter()
        .map(|layer| layer.output.size() as u64)
        .sum()
}

impl Reading {
    /// The mean difference of pixels, of 255; of images of another size as large as can be.
    pub fn difference(&self, other: &Self) -> f64 {
        if self.image.shape() != other.image.shape() {
            return 255.0;
        }
        let pairs = self.bytes.iter().zip(&other.bytes);
        let sum: u64 = pairs
            .map(|(one, other)| u64::from(one.abs_diff(*other)))
            .sum();
        sum as f64 / self.bytes.len() as f64
    }

    pub fn proposal(self, structures: &[Structure]) -> Proposal {
        let structure = &structures[self.structure];
        let mut layers = with_hidden(&structure.model.header.generator, &self.hidden);
        layers.extend(self.end.layer());
        let hidden = match assumed(&structure.model.header.generator) {
            Some(_) => self.hidden.name.filling(),
            None => sentence!("nothing").filling(),
        };
        let assumed = sentence!(
            "{hidden} between the layers, {end} at the end, images of {height}×{width}",
            hidden,
            end = self.end.name(),
            height = self.image.height,
            width = self.image.width
        );
        let order = structure.order();
        let assumed = match structures.iter().any(|other| other.order() != order) {
            true => sentence!(
                "{assumed}, layers in the order {order}",
                assumed,
                order = named(order.into_iter())
            ),
            false => assumed,
        };
        let assumed = match structure.statement.channels_last {
            Some(true) => sentence!("{assumed}, features as height × width × channels", assumed),
            _ => assumed,
        };
        let statement = Statement {
            image: Some(self.image),
            generator: Some(layers),
            ..structure.statement.clone()
        };
        Proposal {
            suspicion: self.measures.suspicion(),
            score: self.score,
            image: self.image,
            images: self.values,
            statement,
            assumed,
            besides: structure.assumed.clone(),
        }
    }
}
