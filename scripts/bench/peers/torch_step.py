"""The same networks and the same step in PyTorch, eager: the peer of `npm run bench`.

    torch_step.py step RECIPE WIDTH BATCH MILLISECONDS       a training step
    torch_step.py generate RECIPE WIDTH COUNT MILLISECONDS   images from latents

Prints one line of JSON. The networks are read from the recipe's own file, so that they cannot be
others. Padding is symmetric throughout, which spares PyTorch a copy where TensorFlow's SAME is not;
shapes and arithmetic are the same.
"""

import argparse
import json
import re
import time
from pathlib import Path

import torch
import torch.nn.functional as F
from torch import nn

PRESETS = Path(__file__).parents[3] / "src" / "recipe" / "presets"

# Bounds on how often the measured work is done.
FEWEST, MOST = 3, 100


class Recipe:
    """A preset at a width."""

    def __init__(self, name, width):
        self.json = json.loads((PRESETS / f"{name}.json").read_text())
        image = self.json["image"]
        self.shape = [image["channels"], image["height"], image["width"]]
        names = {"w": width, **{key: image[key] for key in ("channels", "height", "width")}}
        self.latent = self.json["latent"]["dimension"]
        self.generator, _ = network(self.json["generator"], [self.latent], names)
        self.discriminator, _ = network(self.json["discriminator"], self.shape, names)

    def latents(self, count, device):
        kind, numbers = next(iter(self.json["latent"]["distribution"].items()))
        if kind == "normal":
            return torch.randn(count, self.latent, device=device) * numbers["deviation"]
        low, high = numbers["low"], numbers["high"]
        return torch.rand(count, self.latent, device=device) * (high - low) + low


def number(text, names):
    """A size as recipes write it: 98, "98w", "8w*height/16*width/16"."""
    product = re.sub(r"(\d)([a-z])", r"\1*\2", str(text)).replace("/", "//")
    return eval(product, {"__builtins__": {}}, names)


def network(specs, shape, names):
    """The layers one after another, for an input of this shape, and the shape of the output."""
    layers = []
    for spec in specs:
        layer, shape = build(spec, shape, names)
        layers.append(layer)
    return nn.Sequential(*layers), shape


def build(spec, shape, names):
    """A layer and the shape that it gives."""
    kind, bias = spec["layer"], spec.get("bias", True)
    if kind == "linear":
        out = number(spec["out"], names)
        return drawn(nn.Linear(shape[0], out, bias=bias), spec), [out]
    if kind == "reshape":
        shape = [number(side, names) for side in spec["to"]]
        return nn.Unflatten(1, shape), shape
    if kind == "flatten":
        return nn.Flatten(), [torch.Size(shape).numel()]
    if kind == "batch-norm":
        norm = nn.BatchNorm2d if len(shape) == 3 else nn.BatchNorm1d
        return norm(shape[0]), shape
    if kind in ("relu", "tanh"):
        return {"relu": nn.ReLU(), "tanh": nn.Tanh()}[kind], shape
    if kind == "leaky-relu":
        return nn.LeakyReLU(spec["slope"]), shape
    if kind in ("conv", "conv-transpose"):
        return convolution(spec, shape, number(spec["out"], names), bias)
    raise SystemExit(f"This bench knows no layer {kind}.")


def convolution(spec, shape, out, bias):
    """A convolution that halves the image, or a transposed one that doubles it."""
    kernel, stride = spec["kernel"], spec["stride"]
    if stride != 2 or kernel not in (4, 5):
        raise SystemExit(f"This bench knows no convolution of kernel {kernel}, stride {stride}.")
    padding = (kernel - 1) // 2
    options = {"kernel_size": kernel, "stride": 2, "padding": padding, "bias": bias}
    channels, height, width = shape
    if spec["layer"] == "conv":
        layer = nn.Conv2d(channels, out, **options)
        return drawn(layer, spec), [out, height // 2, width // 2]
    layer = nn.ConvTranspose2d(channels, out, output_padding=kernel % 2, **options)
    return drawn(layer, spec), [out, height * 2, width * 2]


def drawn(layer, spec):
    nn.init.normal_(layer.weight, std=spec["init"]["normal"]["deviation"])
    if layer.bias is not None:
        nn.init.zeros_(layer.bias)
    return layer


class Training:
    """Both networks, Adam, the average of the generator, and images in memory."""

    def __init__(self, recipe, batch, device):
        self.recipe, self.batch, self.device = recipe, batch, device
        self.generator = recipe.generator.to(device).train()
        self.discriminator = recipe.discriminator.to(device).train()
        self.optimisers = [
            # Fused is the fastest of PyTorch's three forms of Adam.
            torch.optim.Adam(net.parameters(), lr=2e-4, betas=(0.5, 0.999), fused=True)
            for net in (self.generator, self.discriminator)
        ]
        self.live = [t for t in self.generator.state_dict().values() if t.is_floating_point()]
        self.averaged = [tensor.clone() for tensor in self.live]
        # Smooth blobs: noise would teach a discriminator nothing.
        coarse = torch.rand(4096, recipe.shape[0], 7, 7)
        fine = F.interpolate(coarse, recipe.shape[1:], mode="bilinear")
        self.images = (fine * 255).to(torch.uint8)
        self.steps = 0

    def reals(self):
        picked = torch.randint(len(self.images), (self.batch,))
        return self.images[picked].to(self.device).float() / 127.5 - 1

    def step(self):
        """One step; returns both losses, still on the device."""
        generator, discriminator = self.optimisers
        fake = self.generator(self.recipe.latents(self.batch, self.device))
        on_real = self.discriminator(self.reals())
        on_fake = self.discriminator(fake.detach())
        d_loss = F.softplus(-on_real).mean() + F.softplus(on_fake).mean()
        discriminator.zero_grad()
        d_loss.backward()
        discriminator.step()

        self.discriminator.requires_grad_(False)
        g_loss = F.softplus(-self.discriminator(fake)).mean()
        generator.zero_grad()
        g_loss.backward()
        generator.step()
        self.discriminator.requires_grad_(True)

        self.steps += 1
        keep = min(self.recipe.json["average"], 2 ** (-1 / (0.05 * self.steps)))
        torch._foreach_lerp_(self.averaged, self.live, 1 - keep)
        return torch.stack([d_loss.detach(), g_loss.detach()])

    def parameters(self):
        both = (self.generator, self.discriminator)
        return sum(p.numel() for net in both for p in net.parameters())


def timed(budget, work):
    """Warms `work` up, then times it; it takes how often it is to be done."""

    def run(times):
        since = time.perf_counter()
        work(times)
        return (time.perf_counter() - since) * 1000

    first = run(1)
    spent = estimate = run(1)
    while spent < budget:
        estimate = run(1)
        spent += estimate
    steps = max(FEWEST, min(MOST, round(budget / estimate)))
    return {"steps": steps, "first": first, "milliseconds": run(steps) / steps}


def measure_step(recipe, options):
    training = Training(recipe, options.count, options.device)
    losses = []

    def work(steps):
        nonlocal losses
        # Read once, at the end: the graphics card is not waited for after every step.
        losses = torch.stack([training.step() for _ in range(steps)])[-1].tolist()

    return {
        **timed(options.milliseconds, work),
        "losses": losses,
        "parameters": training.parameters(),
    }


def measure_generation(recipe, options):
    generator = recipe.generator.to(options.device).eval()

    @torch.inference_mode()
    def work(times):
        for _ in range(times):
            images = generator(recipe.latents(options.count, options.device))
            ((images + 1) * 127.5).round().to(torch.uint8).permute(0, 2, 3, 1).cpu().contiguous()

    return timed(options.milliseconds, work)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("work", choices=["step", "generate"])
    parser.add_argument("recipe")
    parser.add_argument("width", type=int)
    parser.add_argument("count", type=int)
    parser.add_argument("milliseconds", type=float)
    parser.add_argument("--threads", type=int)
    parser.add_argument("--device", default="cpu", choices=["cpu", "cuda"])
    options = parser.parse_args()
    if options.threads:
        torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    recipe = Recipe(options.recipe, options.width)
    measure = {"step": measure_step, "generate": measure_generation}[options.work]
    print(json.dumps(measure(recipe, options)))


if __name__ == "__main__":
    main()
