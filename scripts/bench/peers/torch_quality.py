"""The DCGAN of PyTorch's tutorial, scaled to MNIST: the peer of `npm run bench -- --only quality`.

    torch_quality.py MNIST FOLDER THREADS SECONDS...

MNIST is the folder with its files, unpacked or not. Trains for the last of the seconds, and writes
FOLDER/SECONDS.pt, the generator's state dict, after each of them. Prints one line of JSON.

As in the tutorial (https://docs.pytorch.org/tutorials/beginner/dcgan_faces_tutorial.html): transposed
convolutions with batch norm and ReLU, a discriminator with batch norm and leaky ReLU, 64 feature maps,
100 normal latents, batches of 128, weights from normal(0, 0.02), Adam at 2e-4 with beta1 0.5. Scaled: 28×28
grey images, so the first layer makes 7×7 pixels, and two halvings are left of four.
"""

import argparse
import gzip
import json
import time
from pathlib import Path

import torch
from torch import nn

LATENT, MAPS, BATCH = 100, 64, 128


def generator():
    return nn.Sequential(
        nn.ConvTranspose2d(LATENT, 2 * MAPS, 7, 1, 0, bias=False),
        nn.BatchNorm2d(2 * MAPS),
        nn.ReLU(True),
        nn.ConvTranspose2d(2 * MAPS, MAPS, 4, 2, 1, bias=False),
        nn.BatchNorm2d(MAPS),
        nn.ReLU(True),
        nn.ConvTranspose2d(MAPS, 1, 4, 2, 1, bias=False),
        nn.Tanh(),
    )


def discriminator():
    return nn.Sequential(
        nn.Conv2d(1, MAPS, 4, 2, 1, bias=False),
        nn.LeakyReLU(0.2, inplace=True),
        nn.Conv2d(MAPS, 2 * MAPS, 4, 2, 1, bias=False),
        nn.BatchNorm2d(2 * MAPS),
        nn.LeakyReLU(0.2, inplace=True),
        nn.Conv2d(2 * MAPS, 1, 7, 1, 0, bias=False),
        nn.Sigmoid(),
    )


def initialise(module):
    if isinstance(module, (nn.Conv2d, nn.ConvTranspose2d)):
        nn.init.normal_(module.weight, 0.0, 0.02)
    elif isinstance(module, nn.BatchNorm2d):
        nn.init.normal_(module.weight, 1.0, 0.02)
        nn.init.zeros_(module.bias)


def images(folder):
    """MNIST's training images, −1 to 1."""
    name = "train-images-idx3-ubyte"
    plain = Path(folder) / name
    data = plain.read_bytes() if plain.exists() else gzip.decompress((Path(folder) / f"{name}.gz").read_bytes())
    pixels = torch.frombuffer(bytearray(data[16:]), dtype=torch.uint8)
    return pixels.reshape(-1, 1, 28, 28).float() / 127.5 - 1


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("mnist")
    parser.add_argument("folder", type=Path)
    parser.add_argument("threads", type=int)
    parser.add_argument("seconds", type=float, nargs="+")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    reals = images(options.mnist)
    steps = steps_of(reals)
    trained, count, spent = [], 0, 0.0
    for seconds in options.seconds:
        while spent < seconds:
            since = time.perf_counter()
            state = next(steps)
            spent += time.perf_counter() - since
            count += 1
        file = options.folder / f"{seconds:g}.pt"
        torch.save(state.state_dict(), file)
        trained.append({"seconds": seconds, "steps": count, "file": str(file)})
    print(json.dumps(trained))


def steps_of(reals):
    """Trains for ever; gives the generator after each step."""
    G, D = generator().apply(initialise), discriminator().apply(initialise)
    loss = nn.BCELoss()
    options = {"lr": 2e-4, "betas": (0.5, 0.999)}
    of_d = torch.optim.Adam(D.parameters(), **options)
    of_g = torch.optim.Adam(G.parameters(), **options)
    ones, zeros = torch.ones(BATCH), torch.zeros(BATCH)
    while True:
        for batch in torch.randperm(len(reals)).split(BATCH):
            if len(batch) < BATCH:
                break
            D.zero_grad()
            loss(D(reals[batch]).view(-1), ones).backward()
            fakes = G(torch.randn(BATCH, LATENT, 1, 1))
            loss(D(fakes.detach()).view(-1), zeros).backward()
            of_d.step()
            G.zero_grad()
            loss(D(fakes).view(-1), ones).backward()
            of_g.step()
            yield G


if __name__ == "__main__":
    main()
