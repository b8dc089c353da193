"""The losses, on logits: D = sigmoid(C)."""

import torch


def cross_entropy(logits, target):
    """−t·ln D − (1 − t)·ln(1 − D), the mean over all logits; without overflow."""
    return (torch.logaddexp(logits, torch.zeros_like(logits)) - target * logits).mean()


class CrossEntropy:
    """Cross entropy with real images' target `real`, generated ones' 0; the generator's is 1."""

    def __init__(self, real=1.0):
        self.real = real

    def separate(self, on_real, on_fake):
        """The sum of both means, as programs with one pass each have it."""
        return cross_entropy(on_real, self.real) + cross_entropy(on_fake, 0.0)

    def joint(self, logits):
        """The mean over one batch, real images in its first half, generated in its second."""
        target = torch.zeros_like(logits)
        target[: len(logits) // 2] = self.real
        return cross_entropy(logits, target)

    def generator(self, on_fake):
        return cross_entropy(on_fake, 1.0)


class Wasserstein:
    """The critic's mean on generated images, less that on real ones."""

    def separate(self, on_real, on_fake):
        return on_fake.mean() - on_real.mean()

    def generator(self, on_fake):
        return -on_fake.mean()


def real_penalty(discriminator, real, label=None):
    """R1 without its weight: ½ mean(‖∇C(x)‖²) at real images."""
    real = real.clone().requires_grad_()
    (slope,) = torch.autograd.grad(discriminator(real, label).sum(), real, create_graph=True)
    return 0.5 * slope.flatten(1).square().sum(1).mean()


def gradient_penalty(critic, real, fake, mix):
    """mean((‖∇C(x̂)‖ − 1)²) at x̂ = ε·real + (1 − ε)·fake, the norm over the whole image."""
    mix = mix.reshape(-1, 1, 1, 1)
    between = (mix * real + (1 - mix) * fake).requires_grad_()
    (slope,) = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.flatten(1).norm(dim=1) - 1).square().mean()
