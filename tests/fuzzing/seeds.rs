//! What inputs are made from: files as each parser is usually given them.

use crate::fuzz::Files;
#[cfg(feature = "engine")]
use ganvas::data::DataSet;
use ganvas::import::{Given, LabelEmbedding, Statement, import, shards};
use ganvas::latent::LatentText;
use ganvas::recipe::presets;
use ganvas::weights::Encoding;
use safetensors::tensor::{Dtype, TensorView};
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/import/fixtures")
}

fn file(path: &Path) -> (String, Vec<u8>) {
    let name = path.file_name().expect("a file").to_string_lossy();
    (name.into_owned(), std::fs::read(path).expect("a fixture"))
}

/// Every fixture with one of these endings, by name.
pub fn fixtures(endings: &[&str]) -> Vec<Files> {
    let entries = std::fs::read_dir(folder()).expect("the fixtures");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| {
        let ending = path.extension().unwrap_or_default();
        endings.iter().any(|wanted| ending == *wanted)
    });
    paths.sort();
    paths.iter().map(|path| vec![file(path)]).collect()
}

pub fn tensorflow_js() -> Vec<Files> {
    ["float32", "float16", "uint16", "uint8"]
        .iter()
        .map(|kind| {
            let folder = folder().join(format!("tfjs-{kind}"));
            let model = file(&folder.join("model.json"));
            let beside = shards(&model.1).into_iter().map(|name| {
                let bytes = std::fs::read(folder.join(&name)).expect("a shard");
                (name, bytes)
            });
            std::iter::once(model.clone()).chain(beside).collect()
        })
        .collect()
}

/// Small state dicts, as other programs write them.
pub fn foreign_safetensors() -> Vec<Files> {
    let networks: [&[(&str, &[usize])]; 3] = [
        &[
            ("main.0.weight", &[6, 4, 4, 4]),
            ("main.1.weight", &[4]),
            ("main.1.bias", &[4]),
            ("main.1.running_mean", &[4]),
            ("main.1.running_var", &[4]),
            ("main.3.weight", &[4, 1, 4, 4]),
        ],
        &[
            ("fc.weight", &[98, 6]),
            ("fc.bias", &[98]),
            ("conv1.weight", &[2, 2, 3, 3]),
            ("conv1.bias", &[2]),
            ("out.weight", &[1, 2, 3, 3]),
        ],
        &[
            ("label_emb.weight", &[3, 3]),
            ("model.0.weight", &[8, 7]),
            ("model.0.bias", &[8]),
            ("model.2.weight", &[16, 8]),
            ("model.2.bias", &[16]),
        ],
    ];
    networks
        .iter()
        .flat_map(|tensors| {
            [Dtype::F32, Dtype::F16].map(|dtype| {
                let bytes = dtype.bitsize() / 8;
                let one = match dtype {
                    Dtype::F32 => 0.25_f32.to_le_bytes().to_vec(),
                    _ => vec![0, 0x34],
                };
                let data = one.repeat(1000 * bytes);
                let views = tensors.iter().map(|(name, dims)| {
                    let length = dims.iter().product::<usize>() * bytes;
                    let view = TensorView::new(dtype, dims.to_vec(), &data[..length]);
                    (*name, view.expect("as many numbers"))
                });
                let written = safetensors::serialize(views, None).expect("a file");
                vec![("state.safetensors".to_owned(), written)]
            })
        })
        .collect()
}

/// Generators of ours: what was imported, in every encoding.
pub fn generators() -> Vec<Files> {
    let sources = [
        "onnx-dcgan.onnx",
        "onnx-embedding.onnx",
        "upsampling-module.pt",
    ];
    sources
        .iter()
        .flat_map(|name| {
            let (name, bytes) = file(&folder().join(name));
            let given = Given {
                name: &name,
                bytes: &bytes,
            };
            let model = import(&[given], None, &Statement::default())
                .expect("a fixture")
                .model;
            [Encoding::F32, Encoding::F16, Encoding::I8].map(|encoding| {
                let written = model.encode(encoding).expect("a file");
                vec![("generator.safetensors".to_owned(), written)]
            })
        })
        .collect()
}

#[cfg(feature = "engine")]
pub fn checkpoints() -> Vec<Files> {
    use ganvas::training::Training;
    use std::sync::Arc;
    ["mlp-gan", "dcgan-mnist", "cdcgan-mnist"]
        .iter()
        .map(|name| {
            let mut recipe = ganvas::recipe::preset(name).expect("a preset");
            (recipe.width, recipe.batch) = (1, 2);
            let data = DataSet::drawn_digits(1).limited(4).expect("digits");
            let device = burn::tensor::Device::flex();
            let mut training =
                Training::new(recipe, Arc::new(data), 1, &device).expect("a training");
            training.advance(2);
            let written = pollster::block_on(ganvas::training::checkpoint_file(&training));
            vec![("step.safetensors".to_owned(), written.expect("a file"))]
        })
        .collect()
}

pub fn recipes() -> Vec<Files> {
    presets()
        .into_iter()
        .map(|recipe| vec![("recipe.json".to_owned(), recipe.to_json().into_bytes())])
        .collect()
}

/// What is stated of a state dict, and the state dict.
pub fn statements() -> Vec<Files> {
    [
        "dcgan-legacy.pth",
        "functional.pth",
        "onnx-embedding-first.onnx",
    ]
    .iter()
    .flat_map(|name| {
        let (name, bytes) = file(&folder().join(name));
        let given = Given {
            name: &name,
            bytes: &bytes,
        };
        let found = import(&[given], None, &Statement::default()).expect("a fixture");
        let stated = found.statement;
        let labelled = Statement {
            label_embedding: Some(LabelEmbedding {
                tensor: "label_emb.weight".to_owned(),
                first: true,
            }),
            labels: vec!["a".to_owned(), "b".to_owned()],
            licence: Some("MIT".to_owned()),
            ..stated.clone()
        };
        [stated, labelled].map(|stated| {
            let json = stated.to_json().into_bytes();
            vec![
                ("SPEC.json".to_owned(), json),
                (name.clone(), bytes.clone()),
            ]
        })
    })
    .collect()
}

pub fn cifar_batches() -> Vec<Files> {
    let records = |labels: &[&[u8]]| -> Vec<u8> {
        let records = labels.iter().map(|labels| [labels.to_vec(), vec![7; 3072]]);
        records.flatten().flatten().collect()
    };
    let mut pickle = b"\x80\x02}(U\x06labels](K\x03K\x04eU\x04data\x89T\0\x18\0\0".to_vec();
    pickle.extend([9; 6144]);
    pickle.extend(b"u.");
    let named = |name: &str, bytes: Vec<u8>| (name.to_owned(), bytes);
    vec![
        vec![
            named("data_batch_1.bin", records(&[&[1], &[9]])),
            named("data_batch_2.bin", records(&[&[0]])),
        ],
        vec![named("train.bin", records(&[&[19, 99], &[0, 1]]))],
        vec![named("data_batch_1", pickle)],
    ]
}

pub fn tables() -> Vec<Files> {
    let named = |text: &str| vec![("train.csv".to_owned(), text.as_bytes().to_vec())];
    vec![
        named("label,p0,p1,p2,p3\n1,0,20,255,3\n7,1,2,3,4\n"),
        named("\"7\";\"0\";\"1\";\"2\";\"255\"\r\n3;4;5;6;7"),
        named("id\ta\tb\tc\td\n0\t0.0\t1\t2\t255.0\n"),
    ]
}

pub fn idx_files() -> Vec<Files> {
    let idx = |sizes: &[u32], fill: u8| {
        let mut file = vec![0, 0, 8, sizes.len() as u8];
        file.extend(sizes.iter().flat_map(|size| size.to_be_bytes()));
        let count: u32 = sizes.iter().product();
        file.extend((0..count).map(|at| (at as u8).wrapping_mul(fill)));
        file
    };
    let packed = |bytes: &[u8]| {
        use std::io::Write;
        let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    };
    let grey = [
        ("cats".to_owned(), idx(&[5, 4, 3], 3)),
        ("labels".to_owned(), idx(&[5], 1)),
    ];
    let colour = vec![("colour".to_owned(), idx(&[2, 3, 4, 4], 7))];
    let gzipped = grey
        .iter()
        .map(|(name, bytes)| (name.clone(), packed(bytes)))
        .collect();
    vec![grey.to_vec(), colour, gzipped]
}

pub fn codes() -> Vec<Files> {
    let numbers = LatentText::of_numbers(&[0.1, -2.5, 1.0], Some(3)).to_string();
    [
        "7.12",
        "7.12:3",
        "0.0",
        "18446744073709551615.4095:255",
        &numbers,
    ]
    .iter()
    .map(|code| vec![("code".to_owned(), code.as_bytes().to_vec())])
    .collect()
}
