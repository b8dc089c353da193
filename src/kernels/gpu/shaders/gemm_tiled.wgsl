// Workgroup tiles of 32 rows, 128 columns and 8 of k; 64 invocations, each with 8 × 8 results. A larger
// k would save barriers, but browsers zero workgroup memory, which a software GPU takes longer for than
// for a tile of small k.

var<workgroup> tile_a: array<vec4<f32>, 64>;
var<workgroup> tile_b: array<vec4<f32>, 256>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let part = part_of(group.z);
    let problem = part.problem;
    let extents = problems[problem].extents.xy;
    let begin = part.split * problems[problem].size.w;
    let end = min(problems[problem].size.z, begin + problems[problem].size.w);

    let row_tiles = problems[problem].tail.z;
    let first_row = group.y % row_tiles * 32u;
    let first_column = (group.x + group.y / row_tiles * problems[problem].tail.w) * 128u;
    let four = vec4<u32>(0u, 1u, 2u, 3u);
    // What this invocation loads: four rows at one k, four columns at four k.
    let rows = rows_of(part, first_row + (t % 8u) * 4u);
    let at = columns_of(part, first_column + (t % 32u) * 4u + four);
    let k_a = t / 8u;
    let k_b = (t / 32u) * 4u;
    var next_a = digits(begin + k_a, extents);
    var next_b = digits(begin + k_b, extents);
    let k_step = digits(8u, extents);
    let one_k = vec3<u32>(0u, 0u, 1u);
    // What it computes: rows 4y and 16 + 4y, columns 4x and 64 + 4x, and the three after each.
    let y = t / 16u;
    let x = t % 16u;
    var s00 = vec4<f32>(); var s01 = vec4<f32>();
    var s10 = vec4<f32>(); var s11 = vec4<f32>();
    var s20 = vec4<f32>(); var s21 = vec4<f32>();
    var s30 = vec4<f32>(); var s31 = vec4<f32>();
    var s40 = vec4<f32>(); var s41 = vec4<f32>();
    var s50 = vec4<f32>(); var s51 = vec4<f32>();
    var s60 = vec4<f32>(); var s61 = vec4<f32>();
    var s70 = vec4<f32>(); var s71 = vec4<f32>();

    for (var k = begin; k < end; k += 8u) {
        tile_a[t] = load_a(part, rows, vec3<i32>(next_a), k + k_a < end);
        var k_index = next_b;
        for (var n = 0u; n < 4u; n++) {
            tile_b[(k_b + n) * 32u + t % 32u] =
                load_b(part, at, vec3<i32>(k_index), k + k_b + n < end);
            k_index = advance(k_index, one_k, extents);
        }
        next_a = advance(next_a, k_step, extents);
        next_b = advance(next_b, k_step, extents);
        workgroupBarrier();
        for (var n = 0u; n < 8u; n++) {
            let l0 = tile_a[n * 8u + y];
            let l1 = tile_a[n * 8u + 4u + y];
            let r0 = tile_b[n * 32u + x];
            let r1 = tile_b[n * 32u + 16u + x];
            s00 += l0.x * r0; s01 += l0.x * r1;
            s10 += l0.y * r0; s11 += l0.y * r1;
            s20 += l0.z * r0; s21 += l0.z * r1;
            s30 += l0.w * r0; s31 += l0.w * r1;
            s40 += l1.x * r0; s41 += l1.x * r1;
            s50 += l1.y * r0; s51 += l1.y * r1;
            s60 += l1.z * r0; s61 += l1.z * r1;
            s70 += l1.w * r0; s71 += l1.w * r1;
        }
        workgroupBarrier();
    }

    // A loop, because every copy of `store_c` would have to be compiled.
    var sums = array<vec4<f32>, 16>(
        s00, s10, s20, s30, s40, s50, s60, s70,
        s01, s11, s21, s31, s41, s51, s61, s71,
    );
    for (var half = 0u; half < 2u; half++) {
        let j = first_column + half * 64u + x * 4u + four;
        let offset = c_offsets(part, j);
        let valid = j < vec4<u32>(problems[problem].size.y);
        for (var n = 0u; n < 8u; n++) {
            let i = first_row + (n / 4u) * 16u + y * 4u + n % 4u;
            store_c(part, i, offset, valid, sums[half * 8u + n]);
        }
    }
}
