"""How far PyTorch itself strays in single precision: what a tolerance has to leave room for."""

import torch


def cancelled(training):
    """Names of the biases that a batch norm takes away again. Their gradient is 0 but for
    rounding, which Adam blows up to whole steps: nothing to compare."""
    return [
        f"{role}.layers.{place}.bias"
        for role in ("generator", "discriminator")
        for place, layer in getattr(training, role).layers.items()
        if getattr(layer, "cancelled", False) and layer.bias is not None
    ]


def worst(exact, rough, without, rates):
    """The largest error of losses, gradients and final tensors, each with the tensor it is in.

    An error counts relative to the tensor's largest number, but to no less than a thousandth of
    the network's largest gradient, or, in final tensors, one learning rate: below that, sums that
    nearly cancel have no digits left.
    """
    largest = {}
    for key, tensor in exact.items():
        group, role = (key.split(".") + [""])[:2]
        largest[group, role] = max(largest.get((group, role), 0.0), tensor.abs().max().item())
    errors = {}
    for key, tensor in exact.items():
        group, role = (key.split(".") + [""])[:2]
        if key.removeprefix(f"{group}.") in without:
            continue
        floor = {"gradient": 1e-3 * largest[group, role], "final": rates.get(role)}.get(group, 0.0)
        scale = max(tensor.abs().max().item(), floor)
        error = (tensor - rough[key].to(torch.float64)).abs().max().item() / scale
        if error >= errors.get(group, {"error": 0.0})["error"]:
            errors[group] = {"error": error, "tensor": key}
    return errors
