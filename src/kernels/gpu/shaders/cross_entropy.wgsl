// The cross-entropies of a few logits with their targets, and their gradient, by one workgroup.

struct Told {
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
@group(0) @binding(UNIFORM) var<uniform> told: Told;

var<workgroup> partial: array<vec2<f32>, 64>;

@compute @workgroup_size(64)
fn main(@builtin(local_invocation_index) t: u32) {
    let factor = told.share / f32(told.count);
    var losses = vec2<f32>();
    for (var i = t; i < told.count * told.parts; i += 64u) {
        let x = logits[i];
        let is_first = i < told.count;
        let goal = select(told.second, told.first, is_first);
        // ln(1 + e^x) and the sigmoid, without overflow.
        let e = exp(-abs(x));
        let loss = select(0.0, x, x > 0.0) - x * goal + log(1.0 + e);
        // sigmoid − goal, which would cancel where the two are close.
        let parts = select(vec2<f32>(e, 1.0), vec2<f32>(1.0, e), x >= 0.0) / (1.0 + e);
        gradient[i] = ((1.0 - goal) * parts.x - goal * parts.y) * factor;
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
        if (told.parts == 2u) {
            each[1] = all.y;
        }
        sum[0] = all.x + all.y;
    }
}
