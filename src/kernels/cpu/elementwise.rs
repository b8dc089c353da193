//! Loops over numbers. Each is compiled for every width of vector and run in the widest that the
//! processor turns out to have.

use super::vectors::vectorised;
use crate::kernels::{Activation, AdamStep};

/// x → activation(x), in place.
pub fn activate(values: &mut [f32], activation: Activation) {
    match activation {
        Activation::Identity => {}
        Activation::Relu => vectorised(
            #[inline(always)]
            || each(values, relu),
        ),
        Activation::LeakyRelu { slope } => {
            vectorised(
                #[inline(always)]
                || each(values, |x| leaky(x, x, slope)),
            );
        }
        Activation::Tanh => vectorised(
            #[inline(always)]
            || each(values, tanh),
        ),
        Activation::Sigmoid => vectorised(
            #[inline(always)]
            || each(values, sigmoid),
        ),
    }
}

/// x → activation(x + bias), in place.
pub fn add_and_activate(values: &mut [f32], bias: f32, activation: Activation) {
    match activation {
        Activation::Identity => vectorised(
            #[inline(always)]
            || each(values, |x| x + bias),
        ),
        Activation::Relu => vectorised(
            #[inline(always)]
            || each(values, |x| relu(x + bias)),
        ),
        Activation::LeakyRelu { slope } => vectorised(
            #[inline(always)]
            || each(values, |x| leaky(x + bias, x + bias, slope)),
        ),
        Activation::Tanh => vectorised(
            #[inline(always)]
            || each(values, |x| tanh(x + bias)),
        ),
        Activation::Sigmoid => vectorised(
            #[inline(always)]
            || each(values, |x| sigmoid(x + bias)),
        ),
    }
}

/// x → x · sigmoid(x), in place.
pub fn silu(values: &mut [f32]) {
    vectorised(
        #[inline(always)]
        || each(values, |x| x * sigmoid(x)),
    );
}

/// Adds the bias to the channels of an image of so many pixels, and activates it.
pub fn finish(image: &mut [f32], bias: Option<&[f32]>, pixels: usize, activation: Activation) {
    match bias {
        None => activate(image, activation),
        Some(bias) if pixels == 1 => {
            add(image, bias);
            activate(image, activation);
        }
        Some(bias) => {
            for (plane, &bias) in image.chunks_exact_mut(pixels).zip(bias) {
                add_and_activate(plane, bias, activation);
            }
        }
    }
}

/// The gradient before an activation whose output is `y`, in place of the one behind it.
pub fn pull_back(gradient: &mut [f32], y: &[f32], activation: Activation) {
    match activation {
        Activation::Identity => {}
        Activation::Relu => {
            vectorised(
                #[inline(always)]
                || both(gradient, y, |g, y| chosen(y > 0.0, g, 0.0)),
            );
        }
        Activation::LeakyRelu { slope } => {
            vectorised(
                #[inline(always)]
                || both(gradient, y, |g, y| leaky(g, y, slope)),
            );
        }
        Activation::Tanh => vectorised(
            #[inline(always)]
            || both(gradient, y, |g, y| g * (1.0 - y * y)),
        ),
        Activation::Sigmoid => vectorised(
            #[inline(always)]
            || both(gradient, y, |g, y| g * y * (1.0 - y)),
        ),
    }
}

/// The sum of the numbers.
pub fn sum(values: &[f32]) -> f64 {
    let [sum] = vectorised(
        #[inline(always)]
        || reduced(values, values, |value, _| [value]),
    );
    sum
}

/// The sum of the numbers' products.
pub fn dot(values: &[f32], others: &[f32]) -> f32 {
    let [sum] = vectorised(
        #[inline(always)]
        || reduced(values, others, |value, other| [value * other]),
    );
    sum as f32
}

/// The sum of the numbers, and that of their products with the others' distances from `centre`.
pub fn sums(values: &[f32], others: &[f32], centre: f32) -> [f64; 2] {
    vectorised(
        #[inline(always)]
        || {
            reduced(values, others, |value, other| {
                [value, value * (other - centre)]
            })
        },
    )
}

/// The sum of the squared distances from `centre`.
pub fn squares(values: &[f32], centre: f32) -> f64 {
    let [sum] = vectorised(
        #[inline(always)]
        || {
            reduced(values, values, |value, _| {
                [(value - centre) * (value - centre)]
            })
        },
    );
    sum
}

/// Sums of terms: 16 side by side in f32, and after so many as keep that exact, in f64. Batch norm's
/// gradients nearly cancel, and show every digit that a mean has lost.
#[inline(always)]
fn reduced<const N: usize>(
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
pub fn scaled(to: &mut [f32], from: &[f32], [centre, scale, shift]: [f32; 3]) {
    vectorised(
        #[inline(always)]
        || both(to, from, |_, x| (x - centre) * scale + shift),
    );
}

/// Batch norm's input gradient: `to = (to − mean − (x − centre) · along) · scale`.
pub fn pull_back_scaled(to: &mut [f32], x: &[f32], [mean, centre, along, scale]: [f32; 4]) {
    vectorised(
        #[inline(always)]
        || both(to, x, |g, x| (g - mean - (x - centre) * along) * scale),
    );
}

/// One update by Adam, in place.
pub fn adam(weight: &mut [f32], gradient: &[f32], [mean, square]: [&mut [f32]; 2], step: AdamStep) {
    let AdamStep {
        keep_mean,
        take_mean,
        keep_square,
        take_square,
        keep_weight,
        rate,
        root,
        epsilon,
    } = step;
    vectorised(
        #[inline(always)]
        || {
            for (((weight, g), mean), square) in weight
                .iter_mut()
                .zip(gradient)
                .zip(&mut *mean)
                .zip(&mut *square)
            {
                *mean = *mean * keep_mean + g * take_mean;
                *square = *square * keep_square + g * g * take_square;
                *weight = *weight * keep_weight - *mean * rate / (square.sqrt() * root + epsilon);
            }
        },
    );
}

/// `a += (b − a) · share`.
pub fn blend(a: &mut [f32], b: &[f32], share: f32) {
    vectorised(
        #[inline(always)]
        || both(a, b, |a, b| a + (b - a) * share),
    );
}

/// `a += b`.
pub fn add(a: &mut [f32], b: &[f32]) {
    vectorised(
        #[inline(always)]
        || both(a, b, |a, b| a + b),
    );
}

#[inline(always)]
fn each(values: &mut [f32], function: impl Fn(f32) -> f32) {
    for value in values {
        *value = function(*value);
    }
}

#[inline(always)]
fn both(values: &mut [f32], others: &[f32], function: impl Fn(f32, f32) -> f32) {
    for (value, other) in values.iter_mut().zip(others) {
        *value = function(*value, *other);
    }
}

/// Not `max`, which WebAssembly has no vectors of, and which makes 0 of a NaN.
#[inline(always)]
fn relu(x: f32) -> f32 {
    chosen(x < 0.0, 0.0, x)
}

/// `x`, or where `by` is not positive its product with the slope.
#[inline(always)]
fn leaky(x: f32, by: f32, slope: f32) -> f32 {
    chosen(by > 0.0, x, x * slope)
}

/// Not `if`: where one arm leaves a number as it is, compilers store the others alone, under a mask, which
/// takes some processors ten times as long, or one by one.
#[inline(always)]
fn chosen(condition: bool, one: f32, other: f32) -> f32 {
    std::hint::select_unpredictable(condition, one, other)
}

#[inline(always)]
fn sigmoid(x: f32) -> f32 {
    0.5 + 0.5 * tanh(0.5 * x)
}

/// The quotient of two polynomials that Eigen and XLA compute it by: within a few units of the last
/// place, and unlike a library's function a loop over it becomes vector instructions.
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
    // Beyond, it is 1 to the last place. A NaN stays one.
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
    fn tanh_is_the_librarys() {
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
