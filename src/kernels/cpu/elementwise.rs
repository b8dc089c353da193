//! Elementwise operations and reductions. Each is compiled for every vector width and runs in the
//! widest that the processor turns out to have.

use super::simd::vectorised;
use crate::kernels::{Activation, AdamStep};

/// x → activation(x), in place.
pub fn activate(values: &mut [f32], activation: Activation) {
    match activation {
        Activation::Identity => {}
        Activation::Relu => vectorised(
            #[inline(always)]
            || map_in_place(values, relu),
        ),
        Activation::LeakyRelu { slope } => {
            vectorised(
                #[inline(always)]
                || map_in_place(values, |x| leaky_relu(x, x, slope)),
            );
        }
        Activation::Tanh => vectorised(
            #[inline(always)]
            || map_in_place(values, tanh),
        ),
        Activation::Sigmoid => vectorised(
            #[inline(always)]
            || map_in_place(values, sigmoid),
        ),
    }
}

/// x → activation(x + bias), in place.
pub fn add_bias_and_activate(values: &mut [f32], bias: f32, activation: Activation) {
    match activation {
        Activation::Identity => vectorised(
            #[inline(always)]
            || map_in_place(values, |x| x + bias),
        ),
        Activation::Relu => vectorised(
            #[inline(always)]
            || map_in_place(values, |x| relu(x + bias)),
        ),
        Activation::LeakyRelu { slope } => vectorised(
            #[inline(always)]
            || map_in_place(values, |x| leaky_relu(x + bias, x + bias, slope)),
        ),
        Activation::Tanh => vectorised(
            #[inline(always)]
            || map_in_place(values, |x| tanh(x + bias)),
        ),
        Activation::Sigmoid => vectorised(
            #[inline(always)]
            || map_in_place(values, |x| sigmoid(x + bias)),
        ),
    }
}

/// x → x · sigmoid(x), in place.
pub fn silu(values: &mut [f32]) {
    vectorised(
        #[inline(always)]
        || map_in_place(values, |x| x * sigmoid(x)),
    );
}

/// The epilogue of a convolution: adds the bias to each channel of an image of so many pixels, and
/// activates it.
pub fn epilogue(image: &mut [f32], bias: Option<&[f32]>, pixels: usize, activation: Activation) {
    match bias {
        None => activate(image, activation),
        Some(bias) if pixels == 1 => {
            add(image, bias);
            activate(image, activation);
        }
        Some(bias) => {
            for (plane, &bias) in image.chunks_exact_mut(pixels).zip(bias) {
                add_bias_and_activate(plane, bias, activation);
            }
        }
    }
}

/// Turns the gradient after an activation into the one before it, in place; `y` is the activation's output.
pub fn activation_gradient(gradient: &mut [f32], y: &[f32], activation: Activation) {
    match activation {
        Activation::Identity => {}
        Activation::Relu => {
            vectorised(
                #[inline(always)]
                || zip_in_place(gradient, y, |g, y| select(y > 0.0, g, 0.0)),
            );
        }
        Activation::LeakyRelu { slope } => {
            vectorised(
                #[inline(always)]
                || zip_in_place(gradient, y, |g, y| leaky_relu(g, y, slope)),
            );
        }
        Activation::Tanh => vectorised(
            #[inline(always)]
            || zip_in_place(gradient, y, |g, y| g * (1.0 - y * y)),
        ),
        Activation::Sigmoid => vectorised(
            #[inline(always)]
            || zip_in_place(gradient, y, |g, y| g * y * (1.0 - y)),
        ),
    }
}

pub fn sum(values: &[f32]) -> f64 {
    let [sum] = vectorised(
        #[inline(always)]
        || reduce(values, values, |value, _| [value]),
    );
    sum
}

pub fn dot(values: &[f32], others: &[f32]) -> f32 {
    let [sum] = vectorised(
        #[inline(always)]
        || reduce(values, others, |value, other| [value * other]),
    );
    sum as f32
}

/// The sum of `values`, and their dot product with `others − centre`.
pub fn sum_and_centred_dot(values: &[f32], others: &[f32], centre: f32) -> [f64; 2] {
    vectorised(
        #[inline(always)]
        || {
            reduce(values, others, |value, other| {
                [value, value * (other - centre)]
            })
        },
    )
}

/// The sum of `(value − centre)²`.
pub fn squared_deviations(values: &[f32], centre: f32) -> f64 {
    let [sum] = vectorised(
        #[inline(always)]
        || {
            reduce(values, values, |value, _| {
                [(value - centre) * (value - centre)]
            })
        },
    );
    sum
}

/// Sums of terms: in 16 lanes of f32, and every 256 terms in f64. Batch norm's gradients nearly cancel,
/// and show every digit that a mean has lost.
#[inline(always)]
fn reduce<const N: usize>(
    values: &[f32],
    others: &[f32],
    terms: impl Fn(f32, f32) -> [f32; N],
) -> [f64; N] {
    const LANES: usize = 16;
    let mut total = [0.0; N];
    for (values, others) in values.chunks(16 * LANES).zip(others.chunks(16 * LANES)) {
        let mut lanes = [[0.0f32; LANES]; N];
        let (chunks, rest) = values.as_chunks::<LANES>();
        let (other_chunks, other_rest) = others.as_chunks::<LANES>();
        for (chunk, other) in chunks.iter().zip(other_chunks) {
            for lane in 0..LANES {
                for (lanes, term) in lanes.iter_mut().zip(terms(chunk[lane], other[lane])) {
                    lanes[lane] += term;
                }
            }
        }
        for (lane, (value, other)) in rest.iter().zip(other_rest).enumerate() {
            for (lanes, term) in lanes.iter_mut().zip(terms(*value, *other)) {
                lanes[lane] += term;
            }
        }
        for (total, lanes) in total.iter_mut().zip(lanes) {
            *total += lanes.iter().map(|&lane| f64::from(lane)).sum::<f64>();
        }
    }
    total
}

/// `to = (from − centre) · scale + shift`.
pub fn affine(to: &mut [f32], from: &[f32], [centre, scale, shift]: [f32; 3]) {
    vectorised(
        #[inline(always)]
        || zip_in_place(to, from, |_, x| (x - centre) * scale + shift),
    );
}

/// Batch norm's input gradient: `to = (to − mean − (x − centre) · slope) · scale`.
pub fn batch_norm_input_gradient(
    to: &mut [f32],
    x: &[f32],
    [mean, centre, slope, scale]: [f32; 4],
) {
    vectorised(
        #[inline(always)]
        || zip_in_place(to, x, |g, x| (g - mean - (x - centre) * slope) * scale),
    );
}

/// One step of Adam, in place.
pub fn adam(
    weight: &mut [f32],
    gradient: &[f32],
    [first_moment, second_moment]: [&mut [f32]; 2],
    step: AdamStep,
) {
    let AdamStep {
        beta1,
        one_minus_beta1,
        beta2,
        one_minus_beta2,
        decay_factor,
        step_size,
        inverse_sqrt_correction2,
        epsilon,
    } = step;
    vectorised(
        #[inline(always)]
        || {
            for (((weight, g), m), v) in weight
                .iter_mut()
                .zip(gradient)
                .zip(&mut *first_moment)
                .zip(&mut *second_moment)
            {
                *m = *m * beta1 + g * one_minus_beta1;
                *v = *v * beta2 + g * g * one_minus_beta2;
                *weight = *weight * decay_factor
                    - *m * step_size / (v.sqrt() * inverse_sqrt_correction2 + epsilon);
            }
        },
    );
}

/// Linear interpolation: `a += (b − a) · share`.
pub fn lerp(a: &mut [f32], b: &[f32], share: f32) {
    vectorised(
        #[inline(always)]
        || zip_in_place(a, b, |a, b| a + (b - a) * share),
    );
}

/// `a += b`.
pub fn add(a: &mut [f32], b: &[f32]) {
    vectorised(
        #[inline(always)]
        || zip_in_place(a, b, |a, b| a + b),
    );
}

#[inline(always)]
fn map_in_place(values: &mut [f32], function: impl Fn(f32) -> f32) {
    for value in values {
        *value = function(*value);
    }
}

#[inline(always)]
fn zip_in_place(values: &mut [f32], others: &[f32], function: impl Fn(f32, f32) -> f32) {
    for (value, other) in values.iter_mut().zip(others) {
        *value = function(*value, *other);
    }
}

/// Not `max`, which WebAssembly has no vector instruction for, and which turns NaN into 0.
#[inline(always)]
fn relu(x: f32) -> f32 {
    select(x < 0.0, 0.0, x)
}

/// `x`, or `x · slope` where `by` is not positive.
#[inline(always)]
fn leaky_relu(x: f32, by: f32, slope: f32) -> f32 {
    select(by > 0.0, x, x * slope)
}

/// Not `if`: where one arm leaves a number unchanged, compilers store only the others, one by one or
/// under a mask, which takes some processors ten times as long.
#[inline(always)]
fn select(condition: bool, one: f32, other: f32) -> f32 {
    std::hint::select_unpredictable(condition, one, other)
}

#[inline(always)]
fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// The rational approximation of Eigen and XLA: within a few ulps, and unlike a library's function a
/// loop over it is vectorised.
#[inline(always)]
fn tanh(x: f32) -> f32 {
    const ODD: [f32; 7] = [
        -2.760_768_5e-16,
        2.000_188e-13,
        -8.604_672e-11,
        5.122_297e-8,
        1.485_722_4e-5,
        6.372_619_3e-4,
        4.893_524_6e-3,
    ];
    const EVEN: [f32; 4] = [1.198_258_4e-6, 1.185_347_1e-4, 2.268_434_6e-3, 4.893_525e-3];
    // Beyond, it is ±1 to the last bit. NaN stays NaN.
    let x = if x > 7.905_311 { 7.905_311 } else { x };
    let x = if x < -7.905_311 { -7.905_311 } else { x };
    let square = x * x;
    let mut odd = ODD[0];
    for coefficient in &ODD[1..] {
        odd = odd * square + coefficient;
    }
    let mut even = EVEN[0];
    for coefficient in &EVEN[1..] {
        even = even * square + coefficient;
    }
    x * odd / even
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tanh_is_that_of_libm() {
        for step in -4000..=4000 {
            let x = step as f32 / 400.0;
            let mut values = [x];
            activate(&mut values, Activation::Tanh);
            let difference = (values[0] - libm::tanhf(x)).abs();
            assert!(difference < 4e-7, "{x}: {} {}", values[0], libm::tanhf(x));
        }
        let mut values = [f32::NAN];
        activate(&mut values, Activation::Tanh);
        assert!(values[0].is_nan());
    }
}
