// For at most four rows: nothing of b would be used twice, so each invocation goes by itself, with
// four columns 64 apart.

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let part = group.z;
    let extents = parts[part].extents.xy;
    let depths = parts[part].size.z;
    let tile = group.x + group.y * parts[part].tail.w;
    let j = tile * 256u + t + vec4<u32>(0u, 64u, 128u, 192u);
    let at = columns(part, j);
    let near = vec3<u32>(0u, 0u, 1u);
    let rows = rows_of(part, 0u);
    var depth = vec3<u32>();
    var s0 = vec4<f32>();
    var s1 = vec4<f32>();
    var s2 = vec4<f32>();
    var s3 = vec4<f32>();
    for (var k = 0u; k < depths; k++) {
        let place = vec3<i32>(depth);
        let left = of_rows(part, rows, place, true);
        let right = gather(part, at, place, true);
        s0 += left.x * right;
        s1 += left.y * right;
        s2 += left.z * right;
        s3 += left.w * right;
        depth = advanced(depth, near, extents);
    }
    var sums = array<vec4<f32>, 4>(s0, s1, s2, s3);
    let place = places(part, 0u, j);
    let valid = j < vec4<u32>(parts[part].size.y);
    for (var n = 0u; n < 4u; n++) {
        put(part, n, place, valid, sums[n]);
    }
}
