"""Layers of the GANs since 2017: branches, spectral norm, attention, classes."""

import torch
import torch.nn.functional as F
from torch import nn

from layers import Affine, BatchNorm, Conv, Linear, leaky_relu


class Branch(nn.Module):
    """Layers with weights at their places in a branch's list."""

    def __init__(self, layers):
        super().__init__()
        for place, layer in layers.items():
            self.add_module(str(place), layer)

    def __getitem__(self, place):
        return self._modules[str(place)]


class Residual(nn.Module):
    """The sum of a body and a shortcut; what they compute, subclasses say."""

    def __init__(self, body, shortcut=None):
        super().__init__()
        self.body = Branch(body)
        if shortcut:
            self.shortcut = Branch(shortcut)


class Spectral:
    """One power iteration a pass in training, as torch.nn.utils.parametrizations.spectral_norm."""

    def keep_vectors(self, outputs, inputs):
        self.register_buffer("u", torch.empty(outputs))
        self.register_buffer("v", torch.empty(inputs))

    def normed(self, matrix):
        """The matrix, a row for each output, over its largest singular value."""
        if self.training:
            with torch.no_grad():
                self.v.copy_(F.normalize(matrix.T @ self.u, dim=0, eps=1e-12))
                self.u.copy_(F.normalize(matrix @ self.v, dim=0, eps=1e-12))
        u, v = self.u.clone(), self.v.clone()
        return matrix / torch.dot(u, matrix @ v)


class SpectralConv(Conv, Spectral):
    """A SAME convolution with spectral norm."""

    def __init__(self, inputs, outputs, kernel, stride=1, **options):
        super().__init__(inputs, outputs, kernel, stride, **options)
        self.keep_vectors(outputs, inputs * kernel * kernel)

    def forward(self, x):
        raw = self.weight
        return self.convolved(x, self.normed(raw.flatten(1)).reshape(raw.shape))


class SpectralConvTranspose(nn.Module, Spectral):
    """Kernel 4, stride 2, SAME, as torch.nn.ConvTranspose2d(…, 4, 2, 1) with spectral norm over
    its outputs."""

    def __init__(self, inputs, outputs, bias=True):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(inputs, outputs, 4, 4))
        self.bias = nn.Parameter(torch.empty(outputs)) if bias else None
        self.keep_vectors(outputs, inputs * 16)

    def forward(self, x):
        turned = self.weight.transpose(0, 1)
        weight = self.normed(turned.flatten(1)).reshape(turned.shape).transpose(0, 1)
        return F.conv_transpose2d(x, weight, self.bias, stride=2, padding=1)


class SpectralLinear(Linear, Spectral):
    """y = x·W + b with spectral norm."""

    def __init__(self, inputs, outputs, **options):
        super().__init__(inputs, outputs, **options)
        self.keep_vectors(outputs, inputs)

    def forward(self, x):
        y = x @ self.normed(self.weight.T).T
        return y if self.bias is None else y + self.bias


class Attention(nn.Module):
    """Every pixel of the query over all pixels of key and value, without a scale."""

    def __init__(self, inputs, keys, values):
        super().__init__()
        self.query = Branch({0: SpectralConv(inputs, keys, 1)})
        self.key = Branch({0: SpectralConv(inputs, keys, 1)})
        self.value = Branch({0: SpectralConv(inputs, values, 1)})

    def forward(self, x):
        query, key, value = self.query[0](x), self.key[0](x), self.value[0](x)
        weights = torch.softmax(query.flatten(2).transpose(1, 2) @ key.flatten(2), dim=2)
        mixed = value.flatten(2) @ weights.transpose(1, 2)
        return mixed.reshape(*value.shape[:2], *x.shape[2:])


class Factor(nn.Module):
    """A number that is learnt."""

    def __init__(self):
        super().__init__()
        self.factor = nn.Parameter(torch.empty(1))

    def forward(self, x):
        return x * self.factor


class SelfAttention(Residual):
    """x + γ·conv(attention(x)), γ from 0 (Zhang et al. 2019)."""

    def __init__(self, channels, keys, values):
        super().__init__({
            0: Attention(channels, keys, values),
            1: SpectralConv(values, channels, 1),
            2: Factor(),
        })

    def forward(self, x):
        return x + self.body[2](self.body[1](self.body[0](x)))


class ConditionalBatchNorm(BatchNorm):
    """Batch norm with a scale and a shift for each class."""

    def __init__(self, classes, channels, epsilon):
        super().__init__(channels, epsilon)
        self.scale = nn.Parameter(torch.empty(classes, channels))
        self.shift = nn.Parameter(torch.empty(classes, channels))

    def forward(self, x, label):
        axes = [0, 2, 3]
        mean = x.mean(axes)
        variance = (x - mean.reshape(1, -1, 1, 1)).square().mean(axes)
        count = x.numel() // x.shape[1]
        with torch.no_grad():
            self.follow(self.mean, mean)
            self.follow(self.variance, variance * count / (count - 1))
        mean, variance = mean.reshape(1, -1, 1, 1), variance.reshape(1, -1, 1, 1)
        normal = (x - mean) / torch.sqrt(variance + self.epsilon)
        return normal * (label @ self.scale)[:, :, None, None] + (label @ self.shift)[:, :, None, None]


class LabelProjection(nn.Module, Spectral):
    """The inner product of the features with the class's vector."""

    def __init__(self, classes, features):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(classes, features))
        self.keep_vectors(features, classes)

    def forward(self, x, label):
        vectors = label @ self.normed(self.weight.T).T
        return (vectors * x).sum(1, keepdim=True)


def pooled(x):
    """Average pooling of 2×2."""
    return F.avg_pool2d(x, 2)


class GroupedConv(Affine):
    """A 3×3 convolution in groups."""

    def __init__(self, channels, groups):
        super().__init__([channels, channels // groups, 3, 3], channels)
        self.groups = groups

    def forward(self, x):
        return F.conv2d(x, self.weight, self.bias, padding=1, groups=self.groups)


class Bottleneck(Residual):
    """1×1, grouped 3×3, 1×1, without normalisation (Huang et al. 2024)."""

    def __init__(self, channels, groups):
        super().__init__({
            0: Conv(channels, 2 * channels, 1),
            2: GroupedConv(2 * channels, groups),
            4: Conv(2 * channels, channels, 1, bias=False),
        })

    def forward(self, x):
        y = leaky_relu(self.body[0](x))
        y = leaky_relu(self.body[2](y))
        return x + self.body[4](y)


class Basis(nn.Module):
    """An image of 4×4 for each channel, and how much of it there is."""

    def __init__(self, channels, transposed):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(channels, 1, 4, 4))
        self.transposed = transposed

    def forward(self, x):
        product = x * self.weight[:, 0]
        return product if self.transposed else product.sum([2, 3], keepdim=True)


def blurred_half(x):
    """Half the size after a filter of 1 3 3 1."""
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0], dtype=x.dtype) / 8
    filter = torch.outer(taps, taps)[None, None].expand(x.shape[1], 1, 4, 4)
    return F.conv2d(x, filter, stride=2, padding=1, groups=x.shape[1])


class EqualisedLinear(Linear):
    """y = x·W / √inputs + b."""

    def forward(self, x):
        return x @ (self.weight / self.weight.shape[0] ** 0.5) + self.bias


class EqualisedConv(Conv):
    """A SAME convolution with its weight over √(inputs · kernel²)."""

    def forward(self, x):
        return self.convolved(x, self.weight / self.weight[0].numel() ** 0.5)


class ModulatedConv(nn.Module):
    """A convolution with weights of its own for every sample (Karras et al. 2020, equations 1 and 3)."""

    def __init__(self, inputs, outputs, kernel, style, demodulate=True):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(outputs, inputs, kernel, kernel))
        self.bias = nn.Parameter(torch.empty(outputs))
        self.style_weight = nn.Parameter(torch.empty(style, inputs))
        self.style_bias = nn.Parameter(torch.empty(inputs))
        self.demodulate = demodulate

    def forward(self, x, style):
        factors = style @ (self.style_weight / style.shape[1] ** 0.5) + self.style_bias
        weight = self.weight / self.weight[0].numel() ** 0.5
        weights = weight[None] * factors[:, None, :, None, None]
        if self.demodulate:
            weights = weights * torch.rsqrt(weights.square().sum([2, 3, 4], keepdim=True) + 1e-8)
        padding = weight.shape[-1] // 2
        images = zip(x, weights)
        drawn = [F.conv2d(image[None], own, self.bias, padding=padding) for image, own in images]
        return torch.cat(drawn)


class Constant(nn.Module):
    """A learnt image."""

    def __init__(self, channels):
        super().__init__()
        self.image = nn.Parameter(torch.empty(1, channels, 4, 4))

    def forward(self, x):
        return self.image.expand(len(x), -1, -1, -1)


class Style(nn.Module):
    """A mapping network, and a synthesis that goes by what it makes."""

    def __init__(self, mapping, synthesis):
        super().__init__()
        self.mapping, self.synthesis = Branch(mapping), Branch(synthesis)


def activated(x):
    """Leaky ReLU, kept in scale."""
    return leaky_relu(x) * 1.414214


def blurred(x):
    """A filter of 1 3 3 1; the odd row and column of zeros is at the end."""
    taps = torch.tensor([1.0, 3.0, 3.0, 1.0], dtype=x.dtype) / 8
    filter = torch.outer(taps, taps)[None, None].expand(x.shape[1], 1, 4, 4)
    return F.conv2d(F.pad(x, (1, 2, 1, 2)), filter, groups=x.shape[1])


def with_deviation(x, group):
    """A channel with how much the images of a group differ (Karras et al. 2018, section 3)."""
    images, channels, height, width = x.shape
    groups = x.reshape(min(group, images), -1, channels, height, width)
    variance = (groups - groups.mean(0)).square().mean(0)
    deviation = (variance + 1e-8).sqrt().mean([1, 2, 3])
    appended = deviation.repeat(min(group, images)).reshape(-1, 1, 1, 1)
    return torch.cat([x, appended.expand(-1, 1, height, width)], 1)
