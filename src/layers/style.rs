//! A style-based generator (Karras et al. 2019): a mapping network, and a synthesis that goes by what it
//! makes of the latent.

use super::form::form;
use super::checks::{vector};
use super::{Around, At, Layer, LayerSpec, Mixing, NetworkSpec, PlannedLayer, Run, sequence};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::Shape;

/// What `mapping` makes of the input is the style of the modulated convolutions in `synthesis`, which comes
/// out. The synthesis begins with the input, too; a constant leaves it there.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// From latent to style.
    pub mapping: NetworkSpec,
    /// From style to image.
    pub synthesis: NetworkSpec,
}

form!(Style { mapping, synthesis });

impl Layer for Style {
    fn join(&self, ends: &[Shape], branches: &[Vec<PlannedLayer>]) -> Result<Shape, Sentence> {
        let [mapping, synthesis] = ends else {
            unreachable!("it has two branches");
        };
        let made = vector(*mapping)?;
        let all = branches[1].iter().flat_map(PlannedLayer::all);
        for layer in all {
            let LayerSpec::ModulatedConv(conv) = &layer.spec else {
                continue;
            };
            let wanted = conv.style.at(&layer.scale);
            if wanted != Some(made) {
                return Err(sentence!(
                    "its mapping makes a style of {made} numbers, but a modulated convolution of its \
                     synthesis takes {wanted}",
                    made,
                    wanted = wanted.unwrap_or_default()
                ));
            }
        }
        Ok(*synthesis)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let style = sequence::forward_branch(x.clone(), 0, at.around, at, run);
        if let Some(mixing) = run.mixing.take() {
            let other = sequence::forward_branch(mixing.other, 0, at.around, at, run);
            run.mixing = Some(Mixing { other, ..mixing });
        }
        let around = Around {
            style: Some(&style),
            ..at.around
        };
        sequence::forward_branch(x, 1, around, at, run)
    }

    /// None that could be of use: see [`Layer::why_no_vjp`].
    fn vjp<T: Ops>(&self, x: T, _: T, _: &At<'_, T>) -> T {
        x
    }

    fn why_no_vjp(&self) -> Option<Sentence> {
        Some(sentence!(
            "goes by a style, and a gradient penalty cannot be taken through it"
        ))
    }
}
