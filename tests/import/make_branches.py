"""Writes ONNX files of generators whose networks branch, as public repositories build them, small and
with random weights, and what PyTorch draws of them.

Run from this folder: python make_branches.py (torch, onnx, onnxscript, numpy). It writes each
architecture by one of PyTorch's two exporters to fixtures/branches. `python make_branches.py FOLDER`
writes each by both; then GANVAS_BRANCHES=FOLDER cargo test --test native import::branches compares them
all, and prints the largest differences.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn
from torch.nn import functional as F
from torch.nn.utils import parametrizations

warnings.filterwarnings("ignore")
Z = 8


def conv(*args, **settings):
    return nn.Conv2d(*args, **{"padding": 1, **settings})


class Start(nn.Module):
    """The latent as a small image."""

    def __init__(self, width, side=4):
        super().__init__()
        self.linear, self.width, self.side = nn.Linear(Z, width * side * side), width, side

    def forward(self, z):
        return self.linear(z).view(-1, self.width, self.side, self.side)


class Residual(nn.Module):
    """The input, and what a body makes of it."""

    def __init__(self, *body, gain=1.0):
        super().__init__()
        self.body, self.gain = nn.Sequential(*body), gain

    def forward(self, x):
        y = self.body(x)
        return x + (y if self.gain == 1 else y * self.gain)


class Dcgan(nn.Sequential):
    def __init__(self):
        super().__init__(
            nn.ConvTranspose2d(Z, 8, 4, bias=False), nn.BatchNorm2d(8), nn.ReLU(True),
            nn.ConvTranspose2d(8, 4, 4, 2, 1, bias=False), nn.BatchNorm2d(4), nn.ReLU(True),
            nn.ConvTranspose2d(4, 3, 4, 2, 1), nn.Tanh())


class UpBlock(nn.Module):
    """SNGAN's and BigGAN's: normalised before, enlarged inside, with an enlarged shortcut."""

    def __init__(self, inputs, outputs, norm=nn.BatchNorm2d, wrap=lambda layer: layer):
        super().__init__()
        self.b1, self.b2 = norm(inputs), norm(outputs)
        self.c1, self.c2 = wrap(conv(inputs, outputs, 3)), wrap(conv(outputs, outputs, 3))
        self.c_sc = wrap(conv(inputs, outputs, 1, padding=0))

    def forward(self, x):
        h = F.interpolate(F.relu(self.b1(x)), scale_factor=2)
        h = self.c2(F.relu(self.b2(self.c1(h))))
        return h + self.c_sc(F.interpolate(x, scale_factor=2))


class Sngan(nn.Module):
    def __init__(self, wrap=lambda layer: layer):
        super().__init__()
        self.l1 = Start(8)
        self.block2, self.block3 = UpBlock(8, 8, wrap=wrap), UpBlock(8, 4, wrap=wrap)
        self.b4, self.l4 = nn.BatchNorm2d(4), conv(4, 3, 3)

    def forward(self, z):
        return torch.tanh(self.l4(F.relu(self.b4(self.block3(self.block2(self.l1(z)))))))


class WganGp(nn.Module):
    """Gulrajani's: enlarged by channels that are repeated and shuffled, the shortcut too."""

    class Block(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.bn1, self.bn2 = nn.BatchNorm2d(inputs), nn.BatchNorm2d(outputs)
            self.conv1, self.conv2 = conv(inputs, outputs, 3), conv(outputs, outputs, 3)
            self.shortcut = conv(inputs, outputs, 1, padding=0)

        def up(self, x):
            return F.pixel_shuffle(x.repeat_interleave(4, 1), 2) if False else F.interpolate(
                x, scale_factor=2, mode="nearest")

        def forward(self, x):
            shortcut = self.shortcut(self.up(x))
            y = self.conv1(self.up(F.relu(self.bn1(x))))
            return shortcut + self.conv2(F.relu(self.bn2(y)))

    def __init__(self):
        super().__init__()
        self.start, self.blocks = Start(8), nn.Sequential(self.Block(8, 8), self.Block(8, 4))
        self.bn, self.out = nn.BatchNorm2d(4), conv(4, 3, 3)

    def forward(self, z):
        return torch.tanh(self.out(F.relu(self.bn(self.blocks(self.start(z))))))


class SrResnet(nn.Module):
    """makegirls.moe's: residual blocks, one long skip over all, pixel shuffles."""

    def __init__(self):
        super().__init__()
        self.start, self.bn = Start(8), nn.BatchNorm2d(8)
        self.blocks = nn.Sequential(*[
            Residual(conv(8, 8, 3, bias=False), nn.BatchNorm2d(8), nn.ReLU(),
                     conv(8, 8, 3, bias=False), nn.BatchNorm2d(8)) for _ in range(2)])
        self.after = nn.BatchNorm2d(8)
        self.up = nn.Sequential(*[nn.Sequential(conv(8, 32, 3), nn.PixelShuffle(2), nn.BatchNorm2d(8),
                                                nn.ReLU()) for _ in range(2)])
        self.out = conv(8, 3, 9, padding=4)

    def forward(self, z):
        first = F.relu(self.bn(self.start(z)))
        return torch.tanh(self.out(self.up(F.relu(self.after(self.blocks(first))) + first)))


class Esrgan(nn.Module):
    """Residual in residual dense blocks: each convolution sees all before it, scaled by 0.2."""

    class Dense(nn.Module):
        def __init__(self, width, grow):
            super().__init__()
            self.convs = nn.ModuleList([conv(width + i * grow, grow, 3) for i in range(4)])
            self.last = conv(width + 4 * grow, width, 3)

        def forward(self, x):
            all = [x]
            for layer in self.convs:
                all.append(F.leaky_relu(layer(torch.cat(all, 1)), 0.2))
            return self.last(torch.cat(all, 1)) * 0.2 + x

    def __init__(self):
        super().__init__()
        self.first = Start(6)
        self.trunk = Residual(self.Dense(6, 2), self.Dense(6, 2), self.Dense(6, 2), gain=0.2)
        self.body, self.up = conv(6, 6, 3), conv(6, 6, 3)
        self.hr, self.last = conv(6, 6, 3), conv(6, 3, 3)

    def forward(self, z):
        fea = self.first(z)
        fea = fea + self.body(self.trunk(fea))
        fea = F.leaky_relu(self.up(F.interpolate(fea, scale_factor=2)), 0.2)
        return torch.tanh(self.last(F.leaky_relu(self.hr(fea), 0.2)))


class Bigan(nn.Module):
    """BigGAN-deep's block: a bottleneck, and a shortcut that drops channels."""

    class Block(nn.Module):
        def __init__(self, inputs, outputs, up):
            super().__init__()
            hidden = inputs // 2
            self.outputs, self.up = outputs, up
            self.norms = nn.ModuleList([nn.BatchNorm2d(n) for n in (inputs, hidden, hidden, hidden)])
            self.convs = nn.ModuleList([conv(inputs, hidden, 1, padding=0), conv(hidden, hidden, 3),
                                        conv(hidden, hidden, 3), conv(hidden, outputs, 1, padding=0)])

        def forward(self, x):
            h = self.convs[0](F.relu(self.norms[0](x)))
            h = F.relu(self.norms[1](h))
            x = x[:, : self.outputs]
            if self.up:
                h, x = F.interpolate(h, scale_factor=2), F.interpolate(x, scale_factor=2)
            h = self.convs[2](F.relu(self.norms[2](self.convs[1](h))))
            return self.convs[3](F.relu(self.norms[3](h))) + x

    def __init__(self):
        super().__init__()
        self.start = Start(8)
        self.blocks = nn.Sequential(self.Block(8, 8, False), self.Block(8, 4, True), self.Block(4, 4, True))
        self.bn, self.out = nn.BatchNorm2d(4), conv(4, 3, 3)

    def forward(self, z):
        return torch.tanh(self.out(F.relu(self.bn(self.blocks(self.start(z))))))


class Pix2pix(nn.Module):
    """A U-Net: each level inside the one before, its input beside what it makes."""

    class Level(nn.Module):
        def __init__(self, outer, inner, inside=None, first=False, inputs=None):
            super().__init__()
            down = [conv(inputs or outer, inner, 4, stride=2, bias=False)]
            wide = inner if inside is None else 2 * inner
            up = [nn.ReLU(True), nn.ConvTranspose2d(wide, outer, 4, 2, 1, bias=first)]
            if not first:
                down = [nn.LeakyReLU(0.2, True)] + down
                up = up + [nn.BatchNorm2d(outer), nn.Dropout(0.5)]
                if inside is not None:
                    down = down + [nn.BatchNorm2d(inner)]
            else:
                up = up + [nn.Tanh()]
            self.model = nn.Sequential(*down, *([inside] if inside else []), *up)
            self.first = first

        def forward(self, x):
            return self.model(x) if self.first else torch.cat([x, self.model(x)], 1)

    def __init__(self):
        super().__init__()
        level = self.Level(6, 6)
        level = self.Level(4, 6, level)
        level = self.Level(4, 4, level)
        self.model = self.Level(3, 4, level, first=True, inputs=3)

    def forward(self, x):
        return self.model(x)


class CycleGan(nn.Sequential):
    """Johnson's: reflected edges, instance norm, residual blocks between down and up."""

    def __init__(self):
        def block(width):
            return Residual(nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3), nn.InstanceNorm2d(width),
                            nn.ReLU(True), nn.ReflectionPad2d(1), nn.Conv2d(width, width, 3),
                            nn.InstanceNorm2d(width))

        super().__init__(
            nn.ReflectionPad2d(3), nn.Conv2d(3, 4, 7), nn.InstanceNorm2d(4), nn.ReLU(True),
            conv(4, 8, 3, stride=2), nn.InstanceNorm2d(8), nn.ReLU(True),
            block(8), block(8),
            nn.ConvTranspose2d(8, 4, 3, 2, 1, output_padding=1), nn.InstanceNorm2d(4), nn.ReLU(True),
            nn.ReflectionPad2d(3), nn.Conv2d(4, 3, 7), nn.Tanh())


class FastGan(nn.Module):
    """Gated linear units, and skips that excite later channels by earlier ones."""

    class Up(nn.Sequential):
        def __init__(self, inputs, outputs):
            super().__init__(nn.Upsample(scale_factor=2, mode="nearest"),
                             conv(inputs, outputs * 2, 3, bias=False), nn.BatchNorm2d(outputs * 2), nn.GLU(1))

    class Excite(nn.Module):
        def __init__(self, inputs, outputs):
            super().__init__()
            self.main = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(inputs, outputs, 1), nn.SiLU(),
                                      nn.Conv2d(outputs, outputs, 1), nn.Sigmoid())

        def forward(self, small, big):
            return big * self.main(small)

    def __init__(self):
        super().__init__()
        self.init = nn.Sequential(nn.ConvTranspose2d(Z, 12, 4, bias=False), nn.BatchNorm2d(12), nn.GLU(1))
        self.up8, self.up16 = self.Up(6, 6), self.Up(6, 4)
        self.excite = self.Excite(6, 4)
        self.out = conv(4, 3, 3)

    def forward(self, z):
        first = self.init(z.view(-1, Z, 1, 1))
        return torch.tanh(self.out(self.excite(first, self.up16(self.up8(first)))))


class LapGan(nn.Module):
    """A coarse image, enlarged, and the details that a second network adds."""

    def __init__(self):
        super().__init__()
        self.coarse = nn.Sequential(nn.Linear(Z, 32), nn.ReLU(), nn.Linear(32, 3 * 8 * 8), nn.Tanh())
        self.detail = nn.Sequential(conv(3, 6, 3), nn.ReLU(), conv(6, 3, 3))

    def forward(self, z):
        low = F.interpolate(self.coarse(z).view(-1, 3, 8, 8), scale_factor=2, mode="bilinear",
                            align_corners=False)
        return low + self.detail(low)


class Progressive(nn.Module):
    """Pixel norm, equalised weights by constants, two resolutions that are faded."""

    class Norm(nn.Module):
        def forward(self, x):
            return x / torch.sqrt(torch.mean(x ** 2, dim=1, keepdim=True) + 1e-8)

    class Equal(nn.Module):
        def __init__(self, layer):
            super().__init__()
            self.layer, self.scale = layer, 0.6

        def forward(self, x):
            return self.layer(x * self.scale)

    def __init__(self):
        super().__init__()
        norm, equal = self.Norm, self.Equal
        self.start = nn.Sequential(norm(), equal(Start(6)), nn.LeakyReLU(0.2), norm())
        self.block = nn.Sequential(nn.Upsample(scale_factor=2), equal(conv(6, 6, 3)), nn.LeakyReLU(0.2), norm(),
                                   equal(conv(6, 6, 3)), nn.LeakyReLU(0.2), norm())
        self.rgb4, self.rgb8 = conv(6, 3, 1, padding=0), conv(6, 3, 1, padding=0)

    def forward(self, z):
        x = self.start(z)
        low = F.interpolate(self.rgb4(x), scale_factor=2)
        return torch.tanh(0.3 * low + 0.7 * self.rgb8(self.block(x)))


class Mobile(nn.Module):
    """Inverted bottlenecks with depthwise convolutions, hard swish, squeeze and excitation."""

    class Block(nn.Module):
        def __init__(self, width, wide):
            super().__init__()
            self.expand = nn.Sequential(conv(width, wide, 1, padding=0), nn.BatchNorm2d(wide), nn.ReLU6())
            self.depth = nn.Sequential(conv(wide, wide, 3, groups=wide), nn.BatchNorm2d(wide), nn.Hardswish())
            self.gate = nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Conv2d(wide, 4, 1), nn.ReLU(),
                                      nn.Conv2d(4, wide, 1), nn.Hardsigmoid())
            self.project = nn.Sequential(conv(wide, width, 1, padding=0), nn.BatchNorm2d(width))

        def forward(self, x):
            h = self.depth(self.expand(x))
            return x + self.project(h * self.gate(h))

    def __init__(self):
        super().__init__()
        self.start = Start(4)
        self.rest = nn.Sequential(self.Block(4, 8), nn.Upsample(scale_factor=2), self.Block(4, 8),
                                  conv(4, 3, 3), nn.Tanh())

    def forward(self, z):
        return self.rest(self.start(z))


class Inception(nn.Module):
    """Four branches side by side, kernels that are not square, an average over neighbours."""

    class Block(nn.Module):
        def __init__(self, width):
            super().__init__()
            half = width // 2
            self.one = conv(width, half, 1, padding=0)
            self.three = nn.Sequential(conv(width, half, 1, padding=0), nn.ReLU(), conv(half, half, 3))
            self.lines = nn.Sequential(conv(width, half, (1, 5), padding=(0, 2)),
                                       conv(half, half, (5, 1), padding=(2, 0)))
            self.pool = nn.Sequential(nn.AvgPool2d(3, 1, 1), conv(width, half, 1, padding=0))

        def forward(self, x):
            return F.relu(torch.cat([self.one(x), self.three(x), self.lines(x), self.pool(x)], 1))

    def __init__(self):
        super().__init__()
        self.start = Start(4)
        self.rest = nn.Sequential(self.Block(4), nn.ConvTranspose2d(8, 4, (4, 2), (2, 2), (1, 0)),
                                  self.Block(4), conv(8, 1, 3), nn.Sigmoid())

    def forward(self, z):
        return self.rest(self.start(z))


class Dilated(nn.Module):
    """Convolutions with holes, side by side and one after another."""

    def __init__(self):
        super().__init__()
        self.start = Start(4, 6)
        self.rates = nn.ModuleList([conv(4, 4, 3, padding=rate, dilation=rate) for rate in (1, 2, 3)])
        self.join = conv(12, 4, 1, padding=0)
        self.tail = nn.Sequential(nn.SELU(), Residual(conv(4, 4, 3, padding=2, dilation=2), nn.PReLU(4)),
                                  nn.ConvTranspose2d(4, 3, 3, 2, 2, dilation=2, output_padding=1), nn.Tanh())

    def forward(self, z):
        x = self.start(z)
        return self.tail(self.join(torch.cat([rate(x) for rate in self.rates], 1)))


class Resnext(nn.Module):
    """Grouped convolutions, channels that are shuffled between the groups, as in ShuffleNet and R3GAN."""

    class Shuffle(nn.Module):
        def forward(self, x):
            n, c, h, w = x.shape
            return x.view(n, 2, c // 2, h, w).transpose(1, 2).reshape(n, c, h, w)

    def __init__(self):
        super().__init__()
        self.start = Start(4)
        self.rest = nn.Sequential(
            Residual(conv(4, 8, 1, padding=0), nn.LeakyReLU(0.2), conv(8, 8, 3, groups=2), self.Shuffle(),
                     nn.LeakyReLU(0.2), conv(8, 4, 1, padding=0, bias=False)),
            nn.Upsample(scale_factor=2, mode="bilinear"), conv(4, 3, 3), nn.Hardtanh())

    def forward(self, z):
        return self.rest(self.start(z))


class Group(nn.Module):
    """Group normalisation, as diffusion-era generators have it."""

    def __init__(self):
        super().__init__()
        self.start = Start(8)
        self.rest = nn.Sequential(
            Residual(nn.GroupNorm(2, 8), nn.SiLU(), conv(8, 8, 3), nn.GroupNorm(4, 8), nn.SiLU(), conv(8, 8, 3)),
            nn.Upsample(scale_factor=2), conv(8, 3, 3), nn.Tanh())

    def forward(self, z):
        return self.rest(self.start(z))


class Dense(nn.Module):
    """A sum over features before they are an image, and again at the end."""

    def __init__(self):
        super().__init__()
        self.first = nn.Sequential(nn.Linear(Z, 16), nn.ReLU())
        self.blocks = nn.Sequential(*[Residual(nn.Linear(16, 16), nn.LayerNorm(16), nn.GELU(), nn.Linear(16, 16))
                                      for _ in range(2)])
        self.last = nn.Linear(16, 64)

    def forward(self, z):
        return torch.sigmoid(self.last(self.blocks(self.first(z))).view(-1, 1, 8, 8))


class SpaceToDepth(nn.Module):
    """Down by pixels that become channels, a bottleneck, and up again, with a skip that is subtracted."""

    def __init__(self):
        super().__init__()
        self.start = Start(4, 8)
        self.inner = nn.Sequential(nn.PixelUnshuffle(2), conv(16, 8, 3), nn.ELU(), conv(8, 16, 3),
                                   nn.PixelShuffle(2))
        self.out = conv(4, 3, 3)

    def forward(self, z):
        x = self.start(z)
        return torch.tanh(self.out(x - self.inner(x)))[:, :, 1:-1, 1:-1]


class Adaptive(nn.Module):
    """Instance norm by parts, slopes by channel, replicated edges, a constant image that is added."""

    def __init__(self):
        super().__init__()
        self.start = Start(4)
        self.conv1, self.prelu = nn.Conv2d(4, 4, 3), nn.PReLU(4)
        self.out = conv(4, 3, 3)

    def forward(self, z):
        x = self.conv1(F.pad(self.start(z), (1, 1, 1, 1), mode="replicate"))
        mean = x.mean((2, 3), keepdim=True)
        var = ((x - mean) ** 2).mean((2, 3), keepdim=True)
        x = self.prelu((x - mean) / torch.sqrt(var + 1e-5))
        return torch.clamp(self.out(F.interpolate(x, scale_factor=2)), -1, 1)


class StyleSkip(nn.Module):
    """Images of every size, each enlarged and added to the next: branches that cross."""

    def __init__(self):
        super().__init__()
        self.start = Start(6)
        self.a, self.b = conv(6, 6, 3), conv(6, 6, 3)
        self.rgb = nn.ModuleList([conv(6, 3, 1, padding=0) for _ in range(3)])

    def forward(self, z):
        up = lambda x: F.interpolate(x, scale_factor=2, mode="bilinear", align_corners=False)
        x = self.start(z)
        image = self.rgb[0](x)
        x = F.leaky_relu(self.a(up(x)), 0.2)
        image = up(image) + self.rgb[1](x)
        x = F.leaky_relu(self.b(x), 0.2)
        return torch.tanh(image + self.rgb[2](x))


class ClassNorm(nn.Module):
    """A batch norm whose scale and shift are looked up by class."""

    def __init__(self, width):
        super().__init__()
        self.width = width
        self.norm, self.embed = nn.BatchNorm2d(width, affine=False), nn.Embedding(5, 2 * width)

    def forward(self, x, label):
        scale, shift = self.embed(label).chunk(2, 1)
        shape = (-1, self.width, 1, 1)
        return (1 + scale.view(shape)) * self.norm(x) + shift.view(shape)


class ClassBigGan(nn.Module):
    """BigGAN's generator with classes, without the latent's parts and attention."""

    def __init__(self):
        super().__init__()
        self.start, self.out = Start(4), conv(4, 3, 3)
        self.norms = nn.ModuleList([ClassNorm(4) for _ in range(5)])
        self.convs = nn.ModuleList([conv(4, 4, 3) for _ in range(4)])

    def forward(self, z, label):
        x = self.start(z)
        for i in (0, 2):
            h = self.convs[i](F.interpolate(F.relu(self.norms[i](x, label)), scale_factor=2))
            h = self.convs[i + 1](F.relu(self.norms[i + 1](h, label)))
            x = h + F.interpolate(x, scale_factor=2)
        return torch.tanh(self.out(F.relu(self.norms[4](x, label))))


class AcGan(nn.Module):
    """The latent times the label's embedding."""

    def __init__(self):
        super().__init__()
        self.embed, self.start, self.out = nn.Embedding(5, Z), Start(4), conv(4, 1, 3)

    def forward(self, z, label):
        return torch.tanh(self.out(self.start(self.embed(label) * z)))


class Planes(nn.Module):
    """The label as a plane beside the image, twice."""

    def __init__(self):
        super().__init__()
        self.embed, self.start = nn.Embedding(5, 16), Start(4)
        self.conv, self.out = conv(5, 4, 3), conv(5, 1, 3)

    def forward(self, z, label):
        plane = self.embed(label).view(-1, 1, 4, 4)
        x = F.relu(self.conv(torch.cat([self.start(z), plane], 1)))
        return torch.tanh(self.out(torch.cat([x, plane], 1)))


class TwoLatents(nn.Module):
    """Content and style, drawn apart."""

    def __init__(self):
        super().__init__()
        self.content, self.style, self.last = nn.Linear(3, 8), nn.Linear(5, 8), nn.Linear(8, 64)

    def forward(self, z_content, z_style):
        return torch.tanh(self.last(F.relu(self.content(z_content) * self.style(z_style))).view(-1, 1, 8, 8))


class Chunks(nn.Module):
    """Parts of the latent, noise that is fixed, an image of positions beside the features, Mish."""

    def __init__(self):
        super().__init__()
        self.start, self.gate = nn.Linear(2, 64), nn.Linear(3, 4)
        self.noise, self.place = nn.Parameter(torch.randn(1, 1, 4, 4)), nn.Parameter(torch.randn(1, 2, 4, 4))
        self.first, self.second, self.out = conv(6, 4, 3), conv(4, 4, 3), conv(4, 3, 3)

    def forward(self, z):
        a, b, _ = torch.split(z, [2, 3, 3], 1)
        x = self.start(a).view(-1, 4, 4, 4) + 0.1 * self.noise
        x = self.first(torch.cat([x, self.place.expand(z.shape[0], -1, -1, -1)], 1))
        x = self.second(F.leaky_relu(x, 0.2)) * torch.sigmoid(self.gate(b)).view(-1, 4, 1, 1)
        return torch.tanh(self.out(F.mish(x)))


class Attend(nn.Module):
    """SAGAN's: queries are rows, the values are multiplied by the weights exchanged."""

    def __init__(self, channels):
        super().__init__()
        self.query_conv = conv(channels, channels // 4, 1, padding=0)
        self.key_conv = conv(channels, channels // 4, 1, padding=0)
        self.value_conv = conv(channels, channels, 1, padding=0)
        self.gamma, self.softmax = nn.Parameter(torch.full((1,), 0.7)), nn.Softmax(dim=-1)

    def forward(self, x):
        batch, channels, height, width = x.size()
        query = self.query_conv(x).view(batch, -1, width * height).permute(0, 2, 1)
        key = self.key_conv(x).view(batch, -1, width * height)
        weights = self.softmax(torch.bmm(query, key))
        value = self.value_conv(x).view(batch, -1, width * height)
        out = torch.bmm(value, weights.permute(0, 2, 1)).view(batch, channels, height, width)
        return self.gamma * out + x


class AttendByKeys(nn.Module):
    """Keys are rows, scaled, softmax over them; the means come turned; a convolution behind."""

    def __init__(self, channels):
        super().__init__()
        self.f, self.g, self.h = (conv(channels, size, 1, padding=0) for size in (4, 4, 6))
        self.o = conv(6, channels, 1, padding=0)

    def forward(self, x):
        f, g, h = (layer(x).flatten(2) for layer in (self.f, self.g, self.h))
        weights = F.softmax(torch.matmul(f.transpose(1, 2), g) / 2, dim=1)
        means = torch.matmul(weights.transpose(1, 2), h.transpose(1, 2)).transpose(1, 2)
        return x + self.o(means.reshape(x.shape[0], 6, x.shape[2], x.shape[3]))


class Sagan(nn.Sequential):
    def __init__(self, attend=Attend):
        super().__init__(
            nn.ConvTranspose2d(Z, 8, 4), nn.BatchNorm2d(8), nn.ReLU(), nn.ConvTranspose2d(8, 8, 4, 2, 1),
            nn.ReLU(), attend(8), nn.ConvTranspose2d(8, 3, 4, 2, 1), nn.Tanh())


def by_keys():
    return Sagan(AttendByKeys)


def spectral():
    return Sngan(parametrizations.spectral_norm)


IMAGE = (3, 16, 16)
ARCHITECTURES = {
    "dcgan": (Dcgan, (Z, 1, 1)), "wgan-gp": (WganGp, (Z,)), "sngan": (Sngan, (Z,)),
    "sngan-spectral": (spectral, (Z,)), "srresnet": (SrResnet, (Z,)), "esrgan": (Esrgan, (Z,)),
    "biggan-deep": (Bigan, (Z,)), "pix2pix": (Pix2pix, IMAGE), "cyclegan": (CycleGan, IMAGE),
    "fastgan": (FastGan, (Z,)), "lapgan": (LapGan, (Z,)), "progressive": (Progressive, (Z,)),
    "mobilenet": (Mobile, (Z,)), "inception": (Inception, (Z,)), "dilated": (Dilated, (Z,)),
    "resnext": (Resnext, (Z,)), "group-norm": (Group, (Z,)), "dense": (Dense, (Z,)),
    "space-to-depth": (SpaceToDepth, (Z,)), "adaptive": (Adaptive, (Z,)), "style-skip": (StyleSkip, (Z,)),
    "biggan": (ClassBigGan, (Z,), "label"), "acgan": (AcGan, (Z,), "label"), "planes": (Planes, (Z,), "label"),
    "two-latents": (TwoLatents, (3,), (5,)), "chunks": (Chunks, (Z,)),
    "sagan": (Sagan, (Z, 1, 1)), "attention-by-keys": (by_keys, (Z, 1, 1)),
}


def trained(net):
    """Random weights of some size, and statistics that are not those of the beginning."""
    with torch.no_grad():
        for name, tensor in net.named_buffers():
            if name.endswith("running_mean"):
                tensor.normal_(0, 0.2)
            elif name.endswith("running_var"):
                tensor.uniform_(0.6, 1.5)
        for name, tensor in net.named_parameters():
            if tensor.dim() < 2:
                tensor.add_(torch.randn_like(tensor) * 0.1)
    return net.eval()


def export(net, inputs, path, dynamo, external=False):
    settings = {"dynamo": True, "external_data": external} if dynamo else {"dynamo": False, "opset_version": 17}
    torch.onnx.export(net, tuple(inputs.values()), path, input_names=list(inputs), output_names=["image"],
                      **settings)
    model = onnx.load(path, load_external_data=not external)
    for part in [model, model.graph, *model.graph.node, *model.graph.input, *model.graph.output,
                 *model.graph.value_info, *model.graph.initializer]:
        part.doc_string = ""
        del part.metadata_props[:]
    path.write_bytes(model.SerializeToString())


def inputs_of(shapes):
    if shapes[-1] == "label":
        return {"z": torch.randn(2, *shapes[0]), "label": torch.tensor([3, 1])}
    names = ["z"] if len(shapes) == 1 else ["z_content", "z_style"]
    return {name: torch.randn(2, *shape) for name, shape in zip(names, shapes)}


def write(folder, index, name, ways):
    build, *shapes = ARCHITECTURES[name]
    torch.manual_seed(index)
    net = trained(build())
    inputs = inputs_of(shapes)
    with torch.no_grad():
        y = net(*inputs.values())
    arrays = {"z": torch.cat([value for key, value in inputs.items() if key != "label"], 1), "y": y}
    if "label" in inputs:
        arrays["labels"] = inputs["label"].float()
    np.savez_compressed(folder / f"{name}.npz", **{key: value.numpy() for key, value in arrays.items()})
    for dynamo in ways:
        way = "new" if dynamo else "old"
        try:
            one = {key: value[:1] for key, value in inputs.items()}
            export(net, one, folder / f"{name}-{way}.onnx", dynamo, external=name == "esrgan")
        except Exception as why:
            print(f"{name} cannot be exported ({way}): {str(why)[:300]}")


def main(folder, by_both):
    folder.mkdir(parents=True, exist_ok=True)
    for index, name in enumerate(ARCHITECTURES):
        write(folder, index, name, [False, True] if by_both else [index % 2 == 1])


if __name__ == "__main__":
    given = sys.argv[1:]
    main(Path(given[0]) if given else Path(__file__).parent / "fixtures/branches", bool(given))
