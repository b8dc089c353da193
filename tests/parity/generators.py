"""The generators, each written out from its source. `w` is the recipe's width, its value at full
size stands in the class. Numbers in brackets are places in the recipe's list of layers."""

import torch
from torch import relu, sigmoid, tanh

from blocks import (
    Basis,
    Bottleneck,
    ConditionalBatchNorm,
    Constant,
    EqualisedLinear,
    ModulatedConv,
    Residual,
    SelfAttention,
    SpectralConvTranspose,
    SpectralLinear,
    Style,
    activated,
)
from layers import (
    BatchNorm,
    Conv,
    ConvTranspose,
    Linear,
    Network,
    ValidConvTranspose,
    leaky_relu,
    resized,
    twice_as_large,
    with_label,
)


class DcganMnist(Network):
    """Ganvas' own small DCGAN: no bias before batch norm. w = 24."""

    def __init__(self, size):
        w = self.width = size.width
        super().__init__({
            0: Linear(size.latent, 7 * 7 * 2 * w, bias=False),
            2: BatchNorm(2 * w),
            4: ConvTranspose(2 * w, w, 4, 2, bias=False),
            5: BatchNorm(w),
            7: ConvTranspose(w, 1, 4, 2),
        })

    def forward(self, z, label=None):
        x = self[0](z).reshape(-1, 2 * self.width, 7, 7)
        x = relu(self[2](x))
        x = relu(self[5](self[4](x)))
        return tanh(self[7](x))


class FastDigits(Network):
    """Ganvas' own: linear 64, linear 7·7·24, channels 16, 1; no bias before batch norm. w = 8."""

    def __init__(self, size):
        w = self.width = size.width
        super().__init__({
            0: Linear(size.latent, 8 * w, bias=False),
            1: BatchNorm(8 * w),
            3: Linear(8 * w, 7 * 7 * 3 * w, bias=False),
            4: BatchNorm(7 * 7 * 3 * w),
            7: ConvTranspose(3 * w, 2 * w, 4, 2, bias=False),
            8: BatchNorm(2 * w),
            10: ConvTranspose(2 * w, 1, 4, 2),
        })

    def forward(self, z, label=None):
        x = relu(self[1](self[0](z)))
        x = relu(self[4](self[3](x))).reshape(-1, 3 * self.width, 7, 7)
        x = relu(self[8](self[7](x)))
        return tanh(self[10](x))


class FastConditional(Network):
    """The same with the label before both linear layers."""

    def __init__(self, size):
        w, y = size.width, size.classes
        self.width = w
        super().__init__({
            1: Linear(size.latent + y, 8 * w, bias=False),
            2: BatchNorm(8 * w),
            5: Linear(8 * w + y, 7 * 7 * 3 * w, bias=False),
            6: BatchNorm(7 * 7 * 3 * w),
            9: ConvTranspose(3 * w, 2 * w, 4, 2, bias=False),
            10: BatchNorm(2 * w),
            12: ConvTranspose(2 * w, 1, 4, 2),
        })

    def forward(self, z, label):
        x = relu(self[2](self[1](with_label(z, label))))
        x = relu(self[6](self[5](with_label(x, label)))).reshape(-1, 3 * self.width, 7, 7)
        x = relu(self[10](self[9](x)))
        return tanh(self[12](x))


class FastFaces(Network):
    """Linear 128, linear 4·4·32, channels 32, 16, 3 at half the size, then enlarged. w = 16."""

    def __init__(self, size):
        w = self.width = size.width
        self.image = size.image
        channels, height, width = size.image
        super().__init__({
            0: Linear(size.latent, 8 * w, bias=False),
            1: BatchNorm(8 * w),
            3: Linear(8 * w, height // 16 * (width // 16) * 2 * w, bias=False),
            4: BatchNorm(height // 16 * (width // 16) * 2 * w),
            7: ConvTranspose(2 * w, 2 * w, 4, 2, bias=False),
            8: BatchNorm(2 * w),
            10: ConvTranspose(2 * w, w, 4, 2, bias=False),
            11: BatchNorm(w),
            13: ConvTranspose(w, channels, 4, 2),
        })

    def forward(self, z, label=None):
        _, height, width = self.image
        x = relu(self[1](self[0](z)))
        x = relu(self[4](self[3](x))).reshape(-1, 2 * self.width, height // 16, width // 16)
        x = relu(self[8](self[7](x)))
        x = relu(self[11](self[10](x)))
        return tanh(resized(self[13](x), [height, width]))


class Faces64(Network):
    """Linear 256, linear 4·4·256, channels 256, 128, 64, 32, 3. w = 32."""

    def __init__(self, size):
        w = self.width = size.width
        self.image = size.image
        channels, height, width = size.image
        features = height // 16 * (width // 16) * 8 * w
        super().__init__({
            0: Linear(size.latent, 8 * w, bias=False),
            1: BatchNorm(8 * w),
            3: Linear(8 * w, features, bias=False),
            4: BatchNorm(features),
            7: ConvTranspose(8 * w, 4 * w, 4, 2, bias=False),
            8: BatchNorm(4 * w),
            10: ConvTranspose(4 * w, 2 * w, 4, 2, bias=False),
            11: BatchNorm(2 * w),
            13: ConvTranspose(2 * w, w, 4, 2, bias=False),
            14: BatchNorm(w),
            16: ConvTranspose(w, channels, 4, 2),
        })

    def forward(self, z, label=None):
        _, height, width = self.image
        x = relu(self[1](self[0](z)))
        x = relu(self[4](self[3](x))).reshape(-1, 8 * self.width, height // 16, width // 16)
        for place in (7, 10, 13):
            x = relu(self[place + 1](self[place](x)))
        return tanh(self[16](x))


class MlpGan(Network):
    """Dense 256, 512, 1024, 784. w = 256."""

    def __init__(self, size):
        w, self.image = size.width, size.image
        channels, height, width = size.image
        super().__init__({
            0: Linear(size.latent, w),
            2: Linear(w, 2 * w),
            4: Linear(2 * w, 4 * w),
            6: Linear(4 * w, channels * height * width),
        })

    def forward(self, z, label=None):
        x = leaky_relu(self[0](z))
        x = leaky_relu(self[2](x))
        x = leaky_relu(self[4](x))
        return tanh(self[6](x)).reshape(-1, *self.image)


class KerasDcgan(Network):
    """Depths 256, 128, 64, 32, 1; dropout [4] is off. w = 32."""

    def __init__(self, size):
        w = self.width = size.width

        def norm(channels):
            return BatchNorm(channels, epsilon=1e-3, momentum=0.9)

        super().__init__({
            0: Linear(size.latent, 7 * 7 * 8 * w, cancelled=True),
            1: norm(7 * 7 * 8 * w),
            6: ConvTranspose(8 * w, 4 * w, 5, cancelled=True),
            7: norm(4 * w),
            10: ConvTranspose(4 * w, 2 * w, 5, cancelled=True),
            11: norm(2 * w),
            13: ConvTranspose(2 * w, w, 5, cancelled=True),
            14: norm(w),
            16: ConvTranspose(w, 1, 5),
        })

    def forward(self, z, label=None):
        x = relu(self[1](self[0](z)))
        x = x.reshape(-1, 8 * self.width, 7, 7)
        x = relu(self[7](self[6](twice_as_large(x))))
        x = relu(self[11](self[10](twice_as_large(x))))
        x = relu(self[14](self[13](x)))
        return sigmoid(self[16](x))


class DcganTensorflow(Network):
    """Channels 512, 256, 128, 64 of any size of image. w = 64; the paper's has w = 128."""

    kernel = 5

    def __init__(self, size):
        w = self.width = size.width
        channels, *output = size.image
        # Height and width of every image, the smallest first: each is half the next, rounded up.
        self.sides = [output]
        for _ in range(4):
            self.sides.insert(0, [-(-side // 2) for side in self.sides[0]])
        rows, columns = self.sides[0]
        super().__init__({
            0: Linear(size.latent, 8 * w * rows * columns, cancelled=True),
            2: BatchNorm(8 * w),
            4: ConvTranspose(8 * w, 4 * w, self.kernel, 2, cancelled=True),
            5: BatchNorm(4 * w),
            7: ConvTranspose(4 * w, 2 * w, self.kernel, 2, cancelled=True),
            8: BatchNorm(2 * w),
            10: ConvTranspose(2 * w, w, self.kernel, 2, cancelled=True),
            11: BatchNorm(w),
            13: ConvTranspose(w, channels, self.kernel, 2),
        })

    def forward(self, z, label=None):
        x = self[0](z).reshape(-1, 8 * self.width, *self.sides[0])
        x = relu(self[2](x))
        x = relu(self[5](self[4](x, self.sides[1])))
        x = relu(self[8](self[7](x, self.sides[2])))
        x = relu(self[11](self[10](x, self.sides[3])))
        return tanh(self[13](x, self.sides[4]))


class DcganFaces(DcganTensorflow):
    """The same with smaller kernels. w = 32."""

    kernel = 4


class CdcganMnist(Network):
    """Linear 1024, linear 7·7·128, channels 128, 1; the label joins four times. w = 64."""

    def __init__(self, size):
        w = self.width = size.width
        y = size.classes
        super().__init__({
            1: Linear(size.latent + y, 16 * w, cancelled=True),
            2: BatchNorm(16 * w),
            5: Linear(16 * w + y, 7 * 7 * 2 * w, cancelled=True),
            6: BatchNorm(7 * 7 * 2 * w),
            10: ConvTranspose(2 * w + y, 2 * w, 5, 2, cancelled=True),
            11: BatchNorm(2 * w),
            14: ConvTranspose(2 * w + y, 1, 5, 2),
        })

    def forward(self, z, label):
        x = with_label(z, label)
        x = relu(self[2](self[1](x)))
        x = with_label(x, label)
        x = relu(self[6](self[5](x)))
        x = x.reshape(-1, 2 * self.width, 7, 7)
        x = with_label(x, label)
        x = relu(self[11](self[10](x)))
        x = with_label(x, label)
        return sigmoid(self[14](x))


class Gan32(Network):
    """The generator of dcgan-32, wgan-32 and wgan-gp-32: channels 128, 64, 32, 16, then one
    transposed convolution with a kernel as large as the image. Batch norm is TensorFlow's
    `tf.layers.batch_normalization` with its defaults, the first one behind the reshape. w = 16."""

    def __init__(self, size):
        w = self.width = size.width

        def norm(channels):
            return BatchNorm(channels, epsilon=1e-3, momentum=0.99)

        super().__init__({
            0: Linear(size.latent, 4 * 4 * 8 * w, cancelled=True),
            2: norm(8 * w),
            4: ConvTranspose(8 * w, 4 * w, 5, 2, cancelled=True),
            5: norm(4 * w),
            7: ConvTranspose(4 * w, 2 * w, 5, 2, cancelled=True),
            8: norm(2 * w),
            10: ConvTranspose(2 * w, w, 5, 2, cancelled=True),
            11: norm(w),
            13: ConvTranspose(w, 1, 32, 1),
        })

    def forward(self, z, label=None):
        x = self[0](z).reshape(-1, 8 * self.width, 4, 4)
        x = relu(self[2](x))
        x = relu(self[5](self[4](x)))
        x = relu(self[8](self[7](x)))
        x = relu(self[11](self[10](x)))
        return tanh(self[13](x))


class Lsgan(Network):
    """Mao et al. 2017, figure 5, from 7×7 on: each enlarging convolution followed by one at stride 1."""

    def __init__(self, size):
        w = self.width = size.width
        super().__init__({
            0: Linear(size.latent, 7 * 7 * 16 * w, bias=False),
            2: BatchNorm(16 * w),
            4: ConvTranspose(16 * w, 16 * w, 5, 2, bias=False),
            5: BatchNorm(16 * w),
            7: ConvTranspose(16 * w, 16 * w, 5, bias=False),
            8: BatchNorm(16 * w),
            10: ConvTranspose(16 * w, 8 * w, 5, 2, bias=False),
            11: BatchNorm(8 * w),
            13: ConvTranspose(8 * w, 1, 5),
        })

    def forward(self, z, label=None):
        x = relu(self[2](self[0](z).reshape(-1, 16 * self.width, 7, 7)))
        for place in (4, 7, 10):
            x = relu(self[place + 1](self[place](x)))
        return tanh(self[13](x))


class Acgan(Network):
    """The layers of Keras' mnist_acgan.py, the label appended to the latent."""

    def __init__(self, size):
        w = self.width = size.width
        super().__init__({
            1: Linear(size.latent + size.classes, 432 * w),
            4: ValidConvTranspose(48 * w, 24 * w, 5, bias=False),
            5: BatchNorm(24 * w),
            7: ConvTranspose(24 * w, 12 * w, 5, 2, bias=False),
            8: BatchNorm(12 * w),
            10: ConvTranspose(12 * w, 1, 5, 2),
        })

    def forward(self, z, label):
        x = relu(self[1](with_label(z, label))).reshape(-1, 48 * self.width, 3, 3)
        x = relu(self[5](self[4](x)))
        x = relu(self[8](self[7](x)))
        return tanh(self[10](x))


class EnlargingBlock(Residual):
    """Batch norm, ReLU, twice as large, convolution; batch norm, ReLU, convolution (Miyato et al. 2018).

    Without the biases, which the batch norms to come take away again.
    """

    def __init__(self, inputs, outputs, norm=lambda channels: BatchNorm(channels, 2e-5)):
        body = {
            0: norm(inputs),
            3: Conv(inputs, outputs, 3, bias=False),
            4: norm(outputs),
            6: Conv(outputs, outputs, 3, bias=False),
        }
        super().__init__(body, {1: Conv(inputs, outputs, 1, bias=False)})

    def forward(self, x, *label):
        y = twice_as_large(relu(self.body[0](x, *label)))
        y = relu(self.body[4](self.body[3](y), *label))
        return self.body[6](y) + self.shortcut[1](twice_as_large(x))


class Sngan32(Network):
    """The residual generator for CIFAR-10; w = 32 there."""

    def __init__(self, size):
        w = self.width = size.width
        super().__init__({
            0: Linear(size.latent, 4 * 4 * 8 * w),
            2: EnlargingBlock(8 * w, 8 * w),
            3: EnlargingBlock(8 * w, 8 * w),
            4: EnlargingBlock(8 * w, 8 * w),
            5: BatchNorm(8 * w, 2e-5),
            7: Conv(8 * w, 1, 3),
        })

    def forward(self, z, label=None):
        x = self[0](z).reshape(-1, 8 * self.width, 4, 4)
        for place in (2, 3, 4):
            x = self[place](x)
        return tanh(self[7](relu(self[5](x))))


class ProjectionMnist(Network):
    """Two enlarging blocks whose batch norms know the class (Miyato and Koyama 2018)."""

    def __init__(self, size):
        w = self.width = size.width

        def norm(channels):
            return ConditionalBatchNorm(size.classes, channels, 2e-5)

        super().__init__({
            0: Linear(size.latent, 7 * 7 * 8 * w),
            2: EnlargingBlock(8 * w, 8 * w, norm),
            3: EnlargingBlock(8 * w, 4 * w, norm),
            4: BatchNorm(4 * w, 2e-5),
            6: Conv(4 * w, 1, 3),
        })

    def forward(self, z, label):
        x = self[0](z).reshape(-1, 8 * self.width, 7, 7)
        x = self[3](self[2](x, label), label)
        return tanh(self[6](relu(self[4](x))))


class Sagan64(Network):
    """DCGAN's generator with spectral norm, and attention at 16×16 (Zhang et al. 2019)."""

    def __init__(self, size):
        w = self.width = size.width
        channels = size.image[0]
        super().__init__({
            0: SpectralLinear(size.latent, 4 * 4 * 8 * w),
            2: BatchNorm(8 * w),
            4: SpectralConvTranspose(8 * w, 8 * w, bias=False),
            5: BatchNorm(8 * w),
            7: SpectralConvTranspose(8 * w, 4 * w, bias=False),
            8: BatchNorm(4 * w),
            10: SelfAttention(4 * w, w, 2 * w),
            11: SpectralConvTranspose(4 * w, 2 * w, bias=False),
            12: BatchNorm(2 * w),
            14: SpectralConvTranspose(2 * w, channels),
        })

    def forward(self, z, label=None):
        x = relu(self[2](self[0](z).reshape(-1, 8 * self.width, 4, 4)))
        x = relu(self[5](self[4](x)))
        x = self[10](relu(self[8](self[7](x))))
        x = relu(self[12](self[11](x)))
        return tanh(self[14](x))


class R3gan(Network):
    """Huang et al. 2024: a basis of 4×4, then stages of one block each. `widths` are multiples of w."""

    widths: list

    def __init__(self, size):
        w, widths = size.width, self.widths
        layers = {
            0: Linear(size.latent, widths[0] * w, bias=False),
            2: Basis(widths[0] * w, transposed=True),
        }
        place, steps = 3, []
        for stage, width in enumerate(widths):
            if stage > 0:
                if widths[stage - 1] != width:
                    layers[place] = Conv(widths[stage - 1] * w, width * w, 1, bias=False)
                    steps.append(place)
                    place += 1
                steps.append(None)
                place += 1
            layers[place] = Bottleneck(width * w, 2 * width)
            steps.append(place)
            place += 1
        layers[place] = Conv(widths[-1] * w, size.image[0], 1, bias=False)
        super().__init__(layers)
        self.steps = [*steps, place]

    def forward(self, z, label=None):
        x = self[2](self[0](z)[:, :, None, None])
        for step in self.steps:
            x = resized(x, [2 * side for side in x.shape[2:]]) if step is None else self[step](x)
        return x


class R3gan32(R3gan):
    widths = [4, 4, 4, 2]


class R3gan64(R3gan):
    widths = [8, 8, 4, 4, 2]


class Stylegan264(Network):
    """Karras et al. 2020, one path from the constant to the image, without noise; w = 64 at full size."""

    def __init__(self, size):
        w = size.width
        widths = [8 * w, 8 * w, 8 * w, 4 * w, 4 * w, 2 * w, 2 * w, w, w]
        mapping = {1: EqualisedLinear(size.latent, 8 * w)}
        mapping |= {place: EqualisedLinear(8 * w, 8 * w) for place in (4, 7, 10)}
        synthesis = {0: Constant(8 * w), 1: ModulatedConv(8 * w, 8 * w, 3, 8 * w)}
        # Behind each convolution stand its two layers of activation; before the first of each size
        # stands one that enlarges.
        places, place = [1], 4
        for stage in range(4):
            before, now = widths[2 * stage], widths[2 * stage + 1]
            synthesis[place + 1] = ModulatedConv(before, now, 3, 8 * w)
            synthesis[place + 4] = ModulatedConv(now, now, 3, 8 * w)
            places += [None, place + 1, place + 4]
            place += 7
        synthesis[place] = ModulatedConv(w, size.image[0], 1, 8 * w, demodulate=False)
        super().__init__({0: Style(mapping, synthesis)})
        self.places, self.last = places, place

    def forward(self, z, label=None):
        layers = self[0]
        style = z * torch.rsqrt(z.square().mean(1, keepdim=True) + 1e-8)
        for place in (1, 4, 7, 10):
            style = activated(layers.mapping[place](style))
        x = layers.synthesis[0](z)
        for place in self.places:
            if place is None:
                x = resized(x, [2 * side for side in x.shape[2:]])
            else:
                x = activated(layers.synthesis[place](x, style))
        return layers.synthesis[self.last](x, style)
