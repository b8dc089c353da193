//! Generators that other people trained, where they are at hand.

use super::read::{TOLERANCE, difference, imported, stated};
use crate::outside;
use ganvas::import::Statement;

/// Imports every one of `files` and compares what it draws.
fn reproduces(name: &str, files: &[&str], npz: &str, stated: &Statement) {
    let Some(folder) = outside::model(name) else {
        return;
    };
    for file in files {
        let imported = imported(&folder.join(file), None, stated).unwrap();
        let difference = difference(&imported, &folder.join(npz));
        eprintln!("{name}/{file}: {difference:e}; {:?}", imported.assumed);
        assert!(
            difference < TOLERANCE,
            "{name}/{file} differs by {difference}"
        );
    }
}

#[test]
fn a_state_dict_of_a_textbook_dcgan_needs_no_spec() {
    reproduces(
        "ensaremirerol-anigan-torch",
        &["generator.pt", "generator.converted.safetensors"],
        "generator.reference_io.npz",
        &Statement::default(),
    );
}

#[test]
fn a_dcgan_for_mnist_needs_only_its_slope() {
    let files = ["generator.pth", "generator.converted.safetensors"];
    let name = "dennisjooo-mnist-dcgan";
    reproduces(name, &files, "generator.reference_io.npz", &stated(name));
    let Some(folder) = outside::model(name) else {
        return;
    };
    for file in files {
        // All but the activation is inferred.
        let inferred = imported(&folder.join(file), None, &Statement::default()).unwrap();
        let mut layers = inferred.statement.generator.unwrap();
        for layer in &mut layers {
            if *layer == ganvas::layers::LayerSpec::Relu(ganvas::layers::Relu {}) {
                *layer =
                    ganvas::layers::LayerSpec::LeakyRelu(ganvas::layers::LeakyRelu { slope: 0.2 });
            }
        }
        assert_eq!(Some(layers), stated(name).generator);
    }
}

#[test]
fn a_decoder_with_a_linear_layer_and_silu() {
    let name = "harry-anime64-vae3";
    reproduces(
        name,
        &["anime-64x64-g.pth", "anime-64x64-g.converted.safetensors"],
        "anime-64x64-g.reference_io.npz",
        &stated(name),
    );
}

#[test]
fn a_conditional_generator_that_looks_labels_up() {
    let name = "hayato-mnist-cwgangp";
    reproduces(
        name,
        &["generator.pth", "generator.converted.safetensors"],
        "generator.reference_io.npz",
        &stated(name),
    );
}

#[test]
fn a_keras_model_says_all_of_itself() {
    reproduces(
        "darthdaenerys-anime-keras",
        &["generator.h5"],
        "generator.reference_io.npz",
        &Statement::default(),
    );
}

#[test]
fn an_onnx_graph_with_sizes_that_it_computes() {
    reproduces(
        "omori-sprite-onnx",
        &["OMORI_SPRITE_AIM_27_LONG_GAN_epoch=17999_g_loss=1.9236_d_loss=0.2797.onnx"],
        "reference_io.npz",
        &Statement::default(),
    );
}

#[test]
fn a_classifier_is_no_generator() {
    let Some(folder) = outside::model("burn-mnist-cnn") else {
        return;
    };
    for file in ["mnist.pt", "mnist.onnx", "mnist.safetensors"] {
        let error = imported(&folder.join(file), None, &Statement::default()).unwrap_err();
        let said = error.to_string();
        eprintln!("{said}");
        assert!(
            said.starts_with(&format!("“{file}” cannot be imported: ")),
            "{said}"
        );
    }
}
