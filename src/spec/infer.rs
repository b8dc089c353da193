//! Shape inference: every layer's shapes, worked out and checked before anything is allocated.

use super::{LayerSpec, Shape, Window};
use crate::{Error, Result};

/// Most layers that a network may have.
const MOST_LAYERS: usize = 256;
/// Most numbers in one sample between two layers (64 MiB of f32).
const MOST_ACTIVATIONS: usize = 1 << 24;
/// Most weights in a network (1 GiB of f32).
const MOST_WEIGHTS: u64 = 1 << 28;
/// Largest kernel, stride, or side of explicit padding: with it no side overflows 32 bits.
const LARGEST_WINDOW: usize = 64;

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

/// A layer with its shapes worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedLayer {
    /// What the spec says.
    pub spec: LayerSpec,
    /// Shape of one sample going in.
    pub input: Shape,
    /// Shape of one sample coming out.
    pub output: Shape,
    /// Rows' and columns' windows of a convolution.
    pub windows: Option<[Window; 2]>,
    /// Trainable numbers.
    pub parameters: u64,
}

impl NetworkPlan {
    /// Works out every shape of `spec` for samples of shape `input`. `name` ("generator") is for
    /// errors, `width` is what "w" stands for, `classes` what a label adds (`None`: no labels).
    ///
    /// # Errors
    /// [`Error::Spec`], naming the layer, the shape that came in and why it does not fit.
    pub fn new(
        name: &str,
        spec: &[LayerSpec],
        input: Shape,
        width: usize,
        classes: Option<usize>,
    ) -> Result<Self> {
        if spec.is_empty() || spec.len() > MOST_LAYERS {
            return Err(Error::Spec(format!(
                "The {name} has {} layers; it needs 1 to {MOST_LAYERS}.",
                spec.len()
            )));
        }
        let mut layers: Vec<PlannedLayer> = Vec::with_capacity(spec.len());
        let mut shape = input;
        let mut parameters = 0;
        for (index, layer) in spec.iter().enumerate() {
            let planned = plan_layer(layer, shape, width, classes)
                .and_then(|planned| {
                    parameters += planned.parameters;
                    check_size(planned.output, parameters)?;
                    Ok(planned)
                })
                .map_err(|why| {
                    let kind = layer.kind();
                    Error::Spec(format!(
                        "Layer {} of the {name} ({kind}) gets {shape}: {why}.",
                        index + 1
                    ))
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

    /// Whether a layer takes the label in.
    pub fn is_conditional(&self) -> bool {
        self.layers
            .iter()
            .any(|layer| layer.spec == LayerSpec::ConcatLabel)
    }
}

type Planned = std::result::Result<PlannedLayer, String>;

fn check_size(output: Shape, parameters: u64) -> std::result::Result<(), String> {
    let activations = output
        .dims()
        .iter()
        .try_fold(1_usize, |product, &side| product.checked_mul(side));
    match activations {
        Some(1..=MOST_ACTIVATIONS) if parameters <= MOST_WEIGHTS => Ok(()),
        Some(_) if parameters > MOST_WEIGHTS => Err(format!(
            "it brings the network to {parameters} weights; the most is {MOST_WEIGHTS}"
        )),
        _ => Err(format!(
            "it makes {output}; a sample may have 1 to {MOST_ACTIVATIONS} numbers"
        )),
    }
}

fn plan_layer(spec: &LayerSpec, input: Shape, width: usize, classes: Option<usize>) -> Planned {
    let size = |size: super::Size| {
        size.at(width)
            .ok_or_else(|| format!("a size of {size} at width {width} is not 1 to 2^20"))
    };
    let plain = |output: Shape, parameters: u64| {
        Ok(PlannedLayer {
            spec: spec.clone(),
            input,
            output,
            windows: None,
            parameters,
        })
    };
    match spec {
        LayerSpec::Linear { out, bias, init } => {
            let features = vector(input)?;
            let out = size(*out)?;
            init.check()?;
            plain(Shape::Flat(out), weights(features, 1, out, *bias))
        }
        LayerSpec::Reshape { to } => {
            let [channels, height, width] = [size(to[0])?, size(to[1])?, size(to[2])?];
            let wanted = channels as u128 * height as u128 * width as u128;
            if wanted != input.size() as u128 {
                return Err(format!(
                    "{channels}×{height}×{width} would need {wanted} numbers, not {}",
                    input.size()
                ));
            }
            plain(Shape::Image([channels, height, width]), 0)
        }
        LayerSpec::Flatten => plain(Shape::Flat(input.size()), 0),
        LayerSpec::Conv { .. } | LayerSpec::ConvTranspose { .. } => {
            plan_convolution(spec, input, width)
        }
        LayerSpec::Upsample { factor, .. } => {
            let [channels, height, width] = image(input)?;
            if !(1..=16).contains(factor) {
                return Err(format!("a factor of {factor} is not 1 to 16"));
            }
            plain(Shape::Image([channels, height * factor, width * factor]), 0)
        }
        LayerSpec::BatchNorm {
            momentum,
            epsilon,
            scale_deviation,
        } => {
            if !(0.0..=1.0).contains(momentum) {
                return Err(format!("a momentum of {momentum} is not 0 to 1"));
            }
            if !(scale_deviation.is_finite() && *scale_deviation >= 0.0) {
                return Err(format!("a scale deviation of {scale_deviation}"));
            }
            positive_epsilon(*epsilon)?;
            plain(input, 2 * input.channels() as u64)
        }
        LayerSpec::LayerNorm { epsilon } => {
            positive_epsilon(*epsilon)?;
            plain(input, 2 * input.channels() as u64)
        }
        LayerSpec::InstanceNorm { epsilon } => {
            image(input)?;
            positive_epsilon(*epsilon)?;
            plain(input, 2 * input.channels() as u64)
        }
        LayerSpec::Dropout { rate } if !(0.0..1.0).contains(rate) => {
            Err(format!("a rate of {rate} is not 0 up to, but without, 1"))
        }
        LayerSpec::ConcatLabel => {
            let classes = classes.ok_or("the recipe says no number of classes")?;
            plain(
                match input {
                    Shape::Flat(features) => Shape::Flat(features + classes),
                    Shape::Image([channels, height, width]) => {
                        Shape::Image([channels + classes, height, width])
                    }
                },
                0,
            )
        }
        LayerSpec::LeakyRelu { slope } if !slope.is_finite() => Err(format!("a slope of {slope}")),
        LayerSpec::Dropout { .. }
        | LayerSpec::Relu
        | LayerSpec::LeakyRelu { .. }
        | LayerSpec::Elu
        | LayerSpec::Silu
        | LayerSpec::Gelu
        | LayerSpec::Softplus
        | LayerSpec::Tanh
        | LayerSpec::Sigmoid => plain(input, 0),
    }
}

fn plan_convolution(spec: &LayerSpec, input: Shape, width: usize) -> Planned {
    let (LayerSpec::Conv {
        out,
        kernel,
        stride,
        padding,
        bias,
        init,
    }
    | LayerSpec::ConvTranspose {
        out,
        kernel,
        stride,
        padding,
        bias,
        init,
        ..
    }) = spec
    else {
        unreachable!("called for convolutions only")
    };
    let [channels, height, columns] = image(input)?;
    let out = out
        .at(width)
        .ok_or_else(|| format!("a size of {out} at width {width} is not 1 to 2^20"))?;
    init.check()?;
    for (what, value) in [("kernel", *kernel), ("stride", *stride)] {
        if !(1..=LARGEST_WINDOW).contains(&value) {
            return Err(format!("a {what} of {value} is not 1 to {LARGEST_WINDOW}"));
        }
    }
    if let super::Padding::Even(side) = padding
        && *side > LARGEST_WINDOW
    {
        return Err(format!("padding of {side} is more than {LARGEST_WINDOW}"));
    }
    if let super::Padding::Sides(sides) = padding
        && sides.iter().any(|side| *side > LARGEST_WINDOW)
    {
        return Err(format!(
            "padding of {sides:?} is more than {LARGEST_WINDOW}"
        ));
    }
    let window = |axis: usize, pixels: usize| match spec {
        LayerSpec::ConvTranspose { output, .. } => {
            let output = output.map(|sides| sides[axis]);
            Window::transposed(pixels, *kernel, *stride, *padding, output, axis)
        }
        _ => Window::convolution(pixels, *kernel, *stride, *padding, axis),
    };
    let windows = [window(0, height)?, window(1, columns)?];
    Ok(PlannedLayer {
        spec: spec.clone(),
        input,
        output: Shape::Image([out, windows[0].output, windows[1].output]),
        windows: Some(windows),
        parameters: weights(channels, *kernel, out, *bias),
    })
}

/// Weights of a linear layer (kernel 1) or a convolution.
fn weights(inputs: usize, kernel: usize, out: usize, bias: bool) -> u64 {
    let [inputs, kernel, out] = [inputs, kernel, out].map(|size| size as u64);
    inputs * kernel * kernel * out + if bias { out } else { 0 }
}

fn vector(input: Shape) -> std::result::Result<usize, String> {
    match input {
        Shape::Flat(features) => Ok(features),
        Shape::Image(_) => Err("it needs a vector; put a flatten before it".into()),
    }
}

fn image(input: Shape) -> std::result::Result<[usize; 3], String> {
    match input {
        Shape::Image(dims) => Ok(dims),
        Shape::Flat(_) => Err("it needs an image; put a reshape before it".into()),
    }
}

fn positive_epsilon(epsilon: f64) -> std::result::Result<(), String> {
    if epsilon.is_finite() && epsilon > 0.0 {
        Ok(())
    } else {
        Err(format!("an epsilon of {epsilon} is not above 0"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(json: &str, input: Shape) -> Result<NetworkPlan> {
        let spec: Vec<LayerSpec> = serde_json::from_str(json).unwrap();
        NetworkPlan::new("generator", &spec, input, 8, None)
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
