"""The discriminators, each written out from its source: images in, logits [batch] out. `w` is the
recipe's width, its value at full size stands in the class. Numbers in brackets are places in the
recipe's list of layers."""

from torch import relu

from blocks import (
    Basis,
    Bottleneck,
    EqualisedConv,
    EqualisedLinear,
    LabelProjection,
    Residual,
    SelfAttention,
    SpectralConv,
    SpectralLinear,
    activated,
    blurred,
    blurred_half,
    pooled,
    with_deviation,
)
from layers import BatchNorm, Conv, Linear, Network, leaky_relu, resized, with_label


def halved(sides, times):
    """Pixels of an image after so many SAME convolutions of stride 2."""
    rows, columns = sides
    for _ in range(times):
        rows, columns = -(-rows // 2), -(-columns // 2)
    return rows * columns


class DcganMnist(Network):
    """Ganvas' own small DCGAN: no bias before batch norm. w = 24."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, w, 4, 2),
            2: Conv(w, 2 * w, 4, 2, bias=False),
            3: BatchNorm(2 * w),
            6: Linear(7 * 7 * 2 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[0](x))
        x = leaky_relu(self[3](self[2](x)))
        return self[6](x.flatten(1)).squeeze(1)


class FastDigits(Network):
    """Ganvas' own: channels 16, 16, linear 64, 1, without batch norm: R1 holds it back. w = 8."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, 2 * w, 4, 2),
            2: Conv(2 * w, 2 * w, 4, 2),
            5: Linear(7 * 7 * 2 * w, 8 * w),
            7: Linear(8 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[0](x))
        x = leaky_relu(self[2](x)).flatten(1)
        return self[7](leaky_relu(self[5](x))).squeeze(1)


class FastConditional(Network):
    """The same; the label joins before the first linear layer."""

    def __init__(self, size):
        w, y = size.width, size.classes
        super().__init__({
            0: Conv(1, 2 * w, 4, 2),
            2: Conv(2 * w, 2 * w, 4, 2),
            6: Linear(7 * 7 * 2 * w + y, 8 * w),
            8: Linear(8 * w, 1),
        })

    def forward(self, x, label):
        x = leaky_relu(self[0](x))
        x = with_label(leaky_relu(self[2](x)).flatten(1), label)
        return self[8](leaky_relu(self[6](x))).squeeze(1)


class FastFaces(Network):
    """At half the size: channels 16, 32, 32, linear 128, 1. w = 16."""

    def __init__(self, size):
        w = size.width
        self.half = [side // 2 for side in size.image[1:]]
        super().__init__({
            1: Conv(size.image[0], w, 4, 2),
            3: Conv(w, 2 * w, 4, 2),
            5: Conv(2 * w, 2 * w, 4, 2),
            8: Linear(halved(self.half, 3) * 2 * w, 8 * w),
            10: Linear(8 * w, 1),
        })

    def forward(self, x, label=None):
        x = resized(x, self.half)
        for place in (1, 3, 5):
            x = leaky_relu(self[place](x))
        return self[10](leaky_relu(self[8](x.flatten(1)))).squeeze(1)


class MlpGan(Network):
    """Dense 1024, 512, 256, 1; dropout [3, 6, 9] is off. w = 256."""

    def __init__(self, size):
        w = size.width
        channels, height, width = size.image
        super().__init__({
            1: Linear(channels * height * width, 4 * w),
            4: Linear(4 * w, 2 * w),
            7: Linear(2 * w, w),
            10: Linear(w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[1](x.flatten(1)))
        x = leaky_relu(self[4](x))
        x = leaky_relu(self[7](x))
        return self[10](x).squeeze(1)


class KerasDcgan(Network):
    """Depths 64, 128, 256, 512, the last without a stride; dropout [2, 5, 8, 11] is off. w = 32."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, 2 * w, 5, 2),
            3: Conv(2 * w, 4 * w, 5, 2),
            6: Conv(4 * w, 8 * w, 5, 2),
            9: Conv(8 * w, 16 * w, 5, 1),
            13: Linear(halved(size.image[1:], 3) * 16 * w, 1),
        })

    def forward(self, x, label=None):
        for place in (0, 3, 6, 9):
            x = leaky_relu(self[place](x))
        return self[13](x.flatten(1)).squeeze(1)


class DcganTensorflow(Network):
    """Channels 64, 128, 256, 512. w = 64; the paper's has w = 128."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(size.image[0], w, 5, 2),
            2: Conv(w, 2 * w, 5, 2, cancelled=True),
            3: BatchNorm(2 * w),
            5: Conv(2 * w, 4 * w, 5, 2, cancelled=True),
            6: BatchNorm(4 * w),
            8: Conv(4 * w, 8 * w, 5, 2, cancelled=True),
            9: BatchNorm(8 * w),
            12: Linear(halved(size.image[1:], 4) * 8 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[0](x))
        x = leaky_relu(self[3](self[2](x)))
        x = leaky_relu(self[6](self[5](x)))
        x = leaky_relu(self[9](self[8](x)))
        return self[12](x.flatten(1)).squeeze(1)


class DcganFaces(Network):
    """Channels 32, 64, 128, 256, without batch norm: R1 holds it back. w = 32."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(size.image[0], w, 4, 2),
            2: Conv(w, 2 * w, 4, 2),
            4: Conv(2 * w, 4 * w, 4, 2),
            6: Conv(4 * w, 8 * w, 4, 2),
            9: Linear(halved(size.image[1:], 4) * 8 * w, 1),
        })

    def forward(self, x, label=None):
        for place in (0, 2, 4, 6):
            x = leaky_relu(self[place](x))
        return self[9](x.flatten(1)).squeeze(1)


class TwoSizes(Residual):
    """The sum of two verdicts: on the image, and on the means of its 4×4 blocks."""

    def __init__(self, size, w):
        channels, sides = size.image[0], size.image[1:]
        small = [side // 4 for side in sides]
        super().__init__(
            {
                0: Conv(channels, w, 4, 2),
                2: Conv(w, 2 * w, 4, 2),
                4: Conv(2 * w, 4 * w, 4, 2),
                6: Conv(4 * w, 8 * w, 4, 2),
                9: Linear(halved(sides, 4) * 8 * w, 8 * w),
                11: Linear(8 * w, 1),
            },
            {
                1: Conv(channels, 2 * w, 3),
                3: Conv(2 * w, 2 * w, 4, 2),
                5: Conv(2 * w, 4 * w, 4, 2),
                8: Linear(halved(small, 2) * 4 * w, 8 * w),
                10: Linear(8 * w, 1),
            },
        )

    def forward(self, x):
        large, small = x, pooled(pooled(x))
        for place in (0, 2, 4, 6):
            large = leaky_relu(self.body[place](large))
        for place in (1, 3, 5):
            small = leaky_relu(self.shortcut[place](small))
        large = self.body[11](leaky_relu(self.body[9](large.flatten(1))))
        return large + self.shortcut[10](leaky_relu(self.shortcut[8](small.flatten(1))))


class Faces64(Network):
    """Judges at two sizes. w = 32."""

    def __init__(self, size):
        super().__init__({0: TwoSizes(size, size.width)})

    def forward(self, x, label=None):
        return self[0](x).squeeze(1)


class CdcganMnist(Network):
    """Channels 1 + 10, 64 + 10, linear 1024, 1; the label joins before each. w = 64."""

    def __init__(self, size):
        w, y = size.width, size.classes
        super().__init__({
            1: Conv(1 + y, 1 + y, 5, 2),
            4: Conv(1 + y + y, w + y, 5, 2, cancelled=True),
            5: BatchNorm(w + y),
            9: Linear(halved(size.image[1:], 2) * (w + y) + y, 16 * w, cancelled=True),
            10: BatchNorm(16 * w),
            13: Linear(16 * w + y, 1),
        })

    def forward(self, x, label):
        x = leaky_relu(self[1](with_label(x, label)))
        x = leaky_relu(self[5](self[4](with_label(x, label))))
        x = with_label(x.flatten(1), label)
        x = leaky_relu(self[10](self[9](x)))
        return self[13](with_label(x, label)).squeeze(1)


class Gan32(Network):
    """The discriminator of dcgan-32 and the critic of wgan-32: channels 16, 32, 64. w = 16."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, w, 4, 2),
            2: Conv(w, 2 * w, 4, 2, cancelled=True),
            3: BatchNorm(2 * w, epsilon=1e-3, momentum=0.99),
            5: Conv(2 * w, 4 * w, 4, 2, cancelled=True),
            6: BatchNorm(4 * w, epsilon=1e-3, momentum=0.99),
            9: Linear(4 * 4 * 4 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[0](x))
        x = leaky_relu(self[3](self[2](x)))
        x = leaky_relu(self[6](self[5](x)))
        return self[9](x.flatten(1)).squeeze(1)


class WganGp32(Network):
    """The critic of wgan-gp-32: as above without batch norm, as the paper wants. w = 16."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, w, 4, 2),
            2: Conv(w, 2 * w, 4, 2),
            4: Conv(2 * w, 4 * w, 4, 2),
            7: Linear(4 * 4 * 4 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[0](x))
        x = leaky_relu(self[2](x))
        x = leaky_relu(self[4](x))
        return self[7](x.flatten(1)).squeeze(1)


class Lsgan(Network):
    """Mao et al. 2017, figure 5: 5×5 convolutions at stride 2, batch norm but in the first; w = 2."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, 4 * w, 5, 2),
            2: Conv(4 * w, 8 * w, 5, 2, bias=False),
            3: BatchNorm(8 * w),
            5: Conv(8 * w, 16 * w, 5, 2, bias=False),
            6: BatchNorm(16 * w),
            9: Linear(4 * 4 * 16 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[0](x))
        x = leaky_relu(self[3](self[2](x)))
        x = leaky_relu(self[6](self[5](x)))
        return self[9](x.flatten(1)).squeeze(1)


class Acgan(Network):
    """The layers of Keras' mnist_acgan.py: a logit, and behind it one for each class."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: Conv(1, 4 * w, 3, 2),
            3: Conv(4 * w, 8 * w, 3),
            6: Conv(8 * w, 16 * w, 3, 2),
            9: Conv(16 * w, 32 * w, 3),
            13: Linear(7 * 7 * 32 * w, 1 + size.classes),
        })

    def forward(self, x, label=None):
        for place in (0, 3, 6, 9):
            x = leaky_relu(self[place](x))
        return self[13](x.flatten(1))


class FirstBlock(Residual):
    """Convolution, ReLU, convolution, half the size; no ReLU before the image (Miyato et al. 2018)."""

    def __init__(self, inputs, outputs):
        body = {0: SpectralConv(inputs, outputs, 3), 2: SpectralConv(outputs, outputs, 3)}
        super().__init__(body, {1: SpectralConv(inputs, outputs, 1)})

    def forward(self, x):
        y = self.body[2](relu(self.body[0](x)))
        return pooled(y) + self.shortcut[1](pooled(x))


class Block(Residual):
    """ReLU, convolution, ReLU, convolution, and half the size if it has a shortcut."""

    def __init__(self, inputs, outputs, is_halving):
        body = {1: SpectralConv(inputs, outputs, 3), 3: SpectralConv(outputs, outputs, 3)}
        shortcut = {0: SpectralConv(inputs, outputs, 1)} if is_halving else None
        super().__init__(body, shortcut)
        self.is_halving = is_halving

    def forward(self, x):
        y = self.body[3](relu(self.body[1](relu(x))))
        if not self.is_halving:
            return x + y
        return pooled(y) + pooled(self.shortcut[0](x))


class Sngan32(Network):
    """Four residual blocks, then the sum of all pixels; w = 32 in the paper."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: FirstBlock(1, 4 * w),
            1: Block(4 * w, 4 * w, True),
            2: Block(4 * w, 4 * w, False),
            3: Block(4 * w, 4 * w, False),
            7: SpectralLinear(4 * w, 1),
        })

    def forward(self, x, label=None):
        for place in range(4):
            x = self[place](x)
        return self[7](relu(x).sum([2, 3])).squeeze(1)


class ProjectedScore(Residual):
    """A linear score and the class's projection."""

    def __init__(self, classes, features):
        super().__init__(
            {0: LabelProjection(classes, features)}, {0: SpectralLinear(features, 1)}
        )

    def forward(self, x, label):
        return self.body[0](x, label) + self.shortcut[0](x)


class ProjectionMnist(Network):
    """Three residual blocks, the sum of all pixels, a score and a projection."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: FirstBlock(1, 4 * w),
            1: Block(4 * w, 8 * w, True),
            2: Block(8 * w, 8 * w, False),
            6: ProjectedScore(size.classes, 8 * w),
        })

    def forward(self, x, label):
        for place in range(3):
            x = self[place](x)
        return self[6](relu(x).sum([2, 3]), label).squeeze(1)


class Sagan64(Network):
    """DCGAN's discriminator with spectral norm in place of batch norm, and attention at 16×16."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: SpectralConv(size.image[0], w, 4, 2),
            2: SpectralConv(w, 2 * w, 4, 2),
            4: SelfAttention(2 * w, w, w),
            5: SpectralConv(2 * w, 4 * w, 4, 2),
            7: SpectralConv(4 * w, 8 * w, 4, 2),
            10: SpectralLinear(4 * 4 * 8 * w, 1),
        })

    def forward(self, x, label=None):
        x = leaky_relu(self[2](leaky_relu(self[0](x))))
        x = self[4](x)
        x = leaky_relu(self[7](leaky_relu(self[5](x))))
        return self[10](x.flatten(1)).squeeze(1)


class R3gan(Network):
    """The generator's stages backwards (Huang et al. 2024)."""

    widths: list

    def __init__(self, size):
        w, widths = size.width, self.widths
        layers = {0: Conv(size.image[0], widths[-1] * w, 1, bias=False)}
        place, steps = 1, []
        for stage in reversed(range(len(widths))):
            layers[place] = Bottleneck(widths[stage] * w, 2 * widths[stage])
            steps.append(place)
            place += 1
            if stage > 0:
                steps.append(None)
                place += 1
                if widths[stage - 1] != widths[stage]:
                    layers[place] = Conv(widths[stage] * w, widths[stage - 1] * w, 1, bias=False)
                    steps.append(place)
                    place += 1
        layers[place] = Basis(widths[0] * w, transposed=False)
        layers[place + 2] = Linear(widths[0] * w, 1, bias=False)
        super().__init__(layers)
        self.steps, self.basis = steps, place

    def forward(self, x, label=None):
        x = self[0](x)
        for step in self.steps:
            x = blurred_half(x) if step is None else self[step](x)
        return self[self.basis + 2](self[self.basis](x).flatten(1)).squeeze(1)


class R3gan32(R3gan):
    widths = [4, 4, 4, 2]


class R3gan64(R3gan):
    widths = [8, 8, 4, 4, 2]


class HalvingBlock(Residual):
    """Karras et al. 2020, figure 7c: two convolutions and a shortcut, over √2 outside."""

    def __init__(self, inputs, outputs):
        body = {0: EqualisedConv(inputs, inputs, 3), 4: EqualisedConv(inputs, outputs, 3, 2)}
        super().__init__(body, {1: EqualisedConv(inputs, outputs, 1, bias=False)})

    def forward(self, x):
        y = blurred(activated(self.body[0](x)))
        return activated(self.body[4](y)) + self.shortcut[1](blurred_half(x))


class Stylegan264(Network):
    """Karras et al. 2020; w = 64 at full size."""

    def __init__(self, size):
        w = size.width
        super().__init__({
            0: EqualisedConv(size.image[0], w, 1),
            3: HalvingBlock(w, 2 * w),
            5: HalvingBlock(2 * w, 4 * w),
            7: HalvingBlock(4 * w, 8 * w),
            9: HalvingBlock(8 * w, 8 * w),
            12: EqualisedConv(8 * w + 1, 8 * w, 3),
            16: EqualisedLinear(4 * 4 * 8 * w, 8 * w),
            19: EqualisedLinear(8 * w, 1),
        })

    def forward(self, x, label=None):
        x = activated(self[0](x))
        for place in (3, 5, 7, 9):
            x = self[place](x) * 0.707107
        x = activated(self[12](with_deviation(x, 4))).flatten(1)
        return self[19](activated(self[16](x))).squeeze(1)
