// a + (b − a) · share.

struct Share {
    count: u32,
    share: f32,
}

@group(0) @binding(0) var<storage, read> a: array<f32>;
@group(0) @binding(1) var<storage, read> b: array<f32>;
@group(0) @binding(2) var<storage, read_write> c: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> how: Share;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var i = id.x; i < how.count; i += groups.x * 256u) {
        c[i] = a[i] + (b[i] - a[i]) * how.share;
    }
}
