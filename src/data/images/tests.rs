use super::*;
use crate::sentence::Fill;

fn options(height: usize, width: usize, channels: Option<usize>) -> ImageOptions {
    ImageOptions {
        crop: Crop::None,
        height,
        width,
        channels,
        labelled: true,
    }
}

/// An image whose pixels are `pixel(x, y)`.
fn picture(width: u32, height: u32, pixel: impl Fn(u32, u32) -> [u8; 4]) -> Vec<u8> {
    (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| pixel(x, y))
        .collect()
}

fn only(options: ImageOptions, width: u32, height: u32, rgba: &[u8]) -> (ImageShape, Vec<u8>) {
    let mut builder = ImageSetBuilder::new("one", options).unwrap();
    builder.add("a.png", width, height, rgba).unwrap();
    let (set, report) = builder.finish().unwrap();
    assert_eq!((report.kept, report.skipped), (1, 0), "{report:?}");
    let mut bytes = vec![0; set.shape().bytes()];
    assert_eq!(set.image(0, &mut bytes), None);
    (set.shape(), bytes)
}

#[test]
fn an_image_of_the_right_size_keeps_its_bytes_channel_first() {
    let rgba = picture(2, 2, |x, y| [x as u8, y as u8, 7, 255]);
    let (shape, bytes) = only(options(2, 2, None), 2, 2, &rgba);
    assert_eq!((shape.channels, shape.height, shape.width), (3, 2, 2));
    assert_eq!(bytes, [0, 1, 0, 1, 0, 0, 1, 1, 7, 7, 7, 7]);
}

#[test]
fn one_image_with_colours_makes_the_set_coloured() {
    let grey = [1, 1, 1, 255, 50, 50, 50, 255];
    let colour = [255, 0, 0, 255, 0, 255, 0, 255];
    let set = |images: &[&[u8]], channels| {
        let mut builder = ImageSetBuilder::new("two", options(1, 2, channels)).unwrap();
        for (number, image) in images.iter().enumerate() {
            builder.add(&number.to_string(), 2, 1, image).unwrap();
        }
        builder.finish().unwrap()
    };
    for place in 0..3 {
        let mut images = [&grey[..]; 3];
        images[place] = &colour;
        let (all, report) = set(&images, None);
        assert_eq!((all.shape().channels, report.coloured), (3, 1));
        let mut out = [0; 6];
        for (index, image) in images.iter().enumerate() {
            all.image(index as u64, &mut out);
            let planes: Vec<u8> = (0..3)
                .flat_map(|plane| [image[plane], image[4 + plane]])
                .collect();
            assert_eq!(out, planes[..], "{index} of {place}");
        }
    }
    let (greys, report) = set(&[&grey, &grey], None);
    assert_eq!((greys.shape().channels, report.coloured), (1, 0));
    // Rounded by a codec, it is as grey as before.
    let nearly = [100, 104, 101, 255, 30, 28, 30, 255];
    assert_eq!(set(&[&nearly], None).0.shape().channels, 1);

    let mut out = [0; 2];
    let (greys, report) = set(&[&grey, &colour], Some(1));
    greys.image(1, &mut out);
    assert_eq!(out, [76, 150], "the weights of BT.601");
    assert_eq!(report.coloured, 1);
}

#[test]
fn what_is_transparent_becomes_white_unless_four_channels_are_wanted() {
    let rgba = [0, 0, 0, 0, 100, 0, 0, 51, 9, 9, 9, 255];
    let (_, bytes) = only(options(1, 3, Some(3)), 3, 1, &rgba);
    assert_eq!(bytes, [255, 224, 9, 255, 204, 9, 255, 204, 9]);
    let (_, bytes) = only(options(1, 3, Some(4)), 3, 1, &rgba);
    assert_eq!(bytes, [0, 100, 9, 0, 0, 9, 0, 0, 9, 0, 51, 255]);
}

#[test]
fn shrinking_is_antialiased_as_pillow_does_it() {
    // PIL.Image.resize((4, 1), Resampling.BILINEAR) of this row gives these bytes.
    let row = [0, 255, 0, 255, 0, 255, 0, 255, 10, 20, 30, 40];
    let rgba = picture(12, 1, |x, _| {
        let byte = row[x as usize];
        [byte, byte, byte, 255]
    });
    let (_, bytes) = only(options(1, 4, None), 12, 1, &rgba);
    assert_eq!(bytes, [128, 113, 118, 28]);
}

#[test]
fn crops_take_the_centre() {
    let rgba = picture(5, 4, |x, y| [(10 * y + x) as u8; 4].map(|byte| byte.max(1)));
    let opaque: Vec<u8> = rgba
        .as_chunks::<4>()
        .0
        .iter()
        .flat_map(|p| [p[0], p[0], p[0], 255])
        .collect();
    let cut = ImageOptions {
        crop: Crop::Centre {
            height: 2,
            width: 2,
        },
        ..options(2, 2, None)
    };
    assert_eq!(only(cut, 5, 4, &opaque).1, [11, 12, 21, 22]);
    let fill = ImageOptions {
        crop: Crop::Fill,
        ..options(4, 3, None)
    };
    let (_, bytes) = only(fill, 5, 4, &opaque);
    assert_eq!(bytes, [1, 2, 3, 11, 12, 13, 21, 22, 23, 31, 32, 33]);
}

#[test]
fn nothing_beyond_a_cut_comes_into_what_is_made_smaller() {
    let middle = 2..10;
    let rgba = picture(12, 12, |x, y| {
        let is_inside = middle.contains(&x) && middle.contains(&y);
        if is_inside { [0, 0, 0, 255] } else { [255; 4] }
    });
    let cut = ImageOptions {
        crop: Crop::Centre {
            height: 8,
            width: 8,
        },
        ..options(4, 4, None)
    };
    assert_eq!(only(cut, 12, 12, &rgba).1, [0; 16]);
}

#[test]
fn what_does_not_suit_is_skipped_and_named() {
    let cut = ImageOptions {
        crop: Crop::Centre {
            height: 96,
            width: 96,
        },
        ..options(4, 4, None)
    };
    let mut builder = ImageSetBuilder::new("many", cut).unwrap();
    builder.add("small", 95, 96, &[9; 95 * 96 * 4]).unwrap();
    builder.add("flat", 0, 5, &[]).unwrap();
    builder.add("short", 100, 100, &[0; 12]).unwrap();
    builder.add("vast", 60_000, 60_000, &[]).unwrap();
    builder.add("long", 8192, 8193, &[]).unwrap();
    for number in 0..30 {
        builder.skip(
            &format!("{number}\n\u{1b}[2J"),
            sentence!("it is broken ({why})", why = "x\u{1b}".repeat(500)),
        );
    }
    builder.add("good", 96, 96, &[9; 96 * 96 * 4]).unwrap();
    let (set, report) = builder.finish().unwrap();
    assert_eq!((set.len(), report.kept, report.skipped), (1, 1, 35));
    assert_eq!(report.first_skipped.len(), NAMED);
    for (skipped, wanted) in report.first_skipped.iter().zip([
        "small: it measures 95×96 pixels, less than the 96×96 to be cut out",
        "flat: it has no pixels (0×5)",
        "short: its 12 bytes are not the pixels of 100×100",
        "vast: it measures 60000×60000 pixels; the limit is 67 million",
        "long: it measures 8192×8193 pixels; the limit is 67 million",
    ]) {
        assert_eq!(skipped.to_string(), wanted);
    }
    let strange = &report.first_skipped[10];
    assert!(!strange.path.contains(char::is_control));
    let why = strange.why.to_string();
    assert!(why.len() < 520 && !why.contains(char::is_control), "{why}");
}

#[test]
fn a_set_without_images_is_refused() {
    let builder = || ImageSetBuilder::new("mine", options(4, 4, None)).unwrap();
    let said = |builder: ImageSetBuilder| {
        let error = builder.finish().unwrap_err();
        assert_eq!(error.name(), "DataError");
        error.to_string()
    };
    assert_eq!(said(builder()), "There are no images in “mine”.");
    let mut one = builder();
    one.skip("a.jpg", sentence!("it is empty"));
    assert_eq!(
        said(one),
        "The only image of “mine” cannot be used: a.jpg: it is empty."
    );
    let mut two = builder();
    two.skip("a.jpg", sentence!("it is empty"));
    two.skip("b.jpg", sentence!("it is broken"));
    assert_eq!(
        said(two),
        "None of the 2 images of “mine” can be used; the first: a.jpg: it is empty."
    );
}

#[test]
fn impossible_options_are_refused() {
    let centre = |height, width| ImageOptions {
        crop: Crop::Centre { height, width },
        ..options(4, 4, None)
    };
    for (options, wanted) in [
        (options(0, 4, None), "4 × 0"),
        (options(4, 1025, None), "1025 × 4"),
        (options(4, 4, Some(2)), "2 channels"),
        (centre(0, 9), "9 × 0"),
        (centre(9, usize::MAX), "cropped to"),
    ] {
        let error = ImageSetBuilder::new("x", options).unwrap_err();
        assert_eq!(error.name(), "DataError");
        assert!(error.to_string().contains(wanted), "{error}");
    }
}

/// The classes of a set with these paths, the label of each image in it, and its report.
fn set_of(paths: &[&str], labelled: bool) -> (Vec<String>, Vec<Option<u8>>, ImageReport) {
    let options = ImageOptions {
        labelled,
        ..options(1, 1, Some(1))
    };
    let mut builder = ImageSetBuilder::new("set", options).unwrap();
    for path in paths {
        builder.add(path, 1, 1, &[1, 1, 1, 255]).unwrap();
    }
    let (set, report) = builder.finish().unwrap();
    assert_eq!(set.class_names(), report.classes);
    assert_eq!(set.len(), report.kept);
    let labels = (0..set.len() as u64).map(|index| set.image(index, &mut [0]));
    (report.classes.clone(), labels.collect(), report)
}

#[test]
fn folders_become_labels() {
    let paths = ["pets/dogs/1.jpg", "pets/cats/old/1.jpg", "pets/dogs/2.jpg"];
    let (classes, labels, _) = set_of(&paths, false);
    assert_eq!(classes, ["cats", "dogs"]);
    assert_eq!(labels, [Some(1), Some(0), Some(1)]);
    for unlabelled in [&["1.jpg", "2.jpg"][..], &["pets/1.jpg", "pets/2.jpg"]] {
        let (_, labels, report) = set_of(unlabelled, true);
        assert_eq!(labels, [None, None], "{unlabelled:?}");
        assert_eq!(report.unlabelled, None);
    }
}

#[test]
fn the_parts_of_a_split_set_are_no_classes() {
    for parts in [
        &["train", "test"][..],
        &["Training", "Testing", "Validation"],
        &["train", "val", "extra"],
        &["valid", "test", "train", "dev", "eval"],
    ] {
        let paths: Vec<String> = parts
            .iter()
            .flat_map(|part| ["cats", "dogs"].map(|class| format!("pets/{part}/{class}/1.png")))
            .collect();
        let paths: Vec<&str> = paths.iter().map(String::as_str).collect();
        let (classes, labels, _) = set_of(&paths, true);
        assert_eq!(classes, ["cats", "dogs"], "{parts:?}");
        assert_eq!(labels.len(), 2 * parts.len());
    }
    // A part that lacks a class, and one without any.
    let some = ["train/a/1.png", "train/b/1.png", "test/a/1.png"];
    assert_eq!(set_of(&some, true).0, ["a", "b"]);
    let (classes, labels, report) = set_of(&["train/a/1", "train/b/1", "test/7"], true);
    assert_eq!(
        (classes, labels.len()),
        (vec!["a".to_owned(), "b".to_owned()], 2)
    );
    assert_eq!(
        report.first_skipped[0].to_string(),
        "test/7: it lies in no class"
    );
    assert_eq!(set_of(&["train/1.png", "test/1.png"], true).1, [None, None]);
    // Real classes that are called like a part.
    assert_eq!(
        set_of(&["train/1", "bus/1", "car/1"], true).0,
        ["bus", "car", "train"]
    );
    assert_eq!(
        set_of(&["train/red/1", "test/blue/1", "car/red/1"], true).0,
        ["car", "test", "train"]
    );
}

#[test]
fn a_stray_image_is_left_out_and_named_where_labels_are_wanted() {
    for (stray, others) in [
        ("preview.png", ["cats/1.png", "dogs/1.png"]),
        ("pets/preview.png", ["pets/cats/1.png", "pets/dogs/1.png"]),
        ("readme.png", ["pets/cats/1.png", "pets/dogs/deep/1.png"]),
    ] {
        let paths = [others[0], stray, others[1]];
        let (classes, labels, report) = set_of(&paths, true);
        assert_eq!(classes, ["cats", "dogs"]);
        assert_eq!(labels, [Some(0), Some(1)]);
        assert_eq!((report.kept, report.skipped), (2, 1));
        assert_eq!(report.first_skipped[0].path, stray);
        // Where no labels are wanted, no image is lost.
        let (classes, labels, report) = set_of(&paths, false);
        assert_eq!((classes.len(), labels), (0, vec![None; 3]));
        let why = report.unlabelled.unwrap().to_string();
        assert_eq!(
            why,
            format!("1 of 3 images lie in no class, the first “{stray}”")
        );
    }
    // Folders beside many images are none of classes.
    let (_, labels, report) = set_of(&["1.png", "2.png", "more/a/3.png", "more/b/4.png"], true);
    assert_eq!(labels, [None; 4]);
    assert_eq!(
        report.unlabelled.unwrap().to_string(),
        "2 of 4 images lie outside of the 2 folders, the first “1.png”"
    );
}

#[test]
fn as_many_classes_are_taken_as_a_byte_counts() {
    let paths = |count: usize| (0..count).map(|number| format!("{number:03}/1.png"));
    for count in [255, 256, 257] {
        let all: Vec<String> = paths(count).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let (classes, labels, report) = set_of(&all, true);
        if count <= 256 {
            assert_eq!(classes.len(), count);
            assert_eq!(labels.last(), Some(&Some((count - 1) as u8)));
        } else {
            assert_eq!(labels[0], None);
            assert_eq!(
                report.unlabelled.unwrap().to_string(),
                "257 folders are more than 256 classes"
            );
        }
    }
}

#[test]
fn files_of_other_kinds_are_counted_by_kind() {
    let mut builder = ImageSetBuilder::new("album", options(1, 1, None)).unwrap();
    let names = [
        "a.tif",
        "b.TIF",
        "c/d.heic",
        "LICENSE",
        "e.tif",
        "f.very long name",
    ];
    names.iter().for_each(|name| builder.leave_out(name));
    (0..20).for_each(|number| builder.leave_out(&format!("x.k{number}")));
    builder.add("1.png", 1, 1, &[0, 0, 0, 255]).unwrap();
    let kinds = builder.finish().unwrap().1.other_kinds;
    let listed = kinds::listed(&kinds).to_string();
    assert!(
        listed.starts_with(".tif 3, without extension 2, .heic 1, .k0 1, "),
        "{listed}"
    );
    assert_eq!(kinds.last().unwrap().name, sentence!("others").filling());
    assert_eq!(kinds.iter().map(|kind| kind.files).sum::<usize>(), 26);
}
