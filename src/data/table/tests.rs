use super::*;
use crate::data::ImageShape;

fn read(table: &str) -> Result<DataSet> {
    let mut reader = TableReader::new("train.csv");
    reader.push(table.as_bytes())?;
    reader.finish()
}

fn images(set: &DataSet) -> Vec<(Vec<u8>, Option<u8>)> {
    let image = |index| {
        let mut out = vec![0; set.shape().bytes()];
        let label = set.image(index, &mut out);
        (out, label)
    };
    (0..set.len() as u64).map(image).collect()
}

fn refusal(table: &str) -> String {
    read(table).unwrap_err().to_string()
}

const PLAIN: &str = "label,pixel0,pixel1,pixel2,pixel3\n7,0,1,2,255\n3,4,5,6,7\n";

#[test]
fn tables_are_read_with_and_without_names_labels_and_numbers_of_rows() {
    let expected = [(vec![0, 1, 2, 255], Some(1)), (vec![4, 5, 6, 7], Some(0))];
    for table in [
        PLAIN,
        "7,0,1,2,255\r\n3,4,5,6,7",
        "\u{FEFF}\"label\";\"a\";\"b\";\"c\";\"d\"\n\"7\";\"0\";\"1\";\"2\";\"255\"\n3;4;5;6;7\n\n",
        "id\tlabel\t1x1\t1x2\t2x1\t2x2\n0\t7.0\t0.0\t1\t2\t255.0\n1\t3\t4\t5\t6\t7\n",
        "7 0 1 2 255\n3 4 5 6 7\n",
        ",0,1,2,3,label\n0,0,1,2,255,7\n1,4,5,6,7,3\n",
    ] {
        let set = read(table).unwrap();
        assert_eq!(images(&set), expected, "{table}");
        assert_eq!(set.class_names(), ["3", "7"]);
    }
    let bare = read("pixel0,pixel1,pixel2,pixel3\n0,1,2,3\n").unwrap();
    assert_eq!((bare.classes(), bare.len()), (None, 1));
    assert_eq!(read("0,1,2,3\n4,5,6,7\n").unwrap().len(), 2);
}

#[test]
fn colours_stand_pixel_by_pixel() {
    let set =
        read("p0,p1,p2,p3,p4,p5,p6,p7,p8,p9,pA,pB,label\n1,2,3,4,5,6,7,8,9,10,11,12,0\n").unwrap();
    let shape = ImageShape {
        channels: 3,
        height: 2,
        width: 2,
    };
    assert_eq!(set.shape(), shape);
    assert_eq!(images(&set)[0].0, [1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12]);
}

#[test]
fn portions_may_end_anywhere() {
    let whole = images(&read(PLAIN).unwrap());
    for cut in 0..PLAIN.len() {
        let mut reader = TableReader::new("train.csv");
        let (one, two) = PLAIN.as_bytes().split_at(cut);
        reader.push(one).unwrap();
        reader.push(two).unwrap();
        assert_eq!(images(&reader.finish().unwrap()), whole);
    }
}

#[test]
fn what_is_no_table_of_images_is_told() {
    for (table, parts) in [
        ("", "nothing at all"),
        ("hello", "found one column"),
        ("<!doctype html>\n<p>", "a web page"),
        ("label,pixel0,pixel1,pixel2,pixel3\n", "no image in it"),
        ("0,1,2,3\n4,5,6\n", "line 2 has 3 columns; expected 4"),
        (
            "0,1,2,3\n4,5,6,7,8\n",
            "line 2 has more columns than the first; expected 4",
        ),
        ("0,1,2,3\n4,5,256,7\n", "line 2, column 3 holds “256”"),
        ("0,1,2,3\n4,0.5,6,7\n", "holds “0.5”"),
        ("0,1,2,3\n4,,6,7\n", "holds “”"),
        ("0,1,2,3\n4,-1,6,7\n", "holds “-1”"),
        ("a,b,c,d,e,f,g,h\n", "has 8 columns of pixels"),
        (
            "PassengerId,Name,Age\n1,\"Braund, Mr.\",22\n",
            "columns of pixels",
        ),
    ] {
        let why = refusal(table);
        assert!(
            why.contains("The table “train.csv” cannot") && why.contains(parts),
            "{why}"
        );
    }
    let long = format!("0,1,2,3\n4,{},6,7\n", "1".repeat(1 << 20));
    assert!(refusal(&long).contains("line 2, column 2"));
}

#[test]
fn no_damage_to_a_table_makes_it_panic() {
    for place in 0..PLAIN.len() {
        for byte in [0, b',', b'\n', b'"', b'9', b'x', 0xFF] {
            let mut damaged = PLAIN.as_bytes().to_vec();
            damaged[place] = byte;
            let mut reader = TableReader::new("train.csv");
            let _ = reader.push(&damaged).and_then(|()| reader.finish());
        }
    }
}
