"""Runs three training steps of every recipe in PyTorch, as a reference for Ganvas.

Reads inputs/NAME.safetensors, writes fixtures/NAME.safetensors, both beside this file. Names of
recipes as arguments: only these. See README.md.
"""

import argparse
import hashlib
import json
import math
from dataclasses import dataclass
from pathlib import Path

import safetensors
import torch
from safetensors.torch import save_file

from precision import cancelled, worst
from recipes import RECIPES
from training import Training

HERE = Path(__file__).parent
STEPS = 3
# If PyTorch's own single precision strays further than this, the run has come upon a near tie (a
# ReLU's corner, a gradient whose sign is rounding): another seed makes a better fixture.
WELL_CONDITIONED = 3e-5


@dataclass(frozen=True)
class Size:
    """The reduced sizes of a run, from the inputs' header."""

    width: int
    batch: int
    latent: int
    image: list
    classes: int | None
    # What the optimisers' epsilons are multiplied by.
    epsilon_scale: float


def expected(recipe, size):
    """The shape of everything that the steps take, by name."""
    shapes = {}
    for step in range(STEPS):
        for update in range(recipe.critic_updates(step)):
            shapes[f"step.{step}.real.{update}"] = [size.batch, *size.image]
            shapes[f"step.{step}.z.{update}"] = [size.batch, size.latent]
            if size.classes:
                shapes[f"step.{step}.labels.{update}"] = [size.batch, size.classes]
            if recipe.penalty is not None:
                shapes[f"step.{step}.mix.{update}"] = [size.batch, 1]
        for update in range(recipe.generator_updates):
            shapes[f"step.{step}.generator.z.{update}"] = [size.batch, size.latent]
            # Updates on shared latents have the labels of the real images.
            if size.classes and not recipe.shared_latents:
                shapes[f"step.{step}.generator.labels.{update}"] = [size.batch, size.classes]
    return shapes


def read(path, name, dtype):
    """The inputs' header and tensors, the latter in `dtype`."""
    with safetensors.safe_open(path, "pt") as file:
        header = json.loads((file.metadata() or {})["ganvas"])
        tensors = {key: file.get_tensor(key).to(dtype) for key in file.keys()}
    if header["name"] != name:
        raise SystemExit(f"{path} is made for {header['name']}, not for {name}.")
    header.setdefault("epsilon_scale", 1.0)
    size = Size(**{key: header.get(key) for key in Size.__dataclass_fields__})
    for key in tensors:
        if ".mix." in key:
            tensors[key] = tensors[key].reshape(-1, 1)
    wanted = expected(RECIPES[name], size)
    found = {key: list(value.shape) for key, value in tensors.items() if key.startswith("step.")}
    # Only repeats what is known.
    if RECIPES[name].shared_latents:
        found = {key: shape for key, shape in found.items() if ".generator.labels." not in key}
    for key in sorted(wanted.keys() | found.keys()):
        if wanted.get(key) != found.get(key):
            is_, should = found.get(key, "missing"), wanted.get(key, "not there")
            raise SystemExit(f"{path}: {key} is {is_}, but should be {should}.")
    return header, size, tensors


def run(name, path, dtype=torch.float64):
    """What Ganvas has to agree with, the inputs' header and the networks as they then are."""
    header, size, given = read(path, name, dtype)
    training = Training(RECIPES[name], size, given, dtype)
    losses = [training.step(number) for number in range(STEPS)]
    if not all(math.isfinite(loss) for pair in losses for loss in pair):
        raise SystemExit(f"{name}: the losses {losses} are not finite.")
    results = {"losses": torch.tensor(losses, dtype=dtype)}
    for key, gradient in training.first_gradients.items():
        results[f"gradient.{key}"] = gradient
    for role in ("generator", "discriminator"):
        for key, tensor in getattr(training, role).state_dict().items():
            results[f"final.{role}.{key}"] = tensor
    return results, header, training


def reference(name, path):
    """The numbers of a run in double precision, and what to know of them."""
    exact, header, training = run(name, path)
    rough, _, _ = run(name, path, torch.float32)
    rates = {
        "generator": training.generator_optimiser.rate,
        "discriminator": training.discriminator_optimiser.rate,
    }
    without = cancelled(training)
    about = {
        "torch": torch.__version__,
        "ganvas": header,
        "inputs_sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "cancelled_biases": without,
        "float32": worst(exact, rough, without, rates),
    }
    return exact, about


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="RECIPE", help="default: all")
    names = parser.parse_args().names or list(RECIPES)
    for name in names:
        if name not in RECIPES:
            raise SystemExit(f"There is no recipe {name}; there are {', '.join(RECIPES)}.")
    # One thread: the same bytes every time.
    torch.set_num_threads(1)
    (HERE / "fixtures").mkdir(exist_ok=True)
    for name in names:
        path = HERE / "inputs" / f"{name}.safetensors"
        if not path.exists():
            raise SystemExit(f"{path} is missing; README.md says how to make it.")
        results, about = reference(name, path)
        save_file(
            {key: tensor.float().contiguous() for key, tensor in results.items()},
            HERE / "fixtures" / f"{name}.safetensors",
            metadata={"reference": json.dumps(about)},
        )
        report(name, results, about)


def report(name, results, about):
    losses = "; ".join(f"{d:.6g} {g:.6g}" for d, g in results["losses"].tolist())
    print(f"{name}: losses (D G) {losses}")
    for group, worst_one in about["float32"].items():
        hint = "; try another seed" if worst_one["error"] > WELL_CONDITIONED else ""
        print(f"  {group} in float32: {worst_one['error']:.0e} in {worst_one['tensor']}{hint}")


if __name__ == "__main__":
    main()
