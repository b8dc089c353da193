// A matrix product whose second factor is gathered from images, and whose result is scattered to
// images: c[i, j] = Σ_k a[i, k] · b[k, j]. `product.rs` says what rows, columns and depths are.

struct Part {
    // Rows, columns, depths, depths per split.
    size: vec4<u32>,
    // Depths are (k2, k1, k0) with these extents of k1 and k0, columns (j2, j1, j0) likewise.
    extents: vec4<u32>,
    // In a: start, step by row, by k2, by k1.
    a: vec4<i32>,
    // In a: step by k0. In b: start, step by j2, by k2.
    b: vec4<i32>,
    // b's image: rows, columns; where the first row and column fall.
    image: vec4<i32>,
    // Steps of b's row by j1, of its column by j0, of its row by k1, of its column by k0.
    steps: vec4<i32>,
    // In c: start, step by row, by j2, by j1.
    c: vec4<i32>,
    // In c: step by j0, step by split; parts.
    more: vec4<u32>,
    // Whether there is a bias; the activation's number; tiles down, and those across that one row of
    // workgroups takes: where they are too many for it, the next rows of workgroups go on.
    tail: vec4<u32>,
}

@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read> bias: array<f32>;
@group(0) @binding(3) var<storage, read_write> c: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> parts: array<Part, 4>;

// The three digits of a depth or a column.
fn digits(number: u32, extents: vec2<u32>) -> vec3<u32> {
    let rest = number / extents.y;
    let high = rest / extents.x;
    return vec3<u32>(high, rest - high * extents.x, number - rest * extents.y);
}

// The sum of two numbers in digits, without a division: no digit of `step` exceeds its extent.
fn advanced(number: vec3<u32>, step: vec3<u32>, extents: vec2<u32>) -> vec3<u32> {
    var next = number + step;
    let low = next.z >= extents.y;
    next.z = select(next.z, next.z - extents.y, low);
    next.y = select(next.y, next.y + 1u, low);
    let middle = next.y >= extents.x;
    next.y = select(next.y, next.y - extents.x, middle);
    next.x = select(next.x, next.x + 1u, middle);
    return next;
}

// Where four columns fall on b at depth 0: rows and columns of the image, and places in the buffer.
// A column too many is taken for the last one; its sum goes nowhere.
struct Columns {
    row: vec4<i32>,
    column: vec4<i32>,
    place: vec4<i32>,
}

fn columns(part: u32, number: vec4<u32>) -> Columns {
    let j = min(number, vec4<u32>(parts[part].size.y - 1u));
    let extents = parts[part].extents.zw;
    let image = parts[part].image;
    let steps = parts[part].steps;
    let rest = j / vec4<u32>(extents.y);
    let high = rest / vec4<u32>(extents.x);
    let row = vec4<i32>(rest - high * extents.x) * steps.x + image.z;
    let column = vec4<i32>(j - rest * extents.y) * steps.y + image.w;
    let start = vec4<i32>(high) * parts[part].b.z + parts[part].b.y;
    return Columns(row, column, start + row * image.y + column);
}

// b's numbers of four columns at a depth of digits k2, k1 and k0: zeros outside of the image, and
// where there is no such depth.
fn gather(part: u32, at: Columns, depth: vec3<i32>, valid: bool) -> vec4<f32> {
    let image = vec2<u32>(parts[part].image.xy);
    let steps = parts[part].steps;
    let down = depth.y * steps.z;
    let right = depth.z * steps.w;
    // Below 0 is far beyond the end, as an unsigned number.
    let row = vec4<u32>(at.row + select(-1073741824, down, valid));
    let column = vec4<u32>(at.column + right);
    let inside = (row < vec4<u32>(image.x)) & (column < vec4<u32>(image.y));
    let offset = depth.x * parts[part].b.w + down * i32(image.y) + right;
    let place = select(vec4<i32>(), at.place + offset, inside);
    let found = vec4<f32>(b[place.x], b[place.y], b[place.z], b[place.w]);
    return select(vec4<f32>(), found, inside);
}

// Where four rows fall on a at depth 0; a row too many is taken for the last one.
fn rows_of(part: u32, first: u32) -> vec4<i32> {
    let last = vec4<u32>(parts[part].size.x - 1u);
    let rows = min(first + vec4<u32>(0u, 1u, 2u, 3u), last);
    return vec4<i32>(rows) * parts[part].a.y + parts[part].a.x;
}

// a's numbers of four rows at a depth; some numbers or other where there is no such depth, because
// b's are zeros there.
fn of_rows(part: u32, rows: vec4<i32>, depth: vec3<i32>, valid: bool) -> vec4<f32> {
    let offset = depth.x * parts[part].a.z + depth.y * parts[part].a.w + depth.z * parts[part].b.x;
    let place = rows + select(0, offset, valid);
    return vec4<f32>(a[place.x], a[place.y], a[place.z], a[place.w]);
}

// Where four columns of the first row fall in c.
fn places(part: u32, split: u32, j: vec4<u32>) -> vec4<i32> {
    let extents = parts[part].extents.zw;
    let rest = j / vec4<u32>(extents.y);
    let high = rest / vec4<u32>(extents.x);
    let middle = rest - high * extents.x;
    let low = j - rest * extents.y;
    let more = parts[part].more;
    return vec4<i32>(high) * parts[part].c.z + vec4<i32>(middle) * parts[part].c.w
        + vec4<i32>(low * more.x) + vec4<i32>(parts[part].c.x + i32(split * more.y));
}

// Puts four columns' sums of row i to `first`, their places in the first row.
fn put(part: u32, i: u32, first: vec4<i32>, valid: vec4<bool>, sum: vec4<f32>) {
    if (i < parts[part].size.x) {
        let place = first + vec4<i32>(i32(i) * parts[part].c.y);
        let has_bias = parts[part].tail.x == 1u;
        let added = select(0.0, bias[select(0u, i, has_bias)], has_bias);
        let y = activate(sum + added, bitcast<f32>(parts[part].tail.y));
        if (valid.x) { c[place.x] = y.x; }
        if (valid.y) { c[place.y] = y.y; }
        if (valid.z) { c[place.z] = y.z; }
        if (valid.w) { c[place.w] = y.w; }
    }
}
