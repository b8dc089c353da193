//! What somebody may have meant by an unknown name.

/// How alike (Jaro and Winkler, 0 to 1) a name must be to be suggested.
const LIKE: f64 = 0.7;

/// The one of `names` that is most like `name`, if one is at all.
pub fn nearest<'a>(name: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likenesses = names
        .into_iter()
        .map(|known| (strsim::jaro_winkler(name, known), known));
    likenesses
        .filter(|(likeness, _)| *likeness > LIKE)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, known)| known)
}
