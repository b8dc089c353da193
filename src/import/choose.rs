//! Which part of a checkpoint is the generator.

use super::array::Found;
use super::parameters::Named;

/// Whether a name speaks of a generator.
pub(super) fn is_generator(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let words = ["gen", "netg", "g_ema", "g_model", "decoder"];
    let exact = [
        "g",
        "ema",
        "g_state_dict",
        "state_dict_g",
        "model_g",
        "params_ema",
    ];
    (words.iter().any(|word| name.contains(word)) || exact.contains(&name.as_str()))
        && !is_discriminator(&name)
}

fn is_discriminator(name: &str) -> bool {
    let words = ["disc", "critic", "netd", "optim", "encoder"];
    words.iter().any(|word| name.contains(word))
}

/// Of parts with these names, the one to import, and what is to be said of that.
pub(super) fn pick(names: &[String]) -> Found<(usize, Option<String>)> {
    if names.len() == 1 {
        return Ok((0, None));
    }
    let fits =
        |name: &String| is_generator(name.rsplit('.').next().unwrap_or(name)) || is_generator(name);
    let fitting: Vec<usize> = (0..names.len())
        .filter(|&index| fits(&names[index]))
        .collect();
    if let [only] = fitting[..] {
        let note = format!("of {}, “{}” is the generator", listed(names), names[only]);
        return Ok((only, Some(note)));
    }
    Err(format!(
        "it holds several networks, {}: pick one with --key",
        listed(names)
    ))
}

fn listed(names: &[String]) -> String {
    let some: Vec<String> = names
        .iter()
        .take(8)
        .map(|name| format!("“{name}”"))
        .collect();
    some.join(", ") + if names.len() > 8 { " …" } else { "" }
}

/// Takes off what wrappers put before every name.
pub(super) fn unwrapped(name: &str) -> &str {
    let mut name = name;
    while let Some(rest) = ["module.", "_orig_mod.", "_forward_module."]
        .iter()
        .find_map(|prefix| name.strip_prefix(prefix))
    {
        name = rest;
    }
    name
}

/// Of one dictionary of tensors, those that are the generator's: all under `key`, if there is
/// one; else, where first names tell several networks apart, those of the generator.
pub(super) fn part(tensors: Vec<Named>, key: Option<&str>) -> Found<(Vec<Named>, Option<String>)> {
    let mut tensors = tensors;
    for tensor in &mut tensors {
        tensor.name = unwrapped(&tensor.name).to_owned();
    }
    if let Some(key) = key {
        let prefix = format!("{key}.");
        let is_inside = |tensor: &Named| tensor.name.starts_with(&prefix);
        if !tensors.iter().any(is_inside) {
            let names = first_names(&tensors);
            return Err(format!(
                "it has nothing under “{key}”; it has {}",
                listed(&names)
            ));
        }
        tensors.retain(is_inside);
        return Ok((tensors, None));
    }
    let names = first_names(&tensors);
    if names.len() < 2
        || !names
            .iter()
            .any(|name| is_discriminator(&name.to_ascii_lowercase()))
    {
        return Ok((tensors, None));
    }
    let (chosen, note) = pick(&names)?;
    let prefix = format!("{}.", names[chosen]);
    tensors.retain(|tensor| tensor.name.starts_with(&prefix));
    Ok((tensors, note))
}

fn first_names(tensors: &[Named]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for tensor in tensors {
        let first = tensor.name.split('.').next().unwrap_or_default();
        if !names.iter().any(|name| name == first) {
            names.push(first.to_owned());
        }
    }
    names
}
