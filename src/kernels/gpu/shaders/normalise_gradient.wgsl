// The gradients of batch norm with an activation: of x, and of scale and shift over all groups.

alias Sum = vec2<f32>;
const turns = 2u;

@group(0) @binding(0) var<storage, read> x: array<f32>;
@group(0) @binding(1) var<storage, read> scale: array<f32>;
@group(0) @binding(2) var<storage, read> shift: array<f32>;
@group(0) @binding(3) var<storage, read> means: array<f32>;
@group(0) @binding(4) var<storage, read> variances: array<f32>;
@group(0) @binding(5) var<storage, read> gradient: array<f32>;
@group(0) @binding(6) var<storage, read_write> of_x: array<f32>;
// Of scale, and from `how.lanes.z` on of shift.
@group(0) @binding(7) var<storage, read_write> of_weights: array<f32>;

@compute @workgroup_size(UNITS)
fn main(@builtin(workgroup_id) block: vec3<u32>, @builtin(local_invocation_index) t: u32) {
    let at = lane_of(block.x, t);
    let channel = min(at.channel, how.size.y - 1u);
    let count = f32(how.size.x * how.size.z);
    let factor = scale[channel];
    let added = shift[channel];
    var all = vec2<f32>();
    for (var group = 0u; group < how.size.w; group++) {
        let mean = means[group * how.size.y + channel];
        let variance = variances[group * how.size.y + channel];
        let narrow = 1.0 / sqrt(variance + how.limit.y);
        // The sums of the gradient before the activation, and of that times normalised x.
        var sum = vec2<f32>();
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < how.size.z; p += how.lanes.y) {
                let normal = (x[first + p] - mean) * narrow;
                let g = gradient[first + p] * slope_at(activated(normal * factor + added));
                sum += vec2<f32>(g, g * normal);
            }
        }
        sum = total(t, sum, group % 2u);
        all += sum;
        let average = sum / count;
        for (var n = at.sample; n < at.samples; n += at.sample_step) {
            let first = start(group, n, channel);
            for (var p = at.pixel; p < how.size.z; p += how.lanes.y) {
                let normal = (x[first + p] - mean) * narrow;
                let g = gradient[first + p] * slope_at(activated(normal * factor + added));
                of_x[first + p] = (g - average.x - normal * average.y) * factor * narrow;
            }
        }
    }
    if (t % how.lanes.x == 0u && at.samples > 0u) {
        of_weights[channel] = all.y;
        of_weights[how.lanes.z + channel] = all.x;
    }
}
