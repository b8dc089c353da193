// For few results of many depths each: a workgroup computes four rows of four columns, its invocations
// share the depths.

var<workgroup> sums: array<vec4<f32>, 64>;
var<workgroup> second: array<vec4<f32>, 8>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let extents = parts[0].extents.xy;
    let depths = parts[0].size.z;
    let first_row = group.y * 4u;
    let first_column = group.x * 4u;
    let rows = rows_of(0u, first_row);
    let at = columns(0u, first_column + vec4<u32>(0u, 1u, 2u, 3u));
    let far = digits(64u, extents);
    var depth = digits(t, extents);
    var s0 = vec4<f32>();
    var s1 = vec4<f32>();
    var s2 = vec4<f32>();
    var s3 = vec4<f32>();
    for (var k = t; k < depths; k += 64u) {
        let place = vec3<i32>(depth);
        let left = of_rows(0u, rows, place, true);
        let right = gather(0u, at, place, true);
        s0 += left.x * right;
        s1 += left.y * right;
        s2 += left.z * right;
        s3 += left.w * right;
        depth = advanced(depth, far, extents);
    }
    for (var column = 0u; column < 4u; column++) {
        sums[t] = vec4<f32>(s0[column], s1[column], s2[column], s3[column]);
        workgroupBarrier();
        // In two steps, because a barrier costs more than a few additions.
        if (t < 8u) {
            var sum = sums[t];
            for (var n = 1u; n < 8u; n++) {
                sum += sums[n * 8u + t];
            }
            second[t] = sum;
        }
        workgroupBarrier();
        if (t < 4u) {
            var all = 0.0;
            for (var n = 0u; n < 8u; n++) {
                all += second[n][t];
            }
            let j = first_column + column;
            let place = places(0u, 0u, vec4<u32>(j));
            let valid = vec4<bool>(j < parts[0].size.y, false, false, false);
            put(0u, first_row + t, place, valid, vec4<f32>(all));
        }
    }
}
