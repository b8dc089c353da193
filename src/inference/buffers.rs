//! What goes from layer to layer: two buffers that take turns, and stay for the next call.

use crate::sentence::sentence;
use crate::{Error, Result};

/// The numbers of the samples at hand, and room for what the next layer makes of them.
pub(super) struct Buffers {
    /// Most numbers of a sample between two layers.
    largest: usize,
    now: Vec<f32>,
    next: Vec<f32>,
}

impl Buffers {
    pub fn new(largest: usize) -> Self {
        Self {
            largest,
            now: Vec::new(),
            next: Vec::new(),
        }
    }

    /// Makes room for a batch, and puts its first numbers there.
    ///
    /// # Errors
    /// [`Error::Recipe`] when there is no memory.
    pub fn begin(&mut self, batch: usize, values: &[f32]) -> Result<()> {
        for buffer in [&mut self.now, &mut self.next] {
            if buffer.len() < batch * self.largest {
                reserve(buffer, batch * self.largest)?;
                buffer.resize(batch * self.largest, 0.0);
            }
        }
        self.now[..values.len()].copy_from_slice(values);
        Ok(())
    }

    /// The first `length` numbers.
    pub fn now(&mut self, length: usize) -> &mut [f32] {
        &mut self.now[..length]
    }

    /// Has `work` make `to` numbers of the first `from`; before, they are of any value.
    pub fn change(&mut self, from: usize, to: usize, work: impl FnOnce(&mut [f32], &[f32])) {
        work(&mut self.next[..to], &self.now[..from]);
        std::mem::swap(&mut self.now, &mut self.next);
    }
}

/// Reserves room in an instance that has to go on where there is none.
///
/// # Errors
/// [`Error::Recipe`] when there is no memory.
pub(super) fn reserve(buffer: &mut Vec<f32>, length: usize) -> Result<()> {
    let more = length.saturating_sub(buffer.len());
    buffer.try_reserve_exact(more).map_err(|_| {
        Error::Recipe(sentence!(
            "There is not enough memory for {length} numbers: draw fewer images at once.",
            length
        ))
    })
}
