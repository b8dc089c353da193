// The gradients of batch norm with an activation: of x, and of scale and shift over all groups.

alias Sum = vec2<f32>;
const buffer_count = 2u;

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> scale: array<f32>;
@group(0) @binding(2) var<storage, read> shift: array<f32>;
@group(0) @binding(3) var<storage, read> means: array<f32>;
@group(0) @binding(4) var<storage, read> variances: array<f32>;
@group(0) @binding(5) var<storage, read> gradient: array<f32>;
@group(0) @binding(6) var<storage, read_write> of_x: array<f32>;
// Of scale, and from `params.lanes.z` on of shift.
@group(0) @binding(7) var<storage, read_write> of_weights: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn main(@builtin(workgroup_id) block: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let at = lane_at(block.x, t);
    let channel = min(at.channel, params.size.y - 1u);
    let count = f32(params.size.x * params.size.z);
    let factor = scale[channel];
    let added = shift[channel];
    var all = vec2<f32>();
    for (var group = 0u; group < params.size.w; group++) {
        let mean = means[group * params.size.y + channel];
        let variance = variances[group * params.size.y + channel];
        let inverse_deviation = 1.0 / sqrt(variance + params.limit.y);
        // The sums of the gradient before the activation, and of that times the normalised x.
        var sum = vec2<f32>();
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
                let x_hat = (x[first + p] - mean) * inverse_deviation;
                let g = gradient[first + p] * slope_at(activated(x_hat * factor + added));
                sum += vec2<f32>(g, g * x_hat);
            }
        }
        sum = channel_sum(t, sum, group % 2u);
        all += sum;
        let average = sum / count;
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
                let x_hat = (x[first + p] - mean) * inverse_deviation;
                let g = gradient[first + p] * slope_at(activated(x_hat * factor + added));
                of_x[first + p] = (g - average.x - x_hat * average.y) * factor * inverse_deviation;
            }
        }
    }
    if (t % params.lanes.x == 0u && at.samples > 0u) {
        of_weights[channel] = all.y;
        of_weights[params.lanes.z + channel] = all.x;
    }
}
