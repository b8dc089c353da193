//! A module's attributes, as numbers and words.

use super::archive::Opened;
use super::heap::{Id, Value};
use super::leaves::Leaf;
use crate::import::found::Found;
use crate::sentence::sentence;

/// Largest size that makes sense: no product of two overflows.
const LARGEST: f64 = 65_536.0;

/// A leaf's attributes.
pub(super) struct Settings<'a, 'b> {
    pub opened: &'a Opened<'b>,
    pub leaf: &'a Leaf,
}

impl Settings<'_, '_> {
    fn id(&self, name: &str) -> Option<Id> {
        self.opened.heap.entry(self.leaf.state, name)
    }

    fn needed(&self, name: &str) -> Found<Id> {
        self.id(name).ok_or_else(|| {
            sentence!(
                "“{name}” ({class}) does not say its {setting}",
                name = self.leaf.path,
                class = self.leaf.class,
                setting = name
            )
        })
    }

    pub fn number(&self, name: &str) -> Option<f64> {
        self.opened.heap.real(self.id(name)?)
    }

    pub fn word(&self, name: &str) -> Option<&str> {
        self.opened.heap.text(self.id(name)?)
    }

    pub fn is(&self, name: &str) -> bool {
        matches!(
            self.id(name).map(|id| self.opened.heap.get(id)),
            Some(Value::Bool(true))
        )
    }

    /// A whole number, or as many as a sequence has.
    pub fn sizes(&self, name: &str) -> Found<Vec<usize>> {
        let id = self.needed(name)?;
        let heap = &self.opened.heap;
        let size = |id: &Id| {
            heap.real(*id)
                .filter(|size| (0.0..=LARGEST).contains(size) && size.fract() == 0.0)
        };
        let one = [id];
        let sizes = heap.sequence(id).unwrap_or(&one).iter().map(size);
        let sizes: Option<Vec<f64>> = sizes.collect();
        let wrong = || {
            sentence!(
                "“{name}” has a {setting} that is no size",
                name = self.leaf.path,
                setting = name
            )
        };
        Ok(sizes
            .ok_or_else(wrong)?
            .into_iter()
            .map(|size| size as usize)
            .collect())
    }

    /// A size that is the same along both axes.
    pub fn square(&self, name: &str) -> Found<usize> {
        let sizes = self.sizes(name)?;
        match sizes[..] {
            [size] => Ok(size),
            [height, width] if height == width => Ok(height),
            _ => Err(sentence!(
                "“{name}” ({class}) has a {setting} of {sizes}; only the same along both axes is \
                 supported",
                name = self.leaf.path,
                class = self.leaf.class,
                setting = name,
                sizes = format_args!("{sizes:?}")
            )),
        }
    }

    /// A size along rows and columns.
    pub fn per_axis(&self, name: &str) -> Found<[usize; 2]> {
        let sizes = self.sizes(name)?;
        match sizes[..] {
            [both] => Ok([both; 2]),
            [down, across] => Ok([down, across]),
            _ => Err(sentence!(
                "“{name}” has a {setting} that is no size",
                name = self.leaf.path,
                setting = name
            )),
        }
    }

    /// The same, 1 where the module does not say it.
    pub fn per_axis_or_one(&self, name: &str) -> Found<[usize; 2]> {
        match self.id(name) {
            Some(_) => self.per_axis(name),
            None => Ok([1, 1]),
        }
    }
}
