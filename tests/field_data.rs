//! Data sets of the field as people have them, on the command line; and the real images nearest to a
//! sample.

use super::images::{folder, picture, put, train};
use super::program::words;
use burn::tensor::Device;
use flate2::{Compression, write::GzEncoder};
use ganvas::data::DataSet;
use ganvas::grid::Grid;
use ganvas::recipe::preset;
use ganvas::training::Training;
use std::io::Write;
use std::path::Path;
use std::process::Output;
use std::sync::Arc;

/// A batch of CIFAR-10 with these labels, each image of one colour.
fn batch(labels: &[u8]) -> Vec<u8> {
    let records = labels
        .iter()
        .map(|label| [vec![*label], vec![label * 20; 3072]]);
    records.flatten().flatten().collect()
}

fn tar(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archive = tar::Builder::new(Vec::new());
    for (path, bytes) in files {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        archive.append_data(&mut header, path, *bytes).unwrap();
    }
    archive.into_inner().unwrap()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

#[track_caller]
fn taken(run: &Output, wanted: &str) {
    let said = words(&run.stderr);
    assert!(run.status.success() && said.contains(wanted), "{said}");
}

#[track_caller]
fn refused(run: &Output, wanted: &str) {
    let said = words(&run.stderr);
    assert!(
        said.starts_with("error: ") && said.contains(wanted) && said.lines().count() == 1,
        "{said}"
    );
}

const COLOUR: [&str; 2] = ["--recipe", "dcgan-tensorflow"];

#[test]
fn cifar_is_taken_as_archive_folder_and_batch() {
    let root = folder("cifar");
    let (one, two) = (batch(&[0, 1]), batch(&[8, 9]));
    let files: [(&str, &[u8]); 4] = [
        ("cifar-10-batches-bin/readme.html", b"<html>"),
        ("cifar-10-batches-bin/data_batch_2.bin", &two),
        ("cifar-10-batches-bin/data_batch_1.bin", &one),
        ("cifar-10-batches-bin/test_batch.bin", &one),
    ];
    for (path, bytes) in files {
        put(&root, path, bytes);
    }
    let unpacked = root.join("cifar-10-batches-bin");
    let archive = tar(&files);
    let published = folder("cifar-published");
    put(&published, "cifar-10-binary.tar.gz", &gzip(&archive));
    put(&root, "plain.tar", &archive);
    for data in [
        published.join("cifar-10-binary.tar.gz"),
        root.join("plain.tar"),
        unpacked.clone(),
    ] {
        taken(&train(&data, &COLOUR), "data_batch_2.bin");
    }
    taken(&train(&unpacked.join("data_batch_1.bin"), &COLOUR), "");
    for folder in [&published, &root, &unpacked] {
        let at = ["--data-dir", folder.to_str().unwrap()];
        let named = train(Path::new("cifar-10"), &[&COLOUR[..], &at].concat());
        taken(&named, "data_batch_2.bin");
    }
    refused(&train(Path::new("cifar-10"), &COLOUR), "needs --data-dir");
    let empty = folder("cifar-empty");
    let at = ["--data-dir", empty.to_str().unwrap()];
    let named = train(Path::new("cifar-10"), &[&COLOUR[..], &at].concat());
    refused(&named, "cifar-10-binary.tar.gz");
    put(&root, "data_batch_3.bin", &one[..4000]);
    refused(
        &train(&root.join("data_batch_3.bin"), &COLOUR),
        "neither a folder",
    );
}

#[test]
fn a_tar_file_of_images_is_taken_like_a_folder() {
    let root = folder("tarred");
    let images: Vec<(String, Vec<u8>)> = (0..4)
        .map(|number| {
            let class = if number % 2 == 0 { "cats" } else { "dogs" };
            let path = format!("./set/{class}/{number}.png");
            (path, picture("x.png", 30 + number, [number as u8 * 60; 3]))
        })
        .collect();
    let mut files: Vec<(&str, &[u8])> = images
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect();
    files.push(("set/notes.txt", b"x"));
    files.push(("set/._0.png", b"x"));
    let archive = tar(&files);
    put(&root, "images.tar", &archive);
    put(&root, "images.tgz", &gzip(&archive));
    for name in ["images.tar", "images.tgz"] {
        let conditional = ["--recipe", "mnist-28-labels", "--classes", "data"];
        taken(&train(&root.join(name), &conditional), "(.txt 1)");
    }
    // What breaks off in the middle, and what holds nothing.
    put(&root, "short.tgz", &gzip(&archive)[..400]);
    put(&root, "short.tar", &archive[..700]);
    put(&root, "bare.tar", &tar(&[("notes.txt", b"x")]));
    refused(&train(&root.join("short.tgz"), &[]), "could not be");
    refused(&train(&root.join("short.tar"), &[]), "short.tar");
    refused(&train(&root.join("bare.tar"), &[]), "has no images in it");
}

#[test]
fn tables_are_taken_with_their_labels() {
    let root = folder("tables");
    let mut table = "label".to_owned();
    (0..784).for_each(|pixel| table.push_str(&format!(",pixel{pixel}")));
    for label in [3, 8, 3] {
        table.push_str(&format!("\n{label}"));
        (0..784).for_each(|pixel| table.push_str(&format!(",{}", (pixel * label) % 256)));
    }
    put(&root, "train.csv", table.as_bytes());
    put(&root, "train.csv.gz", &gzip(table.as_bytes()));
    for name in ["train.csv", "train.csv.gz"] {
        let run = train(&root.join(name), &["--recipe", "mnist-28-labels"]);
        refused(&run, &format!("takes 10 classes, but {name} has 2 (3, 8)"));
        taken(&train(&root.join(name), &[]), "");
    }
    put(&root, "short.csv", b"label,pixel0,pixel1\n1,0,0\n2,0,255\n");
    refused(&train(&root.join("short.csv"), &[]), "columns of pixels");
}

#[test]
fn fashion_mnist_and_kmnist_are_known_by_name() {
    let root = folder("known");
    let mut images = vec![0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 28, 0, 0, 0, 28];
    images.extend((0..3 * 784).map(|place| place as u8));
    put(&root, "train-images-idx3-ubyte.gz", &gzip(&images));
    put(
        &root,
        "train-labels-idx1-ubyte.gz",
        &gzip(&[0, 0, 8, 1, 0, 0, 0, 3, 0, 1, 9]),
    );
    for (name, classes) in [
        (
            "fashion-mnist",
            "Fashion-MNIST has 3 (T-shirt/top, trouser, ankle boot)",
        ),
        ("kmnist", "KMNIST has 3 (o, ki, wo)"),
    ] {
        let at = ["--data-dir", root.to_str().unwrap()];
        taken(&train(Path::new(name), &at), "");
        let labelled = [&at[..], &["--recipe", "mnist-28-labels"]].concat();
        refused(&train(Path::new(name), &labelled), classes);
        refused(&train(Path::new(name), &[]), "needs --data-dir");
    }
    // KMNIST's arrays, as its authors publish them beside the others.
    let npz = folder("kmnist-arrays");
    for (name, file) in [
        ("kmnist-train-imgs.npz", npy("(3, 28, 28)", &images[16..])),
        ("kmnist-train-labels.npz", npy("(3,)", &[0, 1, 9])),
    ] {
        super::images::pack(&npz.join(name), &[("arr_0.npy", &file)]);
    }
    let at = [
        "--data-dir",
        npz.to_str().unwrap(),
        "--recipe",
        "mnist-28-labels",
    ];
    let said = words(&train(Path::new("kmnist"), &at).stderr);
    assert!(said.contains("KMNIST has 3 (o, ki, wo)"), "{said}");
}

fn npy(shape: &str, bytes: &[u8]) -> Vec<u8> {
    let header = format!("{{'descr': '|u1', 'fortran_order': False, 'shape': {shape}, }}\n");
    let mut file = b"\x93NUMPY\x01\0".to_vec();
    file.extend((header.len() as u16).to_le_bytes());
    file.extend(header.as_bytes());
    file.extend(bytes);
    file
}

/// Twelve images of 28×28, of which the sixth is the fifth with one pixel changed.
fn stored() -> Arc<DataSet> {
    let mut images = vec![0, 0, 8, 3, 0, 0, 0, 12, 0, 0, 0, 28, 0, 0, 0, 28];
    let image = |number: usize| (0..784).map(move |at| (at * (number + 3) % 251) as u8);
    images.extend((0..12).flat_map(|number| image(if number == 5 { 4 } else { number })));
    images[16 + 5 * 784] ^= 64;
    let labels = [0, 0, 8, 1, 0, 0, 0, 12, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1];
    Arc::new(DataSet::idx("twelve", &images, Some(&labels)).unwrap())
}

#[test]
fn a_sample_that_is_a_copy_is_told_from_one_that_is_not() {
    let data = stored();
    let mut recipe = preset("dcgan-mnist").unwrap();
    (recipe.width, recipe.batch) = (1, 4);
    let training = Training::new(recipe.clone(), data.clone(), 1, &Device::flex()).unwrap();
    let mut pixels = vec![0; 784];
    data.image(4, &mut pixels);
    let image = training.recipe().image;
    let mut padded = vec![0; image.shape().bytes()];
    let edge = (image.width - 28) / 2;
    for (row, pixels) in pixels.chunks(28).enumerate() {
        let start = (row + edge) * image.width + edge;
        padded[start..start + 28].copy_from_slice(pixels);
    }
    let copy = Grid::new(image, &padded).rgba;
    let mut search = training.search_nearest(&copy, 3).unwrap();
    let mut turns = 1;
    while !training.search_on(&mut search, 5) {
        turns += 1;
    }
    assert_eq!(turns, 3);
    let (grid, found) = training.nearest(&search);
    assert_eq!((grid.columns, grid.rows, found.images), (3, 1, 12));
    assert_eq!(found.classes[..2], ["4", "5"]);
    let expected = 64.0 / (image.shape().bytes() as f64).sqrt();
    assert_eq!(found.distances[0], 0.0);
    assert!((found.distances[1] - expected).abs() < 1e-9);
    let real = found.real.unwrap();
    assert_eq!((real.count, real.least), (12, found.distances[1]));
    assert!(real.median > 10.0 && found.distances[2] >= real.median / 2.0);

    // The scale is known now; a black image is near to nothing.
    let black = Grid::new(image, &vec![0; image.shape().bytes()]).rgba;
    let mut search = training.search_nearest(&black, 1).unwrap();
    assert!(training.search_on(&mut search, usize::MAX));
    let (_, found) = training.nearest(&search);
    assert_eq!(found.real.unwrap().median, real.median);
    assert!(found.distances[0] > real.least);
    let error = training.search_nearest(&black[1..], 1).unwrap_err();
    assert_eq!(error.name(), "TrainingError");
}
