// Many tensors' numbers, one behind the other in one buffer, from one state to the next, along with
// numbers of other tensors. `pieces.rs` says what a piece is.

struct Piece {
    // Its first block of 1024 numbers, its numbers, and the place of the first.
    @align(16) block: u32,
    count: u32,
    place: u32,
    // Which source goes along, and from which place on.
    source: u32,
    offset: u32,
}

struct Pieces {
    // Pieces, their blocks; what lies between the parts of the buffer.
    size: vec4<u32>,
    numbers: array<vec4<f32>, 2>,
    pieces: array<Piece, 24>,
}

@group(0) @binding(0) var<storage, read> old: array<f32>;
@group(0) @binding(1) var<storage, read> source_0: array<f32>;
@group(0) @binding(2) var<storage, read> source_1: array<f32>;
@group(0) @binding(3) var<storage, read> source_2: array<f32>;
@group(0) @binding(4) var<storage, read> source_3: array<f32>;
@group(0) @binding(5) var<storage, read> source_4: array<f32>;
@group(0) @binding(6) var<storage, read> source_5: array<f32>;
@group(0) @binding(7) var<storage, read_write> next: array<f32>;
@group(0) @binding(UNIFORM) var<uniform> how: Pieces;

fn taken(source: u32, place: u32) -> f32 {
    switch source {
        case 1u: { return source_1[place]; }
        case 2u: { return source_2[place]; }
        case 3u: { return source_3[place]; }
        case 4u: { return source_4[place]; }
        case 5u: { return source_5[place]; }
        default: { return source_0[place]; }
    }
}

@compute @workgroup_size(256)
fn main(
    @builtin(workgroup_id) group: vec3<u32>,
    @builtin(num_workgroups) groups: vec3<u32>,
    @builtin(local_invocation_index) t: u32,
) {
    for (var block = group.x; block < how.size.y; block += groups.x) {
        var index = 0u;
        while (index + 1u < how.size.x && how.pieces[index + 1u].block <= block) {
            index++;
        }
        let piece = how.pieces[index];
        let first = (block - piece.block) * 1024u;
        let end = min(first + 1024u, piece.count);
        for (var i = first + t; i < end; i += 256u) {
            move_on(piece.place + i, taken(piece.source, piece.offset + i));
        }
    }
}
