// Split-K: the sum of the splits' partial results, in order.

struct SplitK {
    count: u32,
    splits: u32,
}

@group(0) @binding(0) var<storage, read> partial: array<f32>;
@group(0) @binding(1) var<storage, read_write> sum: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> params: SplitK;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var i = id.x; i < params.count; i += groups.x * 256u) {
        var all = 0.0;
        for (var split = 0u; split < params.splits; split++) {
            all += partial[split * params.count + i];
        }
        sum[i] = all;
    }
}
