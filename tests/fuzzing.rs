//! What the core parses, under inputs that nobody would write: see `fuzz`.

// By its path: the example takes this file from another folder.
#[path = "fuzzing/seeds.rs"]
mod seeds;

use crate::fuzz::{Files, Target};
use ganvas::data::DataSet;
use ganvas::data::table::TableReader;
use ganvas::generator::{Generator, Statistics, now};
use ganvas::import::{Given, Statement, import, shards};
use ganvas::latent::LatentText;
use ganvas::recipe::{Distribution, Draft, Latent, Recipe};
use ganvas::weights::{Encoding, GeneratorFile, open_generator};

const MEGABYTE: usize = 1 << 20;

/// Every parser of the core.
pub static TARGETS: &[Target] = &[
    Target {
        name: "pytorch",
        seeds: || seeds::fixtures(&["pth", "pt", "ckpt"]),
        parse: imported,
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "safetensors",
        seeds: seeds::foreign_safetensors,
        parse: imported,
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "onnx",
        seeds: || seeds::fixtures(&["onnx"]),
        parse: imported,
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "keras_h5",
        seeds: || seeds::fixtures(&["h5"]),
        parse: imported,
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "keras",
        seeds: || seeds::fixtures(&["keras"]),
        parse: imported,
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "tensorflow_js",
        seeds: seeds::tensorflow_js,
        parse: imported,
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "generator",
        seeds: seeds::generators,
        parse: |files| {
            let file = open_generator(&files[0].0, &files[0].1).map_err(|why| why.to_string())?;
            check(&file)
        },
        most_bytes: 512 * MEGABYTE,
    },
    #[cfg(feature = "engine")]
    Target {
        name: "checkpoint",
        seeds: seeds::checkpoints,
        parse: |files| {
            let opened = ganvas::training::open_checkpoint(&files[0].0, &files[0].1);
            let checkpoint = opened.map_err(|why| why.to_string())?;
            check(&checkpoint.generator(true))
        },
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "recipe",
        seeds: seeds::recipes,
        parse: |files| {
            let json = text(files);
            let planned = Recipe::from_json(&json).and_then(|recipe| {
                recipe.plan()?;
                Ok(recipe)
            });
            let draft = Draft::read(&json);
            assert_eq!(draft.faults.is_empty(), planned.is_ok());
            assert_eq!(draft.recipe.as_ref(), planned.as_ref().ok());
            let recipe = planned.map_err(|why| why.to_string())?;
            Recipe::from_json(&recipe.to_json()).expect("what was written");
            Ok(())
        },
        most_bytes: 32 * MEGABYTE,
    },
    Target {
        name: "spec",
        seeds: seeds::statements,
        parse: |files| {
            let stated = Statement::from_json(&files[0].0, &text(files));
            let stated = stated.map_err(|why| why.to_string())?;
            import_as(&files[1..].to_vec(), &stated)
        },
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "idx",
        seeds: seeds::idx_files,
        parse: |files| {
            let labels = files.get(1).map(|(_, bytes)| bytes.as_slice());
            check_data(DataSet::idx(&files[0].0, &files[0].1, labels))
        },
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "cifar",
        seeds: seeds::cifar_batches,
        parse: |files| {
            let batches: Vec<(&str, &[u8])> = files
                .iter()
                .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
                .collect();
            check_data(DataSet::cifar("cifar", &batches))
        },
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "table",
        seeds: seeds::tables,
        parse: |files| {
            let mut table = TableReader::new(&files[0].0);
            let read = files.iter().try_for_each(|(_, bytes)| table.push(bytes));
            check_data(read.and_then(|()| table.finish()))
        },
        most_bytes: 512 * MEGABYTE,
    },
    Target {
        name: "latent_code",
        seeds: seeds::codes,
        parse: |files| {
            let code = LatentText::read(&text(files)).map_err(|why| why.to_string())?;
            assert_eq!(LatentText::read(&code.to_string()).as_ref(), Ok(&code));
            code.latent(LATENT).map_err(|why| why.to_string())?;
            Ok(())
        },
        most_bytes: 8 * MEGABYTE,
    },
];

const LATENT: Latent = Latent {
    dimension: 3,
    distribution: Distribution::Normal { deviation: 1.0 },
};

/// A data set that was read gives its images, and labels within its classes.
fn check_data(data: ganvas::Result<DataSet>) -> Result<(), String> {
    let data = data.map_err(|why| why.to_string())?;
    let mut image = vec![0; data.shape().bytes()];
    for index in [0, data.len() as u64 - 1, u64::MAX] {
        let label = data.image(index, &mut image).map(usize::from);
        assert!(label < data.classes() || label.is_none());
    }
    Ok(())
}

fn text(files: &Files) -> String {
    String::from_utf8_lossy(&files[0].1).into_owned()
}

fn imported(files: &Files) -> Result<(), String> {
    import_as(files, &Statement::default())
}

fn import_as(files: &Files, stated: &Statement) -> Result<(), String> {
    let given: Vec<Given<'_>> = files
        .iter()
        .map(|(name, bytes)| Given { name, bytes })
        .collect();
    for file in &given {
        shards(file.bytes);
    }
    let imported = import(&given, None, stated).map_err(|why| why.to_string())?;
    Statement::from_json("SPEC.json", &imported.statement.to_json()).expect("what is printed");
    check(&imported.model)
}

/// What was opened can be written and opened again, in every encoding, and draws if that is not much work.
fn check(file: &GeneratorFile) -> Result<(), String> {
    for encoding in [Encoding::F32, Encoding::F16, Encoding::I8] {
        let written = match file.encode(encoding) {
            Ok(written) => written,
            Err(why) => return Err(why.to_string()),
        };
        match open_generator("again", &written) {
            Ok(again) => assert!(encoding != Encoding::F32 || again.tensors == file.tensors),
            // Half floats have no room for every number.
            Err(why) => assert!(encoding != Encoding::F32, "{why}"),
        }
    }
    let plan = file.header.plan().map_err(|why| why.to_string())?;
    let sizes = plan.layers.iter().map(|layer| layer.output.size());
    if sizes.fold(0, usize::max) > 1 << 14 || plan.parameters > 1 << 16 {
        return Ok(());
    }
    let generator = Generator::on_cpu(file, Statistics::Running).map_err(|why| why.to_string())?;
    let space = file.header.space();
    let latents = space.samples(2, 1).map_err(|why| why.to_string())?;
    now(generator.mixed(&latents, &space.turns(2))).map_err(|why| why.to_string())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    #[cfg(feature = "engine")]
    crate::fuzz::tests!(
        super::TARGETS,
        pytorch,
        safetensors,
        onnx,
        keras_h5,
        keras,
        tensorflow_js,
        generator,
        checkpoint,
        recipe,
        spec,
        idx,
        cifar,
        table,
        latent_code,
    );
}
