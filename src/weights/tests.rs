//! Files that are damaged on their way, and files from before there were checksums.

use super::{Encoding, GeneratorFile, Header, open_generator};
use safetensors::SafeTensors;

const HEADER: &str = r#"{"version":2,"kind":"generator","name":"small","generator":[
    {"layer":"linear","out":"4w"},{"layer":"reshape","to":["w",2,2]},{"layer":"batch-norm"},
    {"layer":"conv-transpose","out":1,"kernel":4,"stride":2,"padding":1},{"layer":"tanh"}],
    "width":2,"image":{"channels":1,"height":4,"width":4,"range":"symmetric"},
    "latent":{"dimension":3,"distribution":{"normal":{"deviation":1.0}}}}"#;

fn generator() -> GeneratorFile {
    let header: Header = serde_json::from_str(HEADER).unwrap();
    let shapes = header.plan().unwrap().layout();
    let tensors = shapes.into_iter().enumerate().map(|(index, shape)| {
        let count: usize = shape.dims.iter().product();
        let number = |place: usize| (1 + index + place % 7) as f32 / 8.0;
        crate::network::NamedTensor {
            values: (0..count).map(number).collect(),
            name: shape.name,
            dims: shape.dims,
        }
    });
    GeneratorFile {
        tensors: tensors.collect(),
        header,
    }
}

fn refusal(bytes: &[u8]) -> Option<String> {
    let said = open_generator("mine", bytes).err()?.to_string();
    assert!(said.contains("“mine”") && said.len() < 500, "{said}");
    Some(said)
}

/// The file as one from before there were checksums.
fn unchecked(bytes: &[u8]) -> Vec<u8> {
    let entry = b"\"checksum\":\"adler32:";
    let place = bytes
        .windows(entry.len())
        .position(|window| window == entry);
    let mut bytes = bytes.to_vec();
    let place = place.expect("a file of today has a checksum");
    bytes[place..place + entry.len() + 10].fill(b' ');
    bytes
}

#[test]
fn a_changed_byte_is_told() {
    for encoding in [Encoding::F32, Encoding::F16, Encoding::I8] {
        let good = generator().encode(encoding).unwrap();
        let first = open_generator("mine", &good).unwrap();
        for place in 0..good.len() {
            for bit in [0, 6] {
                let mut bytes = good.clone();
                bytes[place] ^= 1 << bit;
                match refusal(&bytes) {
                    Some(_) => {}
                    // What says nothing: spaces, and names of what is not asked for.
                    None => assert_eq!(open_generator("mine", &bytes).unwrap(), first, "{place}"),
                }
            }
        }
        let length = u64::from_le_bytes(*good.first_chunk().unwrap()) as usize;
        let mut bytes = good.clone();
        bytes[8 + length] ^= 1;
        assert!(refusal(&bytes).unwrap().starts_with("“mine” is damaged: "));
        for length in [good.len() - 1, good.len() - 4, good.len() / 2, 100] {
            assert!(refusal(&good[..length]).is_some());
        }
    }
}

#[test]
fn a_file_from_before_is_read_as_it_was() {
    let good = generator().encode(Encoding::F32).unwrap();
    assert_eq!(
        open_generator("mine", &unchecked(&good)).unwrap(),
        generator()
    );
    assert_eq!(open_generator("mine", &good).unwrap(), generator());
    assert_eq!(
        good,
        generator().encode(Encoding::F32).unwrap(),
        "the same file every time"
    );
    // Another program reads it: numbers lie where they can be read in place.
    let (length, metadata) = SafeTensors::read_metadata(&good).unwrap();
    assert_eq!(length % 8, 0);
    let entries = metadata.metadata().clone().unwrap();
    assert!(entries.contains_key("ganvas") && entries["checksum"].starts_with("adler32:"));
    assert_eq!(
        SafeTensors::deserialize(&good).unwrap().len(),
        generator().tensors.len()
    );
}

#[test]
fn numbers_that_would_not_be_read_again_are_not_written() {
    for (index, value) in [(0, f32::NAN), (1, f32::INFINITY), (5, -1.0)] {
        let mut file = generator();
        file.tensors[index].values[0] = value;
        for encoding in [Encoding::F32, Encoding::F16, Encoding::I8] {
            let said = file.encode(encoding).unwrap_err().to_string();
            let name = &file.tensors[index].name;
            assert!(
                said.contains(name.as_str()) && said.contains("expected"),
                "{said}"
            );
        }
    }
    // Finite, but no more when its norm is folded in.
    let mut file = generator();
    file.tensors[0].values.fill(f32::MAX);
    assert!(file.encode(Encoding::F32).is_ok());
    file.tensors[2].values.fill(1e9);
    let said = file.encode(Encoding::I8).unwrap_err().to_string();
    assert!(said.contains("hold"), "{said}");
}

#[test]
fn more_work_than_a_page_can_wait_for_is_refused() {
    let with = |layers: &str, side: usize| {
        let json = format!(
            r#"{{"version":2,"kind":"generator","name":"slow","generator":[{layers}],
            "image":{{"channels":1,"height":{side},"width":{side},"range":"symmetric"}},
            "latent":{{"dimension":16,"distribution":{{"normal":{{"deviation":1.0}}}}}}}}"#
        );
        let header: Header = serde_json::from_str(&json).unwrap();
        header.plan().map(|plan| plan.multiplications())
    };
    let large = r#"{"layer":"reshape","to":[16,1,1]},{"layer":"upsample","factor":16},
        {"layer":"upsample","factor":16},{"layer":"upsample","factor":4},"#;
    for heavy in [
        r#"{"layer":"conv","out":16,"kernel":31},{"layer":"conv","out":1,"kernel":1}"#,
        r#"{"layer":"conv-transpose","out":16,"kernel":63},{"layer":"conv","out":1,"kernel":1}"#,
    ] {
        let said = with(&format!("{large}{heavy}"), 1024)
            .unwrap_err()
            .to_string();
        assert!(
            said.starts_with("The generator takes ") && said.contains("layer 5"),
            "{said}"
        );
    }
    // A DCGAN for 256×256 in the paper's width.
    let mut layers =
        r#"{"layer":"linear","out":16384},{"layer":"reshape","to":[1024,4,4]}"#.to_owned();
    let outputs = [512, 256, 128, 64, 32, 1];
    for out in outputs {
        layers += &format!(r#",{{"layer":"conv-transpose","out":{out},"kernel":5,"stride":2}}"#);
    }
    let mut expected = 16 * 16_384 + 16_384;
    let (mut inputs, mut pixels) = (1024, 16);
    for out in outputs {
        expected += inputs * out * pixels * 25;
        (inputs, pixels) = (out, 4 * pixels);
    }
    assert_eq!(with(&layers, 256).unwrap(), expected);
}
