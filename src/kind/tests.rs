use super::*;

fn named(file: &[u8]) -> String {
    described(file).to_string()
}

/// A ZIP archive's beginning, whose first entry has this name.
fn zip(entry: &str) -> Vec<u8> {
    let mut start = b"PK\x03\x04".to_vec();
    start.resize(26, 0);
    start.extend((entry.len() as u16).to_le_bytes());
    start.extend([0, 0]);
    start.extend(entry.as_bytes());
    start
}

#[test]
fn files_that_stand_in_for_others_are_told() {
    let pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 14230123\n";
    assert_eq!(
        advised(pointer).to_string(),
        "a Git LFS pointer: get the file itself, as by “git lfs pull”"
    );
    for page in [
        "<!DOCTYPE html>\n<html>",
        "\n\n\n  <html lang=\"en\">",
        "\u{FEFF}<!-- saved -->",
        "<?xml version=\"1.0\"?><!DOCTYPE html><html xmlns=\"\">",
    ] {
        assert_eq!(named(page.as_bytes()), "a web page", "{page}");
    }
    let denied = b"<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>";
    assert_eq!(named(denied), "a server's message of an error");
    assert_eq!(of(b"").map(|kind| kind.family), Some(Family::Empty));
    assert_eq!(
        named(b"\0\x05\x16\x07\0\x02\0\0"),
        "a companion file of macOS"
    );
}

#[test]
fn images_are_told() {
    let files: &[(&[u8], &str, Family)] = &[
        (b"\x89PNG\r\n\x1a\n", "a PNG image", Family::Image),
        (b"\xFF\xD8\xFF\xE0", "a JPEG image", Family::Image),
        (b"GIF89a", "a GIF image", Family::Image),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP image", Family::Image),
        (b"BM\x46\0\0\0\0\0\0\0\x36", "a BMP image", Family::Image),
        (b"II*\0\x08\0\0\0", "a TIFF image", Family::OtherImage),
        (b"MM\0*\0\0\0\x08", "a TIFF image", Family::OtherImage),
        (b"\0\0\0\x18ftypheic", "a HEIC image", Family::OtherImage),
        (b"\0\0\0\x1cftypmif1", "a HEIC image", Family::OtherImage),
        (b"\0\0\0\x1cftypavif", "an AVIF image", Family::OtherImage),
        (b"\0\0\0\x20ftypisom", "a film", Family::Film),
        (b"<svg xmlns=\"\">", "an SVG image", Family::OtherImage),
    ];
    for (file, name, family) in files {
        assert_eq!(of(file), Some(Kind::new(name, *family)));
    }
}

#[test]
fn archives_are_told_by_what_is_in_them() {
    assert_eq!(named(&zip("netG/data.pkl")), "a PyTorch file");
    assert_eq!(named(&zip("metadata.json")), "a Keras archive");
    assert_eq!(named(&zip("arr_0.npy")), "an archive of NumPy arrays");
    assert_eq!(named(&zip("img_align_celeba/000001.jpg")), "a ZIP archive");
    assert_eq!(named(b"PK\x03\x04...."), "a ZIP archive");
    assert_eq!(named(b"PK\x05\x06"), "a ZIP archive");
    for (file, name) in [
        (&b"\x1f\x8b\x08\0"[..], "a gzip file"),
        (b"7z\xBC\xAF\x27\x1C\0\x04", "a 7z archive"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive"),
        (b"\xFD7zXZ\0\0\x04", "an xz file"),
        (b"\x28\xB5\x2F\xFD\x04", "a Zstandard file"),
    ] {
        assert_eq!(of(file), Some(Kind::new(name, Family::Archive)));
    }
    let mut tar = vec![b'a'; 300];
    tar[257..262].copy_from_slice(b"ustar");
    assert_eq!(named(&tar), "a tar archive");
}

#[test]
fn models_and_data_are_told() {
    for (file, name) in [
        (&b"\x89HDF\r\n\x1a\n"[..], "an HDF5 file"),
        (
            b"\x80\x02}q\0",
            "a pickle, as PyTorch and Python write them",
        ),
        (b"\x08\x08\x12\x07pytorch", "an ONNX model"),
        (b"\x08\x01\x12\x80\x10\x0a", "a TensorFlow SavedModel"),
        (
            b"\x0a\x10\x0a\x01z\x12\x0bPlaceholder",
            "a frozen TensorFlow graph",
        ),
        (b"\x40\0\0\0\0\0\0\0{\"a\":{}", "a safetensors file"),
        // Lengths that look like a pickle and like gzip.
        (b"\x80\x02\0\0\0\0\0\0{\"a\":{}", "a safetensors file"),
        (b"\x1f\x8b\0\0\0\0\0\0{\"a\":{}", "a safetensors file"),
        (b"\0\0\x08\x03\0\0\xEA\x60", "an IDX file"),
        (b"\x93NUMPY\x01\0", "a NumPy array"),
        (b"label,pixel1\n3,0\n", "a table as text (CSV)"),
        (
            b"{\"format\": \"graph-model\"}",
            "a TensorFlow.js graph model",
        ),
        (
            b"{\"format\": \"layers-model\", \"modelTopology\": {}}",
            "a TensorFlow.js model's description",
        ),
        (
            b"{\"class_name\": \"Sequential\", \"config\": {}}",
            "a Keras model's description",
        ),
        (
            b"model_checkpoint_path: \"m-1\"\n",
            "TensorFlow's list of checkpoints, which holds no numbers",
        ),
        (b"{\"epochs\": 3}", "JSON"),
        (b"hello, world", "text"),
    ] {
        assert_eq!(named(file), name);
    }
}

#[test]
fn what_is_of_no_kind_is_shown_as_bytes() {
    assert_eq!(of(&[0, 0]), None);
    assert_eq!(described(&[0, 0]).to_string(), "00 00");
    assert_eq!(advised(&[1, 2, 3, 4, 5]).to_string(), "01 02 03 04");
    // A letter that is cut in two at the end of the start is still text.
    let text = "ä".repeat(START);
    assert_eq!(described(&text.as_bytes()[..START + 1]).to_string(), "text");
    assert_eq!(described(&text.as_bytes()[..START - 1]).to_string(), "text");
}
