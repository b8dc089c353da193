// The gradient before an activation, and its sum per channel: the bias's gradient.

alias Sum = f32;
const buffer_count = 1u;

@group(0) @binding(0) var<storage, read> y: array<f32>;
@group(0) @binding(1) var<storage, read> gradient: array<f32>;
@group(0) @binding(2) var<storage, read_write> before: array<f32>;
@group(0) @binding(3) var<storage, read_write> sums: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn main(@builtin(workgroup_id) block: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let at = lane_at(block.x, t);
    var sum = 0.0;
    for (var n = at.sample; n < at.samples; n += at.sample_step) {
        let first = start(0u, n, at.channel);
        for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
            let g = gradient[first + p] * slope_at(y[first + p]);
            before[first + p] = g;
            sum += g;
        }
    }
    let all = channel_sum(t, sum, 0u);
    if (t % params.lanes.x == 0u && at.samples > 0u) {
        sums[at.channel] = all;
    }
}
