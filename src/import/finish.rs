//! From a draft to a generator's file.

use super::draft::{Draft, Part};
use super::found::{Found, SPEC};
use super::statement::{LabelEmbedding, Statement};
use crate::layers::{self, LayerSpec};
use crate::network::NamedTensor;
use crate::recipe::{Distribution, Fit, ImageSpec, Latent};
use crate::sentence::{Sentence, sentence};
use crate::spec::{Shape, Size};
use crate::weights::{GeneratorFile, Header};
use std::rc::Rc;

/// A generator that was imported.
#[derive(Debug, Clone)]
pub struct Import {
    /// The generator, as a Ganvas file holds it.
    pub model: GeneratorFile,
    /// The format that was read, such as "PyTorch state dict".
    pub format: Sentence,
    /// What the file does not say and was assumed, a clause each.
    pub assumed: Vec<Sentence>,
    /// What of that other readings of the file assume otherwise.
    pub(super) varied: Vec<Sentence>,
    /// The whole import as a `SPEC.json`, to be corrected and handed back.
    pub statement: Statement,
}

impl Import {
    /// Whether the file says its layers itself: a state dict has names and shapes alone.
    pub fn says_layers(&self) -> bool {
        let format = self.format.to_string();
        !["safetensors", "PyTorch state dict"].contains(&format.as_str())
    }
}

/// Finishes the import of `file`, which is a `format`.
pub(super) fn finish(
    mut draft: Draft,
    file: &str,
    format: Sentence,
    stated: &Statement,
) -> Found<Import> {
    let image = image(&mut draft, stated)?;
    let latent = latent(&mut draft, stated)?;
    let labels = labels(&mut draft, stated)?;
    let name = stated.name.clone().unwrap_or_else(|| stem(file));
    let generator = draft.parts.iter().map(|part| part.layer.clone()).collect();
    let title = stated.title.clone().unwrap_or_default();
    let provenance = format!("Imported from {file} ({format}).");
    let mut header = Header::imported(name, title, generator, image, latent, labels);
    header.licence = stated.licence.clone();
    header.provenance = Some(provenance);
    let mut statement = Statement {
        channels_last: stated.channels_last,
        ..Statement::of(&header)
    };
    name_tensors(&draft, &mut statement);
    let model = GeneratorFile {
        header,
        tensors: tensors(draft.parts),
    };
    Ok(Import {
        model,
        format,
        assumed: draft.assumed,
        varied: draft.varied,
        statement,
    })
}

fn tensors(parts: Vec<Rc<Part>>) -> Vec<NamedTensor> {
    let parts = parts.into_iter().enumerate();
    parts
        .flat_map(|(index, part)| {
            Rc::unwrap_or_clone(part)
                .weights
                .into_iter()
                .map(move |weight| NamedTensor {
                    name: format!("layers.{index}.{}", weight.role),
                    dims: weight.array.dims,
                    values: weight.array.values,
                })
        })
        .collect()
}

/// Records which of the file's tensors each of Ganvas' tensors is.
fn name_tensors(draft: &Draft, statement: &mut Statement) {
    for (index, part) in draft.parts.iter().enumerate() {
        for weight in part
            .weights
            .iter()
            .filter(|weight| !weight.source.is_empty())
        {
            let name = format!("layers.{index}.{}", weight.role);
            statement.tensors.insert(name, weight.source.clone());
        }
    }
    let table = draft.embedding.as_ref();
    let table = table.filter(|table| !table.source.is_empty());
    statement.label_embedding = table.map(|table| LabelEmbedding {
        tensor: table.source.clone(),
        first: draft.label_first,
    });
}

fn image(draft: &mut Draft, stated: &Statement) -> Found<ImageSpec> {
    let dims =
        match (draft.shape(), stated.image) {
            (Shape::Image(dims), _) => dims,
            (Shape::Flat(_), Some(image)) => {
                let dims = [image.channels, image.height, image.width];
                draft.plain(LayerSpec::Reshape(layers::Reshape {
                    to: dims.map(Size::fixed),
                }))?;
                dims
            }
            (Shape::Flat(numbers), None) => {
                let dims = square(numbers).ok_or_else(|| {
                sentence!(
                    "it ends with {numbers} numbers, which is no square image of 1 or 3 channels: \
                     state the image in a {spec}",
                    numbers, spec = SPEC)
            })?;
                let [channels, height, width] = dims;
                draft.assume(sentence!(
                "the {numbers} numbers at the end are an image of {height}×{width} with {channels} \
                 channels, channel by channel",
                numbers,
                height,
                width,
                channels
            ));
                draft.plain(LayerSpec::Reshape(layers::Reshape {
                    to: dims.map(Size::fixed),
                }))?;
                dims
            }
        };
    let [channels, height, width] = dims;
    let range = match stated.image {
        Some(image) => image.range,
        None => draft.range()?,
    };
    let made = ImageSpec {
        channels,
        height,
        width,
        range,
        fit: Fit::Exact,
    };
    match stated.image {
        Some(image) if image.shape() != made.shape() => Err(sentence!(
            "it makes images of {height}×{width} with {channels} channels, but \
             {stated_height}×{stated_width} with {stated_channels} are stated",
            height,
            width,
            channels,
            stated_height = image.height,
            stated_width = image.width,
            stated_channels = image.channels
        )),
        _ => Ok(made),
    }
}

/// A square image of 3 channels or 1 with this many numbers.
fn square(numbers: usize) -> Option<[usize; 3]> {
    [1, 3, 4].into_iter().find_map(|channels| {
        let side = (numbers / channels).isqrt();
        (side * side * channels == numbers && side > 1).then_some([channels, side, side])
    })
}

fn latent(draft: &mut Draft, stated: &Statement) -> Found<Latent> {
    let Some(latent) = stated.latent else {
        draft.assume(sentence!(
            "latents are drawn from a normal distribution of deviation 1"
        ));
        return Ok(Latent {
            dimension: draft.latent,
            distribution: Distribution::Normal { deviation: 1.0 },
        });
    };
    if latent.dimension != draft.latent {
        return Err(sentence!(
            "it starts from {found} numbers, but {stated} are stated as latent",
            found = draft.latent,
            stated = latent.dimension
        ));
    }
    Ok(latent)
}

fn labels(draft: &mut Draft, stated: &Statement) -> Found<Vec<String>> {
    let classes = draft.classes.unwrap_or(0);
    if stated.labels.is_empty() {
        if classes > 0 {
            draft.assume(sentence!(
                "the {classes} classes are called 0 to {last}",
                classes,
                last = classes - 1
            ));
        }
        return Ok((0..classes).map(|class| class.to_string()).collect());
    }
    if stated.labels.len() != classes {
        return Err(sentence!(
            "it has {classes} classes, but {stated} are stated",
            classes,
            stated = stated.labels.len()
        ));
    }
    Ok(stated.labels.clone())
}

/// The file's name without folder and ending, as a short name.
fn stem(file: &str) -> String {
    let name = file.rsplit(['/', '\\']).next().unwrap_or(file);
    let name = name.split('.').next().unwrap_or(name);
    let short: String = name.chars().take(60).collect();
    if short.is_empty() {
        "imported".to_owned()
    } else {
        short
    }
}
