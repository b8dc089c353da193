// Sliced-K, for few results with a large k: a workgroup computes four rows of four columns, and its
// invocations share k.

var<workgroup> sums: array<vec4<f32>, 64>;
var<workgroup> partial: array<vec4<f32>, 8>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let part = part_of(group.z);
    let extents = problems[0].extents.xy;
    let k_size = problems[0].size.z;
    let first_row = group.y * 4u;
    let first_column = group.x * 4u;
    let rows = rows_of(part, first_row);
    let at = columns_of(part, first_column + vec4<u32>(0u, 1u, 2u, 3u));
    let k_step = digits(64u, extents);
    var k_index = digits(t, extents);
    var s0 = vec4<f32>();
    var s1 = vec4<f32>();
    var s2 = vec4<f32>();
    var s3 = vec4<f32>();
    for (var k = t; k < k_size; k += 64u) {
        let index = vec3<i32>(k_index);
        let a4 = load_a(part, rows, index, true);
        let b4 = load_b(part, at, index, true);
        s0 += a4.x * b4;
        s1 += a4.y * b4;
        s2 += a4.z * b4;
        s3 += a4.w * b4;
        k_index = advance(k_index, k_step, extents);
    }
    for (var column = 0u; column < 4u; column++) {
        sums[t] = vec4<f32>(s0[column], s1[column], s2[column], s3[column]);
        workgroupBarrier();
        // Reduced in two steps: a barrier costs more than a few additions.
        if (t < 8u) {
            var sum = sums[t];
            for (var n = 1u; n < 8u; n++) {
                sum += sums[n * 8u + t];
            }
            partial[t] = sum;
        }
        workgroupBarrier();
        if (t < 4u) {
            var all = 0.0;
            for (var n = 0u; n < 8u; n++) {
                all += partial[n][t];
            }
            let j = first_column + column;
            let offset = c_offsets(part, vec4<u32>(j));
            let valid = vec4<bool>(j < problems[0].size.y, false, false, false);
            store_c(part, first_row + t, offset, valid, vec4<f32>(all));
        }
    }
}
