//! Bringing images to another size.

use crate::kernels::cpu::elementwise::lerp;
use crate::kernels::cpu::scratch::with_scratch;
use crate::spec::UpsampleMode;

/// Where a new pixel of one axis comes from: a pixel, and a part of the one behind it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Source {
    pixel: usize,
    next: usize,
    part: f32,
}

/// From images of one size to another.
pub(super) struct Resample {
    from: [usize; 2],
    /// For each new row, and each new column.
    sources: [Vec<Source>; 2],
}

impl Resample {
    pub fn new(mode: UpsampleMode, from: [usize; 2], to: [usize; 2]) -> Self {
        let sources = |axis: usize| {
            let (from, to) = (from[axis], to[axis]);
            (0..to).map(|new| source(mode, from, to, new)).collect()
        };
        Self {
            from,
            sources: [sources(0), sources(1)],
        }
    }

    pub fn run(&self, y: &mut [f32], x: &[f32]) {
        let [rows, columns] = self.from;
        let [down, across] = &self.sources;
        let width = across.len();
        let planes = y.chunks_exact_mut(down.len() * width);
        with_scratch([rows * width], |[wide]| {
            for (y, x) in planes.zip(x.chunks_exact(rows * columns)) {
                for (wide, x) in wide.chunks_exact_mut(width).zip(x.chunks_exact(columns)) {
                    for (wide, source) in wide.iter_mut().zip(across) {
                        let value = x[source.pixel];
                        *wide = value + (x[source.next] - value) * source.part;
                    }
                }
                for (y, source) in y.chunks_exact_mut(width).zip(down) {
                    y.copy_from_slice(&wide[source.pixel * width..][..width]);
                    if source.part > 0.0 {
                        lerp(y, &wide[source.next * width..][..width], source.part);
                    }
                }
            }
        });
    }
}

fn source(mode: UpsampleMode, from: usize, to: usize, new: usize) -> Source {
    if mode == UpsampleMode::Nearest {
        let pixel = (new as u64 * from as u64 / to as u64) as usize;
        return Source {
            pixel,
            next: pixel,
            part: 0.0,
        };
    }
    // Pixel centres aligned.
    let centre = (new as f32 + 0.5) * from as f32 / to as f32 - 0.5;
    let centre = centre.clamp(0.0, (from - 1) as f32);
    let pixel = centre as usize;
    Source {
        pixel,
        next: (pixel + 1).min(from - 1),
        part: centre - pixel as f32,
    }
}
