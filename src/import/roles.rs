//! What the names in a checkpoint say about its networks: generator, average, or something else.

/// What a network is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Generator,
    /// A discriminator, an optimiser, a network that judges or encodes.
    Other,
    Unknown,
}

/// What a network's name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub role: Role,
    /// Whether its weights are an average over the training.
    pub is_average: bool,
    /// Whether they are expressly those of the last step.
    pub is_live: bool,
}

/// Words for a generator: DCGAN's netG, `gen`, lucidrains' GE, NVIDIA's Gs, the decoder of a VAE.
const GENERATOR: [&str; 12] = [
    "g",
    "gen",
    "gens",
    "generator",
    "generators",
    "netg",
    "gnet",
    "modelg",
    "decoder",
    "dec",
    "ge",
    "gs",
];
/// Words for what is no generator.
const OTHER: [&str; 18] = [
    "d",
    "dis",
    "disc",
    "discs",
    "discriminator",
    "discriminators",
    "critic",
    "critics",
    "netd",
    "dnet",
    "modeld",
    "encoder",
    "enc",
    "vgg",
    "lpips",
    "inception",
    "classifier",
    "perceptual",
];
/// Beginnings of such words.
const OTHERS: [&str; 4] = ["discrim", "optim", "sched", "loss"];
/// Words for an average: ema-pytorch's `ema_model`, StyleGAN's `G_ema`, BasicSR's `params_ema`, timm's
/// `state_dict_ema`, `g_running`, progressive GANs' `gen_shadow`, GAN stability's `generator_test`.
const AVERAGE: [&str; 15] = [
    "ema",
    "emas",
    "average",
    "averaged",
    "averaging",
    "avg",
    "swa",
    "shadow",
    "smooth",
    "smoothed",
    "running",
    "test",
    "ge",
    "gs",
    "polyak",
];
/// Words for weights of the last step: ema-pytorch's `online_model`, Lightning's `current_model_state`.
const LIVE: [&str; 3] = ["online", "current", "live"];

impl Part {
    /// What `path` says, `models.netG_ema`: the last of its names that says what the network is.
    pub fn of(path: &str) -> Self {
        let names: Vec<Vec<String>> = path.split('.').map(words).collect();
        let role = names.iter().rev().find_map(|words| role(words));
        let has = |list: &[&str]| {
            names
                .iter()
                .flatten()
                .any(|word| list.contains(&word.as_str()))
        };
        Self {
            role: role.unwrap_or(Role::Unknown),
            is_average: has(&AVERAGE),
            is_live: has(&LIVE),
        }
    }
}

fn role(words: &[String]) -> Option<Role> {
    let is_other = |word: &String| {
        OTHER.contains(&word.as_str()) || OTHERS.iter().any(|start| word.starts_with(start))
    };
    let is_generator = |word: &String| GENERATOR.contains(&word.as_str());
    if words.iter().any(is_other) {
        Some(Role::Other)
    } else {
        words.iter().any(is_generator).then_some(Role::Generator)
    }
}

/// The words of a name, small: `netG_ema` is net, g, ema. Digits at the end of a word are left out.
fn words(name: &str) -> Vec<String> {
    let letters: Vec<char> = name.chars().take(100).collect();
    let mut words = vec![String::new()];
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).map(|before| letters[before]);
        let next = letters.get(index + 1);
        let begins = letter.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase()
                    || (before.is_uppercase() && next.is_some_and(|next| next.is_lowercase()))
            });
        if begins || !letter.is_alphanumeric() {
            words.push(String::new());
        }
        if letter.is_alphanumeric()
            && let Some(word) = words.last_mut()
        {
            word.extend(letter.to_lowercase());
        }
    }
    let bare = |word: String| match word.trim_end_matches(|c: char| c.is_ascii_digit()) {
        // A single letter with a number is a layer's name.
        short if short.len() < 2 => word,
        bare => bare.to_owned(),
    };
    words
        .into_iter()
        .filter(|word| !word.is_empty())
        .map(bare)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_programs_are_understood() {
        for (path, role, is_average) in [
            ("netG", Role::Generator, false),
            ("generator.state_dict", Role::Generator, false),
            ("G_ema", Role::Generator, true),
            ("netG_A2B", Role::Generator, false),
            ("generatorEMA", Role::Generator, true),
            ("GAN.GE", Role::Generator, true),
            ("Gs", Role::Generator, true),
            ("g_running", Role::Generator, true),
            ("nets_ema.generator", Role::Generator, true),
            ("decoder", Role::Generator, false),
            ("gen2", Role::Generator, false),
            ("params_ema", Role::Unknown, true),
            ("state_dict_ema", Role::Unknown, true),
            ("model", Role::Unknown, false),
            ("agent", Role::Unknown, false),
            ("d1", Role::Unknown, false),
            ("netD", Role::Other, false),
            ("models.discriminator_ema", Role::Other, true),
            ("optimizer_G", Role::Other, false),
            ("generator_optimizer", Role::Other, false),
            ("encoder", Role::Other, false),
            ("D", Role::Other, false),
        ] {
            let part = Part::of(path);
            assert_eq!((part.role, part.is_average), (role, is_average), "{path}");
        }
        assert!(Part::of("online_model").is_live && Part::of("current_model_state").is_live);
    }
}
