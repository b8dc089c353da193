// The piecewise linear activations, by their slope below 0: 1 is the identity, 0 is ReLU.

fn activate(x: vec4<f32>, slope: f32) -> vec4<f32> {
    return select(x, slope * x, x <= vec4<f32>(0.0));
}
