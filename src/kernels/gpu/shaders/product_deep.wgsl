// For few results of many depths each: a workgroup computes four rows of one column, its
// invocations share the depths.

var<workgroup> sums: array<vec4<f32>, 64>;
var<workgroup> second: array<vec4<f32>, 8>;

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let extents = parts[0].extents.xy;
    let depths = parts[0].size.z;
    let rows = group.y * 4u;
    let column = digits(group.x, parts[0].extents.zw);
    let image = parts[0].image;
    let steps = parts[0].steps;
    let start = parts[0].b.y + i32(column.x) * parts[0].b.z;
    let first_row = i32(column.y) * steps.x + image.z;
    let first_column = i32(column.z) * steps.y + image.w;
    let far = digits(64u, extents);
    var depth = digits(t, extents);
    var sum = vec4<f32>();
    for (var k = t; k < depths; k += 64u) {
        let place = vec3<i32>(depth);
        let r = first_row + place.y * steps.z;
        let q = first_column + place.z * steps.w;
        let inside = r >= 0 && r < image.x && q >= 0 && q < image.y;
        let right = of_b(start + place.x * parts[0].b.w + r * image.y + q, inside);
        sum += of_rows(0u, rows, place, true) * right;
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
