"""The recipes: which networks, objective, optimisers and schedule each source has."""

from dataclasses import dataclass
from typing import Callable

import discriminators
import generators
from objectives import (
    AuxiliaryClassifier,
    CrossEntropy,
    Hinge,
    LeastSquares,
    Relativistic,
    Wasserstein,
)
from optimisers import EpsilonHatAdam, KerasRmsProp, PyTorchAdam, TensorFlowRmsProp


@dataclass(frozen=True)
class Recipe:
    """A GAN and how it is trained."""

    generator: type
    discriminator: type
    generator_optimiser: Callable
    discriminator_optimiser: Callable
    objective: object = CrossEntropy()
    discriminator_updates: int = 1
    generator_updates: int = 1
    # The generator's updates use the latents (and labels) of the last discriminator update.
    shared_latents: bool = True
    # The discriminator sees real and generated images in one pass, the latter by a generator in
    # inference mode, as Keras programs do it.
    joint: bool = False
    # Bound of the critic's weights before each update.
    clip: float | None = None
    # The discriminator's updates in the first so many steps, and in every so-manieth.
    warmup: tuple[int, int, int] | None = None
    # The generator's update moves the discriminator, too: the stacked model's own optimiser.
    stacked: bool = False
    # One optimiser, and so one counter, serves both networks.
    one_optimiser: bool = False
    # Weight of the gradient penalty.
    penalty: float | None = None
    # Weight of R1, which only every so-manieth step has, as many times as heavy.
    real_penalty: float | None = None
    lazy: int = 1
    # Weight of R2, which is R1 at generated images.
    fake_penalty: float | None = None

    def critic_updates(self, step):
        if self.warmup is not None:
            updates, first, every = self.warmup
            if step < first or step % every == 0:
                return updates
        return self.discriminator_updates


def pytorch_adam():
    return PyTorchAdam(2e-4, 0.5, 0.999, 1e-8)


def keras_adam():
    return EpsilonHatAdam(2e-4, 0.5, 0.999, 1e-7)


def tensorflow_adam():
    return EpsilonHatAdam(2e-4, 0.5, 0.999, 1e-8)


def faces_adam():
    return EpsilonHatAdam(2e-4, 0.0, 0.99, 1e-8)


def fast_digits_adam():
    return PyTorchAdam(4e-3, 0.0, 0.9, 1e-8)


def fast_faces_adam():
    return PyTorchAdam(3e-3, 0.0, 0.9, 1e-8)


def faces_64_adam():
    return PyTorchAdam(1e-3, 0.0, 0.99, 1e-8)


def hinge_adam():
    return PyTorchAdam(2e-4, 0.0, 0.9, 1e-8)


def r3gan_adam():
    return PyTorchAdam(2e-4, 0.0, 0.99, 1e-8)


def stylegan2_adam():
    return PyTorchAdam(2e-3, 0.0, 0.99, 1e-8)


def wgan_gp_adam():
    return EpsilonHatAdam(1e-4, 0.5, 0.9, 1e-8)


def wgan_rmsprop():
    return TensorFlowRmsProp(1e-4)


RECIPES = {
    "fast-digits": Recipe(
        generators.FastDigits,
        discriminators.FastDigits,
        generator_optimiser=fast_digits_adam,
        discriminator_optimiser=fast_digits_adam,
        real_penalty=0.4,
        lazy=2,
    ),
    "fast-conditional": Recipe(
        generators.FastConditional,
        discriminators.FastConditional,
        generator_optimiser=fast_digits_adam,
        discriminator_optimiser=fast_digits_adam,
        real_penalty=0.4,
        lazy=2,
    ),
    "fast-faces": Recipe(
        generators.FastFaces,
        discriminators.FastFaces,
        generator_optimiser=fast_faces_adam,
        discriminator_optimiser=fast_faces_adam,
        real_penalty=0.4,
        lazy=2,
    ),
    "faces-64": Recipe(
        generators.Faces64,
        discriminators.Faces64,
        generator_optimiser=faces_64_adam,
        discriminator_optimiser=faces_64_adam,
        real_penalty=0.5,
        lazy=2,
    ),
    "dcgan-mnist": Recipe(
        generators.DcganMnist,
        discriminators.DcganMnist,
        generator_optimiser=pytorch_adam,
        discriminator_optimiser=pytorch_adam,
    ),
    "mlp-gan": Recipe(
        generators.MlpGan,
        discriminators.MlpGan,
        generator_optimiser=keras_adam,
        discriminator_optimiser=keras_adam,
        objective=CrossEntropy(real=0.9),
        shared_latents=False,
        joint=True,
        one_optimiser=True,
    ),
    "keras-dcgan": Recipe(
        generators.KerasDcgan,
        discriminators.KerasDcgan,
        generator_optimiser=lambda: KerasRmsProp(1e-4, decay=3e-8),
        discriminator_optimiser=lambda: KerasRmsProp(2e-4, decay=6e-8),
        shared_latents=False,
        joint=True,
        stacked=True,
    ),
    "dcgan-tensorflow": Recipe(
        generators.DcganTensorflow,
        discriminators.DcganTensorflow,
        generator_optimiser=tensorflow_adam,
        discriminator_optimiser=tensorflow_adam,
        generator_updates=2,
    ),
    "dcgan-paper-64": Recipe(
        generators.DcganTensorflow,
        discriminators.DcganTensorflow,
        generator_optimiser=tensorflow_adam,
        discriminator_optimiser=tensorflow_adam,
    ),
    "cdcgan-mnist": Recipe(
        generators.CdcganMnist,
        discriminators.CdcganMnist,
        generator_optimiser=tensorflow_adam,
        discriminator_optimiser=tensorflow_adam,
        generator_updates=2,
    ),
    "dcgan-32": Recipe(
        generators.Gan32,
        discriminators.Gan32,
        generator_optimiser=tensorflow_adam,
        discriminator_optimiser=tensorflow_adam,
        generator_updates=2,
    ),
    "wgan-32": Recipe(
        generators.Gan32,
        discriminators.Gan32,
        generator_optimiser=wgan_rmsprop,
        discriminator_optimiser=wgan_rmsprop,
        objective=Wasserstein(),
        discriminator_updates=5,
        shared_latents=False,
        clip=0.01,
        # 25, 25 and 500 in the program; so that three steps have both.
        warmup=(7, 1, 2),
    ),
    "wgan-gp-32": Recipe(
        generators.Gan32,
        discriminators.WganGp32,
        generator_optimiser=wgan_gp_adam,
        discriminator_optimiser=wgan_gp_adam,
        objective=Wasserstein(),
        discriminator_updates=5,
        shared_latents=False,
        penalty=10.0,
    ),
    "dcgan-faces": Recipe(
        generators.DcganFaces,
        discriminators.DcganFaces,
        generator_optimiser=faces_adam,
        discriminator_optimiser=faces_adam,
        shared_latents=False,
        real_penalty=0.5,
        lazy=2,
    ),
    "lsgan": Recipe(
        generators.Lsgan,
        discriminators.Lsgan,
        generator_optimiser=pytorch_adam,
        discriminator_optimiser=pytorch_adam,
        objective=LeastSquares(),
        shared_latents=False,
    ),
    "acgan-mnist": Recipe(
        generators.Acgan,
        discriminators.Acgan,
        generator_optimiser=pytorch_adam,
        discriminator_optimiser=pytorch_adam,
        objective=AuxiliaryClassifier(),
        shared_latents=False,
    ),
    "sngan-32": Recipe(
        generators.Sngan32,
        discriminators.Sngan32,
        generator_optimiser=hinge_adam,
        discriminator_optimiser=hinge_adam,
        objective=Hinge(),
        discriminator_updates=5,
        shared_latents=False,
    ),
    "projection-mnist": Recipe(
        generators.ProjectionMnist,
        discriminators.ProjectionMnist,
        generator_optimiser=hinge_adam,
        discriminator_optimiser=hinge_adam,
        objective=Hinge(),
        discriminator_updates=2,
        shared_latents=False,
    ),
    "sagan-64": Recipe(
        generators.Sagan64,
        discriminators.Sagan64,
        generator_optimiser=lambda: PyTorchAdam(1e-4, 0.0, 0.9, 1e-8),
        discriminator_optimiser=lambda: PyTorchAdam(4e-4, 0.0, 0.9, 1e-8),
        objective=Hinge(),
        shared_latents=False,
    ),
    "r3gan-32": Recipe(
        generators.R3gan32,
        discriminators.R3gan32,
        generator_optimiser=r3gan_adam,
        discriminator_optimiser=r3gan_adam,
        objective=Relativistic(),
        shared_latents=False,
        real_penalty=1.0,
        lazy=2,
        fake_penalty=1.0,
    ),
    "r3gan-64": Recipe(
        generators.R3gan64,
        discriminators.R3gan64,
        generator_optimiser=r3gan_adam,
        discriminator_optimiser=r3gan_adam,
        objective=Relativistic(),
        shared_latents=False,
        real_penalty=1.0,
        lazy=2,
        fake_penalty=1.0,
    ),
    "stylegan2-64": Recipe(
        generators.Stylegan264,
        discriminators.Stylegan264,
        generator_optimiser=stylegan2_adam,
        discriminator_optimiser=stylegan2_adam,
        shared_latents=False,
        real_penalty=1.0,
        lazy=2,
    ),
}
