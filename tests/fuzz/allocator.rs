//! Memory that a thread has, counted: what an input may take is part of what is promised.

use std::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;

/// An allocator that counts what it hands out, thread by thread.
pub struct Counting<A>(pub A);

thread_local! {
    /// Bytes of this thread, now and at most since the last [`restart`].
    static TAKEN: Cell<(isize, isize)> = const { Cell::new((0, 0)) };
}

/// Counts anew from here.
pub fn restart() {
    TAKEN.set((0, 0));
}

/// The most that this thread has had at a time since then.
pub fn peak() -> usize {
    TAKEN.get().1.max(0) as usize
}

fn count(bytes: isize) {
    // A thread that ends has no counter any more.
    let _ = TAKEN.try_with(|taken| {
        let (now, most) = taken.get();
        let now = now.saturating_add(bytes);
        taken.set((now, most.max(now)));
    });
}

fn size(layout: Layout) -> isize {
    // No layout is larger.
    layout.size() as isize
}

// SAFETY: the inner allocator does all of it, and is given what this one is given.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Counting<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(size(layout));
        // SAFETY: as the caller says.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        count(size(layout));
        // SAFETY: as the caller says.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, place: *mut u8, layout: Layout) {
        count(-size(layout));
        // SAFETY: as the caller says.
        unsafe { self.0.dealloc(place, layout) }
    }

    unsafe fn realloc(&self, place: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // Both are there while one is copied.
        count(new_size as isize);
        count(-size(layout));
        // SAFETY: as the caller says.
        unsafe { self.0.realloc(place, layout, new_size) }
    }
}
