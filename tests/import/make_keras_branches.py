"""Writes Keras models whose layers branch, small and with random weights, and what Keras draws of them.

Run from this folder: KERAS_BACKEND=torch python make_keras_branches.py (keras, torch, h5py, numpy).
"""

import os
import zipfile
from pathlib import Path

os.environ.setdefault("KERAS_BACKEND", "torch")

import keras
import numpy as np
from keras import layers

OUT = Path(__file__).parent / "fixtures/branches"
NORMAL = np.random.RandomState(7)
Z = 6
LABELLED = ["labelled", "planed"]


def filled(model):
    values = []
    for weight in model.weights:
        noise = NORMAL.randn(*weight.shape).astype(np.float32)
        if "variance" in weight.name:
            values.append(0.5 + np.abs(noise))
        else:
            values.append(noise * 0.3 + (1 if "gamma" in weight.name else 0))
    model.set_weights(values)
    return model


def start(side=4, channels=4):
    z = keras.Input((Z,), name="z")
    return z, layers.Reshape((side, side, channels))(layers.Dense(side * side * channels)(z))


def resnet():
    """Residual blocks that enlarge, with shortcuts that do so too."""
    z, x = start()
    for channels in [4, 3]:
        y = layers.Activation("relu")(layers.BatchNormalization()(x))
        y = layers.Conv2D(channels, 3, padding="same")(layers.UpSampling2D()(y))
        y = layers.Conv2D(channels, 3, padding="same")(layers.ReLU()(layers.BatchNormalization()(y)))
        x = layers.Add()([y, layers.Conv2D(channels, 1)(layers.UpSampling2D()(x))])
    return keras.Model(z, layers.Activation("tanh")(x))


def inception():
    """Branches side by side: depthwise, separable, grouped, with holes, pooled; kernels that are not square."""
    z, x = start(6)
    a = layers.DepthwiseConv2D((3, 1), padding="same", depth_multiplier=2)(x)
    b = layers.SeparableConv2D(3, 3, padding="same", activation="elu")(x)
    c = layers.Conv2D(4, (1, 3), padding="same", groups=2)(layers.Conv2D(4, 3, dilation_rate=2, padding="same")(x))
    d = layers.UpSampling2D()(layers.AveragePooling2D(2)(x))
    x = layers.Concatenate()([a, b, c, d])
    x = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(x)
    return keras.Model(z, x)


def gated():
    """Squeeze and excitation, sums with constants, averages, differences, padding and cropping by themselves."""
    z, x = start()
    gate = layers.Dense(2, activation="relu")(layers.GlobalAveragePooling2D()(x))
    gate = layers.Reshape((1, 1, 4))(layers.Dense(4, activation="sigmoid")(gate))
    y = layers.Multiply()([x, gate])
    x = layers.Average()([x, layers.Conv2D(4, 3, padding="same")(y) * 0.2, y])
    x = layers.Subtract()([x, layers.PReLU(shared_axes=[1, 2])(layers.GroupNormalization(groups=2)(x))])
    x = layers.Cropping2D(((1, 0), (0, 2)))(layers.ReLU(max_value=6)(layers.ZeroPadding2D(1)(x)))
    x = layers.Conv2DTranspose(3, (4, 2), strides=(2, 1), padding="same", activation="tanh")(x)
    return keras.Model(z, x)


def dense():
    """Each layer sees all before it, before there is an image and after."""
    z = keras.Input((Z,), name="z")
    x = z
    for _ in range(2):
        x = layers.Concatenate()([x, layers.Dense(5, activation="selu")(x)])
    x = layers.Reshape((4, 4, 2))(layers.Dense(32)(x))
    seen = [x]
    for _ in range(3):
        joined = layers.Concatenate(axis=3)(seen) if len(seen) > 1 else seen[0]
        seen.append(layers.Conv2D(2, 3, padding="same", activation="relu")(joined))
    return keras.Model(z, layers.Conv2D(3, 3, padding="same", activation="tanh")(layers.Concatenate()(seen)))


def labelled():
    """AC-GAN's: the latent times the label's embedding."""
    z, label = keras.Input((Z,), name="z"), keras.Input((1,), dtype="int32", name="label")
    x = layers.Multiply()([z, layers.Flatten()(layers.Embedding(3, Z)(label))])
    x = layers.Reshape((4, 4, 4))(layers.Dense(64, activation="relu")(x))
    x = layers.Conv2DTranspose(1, 4, strides=2, padding="same", activation="tanh")(x)
    return keras.Model([z, label], x)


def planed():
    """The tutorials' conditional GAN: the label's embedding becomes a plane beside the first image."""
    z, label = keras.Input((Z,), name="z"), keras.Input((1,), dtype="int32", name="label")
    plane = layers.Reshape((4, 4, 1))(layers.Dense(16)(layers.Embedding(3, 5)(label)))
    x = layers.Reshape((4, 4, 3))(layers.LeakyReLU(negative_slope=0.2)(layers.Dense(48)(z)))
    x = layers.Concatenate()([x, plane])
    x = layers.Conv2DTranspose(1, 4, strides=2, padding="same", activation="tanh")(x)
    return keras.Model([z, label], x)


def packed(path):
    """The same archive, compressed: HDF5 leaves much room."""
    with zipfile.ZipFile(path) as whole:
        entries = [(name, whole.read(name)) for name in whole.namelist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as small:
        for name, content in entries:
            small.writestr(name, content)


for name, build, ending in [("resnet", resnet, "keras"), ("inception", inception, "keras"), ("gated", gated, "keras"),
                            ("dense", dense, "h5"), ("labelled", labelled, "keras"),
                            ("planed", planed, "keras")]:
    keras.utils.set_random_seed(3)
    model = filled(build())
    z = NORMAL.randn(2, Z).astype(np.float32)
    given = [z, np.array([[2], [1]], np.int32)] if name in LABELLED else z
    y = keras.ops.convert_to_numpy(model(given, training=False)).transpose(0, 3, 1, 2)
    arrays = {"z": z, "y": np.ascontiguousarray(y, np.float32)}
    if name in LABELLED:
        arrays["labels"] = np.array([2, 1], np.float32)
    np.savez_compressed(OUT / f"keras-{name}.npz", **arrays)
    path = OUT / f"keras-{name}-3.{ending}"
    model.save(path)
    if ending == "keras":
        packed(path)
