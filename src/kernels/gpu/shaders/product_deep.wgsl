// For few results of many depths each: a workgroup computes four rows of one column, its
// invocations share the depths.

var<workgroup> sums: array<vec4<f32>, 64>;
var<workgroup> second: array<vec4<f32>, 8>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let extents = parts[0].extents.xy;
    let depths = parts[0].size.z;
    let rows = group.y * 4u;
    let at_a = rows_of(0u, rows);
    let at_b = columns(0u, vec4<u32>(group.x));
    let far = digits(64u, extents);
    var depth = digits(t, extents);
    var sum = vec4<f32>();
    for (var k = t; k < depths; k += 64u) {
        let place = vec3<i32>(depth);
        sum += of_rows(0u, at_a, place, true) * gather(0u, at_b, place, true).x;
        depth = advanced(depth, far, extents);
    }
    sums[t] = sum;
    workgroupBarrier();
    // In two steps, because a barrier costs more than a few additions.
    if (t < 8u) {
        sum = sums[t];
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
        let place = places(0u, 0u, vec4<u32>(group.x));
        put(0u, rows + t, place, vec4<bool>(true, false, false, false), vec4<f32>(all));
    }
}
