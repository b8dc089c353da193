//! Files that are broken, or were made to do harm: each is a sentence, and nothing else happens. What chance
//! makes of files, `fuzzing` tries.

use super::fixtures::fixture;
use super::graph::{Graph, field, wholes};
use ganvas::import::{Given, Import, Statement, import};
use std::io::Write;
use std::time::{Duration, Instant};
use zip::write::SimpleFileOptions;

fn tried(name: &str, bytes: &[u8]) -> ganvas::Result<Import> {
    import(&[Given { name, bytes }], None, &Statement::default())
}

/// What is said to `bytes`, which no import comes of.
fn refusal(bytes: &[u8]) -> String {
    let said = tried("bad.bin", bytes).unwrap_err().to_string();
    assert!(said.starts_with("“bad.bin” cannot be imported: "), "{said}");
    assert!(said.ends_with('.') && said.len() < 500, "{said}");
    said
}

const FILES: [&str; 14] = [
    "dcgan-legacy.pth",
    "dcgan-protocol5.pth",
    "dcgan-module.pt",
    "dcgan-module-legacy.pt",
    "dcgan-script.pt",
    "dcgan-nested.pt",
    "onnx-dcgan.onnx",
    "onnx-dynamic.onnx",
    "onnx-embedding.onnx",
    "onnx-instance.onnx",
    "keras-transposed.h5",
    "keras-transposed-2.h5",
    "keras-conditional.keras",
    "tfjs-uint8/model.json",
];

#[test]
fn a_file_that_is_cut_is_refused() {
    for name in FILES {
        let bytes = std::fs::read(fixture(name)).unwrap();
        for part in [
            0,
            1,
            2,
            7,
            9,
            64,
            bytes.len() / 3,
            bytes.len() / 2,
            bytes.len() - 1,
        ] {
            // What hangs on at the end of a Keras file may be room that nothing needs.
            if let Err(error) = tried("cut.bin", &bytes[..part]) {
                let said = error.to_string();
                assert!(
                    said.starts_with("“cut.bin” cannot be imported: "),
                    "{name} {part}: {said}"
                );
            } else {
                assert!(part == bytes.len() - 1, "{name} cut at {part} was imported");
            }
        }
    }
}

#[test]
fn what_is_no_generator_is_refused_by_name() {
    let said = refusal(b"GIF89a, or anything else");
    assert!(
        said.contains("expected PyTorch (.pt, .pth), safetensors, ONNX, Keras"),
        "{said}"
    );
    refusal(b"");
    assert!(refusal(&zipped(&[("readme.txt", b"hello".to_vec())])).contains("data.pkl"));
    assert!(refusal(b"\x89HDF\r\n\x1a\nand nothing more").contains("HDF5"));
    assert!(refusal(br#"{"modelTopology": 3}"#).contains("layers model"));
}

fn zipped(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

#[test]
fn a_zip_bomb_is_not_unpacked() {
    let bomb = zipped(&[("archive/data.pkl", vec![0; 70 << 20])]);
    assert!(bomb.len() < 1 << 20);
    assert!(refusal(&bomb).contains("more than 67108864 bytes"));
}

/// A pickle of protocol 2 around these operations.
fn pickle(operations: &[u8]) -> Vec<u8> {
    [b"\x80\x02", operations, b"."].concat()
}

#[test]
fn pickles_that_would_run_or_grow_are_data() {
    // os.system("…"), which must not be called: a REDUCE of a global.
    let call = pickle(b"cos\nsystem\nX\x07\x00\x00\x00exit 77\x85R");
    assert!(refusal(&call).contains("neither tensors nor a module"));
    // Nested a million deep, and nested in itself.
    refusal(&pickle(
        &[vec![b']'; 1 << 20], vec![b'a'; (1 << 20) - 1]].concat(),
    ));
    refusal(&pickle(&[b")".to_vec(), vec![0x85; 1 << 20]].concat()));
    refusal(&pickle(b"}q\x00X\x01\x00\x00\x00ah\x00s"));
    // Dictionaries of dictionaries of the same dictionaries: 10,000 to the fourth ways.
    let mut bomb = b"}q\x00".to_vec();
    for level in 1..=5_u8 {
        bomb.extend([b'}', b'q', level, b'(']);
        for key in 0..10_000_u32 {
            bomb.extend(
                [
                    b"X\x05\x00\x00\x00".as_slice(),
                    format!("{key:05}").as_bytes(),
                ]
                .concat(),
            );
            bomb.extend([b'h', level - 1]);
        }
        bomb.push(b'u');
    }
    let begun = Instant::now();
    refusal(&pickle(&bomb));
    assert!(begun.elapsed() < Duration::from_secs(10));
    // Lengths that are not there.
    for claim in [
        b"X\xff\xff\xff\xff".as_slice(),
        b"\x8d\xff\xff\xff\xff\xff\xff\xff\xff",
        b"\x8b\xff\xff\xff\x7f",
    ] {
        assert!(refusal(&pickle(claim)).contains("ends too early"));
    }
    assert!(refusal(&pickle(b"u")).contains("mark"));
    assert!(refusal(&pickle(b"a")).contains("stack"));
}

/// A state dict with one tensor of these dimensions and strides, over four numbers.
fn state_dict(dims: &[u8], steps: &[u8]) -> Vec<u8> {
    let tensor = [
        b"}X\x08\x00\x00\x00a.weightctorch._utils\n_rebuild_tensor_v2\n((X\x07\x00\x00\x00storagectorch\nFloatStorage\nX\x01\x00\x00\x000X\x03\x00\x00\x00cpuK\x04tQK\x00".as_slice(),
        b"(", dims, b"t(", steps, b"t\x89NtRs",
    ]
    .concat();
    zipped(&[("a/data.pkl", pickle(&tensor)), ("a/data/0", vec![0; 16])])
}

#[test]
fn tensors_beyond_their_storage_are_refused() {
    let said = refusal(&state_dict(b"K\x03K\x02", b"K\x02K\x01"));
    assert!(
        said.contains("lies beyond its storage “0” of 16 bytes"),
        "{said}"
    );
    let said = refusal(&state_dict(
        b"J\xff\xff\xff\x7fJ\xff\xff\xff\x7f",
        b"K\x00K\x00",
    ));
    assert!(said.contains("is more than"), "{said}");
    refusal(&state_dict(b"J\xff\xff\xff\xffK\x01", b"K\x01K\x01"));
    refusal(&state_dict(b"K\x00K\x02", b"K\x02K\x01"));
    refusal(&state_dict(b"K\x02K\x02", b"J\xff\xff\xff\x7fK\x01"));
}

#[test]
fn absurd_layers_are_refused() {
    let model = |layers: &str| {
        let topology = format!(
            r#"{{"modelTopology":{{"class_name":"Sequential","config":{{"layers":[
            {{"class_name":"InputLayer","config":{{"name":"z","batch_input_shape":[null,6]}}}},{layers}]}}}},
            "weightsManifest":[]}}"#
        );
        refusal(topology.as_bytes())
    };
    let huge = "1152921504606846976";
    let reshape = format!(
        r#"{{"class_name":"Reshape","config":{{"name":"r","target_shape":[{huge},{huge},{huge}]}}}}"#
    );
    assert!(model(&reshape).contains("cannot make"));
    let upsample = r#"{"class_name":"Reshape","config":{"name":"r","target_shape":[1,1,6]}},
        {"class_name":"UpSampling2D","config":{"name":"u","size":[9223372036854775807,9223372036854775807]}}"#;
    model(upsample);
    let lambda = r#"{"class_name":"Lambda","config":{"name":"do_it"}}"#;
    assert_eq!(
        model(lambda),
        "“bad.bin” cannot be imported: “do_it” is a layer of the class Lambda, which Ganvas does not support."
    );
}

#[test]
fn graphs_that_ask_for_too_much_are_refused_before_it_is_done() {
    let begun = Instant::now();
    let latent = || Graph::empty(13).input("z", 1, &[0, 6]);
    let end = |graph: Graph| refusal(&graph.node("Add", &["z", "r"], "image", &[]).file());
    // A sum of a column and a row.
    let sides = vec![1; 3000];
    let outer = latent()
        .whole_tensor("a", &[3000, 1], &sides)
        .whole_tensor("b", &[1, 3000], &sides)
        .node("Add", &["a", "b"], "r", &[]);
    assert!(end(outer).contains("it makes 9000000 numbers out of 6000"));
    // Axes that come twice, and are not there.
    for perm in [[0, 0], [1, 2], [-1, 0]] {
        let turned = latent().whole_tensor("a", &[2, 4], &[1; 8]).node(
            "Transpose",
            &["a"],
            "r",
            &[wholes("perm", &perm)],
        );
        end(turned);
    }
    // Sides that 32 bits would cut to small ones.
    let filled = latent().integers("s", &[2_305_983_746_702_049_284]).node(
        "ConstantOfShape",
        &["s"],
        "r",
        &[],
    );
    assert!(end(filled).contains("is more than"));
    let gathered = latent()
        .integers("s", &[1 << 11, 1 << 11])
        .node("ConstantOfShape", &["s"], "a", &[])
        .integers("i", &[0; 4096])
        .node("Gather", &["a", "i"], "r", &[]);
    assert!(end(gathered).contains("it makes 8388608 numbers"));
    // Axes without end: a step along one would go through all.
    let flat = latent()
        .integers("s", &[1 << 22])
        .node("ConstantOfShape", &["s"], "a", &[])
        .integers("to", &[&[1 << 22][..], &[1; 100_000]].concat())
        .node("Reshape", &["a", "to"], "b", &[])
        .node("Transpose", &["b"], "r", &[]);
    assert!(end(flat).contains("axes has more than 64"));
    let added = latent()
        .integers("a", &[1])
        .integers("s", &(0..200_000).collect::<Vec<_>>());
    assert!(end(added.node("Unsqueeze", &["a", "s"], "r", &[])).contains("it names 200000 axes"));
    // A label's table times a matrix.
    let product = Graph::empty(13)
        .input("z", 1, &[0, 6])
        .input("label", 7, &[0])
        .integers("s", &[4096, 1024])
        .integers("t", &[1024, 1025])
        .node("ConstantOfShape", &["s"], "a", &[])
        .node("ConstantOfShape", &["t"], "b", &[])
        .node("Gather", &["a", "label"], "c", &[])
        .node("Gemm", &["c", "b"], "d", &[])
        .node("Concat", &["z", "d"], "image", &[]);
    assert!(refusal(&product.file()).contains("more work than any generator needs"));
    // Millions of tensors of nothing.
    let many = field(7, &[0x2a, 0].repeat(1 << 20));
    assert!(refusal(&[&[8, 8][..], &many].concat()).contains("more than 524288 parts"));
    assert!(begun.elapsed() < Duration::from_secs(20));
}

#[test]
fn long_names_and_shapes_are_cut_short() {
    let name = "n".repeat(100_000);
    let graph = Graph::empty(13).input("z", 1, &[0, 6]);
    let node = graph.clone().node("Nothing", &["z"], &name, &[]);
    refusal(&node.node("Relu", &[&name], "image", &[]).file());
    let many = vec![2; 10_000];
    let reshape = graph.integers("to", &many);
    refusal(&reshape.node("Reshape", &["z", "to"], "image", &[]).file());
    let bytes = b"nothing";
    let long = tried(&"ü".repeat(1000), bytes).unwrap_err().to_string();
    assert!(long.len() < 500, "{long}");
}
