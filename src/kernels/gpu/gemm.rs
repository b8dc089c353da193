//! Implicit GEMM: c = a · b, where b is gathered from images as it is needed, and c is scattered to images.

use super::launch::{ActivatedShader, MAX_WORKGROUPS, Shader, activated_shader, empty, groups_for};
use crate::kernels::Activation;
use burn_cubecl::tensor::CubeTensor;

const COMMON: &str = include_str!("shaders/gemm.wgsl");

static TILED: ActivatedShader = activated_shader!(
    ["gemm_tiled", "gemm_tiled_smooth"],
    4,
    64,
    COMMON,
    include_str!("shaders/gemm_tiled.wgsl")
);

static SKINNY: ActivatedShader = activated_shader!(
    ["gemm_skinny", "gemm_skinny_smooth"],
    4,
    64,
    COMMON,
    include_str!("shaders/gemm_skinny.wgsl")
);

static SLICED_K: ActivatedShader = activated_shader!(
    ["gemm_sliced_k", "gemm_sliced_k_smooth"],
    4,
    64,
    COMMON,
    include_str!("shaders/gemm_sliced_k.wgsl")
);

static SPLIT_K_REDUCE: Shader = Shader {
    name: "split_k_reduce",
    sources: &[include_str!("shaders/split_k_reduce.wgsl")],
    buffers: 2,
    workgroup_size: 256,
};

/// Problems of one dispatch (grouped GEMM).
const MAX_PROBLEMS: usize = 4;

/// Groups of a problem: those of all problems lie along one dimension of a dispatch.
pub const MAX_GROUPS: usize = MAX_WORKGROUPS / MAX_PROBLEMS;

/// Words of a problem in the uniform buffer.
const WORDS: usize = 40;

/// One GEMM: where rows, columns and k are in a, b and c, as in `gemm.wgsl`. An index along k has three
/// digits (k2, k1, k0), such as channel, row and column; a column has (j2, j1, j0).
#[derive(Debug, Clone, Copy, Default)]
pub struct Problem {
    pub rows: usize,
    pub columns: usize,
    pub k: usize,
    /// The extents of k1, k0, j1 and j0.
    pub extents: [usize; 4],
    /// The offset, and the strides of row, k2, k1 and k0.
    pub a: [usize; 5],
    /// The strides of j2 and k2.
    pub b: [usize; 2],
    /// Rows and columns of b's images.
    pub image: [usize; 2],
    /// Row and column in the image of j = 0, k = 0.
    pub first: [isize; 2],
    /// Strides in the image: of the row by j1, the column by j0, the row by k1, the column by k0.
    pub steps: [isize; 4],
    /// The offset, and the strides of row, j2, j1 and j0.
    pub c: [usize; 5],
    /// How many times the problem is there, each time with other numbers: the groups of a convolution.
    pub groups: usize,
    /// From one group to the next: in a, b and c.
    pub group: [usize; 3],
}

/// What all problems of a dispatch share.
#[derive(Clone, Copy)]
struct DispatchParameters {
    problems: usize,
    /// Split-K: k of a split, and elements of its partial result.
    split: [usize; 2],
    /// The shader's activation parameter.
    activation: f32,
    has_bias: bool,
    /// Rows of tiles, and the columns of tiles in one row of workgroups.
    tiles: [usize; 2],
}

impl Problem {
    /// The transposed problem, if both operands are plain matrices.
    fn transposed(&self) -> Option<Self> {
        let is_plain = self.extents == [1; 4] && self.image == [1; 2];
        is_plain.then(|| Self {
            rows: self.columns,
            columns: self.rows,
            a: [0, self.b[0], self.b[1], 0, 0],
            b: [self.a[1], self.a[2]],
            c: [self.c[0], self.c[2], self.c[1], 0, 0],
            group: [self.group[1], self.group[0], self.group[2]],
            ..*self
        })
    }

    fn words(&self, parameters: DispatchParameters) -> [u32; WORDS] {
        let [split_k, split_size] = parameters.split;
        let extents = self.extents.map(|extent| extent.max(1));
        let words = [
            [self.rows, self.columns, self.k, split_k].map(word),
            extents.map(word),
            [self.a[0], self.a[1], self.a[2], self.a[3]].map(word),
            [self.a[4], 0, self.b[0], self.b[1]].map(word),
            [
                word(self.image[0]),
                word(self.image[1]),
                signed(self.first[0]),
                signed(self.first[1]),
            ],
            self.steps.map(signed),
            [self.c[0], self.c[1], self.c[2], self.c[3]].map(word),
            [
                word(self.c[4]),
                word(split_size),
                word(parameters.problems),
                word(self.groups),
            ],
            [
                u32::from(parameters.has_bias),
                parameters.activation.to_bits(),
                word(parameters.tiles[0]),
                word(parameters.tiles[1]),
            ],
            [
                word(self.group[0]),
                word(self.group[1]),
                word(self.group[2]),
                0,
            ],
        ];
        let mut all = [0; WORDS];
        for (place, word) in all.iter_mut().zip(words.into_iter().flatten()) {
            *place = word;
        }
        all
    }
}

fn word(number: usize) -> u32 {
    number as u32
}

fn signed(number: isize) -> u32 {
    number as i32 as u32
}

/// Runs problems with the same operands, each into its own elements of `c`, in as few dispatches as
/// possible.
pub fn gemm(
    problems: &[Problem],
    operands: [&CubeTensor; 2],
    bias: Option<&CubeTensor>,
    c: &CubeTensor,
    activation: Activation,
) {
    for problems in problems.chunks(MAX_PROBLEMS) {
        run(problems, operands, bias, c, activation);
    }
}

fn run(
    problems: &[Problem],
    [a, b]: [&CubeTensor; 2],
    bias: Option<&CubeTensor>,
    c: &CubeTensor,
    activation: Activation,
) {
    // Tiles are wide.
    if let ([problem], None) = (problems, bias)
        && problem.rows > problem.columns
        && let Some(problem) = problem.transposed()
    {
        return run(&[problem], [b, a], None, c, activation);
    }
    let most = |count: fn(&Problem) -> usize| problems.iter().map(count).max().unwrap_or(0);
    let (rows, columns) = (
        most(|problem| problem.rows),
        most(|problem| problem.columns),
    );
    let k = most(|problem| problem.k);
    let single = problems.len() == 1;
    let groups = most(|problem| problem.groups);
    let (shaders, tiles) = if rows <= 8 && columns <= 512 && k >= 256 && single {
        (&SLICED_K, [columns.div_ceil(4), rows.div_ceil(4)])
    } else if rows <= 8 {
        (&SKINNY, [columns.div_ceil(256), 1])
    } else {
        (&TILED, [columns.div_ceil(128), rows.div_ceil(32)])
    };
    let across = tiles[0].div_ceil(tiles[0].div_ceil(MAX_WORKGROUPS));
    let plain = activation == Activation::Identity && bias.is_none();
    // Partial sums take no bias and no activation.
    let split_k = match single && plain && std::ptr::eq(shaders, &TILED) {
        true => split_k_slices(tiles[0] * tiles[1] * groups, k),
        false => 1,
    };
    let shader = shaders.of(activation);
    let size = groups * rows * columns;
    let parameters = DispatchParameters {
        problems: problems.len(),
        split: [k.div_ceil(split_k).next_multiple_of(8), size],
        activation: ActivatedShader::parameter(activation),
        has_bias: bias.is_some(),
        tiles: [tiles[1], across],
    };
    let mut words = [0; WORDS * MAX_PROBLEMS];
    for (place, problem) in words.chunks_mut(WORDS).zip(problems) {
        place.copy_from_slice(&problem.words(parameters));
    }
    let inputs = [a, b, bias.unwrap_or(a)];
    let down = tiles[1] * tiles[0].div_ceil(across);
    let workgroups = [across, down, problems.len() * groups * split_k];
    if split_k == 1 {
        shader.run(workgroups, &inputs, &[c], &words);
    } else {
        let partial = empty(c, [split_k, size]);
        shader.run(workgroups, &inputs, &[&partial], &words);
        let words = [word(size), word(split_k)];
        SPLIT_K_REDUCE.run(groups_for(size), &[&partial], &[c], &words);
    }
}

/// How many splits of k are summed by workgroups of their own, where there are too few tiles to keep a
/// GPU busy. A function of the shapes alone, so that every run sums in the same order.
fn split_k_slices(tiles: usize, k: usize) -> usize {
    if tiles >= 64 {
        return 1;
    }
    (64 / tiles).min(k / 384).max(1)
}
