//! How much memory images that are decoded at once may take together, whatever the threads.

use std::sync::{Condvar, Mutex, PoisonError};

/// Lets images through one by one as there is room.
pub struct Gate {
    room: Mutex<u64>,
    changed: Condvar,
    whole: u64,
}

/// Room that is held until this is dropped.
pub struct Held<'a> {
    gate: &'a Gate,
    bytes: u64,
}

impl Gate {
    pub fn new(bytes: u64) -> Self {
        Self {
            room: Mutex::new(bytes),
            changed: Condvar::new(),
            whole: bytes,
        }
    }

    /// Waits until there is room; what is larger than all of it goes through alone.
    pub fn enter(&self, bytes: u64) -> Held<'_> {
        let bytes = bytes.min(self.whole);
        let room = self.room.lock().unwrap_or_else(PoisonError::into_inner);
        let mut room = self
            .changed
            .wait_while(room, |room| *room < bytes)
            .unwrap_or_else(PoisonError::into_inner);
        *room -= bytes;
        Held { gate: self, bytes }
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        *self
            .gate
            .room
            .lock()
            .unwrap_or_else(PoisonError::into_inner) += self.bytes;
        self.gate.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn no_more_is_inside_than_there_is_room() {
        let (gate, inside) = (Gate::new(10), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for bytes in [4, 7, 3, 10, 99, 6, 1] {
                let (gate, inside) = (&gate, &inside);
                scope.spawn(move || {
                    let held = gate.enter(bytes);
                    let now = inside.fetch_add(held.bytes, Ordering::SeqCst) + held.bytes;
                    assert!(now <= 10, "{now}");
                    std::thread::yield_now();
                    inside.fetch_sub(held.bytes, Ordering::SeqCst);
                });
            }
        });
        assert_eq!(*gate.room.lock().unwrap(), 10);
    }
}
