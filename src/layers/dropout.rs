//! Dropout.

use super::form::form;
use super::{At, Layer, Run, ChannelAffine};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::{Scale, Shape};

/// Dropout (Srivastava et al. 2014), scaled in training so that inference does nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Dropout {
    /// Part of the numbers that becomes 0.
    pub rate: f32,
}

form!(Dropout { rate });

impl Layer for Dropout {
    fn shape(&self, input: Shape, _: &Scale) -> Result<Shape, Sentence> {
        let rate = self.rate;
        if !(0.0..1.0).contains(&rate) {
            return Err(sentence!(
                "a rate of {rate} is not at least 0 and below 1",
                rate
            ));
        }
        Ok(input)
    }

    /// In training, times a mask: 0 with probability `rate`, else 1 / (1 − rate).
    fn forward<T: Ops>(&self, x: T, _: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let Some(random) = run.random.as_mut().filter(|_| self.rate > 0.0) else {
            return x;
        };
        let kept = 1.0 / (1.0 - self.rate);
        let dims = x.dims();
        let mask = (0..dims.iter().product()).map(|_: usize| {
            if random.uniform() < self.rate {
                0.0
            } else {
                kept
            }
        });
        let mask = x.beside(mask.collect(), dims);
        x.mul(mask)
    }

    fn vjp<T: Ops>(&self, _: T, gradient: T, _: &At<'_, T>) -> T {
        gradient
    }

    fn why_no_vjp(&self) -> Option<Sentence> {
        (self.rate > 0.0).then(|| {
            sentence!(
                "makes a different random network of every pass, but the gradient penalty needs the gradient of the one that scores: leave it out"
            )
        })
    }

    fn is_by_pass(&self) -> bool {
        self.rate > 0.0
    }

    fn as_channel_affine(&self, _: &[&[f32]]) -> Option<Vec<ChannelAffine>> {
        Some(Vec::new())
    }
}
