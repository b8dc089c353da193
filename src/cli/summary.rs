//! `ganvas summary`.

use super::{Failure, recipe, stdout, table};
use clap::Args;
use ganvas::layers::LayerSpec;
use ganvas::network::NetworkPlan;
use ganvas::printable::printable;
use ganvas::spec::Shape;
use serde_json::Value;

/// A layer's fields in the order in which people say them; others follow.
const FIELDS: [&str; 5] = ["out", "to", "kernel", "stride", "padding"];

#[derive(Args)]
pub struct Summary {
    /// The recipe: a name, or a JSON file
    #[arg(value_name = "NAME|FILE.json")]
    recipe: String,
    /// Base number of channels [default: the recipe's]
    #[arg(long)]
    width: Option<usize>,
}

impl Summary {
    pub fn run(self) -> Result<(), Failure> {
        let mut recipe = recipe::resolve(&self.recipe)?;
        recipe.width = self.width.unwrap_or(recipe.width);
        let plan = recipe.plan()?;
        let parameters = plan.generator.parameters + plan.discriminator.parameters;
        let text = format!(
            "{}: {}\n{}\nwidth (w) {}\n\n{}\n{}\nBoth: {} parameters\n",
            printable(&recipe.name),
            printable(&recipe.title),
            printable(&recipe.source),
            recipe.width,
            network("Generator", &plan.generator),
            network("Discriminator", &plan.discriminator),
            table::grouped(parameters)
        );
        stdout::print(&text)
    }
}

fn network(name: &str, plan: &NetworkPlan) -> String {
    let row = |number: String, layer: String, output: String, parameters: u64| {
        [number, layer, output, table::grouped(parameters)]
    };
    let mut rows = vec![["", "layer", "output", "parameters"].map(str::to_owned)];
    rows.push(["".into(), "input".into(), shape(plan.input), "".into()]);
    for (place, layer) in plan.outline() {
        let output = shape(layer.output);
        // Those of a layer with others inside it stand at these.
        let parameters = if layer.spec.branches().is_empty() {
            layer.parameters
        } else {
            0
        };
        rows.push(row(place, written(&layer.spec), output, parameters));
    }
    let total = "all".to_owned();
    rows.push(row(String::new(), total, String::new(), plan.parameters));
    let table = table::aligned(&rows, [true, false, true, true]);
    format!("{name} (output: height×width×channels, or features; parameters: trainable)\n{table}")
}

fn shape(shape: Shape) -> String {
    match shape {
        Shape::Flat(features) => features.to_string(),
        Shape::Image([channels, height, width]) => format!("{height}×{width}×{channels}"),
    }
}

/// The layer's kind and its fields, but not its initial weights: what its JSON says, in a line.
pub(super) fn written(spec: &LayerSpec) -> String {
    let Ok(Value::Object(json)) = serde_json::to_value(spec) else {
        return spec.kind().to_owned();
    };
    let branches: Vec<&str> = spec.branches().into_iter().map(|(name, _)| name).collect();
    let mut fields: Vec<(&String, &Value)> = json
        .iter()
        .filter(|(key, _)| !["layer", "init"].contains(&key.as_str()))
        .filter(|(key, _)| !branches.contains(&key.as_str()))
        .collect();
    let place = |key: &str| FIELDS.iter().position(|field| *field == key);
    fields.sort_by_key(|(key, _)| place(key).unwrap_or(FIELDS.len()));
    let fields = fields
        .into_iter()
        .map(|(key, value)| format!(", {} {}", key.replace('_', " "), plain(value)));
    spec.kind().to_owned() + &fields.collect::<String>()
}

/// A field's value without JSON's marks.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Bool(true) => "yes".to_owned(),
        Value::Bool(false) => "no".to_owned(),
        Value::Array(values) => values.iter().map(plain).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_its_kind_and_its_numbers() {
        for (json, expected) in [
            (r#"{"layer":"relu"}"#, "relu"),
            (
                r#"{"layer":"conv","out":"2w","kernel":4,"stride":2,"bias":false,
                    "init":{"normal":{"deviation":0.02}}}"#,
                "conv, out 2w, kernel 4, stride 2, bias no",
            ),
            (
                r#"{"layer":"residual","body":[{"layer":"tanh"}],"gain":0.5}"#,
                "residual, gain 0.5",
            ),
            (
                r#"{"layer":"conv-transpose","out":1,"kernel":5,"padding":[1,2,1,2]}"#,
                "conv-transpose, out 1, kernel 5, padding 1 2 1 2",
            ),
            (
                r#"{"layer":"reshape","to":["2w",7,7]}"#,
                "reshape, to 2w 7 7",
            ),
            (
                r#"{"layer":"leaky-relu","slope":0.2}"#,
                "leaky-relu, slope 0.2",
            ),
        ] {
            assert_eq!(written(&serde_json::from_str(json).unwrap()), expected);
        }
    }
}
