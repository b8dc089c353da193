"""The layers of the sources, with tensors named as Ganvas names them.

Images are [batch, channels, height, width]. SAME is TensorFlow's: output = ceil(input / stride),
the odd row or column of zeros at the end.
"""

import torch
import torch.nn.functional as F
from torch import nn


def same(size, kernel, stride):
    """Zeros before and behind an axis of `size` pixels."""
    output = -(-size // stride)
    total = max((output - 1) * stride + kernel - size, 0)
    return total // 2, total - total // 2


class Affine(nn.Module):
    """What linear layers and convolutions share.

    `cancelled` marks a bias that the batch norm behind it takes away again: the sources have it,
    but its gradient is 0 and it changes no image, so the recipe may go without. It is there if
    the inputs have it.
    """

    def __init__(self, shape, outputs, bias=True, cancelled=False):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(shape))
        self.bias = nn.Parameter(torch.empty(outputs)) if bias else None
        self.cancelled = cancelled


class Linear(Affine):
    """y = x·W + b, W is [in, out]."""

    def __init__(self, inputs, outputs, **options):
        super().__init__([inputs, outputs], outputs, **options)

    def forward(self, x):
        y = x @ self.weight
        return y if self.bias is None else y + self.bias


class Conv(Affine):
    """SAME convolution, weight [out, in, kernel, kernel]."""

    def __init__(self, inputs, outputs, kernel, stride=1, **options):
        super().__init__([outputs, inputs, kernel, kernel], outputs, **options)
        self.kernel, self.stride = kernel, stride

    def forward(self, x):
        return self.convolved(x, self.weight)

    def convolved(self, x, weight):
        """With a weight that follows from the layer's own."""
        top, bottom = same(x.shape[2], self.kernel, self.stride)
        left, right = same(x.shape[3], self.kernel, self.stride)
        padded = F.pad(x, (left, right, top, bottom))
        return F.conv2d(padded, weight, self.bias, stride=self.stride)


class ConvTranspose(Affine):
    """The input gradient of a SAME convolution, weight [in, out, kernel, kernel].

    The unpadded result is cut to what that convolution would not have padded.
    """

    def __init__(self, inputs, outputs, kernel, stride=1, **options):
        super().__init__([inputs, outputs, kernel, kernel], outputs, **options)
        self.kernel, self.stride = kernel, stride

    def forward(self, x, output=None):
        height, width = output or [side * self.stride for side in x.shape[2:]]
        full = F.conv_transpose2d(x, self.weight, stride=self.stride)
        top, _ = same(height, self.kernel, self.stride)
        left, _ = same(width, self.kernel, self.stride)
        missing = (max(left + width - full.shape[3], 0), max(top + height - full.shape[2], 0))
        full = F.pad(full, (0, missing[0], 0, missing[1]))
        y = full[:, :, top : top + height, left : left + width]
        return y if self.bias is None else y + self.bias.reshape(1, -1, 1, 1)


class ValidConvTranspose(Affine):
    """A transposed convolution at stride 1 of which nothing is cut."""

    def __init__(self, inputs, outputs, kernel, **options):
        super().__init__([inputs, outputs, kernel, kernel], outputs, **options)

    def forward(self, x):
        return F.conv_transpose2d(x, self.weight, self.bias)


class BatchNorm(nn.Module):
    """Batch norm over [batch, features] or [batch, channels, height, width].

    The batch is normalised by its biased variance; the running variance follows the unbiased one.
    `momentum` is what the running statistics keep.
    """

    def __init__(self, channels, epsilon=1e-5, momentum=0.9):
        super().__init__()
        self.scale = nn.Parameter(torch.empty(channels))
        self.shift = nn.Parameter(torch.empty(channels))
        self.register_buffer("mean", torch.empty(channels))
        self.register_buffer("variance", torch.empty(channels))
        self.epsilon, self.momentum = epsilon, momentum

    def forward(self, x):
        shape = [1, -1] + [1] * (x.dim() - 2)
        if self.training:
            axes = [0] + list(range(2, x.dim()))
            mean = x.mean(axes)
            variance = (x - mean.reshape(shape)).square().mean(axes)
            count = x.numel() // x.shape[1]
            with torch.no_grad():
                self.follow(self.mean, mean)
                self.follow(self.variance, variance * count / (count - 1))
        else:
            mean, variance = self.mean, self.variance
        normal = (x - mean.reshape(shape)) / torch.sqrt(variance + self.epsilon).reshape(shape)
        return normal * self.scale.reshape(shape) + self.shift.reshape(shape)

    def follow(self, running, batch):
        running.copy_(self.momentum * running + (1 - self.momentum) * batch)


def leaky_relu(x):
    """Slope 0.2, as every discriminator of the sources has it."""
    return torch.where(x > 0, x, 0.2 * x)


def twice_as_large(x):
    """Keras' UpSampling2D: every pixel becomes 2×2."""
    return x.repeat_interleave(2, dim=2).repeat_interleave(2, dim=3)


def resized(x, size):
    """Bilinear, with pixels as areas."""
    return F.interpolate(x, size, mode="bilinear", align_corners=False)


def with_label(x, label):
    """Appends the one-hot label to the features, or as constant channels to the image."""
    if x.dim() == 4:
        label = label[:, :, None, None].expand(-1, -1, *x.shape[2:])
    return torch.cat([x, label], dim=1)


class Network(nn.Module):
    """A network whose layers with weights stand at the given places of the recipe's list."""

    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleDict({str(place): layer for place, layer in layers.items()})

    def __getitem__(self, place):
        return self.layers[str(place)]

    def take(self, tensors):
        """Takes all tensors by name; too many, too few or of other shapes is an error."""
        for place, layer in self.layers.items():
            if getattr(layer, "cancelled", False) and f"layers.{place}.bias" not in tensors:
                layer.bias = None
        self.load_state_dict(tensors, strict=True)
