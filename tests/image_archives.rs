//! Images in ZIP files on the command line, good ones and hostile ones.

use super::images::{folder, pack, picture, train};
use super::program::words;
use std::io::Cursor;

#[test]
fn a_zip_is_read_where_it_lies() {
    let root = folder("zip");
    let path = root.join("faces.zip");
    let red = picture("a.png", 12, [200, 0, 0]);
    let mut torn = red.clone();
    torn.truncate(40);
    let files: [(&str, &[u8]); 7] = [
        ("faces/b.png", &red),
        ("faces/a.png", &red),
        ("faces/torn.png", &torn),
        ("faces/.DS_Store", b"x"),
        ("__MACOSX/faces/._a.png", b"x"),
        ("faces/notes.txt", b"x"),
        ("faces/more/c.png", &red),
    ];
    pack(&path, &files);
    let run = train(&path, &[]);
    let said = words(&run.stderr);
    assert!(run.status.success(), "{said}");
    assert!(
        said.contains(": 3 images") && said.contains("Skipped 1 "),
        "{said}"
    );
    assert!(said.contains("  torn.png: it is broken"), "{said}");
    // Seen from inside the one folder that the ZIP holds.
    let said = words(&train(&path, &["--pattern", "*.png"]).stderr);
    assert!(said.contains(": 2 images"), "{said}");
    assert_eq!(
        root.read_dir().unwrap().count(),
        1,
        "nothing is unpacked to the disk"
    );
}

#[test]
fn a_zip_with_broken_entries_gives_the_others() {
    let root = folder("zip-broken");
    let path = root.join("set.zip");
    let noise: Vec<u8> = (0..4000_u32)
        .map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8)
        .collect();
    let pictures: Vec<Vec<u8>> = (0..3).map(|_| picture("a.png", 12, [200, 0, 0])).collect();
    pack(
        &path,
        &[
            ("1.png", &pictures[0]),
            ("2.png", &pictures[1]),
            ("3.bmp", &noise),
        ],
    );
    let mut bytes = std::fs::read(&path).unwrap();
    // The middle of the noise: its sum no longer fits.
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20].fill(0xAA);
    std::fs::write(&path, &bytes).unwrap();
    let said = words(&train(&path, &[]).stderr);
    assert!(
        said.contains(": 2 images") && said.contains("  3.bmp: it could not be unpacked"),
        "{said}"
    );

    bytes.truncate(bytes.len() - 30);
    std::fs::write(&path, &bytes).unwrap();
    let said = words(&train(&path, &[]).stderr);
    assert!(
        said.contains("is neither a folder nor a ZIP file"),
        "{said}"
    );
}

#[test]
fn a_zip_bomb_is_skipped() {
    let root = folder("bomb");
    let path = root.join("bomb.zip");
    let red = picture("a.png", 12, [200, 0, 0]);
    let zeros = vec![0; (256 << 20) + 1];
    pack(
        &path,
        &[("a.png", &red), ("b.png", &red), ("bomb.png", &zeros)],
    );
    let mut bytes = std::fs::read(&path).unwrap();
    assert!(bytes.len() < 1 << 20, "{} bytes", bytes.len());
    let said = words(&train(&path, &[]).stderr);
    assert!(
        said.contains("  bomb.png: it takes 268 MB; the limit is 268"),
        "{said}"
    );

    // The same with a stated size of 100 bytes, in the central directory.
    let honest = ((256_u32 << 20) + 1).to_le_bytes();
    let at = bytes
        .windows(4)
        .rposition(|window| window == honest)
        .unwrap();
    bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    std::fs::write(&path, &bytes).unwrap();
    let run = train(&path, &[]);
    assert!(run.status.success(), "{}", words(&run.stderr));
    assert!(
        words(&run.stderr).contains("Skipped 1 that"),
        "{}",
        words(&run.stderr)
    );
}

#[test]
fn names_of_other_countries_are_read_in_a_zip() {
    let root = folder("names");
    // Written as placeholders of the same length, which are then replaced: the writer knows Unicode alone.
    for (country, names, expected) in [
        ("japan", [&b"\x94\x4c"[..], b"\x95\x5c"], "猫, 表"),
        ("china", [&b"\xc3\xa8"[..], b"\xb9\xb7"], "狗, 猫"),
        (
            "germany",
            [&b"K\x84tzchen"[..], b"Hunde"],
            "Hunde, Kätzchen",
        ),
    ] {
        let stand_ins = names.map(|name| "@".repeat(name.len() - 1));
        let stand_ins = [format!("{}1", stand_ins[0]), format!("{}2", stand_ins[1])];
        let red = picture("a.png", 12, [200, 0, 0]);
        let path = root.join(format!("{country}.zip"));
        let files = stand_ins.clone().map(|name| format!("{name}/a.png"));
        pack(&path, &[(&files[0], &red), (&files[1], &red)]);
        let mut bytes = std::fs::read(&path).unwrap();
        for (stand_in, name) in stand_ins.iter().zip(names) {
            let stand_in = format!("{stand_in}/a.png");
            for place in 0..bytes.len() - stand_in.len() {
                if bytes[place..].starts_with(stand_in.as_bytes()) {
                    bytes[place..place + name.len()].copy_from_slice(name);
                }
            }
        }
        std::fs::write(&path, bytes).unwrap();
        let said = words(&train(&path, &[]).stderr);
        assert!(
            said.contains(&format!("2 classes by folder: {expected}.")),
            "{said}"
        );
    }
}

#[test]
fn a_few_kilobytes_do_not_unpack_to_gigabytes() {
    let root = folder("pixels");
    let vast = image::GrayImage::new(8192, 8192);
    let mut bytes = Cursor::new(Vec::new());
    vast.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let small = picture("a.png", 12, [200, 0, 0]);
    let files: Vec<(String, &[u8])> = (0..40)
        .map(|number| (format!("{number:02}.png"), bytes.get_ref().as_slice()))
        .chain([
            ("x.png".to_owned(), &small[..]),
            ("y.png".to_owned(), &small[..]),
        ])
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(name, file)| (name.as_str(), *file))
        .collect();
    let path = root.join("vast.zip");
    pack(&path, &files);
    let run = train(&path, &[]);
    let said = words(&run.stderr);
    assert!(run.status.success(), "{said}");
    assert!(said.contains("it unpacks to 335 MB"), "{said}");
    let skipped = said
        .split("Skipped ")
        .nth(1)
        .unwrap()
        .split(' ')
        .next()
        .unwrap();
    assert!(skipped.parse::<usize>().unwrap() > 30, "{said}");
}
