//! How often something happens in a training: every so many steps, or epochs.

use ganvas::training::Training;
use std::str::FromStr;

/// Between which epochs can be told apart in a 64-bit number.
const EPOCHS: std::ops::RangeInclusive<f64> = 1e-6..=1e12;

/// A distance in training; 0 is never.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Every {
    Steps(u64),
    Epochs(f64),
}

impl FromStr for Every {
    type Err = String;

    /// `100`, `1epoch`, `0.5epochs`.
    fn from_str(text: &str) -> Result<Self, String> {
        let expected = || "expected steps, as 100, or epochs, as 1epoch or 0.5epochs".to_owned();
        let epochs = text
            .strip_suffix("epochs")
            .or_else(|| text.strip_suffix("epoch"));
        let Some(epochs) = epochs else {
            return text.parse().map(Self::Steps).map_err(|_| expected());
        };
        match epochs.trim_end().parse() {
            Ok(epochs) if epochs == 0.0 || EPOCHS.contains(&epochs) => Ok(Self::Epochs(epochs)),
            _ => Err(expected()),
        }
    }
}

impl Every {
    /// The step at which it happens next, from where the training is: counted from its very start,
    /// so that a resumed training does the same.
    pub fn next(self, training: &Training) -> u64 {
        let step = training.step();
        match self {
            Self::Steps(0) => u64::MAX,
            Self::Steps(steps) => (step / steps + 1).saturating_mul(steps),
            Self::Epochs(epochs) if epochs <= 0.0 => u64::MAX,
            Self::Epochs(epochs) => training.next_step_of(epochs),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use burn::tensor::Device;
    use ganvas::data::DataSet;
    use ganvas::recipe::preset;
    use std::sync::Arc;

    #[test]
    fn steps_and_epochs_are_told_apart() {
        for (text, every) in [
            ("100", Every::Steps(100)),
            ("0", Every::Steps(0)),
            ("1epoch", Every::Epochs(1.0)),
            ("2epochs", Every::Epochs(2.0)),
            ("0.5 epochs", Every::Epochs(0.5)),
        ] {
            assert_eq!(text.parse(), Ok(every), "{text}");
        }
        for text in [
            "",
            "epoch",
            "-1epochs",
            "infepochs",
            "NaNepochs",
            "1e-320epochs",
            "1e300epochs",
            "1.5",
            "-1",
            "1day",
        ] {
            let error = text.parse::<Every>().unwrap_err();
            assert!(error.contains("1epoch"), "{text}: {error}");
        }
    }

    /// 10 images in batches of 3 are 3 batches, so 1.5 steps of two discriminator updates.
    fn training() -> Training {
        let mut recipe = preset("mlp-gan").unwrap();
        (recipe.width, recipe.batch) = (1, 3);
        recipe.schedule.discriminator_updates = 2;
        let data = DataSet::drawn_digits(1).limited(10).unwrap();
        Training::new(recipe, Arc::new(data), 1, &Device::flex()).unwrap()
    }

    /// The steps at which it happens, from the start on.
    fn stops(every: Every, steps: u64) -> Vec<u64> {
        let mut training = training();
        let mut stops = Vec::new();
        while training.step() < steps {
            let next = every.next(&training);
            assert!(next > training.step());
            training.advance(1);
            if training.step() == next {
                stops.push(next);
            }
        }
        stops
    }

    #[test]
    fn an_epoch_ends_with_the_step_that_completes_it() {
        assert_eq!(stops(Every::Steps(4), 9), [4, 8]);
        assert_eq!(stops(Every::Epochs(1.0), 9), [2, 3, 5, 6, 8, 9]);
        assert_eq!(stops(Every::Epochs(2.0), 9), [3, 6, 9]);
        // Three periods in a step are one stop.
        assert_eq!(stops(Every::Epochs(0.25), 4), [1, 2, 3, 4]);
        assert_eq!(stops(Every::Epochs(0.0), 4), [0; 0]);
        assert_eq!(stops(Every::Steps(0), 4), [0; 0]);
    }
}
