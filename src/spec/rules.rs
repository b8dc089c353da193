//! What each kind of layer makes of the shape that comes in, and why it may refuse it.

use super::{LayerSpec, Padding, PlannedLayer, Scale, Shape, Size, Window};
use crate::sentence::{Sentence, sentence, term};

/// Largest kernel, stride, or side of explicit padding: with it no side overflows 32 bits.
const LARGEST_WINDOW: usize = 64;

type Planned = std::result::Result<PlannedLayer, Sentence>;

/// Works out one layer, or says why it does not fit.
pub(crate) fn plan_layer(spec: &LayerSpec, input: Shape, scale: &Scale) -> Planned {
    let size = |size| at(size, scale);
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
                return Err(sentence!(
                    "{channels}×{height}×{width} would need {wanted} numbers, not {input}",
                    channels,
                    height,
                    width,
                    wanted,
                    input = input.size()
                ));
            }
            plain(Shape::Image([channels, height, width]), 0)
        }
        LayerSpec::Flatten => plain(Shape::Flat(input.size()), 0),
        LayerSpec::Conv { .. } | LayerSpec::ConvTranspose { .. } => {
            plan_convolution(spec, input, scale)
        }
        LayerSpec::Upsample { factor, .. } => {
            let [channels, height, width] = image(input)?;
            if !(1..=16).contains(factor) {
                return Err(sentence!("a factor of {factor} is not 1 to 16", factor));
            }
            plain(Shape::Image([channels, height * factor, width * factor]), 0)
        }
        LayerSpec::Resize { to, .. } => {
            let [channels, _, _] = image(input)?;
            plain(Shape::Image([channels, size(to[0])?, size(to[1])?]), 0)
        }
        LayerSpec::BatchNorm {
            momentum,
            epsilon,
            scale_deviation,
        } => {
            if !(0.0..=1.0).contains(momentum) {
                return Err(sentence!(
                    "a momentum of {momentum} is not 0 to 1",
                    momentum
                ));
            }
            if !(scale_deviation.is_finite() && *scale_deviation >= 0.0) {
                return Err(sentence!(
                    "a scale deviation of {scale_deviation} is not a finite number of 0 or more",
                    scale_deviation
                ));
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
        LayerSpec::Dropout { rate } if !(0.0..1.0).contains(rate) => Err(sentence!(
            "a rate of {rate} is not at least 0 and below 1",
            rate
        )),
        LayerSpec::ConcatLabel => {
            let classes = scale
                .classes
                .ok_or_else(|| sentence!("the recipe says no number of classes"))?;
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
        LayerSpec::LeakyRelu { slope } if !slope.is_finite() => {
            Err(sentence!("a slope of {slope} is not finite", slope))
        }
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

fn at(size: Size, scale: &Scale) -> std::result::Result<usize, Sentence> {
    size.at(scale).ok_or_else(|| {
        let [channels, height, width] = scale.image;
        sentence!(
            "a size of {size} at width {wide} for images of {channels}×{height}×{width} is not 1 to 2^20",
            size = size.to_string(),
            wide = scale.width,
            channels,
            height,
            width
        )
    })
}

fn plan_convolution(spec: &LayerSpec, input: Shape, scale: &Scale) -> Planned {
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
    let out = at(*out, scale)?;
    init.check()?;
    for (what, value) in [("kernel", *kernel), ("stride", *stride)] {
        if !(1..=LARGEST_WINDOW).contains(&value) {
            return Err(sentence!(
                "a {what} of {value} is not 1 to {most}",
                what = term(what),
                value,
                most = LARGEST_WINDOW
            ));
        }
    }
    if let Padding::Even(side) = padding
        && *side > LARGEST_WINDOW
    {
        return Err(sentence!(
            "padding of {side} is more than {most}",
            side,
            most = LARGEST_WINDOW
        ));
    }
    if let Padding::Sides(sides) = padding
        && sides.iter().any(|side| *side > LARGEST_WINDOW)
    {
        return Err(sentence!(
            "padding of {sides} is more than {most}",
            sides = format!("{sides:?}"),
            most = LARGEST_WINDOW
        ));
    }
    let window = |axis: usize, pixels: usize| match spec {
        LayerSpec::ConvTranspose { output, .. } => {
            let output = output.map(|sides| at(sides[axis], scale)).transpose()?;
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
    let kernels = [kernel, kernel, out]
        .into_iter()
        .fold(inputs, u64::saturating_mul);
    kernels.saturating_add(if bias { out } else { 0 })
}

fn vector(input: Shape) -> std::result::Result<usize, Sentence> {
    match input {
        Shape::Flat(features) => Ok(features),
        Shape::Image(_) => Err(sentence!("it needs a vector; put a flatten before it")),
    }
}

fn image(input: Shape) -> std::result::Result<[usize; 3], Sentence> {
    match input {
        Shape::Image(dims) => Ok(dims),
        Shape::Flat(_) => Err(sentence!("it needs an image; put a reshape before it")),
    }
}

fn positive_epsilon(epsilon: f64) -> std::result::Result<(), Sentence> {
    if epsilon.is_finite() && epsilon > 0.0 {
        Ok(())
    } else {
        Err(sentence!("an epsilon of {epsilon} is not above 0", epsilon))
    }
}
