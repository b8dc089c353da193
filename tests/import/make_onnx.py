"""Writes ONNX fixtures as exporters other than PyTorch's would, and what onnxruntime draws of them.

Run from this folder: python make_onnx.py (onnx, onnxruntime, numpy).
"""

from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from onnx import TensorProto, helper, numpy_helper

OUT = Path(__file__).parent / "fixtures"
RANDOM = np.random.RandomState(2)


def constant(name, *shape):
    return numpy_helper.from_array((RANDOM.randn(*shape) * 0.4).astype(np.float32), name)


def sizes(name, *values):
    return numpy_helper.from_array(np.array(values, np.int64), name)


def channels_last():
    """TensorFlow's order, turned around every convolution, as tf2onnx writes it."""
    node = helper.make_node
    nodes = [
        node("MatMul", ["z", "w"], ["a"]),
        node("Add", ["a", "b"], ["c"]),
        node("LeakyRelu", ["c"], ["d"], alpha=0.3),
        node("Reshape", ["d", "shape"], ["e"]),
        node("Transpose", ["e"], ["f"], perm=[0, 3, 1, 2]),
        node("ConvTranspose", ["f", "k"], ["g"], strides=[2, 2], auto_pad="SAME_UPPER",
             kernel_shape=[4, 4]),
        node("Transpose", ["g"], ["h"], perm=[0, 2, 3, 1]),
        node("Add", ["h", "kb"], ["i"]),
        node("Mul", ["i", "factor"], ["j"]),
        node("Relu", ["j"], ["l"]),
        node("Transpose", ["l"], ["m"], perm=[0, 3, 1, 2]),
        node("Upsample", ["m", "scales"], ["n"], mode="nearest"),
        node("Conv", ["n", "k2"], ["o"], auto_pad="SAME_UPPER", kernel_shape=[3, 3]),
        node("Transpose", ["o"], ["p"], perm=[0, 2, 3, 1]),
        node("Tanh", ["p"], ["image"]),
    ]
    return nodes, [
        constant("w", 6, 36), constant("b", 36), sizes("shape", -1, 3, 3, 4),
        constant("k", 4, 3, 4, 4), constant("kb", 3), constant("factor", 1, 1, 1, 3),
        numpy_helper.from_array(np.array([1, 1, 2, 2], np.float32), "scales"),
        constant("k2", 1, 3, 3, 3),
    ], 9, ["batch", 12, 12, 1]


def residual():
    """A value added to what an activation makes of it."""
    node = helper.make_node
    nodes = [
        node("Gemm", ["z", "w"], ["a"]),
        node("Relu", ["a"], ["b"], name="act"),
        node("Add", ["a", "b"], ["c"], name="join"),
        node("Reshape", ["c", "shape"], ["image"]),
    ]
    return nodes, [constant("w", 6, 16), sizes("shape", -1, 1, 4, 4)], 13, ["batch", 1, 4, 4]


for name, build in [("onnx-channels-last", channels_last), ("onnx-residual", residual)]:
    nodes, constants, version, dims = build()
    graph = helper.make_graph(
        nodes, name, [helper.make_tensor_value_info("z", TensorProto.FLOAT, ["batch", 6])],
        [helper.make_tensor_value_info("image", TensorProto.FLOAT, dims)], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", version)], ir_version=8)
    onnx.save(model, OUT / f"{name}.onnx")
    if name == "onnx-residual":
        continue
    session = onnxruntime.InferenceSession(model.SerializeToString())
    z = RANDOM.randn(2, 6).astype(np.float32)
    (y,) = session.run(None, {"z": z})
    np.savez_compressed(OUT / f"{name}.npz", z=z, y_nhwc=y)
