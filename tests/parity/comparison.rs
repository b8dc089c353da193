//! Comparing a run with its fixture.

use ganvas::network::NamedTensor;
use ganvas::recipe::Recipe;
use ganvas::training::StepReport;
use safetensors::SafeTensors;
use std::path::Path;

/// Largest difference of two tensors, as a part of the reference's norm.
const TOLERANCE: f64 = 1e-4;

/// A gradient below this part of its network's is rounding: that of a bias before batch norm,
/// which is 0 in exact arithmetic.
const ROUNDING: f64 = 1e-6;

/// What PyTorch computed.
pub struct Fixture {
    name: String,
    bytes: Vec<u8>,
}

impl Fixture {
    pub fn open(name: &str) -> Self {
        let path = format!("tests/parity/fixtures/{name}.safetensors");
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        Self {
            name: name.to_owned(),
            bytes: std::fs::read(&path).unwrap_or_else(|error| panic!("{path:?}: {error}")),
        }
    }

    fn tensors(&self) -> SafeTensors<'_> {
        SafeTensors::deserialize(&self.bytes).unwrap()
    }

    fn tensor(&self, name: &str) -> Vec<f64> {
        let tensors = self.tensors();
        let tensor = tensors
            .tensor(name)
            .unwrap_or_else(|_| panic!("the fixture of {} has no {name}", self.name));
        let (chunks, _) = tensor.data().as_chunks();
        chunks
            .iter()
            .map(|bytes| f32::from_le_bytes(*bytes).into())
            .collect()
    }

    pub fn compare_losses(&self, reports: &[StepReport]) {
        let found: Vec<f64> = reports
            .iter()
            .flat_map(|report| [report.d_loss, report.g_loss])
            .map(f64::from)
            .collect();
        let expected = self.tensor("losses");
        assert_eq!(found.len(), expected.len());
        // A critic's losses may nearly cancel, and clipped ones are tiny altogether: what counts is
        // the part of the network's largest.
        let largest = [0, 1].map(|network| {
            let of_network = expected.iter().skip(network).step_by(2);
            of_network.fold(0.0_f64, |most, loss| most.max(loss.abs()))
        });
        for (number, (found, expected)) in found.iter().zip(&expected).enumerate() {
            let difference = (found - expected).abs();
            assert!(
                difference <= TOLERANCE * largest[number % 2],
                "{}: loss {number} is {found}, the reference's {expected}",
                self.name
            );
        }
    }

    pub fn compare_gradients(&self, gradients: &[NamedTensor]) {
        let expected = self.names("gradient.");
        let mut found: Vec<&str> = gradients
            .iter()
            .map(|tensor| tensor.name.as_str())
            .collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{}", self.name);
        for gradient in gradients {
            if !self.is_rounding(&gradient.name) {
                self.compare("gradient", gradient);
            }
        }
    }

    /// The weights and running statistics.
    pub fn compare_weights(&self, weights: &[NamedTensor], recipe: &Recipe) {
        let mut found: Vec<&str> = weights.iter().map(|tensor| tensor.name.as_str()).collect();
        found.sort_unstable();
        assert_eq!(found, self.names("final."), "{}", self.name);
        for weight in weights {
            if !self.is_rounding(&weight.name) {
                self.compare("final", weight);
                continue;
            }
            // Adam makes full steps even of rounding: it may go anywhere, but not further.
            let updates = recipe
                .schedule
                .generator_updates
                .max(recipe.schedule.discriminator_updates);
            let rate = recipe
                .generator_optimiser
                .rate
                .max(recipe.discriminator_optimiser.rate);
            let most = 2.0 * rate * (3 * updates) as f64;
            let expected = self.tensor(&format!("final.{}", weight.name));
            for (found, expected) in weight.values.iter().zip(expected) {
                assert!(
                    (f64::from(*found) - expected).abs() <= most,
                    "{}",
                    weight.name
                );
            }
        }
    }

    /// The fixture's names with this prefix, sorted, without it.
    fn names(&self, prefix: &str) -> Vec<String> {
        let tensors = self.tensors();
        let names = tensors.names().into_iter();
        let mut names: Vec<String> = names
            .filter_map(|name| name.strip_prefix(prefix))
            .map(str::to_owned)
            .collect();
        names.sort_unstable();
        names
    }

    fn is_rounding(&self, name: &str) -> bool {
        let (network, _) = name.split_once('.').unwrap();
        let names = self.names("gradient.");
        if !names.iter().any(|own| own == name) {
            return false;
        }
        let of_network = names.iter().filter(|own| own.starts_with(network));
        let all = of_network.flat_map(|own| self.tensor(&format!("gradient.{own}")));
        let own = self.tensor(&format!("gradient.{name}"));
        norm(own) <= ROUNDING * norm(all)
    }

    fn compare(&self, what: &str, tensor: &NamedTensor) {
        let expected = self.tensor(&format!("{what}.{}", tensor.name));
        assert_eq!(tensor.values.len(), expected.len(), "{}", tensor.name);
        let pairs = tensor.values.iter().zip(&expected);
        let difference = norm(pairs.map(|(found, expected)| f64::from(*found) - expected));
        // A running mean may nearly cancel: what counts is its part of the deviation around it.
        let deviation = match tensor.name.strip_suffix("mean") {
            Some(layer) => norm(
                self.tensor(&format!("{what}.{layer}variance"))
                    .into_iter()
                    .map(f64::sqrt),
            ),
            None => 0.0,
        };
        let whole = norm(expected).max(deviation);
        assert!(
            difference <= TOLERANCE * whole,
            "{}: {what} of {} is off by {:.1e} of its norm",
            self.name,
            tensor.name,
            difference / whole
        );
    }
}

fn norm(values: impl IntoIterator<Item = f64>) -> f64 {
    values
        .into_iter()
        .map(|value| value * value)
        .sum::<f64>()
        .sqrt()
}

/// The tensors with the name of what they belong to before their own.
pub fn prefixed(of: &str, tensors: Vec<NamedTensor>) -> Vec<NamedTensor> {
    let rename = |tensor: NamedTensor| NamedTensor {
        name: format!("{of}.{}", tensor.name),
        ..tensor
    };
    tensors.into_iter().map(rename).collect()
}
