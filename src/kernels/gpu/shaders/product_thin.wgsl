// For at most eight rows: each invocation goes by itself, with four columns 64 apart, and uses what it
// takes of b for all rows.

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let part = group.z;
    let extents = parts[part].extents.xy;
    let depths = parts[part].size.z;
    let tile = group.x + group.y * parts[part].tail.w;
    let j = tile * 256u + t + vec4<u32>(0u, 64u, 128u, 192u);
    let at = columns(part, j);
    let near = vec3<u32>(0u, 0u, 1u);
    let upper = rows_of(part, 0u);
    let lower = rows_of(part, 4u);
    var depth = vec3<u32>();
    var s0 = vec4<f32>();
    var s1 = vec4<f32>();
    var s2 = vec4<f32>();
    var s3 = vec4<f32>();
    var s4 = vec4<f32>();
    var s5 = vec4<f32>();
    var s6 = vec4<f32>();
    var s7 = vec4<f32>();
    let has_lower = parts[part].size.x > 4u;
    for (var k = 0u; k < depths; k++) {
        let place = vec3<i32>(depth);
        let l0 = of_rows(part, upper, place, true);
        let right = gather(part, at, place, true);
        s0 += l0.x * right;
        s1 += l0.y * right;
        s2 += l0.z * right;
        s3 += l0.w * right;
        if (has_lower) {
            let l1 = of_rows(part, lower, place, true);
            s4 += l1.x * right;
            s5 += l1.y * right;
            s6 += l1.z * right;
            s7 += l1.w * right;
        }
        depth = advanced(depth, near, extents);
    }
    var sums = array<vec4<f32>, 8>(s0, s1, s2, s3, s4, s5, s6, s7);
    let place = places(part, 0u, j);
    let valid = j < vec4<u32>(parts[part].size.y);
    for (var n = 0u; n < min(8u, parts[part].size.x); n++) {
        put(part, n, place, valid, sums[n]);
    }
}
