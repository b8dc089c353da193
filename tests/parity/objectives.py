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


class LeastSquares:
    """½(C(x) − 1)² and ½C(G(z))²; the generator's ½(C(G(z)) − 1)² (Mao et al. 2017)."""

    def separate(self, on_real, on_fake):
        return 0.5 * (on_real - 1).square().mean() + 0.5 * on_fake.square().mean()

    def generator(self, on_fake):
        return 0.5 * (on_fake - 1).square().mean()


class Hinge:
    """max(0, 1 − C(x)) and max(0, 1 + C(G(z))); the generator's −C(G(z))."""

    def separate(self, on_real, on_fake):
        return torch.relu(1 - on_real).mean() + torch.relu(1 + on_fake).mean()

    def generator(self, on_fake):
        return -on_fake.mean()


class Relativistic:
    """−ln sigmoid of how far a real image is above a generated one; the generator's the other way
    round (Huang et al. 2024)."""

    def separate(self, on_real, on_fake):
        return -torch.nn.functional.logsigmoid(on_real - on_fake).mean()

    def generator(self, on_fake, on_real):
        return -torch.nn.functional.logsigmoid(on_fake - on_real).mean()


class AuxiliaryClassifier(CrossEntropy):
    """Cross entropy of the first logit, and that of the classes behind it (Odena et al. 2017)."""

    def separate(self, on_real, on_fake, label):
        both = super().separate(on_real[:, 0], on_fake[:, 0])
        return both + self.classes(on_real, label) + self.classes(on_fake, label)

    def generator(self, on_fake, label):
        return super().generator(on_fake[:, 0]) + self.classes(on_fake, label)

    def classes(self, outputs, label):
        return torch.nn.functional.cross_entropy(outputs[:, 1:], label.argmax(1))


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
