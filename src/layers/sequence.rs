//! Layers one behind another: the networks themselves, and the branches inside a layer.

use super::{Around, At, Layer, LayerSpec, PlannedLayer, Run};
use crate::kernels::Activation;
use crate::ops::Ops;
use crate::sentence::{Sentence, sentence, term};
use crate::spec::{Scale, Shape};

/// Most layers around a layer.
pub(super) const MOST_DEPTH: usize = 8;
/// Most numbers in one sample between two layers (64 MiB of f32).
const MOST_ACTIVATIONS: usize = 1 << 24;
/// Most weights in a network (256 MiB of f32; training holds about five times that).
const MOST_WEIGHTS: u64 = 1 << 26;

/// Works out the layers of a branch, or says which does not fit. `branch` is its name.
pub(super) fn plan(
    branch: &'static str,
    list: &[LayerSpec],
    input: Shape,
    scale: &Scale,
    depth: usize,
) -> Result<Vec<PlannedLayer>, Sentence> {
    let mut layers: Vec<PlannedLayer> = Vec::with_capacity(list.len());
    let mut parameters: u64 = 0;
    for (index, spec) in list.iter().enumerate() {
        let shape = output(&layers, input);
        let planned = PlannedLayer::at_depth(spec, shape, scale, depth).and_then(|planned| {
            parameters = parameters.saturating_add(planned.parameters);
            check_size(planned.output, parameters)?;
            Ok(planned)
        });
        layers.push(planned.map_err(|why| {
            sentence!(
                "layer {number} of its {branch} ({kind}) gets {shape}: {why}",
                number = index + 1,
                branch = term(branch),
                kind = spec.kind(),
                shape,
                why
            )
        })?);
    }
    Ok(layers)
}

/// Checks what a layer makes of a sample, and the weights of the network up to it.
pub(crate) fn check_size(output: Shape, parameters: u64) -> Result<(), Sentence> {
    let activations = output
        .dims()
        .iter()
        .try_fold(1_usize, |product, &side| product.checked_mul(side));
    match activations {
        Some(1..=MOST_ACTIVATIONS) if parameters <= MOST_WEIGHTS => Ok(()),
        Some(_) if parameters > MOST_WEIGHTS => Err(sentence!(
            "it brings the network to {parameters} weights; the most is {most}",
            parameters,
            most = MOST_WEIGHTS
        )),
        _ => Err(sentence!(
            "it makes {output}; a sample may have 1 to {most} numbers",
            output,
            most = MOST_ACTIVATIONS
        )),
    }
}

/// Checks that a layer that no style layer lies around needs no style.
pub(crate) fn check_style(layer: &PlannedLayer) -> Result<(), Sentence> {
    if layer.needs_style() {
        return Err(sentence!(
            "a modulated convolution needs a style: put it into the synthesis of a style layer"
        ));
    }
    Ok(())
}

/// What comes out of the last of them.
pub(super) fn output(layers: &[PlannedLayer], input: Shape) -> Shape {
    layers.last().map_or(input, |layer| layer.output)
}

/// What `layers` make of `x`; `tensors` are those of all of them. An activation is left to the layer
/// before it, if that can apply it.
pub(crate) fn forward<T: Ops>(
    layers: &[PlannedLayer],
    tensors: &[T],
    x: T,
    around: Around<'_, T>,
    run: &mut Run<'_, T>,
) -> T {
    let mut x = x;
    let (mut index, mut start) = (0, 0);
    while let Some(layer) = layers.get(index) {
        let next = layers.get(index + 1).filter(|_| layer.spec.has_epilogue());
        let epilogue = next.and_then(|next| next.spec.as_epilogue());
        let at = At {
            layer,
            tensors: &tensors[start..][..layer.tensor_count],
            epilogue: epilogue.unwrap_or(Activation::Identity),
            around,
        };
        let known = run.running.len();
        x = layer.spec.forward(x, &at, run);
        for (place, _) in &mut run.running[known..] {
            *place += start;
        }
        start += layer.tensor_count;
        index += 1 + usize::from(epilogue.is_some());
    }
    x
}

/// What goes into each of some layers, and what comes out of the last, without epilogues.
pub(crate) struct Trace<T> {
    pub inputs: Vec<T>,
    pub output: T,
}

/// The trace of `layers` at `x`.
pub(crate) fn trace<T: Ops>(
    layers: &[PlannedLayer],
    tensors: &[T],
    x: T,
    around: Around<'_, T>,
) -> Trace<T> {
    let mut run = Run::inference();
    let mut inputs = Vec::with_capacity(layers.len());
    let mut output = x;
    for at in places(layers, tensors, around) {
        inputs.push(output.clone());
        output = at.layer.spec.forward(output, &at, &mut run);
    }
    Trace { inputs, output }
}

/// The vector-Jacobian product of `layers`: the gradient by what goes into the first, from that by what
/// comes out of the last, as operations that autodiff can differentiate once more.
pub(crate) fn vjp<T: Ops>(
    layers: &[PlannedLayer],
    tensors: &[T],
    trace: Trace<T>,
    gradient: T,
    around: Around<'_, T>,
) -> T {
    let places: Vec<At<'_, T>> = places(layers, tensors, around).collect();
    let pairs = places.iter().zip(trace.inputs).rev();
    pairs.fold(gradient, |gradient, (at, x)| {
        at.layer.spec.vjp(x, gradient, at)
    })
}

fn places<'a, T>(
    layers: &'a [PlannedLayer],
    tensors: &'a [T],
    around: Around<'a, T>,
) -> impl Iterator<Item = At<'a, T>> {
    layers.iter().scan(0, move |start, layer| {
        let first = *start;
        *start += layer.tensor_count;
        Some(At {
            layer,
            tensors: &tensors[first..*start],
            epilogue: Activation::Identity,
            around,
        })
    })
}

/// A branch of a layer.
struct Branch<'a, T> {
    layers: &'a [PlannedLayer],
    tensors: &'a [T],
    /// Where its tensors begin among those of the layer.
    start: usize,
}

/// Those of a layer. Its own tensors lie before theirs.
fn branches<'a, T>(at: &At<'a, T>) -> Vec<Branch<'a, T>> {
    let count =
        |layers: &[PlannedLayer]| -> usize { layers.iter().map(|layer| layer.tensor_count).sum() };
    let inner: usize = at.layer.branches.iter().map(|layers| count(layers)).sum();
    let mut start = at.tensors.len() - inner;
    let branches = at.layer.branches.iter().map(|layers| {
        let first = start;
        start += count(layers);
        Branch {
            layers,
            tensors: &at.tensors[first..start],
            start: first,
        }
    });
    branches.collect()
}

/// What one branch of a layer makes of `x`.
pub(super) fn forward_branch<T: Ops>(
    x: T,
    index: usize,
    around: Around<'_, T>,
    at: &At<'_, T>,
    run: &mut Run<'_, T>,
) -> T {
    let Branch {
        layers,
        tensors,
        start,
    } = branches(at).swap_remove(index);
    let known = run.running.len();
    let output = forward(layers, tensors, x, around, run);
    for (place, _) in &mut run.running[known..] {
        *place += start;
    }
    output
}

/// What each branch of a layer makes of `x`.
pub(super) fn forward_branches<T: Ops>(x: T, at: &At<'_, T>, run: &mut Run<'_, T>) -> Vec<T> {
    let branches = 0..at.layer.branches.len();
    branches
        .map(|index| forward_branch(x.clone(), index, at.around, at, run))
        .collect()
}

/// The traces of a layer's branches at `x`.
pub(super) fn trace_branches<T: Ops>(x: T, at: &At<'_, T>) -> Vec<Trace<T>> {
    let branches = branches(at).into_iter();
    branches
        .map(|branch| trace(branch.layers, branch.tensors, x.clone(), at.around))
        .collect()
}

/// The gradient by what all branches of a layer get, from those by what comes out of each.
pub(super) fn vjp_branches<T: Ops>(traces: Vec<Trace<T>>, gradients: Vec<T>, at: &At<'_, T>) -> T {
    let parts = branches(at).into_iter().zip(traces).zip(gradients);
    let parts = parts.map(|((branch, trace), gradient)| {
        vjp(branch.layers, branch.tensors, trace, gradient, at.around)
    });
    parts.reduce(T::add).expect("it has branches")
}
