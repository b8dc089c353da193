// Binary cross-entropy with logits of one batch, and its gradient, by one workgroup.

struct Targets {
    // Logits of a part.
    count: u32,
    parts: u32,
    first: f32,
    second: f32,
    share: f32,
}

@group(0) @binding(0) var<storage, read> logits: array<f32>;
@group(0) @binding(1) var<storage, read_write> sum: array<f32>;
@group(0) @binding(2) var<storage, read_write> each: array<f32>;
@group(0) @binding(3) var<storage, read_write> gradient: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> params: Targets;

var<workgroup> partial: array<vec2<f32>, 64>;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) t: u32) {
    let factor = params.share / f32(params.count);
    var losses = vec2<f32>();
    for (var i = t; i < params.count * params.parts; i += 64u) {
        let x = logits[i];
        let is_first = i < params.count;
        let goal = select(params.second, params.first, is_first);
        // ln(1 + e^x) and the sigmoid, without overflow.
        let e = exp(-abs(x));
        let loss = select(0.0, x, x > 0.0) - x * goal + log(1.0 + e);
        // sigmoid − target, without cancellation where the two are close.
        let sigmoids = select(vec2<f32>(e, 1.0), vec2<f32>(1.0, e), x >= 0.0) / (1.0 + e);
        gradient[i] = ((1.0 - goal) * sigmoids.x - goal * sigmoids.y) * factor;
        losses += select(vec2<f32>(0.0, loss), vec2<f32>(loss, 0.0), is_first);
    }
    partial[t] = losses * factor;
    workgroupBarrier();
    if (t == 0u) {
        var all = vec2<f32>();
        for (var n = 0u; n < 64u; n++) {
            all += partial[n];
        }
        each[0] = all.x;
        if (params.parts == 2u) {
            each[1] = all.y;
        }
        sum[0] = all.x + all.y;
    }
}
