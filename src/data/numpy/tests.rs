use super::*;

fn npy(descr: &str, shape: &str, bytes: &[u8]) -> Vec<u8> {
    let mut header = format!("{{'descr': '{descr}', 'fortran_order': False, 'shape': {shape}, }}");
    while (10 + header.len() + 1) % 64 != 0 {
        header.push(' ');
    }
    header.push('\n');
    let mut file = b"\x93NUMPY\x01\0".to_vec();
    file.extend((header.len() as u16).to_le_bytes());
    file.extend(header.as_bytes());
    file.extend(bytes);
    file
}

fn image(set: &DataSet, index: u64) -> (Vec<u8>, Option<u8>) {
    let mut bytes = vec![0; set.shape().bytes()];
    let label = set.image(index, &mut bytes);
    (bytes, label)
}

#[track_caller]
fn refused(images: &[u8], labels: Option<&[u8]>, parts: &[&str]) {
    let error = DataSet::numpy("mine", images, labels).unwrap_err();
    let said = error.to_string();
    assert_eq!(error.name(), "DataError");
    assert!(said.contains("“mine") && said.len() < 500, "{said}");
    for part in parts {
        assert!(said.contains(part), "{part:?} is not in: {said}");
    }
}

#[test]
fn images_and_labels_of_every_layout_are_taken() {
    let grey = npy("|u1", "(2, 1, 2)", b"abcd");
    let labels = npy(
        "<i8",
        "(2,)",
        &[7i64.to_le_bytes(), 3i64.to_le_bytes()].concat(),
    );
    let set = DataSet::numpy("mine", &grey, Some(&labels)).unwrap();
    assert_eq!(set.class_names(), ["3", "7"]);
    assert_eq!(image(&set, 1), (b"cd".to_vec(), Some(0)));

    let last = npy("|u1", "(1, 1, 2, 3)", b"rgbRGB");
    let first = npy("|u1", "(1, 3, 1, 2)", b"rRgGbB");
    for file in [last, first] {
        let set = DataSet::numpy("mine", &file, None).unwrap();
        assert_eq!(set.shape().channels, 3);
        assert_eq!(image(&set, 0), (b"rRgGbB".to_vec(), None));
    }
    let bits = npy("|b1", "(1, 1, 2)", &[0, 1]);
    assert_eq!(
        image(&DataSet::numpy("mine", &bits, None).unwrap(), 0).0,
        [0, 255]
    );
    let column = npy(">u2", "(2, 1)", &[0, 1, 0, 0]);
    let set = DataSet::numpy("mine", &grey, Some(&column)).unwrap();
    assert_eq!(image(&set, 0).1, Some(1));
}

#[test]
fn what_is_no_array_of_images_is_refused_with_what_to_do() {
    refused(b"<html>", None, &["a web page"]);
    refused(b"\x93NUMPY\x01\0\xFF\0", None, &["breaks off"]);
    refused(
        &npy("<f4", "(1, 1, 1)", &[0; 4]),
        None,
        &["kind f4", "astype('uint8')"],
    );
    refused(
        &npy("|u1", "(2, 2)", &[0; 4]),
        None,
        &["2 × 2", "count × height"],
    );
    refused(&npy("|u1", "(0, 2, 2)", b""), None, &["no image"]);
    refused(&npy("|u1", "(1, 1025, 1)", &[0; 1025]), None, &["1024"]);
    refused(&npy("|O8", "(1,)", &[0; 8]), None, &["“mine” holds"]);
    refused(
        &npy("|u1", "(1, 2, 2)", &[0; 3]),
        None,
        &["claims", "found 3 bytes"],
    );
    refused(&npy("|u1", "(1, 2, 2)", &[0; 5]), None, &["found 5 bytes"]);
    let images = npy("|u1", "(2, 1, 1)", &[0; 2]);
    refused(
        &images,
        Some(&npy("|u1", "(3,)", &[0; 3])),
        &["expected 2 classes"],
    );
    refused(
        &images,
        Some(&npy("<i2", "(2,)", &[0, 1, 0, 0])),
        &["0 to 255"],
    );
}

#[test]
fn claims_beyond_all_bounds_are_refused_before_anything_is_multiplied_or_allocated() {
    let vast = "(8589934592, 4294967296, 1, 1)";
    refused(&npy("|u1", vast, b"x"), None, &["damaged", "8589934592"]);
    refused(&npy("<f8", "(4294967296,)", b"x"), None, &["damaged"]);
    refused(
        &npy("|u1", "(99999999999999999999999,)", b"x"),
        None,
        &["not NumPy's"],
    );
    let mut file = b"\x93NUMPY\x02\0".to_vec();
    file.extend(u32::MAX.to_le_bytes());
    refused(&file, None, &["claims a header of 4294967295"]);
}

#[test]
fn an_archive_gives_the_most_images_and_their_labels() {
    let starts = [
        npy("|u1", "(10, 28, 28)", b""),
        npy("|u1", "(60, 28, 28)", b""),
        npy("<i8", "(10,)", b""),
        npy("|u1", "(60,)", b""),
    ];
    let names = ["x_test", "x_train", "y_test", "y_train"];
    let arrays: Vec<(&str, &[u8])> = names
        .into_iter()
        .zip(starts.iter().map(Vec::as_slice))
        .collect();
    let chosen = choose("mnist.npz", &arrays).unwrap();
    assert_eq!(
        chosen,
        Chosen {
            images: 1,
            labels: Some(3)
        }
    );
    assert_eq!(choose("a", &arrays[1..2]).unwrap().labels, None);
    let said = choose("mnist.npz", &arrays[2..]).unwrap_err().to_string();
    assert!(said.contains("found y_test (10), y_train (60)"), "{said}");
}

#[test]
fn no_damage_makes_it_panic() {
    let whole = npy("|u1", "(2, 1, 2)", b"abcd");
    for place in 0..whole.len() {
        for bit in 0..8 {
            let mut damaged = whole.clone();
            damaged[place] ^= 1 << bit;
            let _ = DataSet::numpy("mine", &damaged, Some(&damaged));
            let _ = DataSet::numpy("mine", &damaged[..place], None);
        }
    }
}
