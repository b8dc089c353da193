//! Files as PyTorch writes them: a pickle of protocol 2, and a storage for each tensor.

use std::io::Write;
use zip::write::SimpleFileOptions;

/// What a checkpoint holds.
#[derive(Debug, Clone)]
pub enum Item {
    Tensor(Vec<usize>, Vec<f32>),
    Dictionary(Vec<(String, Item)>),
    List(Vec<Item>),
    Whole(i32),
    Real(f64),
    /// An object of a class, with attributes.
    Object(&'static str, &'static str, Vec<(String, Item)>),
    /// Operations of the pickle, as they are.
    Operations(Vec<u8>),
}

impl Item {
    /// A dictionary of these entries.
    pub fn of<const N: usize>(entries: [(&str, Item); N]) -> Self {
        Self::Dictionary(entries.map(|(name, item)| (name.to_owned(), item)).into())
    }
}

/// The file that `torch.save` would write.
pub fn saved(item: &Item) -> Vec<u8> {
    let mut pickle = b"\x80\x02".to_vec();
    let mut storages = Vec::new();
    write(item, &mut pickle, &mut storages);
    pickle.push(b'.');
    let names = (0..storages.len()).map(|index| format!("archive/data/{index}"));
    let mut parts = vec![("archive/data.pkl".to_owned(), pickle)];
    parts.extend(names.zip(storages));
    zipped(&parts)
}

pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        archive
            .start_file(name.as_str(), SimpleFileOptions::default())
            .unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

fn write(item: &Item, out: &mut Vec<u8>, storages: &mut Vec<Vec<u8>>) {
    match item {
        Item::Tensor(dims, values) => {
            let key = storages.len().to_string();
            storages.push(
                values
                    .iter()
                    .flat_map(|value| value.to_le_bytes())
                    .collect(),
            );
            let mut steps = vec![1; dims.len()];
            for axis in (1..dims.len()).rev() {
                steps[axis - 1] = steps[axis] * dims[axis];
            }
            out.extend(rebuilt(&key, 0, dims, &steps));
        }
        Item::Dictionary(entries) => {
            out.extend(b"}(");
            for (name, item) in entries {
                text(name, out);
                write(item, out, storages);
            }
            out.push(b'u');
        }
        Item::List(items) => {
            out.extend(b"](");
            items.iter().for_each(|item| write(item, out, storages));
            out.push(b'e');
        }
        Item::Whole(value) => whole(*value, out),
        Item::Real(value) => {
            out.push(b'G');
            out.extend(value.to_be_bytes());
        }
        Item::Object(module, class, attributes) => {
            out.extend(format!("c{module}\n{class}\n)\u{1}").as_bytes());
            out.pop();
            out.push(0x81);
            write(&Item::Dictionary(attributes.clone()), out, storages);
            out.push(b'b');
        }
        Item::Operations(operations) => out.extend(operations),
    }
}

/// A tensor somewhere in a storage.
pub fn rebuilt(key: &str, offset: usize, dims: &[usize], steps: &[usize]) -> Vec<u8> {
    let mut out = b"ctorch._utils\n_rebuild_tensor_v2\n((".to_vec();
    text("storage", &mut out);
    out.extend(b"ctorch\nFloatStorage\n");
    text(key, &mut out);
    text("cpu", &mut out);
    out.extend(b"K\x04tQ");
    whole(offset as i32, &mut out);
    for sizes in [dims, steps] {
        out.push(b'(');
        sizes.iter().for_each(|size| whole(*size as i32, &mut out));
        out.push(b't');
    }
    out.extend(b"\x89NtR");
    out
}

pub fn text(text: &str, out: &mut Vec<u8>) {
    out.push(b'X');
    out.extend((text.len() as u32).to_le_bytes());
    out.extend(text.as_bytes());
}

fn whole(value: i32, out: &mut Vec<u8>) {
    out.push(b'J');
    out.extend(value.to_le_bytes());
}
