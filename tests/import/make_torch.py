"""Writes the PyTorch and ONNX fixtures: small generators with random weights, and what they draw.

Run from this folder: python make_torch.py (torch, onnx, onnxscript, numpy).
"""

import io
import warnings
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F

warnings.filterwarnings("ignore")
OUT = Path(__file__).parent / "fixtures"
torch.manual_seed(1)
# Legacy files hold the source and its place on this machine.
torch.serialization.get_source_lines_and_file = lambda *_, **__: (["class"], 0, "module.py")


class Dcgan(nn.Module):
    """The textbook's, small."""

    def __init__(self, latent=6, width=4, channels=3, last=nn.Tanh, bias=False):
        super().__init__()
        self.main = nn.Sequential(
            nn.ConvTranspose2d(latent, 2 * width, 4, 1, 0, bias=bias),
            nn.BatchNorm2d(2 * width),
            nn.ReLU(True),
            nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=bias),
            nn.BatchNorm2d(width),
            nn.ReLU(True),
            nn.ConvTranspose2d(width, channels, 4, 2, 1, bias=bias),
            last(),
        )

    def forward(self, z):
        return self.main(z)


class Upsampling(nn.Module):
    """Linear, then enlarging and convolutions."""

    def __init__(self, activation=nn.SiLU, mode="nearest", norm=nn.BatchNorm2d):
        super().__init__()
        self.fc = nn.Linear(6, 8 * 4 * 4)
        self.blocks = nn.Sequential(
            norm(8),
            activation(),
            nn.Upsample(scale_factor=2, mode=mode),
            nn.Conv2d(8, 4, 3, padding=1),
            norm(4, affine=True),
            activation(),
            nn.Upsample(scale_factor=2, mode=mode),
            nn.ZeroPad2d((1, 2, 2, 1)),
            nn.Conv2d(4, 1, 4),
            nn.Sigmoid(),
        )

    def forward(self, z):
        return self.blocks(self.fc(z).view(-1, 8, 4, 4))


class Conditional(nn.Module):
    """Takes labels: looked up, or one-hot."""

    def __init__(self, how):
        super().__init__()
        self.how = how
        features = 7 if how in ("embedding", "embedding-first") else 5
        self.label_emb = nn.Embedding(5, 7) if "embedding" in how else None
        self.fc = nn.Linear(6 + features, 4 * 4 * 4)
        self.up = nn.ConvTranspose2d(4, 1, 5, 2, 2, output_padding=1)

    def forward(self, z, label):
        if self.how == "one-hot-input":
            parts = (z, label)
        elif self.how == "one-hot":
            parts = (z, F.one_hot(label, 5).float())
        elif self.how == "embedding-first":
            parts = (self.label_emb(label), z)
        else:
            parts = (z, self.label_emb(label))
        x = F.gelu(self.fc(torch.cat(parts, 1)))
        x = F.leaky_relu(self.up(x.view(-1, 4, 4, 4)), 0.1)
        return x.tanh() * 0.5 + 0.5


class Functional(nn.Module):
    """Activations are functions, as in many tutorials."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 4 * 7 * 7)
        self.conv1 = nn.ConvTranspose2d(4, 3, 4, 2, 1)
        self.bn1 = nn.BatchNorm2d(3)
        self.conv2 = nn.ConvTranspose2d(3, 1, 4, 2, 1)

    def forward(self, z):
        x = F.relu(self.fc(z)).view(-1, 4, 7, 7)
        x = F.relu(self.bn1(self.conv1(x)))
        return torch.tanh(self.conv2(x))


class Shuffling(nn.Module):
    """Pixels from channels, and a slope for each channel, as super-resolution networks have them."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 8 * 4 * 4)
        self.blocks = nn.Sequential(
            nn.PReLU(8),
            nn.Conv2d(8, 16, 3, padding=1),
            nn.PixelShuffle(2),
            nn.PReLU(4),
            nn.Conv2d(4, 8, 3, padding=1),
            nn.SELU(),
            nn.PixelShuffle(2),
            nn.Conv2d(2, 1, 3, padding=1),
            nn.Tanh(),
        )

    def forward(self, z):
        return self.blocks(self.fc(z).view(-1, 8, 4, 4))


class Pooling(nn.Module):
    """The largest of pixels: of squares that overlap, and of pairs beside each other."""

    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 4 * 8 * 8)
        self.blocks = nn.Sequential(
            nn.LeakyReLU(0.2),
            nn.Conv2d(4, 6, 3, padding=1),
            nn.MaxPool2d(3, stride=2, padding=1),
            nn.LeakyReLU(0.2),
            nn.Conv2d(6, 8, 3, padding=1),
            nn.LeakyReLU(0.2),
            nn.PixelShuffle(2),
            nn.MaxPool2d((1, 2)),
            nn.Conv2d(2, 1, 3, padding=1),
            nn.Tanh(),
        )

    def forward(self, z):
        return self.blocks(self.fc(z).view(-1, 4, 8, 8))


def trained(module):
    """Weights and running statistics that are not those of the beginning."""
    generator = torch.Generator().manual_seed(7)
    with torch.no_grad():
        for name, value in module.state_dict().items():
            if not value.is_floating_point():
                continue
            noise = torch.randn(value.shape, generator=generator)
            if name.endswith("running_var"):
                value.copy_(0.5 + noise.abs())
            elif value.dim() > 1:
                value.copy_(noise * 0.3)
            else:
                value.copy_(value + noise * 0.2)
    return module.eval()


def latents(*shape):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(3))


def keep(name, z, y, labels=None):
    arrays = {"z": z.reshape(len(z), -1).numpy(), "y": y.detach().numpy()}
    if labels is not None:
        arrays["labels"] = labels.numpy().astype(np.float32)
    np.savez_compressed(OUT / f"{name}.npz", **{k: v.astype(np.float32) for k, v in arrays.items()})


def torch_files():
    z = latents(2, 6, 1, 1)
    net = trained(Dcgan())
    y = net(z)
    state = {name: value.clone() for name, value in net.state_dict().items()}
    keep("dcgan", z, y)
    torch.save(state, OUT / "dcgan-legacy.pth", _use_new_zipfile_serialization=False)
    for protocol in (3, 4, 5):
        torch.save(state, OUT / f"dcgan-protocol{protocol}.pth", pickle_protocol=protocol)
    optimiser = torch.optim.Adam(net.parameters())
    net.train()(z).sum().backward()
    optimiser.step()
    net = trained(Dcgan())
    critic = nn.Sequential(nn.Conv2d(3, 2, 4, 2, 1), nn.Flatten(), nn.Linear(128, 1))
    checkpoint = {
        "epoch": 3,
        "args": {"nz": 6, "lr": 2e-4},
        "generator": {"state_dict": state},
        "discriminator": {"state_dict": critic.state_dict()},
        "optimizer_g": optimiser.state_dict(),
    }
    torch.save(checkpoint, OUT / "dcgan-nested.pt")
    torch.save({"a": state, "b": trained(Dcgan()).state_dict()}, OUT / "dcgan-two.pt")
    both = {f"generator.{k}": v for k, v in state.items()}
    both |= {f"discriminator.{k}": v for k, v in critic.state_dict().items()}
    torch.save({"state_dict": both}, OUT / "dcgan-lightning.ckpt")
    wrapped = {f"module._orig_mod.{k}": v for k, v in state.items()}
    torch.save(wrapped, OUT / "dcgan-parallel.pth")
    torch.save(net, OUT / "dcgan-module.pt")
    torch.save(net, OUT / "dcgan-module-legacy.pt", _use_new_zipfile_serialization=False)

    half = trained(Dcgan()).half().float()
    keep("dcgan-f16", z, half(z))
    torch.save({k: v.half() if v.is_floating_point() else v for k, v in state.items()},
               OUT / "dcgan-f16.pth")
    bf16 = trained(Dcgan()).bfloat16().float()
    keep("dcgan-bf16", z, bf16(z))
    torch.save({k: v.bfloat16() if v.is_floating_point() else v for k, v in state.items()},
               OUT / "dcgan-bf16.pth")
    # One storage for all, read at offsets and, of the kernels, against the rows.
    flat = torch.cat([v.transpose(0, 1).flatten() if v.dim() == 4 else v.flatten()
                      for v in state.values() if v.is_floating_point()]).double()
    shared, place = {}, 0
    for name, value in state.items():
        if not value.is_floating_point():
            continue
        own = flat[place : place + value.numel()]
        place += value.numel()
        if value.dim() == 4:
            a, b, c, d = value.shape
            own = own.view(b, a, c, d).transpose(0, 1)
        shared[name] = own.view_as(value) if value.dim() != 4 else own
    torch.save(shared, OUT / "dcgan-strided-f64.pth")

    spectral = trained(Dcgan())
    for layer in (spectral.main[0], spectral.main[3]):
        nn.utils.spectral_norm(layer)
    nn.utils.weight_norm(spectral.main[6])
    spectral.train()(z)
    spectral.eval()
    keep("dcgan-spectral", z, spectral(z))
    torch.save(spectral.state_dict(), OUT / "dcgan-spectral.pth")

    net = trained(Upsampling(nn.SiLU))
    z = latents(4, 6)
    keep("upsampling", z, net(z))
    torch.save(net, OUT / "upsampling-module.pt")
    net = trained(Shuffling())
    keep("shuffling", z, net(z))
    torch.save(net, OUT / "shuffling-module.pt")
    torch.save(net.state_dict(), OUT / "shuffling.pth")
    net = trained(Pooling())
    keep("pooling", z, net(z))
    torch.save(net, OUT / "pooling-module.pt")
    net = trained(Functional())
    keep("functional", z, net(z))
    torch.save(net, OUT / "functional-module.pt")
    torch.save(net.state_dict(), OUT / "functional.pth")
    script = io.BytesIO()
    torch.jit.save(torch.jit.trace(trained(Dcgan()), latents(1, 6, 1, 1)), script)
    # Without what names places on this machine.
    with zipfile.ZipFile(script) as old, zipfile.ZipFile(OUT / "dcgan-script.pt", "w") as new:
        for entry in old.infolist():
            if not entry.filename.endswith((".debug_pkl", ".py")):
                new.writestr(entry, old.read(entry))


def export(name, net, inputs, labels=None, **settings):
    buffer = io.BytesIO()
    names = ["z", "label"][: len(inputs)]
    torch.onnx.export(net, inputs, buffer, input_names=names, output_names=["image"], **settings)
    model = onnx.load_from_string(buffer.getvalue())
    for part in [model, model.graph, *model.graph.node, *model.graph.input, *model.graph.output,
                 *model.graph.value_info, *model.graph.initializer]:
        part.doc_string = ""
        del part.metadata_props[:]
    onnx.save(model, OUT / f"{name}.onnx")
    keep(name, inputs[0], net(*inputs), labels)


def onnx_files():
    old = {"dynamo": False}
    z = latents(4, 6)
    export("onnx-dcgan", trained(Dcgan(bias=True)), (latents(2, 6, 1, 1),), **old, opset_version=11)
    free = {"z": {0: "batch"}}
    export("onnx-dynamic", trained(Upsampling(nn.ELU)), (z,), **old, opset_version=13, dynamic_axes=free)
    export("onnx-silu", trained(Upsampling(nn.SiLU)), (z,), **old, opset_version=17)
    export("onnx-bilinear", trained(Upsampling(nn.PReLU, "bilinear")), (z,), **old, opset_version=16)
    export("onnx-instance", trained(Upsampling(nn.LeakyReLU, norm=nn.InstanceNorm2d)), (z,), **old,
           opset_version=14)
    export("onnx-shuffling", trained(Shuffling()), (z,), **old, opset_version=13)
    export("onnx-pooling", trained(Pooling()), (z,), **old, opset_version=13)
    label = torch.tensor([4, 0, 2, 1])
    hot = F.one_hot(label, 5).float()
    export("onnx-one-hot-input", trained(Conditional("one-hot-input")), (z, hot), label, **old,
           opset_version=17)
    export("onnx-one-hot", trained(Conditional("one-hot")), (z, label), label, **old, opset_version=17)
    export("onnx-embedding", trained(Conditional("embedding")), (z, label), label, **old,
           opset_version=20)
    export("onnx-embedding-first", trained(Conditional("embedding-first")), (z, label), label, **old,
           opset_version=17)
    export("onnx-new-exporter", trained(Dcgan()), (latents(2, 6, 1, 1),), dynamo=True)


OUT.mkdir(exist_ok=True)
torch_files()
onnx_files()
