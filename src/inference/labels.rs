//! Labels of conditional generators.

/// Appends the weights of so many classes to the features of each sample, or to its image as
/// constant channels. `sizes` are the numbers of a sample that come in, and go out.
pub(super) fn append(
    y: &mut [f32],
    x: &[f32],
    classes: &[f32],
    known: usize,
    [from, to]: [usize; 2],
) {
    let pixels = (to - from) / known;
    let samples = y.chunks_exact_mut(to).zip(x.chunks_exact(from));
    for ((y, x), weights) in samples.zip(classes.chunks_exact(known)) {
        let (features, planes) = y.split_at_mut(from);
        features.copy_from_slice(x);
        for (plane, weight) in planes.chunks_exact_mut(pixels).zip(weights) {
            plane.fill(*weight);
        }
    }
}
