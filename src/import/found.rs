//! Results of the import's parts, and how their reasons name shapes, lists and modules.

use crate::printable::shortened;
use crate::sentence::{Fill, Filling, Sentence, enumerated, in_a_row, sentence};

/// A result of the import's parts. An error is a clause that goes behind “… cannot be imported: ”.
pub(super) type Found<T> = Result<T, Sentence>;

/// What a person picks a part with, and states what a file does not say in. Sentences have them in the
/// gaps `key` and `spec`: so a page knows which of its fields would help.
pub(super) const KEY: &str = "--key";
pub(super) const SPEC: &str = "SPEC.json";

/// Most sides, axes or numbers that a sentence lists.
const MOST_LISTED: usize = 8;

/// Most names that a sentence lists.
const MOST_NAMED: usize = 6;

/// Longest name, in characters, that a sentence has beside others.
const LONGEST_NAME: usize = 40;

/// Dimensions, as “1×28×28”; of many only the first.
pub(super) fn written(dims: &[usize]) -> Filling {
    match dims {
        [] => sentence!("one number").filling(),
        dims => joined(dims, "×"),
    }
}

/// A list of numbers or words; of many only the first.
pub(super) fn listed<T: ToString>(values: &[T]) -> Filling {
    match values {
        [] => sentence!("nothing").filling(),
        values => joined(values, ", "),
    }
}

fn joined<T: ToString>(values: &[T], between: &str) -> Filling {
    let first = values.iter().take(MOST_LISTED).map(T::to_string);
    let first = first.collect::<Vec<_>>().join(between);
    if values.len() > MOST_LISTED {
        let list = first + between;
        sentence!("{list}… ({count} in all)", list, count = values.len()).filling()
    } else {
        first.filling()
    }
}

/// A name, cut to a length that leaves room for the rest of the sentence.
pub(super) fn short(name: &str) -> String {
    shortened(name, LONGEST_NAME)
}

/// A network's or a module's name in quotation marks; an empty one is that of the top level.
pub(super) fn quoted(name: &str) -> Sentence {
    match name {
        "" => sentence!("the top"),
        name => sentence!("“{name}”", name = short(name)),
    }
}

/// A list of names in quotation marks; of many only the first.
pub(super) fn named<'a>(names: impl ExactSizeIterator<Item = &'a str>) -> Sentence {
    let is_cut = names.len() > MOST_NAMED;
    let list = enumerated(names.take(MOST_NAMED).map(quoted).collect());
    if is_cut {
        sentence!("{list} …", list)
    } else {
        list
    }
}

/// Clauses as a list, with semicolons between them because they have commas inside.
pub(super) fn in_sequence(clauses: Vec<Sentence>) -> Sentence {
    in_a_row(clauses, |first, rest| {
        sentence!("{first}; {rest}", first, rest)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(filling: Filling) -> String {
        sentence!("{filling}", filling).to_string()
    }

    #[test]
    fn long_lists_are_cut_short() {
        assert_eq!(said(written(&[])), "one number");
        assert_eq!(said(written(&[1, 28, 28])), "1×28×28");
        assert_eq!(said(written(&[1; 9])), "1×1×1×1×1×1×1×1×… (9 in all)");
        assert!(said(listed(&vec![i64::MIN; 1 << 16])).len() < 200);
        assert_eq!(said(listed::<usize>(&[])), "nothing");
    }

    #[test]
    fn names_are_quoted_and_cut_short() {
        let names = ["netG", "", "netD"];
        assert_eq!(
            named(names.into_iter()).to_string(),
            "“netG”, the top, “netD”"
        );
        let many = vec!["x".repeat(1 << 20); 100];
        let said = named(many.iter().map(String::as_str)).to_string();
        assert!(said.len() < 400 && said.ends_with("…” …"), "{said}");
        assert_eq!(named([].into_iter()).to_string(), "nothing");
    }
}
