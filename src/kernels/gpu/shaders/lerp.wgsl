// a + (b − a) · share; exactly b where the share is 1.

fn update(index: u32, b: f32) {
    let share = params.step[0].x;
    if (share == 1.0) {
        next[index] = b;
    } else {
        let a = old[index];
        next[index] = a + (b - a) * share;
    }
}
