//! Images of one's own on the command line: folders, good ones and hostile ones.

use super::program::words;
use image::{Rgb, RgbImage};
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// An empty folder for a test's files.
pub fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"))
        .join("images")
        .join(name);
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A picture of one colour, in the format that its name says.
pub fn picture(name: &str, size: u32, colour: [u8; 3]) -> Vec<u8> {
    let format = image::ImageFormat::from_path(name).unwrap();
    let mut bytes = Cursor::new(Vec::new());
    RgbImage::from_pixel(size, size, Rgb(colour))
        .write_to(&mut bytes, format)
        .unwrap();
    bytes.into_inner()
}

pub fn put(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(path, bytes).unwrap();
}

pub fn pack(path: &Path, files: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(std::fs::File::create(path).unwrap());
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

/// One step on the data, with a batch of two; into a folder of its own, since tests run side by side.
pub fn train(data: &Path, more: &[&str]) -> Output {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let out = folder(&format!("out-{}", NUMBER.fetch_add(1, Ordering::Relaxed)));
    Command::new(env!("CARGO_BIN_EXE_ganvas"))
        .args(["train", "--width", "1", "--batch", "2", "--steps", "1"])
        .args(["--sample-every", "0", "--out"])
        .args([&out, Path::new("--data"), data])
        .args(more)
        .output()
        .unwrap()
}

#[test]
fn a_folder_is_read_with_all_formats_and_subfolders() {
    let root = folder("formats");
    for (number, name) in ["a.jpg", "b.PNG", "c.webp", "deep/d.gif", "deep/er/e.bmp"]
        .iter()
        .enumerate()
    {
        put(
            &root,
            name,
            &picture(name, 20 + number as u32, [9, 99, 199]),
        );
    }
    put(&root, "readme.txt", b"no image, and none by its name");
    put(&root, ".hidden/f.png", &picture("f.png", 9, [1, 2, 3]));
    let run = train(&root, &[]);
    assert!(run.status.success(), "{}", words(&run.stderr));
    assert!(
        words(&run.stderr).contains(": 5 images, taken as 28×28×1."),
        "{}",
        words(&run.stderr)
    );
    assert!(
        !words(&run.stderr).contains("kipped"),
        "{}",
        words(&run.stderr)
    );
}

#[test]
fn broken_files_are_skipped_counted_and_named() {
    let root = folder("broken");
    for name in ["1.jpg", "2.jpg", "9.png"] {
        put(&root, name, &picture(name, 30, [200, 100, 0]));
    }
    put(&root, "3.jpg", b"");
    put(&root, "4.jpg", b"<html>Not found</html>");
    let whole = picture("5.jpg", 300, [7, 7, 7]);
    put(&root, "5.jpg", &whole[..whole.len() / 2]);
    let run = train(&root, &[]);
    let said = words(&run.stderr);
    assert!(run.status.success(), "{said}");
    for wanted in [
        ": 3 images",
        "Skipped 3 ",
        "  3.jpg: it is empty\n",
        "  4.jpg: it is no JPEG, PNG, WebP, GIF or BMP, but a web page: download the file itself",
        "  5.jpg: it breaks off before its end\n",
    ] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_holds_itself_is_walked_once_and_what_cannot_be_followed_is_named() {
    use std::os::unix::fs::symlink;
    let root = folder("links");
    for name in ["a.png", "b.png"] {
        put(&root, name, &picture(name, 8, [1, 2, 3]));
    }
    symlink(&root, root.join("again")).unwrap();
    symlink("nowhere.png", root.join("dead.png")).unwrap();
    let said = words(&train(&root, &[]).stderr);
    assert!(said.contains(": 2 images"), "{said}");
    assert!(said.contains("Skipped 2 "), "{said}");
    assert!(said.contains("  dead.png: it could not be read"), "{said}");
    assert!(said.contains("  again: it could not be read"), "{said}");
}

#[test]
fn patterns_choose_files_and_folders_are_classes() {
    let root = folder("patterns");
    for name in ["cats/1.png", "cats/2.JPG", "dogs/1.png", "dogs/2.jpg"] {
        put(&root, name, &picture(name, 8, [1, 2, 3]));
    }
    let said = |more: &[&str]| words(&train(&root, more).stderr);
    let all = said(&[]);
    assert!(
        all.contains(": 4 images, taken as 28×28×1, 2 classes by folder: cats, dogs."),
        "{all}"
    );
    assert!(said(&["--pattern", "**/*.jpg"]).contains(": 2 images"));
    assert!(said(&["--pattern", "cats/*"]).contains(": 2 images, taken as 28×28×1."));
    let none = said(&["--pattern", "*.jpg"]);
    assert!(
        none.contains("has no file that matches “*.jpg”: files in it: 4, the first “cats/1.png”"),
        "{none}"
    );
    let bad = said(&["--pattern", "a["]);
    assert!(bad.contains("The pattern “a[” cannot be read"), "{bad}");
}

#[test]
fn images_are_cropped_and_resized_as_asked() {
    let root = folder("sizes");
    for name in ["a.png", "b.png"] {
        put(&root, name, &picture(name, 40, [1, 2, 3]));
    }
    put(&root, "small.png", &picture("small.png", 31, [1, 2, 3]));
    let crop = ["--crop", "--input-height", "32"];
    let said = words(&train(&root, &crop).stderr);
    assert!(said.contains(": 2 images, taken as 28×28×1."), "{said}");
    assert!(
        said.contains("small.png: it measures 31×31 pixels, less than the 32×32 to be cut out"),
        "{said}"
    );
    // What the recipe cannot take is refused by its size, so that the size is seen to arrive.
    for (more, size) in [
        (&["--output-height", "48"][..], "48×48×1"),
        (
            &["--output-height", "48", "--output-width", "20"],
            "20×48×1",
        ),
        (&["--channels", "3"], "28×28×3"),
    ] {
        let said = words(&train(&root, more).stderr);
        assert!(
            said.contains(&format!("3 images, taken as {size}.")),
            "{said}"
        );
    }
    let said = words(&train(&root, &["--input-height", "32"]).stderr);
    assert!(said.contains("--crop"), "{said}");
    let said = words(&train(Path::new("drawn-digits"), &["--crop"]).stderr);
    assert!(said.contains("images of your own"), "{said}");
}

#[test]
fn what_cannot_be_used_is_one_sentence() {
    let empty = folder("empty");
    let texts = folder("texts");
    put(&texts, "a.txt", b"a");
    let fakes = folder("fakes");
    put(&fakes, "a.jpg", b"a");
    let few = folder("few");
    put(&few, "a.png", &picture("a.png", 8, [1, 2, 3]));
    let single = texts.join("a.txt");
    for (data, wanted) in [
        (
            &empty,
            "has no images in it (.jpg, .jpeg, .jfif, .png, .webp, .gif, .bmp): it holds no files.",
        ),
        (&texts, "files in it: 1, the first “a.txt”."),
        (&fakes, "The only image of "),
        (&single, "is neither a folder nor a ZIP file"),
    ] {
        let run = train(data, &[]);
        let said = words(&run.stderr);
        assert_eq!(run.status.code(), Some(1), "{said}");
        assert!(
            said.starts_with("error: ") && said.contains(wanted),
            "{said}"
        );
        assert_eq!(said.lines().count(), 1, "{said}");
    }
    let said = words(&train(&few, &[]).stderr);
    assert!(
        said.contains("error: A batch of 2 cannot be taken from 1 images"),
        "{said}"
    );
}

#[test]
fn an_unknown_name_suggests_the_nearest() {
    for (name, wanted) in [
        ("drawn-digit", "is it “drawn-digits”?"),
        ("mnits", "is it “mnist”?"),
        ("/nowhere/faces", "the data sets are mnist, mnist-all"),
    ] {
        let said = words(&train(Path::new(name), &[]).stderr);
        assert!(said.contains(wanted), "{said}");
    }
}

#[test]
fn the_same_folder_gives_the_same_training_whatever_the_disk_says_first() {
    let (one, other) = (folder("order-one"), folder("order-other"));
    let names = ["a.png", "b.png", "c.png", "d.png"];
    let colours = [[0; 3], [90; 3], [170; 3], [250; 3]];
    let pictures: Vec<_> = names.iter().zip(colours).collect();
    for (name, colour) in &pictures {
        put(&one, name, &picture(name, 28, *colour));
    }
    let bytes: Vec<_> = pictures
        .iter()
        .rev()
        .map(|(name, colour)| (**name, picture(name, 28, *colour)))
        .collect();
    let entries: Vec<_> = bytes
        .iter()
        .map(|(name, bytes)| (*name, &bytes[..]))
        .collect();
    let path = other.join("set.zip");
    pack(&path, &entries);
    let losses = |data: &Path| {
        let said = words(&train(data, &[]).stderr);
        let line = said.lines().find(|line| line.starts_with("step 1 "));
        line.unwrap_or_else(|| panic!("{said}"))
            .split_once(" s ")
            .unwrap()
            .1
            .to_owned()
    };
    assert_eq!(losses(&one), losses(&path));
}

#[test]
fn files_of_other_kinds_are_counted_and_files_in_disguise_are_named() {
    let root = folder("kinds");
    for name in ["a.jpg", "b.jpg"] {
        put(&root, name, &picture(name, 30, [10, 10, 10]));
    }
    for number in 0..3 {
        put(&root, &format!("{number}.tif"), b"II*\0");
    }
    put(&root, "0.HEIC", b"\0\0\0\x18ftypheic");
    put(&root, "Thumbs.db", b"x");
    put(&root, "c.jpg", b"\0\0\0\x18ftypheic");
    put(
        &root,
        "d.png",
        b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n",
    );
    let said = words(&train(&root, &[]).stderr);
    for wanted in [
        ": 2 images",
        "Left out 4 files of kinds that are not read (.tif 3, .heic 1).",
        "c.jpg: it is no JPEG, PNG, WebP, GIF or BMP, but a HEIC image: save it as PNG or JPEG",
        "d.png: it is no JPEG, PNG, WebP, GIF or BMP, but a Git LFS pointer",
    ] {
        assert!(said.contains(wanted), "{wanted} in {said}");
    }
    for name in ["a.jpg", "b.jpg", "c.jpg", "d.png"] {
        std::fs::remove_file(root.join(name)).unwrap();
    }
    let said = words(&train(&root, &[]).stderr);
    assert!(
        said.contains("files in it: 4 (.tif 3, .heic 1), the first"),
        "{said}"
    );
}

#[test]
fn colours_decide_and_what_is_lost_is_said() {
    let root = folder("colours");
    put(&root, "0.png", &picture("0.png", 70, [90, 90, 90]));
    put(&root, "1.png", &picture("1.png", 70, [200, 10, 10]));
    let said = |recipe: &str| words(&train(&root, &["--recipe", recipe]).stderr);
    let free = said("dcgan-tensorflow");
    assert!(free.contains(": 2 images, taken as 64×64×3."), "{free}");
    assert!(
        free.contains("Taken in colour: of 2 images 1 in colour"),
        "{free}"
    );
    let grey = said("dcgan-mnist");
    assert!(
        grey.contains("Colours are lost: of 2 images 1 in colour"),
        "{grey}"
    );
    assert!(!grey.contains("much smaller"), "{grey}");
    put(&root, "2.png", &picture("2.png", 500, [90, 90, 90]));
    let small = said("dcgan-mnist");
    assert!(
        small.contains("the largest measures 500×500 pixels"),
        "{small}"
    );
}

#[test]
fn classes_are_those_of_the_data_or_the_recipe_s_and_never_made_up() {
    let root = folder("classes");
    for part in ["train", "test"] {
        for class in ["cats", "dogs"] {
            for number in 0..2 {
                let name = format!("{part}/{class}/{number}.png");
                put(&root, &name, &picture("a.png", 28, [30, 30, 30]));
            }
        }
    }
    put(&root, "preview.png", &picture("a.png", 28, [30, 30, 30]));
    let conditional = ["--recipe", "mnist-28-labels"];
    let said = words(&train(&root, &conditional).stderr);
    assert!(
        said.contains(": 8 images, taken as 28×28×1, 2 classes by folder: cats, dogs."),
        "{said}"
    );
    assert!(said.contains("preview.png: it lies in no class"), "{said}");
    let refused = "takes 10 classes, but classes has 2 (cats, dogs)";
    assert!(
        said.contains(refused) && said.contains("--classes data"),
        "{said}"
    );
    let taken = [&conditional[..], &["--classes", "data"]].concat();
    let run = train(&root, &taken);
    assert!(run.status.success(), "{}", words(&run.stderr));
    let said = words(&train(&root, &["--classes", "data"]).stderr);
    assert!(said.contains("takes none"), "{said}");
}
