//! ONNX operators, as the text of each of their versions says: two ways to say the same are the
//! same generator, and what cannot be said is refused by name.

use super::graph::{Graph, real, weights, whole, wholes, word};
use ganvas::import::{Given, Import, Statement, import};
use ganvas::layers::LayerSpec;
use ganvas::recipe::Range;
use ganvas::weights::GeneratorFile;

fn tried(graph: Graph) -> ganvas::Result<Import> {
    let bytes = graph.file();
    let file = Given {
        name: "g.onnx",
        bytes: &bytes,
    };
    import(&[file], None, &Statement::default())
}

fn model(graph: Graph) -> GeneratorFile {
    let mut model = tried(graph).unwrap_or_else(|why| panic!("{why}")).model;
    // It names the version of the operators.
    model.header.provenance = None;
    model
}

fn refusal(graph: Graph) -> String {
    let said = tried(graph).unwrap_err().to_string();
    assert!(said.len() < 500, "{said}");
    said
}

type Attributes<'a> = &'a [Vec<u8>];

/// 7×7 pixels through a transposed convolution with a kernel of `side`.
fn enlarged(side: i64, attributes: Attributes<'_>) -> Graph {
    let two = wholes("strides", &[2, 2]);
    Graph::with_image(13)
        .reals(
            "k",
            &[3, 3, side, side],
            &weights((9 * side * side) as usize),
        )
        .node(
            "ConvTranspose",
            &["x", "k"],
            "b",
            &[attributes, &[two]].concat(),
        )
        .node("Tanh", &["b"], "image", &[])
}

#[test]
fn an_output_shape_wins_over_pads() {
    let shape = wholes("output_shape", &[14, 14]);
    let pads = |sides: [i64; 4]| wholes("pads", &sides);
    for side in [4, 5] {
        let odd = i64::from(side == 5);
        let plain = model(enlarged(side, &[pads([1 + odd, 1 + odd, 1, 1])]));
        assert_eq!(model(enlarged(side, std::slice::from_ref(&shape))), plain);
        let beside = [shape.clone(), pads([0, 3, 2, 1])];
        assert_eq!(model(enlarged(side, &beside)), plain);
        let lower = [shape.clone(), word("auto_pad", "SAME_LOWER")];
        assert_eq!(model(enlarged(side, &lower)), plain);
        let same = model(enlarged(side, &[word("auto_pad", "SAME_UPPER")]));
        assert_eq!(
            same,
            model(enlarged(side, &[pads([1, 1, 1 + odd, 1 + odd])]))
        );
    }
    let large = wholes("output_shape", &[30, 30]);
    assert!(refusal(enlarged(4, &[large])).contains("more than its kernel reaches"));
    let both = [word("auto_pad", "SAME_UPPER"), pads([1, 1, 1, 1])];
    assert!(refusal(enlarged(4, &both)).contains("of which ONNX allows only one"));
}

/// 7×7 pixels brought to another size.
fn resized(opset: i64, inputs: &[&str], attributes: Attributes<'_>) -> Graph {
    Graph::with_image(opset)
        .reals("by", &[4], &[1.0, 1.0, 2.0, 2.0])
        .reals("by-two", &[2], &[2.0, 2.0])
        .reals("more", &[4], &[1.0, 2.0, 2.0, 2.0])
        .reals("none", &[0], &[])
        .integers("sizes", &[1, 3, 14, 14])
        .node("Resize", inputs, "b", attributes)
        .node("Tanh", &["b"], "image", &[])
}

#[test]
fn images_are_enlarged_as_each_version_says() {
    let repeat = [
        word("coordinate_transformation_mode", "asymmetric"),
        word("nearest_mode", "floor"),
    ];
    let plain = model(resized(13, &["x", "", "by"], &repeat));
    let sizes = model(resized(13, &["x", "none", "none", "sizes"], &repeat));
    assert_eq!(sizes, plain);
    let axes = [wholes("axes", &[2, -1])];
    let axes = [&repeat[..], &axes].concat();
    assert_eq!(model(resized(18, &["x", "", "by-two"], &axes)), plain);
    assert_eq!(model(resized(10, &["x", "by"], &[])), plain);
    let linear = [word("mode", "linear")];
    model(resized(13, &["x", "", "by"], &linear));
    for (said, graph) in [
        ("linear with asymmetric", resized(10, &["x", "by"], &linear)),
        (
            "allows only one",
            resized(13, &["x", "", "by", "sizes"], &[]),
        ),
        (
            "more than height and width",
            resized(13, &["x", "", "more"], &[]),
        ),
        (
            "antialias",
            resized(
                18,
                &["x", "", "by"],
                &[linear[0].clone(), whole("antialias", 1)],
            ),
        ),
        (
            "align_corners",
            resized(
                13,
                &["x", "", "by"],
                &[word("coordinate_transformation_mode", "align_corners")],
            ),
        ),
        ("does not say", resized(13, &["x", "none"], &[])),
    ] {
        let found = refusal(graph);
        assert!(found.contains(said), "{said}: {found}");
    }
}

/// The image through `operator`.
fn through(opset: i64, operator: &str, more: &[&str], attributes: Attributes<'_>) -> Graph {
    Graph::with_image(opset)
        .reals("k", &[1, 3, 3, 3], &weights(27))
        .reals("zero", &[], &[0.0])
        .reals("half", &[], &[0.5])
        .reals("one", &[], &[1.0])
        .integers("four", &[0, 0, 1, 1, 0, 0, 1, 1])
        .integers("two", &[1, 1, 1, 1])
        .integers("axes", &[3, -2])
        .integers("yes", &[1])
        .node("Tanh", &["x"], "t", &[])
        .node("Mul", &["t", "half"], "u", &[])
        .node("Add", &["u", "half"], "v", &[])
        .node(operator, &[&["v"], more].concat(), "image", attributes)
}

#[test]
fn a_clip_that_changes_nothing_is_none() {
    let plain = model(through(13, "Identity", &[], &[]));
    assert_eq!(plain.header.image.range, Range::Unit);
    let ends = [real("min", 0.0), real("max", 1.0)];
    assert_eq!(
        model(through(6, "Clip", &[], &ends)),
        model(through(6, "Identity", &[], &[]))
    );
    for more in [&["zero", "one"][..], &["zero"], &["", "one"], &[]] {
        assert_eq!(model(through(13, "Clip", more, &[])), plain, "{more:?}");
    }
    assert_eq!(model(through(13, "Max", &["zero"], &[])), plain);
    let cut = model(through(13, "Clip", &["zero", "half"], &[]));
    assert!(cut.header.generator.len() > plain.header.generator.len());
    assert_eq!(cut, model(through(13, "Min", &["half"], &[])));
    assert!(refusal(through(13, "Clip", &["one", "half"], &[])).contains("numbers to 1 to 0.5"));
    assert!(refusal(through(13, "Clip", &["four"], &[])).contains("not one number"));
}

#[test]
fn pads_are_taken_by_their_axes() {
    let padded = |opset, more: &[&str], attributes: Attributes<'_>| {
        through(opset, "Pad", more, attributes)
            .node("Conv", &["image", "k"], "c", &[])
            .node("Tanh", &["c"], "image", &[])
    };
    let plain = model(padded(13, &["four"], &[]));
    assert_eq!(model(padded(18, &["two", "", "axes"], &[])), plain);
    let four = [wholes("pads", &[0, 0, 1, 1, 0, 0, 1, 1])];
    assert_eq!(model(padded(9, &[], &four)), plain);
    assert!(refusal(padded(13, &["two"], &[])).contains("it pads 4 axes by 1, 1, 1, 1"));
    assert!(refusal(padded(13, &["four", "half"], &[])).contains("constant 0.5"));
    let reflected = [word("mode", "reflect")];
    let mirrored = model(padded(13, &["four"], &reflected));
    assert_eq!(
        mirrored.header.generator.len(),
        plain.header.generator.len() + 1
    );
}

#[test]
fn what_trains_or_cuts_numbers_is_refused() {
    let norm = ["one", "one", "one", "one"];
    for (said, graph) in [
        (
            "batch at hand",
            through(
                14,
                "BatchNormalization",
                &norm,
                &[whole("training_mode", 1)],
            ),
        ),
        (
            "spatial",
            through(7, "BatchNormalization", &norm, &[whole("spatial", 0)]),
        ),
        ("at random", through(13, "Dropout", &["half", "yes"], &[])),
        ("to integers", through(13, "Cast", &[], &[whole("to", 2)])),
        (
            "to integers",
            through(5, "Cast", &[], &[word("to", "UINT8")]),
        ),
        (
            "does not support this operator",
            through(13, "Sin", &[], &[]),
        ),
        (
            "operator of “maker.own”",
            Graph::with_image(13).node_of("maker.own", "Tanh", &["x"], "image", &[]),
        ),
        (
            "cannot become",
            Graph::with_image(13).integers("open", &[-1, -1]).node(
                "Reshape",
                &["x", "open"],
                "image",
                &[],
            ),
        ),
    ] {
        let found = refusal(graph);
        assert!(found.contains(said), "{said}: {found}");
    }
    model(through(13, "Cast", &[], &[whole("to", 1)]));
    model(through(13, "Dropout", &["half"], &[]));
}

#[test]
fn branches_that_cannot_meet_are_refused_by_name() {
    let meeting = |operator: &str, attributes: Attributes<'_>| {
        Graph::with_image(13)
            .node("Relu", &["x"], "one", &[])
            .node("Tanh", &["x"], "other", &[])
            .node(operator, &["one", "other"], "image", attributes)
    };
    model(meeting("Add", &[]));
    model(meeting("Mul", &[]));
    let said = refusal(meeting("Max", &[]));
    assert!(
        said.contains("“image” (Max): branches meet in it"),
        "{said}"
    );
    let said = refusal(meeting("Concat", &[whole("axis", 2)]));
    assert!(said.contains("along axis 2"), "{said}");
}

/// A label whose one-hot joins the latent, through a Gemm with factors of its own.
fn labelled(alpha: f32, beta: f32, table: &[f32], bias: &[f32]) -> Graph {
    Graph::empty(13)
        .input("z", 1, &[0, 6])
        .input("label", 1, &[0, 5])
        .reals("t", &[5, 3], table)
        .reals("b", &[3], bias)
        .node(
            "Gemm",
            &["label", "t", "b"],
            "e",
            &[real("alpha", alpha), real("beta", beta)],
        )
        .node("Concat", &["z", "e"], "j", &[whole("axis", -1)])
        .reals("w", &[9, 49], &weights(441))
        .node("MatMul", &["j", "w"], "a", &[])
        .integers("to", &[-1, 1, 7, 7])
        .node("Reshape", &["a", "to"], "i", &[])
        .node("Tanh", &["i"], "image", &[])
}

#[test]
fn factors_of_a_product_count_for_labels_too() {
    let (table, bias) = (weights(15), weights(3));
    let times = |values: &[f32], factor: f32| -> Vec<f32> {
        values.iter().map(|value| value * factor).collect()
    };
    let plain = model(labelled(1.0, 1.0, &times(&table, 2.0), &times(&bias, 0.5)));
    assert_eq!(model(labelled(2.0, 0.5, &table, &bias)), plain);
    assert_ne!(model(labelled(1.0, 1.0, &table, &bias)), plain);
}

#[test]
fn a_second_input_that_no_name_calls_a_label_is_assumed_aloud() {
    let graph = |second: &str, kind: i64| {
        Graph::empty(13)
            .input("z", 1, &[0, 6])
            .input(second, kind, &[0, 5])
            .node("Concat", &["z", second], "j", &[whole("axis", 1)])
            .reals("w", &[11, 49], &weights(539))
            .node("MatMul", &["j", "w"], "a", &[])
            .integers("to", &[-1, 1, 7, 7])
            .node("Reshape", &["a", "to"], "image", &[])
    };
    let assumed = super::read::assumed(&tried(graph("c", 1)).unwrap());
    assert!(
        assumed.contains("5 numbers of the second input “c” are a label, one-hot"),
        "{assumed}"
    );
    let assumed = super::read::assumed(&tried(graph("one_hot", 1)).unwrap());
    assert!(
        assumed.contains("5 numbers of “one_hot” are a label"),
        "{assumed}"
    );
    let both = graph("label", 1).input("more", 1, &[0, 2]);
    tried(both).unwrap();
    assert!(refusal(graph("c", 7)).contains("it joins"));
}

#[test]
fn the_largest_pixel_is_max_pooling() {
    let pooled = |more: Attributes<'_>| {
        let own = [wholes("kernel_shape", &[3, 2]), wholes("strides", &[2, 1])];
        through(13, "MaxPool", &[], &[&own[..], more].concat())
    };
    let found = model(pooled(&[wholes("pads", &[1, 0, 0, 1])]));
    let expected = r#"{"layer":"max-pool","kernel":[3,2],"stride":[2,1],"padding":[1,0,0,1]}"#;
    let expected: LayerSpec = serde_json::from_str(expected).unwrap();
    assert!(found.header.generator.contains(&expected), "{found:?}");
    for more in [
        vec![wholes("dilations", &[2, 2])],
        vec![word("auto_pad", "SAME_UPPER")],
        // Of 8 rows the kernel leaves one out.
        vec![wholes("pads", &[1, 0, 0, 0]), whole("ceil_mode", 1)],
    ] {
        let said = refusal(pooled(&more));
        assert!(
            said.contains("its kernel has gaps or reaches beyond its pads"),
            "{said}"
        );
    }
}
