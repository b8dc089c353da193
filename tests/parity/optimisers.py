"""The optimisers, written out as the frameworks of the sources define them.

`step(parameters, gradients)` changes the parameters in place; its state starts at the first step.
"""

import math

import torch


class PyTorchAdam:
    """torch.optim.Adam: epsilon is added after both bias corrections."""

    def __init__(self, rate, beta1, beta2, epsilon):
        self.rate, self.beta1, self.beta2, self.epsilon = rate, beta1, beta2, epsilon
        self.steps, self.moments = 0, {}

    @torch.no_grad()
    def step(self, parameters, gradients):
        self.steps += 1
        for p, g in zip(parameters, gradients, strict=True):
            # By parameter: one optimiser may serve two networks, as Keras programs have it.
            zeros = (torch.zeros_like(p), torch.zeros_like(p))
            m, v = self.moments.setdefault(p, zeros)
            m.copy_(self.beta1 * m + (1 - self.beta1) * g)
            v.copy_(self.beta2 * v + (1 - self.beta2) * g * g)
            p.sub_(self.change(m, v))

    def change(self, m, v):
        m = m / (1 - self.beta1**self.steps)
        v = v / (1 - self.beta2**self.steps)
        return self.rate * m / (v.sqrt() + self.epsilon)


class EpsilonHatAdam(PyTorchAdam):
    """tf.train.AdamOptimizer and Keras' Adam: the paper's "epsilon hat", added to the root of the
    uncorrected second moment (end of section 2 of Kingma and Ba 2014)."""

    def change(self, m, v):
        correction = math.sqrt(1 - self.beta2**self.steps) / (1 - self.beta1**self.steps)
        return self.rate * correction * m / (v.sqrt() + self.epsilon)


class KerasRmsProp:
    """Keras 2.0's RMSprop: the mean square starts at 0, epsilon outside the root; `decay` shrinks
    the rate from step to step."""

    def __init__(self, rate, decay, rho=0.9, epsilon=1e-8):
        self.rate, self.decay = rate, decay
        self.rho, self.epsilon = rho, epsilon
        self.iterations, self.squares = 0, None

    @torch.no_grad()
    def step(self, parameters, gradients):
        if self.squares is None:
            self.squares = [torch.zeros_like(p) for p in parameters]
        rate = self.rate / (1 + self.decay * self.iterations)
        self.iterations += 1
        for p, g, s in zip(parameters, gradients, self.squares, strict=True):
            s.copy_(self.rho * s + (1 - self.rho) * g * g)
            p.sub_(rate * g / (s.sqrt() + self.epsilon))


class TensorFlowRmsProp:
    """tf.train.RMSPropOptimizer: the mean square starts at 1, epsilon inside the root."""

    def __init__(self, rate, decay=0.9, momentum=0.0, epsilon=1e-10):
        self.rate, self.decay, self.momentum, self.epsilon = rate, decay, momentum, epsilon
        self.squares, self.moves = None, None

    @torch.no_grad()
    def step(self, parameters, gradients):
        if self.squares is None:
            self.squares = [torch.ones_like(p) for p in parameters]
            self.moves = [torch.zeros_like(p) for p in parameters]
        for p, g, s, d in zip(parameters, gradients, self.squares, self.moves, strict=True):
            s.copy_(self.decay * s + (1 - self.decay) * g * g)
            d.copy_(self.momentum * d + self.rate * g / (s + self.epsilon).sqrt())
            p.sub_(d)
