//! Checkpoints: the generator among all that programs put beside it.

use super::pickles::{Item, saved};
use super::{
    Tensor, assert_same, assumed, dcgan, discriminator, opened, refusal, safetensors_of, state_dict,
};

fn alone() -> super::Import {
    opened(&saved(&state_dict(&dcgan(1))), None)
}

fn noise() -> Item {
    Item::Tensor(vec![64, 6, 1, 1], vec![0.5; 64 * 6])
}

/// An optimiser's state, whose tensors are of no layer.
fn optimiser() -> Item {
    let first = Item::of([
        ("step", Item::Tensor(vec![], vec![3.0])),
        (
            "exp_avg",
            Item::Tensor(vec![6, 16, 4, 4], vec![0.0; 6 * 16 * 16]),
        ),
    ]);
    Item::of([
        ("state", Item::of([("0", first)])),
        (
            "param_groups",
            Item::List(vec![Item::of([("lr", Item::Real(2e-4))])]),
        ),
    ])
}

fn with_prefix(prefix: &str, tensors: Vec<Tensor>) -> Vec<Tensor> {
    let renamed = tensors.into_iter();
    renamed
        .map(|(name, dims, values)| (format!("{prefix}{name}"), dims, values))
        .collect()
}

#[test]
fn strangers_of_every_kind_may_lie_beside_the_generator() {
    let attributes = vec![
        ("nz".to_owned(), Item::Whole(6)),
        ("noise".to_owned(), noise()),
    ];
    let checkpoint = Item::of([
        ("epoch", Item::Whole(12)),
        ("fixed_noise", noise()),
        ("args", Item::Object("argparse", "Namespace", attributes)),
        ("losses", Item::List(vec![Item::Real(0.5), Item::Real(0.25)])),
        // numpy's scalar, of which nothing is run.
        ("fid", Item::Operations(b"cnumpy._core.multiarray\nscalar\ncnumpy\ndtype\nX\x02\x00\x00\x00f8\x89\x88\x87RC\x08abcdefgh\x86R".to_vec())),
        ("netG", state_dict(&dcgan(1))),
        ("netD", state_dict(&discriminator())),
        ("optG", optimiser()),
        ("history", Item::List(vec![noise(), noise()])),
    ]);
    let found = opened(&saved(&checkpoint), None);
    assert_same(&found, &alone());
    let said = assumed(&found);
    assert!(
        said.contains("of “netG”, “netD”, “netG” is the generator"),
        "{said}"
    );
    assert_same(&opened(&saved(&checkpoint), Some("netG")), &alone());
}

#[test]
fn a_tensor_of_no_layer_beside_the_layers_is_left_out_aloud() {
    let mut tensors = dcgan(1);
    tensors.insert(2, ("fixed_noise".to_owned(), vec![2, 6], vec![0.0; 12]));
    tensors.push(("n_averaged".to_owned(), vec![], vec![7.0]));
    for bytes in [saved(&state_dict(&tensors)), safetensors_of(&tensors)] {
        let found = opened(&bytes, None);
        assert_same(&found, &alone());
        let said = assumed(&found);
        assert!(said.contains("“fixed_noise” (2×6) left out"), "{said}");
        assert!(!said.contains("n_averaged"), "{said}");
    }
}

/// What programs call the average and the weights that it is one of.
const PAIRS: [[&str; 2]; 12] = [
    ["ema_model", "online_model"],
    ["G_ema", "G"],
    ["g_ema", "g"],
    ["netG_ema", "netG"],
    ["params_ema", "params"],
    ["state_dict_ema", "state_dict"],
    ["generator_ema", "generator"],
    ["ema", "model"],
    ["GE", "G"],
    ["g_running", "generator"],
    ["generatorEMA", "generator"],
    ["averaged_model", "model"],
];

#[test]
fn the_average_is_taken_and_the_other_offered() {
    let (averaged, live) = (dcgan(1), dcgan(2));
    let other = opened(&saved(&state_dict(&live)), None);
    for [average, online] in PAIRS {
        for first in [true, false] {
            let mut parts = vec![
                (average.to_owned(), state_dict(&averaged)),
                (online.to_owned(), state_dict(&live)),
            ];
            if !first {
                parts.reverse();
            }
            parts.push(("D".to_owned(), state_dict(&discriminator())));
            parts.push(("step".to_owned(), Item::Tensor(vec![1], vec![5.0])));
            let nested = saved(&Item::Dictionary(parts));
            let flat = [
                with_prefix(&format!("{average}."), averaged.clone()),
                with_prefix(&format!("{online}."), live.clone()),
                vec![("initted".to_owned(), vec![], vec![1.0])],
            ];
            let flat = flat.concat();
            for bytes in [nested, saved(&state_dict(&flat)), safetensors_of(&flat)] {
                let found = opened(&bytes, None);
                assert!(found.model.tensors == alone().model.tensors, "{average}");
                let said = assumed(&found);
                assert!(
                    said.contains(&format!(
                        "“{average}” is the generator, an average over the training"
                    )) && said.contains(&format!("--key {online} takes the other")),
                    "{said}"
                );
                let by_key = opened(&bytes, Some(online));
                assert!(by_key.model.tensors == other.model.tensors, "{online}");
            }
        }
    }
}

#[test]
fn an_average_without_running_statistics_takes_them_from_the_network() {
    // As hand-written averages do: only what is trained.
    let is_trained = |tensor: &Tensor| !tensor.0.contains("running_");
    let average: Vec<Tensor> = dcgan(1).into_iter().filter(is_trained).collect();
    let own = |live: Tensor| {
        average
            .iter()
            .find(|own| own.0 == live.0)
            .cloned()
            .unwrap_or(live)
    };
    let mixed: Vec<Tensor> = dcgan(2).into_iter().map(own).collect();
    let expected = opened(&saved(&state_dict(&mixed)), None);
    let nested = Item::of([
        ("shadow", state_dict(&average)),
        ("netG", state_dict(&dcgan(2))),
    ]);
    let flat = [
        with_prefix("ema.", average.clone()),
        with_prefix("netG.", dcgan(2)),
    ]
    .concat();
    for bytes in [
        saved(&nested),
        saved(&state_dict(&flat)),
        safetensors_of(&flat),
    ] {
        let found = opened(&bytes, None);
        assert!(found.model.tensors == expected.model.tensors);
        let said = assumed(&found);
        assert!(
            said.contains(
                "6 tensors that the average lacks, as running statistics, are those of “netG”"
            ),
            "{said}"
        );
    }
}

#[test]
fn an_average_without_names_is_not_lost_in_silence() {
    // diffusers' EMAModel and torch-ema.
    let shadow = dcgan(2)
        .into_iter()
        .map(|(_, dims, values)| Item::Tensor(dims, values));
    let average = Item::of([
        ("decay", Item::Real(0.999)),
        ("shadow_params", Item::List(shadow.collect())),
    ]);
    let checkpoint = Item::of([("generator", state_dict(&dcgan(1))), ("ema", average)]);
    let found = opened(&saved(&checkpoint), None);
    assert_same(&found, &alone());
    let said = assumed(&found);
    assert!(
        said.contains("“ema.shadow_params” is an average without names and not read"),
        "{said}"
    );
}

#[test]
fn lightning_puts_the_average_in_the_usual_place() {
    let both = |seed| {
        let generator = with_prefix("generator.", dcgan(seed));
        state_dict(&[generator, with_prefix("discriminator.", discriminator())].concat())
    };
    let checkpoint = Item::of([("state_dict", both(1)), ("current_model_state", both(2))]);
    let found = opened(&saved(&checkpoint), None);
    assert!(found.model.tensors == alone().model.tensors);
}

#[test]
fn blocks_that_are_alike_are_no_networks() {
    // Two blocks with the same names below them, none of which is an average.
    let tensors = super::drawn(
        &[
            ("first.conv.weight", &[6, 8, 4, 4]),
            ("up1.conv.weight", &[8, 8, 4, 4]),
            ("up2.conv.weight", &[8, 8, 4, 4]),
            ("up3.conv.weight", &[8, 3, 4, 4]),
        ],
        3,
    );
    let found = opened(&saved(&state_dict(&tensors)), None);
    assert_eq!(found.statement.tensors.len(), 4);
}

#[test]
fn containers_of_every_kind_are_looked_into() {
    let networks = || vec![state_dict(&dcgan(1)), state_dict(&discriminator())];
    let list = saved(&Item::List(networks()));
    assert!(
        refusal(&list, None).contains("it holds several networks, “0”, “1”: pick one with --key")
    );
    assert_same(&opened(&list, Some("0")), &alone());
    let attributes = vec![
        ("generator".to_owned(), state_dict(&dcgan(1))),
        ("lr".to_owned(), Item::Real(0.1)),
    ];
    let object = Item::of([("run", Item::Object("types", "SimpleNamespace", attributes))]);
    assert_same(&opened(&saved(&object), None), &alone());
    assert_same(&opened(&saved(&object), Some("run.generator")), &alone());
    let mut deep = state_dict(&with_prefix("module._orig_mod.", dcgan(1)));
    for name in ["weights", "G", "networks", "checkpoint"] {
        deep = Item::of([(name, deep)]);
    }
    assert_same(&opened(&saved(&deep), None), &alone());
}

#[test]
fn what_is_no_network_is_a_sentence() {
    let loose = saved(&Item::of([
        ("fixed_noise", noise()),
        ("epoch", Item::Whole(3)),
    ]));
    assert!(
        refusal(&loose, None)
            .contains("it holds tensors, as “fixed_noise”, but none that is called as a layer's")
    );
    let loose = safetensors_of(&[("latents".to_owned(), vec![2, 2], vec![0.0; 4])]);
    assert!(refusal(&loose, None).contains("it holds tensors, as “latents” (2×2), but none"));
    let twice = Item::of([
        ("ema_999", state_dict(&dcgan(1))),
        ("ema_9999", state_dict(&dcgan(2))),
    ]);
    assert!(refusal(&saved(&twice), None).contains("several networks, “ema_999”, “ema_9999”"));
    let checkpoint = saved(&Item::of([("netG", state_dict(&dcgan(1)))]));
    assert!(
        refusal(&checkpoint, Some("netG.nothing"))
            .contains("nothing under “nothing”; it has “main”")
    );
}

#[test]
fn what_is_put_later_under_a_name_takes_its_place() {
    let mut entries = Vec::new();
    for seed in [2, 1] {
        for (name, dims, values) in dcgan(seed) {
            entries.push((name, Item::Tensor(dims, values)));
        }
    }
    assert_same(&opened(&saved(&Item::Dictionary(entries)), None), &alone());
}
