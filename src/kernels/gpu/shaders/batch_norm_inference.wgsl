// Batch norm by running statistics, and an activation.

alias Sum = f32;
const buffer_count = 1u;

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> scale: array<f32>;
@group(0) @binding(2) var<storage, read> shift: array<f32>;
@group(0) @binding(3) var<storage, read> means: array<f32>;
@group(0) @binding(4) var<storage, read> variances: array<f32>;
@group(0) @binding(5) var<storage, read_write> y: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn main(@builtin(workgroup_id) block: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let at = lane_at(block.x, t);
    if (at.samples == 0u) {
        return;
    }
    let mean = means[at.channel];
    let factor = scale[at.channel] / sqrt(variances[at.channel] + params.limit.y);
    let added = shift[at.channel];
    for (var n = at.sample; n < at.samples; n += at.sample_step) {
        let first = start(0u, n, at.channel);
        for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
            y[first + p] = activated((x[first + p] - mean) * factor + added);
        }
    }
}
