//! Threads that help the CPU, where the page is isolated from other origins and may share memory. Each
//! has an engine with a memory of its own; what goes to and fro is copied through one that both share.

use crate::kernels::cpu::shared::{Helper, Job, Runs, enlist};
use js_sys::{ArrayBuffer, Atomics, Float32Array, Int32Array, Uint32Array, WebAssembly};
use std::rc::Rc;
use wasm_bindgen::prelude::*;

/// Where the shared memory says how things stand.
const STATE: u32 = 0;
/// Nobody is there: a fresh memory says so.
const ABSENT: i32 = 0;
const FREE: i32 = 1;
const GIVEN: i32 = 2;
const DONE: i32 = 3;

/// Bytes before the job's numbers, and before what it is to be done with.
const NUMBERS_AT: usize = 4;
const VALUES_AT: usize = 128;
const _: () = assert!(NUMBERS_AT + 4 * Job::NUMBERS <= VALUES_AT);

const PAGE: usize = 1 << 16;
/// Milliseconds after which a helper is given up: it has crashed, and cannot say so.
const PATIENCE: f64 = 60_000.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = WebAssembly::Memory)]
    type Growable;
    #[wasm_bindgen(method, catch)]
    fn grow(this: &Growable, pages: usize) -> Result<usize, JsValue>;
}

/// Has the helper at the other side of a shared memory take a share of all work on the CPU of which a
/// share has at least so many multiplications. Only in a worker: a page may not wait for others.
#[wasm_bindgen(js_name = enlistHelper)]
pub fn enlist_helper(memory: WebAssembly::Memory, least: f64) {
    enlist(Rc::new(Shared::new(memory)), least as u64);
}

/// Waits for a piece of work from the other side of a shared memory, and does it. For a worker that has
/// nothing else to do.
///
/// # Errors
/// Where a thread may not wait.
#[wasm_bindgen]
pub fn help(memory: WebAssembly::Memory) -> Result<(), JsValue> {
    #[cfg(relaxed)]
    super::relaxed::enable();
    let shared = Shared::new(memory);
    if shared.state() == ABSENT {
        shared.set_state(FREE);
    }
    loop {
        match shared.state() {
            GIVEN => break,
            state => Atomics::wait(&shared.control, STATE, state)?,
        };
    }
    let mut numbers = [0; Job::NUMBERS];
    shared.numbers().copy_to(&mut numbers);
    let job = Job::from_numbers(numbers);
    let [first, second] = job.inputs();
    let mut to = vec![0.0; job.output()];
    let inputs = [shared.values(0, first), shared.values(first, second)].map(|it| it.to_vec());
    job.run(&mut to, inputs.each_ref().map(Vec::as_slice));
    shared.values(first + second, to.len()).copy_from(&to);
    shared.set_state(DONE);
    Ok(())
}

/// Memory that two threads have: how things stand, a job's numbers, its two inputs and what it makes.
struct Shared {
    memory: Growable,
    control: Int32Array,
}

impl Shared {
    fn new(memory: WebAssembly::Memory) -> Self {
        Self {
            control: Int32Array::new(&memory.buffer()),
            memory: memory.unchecked_into(),
        }
    }

    fn state(&self) -> i32 {
        Atomics::load(&self.control, STATE).unwrap_or(ABSENT)
    }

    fn set_state(&self, state: i32) {
        // Neither fails for an array that is shared.
        let _ = Atomics::store(&self.control, STATE, state);
        let _ = Atomics::notify(&self.control, STATE);
    }

    fn numbers(&self) -> Uint32Array {
        let buffer = self.memory.buffer();
        let length = Job::NUMBERS as u32;
        Uint32Array::new_with_byte_offset_and_length(&buffer, NUMBERS_AT as u32, length)
    }

    /// As many of its numbers behind the first `skipped`.
    fn values(&self, skipped: usize, count: usize) -> Float32Array {
        // It is another one once the memory has grown.
        let buffer = self.memory.buffer();
        let at = VALUES_AT + 4 * skipped;
        Float32Array::new_with_byte_offset_and_length(&buffer, at as u32, count as u32)
    }

    /// Whether there is room for as many numbers now.
    fn reserve(&self, count: usize) -> bool {
        let needed = count.saturating_mul(4).saturating_add(VALUES_AT);
        let there = ArrayBuffer::from(self.memory.buffer()).byte_length() as usize;
        needed <= there || self.memory.grow((needed - there).div_ceil(PAGE)).is_ok()
    }
}

impl Helper for Shared {
    fn is_free(&self) -> bool {
        self.state() == FREE
    }

    fn begin(&self, job: &Job, inputs: [Runs<'_>; 2]) -> bool {
        if !self.reserve(job.inputs().iter().sum::<usize>() + job.output()) {
            return false;
        }
        self.numbers().copy_from(&job.numbers());
        let mut place = 0;
        for run in inputs.into_iter().flat_map(Runs::iter) {
            self.values(place, run.len()).copy_from(run);
            place += run.len();
        }
        self.set_state(GIVEN);
        true
    }

    fn finish(&self, job: &Job, to: &mut [f32]) -> bool {
        while self.state() == GIVEN {
            let waited = Atomics::wait_with_timeout(&self.control, STATE, GIVEN, PATIENCE);
            if waited.map_or(true, |how| how == "timed-out") {
                return false;
            }
        }
        let is_done = self.state() == DONE;
        if is_done {
            self.values(job.inputs().iter().sum(), to.len()).copy_to(to);
            self.set_state(FREE);
        }
        is_done
    }
}
