//! `ganvas recipes`.

use super::{Failure, stdout, table};
use clap::Args;
use ganvas::recipe::{Recipe, preset, presets};

#[derive(Args)]
pub struct Recipes {
    /// Print this recipe as JSON, ready to be changed and given to `train --recipe FILE.json`
    name: Option<String>,
}

impl Recipes {
    pub fn run(self) -> Result<(), Failure> {
        let text = match self.name {
            Some(name) => preset(&name)?.to_json() + "\n",
            None => list(presets())?,
        };
        stdout::print(&text)
    }
}

fn list(recipes: Vec<Recipe>) -> Result<String, Failure> {
    let headings = ["name", "title", "image", "G", "D", "source"];
    let mut rows = vec![headings.map(str::to_owned)];
    for recipe in recipes {
        let plan = recipe.plan()?;
        let image = recipe.image;
        rows.push([
            recipe.name,
            recipe.title,
            format!("{}×{}×{}", image.height, image.width, image.channels),
            table::grouped(plan.generator.parameters),
            table::grouped(plan.discriminator.parameters),
            recipe.source,
        ]);
    }
    Ok(table::aligned(
        &rows,
        [false, false, true, true, true, false],
    ))
}
