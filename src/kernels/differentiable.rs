//! The kernels' gradients. Of first order: what is only ever used in a gradient has none itself.

use super::{Activation, Bias, Geometry, Kernels, Memory, Normalisation, Normalised, Targets};
use burn::backend::Autodiff;
use burn::backend::autodiff::NodeId;
use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::CheckpointStrategy;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::FloatTensor;
use burn::tensor::Shape;

type Tracked<B, C> = FloatTensor<Autodiff<B, C>>;

/// Which way a convolution goes.
#[derive(Debug, Clone, Copy)]
enum Direction {
    Down,
    Up,
}

/// What a convolution's gradient needs.
#[derive(Debug, Clone)]
struct Convolved<B: Kernels> {
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    y: FloatTensor<B>,
    geometry: Geometry,
    activation: Activation,
}

#[derive(Debug)]
struct ConvolutionGradient(Direction);

impl ConvolutionGradient {
    /// Registers the gradients of those of `[x, weight, bias]` that want one.
    fn register<B: Kernels>(
        self,
        state: Convolved<B>,
        gradient: FloatTensor<B>,
        [x, weight, bias]: [Option<NodeId>; 3],
        gradients: &mut Gradients,
    ) {
        let Convolved {
            geometry,
            activation,
            ..
        } = state;
        let gradient = if bias.is_some() || activation != Activation::Identity {
            let (gradient, sums) = B::activation_gradient(state.y, gradient, activation);
            if let Some(bias) = bias {
                gradients.register::<B>(bias, sums);
            }
            gradient
        } else {
            gradient
        };
        if let Some(node) = weight {
            let (big, small) = match self.0 {
                Direction::Down => (state.x, gradient.clone()),
                Direction::Up => (gradient.clone(), state.x),
            };
            gradients.register::<B>(node, B::weight_gradient(big, small, geometry));
        }
        if let Some(node) = x {
            let pull_back = match self.0 {
                Direction::Down => B::up,
                Direction::Up => B::down,
            };
            let (weight, plain) = (state.weight, Activation::Identity);
            let x = pull_back(gradient, weight, Bias::Absent, geometry, plain);
            gradients.register::<B>(node, x);
        }
    }
}

impl<B: Kernels> Backward<B, 2> for ConvolutionGradient {
    type State = Convolved<B>;

    fn backward(self, ops: Ops<Self::State, 2>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<B>(&ops.node);
        let [x, weight] = ops.parents.map(|parent| parent.map(|node| node.id));
        self.register(ops.state, gradient, [x, weight, None], gradients);
    }
}

impl<B: Kernels> Backward<B, 3> for ConvolutionGradient {
    type State = Convolved<B>;

    fn backward(self, ops: Ops<Self::State, 3>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<B>(&ops.node);
        let nodes = ops.parents.map(|parent| parent.map(|node| node.id));
        self.register(ops.state, gradient, nodes, gradients);
    }
}

fn convolve<B: Kernels, C: CheckpointStrategy>(
    direction: Direction,
    x: Tracked<B, C>,
    weight: Tracked<B, C>,
    bias: Bias<Autodiff<B, C>>,
    geometry: Geometry,
    activation: Activation,
) -> Tracked<B, C> {
    let run = |x, weight, bias| match direction {
        Direction::Down => B::down(x, weight, bias, geometry, activation),
        Direction::Up => B::up(x, weight, bias, geometry, activation),
    };
    let state = |x, weight, y| Convolved {
        x,
        weight,
        y,
        geometry,
        activation,
    };
    let rule = ConvolutionGradient(direction);
    let ((x, x_node), (weight, weight_node)) = (x.into_parts(), weight.into_parts());
    // The two branches differ in the number of parents, which is part of the types.
    match bias {
        Bias::Absent => {
            let y = run(x.clone(), weight.clone(), Bias::Absent);
            match Backward::<B, 2>::prepare::<C>(rule, [x_node, weight_node])
                .compute_bound()
                .stateful()
            {
                OpsKind::Tracked(prepared) => prepared.finish(state(x, weight, y.clone()), y),
                OpsKind::UnTracked(prepared) => prepared.finish(y),
            }
        }
        Bias::PerChannel(bias) => {
            let (bias, bias_node) = bias.into_parts();
            let y = run(x.clone(), weight.clone(), Bias::PerChannel(bias));
            match Backward::<B, 3>::prepare::<C>(rule, [x_node, weight_node, bias_node])
                .compute_bound()
                .stateful()
            {
                OpsKind::Tracked(prepared) => prepared.finish(state(x, weight, y.clone()), y),
                OpsKind::UnTracked(prepared) => prepared.finish(y),
            }
        }
    }
}

/// What batch norm's gradient needs.
#[derive(Debug, Clone)]
struct Normalising<B: Kernels> {
    x: FloatTensor<B>,
    scale: FloatTensor<B>,
    shift: FloatTensor<B>,
    mean: FloatTensor<B>,
    variance: FloatTensor<B>,
    how: Normalisation,
}

#[derive(Debug)]
struct NormalisationGradient;

impl<B: Kernels> Backward<B, 3> for NormalisationGradient {
    type State = Normalising<B>;

    fn backward(self, ops: Ops<Self::State, 3>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<B>(&ops.node);
        let Normalising {
            x,
            scale,
            shift,
            mean,
            variance,
            how,
        } = ops.state;
        let (x, scale, shift) =
            B::normalise_gradient(x, scale, shift, mean, variance, gradient, how);
        for (node, gradient) in ops.parents.into_iter().zip([x, scale, shift]) {
            if let Some(node) = node {
                gradients.register::<B>(node.id, gradient);
            }
        }
    }
}

/// Its state is the gradient already.
#[derive(Debug)]
struct CrossEntropyGradient;

impl<B: Kernels> Backward<B, 1> for CrossEntropyGradient {
    type State = FloatTensor<B>;

    fn backward(self, ops: Ops<Self::State, 1>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let factor = gradients.consume::<B>(&ops.node);
        let [logits] = ops.parents;
        if let Some(logits) = logits {
            let factor = B::float_reshape(factor, Shape::new([1, 1, 1, 1]));
            gradients.register::<B>(logits.id, B::float_mul(ops.state, factor));
        }
    }
}

impl<B: Kernels, C: CheckpointStrategy> Kernels for Autodiff<B, C> {
    fn down(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        convolve(Direction::Down, x, weight, bias, geometry, activation)
    }

    fn up(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        convolve(Direction::Up, x, weight, bias, geometry, activation)
    }

    fn normalise(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        running_mean: FloatTensor<Self>,
        running_variance: FloatTensor<Self>,
        how: Normalisation,
        memory: Memory,
    ) -> Normalised<Self> {
        let ((x, x_node), (scale, scale_node), (shift, shift_node)) =
            (x.into_parts(), scale.into_parts(), shift.into_parts());
        let [(old_mean, _), (old_variance, _)] =
            [running_mean, running_variance].map(|running| running.into_parts());
        let normalised = B::normalise(
            x.clone(),
            scale.clone(),
            shift.clone(),
            old_mean,
            old_variance,
            how,
            memory,
        );
        let plain = FloatTensor::<Self>::new;
        let [mean, variance] = [&normalised.mean, &normalised.variance].map(Clone::clone);
        let y = match NormalisationGradient
            .prepare::<C>([x_node, scale_node, shift_node])
            .compute_bound()
            .stateful()
        {
            OpsKind::Tracked(prepared) => {
                let state = Normalising {
                    x,
                    scale,
                    shift,
                    mean,
                    variance,
                    how,
                };
                prepared.finish(state, normalised.y)
            }
            OpsKind::UnTracked(prepared) => prepared.finish(normalised.y),
        };
        Normalised {
            y,
            mean: plain(normalised.mean),
            variance: plain(normalised.variance),
            running_mean: plain(normalised.running_mean),
            running_variance: plain(normalised.running_variance),
        }
    }

    fn cross_entropy(
        logits: FloatTensor<Self>,
        targets: Targets,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let (logits, node) = logits.into_parts();
        let (sum, each, gradient) = B::cross_entropy(logits, targets);
        let [each, kept] = [each, gradient.clone()].map(FloatTensor::<Self>::new);
        let sum = match CrossEntropyGradient
            .prepare::<C>([node])
            .compute_bound()
            .stateful()
        {
            OpsKind::Tracked(prepared) => prepared.finish(gradient, sum),
            OpsKind::UnTracked(prepared) => prepared.finish(sum),
        };
        (sum, each, kept)
    }
}
