//! Dictionaries of tensors, as programs leave them.

mod checkpoints;
mod hostile;
mod orders;
mod pickles;
mod proposals;

use super::{Given, Import, Statement, import, outline};
use crate::random::{Purpose, Random};
use pickles::Item;

/// A tensor: its name, its dimensions, and its numbers.
type Tensor = (String, Vec<usize>, Vec<f32>);

/// Tensors of these dimensions, every number drawn; variances are above 0.
fn drawn(tensors: &[(&str, &[usize])], seed: u64) -> Vec<Tensor> {
    let tensors = tensors.iter().enumerate().map(|(index, (name, dims))| {
        let mut random = Random::new(seed, Purpose::FixedLatents, index as u64);
        let count = dims.iter().product();
        let values = (0..count).map(|_| random.between(0.1, 1.0)).collect();
        ((*name).to_owned(), dims.to_vec(), values)
    });
    tensors.collect()
}

/// The names of a batch normalisation's tensors, and what they have.
fn norm(path: &str, channels: usize) -> [(String, Vec<usize>); 4] {
    ["weight", "bias", "running_mean", "running_var"]
        .map(|leaf| (format!("{path}.{leaf}"), vec![channels]))
}

/// A small DCGAN, 1×1 to 32×32, as PyTorch's tutorial has it.
fn dcgan(seed: u64) -> Vec<Tensor> {
    let mut shapes = Vec::new();
    for (index, [inputs, out]) in [[6, 16], [16, 8], [8, 4], [4, 3]].into_iter().enumerate() {
        let place = 3 * index;
        shapes.push((format!("main.{place}.weight"), vec![inputs, out, 4, 4]));
        if index < 3 {
            shapes.extend(norm(&format!("main.{}", place + 1), out));
        }
    }
    let shapes: Vec<(&str, &[usize])> = shapes
        .iter()
        .map(|(name, dims)| (&**name, &**dims))
        .collect();
    drawn(&shapes, seed)
}

/// What judges its images.
fn discriminator() -> Vec<Tensor> {
    drawn(
        &[
            ("0.weight", &[8, 3, 4, 4]),
            ("0.bias", &[8]),
            ("2.weight", &[1, 8, 4, 4]),
        ],
        9,
    )
}

fn state_dict(tensors: &[Tensor]) -> Item {
    let entries = tensors
        .iter()
        .map(|(name, dims, values)| (name.clone(), Item::Tensor(dims.clone(), values.clone())));
    Item::Dictionary(entries.collect())
}

fn safetensors_of(tensors: &[Tensor]) -> Vec<u8> {
    use safetensors::tensor::{Dtype, TensorView};
    let bytes: Vec<Vec<u8>> = tensors
        .iter()
        .map(|(_, _, values)| {
            values
                .iter()
                .flat_map(|value| value.to_le_bytes())
                .collect()
        })
        .collect();
    let views = tensors.iter().zip(&bytes).map(|((name, dims, _), bytes)| {
        (
            name,
            TensorView::new(Dtype::F32, dims.clone(), bytes).unwrap(),
        )
    });
    safetensors::serialize(views, None).unwrap()
}

fn read(bytes: &[u8], key: Option<&str>) -> crate::Result<Import> {
    stated(bytes, key, &Statement::default())
}

fn stated(bytes: &[u8], key: Option<&str>, stated: &Statement) -> crate::Result<Import> {
    import(
        &[Given {
            name: "file",
            bytes,
        }],
        key,
        stated,
    )
}

fn opened(bytes: &[u8], key: Option<&str>) -> Import {
    read(bytes, key).unwrap_or_else(|why| panic!("{why}"))
}

/// What was assumed, as a person reads it.
fn assumed(imported: &Import) -> String {
    let clauses = imported.assumed.iter().map(ToString::to_string);
    clauses.collect::<Vec<_>>().join("; ")
}

/// What is said to bytes of which no import comes.
fn refusal(bytes: &[u8], key: Option<&str>) -> String {
    let said = read(bytes, key).unwrap_err().to_string();
    assert!(said.starts_with("“file” cannot be imported: "), "{said}");
    assert!(said.ends_with('.') && said.len() < 500, "{said}");
    said
}

/// Asserts that both are the same generator.
#[track_caller]
fn assert_same(one: &Import, other: &Import) {
    assert_eq!(one.model.header.generator, other.model.header.generator);
    assert!(one.model.tensors == other.model.tensors, "other numbers");
}
