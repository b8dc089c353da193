//! Recognising label inputs by their names.

/// Whether a name says that the input is a label. “second” does not say “cond”.
pub(super) fn is_named(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    let has = |word: &&str| lower.contains(*word);
    let mut words = lower.split(|letter: char| !letter.is_ascii_alphabetic());
    ["label", "class", "onehot", "one_hot"].iter().any(has)
        || words.any(|word| word.starts_with("cond"))
}

#[cfg(test)]
mod tests {
    use super::is_named;

    #[test]
    fn labels_are_told_by_their_names() {
        for name in [
            "label",
            "y_label",
            "classes",
            "cond",
            "input.Condition",
            "one_hot",
            "2cond",
        ] {
            assert!(is_named(name), "{name}");
        }
        for name in ["z", "c", "second_input", "noise", "seconds"] {
            assert!(!is_named(name), "{name}");
        }
    }
}
