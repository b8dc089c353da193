"""The generators, each written out from its source. `w` is the recipe's width, its value at full
size stands in the class. Numbers in brackets are places in the recipe's list of layers."""

from torch import relu, sigmoid, tanh

from layers import (
    BatchNorm,
    ConvTranspose,
    Linear,
    Network,
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
