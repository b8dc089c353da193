// One update by Adam.

struct Step {
    count: u32,
    keep_mean: f32,
    take_mean: f32,
    keep_square: f32,
    take_square: f32,
    keep_weight: f32,
    rate: f32,
    root: f32,
    epsilon: f32,
}

@group(0) @binding(0) var<storage, read> weight: array<f32>;
@group(0) @binding(1) var<storage, read> gradient: array<f32>;
@group(0) @binding(2) var<storage, read> mean: array<f32>;
@group(0) @binding(3) var<storage, read> square: array<f32>;
@group(0) @binding(4) var<storage, read_write> next_weight: array<f32>;
@group(0) @binding(5) var<storage, read_write> next_mean: array<f32>;
@group(0) @binding(6) var<storage, read_write> next_square: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> step: Step;

@compute @workgroup_size(256)
fn main(@builtin(global_invocation_id) id: vec3<u32>, @builtin(num_workgroups) groups: vec3<u32>) {
    for (var i = id.x; i < step.count; i += groups.x * 256u) {
        let g = gradient[i];
        let m = mean[i] * step.keep_mean + g * step.take_mean;
        let s = square[i] * step.keep_square + g * g * step.take_square;
        next_mean[i] = m;
        next_square[i] = s;
        next_weight[i] = weight[i] * step.keep_weight
            - step.rate * m / (sqrt(s) * step.root + step.epsilon);
    }
}
