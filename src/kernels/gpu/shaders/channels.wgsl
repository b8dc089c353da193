// Work by channel: a channel has `lanes` invocations of a workgroup, a power of two, which share its
// samples and pixels. `Sum` is what they sum up together, `turns` in how many places by turns.

struct Channels {
    // Samples of a group, channels, pixels, groups.
    size: vec4<u32>,
    // Lanes of a channel, those of them that share a sample's pixels; what lies between two results
    // in one buffer.
    lanes: vec4<u32>,
    // The derivative's coefficients, and the activation's number.
    line: vec4<f32>,
    // Where the derivative is that number instead; epsilon.
    limit: vec4<f32>,
    // Of running statistics: the share that stays, the one that comes in, and what makes a biased
    // variance the unbiased one.
    memory: vec4<f32>,
}

@group(0) @binding(UNIFORM) var<uniform> how: Channels;

// Not larger than needed: a browser has it filled with zeros, which on a processor that plays a GPU
// takes longer than some of the work, and to compile even more.
var<workgroup> partial: array<Sum, turns * UNITS>;
var<workgroup> second: array<Sum, turns * UNITS / 2>;

// The sum over the lanes of an invocation's channel, in the same order every time; `turn` is 0 and 1
// by turns. Few barriers, because they cost more than a few additions.
fn total(t: u32, value: Sum, turn: u32) -> Sum {
    let lanes = how.lanes.x;
    if (lanes == 1u) {
        return value;
    }
    let lane = t % lanes;
    let offset = turn * UNITS;
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

// Where an invocation works.
struct Lane {
    channel: u32,
    // Samples of its own, none where there is no such channel.
    sample: u32,
    samples: u32,
    sample_step: u32,
    pixel: u32,
}

fn lane_of(block: u32, t: u32) -> Lane {
    let channel = block * (UNITS / how.lanes.x) + t / how.lanes.x;
    let lane = t % how.lanes.x;
    return Lane(
        channel,
        lane / how.lanes.y,
        select(0u, how.size.x, channel < how.size.y),
        how.lanes.x / how.lanes.y,
        lane % how.lanes.y,
    );
}

// The first number of a channel of a group's sample.
fn start(group: u32, sample: u32, channel: u32) -> u32 {
    return ((group * how.size.x + sample) * how.size.y + channel) * how.size.z;
}

fn activated(x: f32) -> f32 {
    return activate(vec4<f32>(x), how.line.w).x;
}

// The activation's derivative where its output is y: a polynomial, but where y is not above a limit.
fn slope_at(y: f32) -> f32 {
    let line = how.line;
    return select(line.x + y * (line.y + y * line.z), line.w, y <= how.limit.x);
}
