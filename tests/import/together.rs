//! Models in several files.

use super::graph::{Graph, le_bytes, weights};
use ganvas::import::{Given, Import, Statement, import, shards};

fn given<'a>(files: &[(&'a str, &'a [u8])]) -> ganvas::Result<Import> {
    let files: Vec<Given<'_>> = files
        .iter()
        .map(|(name, bytes)| Given { name, bytes })
        .collect();
    import(&files, None, &Statement::default())
}

fn refusal(files: &[(&str, &[u8])]) -> String {
    let said = given(files).unwrap_err().to_string();
    assert!(said.len() < 500 && said.ends_with('.'), "{said}");
    said
}

fn graph(place: &[(&str, &str)]) -> Vec<u8> {
    Graph::empty(18)
        .input("z", 1, &[0, 6])
        .external("w", &[6, 49], place)
        .node("MatMul", &["z", "w"], "a", &[])
        .integers("to", &[-1, 1, 7, 7])
        .node("Reshape", &["a", "to"], "i", &[])
        .node("Tanh", &["i"], "image", &[])
        .file()
}

#[test]
fn numbers_of_a_graph_may_lie_beside_it() {
    let numbers = weights(294);
    let whole = Graph::empty(18)
        .input("z", 1, &[0, 6])
        .reals("w", &[6, 49], &numbers)
        .node("MatMul", &["z", "w"], "a", &[])
        .integers("to", &[-1, 1, 7, 7])
        .node("Reshape", &["a", "to"], "i", &[])
        .node("Tanh", &["i"], "image", &[])
        .file();
    let expected = given(&[("g.onnx", &whole)]).unwrap().model;
    let data = [vec![7; 64], le_bytes(&numbers), vec![7; 10]].concat();
    let place = [
        ("location", "g.onnx.data"),
        ("offset", "64"),
        ("length", "1176"),
    ];
    let outside = graph(&place);
    assert_eq!(shards(&outside), ["g.onnx.data"]);
    // In either order, as files that were dropped together come.
    let files: [(&str, &[u8]); 2] = [("g.onnx", &outside), ("g.onnx.data", &data)];
    assert_eq!(given(&files).unwrap().model, expected);
    assert_eq!(given(&[files[1], files[0]]).unwrap().model, expected);
    assert_eq!(
        given(&files).unwrap().assumed,
        given(&[("g.onnx", &whole)]).unwrap().assumed
    );
    // Without a length, what the shape takes.
    let open = graph(&place[..2]);
    assert_eq!(
        given(&[("g.onnx", &open), files[1]]).unwrap().model,
        expected
    );
}

#[test]
fn what_is_wrong_with_the_other_file_is_told() {
    let data = vec![0; 1176];
    let with = |place: &[(&str, &str)], data: &[u8]| {
        refusal(&[("g.onnx", &graph(place)), ("d.bin", data)])
    };
    let missing = refusal(&[("g.onnx", &graph(&[("location", "d.bin")]))]);
    assert!(
        missing.contains("lie in “d.bin”, which was not given along"),
        "{missing}"
    );
    let location = ("location", "d.bin");
    for (place, said) in [
        (
            vec![location, ("offset", "4")],
            "from byte 4 of “d.bin”, which has 1176",
        ),
        (
            vec![location, ("offset", "18446744073709551615")],
            "from byte",
        ),
        (vec![location, ("offset", "-1")], "no number of bytes"),
        (
            vec![location, ("length", "8")],
            "take 1176 bytes; the graph says 8",
        ),
        (
            vec![("location", "../d.bin")],
            "“../d.bin”, outside its folder",
        ),
        (vec![("location", "/etc/d.bin")], "outside its folder"),
        (vec![("location", "C:\\d.bin")], "outside its folder"),
        (vec![], "outside its folder"),
    ] {
        let found = with(&place, &data);
        assert!(found.contains(said), "{place:?}: {found}");
        assert!(shards(&graph(&place)).iter().all(|name| name == "d.bin"));
    }
    let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1176\n";
    assert!(with(&[location], pointer).contains("is a Git LFS pointer"));
}

#[test]
fn files_that_are_of_no_use_are_named() {
    let data = le_bytes(&weights(294));
    let graph = graph(&[("location", "d.bin")]);
    let imported = given(&[
        ("g.onnx", &graph),
        ("d.bin", &data),
        ("README.md", b"hello"),
    ]);
    let assumed = super::read::assumed(&imported.unwrap());
    assert!(assumed.contains("“README.md” is left aside"), "{assumed}");
}

#[test]
fn a_pointer_or_a_page_in_place_of_a_model_is_told() {
    let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 1176\n";
    for name in [
        "g.pth",
        "g.onnx",
        "g.h5",
        "g.keras",
        "g.safetensors",
        "model.json",
    ] {
        let said = refusal(&[(name, pointer)]);
        assert!(
            said.contains("found a Git LFS pointer: get the file itself"),
            "{said}"
        );
        let said = refusal(&[(name, b"\n<!DOCTYPE html><html></html>")]);
        assert!(said.contains("found a web page"), "{said}");
        let opened = ganvas::weights::open_generator(name, pointer).unwrap_err();
        assert!(
            opened.to_string().contains("found a Git LFS pointer"),
            "{opened}"
        );
    }
}

#[test]
fn a_graph_model_is_told_from_layers() {
    let model = br#"{"format":"graph-model","modelTopology":{"node":[]},"weightsManifest":[]}"#;
    let said = refusal(&[("model.json", model)]);
    assert!(
        said.contains("graph model") && said.contains("tfjs_layers_model"),
        "{said}"
    );
}
