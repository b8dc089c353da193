//! Shape inference: every layer's shapes, worked out and checked before anything is allocated.

use crate::layers::sequence::{check_size, check_style};
use crate::layers::{LayerSpec, PlannedLayer, fitting, place_in};
use crate::sentence::{sentence, term};
use crate::spec::{Scale, Shape};
use crate::{Error, Result};

/// Most layers that a network may have.
pub(crate) const MOST_LAYERS: usize = 256;
/// Most multiplications for one sample: a second or two of a processor core natively, ten times what
/// a DCGAN for 256×256 in the paper's width takes.
const MOST_WORK: u64 = 1 << 34;

/// A network whose shapes are known and fit.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkPlan {
    /// The layers in order.
    pub layers: Vec<PlannedLayer>,
    /// Shape of one sample going in.
    pub input: Shape,
    /// Shape of one sample coming out.
    pub output: Shape,
    /// Trainable numbers.
    pub parameters: u64,
}

impl NetworkPlan {
    /// Works out every shape of `spec` for samples of shape `input`. `name` ("generator") is for
    /// errors, `scale` says what sizes such as "2w" stand for.
    ///
    /// # Errors
    /// [`Error::Spec`], naming the layer, the shape that came in and why it does not fit.
    pub fn new(name: &str, spec: &[LayerSpec], input: Shape, scale: &Scale) -> Result<Self> {
        let count = count(spec);
        if !(1..=MOST_LAYERS).contains(&count) {
            return Err(Error::spec(sentence!(
                "The {name} has {count} layers; it needs 1 to {most}.",
                name = term(name),
                count,
                most = MOST_LAYERS
            )));
        }
        let mut layers: Vec<PlannedLayer> = Vec::with_capacity(spec.len());
        let mut shape = input;
        let mut parameters: u64 = 0;
        for (index, layer) in spec.iter().enumerate() {
            let planned = PlannedLayer::new(layer, shape, scale)
                .and_then(|planned| {
                    check_style(&planned)?;
                    parameters = parameters.saturating_add(planned.parameters);
                    check_size(planned.output, parameters)?;
                    Ok(planned)
                })
                .map_err(|why| {
                    let kind = layer.kind();
                    // What only draws has nobody who could correct a layer: there it would be 8 kB for nothing.
                    let inside = match cfg!(feature = "engine") {
                        true => place_in(layer, shape, scale, &why, 0),
                        false => Vec::new(),
                    };
                    let inside = inside.into_iter().rev();
                    let error = Error::spec(sentence!(
                        "Layer {number} of the {name} ({kind}) gets {shape}: {why}.",
                        number = index + 1,
                        name = term(name),
                        kind,
                        shape,
                        why
                    ));
                    inside.fold(error, Error::in_field).in_field(index)
                })?;
            shape = planned.output;
            layers.push(planned);
        }
        Ok(Self {
            layers,
            input,
            output: shape,
            parameters,
        })
    }

    /// The layers of a network that is being written, as far as they fit, as [`NetworkPlan::outline`] has
    /// them.
    pub(crate) fn outline_of(
        spec: &[LayerSpec],
        input: Shape,
        scale: &Scale,
    ) -> Vec<(String, PlannedLayer)> {
        match count(spec) {
            0..=MOST_LAYERS => fitting(spec, input, scale, "", 0),
            _ => Vec::new(),
        }
    }

    /// The layers in order, each followed by those inside it, with their places: `3`, `3.body.1`,
    /// counted from 1.
    pub fn outline(&self) -> Vec<(String, &PlannedLayer)> {
        let layers = self.layers.iter().enumerate();
        layers
            .flat_map(|(index, layer)| layer.outline((index + 1).to_string()))
            .collect()
    }

    /// Numbers that all layers make of one sample: what training has to remember.
    pub fn activations(&self) -> u64 {
        let layers = self.layers.iter().map(PlannedLayer::activations);
        layers.fold(0, u64::saturating_add)
    }

    /// Multiplications for one sample: those of the kernels, and one for each number that any
    /// other layer makes.
    pub fn multiplications(&self) -> u64 {
        let layers = self.layers.iter().map(PlannedLayer::multiplications);
        layers.fold(0, u64::saturating_add)
    }

    /// Checks that a sample is not more work than a page can wait for.
    ///
    /// # Errors
    /// [`Error::Spec`], with the work and the most there may be of it.
    pub(crate) fn check_work(&self, name: &str) -> Result<()> {
        let work = self.multiplications();
        if work <= MOST_WORK {
            return Ok(());
        }
        let heaviest = self.layers.iter().enumerate();
        let heaviest = heaviest.max_by_key(|(_, layer)| layer.multiplications());
        let (index, kind) = heaviest.map_or((0, ""), |(index, layer)| (index, layer.spec.kind()));
        Err(Error::spec(sentence!(
            "The {name} takes {work} multiplications an image, most of them in layer {number} \
             ({kind}); the most is {most}: take smaller images, kernels or fewer channels.",
            name = term(name),
            work,
            number = index + 1,
            kind,
            most = MOST_WORK
        ))
        .in_field(index))
    }
}

/// Layers, with those inside others.
fn count(spec: &[LayerSpec]) -> usize {
    spec.iter().map(|layer| layer.all().len()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(json: &str, input: Shape) -> Result<NetworkPlan> {
        let spec: Vec<LayerSpec> = serde_json::from_str(json).unwrap();
        let scale = Scale {
            width: 8,
            image: [1, 28, 28],
            classes: None,
        };
        NetworkPlan::new("generator", &spec, input, &scale)
    }

    fn refusal(json: &str, input: Shape) -> String {
        plan(json, input).unwrap_err().to_string()
    }

    #[test]
    fn shapes_and_parameters_follow() {
        let plan = plan(
            r#"[{"layer":"linear","out":"98w","bias":false},{"layer":"reshape","to":["2w",7,7]},
               {"layer":"batch-norm"},{"layer":"relu"},
               {"layer":"conv-transpose","out":"w","kernel":4,"stride":2},
               {"layer":"conv-transpose","out":1,"kernel":5,"stride":2},{"layer":"tanh"}]"#,
            Shape::Flat(100),
        )
        .unwrap();
        assert_eq!(plan.output, Shape::Image([1, 28, 28]));
        let expected = 100 * 784 + 2 * 16 + (16 * 8 * 16 + 8) + (8 * 25 + 1);
        assert_eq!(plan.parameters, expected);
    }

    #[test]
    fn a_refusal_names_layer_shape_and_reason() {
        assert_eq!(
            refusal(r#"[{"layer":"conv","out":8,"kernel":3}]"#, Shape::Flat(100)),
            "Layer 1 of the generator (conv) gets 100 features: \
             it needs an image; put a reshape before it."
        );
        assert_eq!(
            refusal(
                r#"[{"layer":"relu"},{"layer":"reshape","to":["2w",7,7]}]"#,
                Shape::Flat(100)
            ),
            "Layer 2 of the generator (reshape) gets 100 features: \
             16×7×7 would need 784 numbers, not 100."
        );
        let image = Shape::Image([1, 4, 4]);
        for (json, why) in [
            (r#"[{"layer":"linear","out":1}]"#, "flatten"),
            (
                r#"[{"layer":"conv","out":1,"kernel":9,"padding":0}]"#,
                "does not fit",
            ),
            (r#"[{"layer":"conv","out":1,"kernel":0}]"#, "kernel of 0"),
            (r#"[{"layer":"conv","out":0,"kernel":1}]"#, "size of 0"),
            (r#"[{"layer":"dropout","rate":1.0}]"#, "rate of 1"),
            (r#"[{"layer":"batch-norm","epsilon":0.0}]"#, "epsilon of 0"),
            (r#"[{"layer":"concat-label"}]"#, "classes"),
            (r#"[{"layer":"upsample","factor":0}]"#, "factor of 0"),
            (
                r#"[{"layer":"conv-transpose","out":1,"kernel":4,"stride":2,"output":[9,8]}]"#,
                "9",
            ),
            ("[]", "0 layers"),
        ] {
            let refusal = refusal(json, image);
            assert!(refusal.contains(why), "{refusal}");
        }
    }

    #[test]
    fn nothing_huge_is_planned() {
        let upsample = r#"{"layer":"upsample","factor":16}"#;
        let json = format!("[{upsample},{upsample},{upsample},{upsample}]");
        assert!(refusal(&json, Shape::Image([1, 4, 4])).contains("may have"));
        let json = r#"[{"layer":"linear","out":1048576},{"layer":"linear","out":1048576}]"#;
        assert!(refusal(json, Shape::Flat(100)).contains("weights"));
    }
}
