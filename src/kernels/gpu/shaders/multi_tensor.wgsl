// An elementwise update of many tensors, packed into one buffer, with as many source tensors, such as
// gradients. `multi_tensor.rs` says what a span is.

struct Span {
    // Its first block of 1024 elements, its elements, and its offset in the packed buffer.
    @align(16) block: u32,
    count: u32,
    start: u32,
    // The source, and the offset in it.
    source: u32,
    offset: u32,
}

struct MultiTensor {
    // How many spans, and their blocks; the stride between weights and moments in the packed buffer.
    size: vec4<u32>,
    step: array<vec4<f32>, 2>,
    spans: array<Span, 24>,
}

@group(0) @binding(0) var<storage, read> old: array<f32>;
@group(0) @binding(1) var<storage, read> source_0: array<f32>;
@group(0) @binding(2) var<storage, read> source_1: array<f32>;
@group(0) @binding(3) var<storage, read> source_2: array<f32>;
@group(0) @binding(4) var<storage, read> source_3: array<f32>;
@group(0) @binding(5) var<storage, read> source_4: array<f32>;
@group(0) @binding(6) var<storage, read> source_5: array<f32>;
@group(0) @binding(7) var<storage, read_write> next: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> params: MultiTensor;

fn load_source(source: u32, index: u32) -> f32 {
    switch source {
        case 1u: { return source_1[index]; }
        case 2u: { return source_2[index]; }
        case 3u: { return source_3[index]; }
        case 4u: { return source_4[index]; }
        case 5u: { return source_5[index]; }
        default: { return source_0[index]; }
    }
}

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) t: u32,
) {
    for (var block = group.x; block < params.size.y; block += groups.x) {
        var index = 0u;
        while (index + 1u < params.size.x && params.spans[index + 1u].block <= block) {
            index++;
        }
        let span = params.spans[index];
        let first = (block - span.block) * 1024u;
        let end = min(first + 1024u, span.count);
        for (var i = first + t; i < end; i += 256u) {
            update(span.start + i, load_source(span.source, span.offset + i));
        }
    }
}
