// Running statistics after another batch: of each of its groups in turn.

struct Memory {
    channels: u32,
    groups: u32,
    keep: f32,
    take: f32,
    // What makes a biased variance the unbiased one.
    correction: f32,
}

@group(0) @binding(0) var<storage, read> running_mean: array<f32>;
@group(0) @binding(1) var<storage, read> running_variance: array<f32>;
@group(0) @binding(2) var<storage, read> mean: array<f32>;
@group(0) @binding(3) var<storage, read> variance: array<f32>;
@group(0) @binding(4) var<storage, read_write> next_mean: array<f32>;
@group(0) @binding(5) var<storage, read_write> next_variance: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> how: Memory;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var i = id.x; i < how.channels; i += groups.x * 256u) {
        var all = vec2<f32>(running_mean[i], running_variance[i]);
        for (var group = 0u; group < how.groups; group++) {
            let place = group * how.channels + i;
            let latest = vec2<f32>(mean[place], variance[place] * how.correction);
            all = all * how.keep + latest * how.take;
        }
        next_mean[i] = all.x;
        next_variance[i] = all.y;
    }
}
