// For at most eight rows: each invocation computes all rows of four columns, 64 apart, without
// workgroup memory.

@compute @workgroup_size(64)
fn main(@builtin(workgroup_id) group: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let part = part_of(group.z);
    let problem = part.problem;
    let extents = problems[problem].extents.xy;
    let k_size = problems[problem].size.z;
    let tile = group.x + group.y * problems[problem].tail.w;
    let j = tile * 256u + t + vec4<u32>(0u, 64u, 128u, 192u);
    let at = columns_of(part, j);
    let one_k = vec3<u32>(0u, 0u, 1u);
    let upper = rows_of(part, 0u);
    let lower = rows_of(part, 4u);
    var k_index = vec3<u32>();
    var s0 = vec4<f32>();
    var s1 = vec4<f32>();
    var s2 = vec4<f32>();
    var s3 = vec4<f32>();
    var s4 = vec4<f32>();
    var s5 = vec4<f32>();
    var s6 = vec4<f32>();
    var s7 = vec4<f32>();
    let has_lower = problems[problem].size.x > 4u;
    for (var k = 0u; k < k_size; k++) {
        let index = vec3<i32>(k_index);
        let l0 = load_a(part, upper, index, true);
        let b4 = load_b(part, at, index, true);
        s0 += l0.x * b4;
        s1 += l0.y * b4;
        s2 += l0.z * b4;
        s3 += l0.w * b4;
        if (has_lower) {
            let l1 = load_a(part, lower, index, true);
            s4 += l1.x * b4;
            s5 += l1.y * b4;
            s6 += l1.z * b4;
            s7 += l1.w * b4;
        }
        k_index = advance(k_index, one_k, extents);
    }
    var sums = array<vec4<f32>, 8>(s0, s1, s2, s3, s4, s5, s6, s7);
    let offset = c_offsets(part, j);
    let valid = j < vec4<u32>(problems[problem].size.y);
    for (var n = 0u; n < min(8u, problems[problem].size.x); n++) {
        store_c(part, n, offset, valid, sums[n]);
    }
}
