//! Whose turn it is: a step of both networks, or of one while the other stands still.

use super::networks::Networks;
use crate::network::Network;
use crate::sentence::sentence;
use crate::{Error, Result};

/// Which networks learn in a step.
///
/// Every step counts as one and takes its own draws of data and latents, whoever learns in it; so a
/// training goes on with any turn after any other, and from a checkpoint as well. The network that
/// stands still stays what it is to the last bit, running statistics included. Its loss is measured
/// all the same: how it fares while the other learns is what one freezes it for. Only a penalty is
/// not, as nobody would pay it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Turn {
    /// Both, as the recipe has it.
    #[default]
    Both,
    /// The discriminator alone, in as many updates as the step has.
    Discriminator,
    /// The generator alone; the average follows it.
    Generator,
}

impl Turn {
    /// By its name: `both`, `discriminator` or `generator`.
    ///
    /// # Errors
    /// [`Error::Training`] for any other.
    pub fn named(name: &str) -> Result<Self> {
        match name {
            "both" => Ok(Self::Both),
            "discriminator" => Ok(Self::Discriminator),
            "generator" => Ok(Self::Generator),
            _ => Err(Error::Training(sentence!(
                "“{name}” cannot take a step; expected both, discriminator or generator.",
                name
            ))),
        }
    }

    /// Whether the discriminator learns.
    pub(super) fn trains_discriminator(self) -> bool {
        self != Self::Generator
    }

    /// Whether the generator learns.
    pub(super) fn trains_generator(self) -> bool {
        self != Self::Discriminator
    }
}

/// The network that stands still in a step, as it was before: passes move running statistics, and
/// some recipes have the generator's optimiser move the discriminator.
pub(super) enum Held {
    Neither,
    Generator(Network),
    Discriminator(Network),
}

impl Held {
    pub fn of(turn: Turn, networks: &Networks) -> Self {
        match turn {
            Turn::Both => Self::Neither,
            Turn::Discriminator => Self::Generator(networks.generator.clone()),
            Turn::Generator => Self::Discriminator(networks.discriminator.clone()),
        }
    }

    pub fn put_back(self, networks: &mut Networks) {
        match self {
            Self::Neither => {}
            Self::Generator(before) => networks.generator = before,
            Self::Discriminator(before) => networks.discriminator = before,
        }
    }
}
