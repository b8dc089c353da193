//! Readings of bare state dicts.

use super::{Given, Statement, drawn, safetensors_of, stated};
use crate::Result;
use crate::import::{Proposal, proposals};

fn proposed(bytes: &[u8], stated: &Statement) -> Result<Vec<Proposal>> {
    let file = Given {
        name: "file",
        bytes,
    };
    proposals(&[file], None, stated)
}

/// What each assumes, for a failing test to print.
fn listed(all: &[Proposal]) -> String {
    let lines = all
        .iter()
        .map(|one| format!("{:.4} {}\n", one.score, one.assumed));
    lines.collect()
}

/// Convolutions two of which could change places.
fn without_order() -> Vec<u8> {
    let shapes: [(&str, &[usize]); 4] = [
        ("in.weight", &[4, 8, 4, 4]),
        ("mid.weight", &[8, 8, 4, 4]),
        ("up.weight", &[8, 8, 4, 4]),
        ("out.weight", &[8, 3, 4, 4]),
    ];
    let mut tensors = drawn(&shapes, 3);
    for value in tensors.iter_mut().flat_map(|(_, _, values)| values) {
        *value = (*value - 0.55) * 0.4;
    }
    safetensors_of(&tensors)
}

#[test]
fn every_proposal_is_a_spec_and_the_best_comes_first() {
    let bytes = without_order();
    assert!(stated(&bytes, None, &Statement::default()).is_err());
    let all = proposed(&bytes, &Statement::default()).unwrap();
    let list = listed(&all);
    assert!(
        list.contains("in the order “in”, “mid”, “up”, “out”"),
        "{list}"
    );
    assert!(
        list.contains("in the order “in”, “up”, “mid”, “out”"),
        "{list}"
    );
    assert!(
        all.is_sorted_by(|one, other| one.score >= other.score),
        "{list}"
    );
    for one in &all {
        let json = one.statement.to_json();
        let read = Statement::from_json("spec", &json).unwrap();
        let imported = stated(&bytes, None, &read).unwrap();
        assert_eq!(imported.model.header.generator, one.model.header.generator);
        assert_eq!(imported.model.header.image, one.model.header.image);
        assert!(imported.model.tensors == one.model.tensors, "{json}");
    }
    let again = proposed(&bytes, &Statement::default()).unwrap();
    assert_eq!(list, listed(&again));
}

#[test]
fn what_is_stated_is_not_tried() {
    let bytes = without_order();
    let all = proposed(&bytes, &Statement::default()).unwrap();
    let why = proposed(&bytes, &all[0].statement)
        .err()
        .unwrap()
        .to_string();
    assert!(why.contains("the spec states its layers already"), "{why}");
}
