// a + (b − a) · share; b where the share is all.

fn move_on(place: u32, b: f32) {
    let share = how.numbers[0].x;
    if (share == 1.0) {
        next[place] = b;
    } else {
        let a = old[place];
        next[place] = a + (b - a) * share;
    }
}
