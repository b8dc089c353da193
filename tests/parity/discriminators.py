"""The discriminators, each written out from its source: images in, logits [batch] out. `w` is the
recipe's width, its value at full size stands in the class. Numbers in brackets are places in the
recipe's list of layers."""

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
