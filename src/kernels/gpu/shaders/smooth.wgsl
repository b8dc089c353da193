// The smooth activations: 1 is tanh, 0 is sigmoid.

fn activate(x: vec4<f32>, kind: f32) -> vec4<f32> {
    // Clamped, because some drivers' tanh overflows; NaN stays NaN.
    let tangent = select(tanh(clamp(x, vec4<f32>(-20.0), vec4<f32>(20.0))), x, x != x);
    return select(1.0 / (1.0 + exp(-x)), tangent, vec4<bool>(kind == 1.0));
}
