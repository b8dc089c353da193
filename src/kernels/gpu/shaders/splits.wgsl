// The sum of a product's splits, one behind the other.

struct Splits {
    count: u32,
    splits: u32,
}

@group(0) @binding(0) var<storage, read> parts: array<f32>;
@group(0) @binding(1) var<storage, read_write> sum: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> how: Splits;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var i = id.x; i < how.count; i += groups.x * 256u) {
        var all = 0.0;
        for (var split = 0u; split < how.splits; split++) {
            all += parts[split * how.count + i];
        }
        sum[i] = all;
    }
}
