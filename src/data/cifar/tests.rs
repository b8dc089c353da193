use super::*;

/// Records of one colour each, with these labels.
fn records(labels: &[&[u8]]) -> Vec<u8> {
    let record = |(place, labels): (usize, &&[u8])| [labels.to_vec(), vec![place as u8; PIXELS]];
    let all = labels.iter().enumerate().flat_map(record);
    all.flatten().collect()
}

fn refusal(batches: &[(&str, &[u8])]) -> String {
    DataSet::cifar("cifar", batches).unwrap_err().to_string()
}

/// A batch as Python 2 pickled them: protocol 2, with memos.
fn pickle(labels: &[u8], key: &[u8], data: &[u8], is_by_column: bool) -> Vec<u8> {
    let text = |text: &[u8]| [&[b'U', text.len() as u8], text, b"q\x01"].concat();
    let mut file = b"\x80\x02}q\x00(".to_vec();
    file.extend(text(b"batch_label"));
    file.extend(text(b"training batch 1 of 5"));
    file.extend(text(key));
    file.extend(b"]q\x04(");
    file.extend(labels.iter().flat_map(|label| [b'K', *label]));
    file.extend(b"e");
    file.extend(text(b"data"));
    file.extend(b"cnumpy.core.multiarray\n_reconstruct\nq\x06cnumpy\nndarray\nq\x07K\x00\x85U\x01b\x87R(K\x01");
    file.extend([b'K', labels.len() as u8, b'M', 0, 12, 0x86]);
    file.extend(b"cnumpy\ndtype\nq\x0bU\x02u1K\x00K\x01\x87R(K\x03U\x01|NNNJ\xFF\xFF\xFF\xFFJ\xFF\xFF\xFF\xFFK\x00tb");
    file.push(if is_by_column { 0x88 } else { 0x89 });
    file.push(b'T');
    file.extend((data.len() as u32).to_le_bytes());
    file.extend(data);
    file.extend(b"tb");
    file.extend(text(b"filenames"));
    file.extend(b"](");
    file.extend(text(b"a.png"));
    file.extend(b"eu.");
    file
}

#[test]
fn batches_are_joined_and_their_classes_have_names() {
    let (one, two) = (records(&[&[3], &[9]]), records(&[&[0]]));
    let set = DataSet::cifar("cifar", &[("1", &one), ("2", &two)]).unwrap();
    assert_eq!((set.len(), set.shape()), (3, SHAPE));
    assert_eq!(set.class_names(), ["airplane", "cat", "truck"]);
    let mut image = vec![9; PIXELS];
    assert_eq!(set.image(1, &mut image), Some(2));
    assert_eq!(image, vec![1; PIXELS]);
}

#[test]
fn the_class_of_cifar_100_is_the_second_label() {
    let file = records(&[&[19, 99], &[4, 0]]);
    let set = DataSet::cifar("cifar", &[("train.bin", &file)]).unwrap();
    assert_eq!(set.class_names(), ["apple", "worm"]);
    assert_eq!(set.image(0, &mut vec![0; PIXELS]), Some(1));
    let ten = records(&[&[3]]);
    assert!(refusal(&[("train.bin", &file), ("x", &ten)]).contains("“x” does not belong"));
}

#[test]
fn batches_for_python_are_read_in_either_order_of_an_array() {
    let pixels: Vec<u8> = (0..2 * PIXELS)
        .map(|at| (at / PIXELS * 7 + at % 5) as u8)
        .collect();
    let columns: Vec<u8> = (0..PIXELS)
        .flat_map(|at| [pixels[at], pixels[PIXELS + at]])
        .collect();
    for (data, is_by_column) in [(&pixels, false), (&columns, true)] {
        let file = pickle(&[6, 1], b"labels", data, is_by_column);
        let set = DataSet::cifar("cifar", &[("data_batch_1", &file)]).unwrap();
        assert_eq!(set.class_names(), ["automobile", "frog"]);
        let mut image = vec![0; PIXELS];
        assert_eq!(set.image(1, &mut image), Some(0));
        assert_eq!(image, pixels[PIXELS..]);
    }
    let fine = pickle(&[99, 98], b"fine_labels", &pixels, false);
    let set = DataSet::cifar("cifar", &[("train", &fine)]).unwrap();
    assert_eq!(set.class_names(), ["woman", "worm"]);
}

#[test]
fn what_is_no_batch_is_told() {
    let whole = records(&[&[3], &[9]]);
    let cut = refusal(&[("a.bin", &whole[..4000])]);
    assert!(
        cut.contains("“a.bin” is no batch of CIFAR") && cut.contains("4000 bytes"),
        "{cut}"
    );
    assert!(refusal(&[("a.bin", b"<!doctype html>")]).contains("a web page"));
    assert!(refusal(&[("a.bin", &records(&[&[10]]))]).contains("3073"));
    assert!(refusal(&[("a.bin", b"")]).contains("nothing at all"));
    assert!(refusal(&[]).contains("has no batch of CIFAR"));
    let pixels = vec![0; PIXELS];
    for file in [
        pickle(&[1, 2], b"labels", &pixels, false),
        pickle(&[10], b"labels", &pixels, false),
        pickle(&[1], b"names", &pixels, false),
    ] {
        assert!(refusal(&[("a", &file)]).contains("a pickle that breaks off"));
    }
}

#[test]
fn no_damage_to_a_file_makes_it_panic() {
    let file = pickle(&[6], b"labels", &vec![1; PIXELS], false);
    let head = file.len() - PIXELS;
    for place in (0..head - 40).chain(file.len() - 40..file.len()) {
        for bit in 0..8 {
            let mut damaged = file.clone();
            damaged[place] ^= 1 << bit;
            let _ = DataSet::cifar("cifar", &[("a", &damaged)]);
        }
        let _ = DataSet::cifar("cifar", &[("a", &file[..place])]);
    }
    // A length that claims more than there is.
    assert!(refusal(&[("a", b"\x80\x04\x8e\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF")]).contains("pickle"));
}

#[test]
fn training_images_are_found_by_the_names_of_their_files() {
    let ten = [
        "b/batches.meta.txt",
        "b/data_batch_2.bin",
        "b/data_batch_1.bin",
        "b/test_batch.bin",
    ];
    assert_eq!(batches_among(&ten), [2, 1]);
    assert_eq!(
        batches_among(&["data_batch_1", "readme.html", "test_batch"]),
        [0]
    );
    assert_eq!(batches_among(&["test_batch.bin"]), [0]);
    let hundred = [
        "cifar-100-python/meta",
        "cifar-100-python/test",
        "cifar-100-python/train",
    ];
    assert_eq!(batches_among(&hundred), [2]);
    assert_eq!(batches_among(&["test.bin", "train.bin"]), [1]);
    assert!(batches_among(&["set/train", "set/test", "data_batch_x.png"]).is_empty());
    assert!(is_binary(3073, &[9]) && is_binary(2 * 3074, &[19, 99]));
    assert!(!is_binary(3073, &[10, 0]) && !is_binary(3072, &[1]) && !is_binary(0, &[]));
}
