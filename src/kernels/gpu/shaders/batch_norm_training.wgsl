// Batch norm by each group's own statistics, and an activation; the running statistics are updated by
// each group in turn.

alias Sum = f32;
const buffer_count = 2u;

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> scale: array<f32>;
@group(0) @binding(2) var<storage, read> shift: array<f32>;
@group(0) @binding(3) var<storage, read> running_mean: array<f32>;
@group(0) @binding(4) var<storage, read> running_variance: array<f32>;
@group(0) @binding(5) var<storage, read_write> y: array<f32>;
// Means and variances of the groups, and from twice `params.lanes.z` on the running ones.
@group(0) @binding(6) var<storage, read_write> statistics: array<f32>;

@compute @workgroup_size(WORKGROUP_SIZE)
fn main(@builtin(workgroup_id) block: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let at = lane_at(block.x, t);
    let channel = min(at.channel, params.size.y - 1u);
    let count = f32(params.size.x * params.size.z);
    let is_first = t % params.lanes.x == 0u && at.samples > 0u;
    let factor = scale[channel];
    let added = shift[channel];
    var running = vec2<f32>(running_mean[channel], running_variance[channel]);
    for (var group = 0u; group < params.size.w; group++) {
        var sum = 0.0;
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
                sum += x[first + p];
            }
        }
        let mean = channel_sum(t, sum, 0u) / count;
        var squares = 0.0;
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
                let centred = x[first + p] - mean;
                squares += centred * centred;
            }
        }
        let variance = channel_sum(t, squares, 1u) / count;
        if (is_first) {
            let place = group * params.size.y + channel;
            statistics[place] = mean;
            statistics[params.lanes.z + place] = variance;
        }
        let latest = vec2<f32>(mean, variance * params.update.z);
        running = running * params.update.x + latest * params.update.y;
        let scale_by_deviation = factor / sqrt(variance + params.limit.y);
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < params.size.z; p += params.lanes.y) {
                y[first + p] = activated((x[first + p] - mean) * scale_by_deviation + added);
            }
        }
    }
    if (is_first) {
        statistics[2u * params.lanes.z + channel] = running.x;
        statistics[3u * params.lanes.z + channel] = running.y;
    }
}
