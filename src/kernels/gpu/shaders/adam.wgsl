// An update by Adam: weights, and behind them the means of their gradients and of the squares.

fn move_on(place: u32, g: f32) {
    // Keep and take of the mean, keep and take of the square; keep of the weight, rate, root, epsilon.
    let followed = how.numbers[0];
    let step = how.numbers[1];
    let at_mean = place + how.size.z;
    let at_square = at_mean + how.size.z;
    let m = old[at_mean] * followed.x + g * followed.y;
    let s = old[at_square] * followed.z + g * g * followed.w;
    next[at_mean] = m;
    next[at_square] = s;
    next[place] = old[place] * step.x - step.y * m / (sqrt(s) * step.z + step.w);
}
