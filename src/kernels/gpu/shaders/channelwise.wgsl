// Channelwise reductions: each channel has `lanes` invocations of a workgroup, a power of two, which
// share its samples and pixels. `Sum` is the type of what they sum, `buffer_count` the number of
// buffers that they alternate between.

struct Channelwise {
    // Samples of a group, channels, pixels, groups.
    size: vec4<u32>,
    // Lanes of a channel; those of them that share a sample's pixels; the stride between two results in
    // one buffer.
    lanes: vec4<u32>,
    // The coefficients of the activation's derivative, and the activation's parameter.
    line: vec4<f32>,
    // Up to which output the derivative is that parameter instead; epsilon.
    limit: vec4<f32>,
    // Of running statistics: decay, momentum, Bessel's correction.
    update: vec4<f32>,
}

@group(0) @binding(UNIFORM) var<uniform> params: Channelwise;

// As small as possible: browsers zero it, which a software GPU takes longer for than for some of the
// work, and even longer to compile.
var<workgroup> partial: array<Sum, buffer_count * WORKGROUP_SIZE>;
var<workgroup> second: array<Sum, buffer_count * WORKGROUP_SIZE / 2>;

// The sum over the lanes of an invocation's channel, in a fixed order; successive calls alternate
// `buffer`. Few barriers, because they cost more than a few additions.
fn channel_sum(t: u32, value: Sum, buffer: u32) -> Sum {
    let lanes = params.lanes.x;
    if (lanes == 1u) {
        return value;
    }
    let lane = t % lanes;
    let offset = buffer * WORKGROUP_SIZE;
    partial[offset + t] = value;
    workgroupBarrier();
    var sum = Sum();
    if (lanes <= 16u) {
        for (var n = 0u; n < lanes; n++) {
            sum += partial[offset + t - lane + n];
        }
        return sum;
    }
    let first = offset / 2u + (t / lanes) * 16u;
    if (lane < 16u) {
        for (var n = lane; n < lanes; n += 16u) {
            sum += partial[offset + t - lane + n];
        }
        second[first + lane] = sum;
    }
    workgroupBarrier();
    sum = Sum();
    for (var n = 0u; n < 16u; n++) {
        sum += second[first + n];
    }
    return sum;
}

// The part of an invocation.
struct Lane {
    channel: u32,
    // Its first sample, and how many there are: none where there is no such channel.
    sample: u32,
    samples: u32,
    sample_step: u32,
    pixel: u32,
}

fn lane_at(block: u32, t: u32) -> Lane {
    let channel = block * (WORKGROUP_SIZE / params.lanes.x) + t / params.lanes.x;
    let lane = t % params.lanes.x;
    return Lane(
        channel,
        lane / params.lanes.y,
        select(0u, params.size.x, channel < params.size.y),
        params.lanes.x / params.lanes.y,
        lane % params.lanes.y,
    );
}

// The offset of a channel of a group's sample.
fn start(group: u32, sample: u32, channel: u32) -> u32 {
    return ((group * params.size.x + sample) * params.size.y + channel) * params.size.z;
}

fn activated(x: f32) -> f32 {
    return activate(vec4<f32>(x), params.line.w).x;
}

// The activation's derivative where its output is y: a polynomial in y above a limit, and a constant up
// to it.
fn slope_at(y: f32) -> f32 {
    let line = params.line;
    return select(line.x + y * (line.y + y * line.z), line.w, y <= params.limit.x);
}
