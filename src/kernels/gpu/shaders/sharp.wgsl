// The activations made of two straight lines, by the slope of the left one: 1 is the identity's, 0
// the rectifier's.

fn activate(x: vec4<f32>, slope: f32) -> vec4<f32> {
    return select(x, slope * x, x <= vec4<f32>(0.0));
}
