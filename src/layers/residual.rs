//! Residual blocks (He et al. 2015).

use super::form::form;
use super::checks::{finite};
use super::{At, Layer, NetworkSpec, PlannedLayer, Run, sequence};
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence};
use crate::spec::Shape;

/// What the body makes of the input, times `gain`, and what the shortcut makes of it, added.
#[derive(Debug, Clone, PartialEq)]
pub struct Residual {
    /// Layers of the body.
    pub body: NetworkSpec,
    /// Layers of the shortcut; the input itself where there are none.
    pub shortcut: NetworkSpec,
    /// What the body is multiplied by.
    pub gain: f64,
}

form!(Residual { body, shortcut = NetworkSpec::new(), gain = 1.0 });

impl Residual {
    fn gained<T: Ops>(&self, x: T) -> T {
        if self.gain == 1.0 {
            return x;
        }
        x.mul_scalar(self.gain)
    }
}

impl Layer for Residual {
    fn join(&self, branches: &[Shape], _: &[Vec<PlannedLayer>]) -> Result<Shape, Sentence> {
        finite("gain", self.gain)?;
        let [body, shortcut] = branches else {
            unreachable!("it has two branches");
        };
        if body != shortcut {
            return Err(sentence!(
                "its body makes {body}, its shortcut {shortcut}, and the two are to be added: let both \
                 make the same",
                body,
                shortcut
            ));
        }
        Ok(*body)
    }

    fn forward<T: Ops>(&self, x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> T {
        let mut outputs = sequence::forward_branches(x, at, run).into_iter();
        let (body, shortcut) = (outputs.next(), outputs.next());
        let (body, shortcut) = body.zip(shortcut).expect("it has two branches");
        self.gained(body).add(shortcut)
    }

    fn vjp<T: Ops>(&self, x: T, gradient: T, at: &At<'_, T>) -> T {
        let gradients = vec![self.gained(gradient.clone()), gradient];
        sequence::vjp_branches(sequence::trace_branches(x, at), gradients, at)
    }
}

#[cfg(test)]
mod tests {
    use crate::layers::reference::Reference;

    /// Its body is a PReLU of two channels, its shortcut nothing.
    #[test]
    fn it_is_that_of_pytorch() {
        // x + 0.5 · PReLU(x)
        Reference {
            layer: serde_json::from_str(
                r#"{"layer":"residual","body":[{"layer":"prelu"}],"gain":0.5}"#,
            )
            .unwrap(),
            input: [2, 1, 2],
            tensors: &[&[0.25, -0.5]],
            x: &[-2.0, 1.0, -1.0, 3.0],
            y: &[-2.25, 1.5, -0.75, 4.5],
            x_gradient: &[1.125, 3.0, 2.25, 6.0],
            tensor_gradients: &[&[-1.0, -1.5]],
        }
        .check();
    }
}
