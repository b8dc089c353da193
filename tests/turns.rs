//! Steps of one network while the other stands still, on the CPU backend.

use burn::tensor::Device;
use ganvas::data::DataSet;
use ganvas::network::NamedTensor;
use ganvas::recipe::preset;
use ganvas::training::{StepReport, Training, Turn};
use ganvas::training::{checkpoint_file, open_checkpoint};
use pollster::block_on;
use std::sync::Arc;

/// With batch norm; with dropout, joint batches and a discriminator that the generator's updates move; with
/// spectral norm and several updates a step.
const RECIPES: [&str; 3] = ["dcgan-mnist", "keras-dcgan", "sngan-32"];

fn digits() -> Arc<DataSet> {
    Arc::new(DataSet::drawn_digits(1))
}

fn training(name: &str) -> Training {
    let mut recipe = preset(name).unwrap();
    (recipe.width, recipe.batch) = (1, 4);
    Training::new(recipe, digits(), 3, &Device::flex()).unwrap()
}

fn steps(training: &mut Training, turn: Turn, count: usize) -> Vec<StepReport> {
    block_on(training.next_of(turn, count)).unwrap()
}

/// The part of a state that has this name.
fn part(training: &Training, name: &str) -> Vec<NamedTensor> {
    let mut state = block_on(training.state()).unwrap();
    state.retain(|tensor| tensor.name.starts_with(&format!("{name}.")));
    state
}

#[test]
fn who_stands_still_does_not_change_in_the_least() {
    let networks = ["generator", "averaged", "discriminator"];
    for name in RECIPES {
        for (turn, changes) in [
            (Turn::Discriminator, [false, false, true]),
            (Turn::Generator, [true, true, false]),
        ] {
            let mut training = training(name);
            steps(&mut training, Turn::Both, 1);
            let before = networks.map(|network| part(&training, network));
            let counters = training.counters();
            steps(&mut training, turn, 1);
            let after = networks.map(|network| part(&training, network));
            let changed = [0, 1, 2].map(|at| before[at] != after[at]);
            assert_eq!(changed, changes, "{name}, {turn:?}");
            let now = training.counters();
            let of_generator = now.generator_updates > counters.generator_updates;
            let of_discriminator = now.discriminator_updates > counters.discriminator_updates;
            assert_eq!([of_generator, of_discriminator], [changes[0], changes[2]]);
            assert_eq!(now.step, counters.step + 1);
        }
    }
}

#[test]
fn a_loss_is_measured_where_nobody_learns_from_it() {
    for name in RECIPES.into_iter().chain(["wgan-gp-32"]) {
        let reports = [Turn::Both, Turn::Discriminator, Turn::Generator].map(|turn| {
            let mut training = training(name);
            steps(&mut training, Turn::Both, 1);
            steps(&mut training, turn, 1).remove(0)
        });
        let [both, of_discriminator, of_generator] = reports;
        let schedule = preset(name).unwrap().schedule;
        // The discriminator learns first, and then the generator's first update meets the same one.
        if schedule.generator_updates == 1 {
            assert_eq!(of_discriminator, both, "{name}");
        }
        assert_eq!(of_generator.penalty, None, "{name}");
        if schedule.discriminator_updates_in(1) == 1 {
            let of = |report: &StepReport| [report.d_loss_real, report.d_loss_fake, report.d_real];
            assert_eq!(of(&of_generator), of(&both), "{name}");
        }
        assert_ne!(of_generator.g_loss, both.g_loss, "{name}");
    }
}

#[test]
fn a_training_goes_on_exactly_after_any_turns() {
    for name in RECIPES {
        for turns in [
            [Turn::Discriminator, Turn::Generator],
            [Turn::Generator, Turn::Generator],
        ] {
            let mut whole = training(name);
            for turn in turns {
                steps(&mut whole, turn, 1);
            }
            let file = block_on(checkpoint_file(&whole)).unwrap();
            let checkpoint = open_checkpoint("saved", &file).unwrap();
            let mut resumed = checkpoint.resume(digits(), &Device::flex()).unwrap();
            let [expected, found] = [&mut whole, &mut resumed].map(|one| steps(one, Turn::Both, 1));
            assert_eq!(found, expected, "{name}, {turns:?}");
            let files = [&whole, &resumed].map(|one| block_on(checkpoint_file(one)).unwrap());
            assert!(files[0] == files[1], "{name}, {turns:?}");
        }
    }
}

#[test]
fn a_turn_has_a_name() {
    let names = ["both", "discriminator", "generator"];
    let turns = names.map(|name| Turn::named(name).unwrap());
    assert_eq!(turns, [Turn::Both, Turn::Discriminator, Turn::Generator]);
    let error = Turn::named("nobody").unwrap_err().to_string();
    assert!(
        error.contains("nobody") && error.contains("both, discriminator"),
        "{error}"
    );
}
