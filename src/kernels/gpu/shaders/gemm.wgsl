// Implicit GEMM, c[i, j] = Σ_k a[i, k] · b[k, j]: b is gathered from images, c scattered to images.
// `gemm.rs` says what a problem is.

struct Problem {
    // Rows, columns, k, k per split.
    size: vec4<u32>,
    // The extents of k1 and k0, j1 and j0.
    extents: vec4<u32>,
    // In a: offset, strides of row, k2, k1.
    a: vec4<i32>,
    // In a: stride of k0. In b: offset, strides of j2, k2.
    b: vec4<i32>,
    // b's images: rows, columns; row and column of j = 0, k = 0.
    image: vec4<i32>,
    // Strides in b's images: of the row by j1, the column by j0, the row by k1, the column by k0.
    steps: vec4<i32>,
    // In c: offset, strides of row, j2, j1.
    c: vec4<i32>,
    // In c: strides of j0, of a split; how many problems; how many groups of each.
    more: vec4<u32>,
    // Whether there is a bias; the activation's parameter; rows of tiles; columns of tiles in one row
    // of workgroups. More columns than one row may have continue in the next rows.
    tail: vec4<u32>,
    // From one group to the next: in a, b, c.
    group: vec4<i32>,
}

// Which problem a workgroup computes, which group and which split of it.
struct Part {
    problem: u32,
    group: u32,
    split: u32,
}

fn part_of(number: u32) -> Part {
    let count = problems[0].more.z;
    let groups = problems[0].more.w;
    let rest = number / count;
    let split = rest / groups;
    return Part(number - rest * count, rest - split * groups, split);
}

@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read> bias: array<f32>;
@group(0) @binding(3) var<storage, read_write> c: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> problems: array<Problem, 4>;

// The three digits of an index along k, or of a column.
fn digits(number: u32, extents: vec2<u32>) -> vec3<u32> {
    let rest = number / extents.y;
    let high = rest / extents.x;
    return vec3<u32>(high, rest - high * extents.x, number - rest * extents.y);
}

// `number + step` in digits, without a division: no digit of `step` exceeds its extent.
fn advance(number: vec3<u32>, step: vec3<u32>, extents: vec2<u32>) -> vec3<u32> {
    var next = number + step;
    let low = next.z >= extents.y;
    next.z = select(next.z, next.z - extents.y, low);
    next.y = select(next.y, next.y + 1u, low);
    let middle = next.y >= extents.x;
    next.y = select(next.y, next.y - extents.x, middle);
    next.x = select(next.x, next.x + 1u, middle);
    return next;
}

// Where four columns are in b at k = 0: row and column in the image, and offset in the buffer. A column
// beyond the last is computed like it, and not stored.
struct Columns {
    row: vec4<i32>,
    column: vec4<i32>,
    offset: vec4<i32>,
}

fn columns_of(part: Part, number: vec4<u32>) -> Columns {
    let j = min(number, vec4<u32>(problems[part.problem].size.y - 1u));
    let extents = problems[part.problem].extents.zw;
    let image = problems[part.problem].image;
    let steps = problems[part.problem].steps;
    let rest = j / vec4<u32>(extents.y);
    let high = rest / vec4<u32>(extents.x);
    let row = vec4<i32>(rest - high * extents.x) * steps.x + image.z;
    let column = vec4<i32>(j - rest * extents.y) * steps.y + image.w;
    let first = problems[part.problem].b.y + i32(part.group) * problems[part.problem].group.y;
    let start = vec4<i32>(high) * problems[part.problem].b.z + first;
    return Columns(row, column, start + row * image.y + column);
}

// b at four columns and (k2, k1, k0): zero outside of the image, and where k is not valid.
fn load_b(part: Part, at: Columns, k_index: vec3<i32>, valid: bool) -> vec4<f32> {
    let image = vec2<u32>(problems[part.problem].image.xy);
    let steps = problems[part.problem].steps;
    let down = k_index.y * steps.z;
    let right = k_index.z * steps.w;
    // Negative numbers are far beyond the end when unsigned.
    let row = vec4<u32>(at.row + select(-1073741824, down, valid));
    let column = vec4<u32>(at.column + right);
    let inside = (row < vec4<u32>(image.x)) & (column < vec4<u32>(image.y));
    let delta = k_index.x * problems[part.problem].b.w + down * i32(image.y) + right;
    let offset = select(vec4<i32>(), at.offset + delta, inside);
    let found = vec4<f32>(b[offset.x], b[offset.y], b[offset.z], b[offset.w]);
    return select(vec4<f32>(), found, inside);
}

// Where four rows are in a at k = 0. A row beyond the last is computed like it, and not stored.
fn rows_of(part: Part, first: u32) -> vec4<i32> {
    let last = vec4<u32>(problems[part.problem].size.x - 1u);
    let rows = min(first + vec4<u32>(0u, 1u, 2u, 3u), last);
    let start = problems[part.problem].a.x + i32(part.group) * problems[part.problem].group.x;
    return vec4<i32>(rows) * problems[part.problem].a.y + start;
}

// a at four rows and (k2, k1, k0). Where k is not valid b is zero, and a does not matter.
fn load_a(part: Part, rows: vec4<i32>, k_index: vec3<i32>, valid: bool) -> vec4<f32> {
    let delta = k_index.x * problems[part.problem].a.z + k_index.y * problems[part.problem].a.w
        + k_index.z * problems[part.problem].b.x;
    let offset = rows + select(0, delta, valid);
    return vec4<f32>(a[offset.x], a[offset.y], a[offset.z], a[offset.w]);
}

// Offsets in c of four columns of the first row.
fn c_offsets(part: Part, j: vec4<u32>) -> vec4<i32> {
    let extents = problems[part.problem].extents.zw;
    let rest = j / vec4<u32>(extents.y);
    let high = rest / vec4<u32>(extents.x);
    let middle = rest - high * extents.x;
    let low = j - rest * extents.y;
    let more = problems[part.problem].more;
    let start = problems[part.problem].c.x + i32(part.split * more.y)
        + i32(part.group) * problems[part.problem].group.z;
    return vec4<i32>(high) * problems[part.problem].c.z + vec4<i32>(middle) * problems[part.problem].c.w
        + vec4<i32>(low * more.x) + vec4<i32>(start);
}

// Epilogue and store of four columns of row i; `first` are their offsets in the first row.
fn store_c(part: Part, i: u32, first: vec4<i32>, valid: vec4<bool>, sum: vec4<f32>) {
    if (i < problems[part.problem].size.x) {
        let offset = first + vec4<i32>(i32(i) * problems[part.problem].c.y);
        let has_bias = problems[part.problem].tail.x == 1u;
        let channel = part.group * problems[part.problem].size.x + i;
        let added = select(0.0, bias[select(0u, channel, has_bias)], has_bias);
        let y = activate(sum + added, bitcast<f32>(problems[part.problem].tail.y));
        if (valid.x) { c[offset.x] = y.x; }
        if (valid.y) { c[offset.y] = y.y; }
        if (valid.z) { c[offset.z] = y.z; }
        if (valid.w) { c[offset.w] = y.w; }
    }
}
