//! The kernels' gradients, as rules of burn's autodiff. First order only: the kernels that gradients
//! are made of have no gradients themselves.

use super::{
    Activation, BatchNormOptions, BatchNormOutput, Bias, Geometry, Kernels,
    RunningStatisticsUpdate, Targets,
};
use burn::backend::Autodiff;
use burn::backend::autodiff::NodeId;
use burn::backend::autodiff::checkpoint::base::Checkpointer;
use burn::backend::autodiff::checkpoint::strategy::CheckpointStrategy;
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::FloatTensor;
use burn::tensor::Shape;

type Tracked<B, C> = FloatTensor<Autodiff<B, C>>;

/// The direction of a convolution.
#[derive(Debug, Clone, Copy)]
enum Direction {
    Conv,
    ConvTranspose,
}

/// What the backward pass of a convolution needs.
#[derive(Debug, Clone)]
struct ConvState<B: Kernels> {
    x: FloatTensor<B>,
    weight: FloatTensor<B>,
    y: FloatTensor<B>,
    geometry: Geometry,
    activation: Activation,
}

#[derive(Debug)]
struct ConvBackward(Direction);

impl ConvBackward {
    /// Registers the gradients of those of `[x, weight, bias]` that require one.
    fn register<B: Kernels>(
        self,
        state: ConvState<B>,
        gradient: FloatTensor<B>,
        [x, weight, bias]: [Option<NodeId>; 3],
        gradients: &mut Gradients,
    ) {
        let ConvState {
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
            let (large, small) = match self.0 {
                Direction::Conv => (state.x, gradient.clone()),
                Direction::ConvTranspose => (gradient.clone(), state.x),
            };
            gradients.register::<B>(node, B::weight_gradient(large, small, geometry));
        }
        if let Some(node) = x {
            let input_gradient = match self.0 {
                Direction::Conv => B::conv_transpose,
                Direction::ConvTranspose => B::conv,
            };
            let (weight, plain) = (state.weight, Activation::Identity);
            let x = input_gradient(gradient, weight, Bias::Absent, geometry, plain);
            gradients.register::<B>(node, x);
        }
    }
}

impl<B: Kernels> Backward<B, 2> for ConvBackward {
    type State = ConvState<B>;

    fn backward(self, ops: Ops<Self::State, 2>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<B>(&ops.node);
        let [x, weight] = ops.parents.map(|parent| parent.map(|node| node.id));
        self.register(ops.state, gradient, [x, weight, None], gradients);
    }
}

impl<B: Kernels> Backward<B, 3> for ConvBackward {
    type State = ConvState<B>;

    fn backward(self, ops: Ops<Self::State, 3>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<B>(&ops.node);
        let nodes = ops.parents.map(|parent| parent.map(|node| node.id));
        self.register(ops.state, gradient, nodes, gradients);
    }
}

fn tracked_conv<B: Kernels, C: CheckpointStrategy>(
    direction: Direction,
    x: Tracked<B, C>,
    weight: Tracked<B, C>,
    bias: Bias<Autodiff<B, C>>,
    geometry: Geometry,
    activation: Activation,
) -> Tracked<B, C> {
    let run = |x, weight, bias| match direction {
        Direction::Conv => B::conv(x, weight, bias, geometry, activation),
        Direction::ConvTranspose => B::conv_transpose(x, weight, bias, geometry, activation),
    };
    let state = |x, weight, y| ConvState {
        x,
        weight,
        y,
        geometry,
        activation,
    };
    let rule = ConvBackward(direction);
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

/// What the backward pass of batch norm needs.
#[derive(Debug, Clone)]
struct BatchNormState<B: Kernels> {
    x: FloatTensor<B>,
    scale: FloatTensor<B>,
    shift: FloatTensor<B>,
    mean: FloatTensor<B>,
    variance: FloatTensor<B>,
    options: BatchNormOptions,
}

#[derive(Debug)]
struct BatchNormBackward;

impl<B: Kernels> Backward<B, 3> for BatchNormBackward {
    type State = BatchNormState<B>;

    fn backward(self, ops: Ops<Self::State, 3>, gradients: &mut Gradients, _: &mut Checkpointer) {
        let gradient = gradients.consume::<B>(&ops.node);
        let BatchNormState {
            x,
            scale,
            shift,
            mean,
            variance,
            options,
        } = ops.state;
        let (x, scale, shift) =
            B::batch_norm_gradient(x, scale, shift, mean, variance, gradient, options);
        for (node, gradient) in ops.parents.into_iter().zip([x, scale, shift]) {
            if let Some(node) = node {
                gradients.register::<B>(node.id, gradient);
            }
        }
    }
}

/// Its state is the gradient, which the forward pass computes.
#[derive(Debug)]
struct BceWithLogitsBackward;

impl<B: Kernels> Backward<B, 1> for BceWithLogitsBackward {
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
    fn conv(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        tracked_conv(Direction::Conv, x, weight, bias, geometry, activation)
    }

    fn conv_transpose(
        x: FloatTensor<Self>,
        weight: FloatTensor<Self>,
        bias: Bias<Self>,
        geometry: Geometry,
        activation: Activation,
    ) -> FloatTensor<Self> {
        tracked_conv(
            Direction::ConvTranspose,
            x,
            weight,
            bias,
            geometry,
            activation,
        )
    }

    fn batch_norm_training(
        x: FloatTensor<Self>,
        scale: FloatTensor<Self>,
        shift: FloatTensor<Self>,
        running_mean: FloatTensor<Self>,
        running_variance: FloatTensor<Self>,
        options: BatchNormOptions,
        update: RunningStatisticsUpdate,
    ) -> BatchNormOutput<Self> {
        let ((x, x_node), (scale, scale_node), (shift, shift_node)) =
            (x.into_parts(), scale.into_parts(), shift.into_parts());
        let [(old_mean, _), (old_variance, _)] =
            [running_mean, running_variance].map(|running| running.into_parts());
        let normalised = B::batch_norm_training(
            x.clone(),
            scale.clone(),
            shift.clone(),
            old_mean,
            old_variance,
            options,
            update,
        );
        let plain = FloatTensor::<Self>::new;
        let [mean, variance] = [&normalised.mean, &normalised.variance].map(Clone::clone);
        let y = match BatchNormBackward
            .prepare::<C>([x_node, scale_node, shift_node])
            .compute_bound()
            .stateful()
        {
            OpsKind::Tracked(prepared) => {
                let state = BatchNormState {
                    x,
                    scale,
                    shift,
                    mean,
                    variance,
                    options,
                };
                prepared.finish(state, normalised.y)
            }
            OpsKind::UnTracked(prepared) => prepared.finish(normalised.y),
        };
        BatchNormOutput {
            y,
            mean: plain(normalised.mean),
            variance: plain(normalised.variance),
            running_mean: plain(normalised.running_mean),
            running_variance: plain(normalised.running_variance),
        }
    }

    fn bce_with_logits(
        logits: FloatTensor<Self>,
        targets: Targets,
    ) -> (FloatTensor<Self>, FloatTensor<Self>, FloatTensor<Self>) {
        let (logits, node) = logits.into_parts();
        let (sum, each, gradient) = B::bce_with_logits(logits, targets);
        let [each, kept] = [each, gradient.clone()].map(FloatTensor::<Self>::new);
        let sum = match BceWithLogitsBackward
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
