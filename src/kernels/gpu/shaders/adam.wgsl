// A step of Adam: weights, and after them their first and second moments.

fn update(index: u32, g: f32) {
    // β1, 1 − β1, β2, 1 − β2; decay factor, step size, 1 / √(1 − β2ᵗ), epsilon.
    let betas = params.step[0];
    let step = params.step[1];
    let first_moment = index + params.size.z;
    let second_moment = first_moment + params.size.z;
    let m = old[first_moment] * betas.x + g * betas.y;
    let v = old[second_moment] * betas.z + g * g * betas.w;
    next[first_moment] = m;
    next[second_moment] = v;
    next[index] = old[index] * step.x - step.y * m / (sqrt(v) * step.z + step.w);
}
