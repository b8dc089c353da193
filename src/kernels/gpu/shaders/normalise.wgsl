// Batch norm by each group's own statistics, and an activation.

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> scale: array<f32>;
@group(0) @binding(2) var<storage, read> shift: array<f32>;
@group(0) @binding(3) var<storage, read_write> y: array<f32>;
@group(0) @binding(4) var<storage, read_write> means: array<f32>;
@group(0) @binding(5) var<storage, read_write> variances: array<f32>;

@compute @workgroup_size(256)
fn main(@builtin(workgroup_id) block: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let at = lane_of(block.x, t);
    let group = block.y;
    let count = f32(how.size.x * how.size.z);
    var sum = 0.0;
    for (var n = at.sample; n < at.samples; n += at.sample_step) {
        let first = start(group, n, at.channel);
        for (var p = at.pixel; p < how.size.z; p += how.lanes.y) {
            sum += x[first + p];
        }
    }
    let mean = total(t, vec2<f32>(sum, 0.0), 0u).x / count;
    var squares = 0.0;
    for (var n = at.sample; n < at.samples; n += at.sample_step) {
        let first = start(group, n, at.channel);
        for (var p = at.pixel; p < how.size.z; p += how.lanes.y) {
            let centred = x[first + p] - mean;
            squares += centred * centred;
        }
    }
    let variance = total(t, vec2<f32>(squares, 0.0), 1u).x / count;
    if (at.samples == 0u) {
        return;
    }
    if (t % how.lanes.x == 0u) {
        means[group * how.size.y + at.channel] = mean;
        variances[group * how.size.y + at.channel] = variance;
    }
    let factor = scale[at.channel] / sqrt(variance + how.limit.y);
    let added = shift[at.channel];
    for (var n = at.sample; n < at.samples; n += at.sample_step) {
        let first = start(group, n, at.channel);
        for (var p = at.pixel; p < how.size.z; p += how.lanes.y) {
            y[first + p] = activated((x[first + p] - mean) * factor + added);
        }
    }
}
