//! Files that were made to take long, or much memory.

use super::pickles::{Item, rebuilt, saved, text, zipped};
use super::{drawn, refusal, safetensors_of};
use crate::import::Statement;
use std::time::{Duration, Instant};

/// What is said to `bytes`, soon: hours, were the work not bounded, but tests share their cores.
#[track_caller]
fn soon(bytes: &[u8]) -> String {
    let begun = Instant::now();
    let said = refusal(bytes, None);
    assert!(
        begun.elapsed() < Duration::from_secs(20),
        "{:?}: {said}",
        begun.elapsed()
    );
    said
}

fn file(operations: &[u8], storages: usize) -> Vec<u8> {
    let pickle = [b"\x80\x02", operations, b"."].concat();
    let mut parts = vec![("a/data.pkl".to_owned(), pickle)];
    parts.extend((0..storages).map(|index| (format!("a/data/{index}"), vec![0; 1 << 20])));
    zipped(&parts)
}

#[test]
fn storages_are_not_read_beyond_a_budget() {
    // One number of each, far behind.
    let mut all = b"}(".to_vec();
    for index in 0..12 {
        text(&format!("l{index}.weight"), &mut all);
        all.extend(rebuilt(&index.to_string(), 90_000_000, &[1, 1], &[1, 1]));
    }
    all.push(b'u');
    let said = soon(&file(&all, 12));
    assert!(said.contains("lie in more than 805306368 bytes"), "{said}");
    // Numbers that lie nowhere at all.
    let mut far = b"}(".to_vec();
    text("l.weight", &mut far);
    far.extend(rebuilt("0", 1, &[2, 2], &[0x7fff_ffff, 0x7fff_ffff]));
    far.push(b'u');
    let said = soon(&file(&far, 1));
    assert!(
        said.contains("more than") || said.contains("beyond"),
        "{said}"
    );
}

#[test]
fn pickles_are_not_unpacked_beyond_a_budget() {
    for (name, operation) in [
        ("marks", &b"("[..]),
        ("the stack", b"N2"),
        ("the memo", b"N\x94"),
    ] {
        let mut operations = operation.to_vec();
        let last = operation[operation.len() - 1];
        operations.resize(5 << 20, last);
        let said = soon(&file(&operations, 0));
        assert!(said.contains("more than 4194304 values"), "{name}: {said}");
    }
}

#[test]
fn modules_that_share_many_attributes_are_counted() {
    let mut operations = b"}(".to_vec();
    for index in 0..200_000 {
        text(&format!("{index:06}"), &mut operations);
        operations.push(b'N');
    }
    // Kept, and made the attributes of a thousand objects.
    operations.extend(b"uq\x00}q\x01(");
    for index in 0..1000 {
        text(&format!("m{index}"), &mut operations);
        operations.extend(b"ca.b\nLinear\n)\x81h\x00b");
    }
    operations.push(b'u');
    let mut module = b"ca.b\nNet\n)\x81}(".to_vec();
    text("_modules", &mut module);
    let whole = [operations, b"0".to_vec(), module, b"h\x01ub".to_vec()].concat();
    let said = soon(&file(&whole, 0));
    assert!(said.contains("modules are more than"), "{said}");
}

#[test]
fn names_are_counted_before_they_are_compared() {
    let names: Vec<String> = (0..100_000)
        .map(|index| format!("{index:06}.weight"))
        .collect();
    let shapes: Vec<(&str, &[usize])> = names.iter().map(|name| (&**name, &[0][..])).collect();
    let said = soon(&safetensors_of(&drawn(&shapes, 1)));
    assert!(said.contains("it has 100000 tensors; the most"), "{said}");
    let said = soon(&safetensors_of(&drawn(&shapes[..30_000], 1)));
    assert!(
        said.contains("it has 30000 tensors; the most is 4096"),
        "{said}"
    );
    // Averages beside averages.
    let names: Vec<String> = (0..30_000)
        .map(|index| format!("ema{index}.a.weight"))
        .collect();
    let shapes: Vec<(&str, &[usize])> = names.iter().map(|name| (&**name, &[1][..])).collect();
    soon(&safetensors_of(&drawn(&shapes, 1)));
    let long = format!("{}.weight", "a".repeat(1 << 20));
    let said = soon(&safetensors_of(&drawn(&[(&long, &[2, 2])], 1)));
    assert!(said.contains("has a name of 1048583 bytes"), "{said}");
}

#[test]
fn more_layers_than_a_network_has_are_not_searched() {
    for (count, name) in [(4000, "deconv"), (257, "up"), (250, "x.y")] {
        let names: Vec<String> = (0..count)
            .map(|index| format!("{name}{index}.weight"))
            .collect();
        let shapes: Vec<(&str, &[usize])> = names
            .iter()
            .map(|name| (&**name, &[1, 1, 5, 5][..]))
            .collect();
        let said = soon(&safetensors_of(&drawn(&shapes, 1)));
        assert!(
            count < 257 || said.contains("layers; the most is 256"),
            "{said}"
        );
    }
    // Names without numbers, which leave every order open.
    let letters = |index: usize| {
        format!(
            "{}{}",
            (b'a' + (index / 26) as u8) as char,
            (b'a' + (index % 26) as u8) as char
        )
    };
    let names: Vec<String> = (0..200)
        .map(|index| format!("{}.weight", letters(index)))
        .collect();
    let shapes: Vec<(&str, &[usize])> = names
        .iter()
        .map(|name| (&**name, &[2, 2, 3, 3][..]))
        .collect();
    soon(&safetensors_of(&drawn(&shapes, 1)));
}

#[test]
fn a_spec_cannot_state_what_overflows() {
    let huge = u64::MAX;
    for (json, word) in [
        (
            format!(
                r#"{{"latent":{{"dimension":{huge},"distribution":{{"normal":{{"deviation":1.0}}}}}}}}"#
            ),
            "latent of",
        ),
        (
            format!(r#"{{"labels":[{}]}}"#, vec!["\"a\""; 300].join(",")),
            "300 labels",
        ),
    ] {
        let said = Statement::from_json("SPEC.json", &json)
            .unwrap_err()
            .to_string();
        assert!(
            said.starts_with("“SPEC.json” does not describe") && said.contains(word),
            "{said}"
        );
    }
    // Sizes that are possible alone, but not together.
    let tensors = drawn(&[("a.weight", &[4, 4])], 1);
    for layers in [
        r#"{"layer":"conv-transpose","out":1048576,"kernel":64},{"layer":"conv-transpose","out":1048576,"kernel":64}"#,
        r#"{"layer":"upsample","factor":16},{"layer":"upsample","factor":16},{"layer":"upsample","factor":16},{"layer":"upsample","factor":16}"#,
        r#"{"layer":"resize","to":[1048576,1048576]},{"layer":"upsample","factor":16}"#,
        r#"{"layer":"reshape","to":[1048576,1048576,1048576]}"#,
    ] {
        let json = format!(
            r#"{{"latent":{{"dimension":65536,"distribution":{{"normal":{{"deviation":1.0}}}}}},"generator":[{layers}]}}"#
        );
        let spec = Statement::from_json("SPEC.json", &json).unwrap();
        let bytes = safetensors_of(&tensors);
        let said = super::stated(&bytes, None, &spec).unwrap_err().to_string();
        assert!(
            said.contains("cannot be imported: ") && said.len() < 500,
            "{said}"
        );
    }
}

#[test]
fn what_lies_deep_is_not_looked_for() {
    let deep = [vec![b']'; 1 << 20], vec![b'a'; (1 << 20) - 1]].concat();
    soon(&saved(&Item::Operations(deep)));
}
