//! Data sets that are arrays: IDX files under all their names, NumPy's, and what is neither.

use super::images::{folder, pack, put, train};
use super::program::words;
use std::path::Path;

/// IDX files of 4 images, 28×28, with these labels.
fn idx(labels: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let count = labels.len() as u8;
    let mut images = vec![0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28];
    images.extend((0..labels.len() * 784).map(|place| place as u8));
    let mut file = vec![0, 0, 8, 1, 0, 0, 0, count];
    file.extend(labels);
    (images, file)
}

fn npy(kind: &str, shape: &str, numbers: &[u8]) -> Vec<u8> {
    let header = format!("{{'descr': '{kind}', 'fortran_order': False, 'shape': {shape}, }}\n");
    let mut file = b"\x93NUMPY\x01\0".to_vec();
    file.extend((header.len() as u16).to_le_bytes());
    file.extend(header.as_bytes());
    file.extend(numbers);
    file
}

#[test]
fn idx_files_are_found_under_all_their_names() {
    let (images, labels) = idx(&[0, 1, 2, 3]);
    for (number, (own, other, name)) in [
        ("train-images-idx3-ubyte", "train-labels-idx1-ubyte", ""),
        ("train-images.idx3-ubyte", "train-labels.idx1-ubyte", ""),
        (
            "emnist-letters-train-images-idx3-ubyte",
            "emnist-letters-train-labels-idx1-ubyte",
            "emnist-letters",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let root = folder(&format!("idx-{number}"));
        put(&root, own, &images);
        put(&root, other, &labels);
        put(&root, "notes.txt", b"x");
        for data in [root.clone(), root.join(own)] {
            let run = train(&data, &["--recipe", "mnist-28-labels", "--classes", "data"]);
            let said = words(&run.stderr);
            assert!(run.status.success(), "{said}");
            assert!(
                said.contains(&format!("{own} with the labels of {other}")),
                "{said}"
            );
            assert!(
                said.contains(&format!("{name}: EMNIST's")) != name.is_empty(),
                "{said}"
            );
        }
        let folder = root.display().to_string();
        let run = train(Path::new("mnist"), &["--data-dir", &folder]);
        assert!(run.status.success(), "{}", words(&run.stderr));
    }
}

#[test]
fn a_folder_of_several_sets_is_asked_about() {
    let root = folder("idx-several");
    let (images, labels) = idx(&[1, 2, 3, 4]);
    for set in ["emnist-letters", "emnist-digits"] {
        put(&root, &format!("{set}-train-images-idx3-ubyte"), &images);
        put(&root, &format!("{set}-train-labels-idx1-ubyte"), &labels);
    }
    let said = words(&train(&root, &[]).stderr);
    assert!(
        said.contains("several data sets (emnist-digits, emnist-letters)"),
        "{said}"
    );
    let lonely = folder("idx-lonely");
    put(&lonely, "train-images-idx3-ubyte", &images);
    let said = words(
        &train(
            Path::new("mnist"),
            &["--data-dir", &lonely.display().to_string()],
        )
        .stderr,
    );
    assert!(
        said.contains("has no train-labels-idx1-ubyte in it"),
        "{said}"
    );
}

#[test]
fn a_class_is_a_label_that_occurs() {
    let root = folder("idx-letters");
    let (images, labels) = idx(&[1, 2, 3, 4]);
    put(&root, "train-images-idx3-ubyte", &images);
    put(&root, "train-labels-idx1-ubyte", &labels);
    let said = words(&train(&root, &["--recipe", "mnist-28-labels"]).stderr);
    assert!(
        said.contains("takes 10 classes, but idx-letters has 4 (1, 2, 3, 4)"),
        "{said}"
    );
}

#[test]
fn numpy_files_are_taken_with_their_labels() {
    let root = folder("numpy");
    let images = npy("|u1", "(4, 28, 28)", &[7; 4 * 784]);
    let labels = npy("|u1", "(4,)", &[0, 1, 0, 1]);
    put(&root, "x_train.npy", &images);
    put(&root, "y_train.npy", &labels);
    let conditional = ["--recipe", "mnist-28-labels", "--classes", "data"];
    let run = train(&root.join("x_train.npy"), &conditional);
    let said = words(&run.stderr);
    assert!(
        run.status.success() && said.contains("the labels come from"),
        "{said}"
    );

    let path = root.join("mnist.npz");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for (name, file) in [("y_train.npy", &labels), ("x_train.npy", &images)] {
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        std::io::Write::write_all(&mut zip, file).unwrap();
    }
    zip.finish().unwrap();
    let run = train(&path, &conditional);
    let said = words(&run.stderr);
    assert!(run.status.success(), "{said}");
    assert!(
        said.contains("the images are x_train, the labels y_train"),
        "{said}"
    );
}

#[test]
fn what_is_neither_is_named_with_what_to_do() {
    let root = folder("neither");
    put(&root, "data.7z", b"7z\xBC\xAF\x27\x1C\0\x04");
    put(&root, "train.parquet", b"PAR1\x15\x04");
    put(&root, "page.zip", b"<!doctype html><title>x</title>");
    for (name, wanted) in [
        ("data.7z", "a 7z archive: unpack it first"),
        ("train.parquet", "a Parquet table: open it in Python"),
        ("page.zip", "a web page"),
    ] {
        let said = words(&train(&root.join(name), &[]).stderr);
        assert!(
            said.starts_with("error: ") && said.contains(wanted),
            "{said}"
        );
        assert!(
            said.contains("NumPy") && said.lines().count() == 1,
            "{said}"
        );
    }
    let packed = root.join("mnist.zip");
    pack(&packed, &[("train-images-idx3-ubyte", &[0, 0, 8, 3])]);
    let said = words(&train(&packed, &[]).stderr);
    assert!(said.contains("once the archive is unpacked"), "{said}");
}
